"""The least and the greatest mean of points over all ways through a graph, exactly (Dinkelbach 1967).

A greedy play is not the best play: an early poor moment may be worth what it opens. So the mean is solved as a ratio:
guess one, find the way that beats it by most, take that way's mean as the next guess, until nothing beats it.
It knows arrows and points, not what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Steps = Sequence[tuple[tuple[Sequence[int | None], int], ...]]
"""Node -> its steps, each with its points in several respects and the node it leads to."""


def mean(steps: Steps, at: int, *, counts: Sequence[bool], ends: Sequence[bool], sign: int) -> Fraction | None:
    """The least (`sign` 1) or greatest (`sign` -1) mean of the points in respect `at` on a way from the last node.

    A way ends where `ends` says so. A step counts where `counts` says so of the node it leaves; only ways with a step
    that counts are looked at, and None is given when there is none. Every step leads to a lower node.
    """
    guess = Fraction(0)
    while (best := _Search(steps, at, counts, ends).best(guess, sign)) is not None:
        found = Fraction(*best)
        if found == guess:
            return guess
        guess = found
    return None


class _Search:
    def __init__(self, steps: Steps, at: int, counts: Sequence[bool], ends: Sequence[bool]) -> None:
        self.steps, self.at, self.counts, self.ends = steps, at, counts, ends
        self.cost: list[int | None] = [None] * len(steps)
        """Of each node, the least cost of a way there on which some step counted; None without such a way."""
        self.number = [0] * len(steps)
        """How many steps counted on that way."""
        self.bare = [False] * len(steps)
        """Whether some way leads there on which no step counted."""
        self.bare[-1] = True

    def best(self, guess: Fraction, sign: int) -> tuple[int, int] | None:
        """Sum and number of points on the way with the least sum of points above the guess (`sign` -1: greatest)."""
        up, down = sign * guess.denominator, sign * guess.numerator
        found: tuple[int, int] | None = None
        for node in range(len(self.steps) - 1, -1, -1):
            cost = self.cost[node]
            if self.counts[node]:
                self._count(node, up, down)
            elif self.ends[node]:
                if cost is not None and (found is None or cost < found[0]):
                    found = cost, self.number[node]
            else:
                self._pass(node)
        if found is None:
            return None
        value, number = found
        return (sign * value + guess.numerator * number) // guess.denominator, number

    def _count(self, node: int, up: int, down: int) -> None:
        so_far, number, at = self.cost[node], self.number[node] + 1, self.at
        if self.bare[node] and (so_far is None or so_far > 0):
            so_far, number = 0, 1
        if so_far is None:
            return
        for points, to in self.steps[node]:
            new, old = so_far + up * (points[at] or 0) - down, self.cost[to]
            if old is None or new < old:
                self.cost[to], self.number[to] = new, number

    def _pass(self, node: int) -> None:
        here, bare = self.cost[node], self.bare[node]
        for _, to in self.steps[node]:
            old = self.cost[to]
            if here is not None and (old is None or here < old):
                self.cost[to], self.number[to] = here, self.number[node]
            self.bare[to] = self.bare[to] or bare
