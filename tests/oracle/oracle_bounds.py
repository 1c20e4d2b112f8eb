"""What all plays of a scenario can come to: every play from every world, each world walked once.

`by_history` takes two worlds for the same only where everything ever done is the same. `by_what_is_read` leaves out
what no condition that can still be asked would read; it is for scenarios with too many histories to walk.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Iterator
from fractions import Fraction
from typing import Any

from oracle import DIMENSIONS, begin, offered, respond, settle, stakes
from oracle_conditions import Book, World, parsed

Key = Callable[[World, str], Hashable]
Sums = dict[int, tuple[int, int]]
"""Moments of a dimension in play from here on -> the least and the greatest sum of points."""


class GoesRound(Exception):
    """A play can come back to the same beat and world."""


class Walk:
    """The plays from each moment that was met, each summed up once."""

    def __init__(self, book: Book, key: Key, number: type[Fraction] | type[float] = Fraction) -> None:
        self.book, self.key, self.number = book, key, number
        self.met: dict[Hashable, dict[str, Any] | None] = {}

    def from_start(self) -> dict[str, Any]:
        """What all plays come to."""
        return self.from_moment(*settle(self.book, begin(self.book), self.book["start"])[:2])

    def from_moment(self, world: World, place: str) -> dict[str, Any]:
        """What the plays from here come to; raises `GoesRound` where one never ends."""
        if place in self.book["endings"]:
            return self._ended(place)
        key = self.key(world, place)
        if key not in self.met:
            self.met[key] = None
            self.met[key] = self._summed(world, place)
        found = self.met[key]
        if found is None:
            raise GoesRound(place)
        return found

    def endings(self, world: World, place: str) -> set[str]:
        """The endings that can be reached from here."""
        return set(self.from_moment(world, place)["endings"])

    def _ended(self, ending: str) -> dict[str, Any]:
        return {
            "endings": {ending: (self.number(1), 0, 0)},
            "gain": dict.fromkeys(DIMENSIONS, self.number(0)),
            "stake": dict.fromkeys(DIMENSIONS, self.number(0)),
            "sums": {dimension: {0: (0, 0)} for dimension in DIMENSIONS},
        }

    def _summed(self, world: World, place: str) -> dict[str, Any]:
        stake = stakes(self.book, world, place)
        on_offer = offered(self.book, world, place)
        nexts = {id: self.from_moment(*respond(self.book, world, place, id)[:2]) for id in on_offer}
        share = self.number(1) / len(on_offer)
        found: dict[str, Any] = {"endings": _endings(nexts, share), "gain": {}, "stake": {}, "sums": {}}
        for dimension in DIMENSIONS:
            one = stake.get(dimension, {"each": {}, "best": 0, "worst": 0, "mean": 0})
            later = {key: sum(next[key][dimension] for next in nexts.values()) * share for key in ("gain", "stake")}
            found["gain"][dimension] = self.number(one["mean"] - one["worst"]) + later["gain"]
            found["stake"][dimension] = self.number(one["best"] - one["worst"]) + later["stake"]
            found["sums"][dimension] = _sums(nexts, dimension, one["each"])
        return found


def _endings(nexts: dict[str, Any], share: Any) -> dict[str, tuple[Any, int, int]]:
    """Ending -> its probability, and the fewest and the most decisions to it."""
    found: dict[str, tuple[Any, int, int]] = {}
    for next in nexts.values():
        for ending, (probability, fewest, most) in next["endings"].items():
            so_far = found.get(ending, (probability * 0, fewest + 1, most + 1))
            found[ending] = (
                so_far[0] + share * probability,
                min(so_far[1], fewest + 1),
                max(so_far[2], most + 1),
            )
    return found


def _sums(nexts: dict[str, Any], dimension: str, each: dict[str, int]) -> Sums:
    found: Sums = {}
    for id, next in nexts.items():
        for moments, (least, greatest) in next["sums"][dimension].items():
            here = (least + each.get(id, 0), greatest + each.get(id, 0))
            count = moments + (id in each)
            old = found.get(count, here)
            found[count] = (min(old[0], here[0]), max(old[1], here[1]))
    return found


def check(walk: Walk) -> dict[str, Any]:
    """The object of `attune check` as far as the manual says what is in it; `level` and `chance` exact."""
    found = walk.from_start()
    return {
        "id": walk.book["id"],
        "beats": len(walk.book["beats"]),
        "responses": sum(len(beat["responses"]) for beat in walk.book["beats"].values()),
        "endings": {id: _ending(walk.book, id, found["endings"].get(id)) for id in walk.book["endings"]},
        "bounds": {dimension: _bounds(found, dimension) for dimension in DIMENSIONS},
    }


def _ending(book: Book, ending: str, found: tuple[Any, int, int] | None) -> dict[str, Any]:
    probability, decisions = (found[0], list(found[1:])) if found else (Fraction(0), None)
    return {"quality": book["endings"][ending]["quality"], "probability": probability, "decisions": decisions}


def _bounds(found: dict[str, Any], dimension: str) -> dict[str, Any]:
    sums: Sums = found["sums"][dimension]
    levels = [Fraction(total, count) + 3 for count, both in sums.items() if count for total in both]
    stake = found["stake"][dimension]
    return {
        "moments": [min(sums), max(sums)],
        "level": [min(levels), max(levels)] if levels else None,
        "chance": found["gain"][dimension] / stake if stake else None,
    }


# -- which worlds are the same -----------------------------------------------------------------------------------
def by_history(world: World, place: str) -> Hashable:
    """Two moments are the same where everything that was ever done is."""
    return (
        place,
        tuple(sorted(world["gauges"].items())),
        *(frozenset(world[key]) for key in ("flags", "used", "seen")),
        *(tuple(world[key]) for key in ("open", "repaired", "codes")),
        tuple(world["marks"].items()),
    )


def by_what_is_read(book: Book) -> Key:
    """Two moments are the same where all that can still be asked of them is."""
    read = {place: _read(book, place) for place in book["beats"]}

    def key(world: World, place: str) -> Hashable:
        asked = read[place]
        codes = world["codes"]
        families = [book["codes"][code]["family"] for code in codes[-max(asked["error_within"], 1) :]]
        return (
            place,
            *(tuple(world["gauges"][name] for name in sorted(asked["names"] & set(book["gauges"]))),),
            frozenset(world["flags"] & asked["names"]),
            frozenset(world["used"] & asked["chose"]),
            frozenset(world["seen"] & asked["seen"]),
            tuple((id, frozenset(set(codes[world["marks"][id] :]) & asked["since_opened"])) for id in world["open"]),
            frozenset(world["repaired"]),
            frozenset(set(codes) & asked["chose_code"]),
            tuple(code for code in codes[-1:] if code in asked["last_code"]),
            tuple(family for family in families[-1:] if family in asked["last_family"]),
            tuple(family == "error" for family in families) if asked["error_within"] else (),
        )

    return key


def _read(book: Book, place: str) -> dict[str, Any]:
    found: dict[str, Any] = {name: set() for name in ("names", "chose", "seen", "since_opened", "chose_code")}
    found |= {"last_code": set(), "last_family": set(), "repaired": set(), "ruptured": set(), "error_within": 0}
    for beat in _still_ahead(book, place):
        found["chose"] |= {
            f"{beat}/{id}" for id, response in book["beats"][beat]["responses"].items() if "once" in response
        }
        for text in _conditions(book, beat):
            _note(found, parsed(text))
    return found


def _note(found: dict[str, Any], tree: ast.expr) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found["names"].add(node.id)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            arguments = [ast.literal_eval(argument) for argument in node.args] or [1]
            if node.func.id in ("last_error", "error_within"):
                found["error_within"] = max(found["error_within"], arguments[0])
            else:
                found[node.func.id].add(arguments[0])


def _conditions(book: Book, beat: str) -> Iterator[str]:
    """Every condition that can change what happens, in a beat or in a rule about one of its responses."""
    yield from _whens(book["beats"][beat])
    for response in book["beats"][beat]["responses"].values():
        for rule in book["rules"]:
            if response["code"] in rule["codes"]:
                yield from _whens(rule)


def _whens(written: Any) -> Iterator[str]:
    if isinstance(written, dict):
        for key, value in written.items():
            if key not in ("lines", "reply"):
                yield from [value] if key == "when" and value else _whens(value)
    elif isinstance(written, list):
        for item in written:
            yield from _whens(item)


def _still_ahead(book: Book, place: str) -> set[str]:
    found: set[str] = set()
    waiting = [place]
    while waiting:
        one = waiting.pop()
        if one in book["beats"] and one not in found:
            found.add(one)
            waiting += _targets(book["beats"][one])
    return found


def _targets(beat: dict[str, Any]) -> Iterator[str]:
    for written in (beat, *beat["responses"].values()):
        to = written.get("to") or []
        for route in [to] if isinstance(to, str) else to:
            yield route if isinstance(route, str) else route["go"]
