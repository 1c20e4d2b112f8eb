"""A crew-neck jumper over a shirt collar.

It draws no other garment; the ribbing is what tells wool from cotton.
"""

from __future__ import annotations

import math

from game.portrait.figure import MIDDLE, SIDES, Figure
from game.portrait.geometry import darker, lighter, mix
from game.portrait.marks import CLOSE, curve, line, move, shape, to, trace


def knit(f: Figure) -> str:
    """Shirt front, jumper, ribbed band, collar."""
    under = darker(f.person.under, 0.08)
    return shape(_front(f), under) + shape(_jumper(f), "url(#cloth)") + _band(f) + _collar(f)


def _front(f: Figure) -> str:
    m, y = MIDDLE, f.neck_y
    return trace(
        move(m - 74, y + 14),
        curve(m - 60, y + 70, m - 40, y + 104, m, y + 106),
        curve(m + 40, y + 104, m + 60, y + 70, m + 74, y + 14),
        curve(m + 40, y + 70, m - 40, y + 70, m - 74, y + 14),
        CLOSE,
    )


def _jumper(f: Figure) -> str:
    m, y, s, sy = MIDDLE, f.neck_y, f.shoulder, f.shoulder_y
    return trace(
        move(m - 88, y + 16),
        curve(m - 130, y + 34, m - s + 44, sy - 42, m - s, sy - 4),
        curve(m - s - 22, sy + 16, m - s - 32, sy + 84, m - s - 42, 812),
        to(m + s + 42, 812),
        curve(m + s + 32, sy + 84, m + s + 22, sy + 16, m + s, sy - 4),
        curve(m + s - 44, sy - 42, m + 130, y + 34, m + 88, y + 16),
        curve(m + 74, y + 66, m + 40, y + 94, m, y + 96),
        curve(m - 40, y + 94, m - 74, y + 66, m - 88, y + 16),
        CLOSE,
    )


def _band(f: Figure) -> str:
    """The neckband with its ribs."""
    m, y, dark = MIDDLE, f.neck_y, darker(f.person.top, 0.22)
    inner = trace(
        move(m - 86, y + 16),
        curve(m - 74, y + 66, m - 40, y + 94, m, y + 96),
        curve(m + 40, y + 94, m + 74, y + 66, m + 86, y + 16),
    )
    back = trace(
        to(m + 100, y + 24),
        curve(m + 90, y + 84, m + 46, y + 116, m, y + 117),
        curve(m - 46, y + 116, m - 90, y + 84, m - 100, y + 24),
        CLOSE,
    )
    edge = trace(
        move(m - 100, y + 26),
        curve(m - 90, y + 84, m - 46, y + 116, m, y + 117),
        curve(m + 46, y + 116, m + 90, y + 84, m + 100, y + 26),
    )
    wool = mix(f.person.top, lighter(f.person.top, 0.16), 0.75)
    return shape(trace(inner, back), wool) + line(edge, dark, 2.2, 0.5) + line(_ribs(f), dark, 2, 0.38)


def _ribs(f: Figure) -> str:
    ribs = []
    for i in range(-10, 11):
        c, s = math.cos(math.radians(90 - i * 8.1)), math.sin(math.radians(90 - i * 8.1))
        x, y = MIDDLE + 92 * c, f.neck_y + 14 + 93 * s
        ribs.append(trace(move(x - 5 * c, y - 6 * s), to(x + 5 * c, y + 7 * s)))
    return trace(*ribs)


def _collar(f: Figure) -> str:
    m, y, under = MIDDLE, f.neck_y, f.person.under
    drawn = ""
    for s in reversed(SIDES):
        wing = trace(
            move(m + s * 56, y - 24),
            curve(m + s * 64, y - 4, m + s * 78, y + 10, m + s * 96, y + 22),
            curve(m + s * 88, y + 52, m + s * 74, y + 74, m + s * 58, y + 88),
            curve(m + s * 36, y + 72, m + s * 16, y + 60, m, y + 54),
            curve(m + s * 30, y + 36, m + s * 50, y + 10, m + s * 56, y - 24),
            CLOSE,
        )
        drawn += shape(wing, under if s < 0 else darker(under, 0.10))
    points = trace(
        move(m - 58, y + 88),
        curve(m - 36, y + 72, m - 16, y + 60, m, y + 54),
        curve(m + 16, y + 60, m + 36, y + 72, m + 58, y + 88),
    )
    return drawn + line(points, darker(under, 0.32), 2.4, 0.7)
