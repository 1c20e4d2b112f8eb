"""The least and the greatest mean of points over all ways through a graph, exactly (Dinkelbach 1967).

A greedy play is not the best play: an early poor moment may be worth what it opens. So the mean is solved as a ratio:
guess one, find the way that beats it by most, take that way's mean as the next guess, until nothing beats it.
It knows arrows and points, not what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from game.scenario.laws import LEAST, MOST

Steps = Sequence[tuple[tuple[Sequence[int | None], int], ...]]
"""Node -> its steps, each with its points in several respects and the node it leads to."""


def means(steps: Steps, at: int, *, counts: Sequence[bool], ends: Sequence[bool]) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest mean of the points in respect `at` on a way from the last node.

    A way ends where `ends` says so. A step counts where `counts` says so of the node it leaves; only ways with a step
    that counts are looked at, and None is given when there is none. Every step leads to a lower node.
    """
    ways = _Ways(steps, at, counts, ends)
    return None if ways.root == _NOWHERE else (ways.mean(1), ways.mean(-1))


_END, _NOWHERE = 0, -1

_Way = tuple[int | None, int]
"""What a step earns, None where it does not count, and the node it leads to."""


class _Ways:
    """The graph as one respect sees it: what goes on alike is one node, and what comes to no end is left out."""

    def __init__(self, steps: Steps, at: int, counts: Sequence[bool], ends: Sequence[bool]) -> None:
        self.steps: list[tuple[_Way, ...]] = [()]
        """Node -> its steps. The first node stands for every end."""
        self._known: dict[tuple[_Way, ...], int] = {}
        seen: list[int] = []
        must: list[int] = []
        """Node of the graph -> its node here, where any way on will do, and where one must be taken that counts."""
        for node, onward in enumerate(steps):
            if counts[node]:
                seen.append(self._node(tuple([(points[at] or 0, seen[to]) for points, to in onward if seen[to] >= 0])))
                must.append(seen[-1])
            elif ends[node]:
                seen.append(_END)
                must.append(_NOWHERE)
            else:
                seen.append(self._node(tuple([(None, seen[to]) for _, to in onward if seen[to] >= 0])))
                left = tuple([(None, must[to]) for _, to in onward if must[to] >= 0])
                must.append(self._node(left))
        self.root = must[-1]

    def _node(self, ways: tuple[_Way, ...]) -> int:
        if not ways:
            return _NOWHERE
        first = ways[0]
        if first[0] is None and ways.count(first) == len(ways):
            return first[1]
        node = self._known.get(ways)
        if node is None:
            node = self._known[ways] = len(self.steps)
            self.steps.append(ways)
        return node

    def mean(self, sign: int) -> Fraction:
        """The least (`sign` 1) or the greatest (`sign` -1) mean."""
        guess, found = None, Fraction(0)
        while found != guess:
            guess, found = found, self._best(found, sign)
        return found

    def _best(self, guess: Fraction, sign: int) -> Fraction:
        """The mean of the way whose points lie farthest below the guess (`sign` -1: above it), all steps summed."""
        up, down = sign * guess.denominator, sign * guess.numerator
        cost: dict[int | None, int] = {points: up * points - down for points in range(LEAST, MOST + 1)}
        cost[None] = 0
        least = [0]
        """Node -> the least cost of a way on."""
        for ways in self.steps[1:]:
            least.append(min([cost[points] + least[to] for points, to in ways]))
        node, total, number = self.root, 0, 0
        while node != _END:
            points, node = min(self.steps[node], key=lambda way: cost[way[0]] + least[way[1]])
            if points is not None:
                total, number = total + points, number + 1
        return Fraction(total, number)
