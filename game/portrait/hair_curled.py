"""Tightly curled and braided hair.

It draws no straight or waved styles.
"""

from __future__ import annotations

import math

from game.portrait.figure import Figure
from game.portrait.geometry import darker, lerp, lighter, mix
from game.portrait.marks import CLOSE, circle, curve, ellipse, line, move, shape, to, trace


def scallops(
    x: float, y: float, rx: float, ry: float, start: float, end: float, count: int, radius: float, fill: str
) -> str:
    """A row of curls along an ellipse, from one angle to another in degrees, never quite equal."""
    drawn = ""
    for i in range(count):
        angle = math.radians(lerp(start, end, i / (count - 1)))
        size = radius * (1 + 0.13 * math.sin(i * 2.4))
        drawn += circle(x + rx * math.cos(angle), y + ry * math.sin(angle), size, fill)
    return drawn


def afro(f: Figure) -> tuple[str, str]:
    """A round cloud of curls."""
    colour, w = f.person.hair, f.half + 9
    glint = mix(colour, lighter(colour, 0.16), 0.45)
    behind = scallops(0, -78, w + 50, 156, 150, 390, 19, 50, colour) + ellipse(0, -80, w + 62, 160, colour)
    before = scallops(0, -40, f.half - 6, 104, 196, 344, 13, 25, colour)
    before += scallops(0, -60, f.half - 2, 112, 200, 340, 12, 25, colour)
    return behind, before + scallops(0, -92, w + 20, 116, 205, 285, 7, 17, glint)


def curly(f: Figure) -> tuple[str, str]:
    """Short curls on top, close at the sides."""
    colour, w, half, t = f.person.hair, f.half + 9, f.half, f.top
    sides = trace(
        move(-w, 20),
        curve(-w - 12, -60, -w + 4, t - 10, 0, t - 12),
        curve(w - 4, t - 10, w + 12, -60, w, 20),
        CLOSE,
    )
    before = scallops(0, t + 46, half - 2, 62, 172, 368, 13, 33, colour) + ellipse(0, t + 24, half - 6, 48, colour)
    before += scallops(0, t + 44, half - 26, 26, 190, 350, 8, 23, colour)
    glint = mix(colour, lighter(colour, 0.16), 0.5)
    before += scallops(-8, t + 34, half - 30, 52, 205, 300, 5, 13, glint)
    return shape(sides, mix(colour, f.skin, 0.35)), before


def braids(f: Figure) -> tuple[str, str]:
    """Long braids, parted in the middle."""
    colour, w, half, t = f.person.hair, f.half + 9, f.half, f.top
    behind = "".join(_braid(f, i, x) for i, x in enumerate((-w - 26, -w - 2, -w + 26, w - 26, w + 2, w + 26)))
    behind += ellipse(0, -70, w + 6, 120, darker(colour, 0.28))
    crown = trace(
        move(-w - 2, 20),
        curve(-w - 18, -66, -w + 6, t - 36, 0, t - 38),
        curve(w - 6, t - 36, w + 18, -66, w + 2, 20),
        curve(half + 2, -6, half - 4, -50, half - 24, t + 66),
        curve(50, t + 42, 10, t + 36, 0, t + 28),
        curve(-10, t + 36, -50, t + 42, -half + 24, t + 66),
        curve(-half + 4, -50, -half - 2, -6, -w - 2, 20),
        CLOSE,
    )
    before = shape(crown, colour)
    for k in (-84, -56, -28, 28, 56, 84):
        row = trace(move(k, t + 56), curve(k * 0.95, t + 30, k * 0.8, t, k * 0.36, t - 28))
        before += line(row, darker(colour, 0.5), 4, 0.55)
    return behind, before + line(trace(move(0, t + 28), to(0, t - 34)), mix(f.skin, colour, 0.35), 4, 0.8)


def _braid(f: Figure, i: int, x: float) -> str:
    colour = f.person.hair
    end = 300 - abs(i - 2.5) * 14
    strand = trace(move(x * 0.72, f.top + 40), curve(x * 1.06, -40, x * 1.06, 120, x, end))
    drawn = line(strand, darker(colour, 0.28) if i % 2 else colour, 30)
    for k in range(7):
        drawn += line(trace(move(x - 9, 60 + k * 34), to(x + 9, 72 + k * 34)), darker(colour, 0.5), 3, 0.5)
    return drawn
