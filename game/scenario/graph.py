"""The knots of a directed graph: which nodes can return to each other, and an order in which arrows point back.

It knows numbers and arrows only, neither beats nor Worlds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Arrows = Sequence[Sequence[int]]
"""For each node the nodes it leads to."""


def components(arrows: Arrows) -> list[list[int]]:
    """The strongly connected components, each before every component that leads to it (Tarjan 1972, without recursion).

    Within a component, nodes stand in the order in which a depth-first walk finished them.
    """
    search = _Search(arrows)
    for root in range(len(arrows)):
        if not search.met[root]:
            search.walk(root)
    return search.found


def knotted(component: Sequence[int], arrows: Arrows) -> bool:
    """Whether a walk inside the component can return to where it was."""
    return len(component) > 1 or component[0] in arrows[component[0]]


class _Search:
    """One depth-first search; `met` is 0 for a node not met, and `low` shrinks to the oldest node it can return to."""

    def __init__(self, arrows: Arrows) -> None:
        self.arrows = arrows
        self.met = [0] * len(arrows)
        self.low = [0] * len(arrows)
        self.finished = [0] * len(arrows)
        self.waiting: list[int] = []
        self.is_waiting = [False] * len(arrows)
        self.found: list[list[int]] = []
        self._clock = 0
        self._ends = 0

    def walk(self, root: int) -> None:
        """Search from a node not met before."""
        path = [(root, iter(self.arrows[root]))]
        self._meet(root)
        while path:
            node, left = path[-1]
            new = self._onward(node, left)
            if new is not None:
                self._meet(new)
                path.append((new, iter(self.arrows[new])))
                continue
            path.pop()
            self._finish(node)
            if path:
                above = path[-1][0]
                self.low[above] = min(self.low[above], self.low[node])

    def _onward(self, node: int, left: Iterator[int]) -> int | None:
        met, low, is_waiting = self.met, self.low, self.is_waiting
        for target in left:
            if not met[target]:
                return target
            if is_waiting[target] and met[target] < low[node]:
                low[node] = met[target]
        return None

    def _meet(self, node: int) -> None:
        self._clock += 1
        self.met[node] = self.low[node] = self._clock
        self.waiting.append(node)
        self.is_waiting[node] = True

    def _finish(self, node: int) -> None:
        self._ends += 1
        self.finished[node] = self._ends
        if self.low[node] != self.met[node]:
            return
        members = []
        while True:
            member = self.waiting.pop()
            self.is_waiting[member] = False
            members.append(member)
            if member == node:
                break
        members.sort(key=self.finished.__getitem__)
        self.found.append(members)
