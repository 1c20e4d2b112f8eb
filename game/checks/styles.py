"""Plays that always answer in one style, such as the reply with most empathy: where they come by, and what they reach.

It narrows the folded plays to the moves of a style and adds up; whether a style pays too well is asked by `points`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.scenario.quotient import Move, Quotient

Worth = Callable[[Move], int]
"""How much a style makes of a move: it takes one of those it makes most of."""


@dataclass(frozen=True, slots=True)
class Style:
    """The moves that plays of one style make, in folded plays without rounds."""

    folded: Quotient
    moves: dict[int, tuple[Move, ...]]
    """Node that such a play comes by -> the moves it may make there; each before the nodes it leads to."""


def style(folded: Quotient, worth: Worth) -> Style:
    """All plays that always make one of the moves that are worth most."""
    met = {folded.root}
    moves: dict[int, tuple[Move, ...]] = {}
    for node in range(folded.root, -1, -1):  # every move leads to a lower node
        if node in met:
            moves[node] = kept = _most(folded.moves[node], worth)
            met.update(to for _, to in kept)
    return Style(folded, moves)


def _most(moves: Sequence[Move], worth: Worth) -> tuple[Move, ...]:
    most = max(map(worth, moves), default=0)
    return tuple(move for move in moves if worth(move) == most)


def total(move: Move) -> int:
    """The points of a move in all dimensions in play."""
    return sum(points for points in move[0] if points is not None)


def warmth(move: Move) -> int:
    """The points of a move in empathy."""
    return move[0][0] or 0


def reach(its: Style, at: int) -> float | None:
    """The expected reach, 0 to 1, in one dimension, equal moves taken equally often; None where nothing is at stake."""
    chance = dict.fromkeys(its.moves, 0.0)
    chance[its.folded.root] = 1.0
    earned = possible = 0.0
    for node, kept in its.moves.items():
        for _, to in kept:
            chance[to] += chance[node] / len(kept)
        every = [points[at] for points, _ in its.folded.moves[node] if points[at] is not None]
        own = [points[at] or 0 for points, _ in kept]
        if every:
            worst = min(one for one in every if one is not None)
            earned += chance[node] * (sum(own) / len(own) - worst)
            possible += chance[node] * (max(one for one in every if one is not None) - worst)
    return earned / possible if possible else None
