"""The tall plant by the window.

It draws nothing else in the room.
"""

from __future__ import annotations

import math

from game.portrait.marks import CLOSE, bow, curve, ellipse, line, linear, move, shape, slab, to, trace
from game.portrait.paint import Paint

LEAVES = (
    # root x and y, length, angle in degrees, width, and which of the leaf colours is lit
    (96, 930, 190, -128, 44, 0), (110, 920, 220, -68, 46, 1), (104, 930, 176, -40, 42, 2), (96, 900, 236, -97, 48, 1),
    (92, 950, 170, -160, 40, 2), (112, 950, 166, -14, 38, 0), (100, 880, 190, -118, 40, 1), (106, 870, 176, -54, 38, 0),
)  # fmt: skip


def pot_gradient(paint: Paint) -> str:
    """The pot's roundness."""
    return linear("pot", (20, 0), (190, 0), (0, paint.pot[0], 1), (1, paint.pot[1], 1))


def plant(paint: Paint) -> str:
    """Stalks, broad leaves, the pot in front."""
    drawn = ellipse(104, 1076, 130, 26, paint.shadow, 0.14)
    for x, y, length, angle, width, kind in LEAVES:
        turn = math.radians(angle)
        foot = x + 34 * math.cos(turn), y + 34 * math.sin(turn)
        drawn += line(trace(move(102, 1000), bow(x, y + 20, *foot)), paint.leaf[2], 6)
        drawn += _leaf(foot, length, turn, width, _tones(paint, kind))
    pot = trace(move(34, 968), to(52, 1082, 158, 1082, 176, 968), CLOSE)
    drawn += shape(pot, "url(#pot)") + slab(26, 952, 158, 26, "url(#pot)", 6)
    return drawn + slab(30, 976, 150, 8, paint.shadow, opacity=0.16)


def _tones(paint: Paint, kind: int) -> tuple[str, str, str]:
    """Upper half, lower half, veins."""
    light, middle, dark = paint.leaf
    return (light, middle, dark) if kind == 1 else (middle, dark, light)


def _leaf(foot: tuple[float, float], length: float, turn: float, width: float, tones: tuple[str, str, str]) -> str:
    """A broad leaf from its stalk in two halves, so that one can lie in shade."""
    c, s = math.cos(turn), math.sin(turn)

    def at(along: float, across: float) -> tuple[float, float]:
        u, v = along * length, across * width
        return foot[0] + c * u - s * v, foot[1] + s * u + c * v

    def half(side: int) -> str:
        edge = curve(*at(0.18, side), *at(0.62, side * 1.05), *at(1, 0))
        return trace(move(*foot), edge, curve(*at(0.66, -0.12), *at(0.3, -0.1), *foot), CLOSE)

    upper, lower, vein = tones
    rib = trace(move(*foot), curve(*at(0.3, -0.1), *at(0.66, -0.12), *at(0.97, 0)))
    veins = [
        trace(move(*at(k, -0.08)), bow(*at(k + 0.1, m * 0.3), *at(k + 0.2, m * 0.58)))
        for k in (0.22, 0.4, 0.58)
        for m in (-1, 1)
    ]
    drawn = shape(half(1), lower) + shape(half(-1), upper)
    return drawn + line(rib, vein, 2.4, 0.6) + line(" ".join(veins), vein, 1.6, 0.35)
