"""The neck and the shadow that the jaw lays on it.

It draws neither the clothes over the neck nor the head above it.
"""

from __future__ import annotations

from game.portrait.figure import MIDDLE, SIDES, Figure, face_on_page
from game.portrait.geometry import Points, clip, mix, moved
from game.portrait.marks import CLOSE, curve, line, move, polygon, shape, to, trace

BARE = ("vneck", "crew", "hoodie")
"""Collars low enough to show the collar bones."""


def neck(f: Figure) -> str:
    """The neck from behind the jaw down to the shoulders."""
    return shape(_outline(f), f.skin) + _jaw_shadow(f) + _far_side(f) + _bones(f)


def _outline(f: Figure) -> str:
    m, n, y, h = MIDDLE, f.neck, f.neck_y, f.head_y
    return trace(
        move(m - n - 10, h + 70),
        curve(m - n - 3, h + 130, m - n, y - 40, m - n - 3, y - 14),
        curve(m - n - 10, y + 12, m - 100, y + 26, m - 146, y + 46),
        to(m - 90, y + 150, m + 90, y + 150, m + 146, y + 46),
        curve(m + 100, y + 26, m + n + 10, y + 12, m + n + 3, y - 14),
        curve(m + n, y - 40, m + n + 3, h + 130, m + n + 10, h + 70),
        CLOSE,
    )


def _window(f: Figure) -> Points:
    """The convex part of the neck that a shadow may fall on."""
    m, n, y, h = MIDDLE, f.neck, f.neck_y, f.head_y
    left = [(m - n + 6, y + 30), (m - n - 1, y - 12)]
    return [(m - n - 8, h + 60), (m + n + 8, h + 60), (m + n + 1, y - 12), (m + n - 6, y + 30), *left]


def _jaw_shadow(f: Figure) -> str:
    """The face moved down, once soft and once close, clipped to the neck."""
    face, window = face_on_page(f), _window(f)
    soft = polygon(clip(moved(face, 12, 40), window), f.shade)
    return soft + polygon(clip(moved(face, 7, 21), window), mix(f.shade, f.deep, 0.22))


def _far_side(f: Figure) -> str:
    m, n = MIDDLE, f.neck
    right = [(m + n * 0.35, f.head_y + 60), (m + n * 2, f.head_y + 60), (m + n * 2, f.neck_y + 60)]
    return polygon(clip([*right, (m + n * 0.7, f.neck_y + 60)], _window(f)), f.deep, 0.13)


def _bones(f: Figure) -> str:
    """One sinew, and the collar bones where a neckline shows them."""
    m, y = MIDDLE, f.neck_y
    sinew = trace(move(m - f.neck * 0.62, y - 26), curve(m - f.neck * 0.5, y + 4, m - 20, y + 24, m - 12, y + 38))
    drawn = line(sinew, f.shade, 3.4, 0.4)
    if f.person.collar not in BARE:
        return drawn
    for s in SIDES:
        bone = trace(move(m + s * 16, y + 40), curve(m + s * 36, y + 30, m + s * 56, y + 30, m + s * 80, y + 34))
        drawn += line(bone, f.shade, 3.4, 0.55)
    return drawn
