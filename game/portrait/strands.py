"""Strands: how hair shows which way it grows.

It draws no outline of hair, only the light and dark lines inside one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.portrait.figure import Figure
from game.portrait.geometry import darker, lerp, lighter
from game.portrait.marks import bow, circle, line, move, trace

Guide = tuple[float, float, float, float, float, float]
"""A strand: root, control, tip, as x and y of each."""


@dataclass(frozen=True, slots=True)
class Locks:
    """Hair in the order it is drawn."""

    behind: str
    """Behind neck and ears, in the head's space."""
    before: str
    """Over the face, in the head's space."""
    over: str = ""
    """Over the shoulders and under the head, in the picture's space: it follows the body, not the head."""


def combed(f: Figure, first: Guide, last: Guide, count: int, *, width: float = 2.4) -> str:
    """Strands from one guide to another, dark and light by turns, a little uneven."""
    dark: list[str] = []
    light: list[str] = []
    for i in range(count):
        t = i / max(1, count - 1)
        x0, y0, cx, cy, x1, y1 = (lerp(a, b, t) for a, b in zip(first, last, strict=True))
        short = 0.12 * (1 + math.sin(i * 2.3))
        tip = lerp(x1, x0, short), lerp(y1, y0, short)
        (light if i % 3 == 1 else dark).append(trace(move(x0, y0), bow(cx, cy, *tip)))
    shade, glint = darker(f.person.hair, 0.34), lighter(f.person.hair, 0.26)
    return line(" ".join(dark), shade, width, 0.40) + (line(" ".join(light), glint, width, 0.36) if light else "")


def ticks(f: Figure, count: int, low: float, flow: Callable[[float, float], tuple[float, float]]) -> str:
    """Short strokes scattered evenly between the crown and the line `low`; `flow` says where each runs to."""
    paths: tuple[list[str], list[str]] = [], []
    for i in range(count):
        x = lerp(-0.74, 0.74, i * 0.618034 % 1) * f.half
        roof = f.top - 2 + 62 * math.pow(abs(x) / f.half, 2.4)
        y = lerp(roof, low - 14, i * 0.754878 % 1)
        dx, dy = flow(x, y)
        paths[i % 2].append(trace(move(x, y), bow(x + dx * 0.4, y + dy * 0.7, x + dx, y + dy)))
    dark, light = darker(f.person.hair, 0.34), lighter(f.person.hair, 0.22)
    return line(" ".join(paths[0]), dark, 2.4, 0.42) + line(" ".join(paths[1]), light, 2.0, 0.34)


def curls(
    x: float, y: float, rx: float, ry: float, span: tuple[float, float], count: int, radius: float, fill: str
) -> str:
    """A row of round curls along an ellipse between two angles in degrees, never quite equal."""
    drawn = ""
    for i in range(count):
        angle = math.radians(lerp(*span, i / (count - 1)))
        size = radius * (1 + 0.15 * math.sin(i * 2.4))
        drawn += circle(x + rx * math.cos(angle), y + ry * math.sin(angle), size, fill)
    return drawn


def ringlets(f: Figure, centre: tuple[float, float], reach: tuple[float, float], count: int, size: float) -> str:
    """Small open arcs scattered inside an ellipse: the surface of curled hair."""
    paths: tuple[list[str], list[str]] = [], []
    for i in range(count):
        angle, far = i * 2.39996, math.sqrt((i + 0.5) / count)
        x, y = centre[0] + reach[0] * far * math.cos(angle), centre[1] + reach[1] * far * math.sin(angle)
        r = size * (0.8 + 0.3 * math.sin(i * 1.7))
        side = 1 if i % 4 < 2 else -1
        paths[i % 2].append(
            trace(move(x - side * r, y + r * 0.3), bow(x - side * r * 0.4, y - r * 1.4, x + side * r, y))
        )
    light, dark = lighter(f.person.hair, 0.20), darker(f.person.hair, 0.40)
    return line(" ".join(paths[0]), light, 2.6, 0.40) + line(" ".join(paths[1]), dark, 2.6, 0.45)
