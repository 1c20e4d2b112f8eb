"""Plays scenarios as the manual for authors says, written from that text alone, to hold the program against.

It shares nothing with the program: dictionaries all the way, the whole history in every world, no thought of speed.
"""

from __future__ import annotations

import copy
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from oracle_conditions import Book, World, holds

DIMENSIONS = ("empathy", "humility", "repair")


class Stuck(Exception):
    """A moment that offers nothing, or a way on that leads nowhere."""


# -- reading -----------------------------------------------------------------------------------------------------
def read(path: Path) -> Book:
    """A scenario and its rubric; every scalar is a word until its place says that it is a number."""
    file = path / "scenario.yaml" if path.is_dir() else path
    written = _yaml(file)
    rubric = _yaml(_rubric_file(file, written["rubric"]))
    return {
        "id": written["id"],
        "start": written["start"],
        "beats": {id: _beat(beat) for id, beat in written["beats"].items()},
        "endings": written["endings"],
        "ruptures": written.get("ruptures") or {},
        "gauges": _gauges(rubric["gauges"], written.get("gauges") or {}),
        "codes": rubric["codes"],
        "rules": rubric.get("rules") or [],
    }


def _yaml(file: Path) -> dict[str, Any]:
    loaded = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def _rubric_file(file: Path, name: str) -> Path:
    """Beside the scenario's folder, or the one that is shipped."""
    shipped = Path(__file__).resolve().parents[2] / "scenarios"
    return next(found for top in (file.parents[1], shipped) if (found := top / "_rubrics" / f"{name}.yaml").is_file())


def _beat(beat: Any) -> dict[str, Any]:
    return {**(beat or {}), "responses": (beat or {}).get("responses") or {}}


def _gauges(defaults: dict[str, Any], changes: dict[str, Any]) -> dict[str, dict[str, int]]:
    every = {**defaults, **changes}
    return {name: _gauge({**defaults.get(name, {}), **changes.get(name, {})}) for name in every}


def _gauge(written: dict[str, str]) -> dict[str, int]:
    """What a gauge of the scenario's own may leave out is not in the manual: nobody here leaves anything out."""
    return {key: int(written[key]) for key in ("start", "min", "max")}


def _listed(written: Any) -> list[Any]:
    return [] if not written else written if isinstance(written, list) else [written]


def _is_yes(written: Any) -> bool:
    return bool(written == "true")


# -- the world ---------------------------------------------------------------------------------------------------
def begin(book: Book) -> World:
    """The world before anything has happened."""
    return {
        "gauges": {name: gauge["start"] for name, gauge in book["gauges"].items()},
        "flags": set(),
        "open": [],
        "repaired": [],
        "used": set(),
        "seen": set(),
        "codes": [],
        "marks": {},
        "gauges_at": {},
    }


def copied(world: World) -> World:
    """The same world, of which nothing is shared but what never changes."""
    return {key: dict(value) if isinstance(value, dict) else copy.copy(value) for key, value in world.items()}


def _shift(book: Book, world: World, shifts: dict[str, int]) -> None:
    for name, shift in shifts.items():
        gauge = book["gauges"][name]
        world["gauges"][name] = max(gauge["min"], min(gauge["max"], world["gauges"][name] + shift))


def _open(world: World, id: str, codes_so_far: int) -> None:
    """Open a rupture, and note how many codes there were then (a response that opens one counts as before it)."""
    if id not in world["marks"]:
        world["open"].append(id)
        world["marks"][id] = codes_so_far
        world["gauges_at"][id] = dict(world["gauges"])


def _said(book: Book, world: World, lines: Any) -> list[dict[str, Any]]:
    return [{"says": line["text"]} for line in lines or [] if holds(book, world, line.get("when"))]


def _route(book: Book, world: World, to: Any) -> str:
    for route in _listed(to):
        if isinstance(route, str):
            return route
        if holds(book, world, route.get("when")):
            return str(route["go"])
    raise Stuck


def settle(book: Book, world: World, place: str) -> tuple[World, str, list[dict[str, Any]]]:
    """Enter a beat or an ending and follow it to the next responses, or to the end: the world, where, what was said."""
    world, said, round_trip = copied(world), [], set()
    while place in book["beats"]:
        beat = book["beats"][place]
        world["seen"].add(place)
        _shift(book, world, {name: int(shift) for name, shift in (beat.get("effects") or {}).items()})
        for id in _listed(beat.get("opens")):
            _open(world, id, len(world["codes"]))
        said += _said(book, world, beat.get("lines"))
        if beat["responses"]:
            asked = [{"notice": place}] if _is_yes(beat.get("notice")) else []
            return world, place, [*said, *asked, {"offers": offered(book, world, place)}]
        if (state := (place, repr(world))) in round_trip:
            raise Stuck
        round_trip.add(state)
        place = _route(book, world, beat.get("to"))
    return world, place, [*said, *_said(book, world, book["endings"][place].get("lines")), {"ends": place}]


# -- a response before it is given -------------------------------------------------------------------------------
def offered(book: Book, world: World, beat: str) -> list[str]:
    """The responses that can be given, as they were written."""
    found = [
        id
        for id, response in book["beats"][beat]["responses"].items()
        if holds(book, world, response.get("when"))
        and not (_is_yes(response.get("once")) and f"{beat}/{id}" in world["used"])
    ]
    if not found:
        raise Stuck
    return found


def context(book: Book, world: World) -> str:
    """The kind of the most recently opened rupture that is still open, else `none`."""
    return str(book["ruptures"][world["open"][-1]]["kind"]) if world["open"] else "none"


def in_play(book: Book, world: World, beat: str) -> list[str]:
    """The dimensions that this moment asks about."""
    written = book["beats"][beat]
    if "in_play" in written:
        return _listed(written["in_play"])
    humility = ["humility"] if written.get("opening") else []
    return ["empathy", *humility, *(["repair"] if world["open"] else [])]


def _fired(book: Book, world: World, code: str) -> list[dict[str, Any]]:
    return [rule for rule in book["rules"] if code in rule["codes"] and holds(book, world, rule.get("when"))]


def points(book: Book, world: World, beat: str, response: str) -> dict[str, int]:
    """What a response would earn, for the dimensions in play."""
    written = book["beats"][beat]["responses"][response]
    claims = _claims(book, world, written["code"])
    for dimension, cases in (written.get("scores") or {}).items():
        own = _own(book, world, cases)
        if own is not None:
            claims[dimension] = own
    return {dimension: claims.get(dimension, 0) for dimension in in_play(book, world, beat)}


def _claims(book: Book, world: World, code: str) -> dict[str, int]:
    now = context(book, world)
    claims: dict[str, int] = {}
    for dimension, default in (book["codes"][code].get("points") or {}).items():
        if isinstance(default, str):
            claims[dimension] = int(default)
        elif now in default:
            claims[dimension] = int(default[now])
    for rule in _fired(book, world, code):
        for dimension, more in (rule.get("add") or {}).items():
            claims[dimension] = claims.get(dimension, 0) + int(more)
        for dimension, most in (rule.get("cap") or {}).items():
            if dimension in claims:
                claims[dimension] = min(claims[dimension], int(most))
    return {dimension: max(-2, min(2, claim)) for dimension, claim in claims.items()}


def _own(book: Book, world: World, cases: Any) -> int | None:
    if isinstance(cases, str):
        return int(cases)
    return next((int(case["points"]) for case in cases if holds(book, world, case.get("when"))), None)


def _shifts(book: Book, world: World, written: dict[str, Any]) -> dict[str, int]:
    defaults = book["codes"][written["code"]].get("effects") or {}
    if any(isinstance(value, dict) for value in defaults.values()):
        defaults = defaults.get(context(book, world)) or {}
    total: dict[str, int] = {}
    for effects in (defaults, *[rule.get("effects") or {} for rule in _fired(book, world, written["code"])]):
        for name, shift in effects.items():
            total[name] = total.get(name, 0) + int(shift)
    return {**total, **{name: int(shift) for name, shift in (written.get("effects") or {}).items()}}


# -- a response given --------------------------------------------------------------------------------------------
def respond(book: Book, before: World, beat: str, response: str) -> tuple[World, str, list[dict[str, Any]]]:
    """Give a response: the world at the next moment, where that is, and what was said on the way."""
    written = book["beats"][beat]["responses"][response]
    world = copied(before)
    _shift(book, world, _shifts(book, before, written))
    world["flags"] |= set(_listed(written.get("sets")))
    world["flags"] -= set(_listed(written.get("clears")))
    for id in _listed(written.get("opens")):
        _open(world, id, len(world["codes"]) + 1)
    for repair in _listed(written.get("repairs")):
        _repair(book, world, {"rupture": repair} if isinstance(repair, str) else repair)
    world["used"].add(f"{beat}/{response}")
    world["codes"].append(written["code"])
    target = _route(book, world, written["to"])
    reply = _said(book, world, written.get("reply"))
    world, place, said = settle(book, world, target)
    return world, place, [*reply, *said]


def _repair(book: Book, world: World, repair: dict[str, str]) -> None:
    if repair["rupture"] in world["open"] and holds(book, world, repair.get("when")):
        world["open"].remove(repair["rupture"])
        world["repaired"].append(repair["rupture"])


# -- a moment ------------------------------------------------------------------------------------------------------
def stakes(book: Book, world: World, beat: str) -> dict[str, dict[str, Any]]:
    """Per dimension in play: what each offered response would earn, the best, the worst and the mean."""
    on_offer = {id: points(book, world, beat, id) for id in offered(book, world, beat)}
    found = {}
    for dimension in in_play(book, world, beat):
        each = {id: earned[dimension] for id, earned in on_offer.items()}
        mean = Fraction(sum(each.values()), len(each))
        found[dimension] = {"each": each, "best": max(each.values()), "worst": min(each.values()), "mean": mean}
    return found
