"""Eyes, lids, lashes and brows, and the tear.

It decides nothing about the pose; the white, iris and pupil are clipped to the opening of the lids here.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.portrait.figure import SIDES, Figure
from game.portrait.geometry import (
    Point,
    Points,
    clip,
    darker,
    ellipse_points,
    lerp,
    lighter,
    lightness,
    mix,
    quadratic,
)
from game.portrait.marks import CLOSE, bow, circle, curve, line, move, polygon, shape, through, to, trace

STEPS = 14
"""Points along a lid."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One eye's place and the curves of its lids."""

    side: int
    scale: float
    x: float
    y: float
    below: float
    """How far the lower lid hangs."""
    height: float
    inner: Point
    outer: Point
    upper: Points
    """Along the upper lid, from the inner corner."""
    lower: Points
    """Along the lower lid, from the outer corner."""

    @property
    def lens(self) -> Points:
        """The outline of the opening."""
        return self.upper + self.lower[1:-1]


def eyes(f: Figure) -> str:
    """Both eyes with their brows."""
    return "".join(_eye(f, _opening(f, s)) for s in SIDES)


def _opening(f: Figure, s: int) -> Opening:
    pose, scale, slide = f.pose, 1 + 0.14 * f.person.eye_size, f.slide_x
    x = s * 45 + slide * (1.05 if s * slide > 0 else 0.85)
    y = 2 + f.slide_y * 0.8
    half = 26 * scale * (1 - 0.12 * max(0, s * pose.turn))
    lid = max(0.0, pose.lid)
    above = 19.5 * scale * lid
    below = 11.5 * scale * (1 - 0.72 * pose.squint) * min(1, 0.3 + 0.7 * lid)
    rise = 1.5 + 2 * pose.squint + 4 * f.person.eye_tilt
    inner, outer = (x - s * half, y + 3.5), (x + s * half, y - rise)
    crown = (x + s, y - 2 * above + 5 + (1 - min(1, lid)) * 9)
    return Opening(
        side=s,
        scale=scale,
        x=x,
        y=y,
        below=below,
        height=above + below,
        inner=inner,
        outer=outer,
        upper=quadratic(inner, crown, outer, STEPS),
        lower=quadratic(outer, (x + s * 3, y + 2 * below - 1), inner, STEPS),
    )


def _eye(f: Figure, e: Opening) -> str:
    ball = _ball(f, e) if e.height > 3 else ""
    return _lid(f, e) + ball + _lashes(f, e) + _under(f, e) + _brow(f, e) + _tear(f, e)


def _lid(f: Figure, e: Opening) -> str:
    """The socket in soft shade, and the crease of the upper lid."""
    s = e.side
    fold = e.y - 2 * 19.5 * e.scale - 11 + 12 * max(0, -f.pose.brow_raise) + 8 * max(0, 1 - f.pose.lid)
    start, end = (e.inner[0] - s * 2, e.inner[1] - 3), (e.outer[0] + s * 3, e.outer[1] - 3)
    socket = polygon(quadratic(start, (e.x, fold), end) + e.upper[::-1], f.shade, 0.42)
    start, end = (e.inner[0] + s * 3, e.inner[1] - 8), (e.outer[0], e.outer[1] - 8)
    hooded = f.person.hooded
    crease = quadratic(start, (e.x, fold + 7 + 7 * hooded), end)[1:-1]
    return socket + line(through(crease), mix(f.shade, f.deep, 0.55), 2.2, 0.5 * (1 - 0.75 * hooded))


def _ball(f: Figure, e: Opening) -> str:
    """White, iris, pupil and two glints, with the upper lid's shadow over them."""
    lens, colour = e.lens, f.person.eyes
    x, y, r = e.x + f.pose.gaze_x * 10.5, e.y - 1.5 + f.pose.gaze_y * 7, 14.6 * e.scale

    def disc(dx: float, dy: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> str:
        return polygon(clip(ellipse_points(x + dx, y + dy, rx, ry), lens), fill, opacity)

    shadow = e.upper + [(px, py + 7) for px, py in reversed(e.upper)]
    return (
        polygon(lens, mix("#faf6f0", f.skin, 0.05 + 0.10 * (1 - lightness(f.skin))))
        + disc(0, 0, r, r, darker(colour, 0.42))
        + disc(0, 0, r * 0.85, r * 0.85, colour)
        + disc(1, r * 0.36, r * 0.60, r * 0.42, lighter(colour, 0.26), 0.7)
        + disc(0, 0, r * 0.44, r * 0.44, "#17101a")
        + disc(-5, -5.5, 3.9, 3.9, "#ffffff", 0.95)
        + disc(5, 5, 1.9, 1.9, "#ffffff", 0.5)
        + polygon(clip(shadow, lens), "#503848", 0.26)
    )


def _lashes(f: Figure, e: Opening) -> str:
    """A wedge that thickens outwards, never a wire of one width."""
    s, lashes = e.side, f.person.lashes
    ink = mix("#2a1a1e", f.person.hair, 0.12)
    thick = 3.6 + 2.4 * lashes
    outside = [
        (x + s * thick * 0.25 * (i / STEPS), y - lerp(1.6, thick, (i / STEPS) ** 0.7))
        for i, (x, y) in reversed(list(enumerate(e.upper)))
    ]
    drawn = polygon(e.upper + outside, ink) + line(through(e.upper), ink, 1.8)
    return drawn + (_long_lash(e, ink) if lashes > 0.6 else "")


def _long_lash(e: Opening, ink: str) -> str:
    (x, y), s = e.outer, e.side
    wing = trace(
        move(x - s * 7, y - 5),
        bow(x + s * 3, y - 3, x + s * 9, y - 8),
        bow(x + s * 5, y + 1, x - s * 4, y + 2),
        CLOSE,
    )
    return shape(wing, ink)


def _under(f: Figure, e: Opening) -> str:
    """The rim of the lower lid, the fold under it, and lines at the corner."""
    s, pose, age = e.side, f.pose, f.person.age
    drawn = line(through(e.lower[1:-2]), f.deep, 1.9, 0.42)
    fold = max(age * 0.8, pose.squint * 0.75 if pose.squint > 0.2 else 0, 0.45 * max(0, 0.62 - pose.lid))
    if fold > 0.05:
        y = e.y + e.below
        bag = trace(move(e.x - s * 17, y + 8), bow(e.x + s, y + 14, e.x + s * 20, y + 5))
        drawn += line(bag, mix(f.shade, f.deep, 0.25), 2.6, min(0.8, fold))
    corner = max(age, pose.squint * 1.3 - 0.45)
    if corner > 0.2:
        x = e.outer[0] + s * 7
        upper = trace(move(x, e.y - 5), to(x + s * 11, e.y - 11))
        lower = trace(move(x, e.y + 3), to(x + s * 11, e.y + 6))
        drawn += line(f"{upper} {lower}", mix(f.shade, f.deep, 0.2), 2.4, min(0.7, corner * 0.7))
    return drawn


def _brow(f: Figure, e: Opening) -> str:
    """A soft filled shape, thin at the outside."""
    s, raised = e.side, f.pose.brow_raise
    sorrow, anger = max(0, f.pose.brow_inner), max(0, -f.pose.brow_inner)
    y = e.y - 42 - 12 * raised
    ix, iy = e.x - s * (29 - 5 * anger), y + 5 - 12 * sorrow + 14 * anger
    ox, oy = e.x + s * 35, y + 6 + 6 * sorrow - 3 * anger
    mx, my = e.x + s * 9, y - 10 - 3 * raised + 2 * anger
    thick = 9.4 + 4 * f.person.brow_weight
    outline = trace(
        move(ix, iy - thick * 0.40),
        bow(mx, my - thick * 0.5, ox, oy),
        bow(mx + s * 2, my + thick * 0.66, ix, iy + thick * 0.55),
        bow(ix - s * 5, iy, ix, iy - thick * 0.40),
        CLOSE,
    )
    return shape(outline, brow_colour(f))


def brow_colour(f: Figure) -> str:
    """The brows': near the hair's, or dark under a scarf."""
    if f.person.hair_style == "hijab":
        return mix("#2e211d", f.skin, 0.1)
    return mix(mix(darker(f.person.hair, 0.2), "#2a1c18", 0.2), f.skin, 0.12)


def _tear(f: Figure, e: Opening) -> str:
    """A wet rim, a track and one drop, on the side of the light."""
    wet = f.pose.tear
    if wet <= 0.05 or e.side > 0:
        return ""
    x, y = e.x - 7, e.y + e.below + 14 + 12 * wet
    rim = line(through([(px, py - 1.5) for px, py in e.lower[3:-3]]), "#ffffff", 2.4, 0.7 * wet)
    track = trace(move(e.x - 3, y - 13 - 12 * wet), bow(e.x - 8, y - 5 - 6 * wet, e.x - 7, y + 2))
    drop = trace(move(x, y), curve(x - 7, y + 9, x - 7, y + 18, x, y + 18), curve(x + 8, y + 18, x + 8, y + 9, x, y))
    drawn = line(track, "#eaf6fb", 3.4, 0.55 * wet) + shape(drop, "#d5edf7", 0.9 * wet)
    return drawn + circle(x - 2, y + 11, 2, "#ffffff", 0.9 * wet) + rim
