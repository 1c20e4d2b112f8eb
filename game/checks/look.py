"""A compiled scenario looked at from every side: the findings of all checks, and the plays they rest on.

It runs the checks and gathers; each of them is in a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from game.checks import choices, points, repairing, ways
from game.checks.across import ACROSS, Shelved
from game.checks.content import CONTENT
from game.checks.explored import check_explored
from game.checks.leanings import LEANINGS
from game.checks.plays import Check, Plays
from game.checks.shelving import shelved
from game.checks.structure import check
from game.checks.surface import SURFACE
from game.checks.tells import TELLS
from game.scenario.compile import Compiled
from game.scenario.desk import Desk
from game.scenario.explore import LIMIT, explore
from game.scenario.findings import TABLE, Finding, finding, in_order, waive
from game.scenario.laws import Laws

PROVED: tuple[Check, ...] = (
    *ways.CHECKS,
    *choices.CHECKS,
    *points.CHECKS,
    *repairing.CHECKS,
    *TELLS,
    *LEANINGS,
    *SURFACE,
)
"""Checks that are only asked where the whole scenario could be looked through."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at one scenario file."""

    compiled: Compiled
    findings: tuple[Finding, ...]
    plays: Plays | None
    """None where the scenario cannot be played."""
    shelved: Shelved | None = None
    """What `across` holds against other scenarios; None where not all of it could be looked through."""


def look(compiled: Compiled, *, limit: int = LIMIT) -> Looked:
    """Every finding about the scenario, those of compiling it included."""
    scenario, tree = compiled.scenario, compiled.tree
    if scenario is None or tree is None:
        return Looked(compiled, compiled.findings, None)
    explored = explore(Laws(scenario), limit=limit)
    plays = Plays(scenario, Desk(compiled.files[0].name, tree, {}), explored)
    read = chain.from_iterable(one(plays) for one in CONTENT)
    found = (*compiled.findings, *check(compiled), *check_explored(compiled, explored), *read)
    proved = chain.from_iterable(one(plays) for one in PROVED) if explored.complete else ()
    every = waive(in_order((*found, *proved)), scenario.meta.waive)
    shelf = shelved(plays) if explored.complete else None
    return Looked(compiled, in_order((*every, *_idle(plays, every))), plays, shelf)


def _idle(plays: Plays, found: Iterable[Finding]) -> Iterator[Finding]:
    """Waivers of what is not there; where not all could be looked through, it may be there all the same."""
    there = {one.code for one in found}
    for code in plays.scenario.meta.waive if plays.explored.complete else ():
        if code not in there and code not in ACROSS and code in TABLE and TABLE[code].severity == "warning":
            yield finding("SC039", plays.desk.key_place(("waive", code)), word=code)
