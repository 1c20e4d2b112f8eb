"""A client's own wheelchair, in the place of the armchair: back and handles behind them, wheels and armrests in front.

It draws no client; everything is centred on the seat's x.
"""

from __future__ import annotations

import math

from game.portrait.figure import SIDES
from game.portrait.marks import CLOSE, bow, curve, ellipse, line, linear, move, shape, slab, to, trace
from game.portrait.paint import Paint

WHEEL = (352.0, 1062.0, 34.0, 186.0)
"""Distance from the middle, height of the hub, and the wheel's half width and height, seen almost edge-on."""


def wheelchair_gradients(paint: Paint, x: float) -> str:
    """Light over the padded back."""
    lit, dark = paint.padding
    return linear("padding", (x - 220, 720), (x + 220, 1000), (0, lit, 1), (1, dark, 1))


def back(paint: Paint, x: float) -> str:
    """The padded back between its two posts, and a push handle on each."""
    panel = trace(
        move(x - 206, 1080),
        to(x - 206, 778),
        curve(x - 206, 752, x - 190, 744, x - 166, 742),
        bow(x, 730, x + 166, 742),
        curve(x + 190, 744, x + 206, 752, x + 206, 778),
        to(x + 206, 1080),
        CLOSE,
    )
    seam = trace(move(x - 184, 1080), to(x - 184, 786), bow(x - 182, 764, x - 150, 762), bow(x, 752, x + 150, 762))
    drawn = shape(panel, "url(#padding)") + line(seam, paint.padding[1], 4, 0.6)
    return drawn + "".join(_post(paint, x + s * 214, s) for s in SIDES)


def _post(paint: Paint, x: float, s: int) -> str:
    lit, dark = paint.metal
    tube = trace(move(x, 1080), to(x, 742), curve(x, 718, x + s * 6, 706, x + s * 24, 704))
    grip = trace(move(x + s * 16, 705), to(x + s * 44, 706))
    shine = trace(move(x - 3, 1080), to(x - 3, 746))
    return line(tube, dark, 15) + line(shine, lit, 4, 0.8) + line(grip, paint.rubber, 25) + line(grip, lit, 3, 0.25)


def front(paint: Paint, x: float) -> str:
    """Both wheels with their hand rims, and both armrests."""
    return "".join(_wheel(paint, x, s) + _armrest(paint, x, s) for s in SIDES)


def _ring(x: float, y: float, rx: float, ry: float) -> str:
    k = 0.5523
    return trace(
        move(x - rx, y),
        curve(x - rx, y - ry * k, x - rx * k, y - ry, x, y - ry),
        curve(x + rx * k, y - ry, x + rx, y - ry * k, x + rx, y),
        curve(x + rx, y + ry * k, x + rx * k, y + ry, x, y + ry),
        curve(x - rx * k, y + ry, x - rx, y + ry * k, x - rx, y),
        CLOSE,
    )


def _wheel(paint: Paint, seat_x: float, s: int) -> str:
    off, y, rx, ry = WHEEL
    x, (lit, dark) = seat_x + s * off, paint.metal
    spokes = [
        trace(move(x, y), to(x + (rx - 6) * math.cos(a), y + (ry - 8) * math.sin(a)))
        for a in (math.radians(15 + 30 * k) for k in range(12))
    ]
    tyre = _ring(x, y, rx, ry)
    rim = _ring(x + s * 20, y, rx - 4, ry - 22)
    drawn = shape(tyre, paint.shadow, 0.10) + line(" ".join(spokes), lit, 2, 0.55)
    drawn += line(tyre, paint.rubber, 17) + line(_ring(x - 3, y - 1, rx, ry), lit, 2, 0.25)
    return drawn + line(rim, dark, 9) + line(_ring(x + s * 20 - 2, y - 1, rx - 4, ry - 22), lit, 3.4, 0.85)


def _armrest(paint: Paint, seat_x: float, s: int) -> str:
    x, (lit, dark) = seat_x + s * 278, paint.metal
    stem = line(trace(move(x, 986), to(x, 1080)), dark, 14) + line(
        trace(move(x - 3, 986), to(x - 3, 1080)), lit, 3, 0.7
    )
    pad = slab(x - 42, 944, 84, 44, paint.rubber, 20)
    return stem + pad + ellipse(x - 8, 953, 26, 4, lit, 0.28)
