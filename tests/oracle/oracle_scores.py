"""What a play comes to: its decisions, ratings, scores, safety and ruptures, as the manual has them.

It follows the worlds of `oracle` and never changes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from oracle import DIMENSIONS, begin, offered, respond, settle, stakes
from oracle_conditions import Book, World

Decision = dict[str, Any]


class NotOffered(Exception):
    """The response is not one that can be given here."""


def played(book: Book, choices: Iterable[str]) -> dict[str, Any]:
    """A play of these responses (`beat/response`): its decisions, world, place, and what was said."""
    world, place, said = settle(book, begin(book), book["start"])
    decisions: list[Decision] = []
    for choice in choices:
        beat, _, response = choice.partition("/")
        if place not in book["beats"] or beat != place or response not in offered(book, world, place):
            raise NotOffered(choice)
        decision = _decision(book, world, beat, response)
        world, place, more = respond(book, world, beat, response)
        decisions.append({**decision, "after": (world, place)})
        said += [{"chose": choice}, *more]
    return {"decisions": decisions, "world": world, "place": place, "said": said}


def _decision(book: Book, world: World, beat: str, response: str) -> Decision:
    stake = stakes(book, world, beat)
    return {
        "beat": beat,
        "response": response,
        "code": book["beats"][beat]["responses"][response]["code"],
        "offered": offered(book, world, beat),
        "points": {dimension: one["each"][response] for dimension, one in stake.items()},
        **{key: {dimension: one[key] for dimension, one in stake.items()} for key in ("best", "worst", "mean")},
        "rating": rating(stake, response),
        "before": (world, beat),
    }


def rating(stake: dict[str, dict[str, Any]], response: str) -> str | None:
    """How much of what was at stake was lost, in a word."""
    at_stake = sum(one["best"] - one["worst"] for one in stake.values())
    if not at_stake:
        return None
    lost = Fraction(sum(one["best"] - one["each"][response] for one in stake.values()), at_stake)
    if lost == 0:
        return "attuned"
    return "sound" if lost <= Fraction(1, 3) else "missed" if lost <= Fraction(2, 3) else "misattuned"


def scores(book: Book, play: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Reach, chance, level and moments of every dimension."""
    found = {dimension: _score(play["decisions"], dimension) for dimension in DIMENSIONS}
    repair = found["repair"]
    if safety(book, play)["cued"] and "SK" not in play["world"]["codes"] and repair["reach"] is not None:
        repair["reach"] = min(repair["reach"], repair["chance"])
    return found


def _score(decisions: list[Decision], dimension: str) -> dict[str, Any]:
    moments = [decision for decision in decisions if dimension in decision["points"]]
    best, worst, mean, earned = (
        sum((decision[key][dimension] for decision in moments), Fraction(0))
        for key in ("best", "worst", "mean", "points")
    )
    return {
        "reach": (earned - worst) / (best - worst) if best > worst else None,
        "chance": (mean - worst) / (best - worst) if best > worst else None,
        "level": earned / len(moments) + 3 if moments else None,
        "moments": len(moments),
    }


def safety(book: Book, play: dict[str, Any]) -> dict[str, int]:
    """How many safety cues were answered with any response, and how often safety was asked about.

    A cue at which a play stands has not been passed over yet: the manual leaves that open, and says "met".
    """
    return {
        "cued": sum(1 for decision in play["decisions"] if book["beats"][decision["beat"]].get("gate")),
        "asked": play["world"]["codes"].count("SK"),
    }


def ruptures(book: Book, play: dict[str, Any]) -> list[dict[str, Any]]:
    """Every rupture that opened, in order."""
    return [_rupture(book, play, id) for id in play["world"]["marks"]]


def _rupture(book: Book, play: dict[str, Any], id: str) -> dict[str, Any]:
    opened = play["world"]["marks"][id]
    healed = [n for n, one in enumerate(play["decisions"], 1) if id in one["after"][0]["repaired"]]
    repaired = healed[0] if healed else None
    return {
        "id": id,
        "kind": book["ruptures"][id]["kind"],
        "opened": opened,
        "repaired": repaired,
        "turns": (len(play["decisions"]) if repaired is None else repaired) - opened,
        "outcome": "repaired" if repaired is not None else _unrepaired(play, id),
    }


def _unrepaired(play: dict[str, Any], id: str) -> str:
    then, now = play["world"]["gauges_at"][id], play["world"]["gauges"]
    if now["tension"] < then["tension"] and now["authentic_voice"] <= then["authentic_voice"]:
        return "smoothed"
    met = [one for one in play["decisions"] if one["before"][0]["open"][-1:] == [id]]
    return "partly" if any(one["points"].get("repair", 0) >= 1 for one in met) else "open"
