"""Short hair: hairline with temples, ears free, sides that fade into the skin, and strands that show how it grows.

It draws nothing below the ears.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from game.portrait.figure import SIDES, Figure
from game.portrait.geometry import darker, lerp, lighter, mix
from game.portrait.marks import CLOSE, bow, curve, line, move, shape, to, trace

LIT, SIDE, BACK = "url(#hair)", "url(#side)", "url(#hair-back)"
Flow = Callable[[float, float], tuple[float, float]]
"""Where a strand that starts at x, y runs to, relative to its start."""


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


def _sides(f: Figure, recede: float) -> str:
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


def _strands(f: Figure, count: int, lift: float, low: float, flow: Flow) -> str:
    """Short strokes, scattered evenly between the crown's outline and the line `low`, dark and light by turns."""
    paths: tuple[list[str], list[str]] = [], []
    for i in range(count):
        x = lerp(-0.74, 0.74, i * 0.618034 % 1) * f.half
        roof = f.top - lift + 10 + 62 * (abs(x) / f.half) ** 2.4
        y = lerp(roof, low - 14, i * 0.754878 % 1)
        dx, dy = flow(x, y)
        paths[i % 2].append(trace(move(x, y), bow(x + dx * 0.4, y + dy * 0.7, x + dx, y + dy)))
    dark, light = darker(f.person.hair, 0.34), lighter(f.person.hair, 0.22)
    return line(" ".join(paths[0]), dark, 2.4, 0.42) + line(" ".join(paths[1]), light, 2.0, 0.34)


def crop(f: Figure) -> tuple[str, str]:
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
    strands = _strands(f, 64, 12, t + 50, lambda x, y: (x * 0.10 + 3, 11))
    return _dome(f, 8), _sides(f, recede) + shape(crown, LIT) + strands


def short(f: Figure) -> tuple[str, str]:
    """A side parting, combed over to the viewer's right, ears free."""
    w, t = f.half, f.top
    crown = trace(
        move(-52, t + 40),
        curve(-70, t + 44, -w + 22, t + 56, -w + 12, t + 76),
        curve(-w - 4, t + 26, -74, t - 16, -30, t - 24),
        curve(20, t - 38, 84, t - 22, w - 2, t + 46),
        curve(w + 6, t + 66, w + 2, t + 84, w - 8, t + 96),
        curve(w - 16, t + 72, w - 30, t + 62, w - 44, t + 62),
        _fringe((w - 44, t + 62), (-52, t + 40), 10, 6, 9),
        CLOSE,
    )
    parting = trace(move(-52, t + 40), curve(-50, t + 16, -44, t - 6, -30, t - 20))
    combed = _strands(f, 40, 20, t + 46, lambda x, y: (26, 12 + x * 0.08))
    parted = line(parting, mix(f.skin, f.person.hair, 0.45), 3, 0.7)
    return _dome(f, 14), _sides(f, 4 + 8 * f.person.age) + shape(crown, LIT) + combed + parted


def swept(f: Figure) -> tuple[str, str]:
    """Short sides and a loose wave, swept up and to the viewer's right."""
    w, t = f.half, f.top
    wave = trace(
        move(-w + 12, t + 92),
        curve(-w - 2, t + 50, -w + 6, t + 6, -w + 36, t - 14),
        curve(-w + 66, t - 40, -10, t - 50, 24, t - 46),
        curve(72, t - 44, w - 4, t - 16, w + 1, t + 42),
        curve(w + 5, t + 66, w + 2, t + 82, w - 9, t + 98),
        curve(w - 14, t + 74, w - 26, t + 66, 70, t + 60),
        curve(58, t + 74, 30, t + 84, 4, t + 82),
        curve(-22, t + 84, -46, t + 74, -58, t + 54),
        curve(-64, t + 74, -w + 22, t + 76, -w + 12, t + 92),
        CLOSE,
    )
    lock = trace(
        move(-58, t + 54),
        curve(-40, t + 22, 0, t - 8, 50, t - 16),
        curve(20, t + 6, 6, t + 32, 4, t + 82),
        curve(-24, t + 84, -46, t + 74, -58, t + 54),
        CLOSE,
    )
    before = _sides(f, 2) + shape(wave, LIT) + shape(lock, lighter(f.person.hair, 0.16), 0.26)
    return _dome(f, 14), before + _wave_strands(f)


WAVE = (
    (-60, 50, -40, 6, 20, -16), (-46, 62, -24, 18, 34, -6), (-30, 70, -10, 22, 50, 0), (-14, 76, 0, 30, 60, 8),
    (6, 74, 18, 34, 72, 16), (24, 70, 38, 38, 82, 28), (46, 64, 58, 42, 92, 44), (-72, 56, -62, 10, -14, -28),
)  # fmt: skip
"""Root, control and tip of each strand, x from the middle and y from the skull's top."""


def _wave_strands(f: Figure) -> str:
    t = f.top
    dark = [trace(move(a, t + b), bow(c, t + d, e, t + g)) for a, b, c, d, e, g in WAVE]
    light = trace(move(-f.half + 28, t + 34), bow(-54, t - 16, -4, t - 30))
    shade = line(" ".join(dark), darker(f.person.hair, 0.34), 2.8, 0.42)
    return shade + line(light, lighter(f.person.hair, 0.22), 6, 0.4)


def pixie(f: Figure) -> tuple[str, str]:
    """Layered and feathered, longer in front of the ears, a broken fringe to one side."""
    w, t = f.half, f.top
    crown = trace(
        move(-w - 2, 34),
        curve(-w - 12, -10, -w - 14, -70, -w + 2, t + 40),
        curve(-w + 26, t - 14, -34, t - 34, 8, t - 32),
        curve(62, t - 32, w + 2, t + 4, w + 8, -70),
        curve(w + 12, -30, w + 8, 6, w, 34),
        curve(w - 6, 4, w - 10, -28, w - 12, -52),
        curve(w - 20, -76, w - 40, t + 66, w - 58, t + 52),
        _fringe((w - 58, t + 52), (-w + 16, -62), 20, 6, 15),
        curve(-w + 8, -34, -w + 6, 4, -w - 2, 34),
        CLOSE,
    )
    strands = _strands(f, 44, 26, t + 56, lambda x, y: (-18 + x * 0.18, 20))
    return _dome(f, 20), shape(crown, LIT) + strands


def greyside(f: Figure) -> tuple[str, str]:
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
    combed = [trace(move(-w + 50, t + 22 + k), bow(-6, t - 16 + k * 1.3, w - 58, t + 12 + k)) for k in (-6, 0, 7, 15)]
    tint = mix(f.person.hair, f.skin, 0.25)
    return _dome(f, -6), before + line(" ".join(combed), tint, 3.4, 0.75) + _combed_sides(f)


def _combed_sides(f: Figure) -> str:
    w = f.half
    rows = [(s, k) for s in SIDES for k in (0, 7, 14)]
    strands = [
        trace(move(s * (w - 18 + k), -92 + k), bow(s * (w - 9 + k * 0.7), -66, s * (w - 9 + k * 0.8), -34))
        for s, k in rows
    ]
    return line(" ".join(strands), darker(f.person.hair, 0.3), 2.2, 0.4)


def bald(f: Figure) -> tuple[str, str]:
    """No hair: a soft light on the crown."""
    t = f.top
    light = trace(
        move(-44, t + 30),
        curve(-30, t + 12, 10, t + 6, 34, t + 14),
        curve(6, t + 16, -24, t + 22, -44, t + 30),
        CLOSE,
    )
    return "", shape(light, "#ffffff", 0.28)
