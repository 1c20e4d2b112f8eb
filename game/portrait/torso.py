"""The clothed shoulders: one garment for each kind of collar, with light, shade and folds.

It draws neither the neck under the collar nor arms that cross in front.
"""

from __future__ import annotations

from collections.abc import Callable

from game.portrait.figure import MIDDLE, SIDES, Figure
from game.portrait.geometry import darker, lighter
from game.portrait.knitwear import knit
from game.portrait.marks import CLOSE, bow, circle, curve, line, move, shape, to, trace

CLOTH = "url(#cloth)"
FOOT = 812.0
"""Garments end a little below the picture."""


def torso(f: Figure) -> str:
    """The garment this person wears."""
    return GARMENTS[f.person.collar](f) + _shade(f)


def outline(f: Figure, half_neck: float, dip: float) -> str:
    """Shoulders and chest; the neckline hangs `dip` below the neck's foot."""
    m, y = MIDDLE, f.neck_y
    neckline = curve(m + half_neck - 8, y + dip, m - half_neck + 8, y + dip, m - half_neck, y + 6)
    return trace(_shoulders(f, half_neck), neckline, CLOSE)


def _shoulders(f: Figure, half_neck: float) -> str:
    """From one side of the neck round to the other."""
    m, y, s, sy = MIDDLE, f.neck_y, f.shoulder, f.shoulder_y
    return trace(
        move(m - half_neck, y + 6),
        curve(m - half_neck - 44, y + 32, m - s + 44, sy - 42, m - s, sy - 4),
        curve(m - s - 22, sy + 16, m - s - 32, sy + 84, m - s - 42, FOOT),
        to(m + s + 42, FOOT),
        curve(m + s + 32, sy + 84, m + s + 22, sy + 16, m + s, sy - 4),
        curve(m + s - 44, sy - 42, m + half_neck + 44, y + 32, m + half_neck, y + 6),
    )


def _shade(f: Figure) -> str:
    """The far side falls into shade; a fold where each arm lies on the body."""
    m, s, sy, dark = MIDDLE, f.shoulder, f.shoulder_y, darker(f.person.top, 0.22)
    far = trace(
        move(m + s - 40, sy - 24),
        curve(m + s + 4, sy - 4, m + s + 28, sy + 70, m + s + 42, FOOT),
        to(m + s - 58, FOOT),
        curve(m + s - 44, sy + 120, m + s - 44, sy + 60, m + s - 40, sy - 24),
        CLOSE,
    )
    drawn = shape(far, dark, 0.30)
    for k in SIDES:
        start, end = move(m + k * (s - 42), sy + 104), (m + k * (s - 56), FOOT)
        drawn += line(trace(start, curve(m + k * (s - 52), sy + 140, m + k * (s - 52), 770, *end)), dark, 3.4, 0.55)
    return drawn


def crew(f: Figure) -> str:
    """A round neck with a narrow band."""
    m, y = MIDDLE, f.neck_y
    band = trace(move(m - 76, y + 10), curve(m - 64, y + 64, m + 64, y + 64, m + 76, y + 10))
    seam = trace(move(m - 79, y + 18), curve(m - 66, y + 74, m + 66, y + 74, m + 79, y + 18))
    drawn = shape(outline(f, 76, 64), CLOTH) + line(band, lighter(f.person.top, 0.16), 13)
    return drawn + line(seam, darker(f.person.top, 0.22), 2, 0.5)


def vneck(f: Figure) -> str:
    """A V with a narrow band."""
    m, y = MIDDLE, f.neck_y
    drawn = shape(trace(_shoulders(f, 70), to(m, y + 122), CLOSE), CLOTH)
    for s in SIDES:
        band = trace(
            move(m + s * 66, y + 2),
            curve(m + s * 58, y + 46, m + s * 24, y + 96, m, y + 122),
            to(m, y + 138),
            curve(m + s * 32, y + 106, m + s * 70, y + 52, m + s * 82, y + 12),
            CLOSE,
        )
        drawn += shape(band, lighter(f.person.top, 0.16))
    return drawn


def turtle(f: Figure) -> str:
    """A high folded collar."""
    m, y = MIDDLE, f.neck_y
    collar = trace(
        move(m - 58, y - 34),
        curve(m - 64, y + 8, m - 66, y + 28, m - 72, y + 38),
        curve(m - 30, y + 66, m + 30, y + 66, m + 72, y + 38),
        curve(m + 66, y + 28, m + 64, y + 8, m + 58, y - 34),
        curve(m + 30, y - 10, m - 30, y - 10, m - 58, y - 34),
        CLOSE,
    )
    fold = trace(move(m - 60, y - 6), curve(m - 30, y + 18, m + 30, y + 18, m + 60, y - 6))
    drawn = shape(outline(f, 64, 40), CLOTH) + shape(collar, lighter(f.person.top, 0.16))
    return drawn + line(fold, darker(f.person.top, 0.22), 3, 0.4)


def shirt(f: Figure) -> str:
    """An open collar and a row of buttons."""
    m, y, top = MIDDLE, f.neck_y, f.person.top
    dark = darker(top, 0.22)
    drawn = shape(outline(f, 64, 70), CLOTH)
    for s in SIDES:
        wing = trace(
            move(m + s * 58, y - 22),
            curve(m + s * 66, y - 2, m + s * 78, y + 16, m + s * 92, y + 28),
            to(m + s * 54, y + 96, m, y + 58),
            curve(m + s * 28, y + 40, m + s * 50, y + 12, m + s * 58, y - 22),
            CLOSE,
        )
        drawn += shape(wing, lighter(top, 0.16 if s < 0 else 0.06))
    drawn += line(trace(move(m - 54, y + 96), to(m, y + 58, m + 54, y + 96)), dark, 2.6, 0.55)
    drawn += line(trace(move(m, y + 64), to(m, FOOT)), dark, 3, 0.7)
    return drawn + "".join(circle(m + 8, y + k, 4, lighter(top, 0.6)) for k in (112, 172, 232))


def hoodie(f: Figure) -> str:
    """A hood lying on the back, its rim, and two cords."""
    m, y, top = MIDDLE, f.neck_y, f.person.top
    hood = trace(
        move(m - 72, y - 18),
        curve(m - 150, y + 10, m - 150, y + 70, m - 60, y + 110),
        to(m + 60, y + 110),
        curve(m + 150, y + 70, m + 150, y + 10, m + 72, y - 18),
        curve(m + 60, y + 60, m - 60, y + 60, m - 72, y - 18),
        CLOSE,
    )
    rim = trace(
        move(m - 80, y - 6),
        curve(m - 126, y + 26, m - 98, y + 92, m, y + 126),
        curve(m + 98, y + 92, m + 126, y + 26, m + 80, y - 6),
        curve(m + 70, y + 66, m + 32, y + 86, m, y + 92),
        curve(m - 32, y + 86, m - 70, y + 66, m - 80, y - 6),
        CLOSE,
    )
    drawn = shape(hood, darker(top, 0.22)) + shape(outline(f, 88, 96), CLOTH) + shape(rim, lighter(top, 0.16))
    for s, length in zip(SIDES, (74, 62), strict=True):
        x = m + s * 27
        cord = trace(move(x, y + 118), bow(x + s, y + 118 + length / 2, x + s * 5, y + 118 + length))
        drawn += circle(x, y + 116, 4.5, darker(top, 0.22)) + line(cord, lighter(top, 0.6), 5)
    return drawn


def blazer(f: Figure) -> str:
    """A jacket with lapels over a plain top."""
    m, y, top, under = MIDDLE, f.neck_y, f.person.top, f.person.under
    neckline = trace(move(m - 58, y + 10), curve(m - 44, y + 58, m + 44, y + 58, m + 58, y + 10))
    drawn = shape(outline(f, 60, 66), under) + line(neckline, darker(under, 0.16), 6, 0.8)
    for s in SIDES:
        drawn += shape(_jacket_half(f, s), CLOTH)
        lapel = trace(
            move(m + s * 64, y),
            to(m + s * 118, y + 62, m + s * 92, y + 90, m + s * 108, y + 104, m + s * 10, y + 236),
            CLOSE,
        )
        edge = trace(move(m + s * 64, y + 2), to(m + s * 14, y + 232))
        drawn += shape(lapel, lighter(top, 0.16 if s < 0 else 0.10)) + line(edge, darker(top, 0.22), 2.6, 0.6)
    return drawn


def _jacket_half(f: Figure, k: int) -> str:
    m, y, s, sy = MIDDLE, f.neck_y, f.shoulder, f.shoulder_y
    return trace(
        move(m + k * 62, y + 2),
        curve(m + k * 106, y + 32, m + k * (s - 44), sy - 42, m + k * s, sy - 4),
        curve(m + k * (s + 22), sy + 16, m + k * (s + 32), sy + 84, m + k * (s + 42), FOOT),
        to(m - k * 6, FOOT, m + k * 20, y + 220),
        CLOSE,
    )


GARMENTS: dict[str, Callable[[Figure], str]] = {
    "blazer": blazer,
    "crew": crew,
    "hoodie": hoodie,
    "knit": knit,
    "shirt": shirt,
    "turtle": turtle,
    "vneck": vneck,
}
