"""A written scenario as the passages of a Twee file, such that bringing them over again gives the same scenario.

It knows the written form as plain values; what is wrong with them is asked elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from game.twee.block import block_text, mark
from game.twee.layout import Spot, spots
from game.twee.links import comes_back, content_of, link_comes_back, link_text, said_text
from game.twee.passages import Passage, twee_text
from game.twee.special import ATTUNE, is_special

FORMAT, FORMAT_VERSION = "Harlowe", "3.3.9"
"""The story format that Twine opens the story with: the one it comes with. Nothing of it is used."""

OR = "or"
"""What a second link of the same response shows: it may lead elsewhere, and Twine shows all ways."""

Values = Mapping[str, Any]


def exported(scenario: Values) -> str:
    """The Twee 3 text of a scenario, given as `written.as_values` gives it."""
    names = passage_names((*scenario["beats"], *scenario["endings"]))
    where = _spots(scenario)
    return twee_text(
        [
            Passage("StoryTitle", text=said_text(scenario["title"])),
            Passage("StoryData", text=_story(scenario, names)),
            _about(scenario),
            *(_beat(id, beat, names, where) for id, beat in scenario["beats"].items()),
            *(_ending(id, ending, names, where) for id, ending in scenario["endings"].items()),
        ]
    )


def passage_names(ids: Sequence[str]) -> dict[str, str]:
    """For each id the name of its passage: the id itself, unless Twine or Attune mean something else by it."""
    names: dict[str, str] = {}
    for id in ids:
        name = id
        while is_special(name) or (name != id and name in ids):
            name += "-"
        names[id] = name
    return names


def ifid(id: str) -> str:
    """By what Twine knows the story again: of the shape of a UUID of version 4, and always the same for one id."""
    digits = sha256(f"attune {id}".encode()).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}".upper()


def _story(scenario: Values, names: Mapping[str, str]) -> str:
    told = {
        "ifid": ifid(scenario["id"]),
        "format": FORMAT,
        "format-version": FORMAT_VERSION,
        "start": names[scenario["start"]],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _about(scenario: Values) -> Passage:
    left = {key: value for key, value in scenario.items() if key not in ("start", "beats", "endings")}
    note = "What Attune knows of the whole scenario. No link leads here, and none should."
    return Passage(ATTUNE, ("attune",), {"position": "0,0"}, f"{note}\n\n{block_text(left)}")


# -- beats and endings ---------------------------------------------------------------------------------------------
_SHOWN = ("lines", "responses", "to", "position")


def _beat(id: str, beat: Values, names: Mapping[str, str], where: Mapping[str, Spot]) -> Passage:
    responses = beat.get("responses", {})
    rows = [_links(response["text"], response["to"], names) for response in responses.values()]
    rows += [f"[[{names[route['go']]}]]" for route in beat.get("to", ())]
    known: dict[str, Any] = {"id": id} | {key: value for key, value in beat.items() if key not in _SHOWN}
    if beat.get("lines"):
        known["lines"] = [_known_line(line) for line in beat["lines"]]
    if responses:
        known["responses"] = {one: _known_response(what, names) for one, what in responses.items()}
    whens = [route.get("when", "") for route in beat.get("to", ())]
    if whens:
        known["to"] = {"links": [_bare_mark(route["go"], names) for route in beat["to"]], "whens": whens}
    return Passage(names[id], _tags(beat), _position(id, where), _text(beat, rows, known))


def _ending(id: str, ending: Values, names: Mapping[str, str], where: Mapping[str, Spot]) -> Passage:
    known: dict[str, Any] = {"id": id} | {key: value for key, value in ending.items() if key not in _SHOWN}
    if ending.get("lines"):
        known["lines"] = [_known_line(line) for line in ending["lines"]]
    return Passage(names[id], ("end",), _position(id, where), _text(ending, [], known))


def _text(beat: Values, rows: Sequence[str], known: Values) -> str:
    said = [said_text(line["text"]) for line in beat.get("lines", ())]
    return "\n\n".join(part for part in (*said, "\n".join(rows), block_text(known)) if part)


def _tags(beat: Values) -> tuple[str, ...]:
    responses = beat.get("responses", {}).values()
    opens = beat.get("opens") or any(response.get("opens") for response in responses)
    repairs = any(response.get("repairs") for response in responses)
    tags = {"client": beat.get("lines"), "rupture": opens, "repair": repairs}
    return tuple(tag for tag, is_so in tags.items() if is_so)


def _links(text: str, routes: Sequence[Values], names: Mapping[str, str]) -> str:
    first, *others = (names[route["go"]] for route in routes)
    return " ".join([link_text(text, first), *(link_text(OR, other) for other in others)])


def _known_line(line: Values) -> Any:
    text = line["text"]
    known = {"mark": mark(content_of(said_text(text)).said[0].text)}
    known |= {key: value for key, value in line.items() if key != "text"}
    if not comes_back(text):
        known["text"] = text
    return known if len(known) > 1 else known["mark"]


def _known_response(response: Values, names: Mapping[str, str]) -> Values:
    text, routes = response["text"], response["to"]
    known: dict[str, Any] = {
        "links": [_mark(text if number == 0 else OR, route, names) for number, route in enumerate(routes)]
    }
    if any(route.get("when") for route in routes):
        known["whens"] = [route.get("when", "") for route in routes]
    if not link_comes_back(text):
        known["text"] = text
    return known | {key: _briefly(key, value) for key, value in response.items() if key not in ("text", "to")}


def _briefly(key: str, value: Any) -> Any:
    """Points and repairs without a condition as authors write them: `{empathy: 1}`, `[yes-as-no]`."""
    if key == "scores":
        return {one: cases[0]["points"] if _is_one(cases, "points") else cases for one, cases in value.items()}
    if key == "repairs":
        return [one["rupture"] if one.keys() == {"rupture"} else one for one in value]
    return value


def _is_one(cases: Sequence[Values], key: str) -> bool:
    return len(cases) == 1 and cases[0].keys() == {key}


def _mark(text: str, route: Values, names: Mapping[str, str]) -> str:
    """Of the link as it will be read again."""
    link = content_of(link_text(text, names[route["go"]])).links[0]
    return mark(link.text, link.target)


def _bare_mark(id: str, names: Mapping[str, str]) -> str:
    return mark(names[id], names[id])


# -- where it stands -----------------------------------------------------------------------------------------------
def _position(id: str, where: Mapping[str, Spot]) -> dict[str, str]:
    x, y = where[id]
    return {"position": f"{x},{y}"}


def _spots(scenario: Values) -> dict[str, Spot]:
    ways = {id: list(_ways(beat)) for id, beat in scenario["beats"].items()} | {id: [] for id in scenario["endings"]}
    found = spots(ways, scenario["start"])
    for id, one in (*scenario["beats"].items(), *scenario["endings"].items()):
        if "position" in one:
            found[id] = (one["position"].get("x", 0), one["position"].get("y", 0))
    return found


def _ways(beat: Values) -> Iterator[str]:
    for response in beat.get("responses", {}).values():
        yield from (route["go"] for route in response["to"])
    yield from (route["go"] for route in beat.get("to", ()))
