"""The debrief of a run as one value: everything that the debrief screen, the terminal and the report tell.

It gathers and names; numbers come from `scoring`, layout belongs to whoever shows it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.reports import words
from game.reports.moment import MomentTold, tell
from game.scenario.model import DIMENSIONS, Dimension, RuptureKind
from game.scoring.noticing import Answer
from game.scoring.review import EndingsFrom, Turn, attempts, turn
from game.scoring.ruptures import STRAIN, VOICE, Episode, Outcome
from game.scoring.score import DimensionScore, Safety, Score, score
from game.story.run import Run
from game.story.transcript import Rated, standing


@dataclass(frozen=True, slots=True)
class Arc:
    """One of the three scores, as an arc shows it."""

    dimension: Dimension
    name: str
    reach: float | None
    """0..1; None where nothing was at stake."""
    chance: float | None
    """0..1, what guessing at the same moments scores."""
    level: float | None
    """1..5; None where it was never in play."""
    band: str
    """The level in words."""
    moments: int
    """Moments that had it in play: what the level rests on."""
    at_stake: int
    """Those with something to gain or lose: what reach and chance rest on."""
    own: int | None
    """The trainee's own rating, 1..5, given before any score was shown."""


@dataclass(frozen=True, slots=True)
class RuptureTold:
    """One rupture, as the session line shades it and the list of ruptures tells it."""

    id: str
    kind: RuptureKind
    marker: str
    sign: str
    """The name of the marker."""
    note: str
    """What it looked like, in the author's words."""
    opened: int
    """It was open from the offer after this decision on; 0 is the first offer."""
    until: int
    """The decision that repaired it, or the last one."""
    turns: int
    noticed: bool | None
    addressed: int | None
    repaired: int | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SessionLine:
    """The session as two lines: how things stood before the first decision and after each."""

    strain: tuple[int, ...]
    """Tension, one value more than there are decisions; empty where the scenario has no such gauge."""
    voice: tuple[int, ...]
    """Authentic voice, likewise."""
    least: int
    most: int
    """Bounds of the scale both are drawn on."""


@dataclass(frozen=True, slots=True)
class EndingTold:
    """How it ended."""

    id: str
    title: str
    quality: str
    """As the scenario says it; `words.quality` has the word for it."""
    note: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything a debrief tells."""

    scenario: str
    title: str
    client: str
    ending: EndingTold | None
    """None for a session that was left before its end."""
    arcs: tuple[Arc, ...]
    line: SessionLine
    ruptures: tuple[RuptureTold, ...]
    moments: tuple[MomentTold, ...]
    noticing: tuple[Answer, ...]
    safety: Safety
    turn: Turn | None
    attempts: int
    """Decisions that were taken back; they are not scored."""
    key: str
    """Where the points come from, in one sentence."""


def debrief(run: Run, endings_from: EndingsFrom | None = None) -> Debrief:
    """The debrief of the line that stands; without `endings_from` it tells no doors."""
    scored, scenario, tried = score(run), run.story.scenario, attempts(run)
    moments = tuple(
        tell(run, decision, endings_from, answers=scored.noticing, attempts=tried) for decision in scored.decisions
    )
    return Debrief(
        scenario.id,
        scenario.title,
        scenario.client.name,
        _ending(run),
        _arcs(run, scored),
        _line(run),
        tuple(_rupture(run, episode) for episode in scored.ruptures),
        moments,
        scored.noticing,
        scored.safety,
        turn(run),
        len(tried),
        _key(run),
    )


def _ending(run: Run) -> EndingTold | None:
    ending = run.ending
    return EndingTold(ending.id, words.ending_title(ending), ending.quality, ending.note) if ending else None


def _arcs(run: Run, scored: Score) -> tuple[Arc, ...]:
    own = _own_ratings(run)
    return tuple(_arc(run, scored.dimensions[dimension], own.get(dimension)) for dimension in DIMENSIONS)


def _arc(run: Run, found: DimensionScore, own: int | None) -> Arc:
    scale = run.story.scenario.rubric.dimensions.get(found.dimension)
    name = scale.name if scale else words.title_of(found.dimension)
    return Arc(
        found.dimension, name, found.reach, found.chance, found.level, found.band, found.moments, found.at_stake, own
    )


def _own_ratings(run: Run) -> dict[str, int]:
    given = [entry for entry in standing(run.entries) if isinstance(entry, Rated)]  # of this attempt
    return dict(given[-1].ratings) if given else {}


def _line(run: Run) -> SessionLine:
    gauges = [run.story.scenario.gauges[name] for name in (STRAIN, VOICE) if name in run.story.laws.index]
    least = min((gauge.min for gauge in gauges), default=0)
    return SessionLine(_track(run, STRAIN), _track(run, VOICE), least, max((gauge.max for gauge in gauges), default=0))


def _track(run: Run, gauge: str) -> tuple[int, ...]:
    laws = run.story.laws
    if gauge not in laws.index:
        return ()
    stood = (run.opening, *(step.passages for step in run.steps))
    return tuple(laws.gauge(gauge, passages[-1].world) for passages in stood)


def _rupture(run: Run, episode: Episode) -> RuptureTold:
    scenario = run.story.scenario
    marker = scenario.rubric.markers.get(episode.marker)
    return RuptureTold(
        episode.id,
        episode.kind,
        episode.marker,
        marker.name if marker else "",
        scenario.ruptures[episode.id].note,
        episode.opened,
        len(run.steps) if episode.repaired is None else episode.repaired,
        episode.turns,
        episode.noticed,
        episode.addressed,
        episode.repaired,
        episode.outcome,
    )


def _key(run: Run) -> str:
    meta = run.story.scenario.meta
    if meta.key_status == "panel":
        return f"The points are those of a panel of {words.number(meta.key_raters)} expert raters."
    return "The points are the author's key, not yet those of a panel of experts: argue with them."
