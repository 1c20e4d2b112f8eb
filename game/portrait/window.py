"""The window, what is seen through it, and its curtains.

It draws no light inside the room.
"""

from __future__ import annotations

import math

from game.portrait.geometry import clamp
from game.portrait.marks import CLOSE, curve, ellipse, line, linear, move, shape, slab, to, trace
from game.portrait.paint import Paint

PANE = (64.0, 88.0, 276.0, 520.0)
"""x, y, width and height of the glass."""


def window_gradients(paint: Paint) -> str:
    """The sky, and the haze over what is outside."""
    _, y, _, h = PANE
    high, low = paint.sky
    haze = (0, "#ffffff", 0.10), (0.5, "#fff8e2", 0.34), (1, "#fff8e2", 0.10)
    clear = (0, "#ffffff", 0.0), (1, "#ffffff", 0.0)
    return linear("sky", (0, y), (0, y + h), (0, high, 1), (0.7, low, 1), (1, low, 1)) + linear(
        "haze", (0, y), (0, y + h), *(haze if paint.day else clear)
    )


def window(paint: Paint) -> str:
    """Outside, glass, frame and sill."""
    x, y, w, h = PANE
    outside = slab(*PANE, "url(#sky)") + _hills(paint) + (_tree(paint) if paint.day else _night(paint))
    return _casing(paint) + outside + slab(x, y, w, h, "url(#haze)") + _frame(paint) + _sill(paint)


def _hills(paint: Paint) -> str:
    """Rows of tree tops, kept inside the glass because nothing clips them."""
    x, y, w, h = PANE
    far, mid, near = paint.hills
    drawn = ""
    for share, radius, colour, opacity, count in (
        (0.62, 46, far, 0.75, 5),
        (0.74, 52, mid, 0.8, 6),
        (0.90, 60, near, 0.85, 5),
    ):
        top = y + h * share
        drawn += slab(x, top, w, y + h - top, colour, opacity=opacity)
        for i in range(count + 1):
            r = radius * (0.82 + 0.22 * math.sin(i * 1.9 + share * 5))
            cx = clamp(x + w * i / count + 9 * math.sin(i * 2.7 + share * 9), x + r, x + w - r)
            drawn += ellipse(cx, top + 8, r, r * 0.86, colour, opacity)
    return drawn


def _tree(paint: Paint) -> str:
    x, y, w, h = PANE
    trunk = trace(
        move(x + w * 0.84, y + h),
        curve(x + w * 0.80, y + h * 0.7, x + w * 0.86, y + h * 0.45, x + w * 0.80, y + h * 0.16),
    )
    bough = trace(
        move(x + w * 0.82, y + h * 0.52),
        curve(x + w * 0.72, y + h * 0.42, x + w * 0.62, y + h * 0.36, x + w * 0.56, y + h * 0.24),
    )
    drawn = line(trunk, paint.trunk, 11, 0.55) + line(bough, paint.trunk, 6, 0.5)
    for i in range(34):
        cx, cy = x + w * (0.66 + 0.28 * (i * 0.618 % 1)), y + h * (0.08 + 0.30 * (i * 0.7548 % 1))
        rx, ry = 15 + 8 * math.sin(i), 11 + 5 * math.cos(i * 1.7)
        drawn += ellipse(min(cx, x + w - rx), cy, rx, ry, paint.hills[1] if i % 3 else paint.hills[2], 0.42)
    return drawn


LIT_WINDOWS = ((0.16, 0.60), (0.22, 0.60), (0.70, 0.55), (0.76, 0.55), (0.76, 0.60), (0.48, 0.66))


def _night(paint: Paint) -> str:
    """Lit windows far away, and a moon."""
    x, y, w, h = PANE
    drawn = "".join(slab(x + w * dx, y + h * dy, 7, 10, "#f2c877", 1, 0.75) for dx, dy in LIT_WINDOWS)
    moon = ellipse(x + w * 0.74, y + h * 0.17, 19, 19, "#e9e3cf", 0.92)
    return drawn + moon + ellipse(x + w * 0.74 + 8, y + h * 0.17 - 5, 17, 17, paint.sky[0], 0.9)


def _casing(paint: Paint) -> str:
    """The recess behind the frame."""
    x, y, w, h = PANE
    return (
        slab(x - 26, y - 24, w + 52, h + 44, paint.shadow, 10, 0.05)
        + slab(x - 20, y - 20, w + 40, h + 38, paint.frame_shade, 4)
        + slab(x - 20, y - 20, w + 36, h + 34, paint.frame, 4)
    )


def _frame(paint: Paint) -> str:
    x, y, w, h = PANE
    frame, shade = paint.frame, paint.frame_shade
    drawn = slab(x - 20, y + h, w + 36, 14, frame) + slab(x - 18, y, 18, h, frame) + slab(x + w, y, 16, h, frame)
    drawn += slab(x + w + 16, y, 4, h + 14, shade)
    drawn += slab(x, y, w, 7, paint.shadow, opacity=0.14) + slab(x, y, 6, h, paint.shadow, opacity=0.10)
    for share in (1 / 3, 2 / 3):
        drawn += slab(x, y + h * share - 6, w, 12, frame) + slab(x, y + h * share + 4, w, 3, shade)
    return drawn + slab(x + w / 2 - 7, y, 14, h, frame) + slab(x + w / 2 + 4, y, 3, h, shade)


def _sill(paint: Paint) -> str:
    x, y, w, h = PANE
    foot = y + h
    board = slab(x - 44, foot + 12, w + 88, 22, paint.frame, 5)
    edge = slab(x - 44, foot + 28, w + 88, 7, paint.frame_shade, 3)
    return board + edge + slab(x - 34, foot + 35, w + 68, 14, paint.shadow, opacity=0.07)


def curtains(paint: Paint) -> str:
    """Linen on both sides, on a wooden rail."""
    folds = _curtain(paint, -14, 4, -8) + _curtain(paint, 330, 3, 6)
    rail = line(trace(move(-10, 46), to(440, 46)), paint.wood[1], 9) + ellipse(444, 46, 11, 11, paint.wood[1])
    return folds + rail + line(trace(move(-10, 43), to(438, 43)), paint.wood[0], 3, 0.8)


def _curtain(paint: Paint, left: float, count: int, lean: float) -> str:
    return "".join(_fold(paint, left + i * 27, 7 * math.sin(i * 2.2), lean) for i in range(count))


def _fold(paint: Paint, x: float, sway: float, lean: float) -> str:
    foot = x + lean * 1.6
    cloth = trace(
        move(x, 50),
        curve(x - 5 + sway, 260, x + lean + sway, 520, foot - 6, 770),
        to(foot + 34, 770),
        curve(x + lean + 36 + sway, 520, x + 32 + sway, 260, x + 30, 50),
        CLOSE,
    )
    deep = trace(move(x + 3, 54), curve(x - 2 + sway, 260, x + lean + 4 + sway, 520, foot - 2, 768))
    faint = trace(move(x + 14, 54), curve(x + 11 + sway, 260, x + lean + 15 + sway, 520, foot + 12, 766))
    shade = paint.curtain_shade
    return shape(cloth, paint.curtain, 0.93) + line(deep, shade, 6, 0.55) + line(faint, shade, 3, 0.28)
