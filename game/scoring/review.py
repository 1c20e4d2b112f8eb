"""A look back at each decision: how well it fitted, which doors it closed, and where the session turned.

It compares a decision only with what was on offer at that moment; which endings can still be reached is asked of
the explorer through `EndingsFrom`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from game.scenario.model import Scenario
from game.scenario.world import World
from game.scoring.evidence import Decision
from game.scoring.ruptures import STRAIN, VOICE
from game.story.run import Passage, Run
from game.story.transcript import Responded, Rewound

Rating = Literal["attuned", "sound", "missed", "misattuned"]

EndingsFrom = Callable[[str, World], tuple[str, ...]]
"""(beat, World) -> the endings that can still be reached from there, exactly."""

BEST_FIRST: tuple[str, ...] = ("repaired", "referred", "partial", "smoothed", "ruptured")
"""Qualities of endings in the order of what they are worth. Referring on is the right end where safety is at stake."""

TURNING = 2
"""The least movement of the session line that counts as a turn."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The endings within reach before and after a decision."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    best_before: str
    """The best quality still within reach; empty when the explorer found no ending."""
    best_after: str

    @property
    def closed(self) -> tuple[str, ...]:
        """The endings that this decision put out of reach."""
        return tuple(ending for ending in self.before if ending not in self.after)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A decision that was taken back."""

    decision: int
    beat: str
    response: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the session turned: the decision after which the client's voice and the strain moved most."""

    decision: int
    voice: int
    """Change of authentic voice until the next decision."""
    strain: int
    """Change of tension until the next decision."""

    @property
    def better(self) -> bool:
        """Whether it turned towards the client's own voice."""
        return self.voice > self.strain


def rating(decision: Decision) -> Rating | None:
    """How well a response fitted, by the share of what was at stake that it lost; None when nothing was.

    attuned: nothing lost. sound: up to a third. missed: up to two thirds. misattuned: more.
    """
    if not decision.at_stake:
        return None
    if not decision.lost:
        return "attuned"
    if 3 * decision.lost <= decision.at_stake:
        return "sound"
    return "missed" if 3 * decision.lost <= 2 * decision.at_stake else "misattuned"


def doors(run: Run, number: int, endings_from: EndingsFrom) -> Doors:
    """The endings within reach before and after decision `number` (from 1), in the scenario's order."""
    step, scenario = run.steps[number - 1], run.story.scenario
    before = _within_reach(scenario, Passage(step.beat, step.before), endings_from)
    after = _within_reach(scenario, step.passages[-1], endings_from)
    return Doors(before, after, best_quality(scenario, before), best_quality(scenario, after))


def best_quality(scenario: Scenario, endings: Iterable[str]) -> str:
    """The best quality among some endings; empty when there are none."""
    qualities = {scenario.endings[ending].quality for ending in endings}
    return next((quality for quality in BEST_FIRST if quality in qualities), "")


def attempts(run: Run) -> tuple[Attempt, ...]:
    """Every decision that was rewound, in the order in which it was taken."""
    line: list[Attempt] = []
    dropped: list[Attempt] = []
    for entry in run.entries:
        if isinstance(entry, Responded):
            line.append(Attempt(len(line) + 1, entry.beat, entry.response))
        elif isinstance(entry, Rewound):
            dropped += line[entry.to :]
            del line[entry.to :]
    return tuple(dropped)


def turn(run: Run) -> Turn | None:
    """Where the session turned; the first of equals. None when nothing moved by much, or the gauges are not there."""
    laws = run.story.laws
    if STRAIN not in laws.index or VOICE not in laws.index:
        return None
    turns = [
        Turn(number, _moved(run, number, VOICE), _moved(run, number, STRAIN)) for number in range(1, len(run.steps) + 1)
    ]
    most = max(turns, key=lambda found: abs(found.voice - found.strain), default=None)
    return most if most and abs(most.voice - most.strain) >= TURNING else None


def _moved(run: Run, number: int, gauge: str) -> int:
    step, laws = run.steps[number - 1], run.story.laws
    return laws.gauge(gauge, step.passages[-1].world) - laws.gauge(gauge, step.before)


def _within_reach(scenario: Scenario, at: Passage, endings_from: EndingsFrom) -> tuple[str, ...]:
    if at.to in scenario.endings:
        return (at.to,)
    found = set(endings_from(at.to, at.world))
    return tuple(ending for ending in scenario.endings if ending in found)
