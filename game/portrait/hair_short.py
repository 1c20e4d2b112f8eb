"""Short hair: hairline with temples, ears free, sides that fade into the skin, and strands that show how it grows.

It draws nothing below the ears.
"""

from __future__ import annotations

import math

from game.portrait.figure import SIDES, Figure
from game.portrait.geometry import darker, lerp, lighter, mix
from game.portrait.marks import CLOSE, bow, curve, line, move, shape, to, trace
from game.portrait.strands import Locks, combed, ticks

LIT, SIDE, BACK = "url(#hair)", "url(#side)", "url(#hair-back)"


def _dome(f: Figure, lift: float) -> str:
    """The back of the head, seen a little above and beside the skull."""
    w, t = f.half + 1, f.top - lift
    outline = trace(
        move(-w + 4, 26),
        curve(-w - 8, -50, -w - 2, t + 20, -8, t),
        curve(w + 2, t + 18, w + 8, -50, w - 4, 26),
        CLOSE,
    )
    return shape(outline, BACK)


def sides(f: Figure, recede: float) -> str:
    """Close-cut sides: round the ear, down to a short sideburn, up to the temple."""
    return "".join(shape(_side(f, s, recede), SIDE) for s in SIDES)


def _side(f: Figure, s: int, recede: float) -> str:
    w, t = f.half, f.top
    return trace(
        move(s * (w - 40), t + 14),
        curve(s * (w - 4), t + 34, s * (w + 9), -84, s * (w + 5), -32),
        curve(s * (w + 4), -22, s * (w - 3), -18, s * (w - 4), -6),
        to(s * (w - 6), 20, s * (w - 13), 16),
        curve(s * (w - 13), -8, s * (w - 20), -34, s * (w - 17), -60),
        curve(s * (w - 22), t + 72 - recede, s * (w - 40), t + 54 - recede, s * (w - 58), t + 50 - recede),
        CLOSE,
    )


def _fringe(start: tuple[float, float], end: tuple[float, float], sag: float, teeth: int, depth: float) -> str:
    """A hairline between two points as small uneven tufts, sagging in the middle."""
    segments = []
    for i in range(teeth):
        a, b = i / teeth, (i + 1) / teeth
        size = depth * (0.55 + 0.45 * math.sin(i * 2.7 + 1))
        tip_x = lerp(start[0], end[0], lerp(a, b, 0.4))
        tip_y = lerp(start[1], end[1], a) + sag * math.sin(math.pi * lerp(a, b, 0.4)) + size
        root_y = lerp(start[1], end[1], b) + sag * math.sin(math.pi * b)
        segments.append(bow(tip_x, tip_y, lerp(start[0], end[0], b), root_y))
    return trace(*segments)


def crop(f: Figure) -> Locks:
    """Cut close all over, a short soft fringe; temples recede with age."""
    w, t, recede = f.half, f.top, 6 + 14 * f.person.age
    left, right = (-w + 44, t + 54 - recede), (w - 44, t + 54 - recede)
    crown = trace(
        move(*left),
        curve(-w + 34, t + 36 - recede, -w + 22, t + 44, -w + 16, t + 64),
        curve(-w + 4, t + 30, -60, t - 9, -4, t - 12),
        curve(58, t - 11, w - 4, t + 30, w - 16, t + 64),
        curve(w - 22, t + 44, w - 34, t + 36 - recede, *right),
        _fringe(right, left, 6, 9, 8),
        CLOSE,
    )
    grain = ticks(f, 64, t + 50, lambda x, y: (x * 0.10 + 3, 11))
    return Locks(_dome(f, 8), sides(f, recede) + shape(crown, LIT) + grain)


def short(f: Figure) -> Locks:
    """A side parting, combed over to the viewer's right, ears free."""
    w, t, recede = f.half, f.top, 14 * f.person.age
    crown = trace(
        move(-54, t + 42 - recede),
        curve(-72, t + 40 - recede, -w + 22, t + 50, -w + 13, t + 78),
        curve(-w + 2, t + 30, -78, t - 14, -34, t - 22),
        curve(18, t - 36, 80, t - 20, w - 6, t + 42),
        curve(w + 1, t + 60, w - 2, t + 76, w - 11, t + 90),
        curve(w - 16, t + 70, w - 30, t + 62 - recede, w - 46, t + 60 - recede),
        _fringe((w - 46, t + 60 - recede), (-54, t + 42 - recede), 12, 5, 7),
        CLOSE,
    )
    root = -54, t + 40 - recede
    over = combed(f, (*root, -8, t + 30, 52, t + 58 - recede), (-36, t - 12, 40, t - 30, w - 16, t + 62), 13)
    left = combed(f, (-62, t + 40, -76, t + 48, -w + 18, t + 68), (-44, t - 8, -78, t + 12, -w + 10, t + 58), 5)
    parting = trace(move(*root), curve(-54, t + 20, -48, t, -36, t - 16))
    parted = line(parting, mix(f.skin, f.person.hair, 0.45), 3, 0.7)
    return Locks(_dome(f, 12), sides(f, 4 + recede) + shape(crown, LIT) + over + left + parted)


def swept(f: Figure) -> Locks:
    """Short sides and a loose wave, swept up and to the viewer's right."""
    w, t = f.half, f.top
    wave = trace(
        move(-w - 4, t + 100),
        curve(-w - 7, t + 66, -w - 4, t + 20, -w + 32, t - 12),
        curve(-w + 62, t - 40, -10, t - 50, 24, t - 46),
        curve(72, t - 44, w - 2, t - 14, w + 2, t + 46),
        curve(w + 6, t + 66, w + 6, t + 84, w + 4, t + 100),
        to(w - 11, t + 92),
        curve(w - 14, t + 74, w - 26, t + 64, 70, t + 58),
        curve(58, t + 72, 30, t + 80, 4, t + 78),
        curve(-22, t + 80, -46, t + 70, -58, t + 50),
        curve(-64, t + 70, -w + 24, t + 70, -w + 13, t + 88),
        CLOSE,
    )
    lock = trace(
        move(-58, t + 50),
        curve(-40, t + 20, 0, t - 8, 50, t - 16),
        curve(20, t + 6, 6, t + 30, 4, t + 78),
        curve(-24, t + 80, -46, t + 68, -58, t + 50),
        CLOSE,
    )
    near = combed(f, (-60, t + 46, -40, t + 4, 20, t - 18), (-4, t + 72, 4, t + 30, 66, t + 6), 7, width=2.8)
    far = combed(f, (8, t + 72, 22, t + 34, 76, t + 16), (58, t + 58, 74, t + 44, w - 8, t + 60), 6, width=2.8)
    crest = trace(move(-w + 24, t + 34), bow(-56, t - 16, -4, t - 30))
    before = sides(f, 2) + shape(wave, LIT) + shape(lock, lighter(f.person.hair, 0.16), 0.22) + near + far
    return Locks(_dome(f, 14), before + line(crest, lighter(f.person.hair, 0.22), 6, 0.35))


def pixie(f: Figure) -> Locks:
    """Layered and feathered, longer in front of the ears, a broken fringe to one side."""
    w, t = f.half, f.top
    crown = trace(
        move(-w + 1, 30),
        curve(-w - 11, -14, -w - 14, -70, -w + 2, t + 40),
        curve(-w + 26, t - 12, -34, t - 30, 8, t - 29),
        curve(62, t - 29, w + 2, t + 6, w + 8, -70),
        curve(w + 11, -34, w + 7, 4, w - 3, 30),
        curve(w - 6, 4, w - 10, -28, w - 12, -52),
        curve(w - 20, -76, w - 40, t + 62, w - 56, t + 48),
        _fringe((w - 56, t + 48), (-w + 16, -62), 20, 5, 13),
        curve(-w + 8, -34, -w + 8, 2, -w + 1, 30),
        CLOSE,
    )
    root = 44, t + 2
    fringe = combed(f, (*root, -6, t + 20, -w + 22, -74), (w - 58, t + 44, 4, t + 76, -46, t + 82), 8)
    top = combed(f, (*root, -20, t - 22, -w + 6, t + 56), (*root, -16, t + 8, -w + 14, -84), 6)
    far = combed(f, (*root, w - 20, t + 4, w + 2, -74), (w - 54, t + 40, w - 26, t + 66, w - 10, -62), 6)
    near = combed(f, (-w - 1, -64, -w - 6, -26, -w + 2, 14), (-w + 10, -60, -w + 4, -24, -w + 4, 4), 3)
    return Locks(_dome(f, 18), shape(crown, LIT) + fringe + top + far + near)


def greyside(f: Figure) -> Locks:
    """Gone on top: hair at the sides, and a few strands combed across."""
    w, t = f.half, f.top
    before = ""
    for s in SIDES:
        side = trace(
            move(s * (w - 44), t + 16),
            curve(s * (w - 12), t + 6, s * (w + 16), -96, s * (w + 9), -30),
            curve(s * (w + 6), -20, s * (w - 2), -16, s * (w - 3), -4),
            to(s * (w - 5), 26, s * (w - 13), 20),
            curve(s * (w - 12), -10, s * (w - 18), -40, s * (w - 15), -62),
            curve(s * (w - 18), t + 60, s * (w - 30), t + 40, s * (w - 44), t + 16),
            CLOSE,
        )
        before += shape(side, LIT)
    rows = [trace(move(-w + 50, t + 22 + k), bow(-6, t - 16 + k * 1.3, w - 58, t + 12 + k)) for k in (3, 8, 14, 20)]
    tint = mix(f.person.hair, f.skin, 0.25)
    return Locks(_dome(f, -6), before + line(" ".join(rows), tint, 3.4, 0.75) + _combed_sides(f))


def _combed_sides(f: Figure) -> str:
    w = f.half
    rows = [(s, k) for s in SIDES for k in (0, 7, 14)]
    strands = [
        trace(move(s * (w - 18 + k), -92 + k), bow(s * (w - 9 + k * 0.7), -66, s * (w - 9 + k * 0.8), -34))
        for s, k in rows
    ]
    return line(" ".join(strands), darker(f.person.hair, 0.3), 2.2, 0.4)


def bald(f: Figure) -> Locks:
    """No hair: a soft light on the crown."""
    t = f.top
    light = trace(
        move(-44, t + 30),
        curve(-30, t + 12, 10, t + 6, 34, t + 14),
        curve(6, t + 16, -24, t + 22, -44, t + 30),
        CLOSE,
    )
    return Locks("", shape(light, "#ffffff", 0.28))
