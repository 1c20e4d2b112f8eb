"""What the plays of a scenario can come to: moments, levels, chance, and which endings, over all of them, exactly.

It does arithmetic on an exploration; it walks no laws. What a single run showed is `scoring`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from game.scenario.explore import Explored
from game.scenario.model import DIMENSIONS, Dimension
from game.scenario.quotient import Move, Quotient, quotient
from game.scenario.ratio import means
from game.scenario.tallies import spans, visits
from game.scenario.world import World

MIDDLE = 3
"""The level of a mean of 0 points: levels go from 1 to 5, points from -2 to +2."""

BEYOND = "more situations than can be looked through"
ENDLESS = "a play can go round unchanged"
NEVER = "never in play"
UNFINISHED = "no play comes to an end"


@dataclass(frozen=True, slots=True)
class DimensionBounds:
    """What plays can come to in one dimension."""

    moments: tuple[int, int | None] | None
    """Fewest and most moments in play on a complete play; the most is None where there is no end to it."""
    level: tuple[Fraction, Fraction] | None
    """Least and greatest mean of points, plus 3, on a complete play with at least one moment in play."""
    chance: float | None
    """Expected reach of random play: all that it earns above the worst over all that could be earned, 0 to 1."""
    reason: str = ""
    """Why a bound is missing; empty when none is, or when nothing was ever at stake."""


@dataclass(frozen=True, slots=True)
class EndingBounds:
    """How plays come to one ending."""

    reachable: bool | None
    """None where it could not be proved."""
    probability: float | None
    """How likely random play ends here, 0 to 1."""
    decisions: tuple[int, int | None] | None
    """Fewest and most responses on the way here; the most is None where there is no end to it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of one scenario."""

    states: int
    """How many different situations a play can be in."""
    complete: bool
    dimensions: Mapping[Dimension, DimensionBounds]
    endings: Mapping[str, EndingBounds]


def bounds(explored: Explored, folded: Quotient | None = None) -> Bounds:
    """The exact bounds of an explored scenario; chance and probabilities to the precision of a float.

    `folded` is its quotient, where that is at hand already.
    """
    if not explored.complete:
        return _unproved(explored)
    return _Sums(explored, folded or quotient(explored)).bounds()


def _unproved(explored: Explored) -> Bounds:
    unknown = DimensionBounds(None, None, None, BEYOND)
    return Bounds(
        len(explored.places),
        False,
        dict.fromkeys(DIMENSIONS, unknown),
        {ending: _met(explored.shortest(ending)) for ending in explored.laws.scenario.endings},
    )


def _met(path: tuple[str, ...] | None) -> EndingBounds:
    return EndingBounds(None, None, None) if path is None else EndingBounds(True, None, (len(path), None))


class _Sums:
    def __init__(self, explored: Explored, folded: Quotient) -> None:
        self.explored = explored
        self.folded = folded
        self.visits = visits(folded)

    def bounds(self) -> Bounds:
        return Bounds(
            len(self.explored.places),
            True,
            {dimension: self._dimension(at) for at, dimension in enumerate(DIMENSIONS)},
            dict(self._endings()),
        )

    # -- endings -------------------------------------------------------------------------------------------------
    def _endings(self) -> Iterator[tuple[str, EndingBounds]]:
        least, most = spans(self.folded, self.folded.decides)
        nodes = {end: node for node, end in enumerate(self.folded.ends) if end >= 0}
        for at, ending in enumerate(self.explored.laws.scenario.endings):
            node = nodes.get(at)
            if node is None:
                yield ending, EndingBounds(False, 0.0, None)
            else:
                probability = None if self.visits is None else self.visits.expected[node]
                yield ending, EndingBounds(True, probability, (least[node], most[node]))

    # -- dimensions ----------------------------------------------------------------------------------------------
    def _dimension(self, at: int) -> DimensionBounds:
        in_play = [bool(moves) and moves[0][0][at] is not None for moves in self.folded.moves]
        level, reason = self._level(at, in_play)
        moments = self._moments(in_play)
        chance, unsure = self._chance(at, in_play)
        if moments is None:
            reason = UNFINISHED
        elif moments[1] == 0:
            reason = NEVER
        return DimensionBounds(moments, level, chance, reason or unsure)

    def _moments(self, in_play: list[bool]) -> tuple[int, int | None] | None:
        least, most = spans(self.folded, in_play)
        ends = [node for node, end in enumerate(self.folded.ends) if end >= 0]
        if not ends:
            return None
        longest = [most[node] for node in ends]
        return min(least[node] for node in ends), _most(longest)

    def _level(self, at: int, in_play: list[bool]) -> tuple[tuple[Fraction, Fraction] | None, str]:
        folded = self.folded
        for nodes in folded.groups:
            if nodes[0] in folded.knots and folded.endings[nodes[0]] and any(in_play[node] for node in nodes):
                return None, ENDLESS
        counts = [in_play[nodes[0]] and nodes[0] not in folded.knots for nodes in folded.groups]
        ends = [folded.ends[nodes[0]] >= 0 for nodes in folded.groups]
        found = means(self._steps, at, counts=counts, ends=ends)
        return (None if found is None else (MIDDLE + found[0], MIDDLE + found[1])), ""

    @cached_property
    def _steps(self) -> Sequence[tuple[Move, ...]]:
        """Group -> the ways out of it. Without knots, groups are nodes."""
        folded = self.folded
        if not folded.knots:
            return folded.moves
        group = [0] * len(folded.moves)
        for number, nodes in enumerate(folded.groups):
            for node in nodes:
                group[node] = number
        return [
            tuple((points, group[to]) for node in nodes for points, to in folded.moves[node] if to not in nodes)
            for nodes in folded.groups
        ]

    def _chance(self, at: int, in_play: list[bool]) -> tuple[float | None, str]:
        if self.visits is None or any(in_play[node] for node in self.visits.endless):
            return None, ENDLESS
        earned = possible = 0.0
        for node, moves in enumerate(self.folded.moves):
            if in_play[node]:
                points = [move[0][at] or 0 for move in moves]
                worst = min(points)
                earned += self.visits.expected[node] * (sum(points) / len(points) - worst)
                possible += self.visits.expected[node] * (max(points) - worst)
        return (earned / possible, "") if possible else (None, "")


def _most(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return max(known) if len(known) == len(numbers) else None


EndingsFrom = Callable[[str, World], tuple[str, ...]]
"""(beat or ending, World) -> the endings that can still be reached from there, in the written order."""


def still_open(explored: Explored) -> EndingsFrom | None:
    """Which endings are still open, asked by a debrief before and after each response; None beyond the limit.

    What is given back takes real Worlds, and raises `LookupError` for one that no play can bring about.
    """
    if not explored.complete:
        return None
    folded, endings = quotient(explored), tuple(explored.laws.scenario.endings)

    def endings_from(place: str, world: World) -> tuple[str, ...]:
        state = explored.number(place, world)
        if state is None:
            raise LookupError(f"no play comes to '{place}' like this")
        reached = folded.endings[folded.node[state]]
        return tuple(ending for at, ending in enumerate(endings) if reached >> at & 1)

    return endings_from
