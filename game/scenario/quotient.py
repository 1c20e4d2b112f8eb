"""An exploration made small: states from which the very same can follow, seen as scores and endings, become one node.

It drops who says what and where; what is left is arithmetic over nodes, which `bounds` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.scenario.explore import Explored
from game.scenario.graph import knotted
from game.scenario.steps import Points

SILENT: Points = (None, None, None)
"""No dimension is in play."""

Move = tuple[Points, int]
"""What one response earns, and the node it leads to."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """Nodes numbered so that each stands after those it leads to, but for knots, which stand together."""

    moves: list[tuple[Move, ...]]
    """Node -> one move for each response on offer, equal ones repeated; none where nothing leads on."""
    endings: list[int]
    """Node -> which endings can still be reached from it: bit n for the scenario's n-th ending."""
    ends: list[int]
    """Node -> the ending it is, as a number, or -1."""
    decides: list[bool]
    """Node -> whether a response is given there; in a knot a beat may lead on by itself."""
    groups: list[range]
    """The nodes in groups: one alone, or a knot whose nodes can return to each other. Each after those it leads to."""
    knots: frozenset[int]
    """Which groups are knots, by the first node."""
    node: list[int]
    """State -> its node."""
    root: int
    """The node of the start."""


def quotient(explored: Explored) -> Quotient:
    """The quotient of a complete exploration, from the endings backwards."""
    return _Folding(explored).run()


class _Folding:
    def __init__(self, explored: Explored) -> None:
        self.explored = explored
        self.ending = {ending: at for at, ending in enumerate(explored.laws.scenario.endings)}
        self.node = [-1] * len(explored.places)
        self.known: dict[object, int] = {}
        self.moves: list[tuple[Move, ...]] = []
        self.endings: list[int] = []
        self.ends: list[int] = []
        self.decides: list[bool] = []
        self.groups: list[range] = []
        self.knots: set[int] = set()
        self._numbers: dict[Points, int] = {}

    def run(self) -> Quotient:
        arrows = self.explored.arrows
        for members in self.explored.components:
            if knotted(members, arrows):
                self._knot(members)
            else:
                self.node[members[0]] = self._single(members[0])
        return Quotient(
            self.moves,
            self.endings,
            self.ends,
            self.decides,
            self.groups,
            frozenset(self.knots),
            self.node,
            self.node[0],
        )

    def _single(self, state: int) -> int:
        explored = self.explored
        if arrows := explored.arrows[state]:
            offers = explored.points[state]
            if not offers:
                return self.node[arrows[0]]
            moves = [(points, self.node[to]) for points, to in zip(offers, arrows, strict=True)]
            moves.sort(key=self._key)
            key: object = tuple(moves)
        else:
            moves, key = [], self.ending.get(explored.places[state], -1)
        node = self.known.get(key)
        if node is None:
            node = self.known[key] = len(self.moves)
            self._add(state, moves)
            self.groups.append(range(node, node + 1))
        return node

    def _knot(self, members: list[int]) -> None:
        first = len(self.moves)
        for at, state in enumerate(members):
            self.node[state] = first + at
        for state in members:
            arrows = self.explored.arrows[state]
            offers = self.explored.points[state] or (SILENT,) * len(arrows)
            self._add(state, [(points, self.node[to]) for points, to in zip(offers, arrows, strict=True)])
        self.groups.append(range(first, len(self.moves)))
        self.knots.add(first)
        union = 0
        for node in self.groups[-1]:
            union |= self.endings[node]
        for node in self.groups[-1]:
            self.endings[node] = union

    def _add(self, state: int, moves: Sequence[Move]) -> None:
        self.moves.append(tuple(moves))
        end = self.ending.get(self.explored.places[state], -1)
        open_ = 1 << end if end >= 0 else 0
        for _, to in self.moves[-1]:
            open_ |= self.endings[to] if to < len(self.endings) else 0
        self.endings.append(open_)
        self.ends.append(end)
        self.decides.append(bool(self.explored.points[state]))

    def _key(self, move: Move) -> tuple[int, int]:
        return self._numbers.setdefault(move[0], len(self._numbers)), move[1]
