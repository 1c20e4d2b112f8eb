"""How far the points of plays can lie above or below a given level: in one pass, without listing plays.

A play's mean is at least a level when its points, less that level for each moment in play, add up to 0 or more; so one
pass with sums answers what would need a search with means. Plays must be without rounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from heapq import nlargest

from game.scenario.bounds import MIDDLE
from game.scenario.quotient import Move, Quotient


def least(moves: Mapping[int, Sequence[Move]], folded: Quotient, at: int, level: Fraction) -> int | None:
    """The least excess over a level, times its denominator, of plays that make only these moves.

    Negative where some play stays below the level; None where the dimension is in play in none of them. `moves` has
    each node before those it leads to.
    """
    up, down = level.denominator, (level - MIDDLE).numerator
    found: dict[int, tuple[bool, int | None]] = {}
    for node in reversed(tuple(moves)):
        bare = folded.ends[node] >= 0
        best: int | None = None
        for points, to in moves[node]:
            bare_there, there = found[to]
            own = points[at]
            if own is None:
                bare = bare or bare_there
                best = there if best is None else best if there is None else min(best, there)
                continue
            for one in (0 if bare_there else None, there):
                if one is not None and (best is None or one + up * own - down < best):
                    best = one + up * own - down
        found[node] = bare, best
    return found[folded.root][1]


def highest(folded: Quotient, at: int, level: Fraction) -> list[int]:
    """The two greatest excesses over a level, times its denominator, of different ways; fewer where there are fewer.

    Ways differ in what is answered where the dimension is in play. Those that differ only elsewhere, and after which
    the same can be earned in it, are one.
    """
    up, down = level.denominator, (level - MIDDLE).numerator
    known: dict[tuple[bool, bool, tuple[tuple[int, int], ...]], int] = {}
    """Whether the dimension is in play, whether a play ends here, and what each move earns and leads to."""
    counted: list[list[int]] = []
    bare: list[bool] = []
    kind: list[int] = []
    """Node -> its number among those from which the same can be earned."""
    for node, moves in enumerate(folded.moves):
        asked = bool(moves) and moves[0][0][at] is not None
        onward = [(up * (points[at] or 0) - down if asked else 0, kind[to]) for points, to in moves]
        if not asked and len(set(onward)) == 1:
            kind.append(onward[0][1])
            continue
        parts = tuple(sorted(onward if asked else set(onward)))
        its = known.setdefault((asked, folded.ends[node] >= 0, parts), len(counted))
        kind.append(its)
        if its == len(counted):
            ways = [own + one for own, to in parts for one in counted[to]]
            counted.append(nlargest(2, ways + [own for own, to in parts if asked and bare[to]]))
            bare.append(not asked and (folded.ends[node] >= 0 or any(bare[to] for _, to in parts)))
    return counted[kind[folded.root]]
