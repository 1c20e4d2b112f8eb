"""A scenario as it is written: the shape of its YAML, and faults of shape as findings. The only door of pydantic.

Whether names exist and routes lead anywhere is asked by `compile`; the rubric's shape stands in `written_rubric`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from game.scenario.findings import MOST_ALIKE, Finding, finding, in_order
from game.scenario.model import Place
from game.scenario.tree import Node, find, plain
from game.scenario.written_faults import in_plain_words


class Strict(BaseModel):
    """A mapping in which nothing is guessed, nothing is left over and nothing changes."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _as_routes(value: Any) -> Any:
    return [{"go": value}] if isinstance(value, str) else value


def _as_repairs(value: Any) -> Any:
    listed = value if isinstance(value, list) else [value]
    return [{"rupture": item} if isinstance(item, str) else item for item in listed]


def _as_cases(value: Any) -> Any:
    return [{"points": value}] if isinstance(value, int) and not isinstance(value, bool) else value


Words = Annotated[str, Field(min_length=1)]
"""Text that may not be empty."""

Names = Annotated[list[Words], BeforeValidator(_as_list, json_schema_input_type=Words | list[Words])]
"""One name, or a list of them."""

_Item = TypeVar("_Item")
Some = Annotated[list[_Item], Field(min_length=1)]
"""A list that may not be empty."""

Points = Annotated[int, Field(ge=-2, le=2)]
Dimension = Literal["empathy", "humility", "repair"]
RuptureKind = Literal["withdrawal", "confrontation"]


class Line(Strict):
    """One thing said, or seen."""

    text: Words
    pose: Words = "neutral"
    when: Words = ""
    aside: bool = False


class Route(Strict):
    """Where to go, and when."""

    go: Words
    when: Words = ""


Routes = Annotated[Some[Route], BeforeValidator(_as_routes, json_schema_input_type=Words | Some[Route])]
"""One beat or ending, or a list of routes."""


class Case(Strict):
    """The author's points where a condition holds."""

    points: Points
    when: Words = ""


Cases = Annotated[Some[Case], BeforeValidator(_as_cases, json_schema_input_type=Points | Some[Case])]
"""Points, or a list of cases."""


class Scores(Strict):
    """The author's points for the dimensions named."""

    empathy: Cases = Field(default_factory=list)
    humility: Cases = Field(default_factory=list)
    repair: Cases = Field(default_factory=list)


class Feedback(Strict):
    """What a reply did, in words."""

    heard: str = ""
    why: str = ""
    principle: str = ""
    stronger: str = ""


class Repair(Strict):
    """The rupture a response repairs, and when."""

    rupture: Words
    when: Words = ""


Repairs = Annotated[
    list[Repair], BeforeValidator(_as_repairs, json_schema_input_type=Words | Repair | list[Words | Repair])
]
"""One rupture, or a list of them, each with or without a condition."""


class Response(Strict):
    """One thing the trainee may say."""

    text: Words
    code: Words
    to: Routes
    reply: list[Line] = Field(default_factory=list)
    when: Words = ""
    once: bool = False
    scores: Scores = Field(default_factory=Scores)
    because: str = ""
    effects: dict[str, int] = Field(default_factory=dict)
    sets: Names = Field(default_factory=list)
    clears: Names = Field(default_factory=list)
    opens: Names = Field(default_factory=list)
    repairs: Repairs = Field(default_factory=list)
    feedback: Feedback = Field(default_factory=Feedback)


class Position(Strict):
    """Where a picture of the whole shows a beat or ending; nothing else asks for it."""

    x: int = 0
    y: int = 0


class Beat(Strict):
    """One stretch of the scene."""

    lines: list[Line] = Field(default_factory=list)
    effects: dict[str, int] = Field(default_factory=dict)
    opens: Names = Field(default_factory=list)
    notice: bool = False
    opening: Names = Field(default_factory=list)
    pulls: Names = Field(default_factory=list)
    discuss: str = ""
    gate: str = ""
    in_play: Annotated[
        list[Dimension], BeforeValidator(_as_list, json_schema_input_type=Dimension | list[Dimension])
    ] = Field(default_factory=list)
    responses: dict[str, Response] = Field(default_factory=dict)
    to: Routes = Field(default_factory=list)
    position: Position = Field(default_factory=Position)


class Ending(Strict):
    """How it ends."""

    quality: Words
    lines: list[Line] = Field(default_factory=list)
    note: str = ""
    position: Position = Field(default_factory=Position)


class Client(Strict):
    """The simulated client."""

    name: Words
    pronouns: str = ""
    age: Annotated[int, Field(ge=0, le=150)] = 0
    intake: str = ""
    relational_image: str = ""
    protects_by: str = ""
    yearns_for: str = ""
    person: str = ""


class Gauge(Strict):
    """A change to a gauge of the rubric, or a gauge of this scenario's own."""

    start: int = 0
    min: int = 0
    max: int = 10
    means: str = ""


class Rupture(Strict):
    """A strain that can open once and be repaired."""

    kind: RuptureKind
    marker: Words
    note: str = ""


class Key(Strict):
    """Where the key comes from: the author, or a panel of raters."""

    status: Literal["author", "panel"]
    raters: Annotated[int, Field(ge=0)] = 0


MOST_NAMES = 1_000
"""Gauges, flags or ruptures of a scenario at most: each is a part of every World."""

FORMAT = 1
"""Would a program that knows only the older format misread a scenario written for the newer one? Then raise it."""


class Scenario(Strict):
    """The whole file."""

    format: Annotated[int, Field(json_schema_extra={"const": FORMAT})]
    id: Words
    title: Words
    rubric: Words
    summary: str = ""
    key: Key = Key(status="author")
    difficulty: str = ""
    minutes: Annotated[int, Field(ge=0, le=600)] = 0
    concerns: list[Words] = Field(default_factory=list)
    relationships: list[Words] = Field(default_factory=list)
    concepts: list[Words] = Field(default_factory=list)
    content_note: str = ""
    client: Client
    setting: str = ""
    gauges: dict[str, Gauge] = Field(default_factory=dict, max_length=MOST_NAMES)
    flags: list[Words] = Field(default_factory=list, max_length=MOST_NAMES)
    ruptures: dict[str, Rupture] = Field(default_factory=dict, max_length=MOST_NAMES)
    start: Words
    beats: Annotated[dict[str, Beat], Field(min_length=1)]
    endings: Annotated[dict[str, Ending], Field(min_length=1)]
    waive: dict[str, Words] = Field(default_factory=dict)


def scenario_from(root: Node, name: str) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """The tree as a written scenario, or every fault of its shape."""
    declared = find(root, ("format",)) if root.kind == "mapping" and "format" in root.value else None
    if declared is not None and type(declared.value) is int and declared.value != FORMAT:
        place = Place(name, declared.line, declared.column)
        return None, (finding("SC019", place, format=declared.text),)
    return validated(Scenario, root, name)


def as_values(scenario: Scenario) -> dict[str, Any]:
    """What was written, as plain values: every list and route spelt out, and nothing that was left out."""
    return scenario.model_dump(exclude_unset=True)


def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario, every spelling that is read included; in draft 7, which YAML editors know."""
    return for_editors(Scenario)


def for_editors(shape: type[Strict]) -> dict[str, Any]:
    """The JSON Schema of one shape, without titles made of its names and without defaults that say nothing."""
    made = _plainer(shape.model_json_schema(ref_template="#/definitions/{model}"))
    definitions = made.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made, "definitions": definitions}


def _plainer(part: Any, *, named: bool = False) -> Any:
    """The part without `title` and empty `default`; what is named by an author, not by the schema, may be called so."""
    if isinstance(part, list):
        return [_plainer(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    left = {key: value for key, value in part.items() if named or not _says_nothing(key, value)}
    return {key: _plainer(value, named=not named and key in ("properties", "$defs")) for key, value in left.items()}


def _says_nothing(key: str, value: Any) -> bool:
    return key == "title" or (key == "default" and value in ("", 0, False))


_Shape = TypeVar("_Shape", bound=Strict)


def validated(shape: type[_Shape], root: Node, name: str) -> tuple[_Shape | None, tuple[Finding, ...]]:
    """The tree in this shape, or every fault of shape with its place."""
    try:
        return shape.model_validate(plain(root)), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=True, include_input=False)
    return None, in_order(in_plain_words(shape, root, name, fault) for fault in faults[:MOST_ALIKE])
