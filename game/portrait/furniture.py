"""What stands and hangs to the client's side: the wall clock, the floor lamp, the table with books and a cup.

The clock counts decisions, never seconds.
"""

from __future__ import annotations

import math

from game.portrait.geometry import clamp
from game.portrait.marks import CLOSE, arc, bow, curve, ellipse, line, move, shape, slab, to, trace
from game.portrait.paint import Paint

CLOCK = (756.0, 128.0, 52.0)
"""x, y and radius."""
LAMP_X = 862.0
TABLE = (806.0, 866.0)
"""Left end and height of the table's top."""


def clock(paint: Paint, progress: float) -> str:
    """The clock; its pale sector is the share of decisions taken."""
    x, y, r = CLOCK
    angle = -math.pi / 2 + 2 * math.pi * clamp(progress, 0.001, 0.999)
    shadow = ellipse(x + 7, y + 10, r + 7, r + 7, paint.shadow, 0.06)
    shadow += ellipse(x + 4, y + 6, r + 5, r + 5, paint.shadow, 0.08)
    face = ellipse(x, y, r + 5, r + 5, paint.clock_rim) + ellipse(x, y, r, r, paint.clock)
    end = arc(r - 9, progress > 0.5, x + (r - 9) * math.cos(angle), y + (r - 9) * math.sin(angle))
    sector = shape(trace(move(x, y), to(x, y - r + 9), end, CLOSE), paint.clock_sector, 0.42)
    hand = trace(move(x, y), to(x + (r - 13) * math.cos(angle), y + (r - 13) * math.sin(angle)))
    still = trace(move(x, y), to(x, y - 26))
    hands = line(hand, paint.ink, 3.6) + line(still, paint.ink, 3.6, 0.85) + ellipse(x, y, 4.5, 4.5, paint.ink)
    return shadow + face + sector + _ticks(paint) + hands


def _ticks(paint: Paint) -> str:
    x, y, r = CLOCK
    drawn = ""
    for k in range(12):
        c, s = math.cos(math.radians(30 * k)), math.sin(math.radians(30 * k))
        quarter = k % 3 == 0
        inner = r - (11 if quarter else 8)
        tick = trace(move(x + (r - 4) * c, y + (r - 4) * s), to(x + inner * c, y + inner * s))
        drawn += line(tick, paint.ink, 2.6 if quarter else 1.6, 0.8)
    return drawn


def lamp(paint: Paint) -> str:
    """A floor lamp: pole and shade, each with its soft shadow."""
    x = LAMP_X
    pole = line(trace(move(x + 9, 372), to(x + 9, 1080)), paint.shadow, 8, 0.10)
    pole += line(trace(move(x, 366), to(x, 1080)), paint.pole, 7)
    pole += line(trace(move(x - 1.5, 366), to(x - 1.5, 1080)), "#ffffff", 1.6, 0.25)
    shadow = trace(move(x - 40, 246), to(x + 60, 246, x + 96, 384, x - 76, 384), CLOSE)
    rim, foot = bow(x, 228, x + 48, 236), bow(x, 390, x - 84, 372)
    shade = shape(trace(move(x - 48, 236), rim, to(x + 84, 372), foot, CLOSE), "url(#lamp)")
    edges = line(trace(move(x + 84, 372), foot), paint.wood[1], 2.4, 0.4)
    edges += line(trace(move(x - 48, 236), rim), paint.wood[1], 2, 0.3)
    return pole + shape(shadow, paint.shadow, 0.07) + shade + edges


def side_table(paint: Paint) -> str:
    """A small round table, three books, a cup."""
    x, y = TABLE
    wood, dark = paint.wood
    legs = trace(move(x + 16, y + 8), to(x + 4, 1080), move(x + 128, y + 8), to(x + 140, 1080))
    top = ellipse(x + 72, y + 5, 98, 19, dark) + ellipse(x + 72, y, 98, 18, wood)
    top += ellipse(x + 60, y - 4, 70, 9, "#ffffff", 0.10)
    floor = ellipse(x + 70, 1072, 110, 22, paint.shadow, 0.12)
    return floor + line(legs, dark, 11) + top + _books(paint, x, y) + _cup(paint, x + 138, y)


def _books(paint: Paint, x: float, y: float) -> str:
    drawn = ""
    for i, (wide, off) in enumerate(((104, 0), (94, 7), (86, 2))):
        left, top = x + 4 + off, y - 20 - i * 19
        drawn += slab(left, top, wide, 18, paint.books[i], 3) + slab(left + wide - 7, top + 3, 7, 12, paint.pages, 1)
        drawn += slab(left + 10, top + 3, 4, 12, "#ffffff", opacity=0.25)
        drawn += slab(left, top + 14, wide, 4, "#000000", 2, 0.12)
    return drawn


def _cup(paint: Paint, x: float, y: float) -> str:
    body = trace(move(x - 22, y - 44), to(x - 18, y - 6), bow(x, y + 2, x + 18, y - 6), to(x + 22, y - 44), CLOSE)
    dark = trace(move(x + 6, y - 44), to(x + 4, y - 3), bow(x + 12, y - 3, x + 18, y - 6), to(x + 22, y - 44), CLOSE)
    handle = trace(
        move(x + 21, y - 36), bow(x + 38, y - 34, x + 34, y - 21), curve(x + 33, y - 17, x + 28, y - 13, x + 19, y - 12)
    )
    drawn = ellipse(x + 2, y - 2, 27, 6, paint.shadow, 0.16) + line(handle, paint.cup, 5) + shape(body, paint.cup)
    return drawn + shape(dark, paint.shadow, 0.10) + ellipse(x, y - 44, 22, 5.5, paint.frame_shade)
