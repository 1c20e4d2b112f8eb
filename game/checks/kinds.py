"""Which kinds of rupture the scenarios of a library open together.

From each scenario a small value is taken, which can be kept; the finding comes from all values together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.checks.plays import Plays
from game.scenario.findings import Finding, finding
from game.scenario.model import Place, RuptureKind


@dataclass(frozen=True, slots=True)
class RuptureKinds:
    """The kinds of rupture of one scenario."""

    place: Place
    """Where a finding about this scenario stands."""
    kinds: frozenset[RuptureKind]
    """The kinds of the ruptures that some play was found to open."""


def rupture_kinds(plays: Plays) -> RuptureKinds:
    """The value of one scenario."""
    return RuptureKinds(plays.title, frozenset(plays.scenario.ruptures[one].kind for one in plays.opened))


def one_kind(library: Sequence[RuptureKinds]) -> Iterator[Finding]:
    """A library of several scenarios whose ruptures are all of one kind. One scenario alone may well have one kind."""
    kinds = sorted(frozenset().union(*(one.kinds for one in library)))
    if len(library) > 1 and len(kinds) == 1:
        missing = "confrontation" if kinds == ["withdrawal"] else "withdrawal"
        place = next(one.place for one in library if one.kinds)
        yield finding("SC089", place, kind=kinds[0], count=len(library), hint=f"write one that opens a {missing}")
