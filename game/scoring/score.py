"""The three scores of a run, each beside what guessing at the same moments would have scored.

    reach  = sum(points - worst) / sum(best - worst)   over moments where best > worst
    chance = the same with the mean of what was on offer in place of points
    level  = mean(points) + 3                          over all moments in play, on 1..5

It gives no grade: a score says how many moments it rests on. Everything is recomputed from the run at will.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from game.scenario.model import DIMENSIONS, Dimension, Rubric
from game.scoring.evidence import Decision, decisions
from game.scoring.noticing import Answer, noticing
from game.scoring.ruptures import Episode, episodes
from game.story.run import Run

SAFETY_CODE = "SK"
"""The code of a calm, direct question about safety."""


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One of the three scores."""

    dimension: Dimension
    reach: float | None
    """0..1, the share of what could be earned; None where no moment had anything at stake."""
    chance: float | None
    """0..1, the reach of guessing at the same moments."""
    level: float | None
    """1..5; None where the dimension was never in play."""
    moments: int
    """How many moments had it in play."""
    at_stake: int
    """How many of them had something to gain or lose: reach and chance rest on these."""
    band: str
    """The level in words, from the rubric."""


@dataclass(frozen=True, slots=True)
class Safety:
    """Whether cues of danger were met with a question."""

    cued: int
    """Decisions taken at a safety cue."""
    asked: int
    """Decisions that asked about safety."""

    @property
    def missed(self) -> bool:
        """A cue was met and the question never came: the repair reach is held at chance or below."""
        return self.cued > 0 and self.asked == 0


@dataclass(frozen=True, slots=True)
class Score:
    """All that a run shows."""

    rubric: str
    dimensions: Mapping[Dimension, DimensionScore]
    ruptures: tuple[Episode, ...]
    noticing: tuple[Answer, ...]
    safety: Safety
    decisions: tuple[Decision, ...]


def score(run: Run) -> Score:
    """The score of the line that stands, of a whole run or of one under way."""
    taken, rubric = decisions(run), run.story.scenario.rubric
    safety = _safety(taken)
    scores = {dimension: _dimension(rubric, dimension, taken) for dimension in DIMENSIONS}
    if safety.missed:
        scores["repair"] = _held_at_chance(scores["repair"])
    return Score(rubric.id, scores, episodes(run, taken), noticing(run), safety, taken)


def _dimension(rubric: Rubric, dimension: Dimension, taken: Iterable[Decision]) -> DimensionScore:
    moments = [decision for decision in taken if dimension in decision.in_play]
    staked = [decision for decision in moments if decision.best(dimension) > decision.worst(dimension)]
    whole = sum(decision.best(dimension) - decision.worst(dimension) for decision in staked)
    gained = sum(decision.given.earns(dimension) - decision.worst(dimension) for decision in staked)
    guessed = sum((decision.mean(dimension) - decision.worst(dimension) for decision in staked), Fraction())
    level = _level(dimension, moments)
    return DimensionScore(
        dimension,
        gained / whole if whole else None,
        float(guessed / whole) if whole else None,
        None if level is None else float(level),
        len(moments),
        len(staked),
        "" if level is None else band(rubric, dimension, level),
    )


def _level(dimension: Dimension, moments: list[Decision]) -> Fraction | None:
    if not moments:
        return None
    return Fraction(sum(decision.given.earns(dimension) for decision in moments), len(moments)) + 3


def band(rubric: Rubric, dimension: Dimension, level: Fraction) -> str:
    """The words for a level: those of the nearest whole number, the higher one at a half."""
    scale = rubric.dimensions.get(dimension)
    return scale.bands.get(int(level + Fraction(1, 2)), "") if scale else ""


def _safety(taken: Iterable[Decision]) -> Safety:
    steps = tuple(taken)
    cued = sum(1 for decision in steps if decision.beat.gate)
    return Safety(cued, sum(1 for decision in steps if decision.given.response.code == SAFETY_CODE))


def _held_at_chance(scored: DimensionScore) -> DimensionScore:
    if scored.reach is None or scored.chance is None:
        return scored
    return replace(scored, reach=min(scored.reach, scored.chance))
