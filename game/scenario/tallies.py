"""How long the ways through a folded exploration are, and how often random play comes by each node.

Sums over nodes only, in order, so that 10,000 beats take no recursion; points are weighed in `bounds` and `ratio`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from game.scenario.quotient import Quotient

PRECISE = 1e-13
"""Random play that is still going round a knot with less probability than this is let go."""

TURNS = 3_000_000
"""Moves spent on one knot at most before its probabilities are given up."""


def spans(folded: Quotient, weight: Sequence[bool]) -> tuple[list[int], list[int | None]]:
    """Node -> the least and the greatest weight passed on a way to it, its own not counted; None without end."""
    far = len(folded.moves) + 1
    least, most = [far] * len(folded.moves), [-1] * len(folded.moves)
    least[folded.root], most[folded.root] = 0, 0
    for group in reversed(folded.groups):
        if group[0] in folded.knots:
            _nearest(folded, group, weight, least)
            _farthest(group, weight, most)
        for node in group:
            near, long = least[node] + weight[node], most[node] + weight[node] if most[node] < far else far
            for _, to in folded.moves[node]:
                if near < least[to]:
                    least[to] = near
                if long > most[to]:
                    most[to] = long
    return least, [None if long >= far else long for long in most]


def _nearest(folded: Quotient, group: range, weight: Sequence[bool], least: list[int]) -> None:
    waiting = deque(group)
    while waiting:
        node = waiting.popleft()
        near = least[node] + weight[node]
        for _, to in folded.moves[node]:
            if to in group and near < least[to]:
                least[to] = near
                waiting.append(to)


def _farthest(group: range, weight: Sequence[bool], most: list[int]) -> None:
    endless = any(weight[node] for node in group)
    longest = len(most) + 1 if endless else max(most[node] for node in group)
    for node in group:
        most[node] = longest


class Visits(NamedTuple):
    """How often random play, each offered response equally likely, comes by."""

    expected: list[float]
    """Node -> expected visits on one play; of an ending, its probability."""
    endless: frozenset[int]
    """The nodes that random play can enter and never leave; their visits have no end."""


def visits(folded: Quotient) -> Visits | None:
    """The expected visits of each node; None where random play goes round too long to tell."""
    expected = [0.0] * len(folded.moves)
    expected[folded.root] = 1.0
    endless: set[int] = set()
    for group in reversed(folded.groups):
        if group[0] in folded.knots:
            if _closed(folded, group):
                endless.update(group)
            elif not _rounds(folded, group, expected):
                return None
        else:
            share = expected[group[0]] / max(1, len(folded.moves[group[0]]))
            for _, to in folded.moves[group[0]]:
                expected[to] += share
    return Visits(expected, frozenset(endless))


def _closed(folded: Quotient, group: range) -> bool:
    return all(to in group for node in group for _, to in folded.moves[node])


def _rounds(folded: Quotient, group: range, expected: list[float]) -> bool:
    """Send what enters a knot round it until next to nothing is left; whether that came about in time."""
    going = {node: expected[node] for node in group if expected[node]}
    entered, spent = sum(going.values()), 0
    for node in group:
        expected[node] = 0.0
    while sum(going.values()) > PRECISE * entered:
        onward: dict[int, float] = {}
        for node, much in going.items():
            expected[node] += much
            share = much / max(1, len(folded.moves[node]))
            for _, to in folded.moves[node]:
                if to in group:
                    onward[to] = onward.get(to, 0.0) + share
                else:
                    expected[to] += share
        spent += sum(len(folded.moves[node]) for node in going)
        if spent > TURNS:
            return False
        going = onward
    return True
