"""A rubric as it is written: the shape of its YAML.

Whether its names fit together is asked by `rubric`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from game.scenario.findings import Finding
from game.scenario.tree import Node
from game.scenario.written import Names, Points, RuptureKind, Strict, Words, for_editors, validated


def _for_every_context(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return {"withdrawal": value, "confrontation": value, "none": value}
    return value


def _shifts_for_every_context(value: Any) -> Any:
    if isinstance(value, dict) and value and not any(isinstance(inner, dict) for inner in value.values()):
        return {"withdrawal": value, "confrontation": value, "none": value}
    return value


class ByContext(Strict):
    """Points per rupture context; a context left out makes no claim."""

    withdrawal: Points = 0
    confrontation: Points = 0
    none: Points = 0


PointsByContext = Annotated[ByContext, BeforeValidator(_for_every_context, json_schema_input_type=Points | ByContext)]


class Claims(Strict):
    """Points per dimension; a dimension left out makes no claim."""

    empathy: PointsByContext = ByContext()
    humility: PointsByContext = ByContext()
    repair: PointsByContext = ByContext()


class Shifts(Strict):
    """Gauge -> shift per rupture context; a context left out shifts nothing."""

    withdrawal: dict[str, int] = Field(default_factory=dict)
    confrontation: dict[str, int] = Field(default_factory=dict)
    none: dict[str, int] = Field(default_factory=dict)


ShiftsByContext = Annotated[
    Shifts, BeforeValidator(_shifts_for_every_context, json_schema_input_type=dict[str, int] | Shifts)
]


class PerDimension(Strict):
    """A whole number for the dimensions named."""

    empathy: Annotated[int, Field(ge=-4, le=4)] = 0
    humility: Annotated[int, Field(ge=-4, le=4)] = 0
    repair: Annotated[int, Field(ge=-4, le=4)] = 0


class Scale(Strict):
    """A dimension: five anchors (-2 to 2), five bands (1 to 5)."""

    name: str = ""
    anchors: dict[Literal["-2", "-1", "0", "1", "2"], Words] = Field(default_factory=dict)
    bands: dict[Literal["1", "2", "3", "4", "5"], Words] = Field(default_factory=dict)


class Dimensions(Strict):
    """The three scores."""

    empathy: Scale
    humility: Scale
    repair: Scale


class Gauge(Strict):
    """A whole number that says how the client is."""

    start: int
    min: int = 0
    max: int = 10
    means: str = ""


class Code(Strict):
    """What kind of move a response makes."""

    name: Words
    family: Words
    definition: str = ""
    strategy: str = ""
    tag: str = ""
    points: Claims = Claims()
    effects: ShiftsByContext = Shifts()


class Rule(Strict):
    """A timing rule."""

    id: Words
    codes: Annotated[Names, Field(min_length=1)]
    when: Words
    add: PerDimension = PerDimension()
    cap: PerDimension = PerDimension()
    effects: dict[str, int] = Field(default_factory=dict)


class Marker(Strict):
    """A sign of rupture."""

    kind: RuptureKind
    name: Words
    looks: str = ""


class Strategy(Strict):
    """A resolution strategy."""

    name: Words
    type: Literal["immediate", "exploratory", "late", "either"]


class Pull(Strict):
    """A countertransference pull."""

    name: Words
    acts_out: Names = Field(default_factory=list)


class Rubric(Strict):
    """The whole file."""

    id: Words
    title: str = ""
    dimensions: Dimensions
    gauges: dict[str, Gauge]
    codes: Annotated[dict[str, Code], Field(min_length=1)]
    rules: list[Rule] = Field(default_factory=list)
    pulls: dict[str, Pull] = Field(default_factory=dict)
    markers: dict[str, Marker] = Field(default_factory=dict)
    strategies: dict[str, Strategy] = Field(default_factory=dict)
    therapist_tags: dict[str, str] = Field(default_factory=dict)
    families: list[Words] = Field(default_factory=list)
    difficulties: list[Words] = Field(default_factory=list)
    qualities: list[Words] = Field(default_factory=list)
    poses: list[Words] = Field(default_factory=list)
    concerns: list[Words] = Field(default_factory=list)
    relationships: list[Words] = Field(default_factory=list)
    concepts: list[Words] = Field(default_factory=list)
    openings: list[Words] = Field(default_factory=list)
    mco: list[Words] = Field(default_factory=list)


def rubric_from(root: Node, name: str) -> tuple[Rubric | None, tuple[Finding, ...]]:
    """The tree as a written rubric, or every fault of its shape."""
    return validated(Rubric, root, name)


def schema() -> dict[str, Any]:
    """The JSON Schema of a rubric, for completion in an author's editor."""
    return for_editors(Rubric)
