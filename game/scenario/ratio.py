"""The least and the greatest mean of points over all ways through a graph, exactly (Dinkelbach 1967).

A greedy play is not the best play: an early poor moment may be worth what it opens. So the mean is solved as a ratio:
guess one, find the way that beats it by most, take that way's mean as the next guess, until nothing beats it.
It knows arrows and points, not what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Steps = Sequence[tuple[tuple[int, int], ...]]
"""Node -> its steps, each with its points and the node it leads to."""


def mean(steps: Steps, counts: Sequence[bool], ends: Sequence[bool], *, sign: int) -> Fraction | None:
    """The least (`sign` 1) or greatest (`sign` -1) mean of points on a way from the last node to an end.

    A step counts where `counts` says so of the node it leaves; only ways with a step that counts are looked at, and
    None is given when there is none. Every step leads to a lower node.
    """
    guess = Fraction(0)
    best = _best(steps, counts, ends, guess, sign)
    while best is not None:
        total, number = best
        found = Fraction(total, number)
        if found == guess:
            return guess
        guess = found
        best = _best(steps, counts, ends, guess, sign)
    return None


def _best(
    steps: Steps, counts: Sequence[bool], ends: Sequence[bool], guess: Fraction, sign: int
) -> tuple[int, int] | None:
    """Sum and number of points on the way with the least sum of points above the guess (greatest, for `sign` -1)."""
    up, down = sign * guess.denominator, sign * guess.numerator
    cost: list[int | None] = [None] * len(steps)
    number = [0] * len(steps)
    bare = [False] * len(steps)
    bare[-1] = True
    found: tuple[int, int] | None = None
    for node in range(len(steps) - 1, -1, -1):
        here = cost[node]
        if counts[node]:
            if here is None or (bare[node] and here > 0):
                if not bare[node]:
                    continue
                here, along = 0, 1
            else:
                along = number[node] + 1
            for points, to in steps[node]:
                new, old = here + up * points - down, cost[to]
                if old is None or new < old:
                    cost[to], number[to] = new, along
        else:
            for _, to in steps[node]:
                bare[to] = bare[to] or bare[node]
                old = cost[to]
                if here is not None and (old is None or here < old):
                    cost[to], number[to] = here, number[node]
        if ends[node] and here is not None and (found is None or here < found[0]):
            found = here, number[node]
    if found is None:
        return None
    value, along = found
    return (sign * value + guess.numerator * along) // guess.denominator, along
