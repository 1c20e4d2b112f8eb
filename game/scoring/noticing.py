"""Whether the trainee saw what happened between the two of them, at the moments that asked.

It reads the journal and the Worlds; it gives no points, for noticing is shown apart from the three scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario.world import World
from game.story.run import Run
from game.story.transcript import Noticed, Noticing, Responded, standing

Result = Literal["hit", "miss", "false alarm", "correct rejection"]
"""In the words of signal detection: the signal is a rupture that has just opened, or an older one still open."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answered notice prompt of the line that stands."""

    before: int
    """Number of the decision it was asked before, from 1."""
    beat: str
    said: Noticing
    signs: tuple[str, ...]
    """Markers the trainee ticked."""
    opened: tuple[str, ...]
    """Ruptures that opened since the decision before."""
    result: Result


def noticing(run: Run) -> tuple[Answer, ...]:
    """The answers at notice prompts, in order; prompts that were passed over are left out."""
    found: list[Answer] = []
    taken = 0
    for entry in standing(run.entries):
        if isinstance(entry, Responded):
            taken += 1
        elif isinstance(entry, Noticed) and entry.kind is not None:
            found.append(_answer(run, taken, entry, entry.kind))
    return tuple(found)


def _answer(run: Run, taken: int, entry: Noticed, said: Noticing) -> Answer:
    now = (run.steps[taken - 1].passages if taken else run.opening)[-1].world
    known = _known(run.steps[taken - 1].before) if taken else frozenset()
    opened = tuple(rupture for rupture in now.open if rupture not in known)
    older = tuple(rupture for rupture in now.open if rupture in known)
    return Answer(taken + 1, entry.beat, said, entry.signs, opened, _result(run, said, opened, older))


def _known(world: World) -> frozenset[str]:
    return world.repaired | set(world.open)


def _result(run: Run, said: Noticing, opened: tuple[str, ...], older: tuple[str, ...]) -> Result:
    kinds = {run.story.scenario.ruptures[rupture].kind for rupture in opened or older}
    if said in kinds:
        return "hit"
    if opened:
        return "miss"
    return "correct rejection" if said == "nothing" else "false alarm"
