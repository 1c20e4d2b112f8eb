"""Points, curves, clipping and colour: the arithmetic under every drawn shape.

It writes no SVG; the renderer knows no clip paths, so whatever must be clipped is clipped here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Points = list[Point]


def lerp(a: float, b: float, t: float) -> float:
    """The number a share `t` of the way from `a` to `b`."""
    return a + (b - a) * t


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """`value`, kept between `low` and `high`."""
    return max(low, min(high, value))


def smooth(t: float) -> float:
    """0..1 eased at both ends."""
    t = clamp(t)
    return t * t * (3 - 2 * t)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255, of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def lightness(colour: str) -> float:
    """How light a colour is, 0 black .. 1 white (mean of the channels)."""
    return sum(channels(colour)) / 765


def mix(a: str, b: str, t: float) -> str:
    """The colour a share `t` of the way from `a` to `b`."""
    pairs = zip(channels(a), channels(b), strict=True)
    red, green, blue = (round(clamp(lerp(x, y, t), 0, 255)) for x, y in pairs)
    return f"#{red:02x}{green:02x}{blue:02x}"


def darker(colour: str, t: float = 0.2) -> str:
    """The colour in shade: towards a dark plum, never towards grey."""
    return mix(colour, "#1a0f1e", t)


def lighter(colour: str, t: float = 0.2) -> str:
    """The colour in daylight: towards a warm white."""
    return mix(colour, "#fff6e8", t)


def quadratic(start: Point, control: Point, end: Point, steps: int = 14) -> Points:
    """`steps` + 1 points along a quadratic Bézier curve."""
    return [_quadratic_at(start, control, end, i / steps) for i in range(steps + 1)]


def _quadratic_at(a: Point, b: Point, c: Point, t: float) -> Point:
    u = 1 - t
    return (u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1])


def cubic(start: Point, first: Point, second: Point, end: Point, steps: int = 14) -> Points:
    """`steps` + 1 points along a cubic Bézier curve."""
    return [_cubic_at((start, first, second, end), i / steps) for i in range(steps + 1)]


def _cubic_at(curve: tuple[Point, Point, Point, Point], t: float) -> Point:
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    return (
        sum(k * p[0] for k, p in zip(weights, curve, strict=True)),
        sum(k * p[1] for k, p in zip(weights, curve, strict=True)),
    )


def ellipse_points(cx: float, cy: float, rx: float, ry: float, steps: int = 36) -> Points:
    """An ellipse as a polygon."""
    angles = (2 * math.pi * i / steps for i in range(steps))
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


def clip(subject: Sequence[Point], window: Sequence[Point]) -> Points:
    """The part of `subject` inside the convex polygon `window`, any winding (Sutherland and Hodgman 1974)."""
    edges = list(zip(window, [*window[1:], window[0]], strict=True))
    if sum(a[0] * b[1] - b[0] * a[1] for a, b in edges) < 0:
        edges = [(b, a) for a, b in reversed(edges)]
    kept = list(subject)
    for a, b in edges:
        if abs(a[0] - b[0]) + abs(a[1] - b[1]) > 1e-6 and kept:
            kept = _keep_left(kept, a, b)
    return kept


def _keep_left(points: Points, a: Point, b: Point) -> Points:
    """The polygon cut along the line from `a` to `b`."""

    def side(p: Point) -> float:
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

    kept: Points = []
    before, before_side = points[-1], side(points[-1])
    for now in points:
        now_side = side(now)
        if (now_side >= 0) != (before_side >= 0):
            t = before_side / (before_side - now_side)
            kept.append((lerp(before[0], now[0], t), lerp(before[1], now[1], t)))
        if now_side >= 0:
            kept.append(now)
        before, before_side = now, now_side
    return kept


def box(left: float, top: float, right: float, bottom: float) -> Points:
    """A rectangle as a polygon."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def moved(points: Sequence[Point], dx: float, dy: float) -> Points:
    """The points, shifted."""
    return [(x + dx, y + dy) for x, y in points]
