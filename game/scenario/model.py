"""The frozen run-time types of a compiled scenario.

This module holds values only: it does not read YAML (`source`, `written`), decide what holds (`world`) or judge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.scenario.condition import Condition

Dimension = Literal["empathy", "humility", "repair"]
"""The three scores. Their anchors and bands stand in the rubric."""

Context = Literal["withdrawal", "confrontation", "none"]
"""The kind of the most recently opened rupture still open, or `none`."""

RuptureKind = Literal["withdrawal", "confrontation"]

DIMENSIONS: tuple[Dimension, ...] = ("empathy", "humility", "repair")
CONTEXTS: tuple[Context, ...] = ("withdrawal", "confrontation", "none")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written. Lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 1, 1)


# -- Effects: a closed union -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Shift:
    """Moves a gauge; clamped once, after all shifts of one step are summed."""

    gauge: str
    by: int


@dataclass(frozen=True, slots=True)
class Raise:
    """Puts a flag up."""

    flag: str


@dataclass(frozen=True, slots=True)
class Lower:
    """Takes a flag down."""

    flag: str


@dataclass(frozen=True, slots=True)
class Open:
    """Opens a rupture that was never opened before; otherwise does nothing."""

    rupture: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Repairs an open rupture when its condition holds in the new World."""

    rupture: str
    when: Condition | None = None


Effect = Shift | Raise | Lower | Open | Repair


# -- Rubric ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Gauge:
    """A whole number that says how the client is."""

    id: str
    start: int
    min: int
    max: int
    means: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """What kind of move a response makes, with its default points and shifts per context."""

    id: str
    name: str
    definition: str
    family: str
    strategy: str | None
    tag: str | None
    points: Mapping[Context, Mapping[Dimension, int]]
    """Context -> dimension -> points. A dimension left out makes no claim."""
    shifts: Mapping[Context, Mapping[str, int]]
    """Context -> gauge -> shift."""

    @property
    def is_error(self) -> bool:
        """Whether choosing it is an error in the sense of `last_error()`."""
        return self.family == "error"


@dataclass(frozen=True, slots=True)
class Rule:
    """A timing rule, read in the World before the response."""

    id: str
    codes: frozenset[str]
    when: Condition
    add: Mapping[Dimension, int]
    cap: Mapping[Dimension, int]
    shifts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scale:
    """One dimension: its name, its five anchors (-2..+2) and its bands (1..5)."""

    id: Dimension
    name: str
    anchors: Mapping[int, str]
    bands: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Marker:
    """A sign of rupture (3RS): W1..W7, C1..C7."""

    id: str
    kind: RuptureKind
    name: str
    looks: str


@dataclass(frozen=True, slots=True)
class Strategy:
    """A resolution strategy (3RS): S1..S10."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Pull:
    """A countertransference pull, and the codes that act it out."""

    id: str
    name: str
    acts_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """Everything that judges: codes, dimensions, rules and the closed lists."""

    id: str
    title: str
    sha: str
    dimensions: Mapping[Dimension, Scale]
    gauges: Mapping[str, Gauge]
    codes: Mapping[str, Code]
    rules: tuple[Rule, ...]
    markers: Mapping[str, Marker]
    strategies: Mapping[str, Strategy]
    pulls: Mapping[str, Pull]
    families: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]
    """The closed lists by name: difficulties, qualities, poses, concerns, relationships, concepts, openings, mco."""


# -- Scenario ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, or seen when `aside`."""

    text: str
    pose: str = "neutral"
    when: Condition | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go; the first route whose condition holds is taken, and the last has none."""

    to: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """The author's points for one dimension: the first case that holds before the response, else no override."""

    cases: tuple[tuple[Condition | None, int], ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reply did, in words. Every part may be empty while a scenario is being written."""

    heard: str = ""
    why: str = ""
    principle: str = ""
    stronger: str = ""
    """The id of a response of the same beat, or text, or empty where nothing on offer is stronger."""


@dataclass(frozen=True, slots=True)
class Response:
    """One thing the trainee may say. Its points and shifts follow from its code, the World and the author."""

    id: str
    text: str
    code: str
    routes: tuple[Route, ...]
    feedback: Feedback = Feedback()
    when: Condition | None = None
    once: bool = False
    reply: tuple[Line, ...] = ()
    overrides: Mapping[Dimension, Override] = field(default_factory=dict)
    because: str = ""
    shifts: Mapping[str, int] = field(default_factory=dict)
    """The author's shifts: they replace the computed shift of the gauges they name."""
    effects: tuple[Effect, ...] = ()
    """In order: Raise, Lower, Open, Repair."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Beat:
    """One stretch of the scene: lines, then responses, or a way on."""

    id: str
    lines: tuple[Line, ...] = ()
    responses: tuple[Response, ...] = ()
    routes: tuple[Route, ...] = ()
    """Where a beat without responses leads."""
    effects: tuple[Effect, ...] = ()
    """On entering: Shift, then Raise, Lower, Open."""
    notice: bool = False
    openings: tuple[str, ...] = ()
    pulls: tuple[str, ...] = ()
    discuss: str = ""
    gate: str = ""
    in_play: tuple[Dimension, ...] | None = None
    """Replaces the computed dimensions in play."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended, with a note to the trainee."""

    id: str
    quality: str
    lines: tuple[Line, ...]
    note: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Rupture:
    """A strain between client and therapist that can open once and be repaired."""

    id: str
    kind: RuptureKind
    marker: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """The simulated client, as the case file tells of them."""

    name: str
    pronouns: str = ""
    age: int | None = None
    intake: str = ""
    relational_image: str = ""
    protects_by: str = ""
    yearns_for: str = ""
    person: str = ""
    """The name of a face in `assets/people`."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a library card and a case file show."""

    summary: str = ""
    setting: str = ""
    difficulty: str = ""
    minutes: int = 0
    concerns: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    content_note: str = ""
    key_status: str = "author"
    key_raters: int = 0
    waive: Mapping[str, str] = field(default_factory=dict)
    """Code of a warning -> why the author lets it stand."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A compiled scenario: immutable, shared by every run of it."""

    id: str
    title: str
    format: int
    sha: str
    """SHA-256 of the bytes of the scenario file and of its rubric's file, in hex."""
    client: Client
    meta: Meta
    rubric: Rubric
    gauges: Mapping[str, Gauge]
    flags: tuple[str, ...]
    ruptures: Mapping[str, Rupture]
    start: str
    beats: Mapping[str, Beat]
    endings: Mapping[str, Ending]

    @property
    def decisions(self) -> int:
        """How many beats ask for a response."""
        return sum(1 for beat in self.beats.values() if beat.responses)
