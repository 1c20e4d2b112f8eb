"""The mouth: lips, and teeth and tongue where it is open.

It draws no beard; teeth and tongue are held inside the lips column by column.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.portrait.figure import SIDES, Figure
from game.portrait.geometry import Point, Points, clamp, darker, lighter, lightness, mix, quadratic, smooth
from game.portrait.marks import bow, line, move, polygon, trace

COLUMNS = 24
"""The mouth is cut into this many columns."""
PARTED = 0.04
"""Open further than this, the lips part."""
BUSHY = ("full", "goatee")
"""Beards round the mouth: the lips are lighter in them and bend a little more, to stay readable."""


@dataclass(frozen=True, slots=True)
class Lips:
    """Where the mouth lies and what shape it has."""

    x: float
    y: float
    half: float
    curve: float
    open: float
    colour: str
    left: Point
    right: Point


def lips(f: Figure) -> Lips:
    """The mouth of this figure, measured."""
    pose = f.pose
    x, y = f.slide_x * 1.15, 100 + f.slide_y * 0.9
    half = (34 + 10 * pose.width + 5 * max(0, pose.curve)) * (1 - 0.04 * abs(pose.turn))
    bearded = f.person.beard in BUSHY
    bend = pose.curve * (1.15 if bearded else 0.9) + 0.10
    return Lips(
        x=x,
        y=y,
        half=half,
        curve=bend,
        open=pose.open,
        colour=_colour(f, bearded),
        left=(x - half, y - 9 * bend),
        right=(x + half, y - 9 * bend),
    )


def _colour(f: Figure, bearded: bool) -> str:
    """Lighter in a beard, and on dark skin by as much as it takes for the mouth's shape to show at a distance."""
    lift = 0.24 * clamp((0.5 - lightness(f.skin)) / 0.26)
    return lighter(f.person.lips, max(lift, 0.18 if bearded else 0))


def mouth(f: Figure) -> str:
    """The mouth with its corners and the fold under the lower lip."""
    m = lips(f)
    drawn = _parted(m) if m.open > PARTED else _closed(f, m)
    return drawn + _corners(f, m) + _under_lip(f, m)


def skin_round(m: Lips, grow: float) -> Points:
    """The outline of the lips grown by about `grow`: the skin that a beard leaves free."""
    upper = quadratic(m.left, (m.x, m.y + 11 * m.curve - 10 * m.open), m.right, COLUMNS)
    lower = quadratic(m.left, (m.x, m.y + 11 * m.curve + 60 * m.open), m.right, COLUMNS)
    above = [(x, y - 2 - (4 + grow) * _swell(i, 0.6)) for i, (x, y) in enumerate(upper)]
    below = [(x, y + 2 + (8 + grow) * _swell(i, 0.6)) for i, (x, y) in enumerate(lower)]
    return [(m.left[0] - grow, m.left[1]), *above, (m.right[0] + grow, m.right[1]), *below[::-1]]


def _swell(i: int, power: float) -> float:
    """0 at the corners, 1 in the middle."""
    return math.pow(math.sin(math.pi * i / COLUMNS), power) if 0 < i < COLUMNS else 0.0


def _parted(m: Lips) -> str:
    upper = quadratic(m.left, (m.x, m.y + 12 * m.curve - 10 * m.open), m.right, COLUMNS)
    gap = (12 * m.curve + 6) * smooth(m.open / 0.12) + 72 * m.open
    lower = quadratic(m.left, (m.x, m.y + 12 * m.curve - 10 * m.open + gap), m.right, COLUMNS)
    dip = range(COLUMNS // 2 - 1, COLUMNS // 2 + 2)
    above = [(x, y - (8 - 2 * m.open) * _swell(i, 0.8) + (2.5 if i in dip else 0)) for i, (x, y) in enumerate(upper)]
    below = [(x, y + 9.5 * _swell(i, 0.8)) for i, (x, y) in enumerate(lower)]
    corners = [(m.left[0] - 2, m.left[1])], [(m.right[0] + 2, m.right[1])]
    return (
        polygon(corners[0] + above + corners[1] + below[::-1], m.colour)
        + polygon(upper + lower[::-1][1:-1], "#551d29")
        + _tongue(m, upper, lower)
        + _teeth(m, upper, lower)
    )


def _tongue(m: Lips, upper: Points, lower: Points) -> str:
    depth = (7 + 12 * m.open) * smooth((m.open - 0.06) / 0.1)
    pairs = enumerate(zip(upper, lower, strict=True))
    edge = [(x, max(up, low - depth * _swell(i, 0.8))) for i, ((x, up), (_, low)) in pairs]
    return polygon(edge[6:19] + lower[6:19][::-1], "#bb5a64")


def _teeth(m: Lips, upper: Points, lower: Points) -> str:
    if m.curve <= -0.2 or m.open < 0.06:
        return ""
    shown = smooth((m.open - 0.07) / 0.1)
    depth = (5 + 12 * m.open + 8 * max(0, m.curve)) * shown
    pairs = enumerate(zip(upper, lower, strict=True))
    edge = [(x, min(low - 1.5, up + depth * min(1, 3.2 * _swell(i, 1)))) for i, ((x, up), (_, low)) in pairs]
    return polygon(upper[1:-1] + edge[1:-1][::-1], "#faf5ee")


def _closed(f: Figure, m: Lips) -> str:
    """Two lips and the dark seam between them."""
    press, full = f.pose.press, 1 + 0.25 * f.person.lip_fullness
    up = 7.2 * full * (1 - 0.72 * press) * (1 - 0.2 * max(0, m.curve))
    low = 10.5 * full * (1 - 0.68 * press) * (1 - 0.15 * max(0, m.curve))
    seam = quadratic(m.left, (m.x, m.y + 11 * m.curve), m.right, COLUMNS)
    above = [(x, y - up * _cupid(i)) for i, (x, y) in enumerate(seam)]
    below = [(x, y + low * _pad(i)) for i, (x, y) in enumerate(seam)]
    return (
        polygon(above + seam[::-1], darker(m.colour, 0.12))
        + polygon(seam + below[::-1], mix(m.colour, f.skin, 0.10))
        + _shine(m, seam[COLUMNS // 2][1] + low * 0.5, press)
        + _seam(m, seam)
    )


def _cupid(i: int) -> float:
    """The upper lip's height along it, dented in the middle."""
    t = i / COLUMNS
    return _swell(i, 0.75) * (1 - 0.26 * math.exp(-(((t - 0.5) / 0.07) ** 2)))


def _pad(i: int) -> float:
    """The lower lip's height along it, drawn in at the corners."""
    t = min(1.0, max(0.0, (i / COLUMNS - 0.06) / 0.88))
    return math.pow(max(0.0, math.sin(math.pi * t)), 0.9)


def _shine(m: Lips, y: float, press: float) -> str:
    glint = trace(move(m.x - 9, y), bow(m.x - 1, y + 2 + 2 * m.curve, m.x + 7, y))
    return line(glint, lighter(m.colour, 0.32), 2.4, 0.32 * (1 - press))


def _seam(m: Lips, seam: Points) -> str:
    upper = [(x, y - 0.6) for x, y in seam]
    lower = [(x, y + 0.4 + 1.5 * _swell(i, 1)) for i, (x, y) in enumerate(seam)]
    return polygon(upper + lower[::-1], mix(m.colour, "#3a1018", 0.6))


def _corners(f: Figure, m: Lips) -> str:
    """A short mark at each corner, up or down with the mouth."""
    if abs(m.curve) <= 0.2:
        return ""
    drawn = ""
    for s in SIDES:
        x, y = m.x + s * (m.half + 1), m.left[1] - 2 * m.curve
        mark = trace(move(x, y), bow(x + s * 5, y + 1 - 3 * m.curve, x + s * 5, y - 4 * m.curve - 2))
        drawn += line(mark, f.deep, 2.4, min(0.5, abs(m.curve) * 0.8))
    return drawn


def _under_lip(f: Figure, m: Lips) -> str:
    if f.person.beard in BUSHY:
        return ""
    y = m.y + 30 + 10 * max(0, m.curve) + 26 * m.open
    return line(trace(move(m.x - 14, y), bow(m.x, y + 6, m.x + 14, y)), f.shade, 3.6, 0.7)
