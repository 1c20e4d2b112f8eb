"""One passage as a beat or an ending: its text as lines, its links as responses, and what Attune knew of both.

Where text or links were changed since, what a reader sees counts, and what was known of the rest stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.twee.block import Again, known_again, mark
from game.twee.ids import Register, kebab
from game.twee.links import Content, Link
from game.twee.passages import Passage, Report

PLACEHOLDER = "RS"
"""The code of a response that has none yet: a restatement, which in the rubric wins and loses nothing."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage that a reader comes to."""

    passage: Passage
    content: Content
    known: Mapping[str, Any] = field(default_factory=dict)
    """What Attune knew of it; empty in the story of somebody else."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link, and the id that it leads to."""

    link: Link
    to: str


def is_ending(scene: Scene) -> bool:
    """Whether nothing leads on from here."""
    return not scene.content.links


def ending_of(scene: Scene, report: Report) -> Values:
    """The ending of a passage without links."""
    _lost(scene, _OF_BEATS, "there are no links any more, so it is an ending", report)
    known = _kept(scene, (*_SHOWN, *_OF_BEATS))
    usual = {} if "quality" in scene.known else {"quality": "partial", "note": _NOTE}
    return {**_lines(scene), **usual, **known, **_position(scene.passage)}


def stub(target: str) -> Values:
    """An ending for links that lead nowhere."""
    return {"quality": "partial", "note": f"TODO: write what links call '{target[:80]}', or lead them elsewhere"}


def beat_of(scene: Scene, ways: Sequence[Way], report: Report) -> Values:
    """The beat of a passage with links: each a response, or where there is one link and nothing but it, a way on."""
    _lost(scene, ("quality", "note"), "there are links now, so it is no ending any more", report)
    known = _kept(scene, (*_SHOWN, "responses", "to", "quality", "note"))
    beat = {**_lines(scene), **known}
    found = _known_ways(scene, ways)
    onward = _onward(scene, ways, found, report)
    if onward:
        beat["to"] = onward
    else:
        _lost(scene, ("to",), "there are responses now", report)
        beat["responses"] = _responses(scene, ways, found, report)
    return beat | _position(scene.passage)


_SHOWN = ("id", "lines", "position")
_OF_BEATS = (
    "responses", "to", "effects", "opens", "notice", "opening", "pulls", "discuss", "gate", "in_play",
)  # fmt: skip
_NOTE = "TODO: a note to the trainee, and the quality of this ending"


def _kept(scene: Scene, without: Sequence[str]) -> Values:
    return {key: value for key, value in scene.known.items() if key not in without}


def _lost(scene: Scene, keys: Sequence[str], why: str, report: Report) -> None:
    lost = [key for key in keys if key in scene.known]
    if lost:
        report.say("SC149", scene.passage.line, why=f"{why} ({', '.join(lost)})")


def _position(passage: Passage) -> Values:
    told = passage.metadata.get("position")
    parts = _POSITION.fullmatch(told) if isinstance(told, str) else None
    return {"position": {"x": int(parts[1]), "y": int(parts[2])}} if parts else {}


_POSITION = re.compile(r"\s*(-?\d{1,7})(?:\.\d*)?\s*,\s*(-?\d{1,7})(?:\.\d*)?\s*")


# -- lines ---------------------------------------------------------------------------------------------------------
def _lines(scene: Scene) -> Values:
    """`lines`, or nothing where nothing is said."""
    known = [_line(one) for one in _list(scene.known.get("lines"))]
    again = known_again([mark(said.text) for said in scene.content.said], [str(one.pop("mark", "")) for one in known])
    lines = []
    for said, one in zip(scene.content.said, again, strict=True):
        of = {} if one is None else known[one.number]
        text = of.get("text", said.text) if one and one.same else said.text
        lines.append({"text": text} | {key: value for key, value in of.items() if key != "text"})
    return {"lines": lines} if lines else {}


def _line(known: Any) -> Values:
    return dict(known) if isinstance(known, dict) else {"mark": known}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


# -- links ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _KnownWay:
    """A link that Attune wrote."""

    owner: str
    """The id of its response; empty for a way on of the beat itself."""
    number: int
    """Which of its routes it is."""
    mark: str
    when: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a link that is there."""

    way: _KnownWay
    same: bool


def _known_ways(scene: Scene, ways: Sequence[Way]) -> list[_Found | None]:
    known = _written_ways("", scene.known.get("to"))
    responses = scene.known.get("responses")
    for id, one in responses.items() if isinstance(responses, dict) else ():
        known += _written_ways(id, one)
    again = known_again([mark(way.link.text, way.link.target) for way in ways], [one.mark for one in known])
    return [_found(one, known) for one in again]


def _found(one: Again | None, known: Sequence[_KnownWay]) -> _Found | None:
    return None if one is None else _Found(known[one.number], one.same)


def _written_ways(owner: str, known: Any) -> list[_KnownWay]:
    if not isinstance(known, dict):
        return []
    whens = _list(known.get("whens"))
    return [
        _KnownWay(owner, number, str(one), str(whens[number]) if number < len(whens) else "")
        for number, one in enumerate(_list(known.get("links")))
    ]


def _onward(scene: Scene, ways: Sequence[Way], found: Sequence[_Found | None], report: Report) -> Any:
    """Where the beat itself leads; None where its links are responses."""
    if all(one is not None and not one.way.owner for one in found):
        routes = [(way.to, one.way.when if one else "") for way, one in zip(ways, found, strict=True)]
        _told_if_open(routes, scene, report)
        return _routes(routes)
    if len(ways) == 1 and ways[0].link.bare and found[0] is None:
        return ways[0].to
    return None


def _told_if_open(routes: Sequence[tuple[str, str]], scene: Scene, report: Report) -> None:
    """A last way with a condition would leave none where it does not hold, so it loses it."""
    if routes[-1][1]:
        report.say("SC149", scene.passage.line, why=f"its last way is always taken now, not only when {routes[-1][1]}")


def _routes(routes: Sequence[tuple[str, str]]) -> Any:
    """One beat, or a list of routes of which the last has no condition."""
    if len(routes) == 1:
        return routes[0][0]
    *others, last = routes
    return [*({"when": when, "go": to} if when else {"go": to} for to, when in others), {"go": last[0]}]


def _responses(scene: Scene, ways: Sequence[Way], found: Sequence[_Found | None], report: Report) -> Values:
    known = scene.known.get("responses")
    before: Mapping[str, Any] = known if isinstance(known, dict) else {}
    register = Register()
    for id in before:
        register.take(id)
    texts: dict[str, str] = {}
    routes: dict[str, list[tuple[str, str]]] = {}
    for way, one in zip(ways, found, strict=True):
        owner = one.way.owner if one else ""
        id = owner or register.new(kebab(way.link.text, "response"))
        routes.setdefault(id, []).append((way.to, one.way.when if one and owner else ""))
        if id not in texts or (one and one.way.number == 0):
            texts[id] = _text(way, one, before.get(id))
    for several in routes.values():
        _told_if_open(several, scene, report)
    return {id: _response(texts[id], _routes(several), before.get(id)) for id, several in routes.items()}


def _text(way: Way, one: _Found | None, known: Any) -> str:
    told = known.get("text") if isinstance(known, dict) else None
    return told if one and one.same and one.way.number == 0 and isinstance(told, str) else way.link.text


def _response(text: str, to: Any, known: Any) -> Values:
    if not isinstance(known, dict):
        return {"text": text, "code": PLACEHOLDER, "feedback": {"heard": _HEARD}, "to": to}
    kept = {key: value for key, value in known.items() if key not in ("links", "whens", "text", "to")}
    return {"text": text, **kept, "to": to}


_HEARD = "TODO: what the client hears in it, why, and the code"
