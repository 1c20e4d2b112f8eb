"""Ruptures as episodes: when each opened, whether it was met, and how it ended.

It follows the Worlds of a run and judges nothing but ruptures; answers at notice prompts are judged in `noticing`.

A rupture that opens before the first response has `opened` 0. One that opens with response k, or on the way from
response k to the next offer, has `opened` k: decision k + 1 is the first that is taken while it is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from game.scenario.laws import Laws
from game.scenario.model import Open, RuptureKind
from game.scenario.world import World
from game.scoring.evidence import Decision
from game.scoring.noticing import Answer, noticing
from game.story.run import Passage, Run

Outcome = Literal["repaired", "smoothed", "partly", "open"]
"""`smoothed`: the strain went down and the client's own voice did not come up (clinical.md 10)."""

STRAIN, VOICE = "tension", "authentic_voice"
"""The two gauges that tell a repair from a smoothing over."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One rupture of a run, from opening to repair or to where the run stands."""

    id: str
    kind: RuptureKind
    marker: str
    opened: int
    """Number of the decision after which it was open; 0 before the first."""
    noticed: bool | None
    """Whether a notice prompt right after the opening was answered with its kind; None where nobody answered one."""
    addressed: int | None
    """The first decision that earned repair points while it was the newest open rupture."""
    repaired: int | None
    """Number of the decision that repaired it."""
    turns: int
    """Decisions from opening to repair, or to where the run stands."""
    outcome: Outcome


def episodes(run: Run, decisions: Iterable[Decision]) -> tuple[Episode, ...]:
    """The ruptures that opened, in order of opening."""
    steps, answers = tuple(decisions), noticing(run)
    return tuple(_episode(run, rupture, steps, answers) for rupture in _opened(run))


def worlds(run: Run) -> Iterator[tuple[int, World]]:
    """Every World of the run in order, each with the number of decisions taken by then."""
    yield from ((0, passage.world) for passage in run.opening)
    for number, step in enumerate(run.steps, start=1):
        yield number, step.after
        yield from ((number, passage.world) for passage in step.passages)


def _opened(run: Run) -> tuple[str, ...]:
    """In order of opening. What one response opens and repairs is open in no World, so the response is asked."""
    found = dict.fromkeys(_entered_open(run.opening))
    for step in run.steps:
        given = next(one for one in run.story.scenario.beats[step.beat].responses if one.id == step.response)
        opens = (effect.rupture for effect in given.effects if isinstance(effect, Open))
        found.update(dict.fromkeys((*opens, *_entered_open(step.passages))))
    return tuple(found)


def _entered_open(passages: Iterable[Passage]) -> Iterator[str]:
    return (rupture for passage in passages for rupture in passage.world.open)


def _episode(run: Run, rupture: str, decisions: tuple[Decision, ...], answers: tuple[Answer, ...]) -> Episode:
    written = run.story.scenario.ruptures[rupture]
    opened, then = next((at, world) for at, world in worlds(run) if rupture in (*world.open, *world.repaired))
    repaired = next((at for at, world in worlds(run) if rupture in world.repaired), None)
    addressed = next((decision.number for decision in decisions if _addresses(decision, rupture)), None)
    outcome = _outcome(
        repaired=repaired is not None,
        smoothed=_smoothed(run.story.laws, then, run.world),
        addressed=addressed is not None,
    )
    turns = (len(run.steps) if repaired is None else repaired) - opened
    noticed = next((answer.result == "hit" for answer in answers if rupture in answer.opened), None)
    return Episode(rupture, written.kind, written.marker, opened, noticed, addressed, repaired, turns, outcome)


def _addresses(decision: Decision, rupture: str) -> bool:
    return decision.rupture == rupture and dict(decision.given.points).get("repair", 0) >= 1


def _smoothed(laws: Laws, then: World, now: World) -> bool:
    if STRAIN not in laws.index or VOICE not in laws.index:
        return False
    eased = laws.gauge(STRAIN, now) < laws.gauge(STRAIN, then)
    return eased and laws.gauge(VOICE, now) <= laws.gauge(VOICE, then)


def _outcome(*, repaired: bool, smoothed: bool, addressed: bool) -> Outcome:
    if repaired:
        return "repaired"
    if smoothed:
        return "smoothed"
    return "partly" if addressed else "open"
