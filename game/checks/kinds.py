"""Which kinds of rupture the scenarios of a library open together.

It judges a small value of each, which can be kept; how one is taken from a scenario is `shelving`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.scenario.findings import Finding, finding
from game.scenario.model import Place, RuptureKind


@dataclass(frozen=True, slots=True)
class RuptureKinds:
    """The kinds of rupture of one scenario."""

    place: Place
    """Where a finding about this scenario stands."""
    kinds: frozenset[RuptureKind]
    """The kinds of the ruptures that some play was found to open."""


def one_kind(library: Sequence[RuptureKinds]) -> Iterator[Finding]:
    """A library of several scenarios whose ruptures are all of one kind. One scenario alone may well have one kind."""
    kinds = sorted(frozenset().union(*(one.kinds for one in library)))
    if len(library) > 1 and len(kinds) == 1:
        missing = "confrontation" if kinds == ["withdrawal"] else "withdrawal"
        place = next(one.place for one in library if one.kinds)
        yield finding("SC089", place, kind=kinds[0], count=len(library), hint=f"write one that opens a {missing}")
