"""What each decision of a run earned, beside everything that was on offer at that moment, in that World.

It weighs single decisions only: scores over a whole run are in `score`, ruptures in `ruptures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.scenario.laws import Laws
from game.scenario.model import Beat, Context, Dimension, Response
from game.scenario.world import World
from game.story.run import Run, Step


@dataclass(frozen=True, slots=True)
class Option:
    """One response on offer, with what it earns here."""

    response: Response
    points: tuple[tuple[Dimension, int], ...]
    """Dimension in play -> -2..+2, in the order of the rubric's dimensions."""

    def earns(self, dimension: Dimension) -> int:
        """Points in a dimension in play; KeyError for one that is not."""
        return dict(self.points)[dimension]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of the line that stands, weighed against what else could have been said."""

    number: int
    """Counts from 1."""
    beat: Beat
    given: Option
    offered: tuple[Option, ...]
    """In the written order."""
    in_play: tuple[Dimension, ...]
    context: Context
    rupture: str | None
    """The most recently opened rupture still open, whose kind is the context."""

    def best(self, dimension: Dimension) -> int:
        """The most that anything on offer earned."""
        return max(option.earns(dimension) for option in self.offered)

    def worst(self, dimension: Dimension) -> int:
        """The least that anything on offer earned."""
        return min(option.earns(dimension) for option in self.offered)

    def mean(self, dimension: Dimension) -> Fraction:
        """What a guess earns on average, exactly."""
        return Fraction(sum(option.earns(dimension) for option in self.offered), len(self.offered))

    @property
    def lost(self) -> int:
        """Points short of the best, over all dimensions in play."""
        return sum(self.best(dimension) - self.given.earns(dimension) for dimension in self.in_play)

    @property
    def at_stake(self) -> int:
        """Points between the best and the worst, over all dimensions in play; 0 when nothing was at stake."""
        return sum(self.best(dimension) - self.worst(dimension) for dimension in self.in_play)


def decisions(run: Run) -> tuple[Decision, ...]:
    """Every decision of the line that stands, in order. Rewound ones are left out (`review.attempts`)."""
    return tuple(_decision(run, number, step) for number, step in enumerate(run.steps, start=1))


def _decision(run: Run, number: int, step: Step) -> Decision:
    laws, beat = run.story.laws, run.story.scenario.beats[step.beat]
    offered = tuple(_option(laws, beat, response, step.before) for response in laws.offered(beat, step.before))
    given = next(option for option in offered if option.response.id == step.response)
    in_play = tuple(dimension for dimension, _ in given.points)
    rupture = step.before.open[-1] if step.before.open else None
    return Decision(number, beat, given, offered, in_play, laws.context(step.before), rupture)


def _option(laws: Laws, beat: Beat, response: Response, world: World) -> Option:
    return Option(response, tuple(laws.points(beat, response, world).items()))


def why(laws: Laws, response: Response, dimension: Dimension, world: World) -> str:
    """Where the points of a response in this World come from, in words."""
    override = response.overrides.get(dimension)
    if override is not None and any(laws.holds(when, world) for when, _ in override.cases):
        return response.because
    rules = [rule for rule in laws.fired(response.code, world) if dimension in rule.add or dimension in rule.cap]
    if rules:
        return ", ".join(f"timing: {rule.id.replace('-', ' ')}" for rule in rules)
    code = laws.scenario.rubric.codes[response.code]
    return f"{code.name}: {code.definition}"
