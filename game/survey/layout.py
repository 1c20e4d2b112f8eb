"""Where everything of a graph stands on paper: boxes in layers from top to bottom, lines around them.

It knows names, arrows and sizes; what is in a box and how it is drawn is `drawing`'s. The same graph, the same places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.survey.layers import Pair, layers
from game.survey.rows import Joined, Rows, ordered

WIDTH, HEIGHT = 190.0, 70.0
"""Of a box."""

BESIDE, BETWEEN = 26.0, 56.0
"""Free room between boxes of one layer, and between layers."""

THIN = 14.0
"""Room beside each other for lines that pass through a layer."""

MARGIN = 30.0
SETTLINGS = 8

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """A graph on paper. Points count from the upper left corner; a box is named by its centre."""

    width: float
    height: float
    boxes: Mapping[str, Point]
    lines: Mapping[Pair, tuple[Point, ...]]
    """Arrow -> the points it goes through, from the edge of its source to the edge of its target."""
    rows: tuple[tuple[str, ...], ...]
    """The names in layers, from left to right."""


def layout(names: Sequence[str], arrows: Sequence[Pair]) -> Layout:
    """A place for every name and a line for every arrow; the first name stands in the first layer."""
    net = _Net(names, arrows)
    rows = ordered(net.rows, net.below, net.above)
    return net.laid_out(rows, _settled(rows, net))


class _Net:
    """The graph with arrows that lead one layer down, made of stretches: nodes above `real` only carry a line on."""

    def __init__(self, names: Sequence[str], arrows: Sequence[Pair]) -> None:
        self.names = names
        self.real = len(names)
        layer, self.back = layers(names, arrows)
        number = {name: at for at, name in enumerate(names)}
        self.layer = [layer[name] for name in names]
        self.below: dict[int, list[int]] = {}
        self.above: dict[int, list[int]] = {}
        self.chains: dict[Pair, list[int]] = {}
        for pair in dict.fromkeys(arrows):
            source, target = (number[name] for name in pair)
            self.chains[pair] = self._chain(source, target) if pair not in self.back else self._chain(target, source)
        self.rows: Rows = [[] for _ in range(max(self.layer, default=0) + 1)]
        for node, at in enumerate(self.layer):
            self.rows[at].append(node)

    def _chain(self, upper: int, lower: int) -> list[int]:
        chain = [upper]
        for at in range(self.layer[upper] + 1, self.layer[lower]):
            self.layer.append(at)
            chain.append(len(self.layer) - 1)
        chain.append(lower)
        if upper != lower:
            for one, other in pairwise(chain):
                self.below.setdefault(one, []).append(other)
                self.above.setdefault(other, []).append(one)
        return chain

    def room(self, node: int) -> float:
        """The width of a node with half of the free room on either side."""
        return WIDTH + BESIDE if node < self.real else THIN

    def laid_out(self, rows: Rows, across: Sequence[float]) -> Layout:
        """The layout, shifted so that everything lies right of and below the margin."""
        wide = [across[node] + side * self.room(node) / 2 for row in rows for node in row for side in (-1, 1)]
        left = MARGIN - min(wide, default=0.0)
        points = [
            (across[node] + left, MARGIN + HEIGHT / 2 + self.layer[node] * (HEIGHT + BETWEEN))
            for node in range(len(across))
        ]
        return Layout(
            max(wide, default=0.0) + left + MARGIN,
            2 * MARGIN + len(rows) * (HEIGHT + BETWEEN) - BETWEEN,
            {name: points[node] for node, name in enumerate(self.names)},
            {pair: self._line(pair, chain, points) for pair, chain in self.chains.items()},
            tuple(tuple(self.names[node] for node in row if node < self.real) for row in rows),
        )

    def _line(self, pair: Pair, chain: Sequence[int], points: Sequence[Point]) -> tuple[Point, ...]:
        (x, y), (end_x, end_y) = points[chain[0]], points[chain[-1]]
        if pair[0] == pair[1]:
            return (x + WIDTH / 2, y - HEIGHT / 4), (x + WIDTH / 2, y + HEIGHT / 4)
        passed = [(points[node][0], points[node][1] + side * HEIGHT / 2) for node in chain[1:-1] for side in (-1, 1)]
        line = ((x, y + HEIGHT / 2), *passed, (end_x, end_y - HEIGHT / 2))
        return line[::-1] if pair in self.back else line


def _settled(rows: Rows, net: _Net) -> list[float]:
    """Node -> how far right its centre is: as near to those it is joined to as the order of its row allows."""
    across = [0.0] * len(net.layer)
    for row in rows:
        _put(row, [0.0] * len(row), net, across)
    for settling in range(SETTLINGS):
        down = settling % 2 == 0
        joined = net.above if down else net.below
        for row in rows if down else rows[::-1]:
            _put(row, [_wish(node, joined, across) for node in row], net, across)
    return across


def _wish(node: int, joined: Joined, across: Sequence[float]) -> float:
    others = joined.get(node, ())
    return sum(across[other] for other in others) / len(others) if others else across[node]


def _put(row: Sequence[int], wishes: Sequence[float], net: _Net, across: list[float]) -> None:
    """Put a row as near to its wishes as can be (least squares) with room enough between neighbours.

    Less the room that stands to its left, each place may only grow along the row: those that would not are pooled at
    their mean.
    """
    offsets, offset = [], 0.0
    for at, node in enumerate(row):
        offset += (net.room(row[at - 1]) + net.room(node)) / 2 if at else 0.0
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        total, count = wish - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    places = [total / count for total, count in pools for _ in range(count)]
    for node, place, offset in zip(row, places, offsets, strict=True):
        across[node] = place + offset
