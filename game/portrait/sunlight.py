"""Sunlight inside the room: the window's panes on the wall, a branch's shadow in them, the beam.

It draws neither the window nor the wall.
"""

from __future__ import annotations

import math

from game.portrait.geometry import Points
from game.portrait.marks import CLOSE, bow, curve, line, move, polygon, shape, to, trace

PATCH, BRANCH = "#ffedc6", "#b59c6c"
GROWN = (-5, -1, 3, 7)
"""A soft edge is the same patch several times, each faint and a little larger."""


def panes() -> str:
    """Six slanted panes of light, soft at the edges, and the branch moving through them."""
    drawn = ""
    for row in range(3):
        for column in range(2):
            x, y = 700 + column * 140, 236 + row * 174 + column * 31
            patch = [(x, y), (x + 116, y + 26), (x + 116, y + 176), (x, y + 150)]
            drawn += "".join(polygon(_grown(patch, g), PATCH, 0.95 / len(GROWN)) for g in GROWN)
    return drawn + _branch(926, 282)


def _grown(patch: list[tuple[int, int]], by: float) -> Points:
    cx, cy = sum(x for x, _ in patch) / 4, sum(y for _, y in patch) / 4
    return [(x + math.copysign(by, x - cx), y + math.copysign(by, y - cy)) for x, y in patch]


def _branch(x: float, y: float) -> str:
    twig = trace(move(x, y), curve(x - 60, y + 50, x - 110, y + 150, x - 190, y + 220))
    return line(twig, BRANCH, 4, 0.20) + "".join(_leaf_shadow(x, y, i) for i in range(9))


def _leaf_shadow(x: float, y: float, i: int) -> str:
    along = i / 9
    px, py = x - 190 * along, y + 220 * math.pow(along, 1.25)
    angle, length = math.radians(120 + 70 * (i % 2) + 9 * i), 54 - 2 * i

    def tip(turn: float, share: float) -> tuple[float, float]:
        return px + length * share * math.cos(angle + turn), py + length * share * math.sin(angle + turn)

    leaf = trace(move(px, py), bow(*tip(-0.5, 0.5), *tip(0, 1)), bow(*tip(0.5, 0.5), px, py), CLOSE)
    return shape(leaf, BRANCH, 0.20)


def beam(pane: tuple[float, float, float, float]) -> str:
    """The beam from the window, fanning out a little."""
    x, y, w, h = pane
    drawn = ""
    for g in (0, 16, 32, 48, 64):
        start = move(x + w - 20, y + 60 + g * 0.8)
        end = to(1010, 760 + g * 1.6, 1010, 1010 - g, 560, 1080, x + w - 20, y + h)
        drawn += shape(trace(start, end, CLOSE), "url(#beam)")
    return drawn
