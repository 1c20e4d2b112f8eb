"""Where Twine shows each passage: what the author set, else in rows by the distance from the start.

It knows which passage leads to which, and nothing else of a scenario.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

STEP = 150
"""From one passage to the next, in Twine's own measure: a passage is 100 wide, and so is half of it free."""

Spot = tuple[int, int]


def spots(ways: Mapping[str, Sequence[str]], start: str) -> dict[str, Spot]:
    """For each name its place; `ways` holds, for each, where it leads. What the start does not reach comes last."""
    rows: dict[int, list[str]] = defaultdict(list)
    distance = _distances(ways, start)
    last = max(distance.values(), default=0) + 1
    for name in sorted(ways, key=lambda name: distance.get(name, last)):
        rows[distance.get(name, last)].append(name)
    return {name: (STEP * (1 + x), STEP * (1 + row)) for row, names in rows.items() for x, name in enumerate(names)}


def _distances(ways: Mapping[str, Sequence[str]], start: str) -> dict[str, int]:
    found = {start: 0}
    edge = [start]
    while edge:
        near = dict.fromkeys(to for name in edge for to in ways.get(name, ()) if to in ways and to not in found)
        found |= dict.fromkeys(near, found[edge[0]] + 1)
        edge = list(near)
    return found
