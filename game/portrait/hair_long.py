"""Hair that reaches the jaw or the shoulders, loose or up.

It draws no short styles and no braids.
"""

from __future__ import annotations

from game.portrait.figure import MIDDLE, SIDES, Figure, on_page
from game.portrait.geometry import darker
from game.portrait.marks import CLOSE, bow, circle, curve, line, move, shape, to, trace
from game.portrait.strands import Locks, combed

LIT, BACK = "url(#hair)", "url(#hair-back)"


def bob(f: Figure) -> Locks:
    """To the jaw, parted at the side."""
    half, w, t, c = f.half, f.half + 9, f.top, f.chin
    behind = trace(
        move(0, t - 38),
        curve(-w - 60, t - 36, -w - 44, 30, -w - 34, c - 6),
        curve(-w - 10, c + 22, -w + 40, c + 10, -w + 46, c - 22),
        to(w - 46, c - 22),
        curve(w - 40, c + 10, w + 10, c + 22, w + 34, c - 6),
        curve(w + 44, 30, w + 60, t - 36, 0, t - 38),
        CLOSE,
    )
    before = trace(
        move(-22, t - 38),
        curve(-w - 40, t - 34, -w - 36, -10, -w - 24, 96),
        curve(-w - 4, 60, -half - 2, 0, -half + 12, -40),
        curve(-half + 30, t + 70, -40, t + 50, -24, t + 26),
        curve(20, t + 60, half - 30, t + 80, half - 12, -40),
        curve(half + 2, 0, w + 4, 60, w + 24, 96),
        curve(w + 36, -10, w + 40, t - 40, -22, t - 38),
        CLOSE,
    )
    near = combed(f, (-24, t + 18, -half + 8, t + 30, -half - 12, 6), (-24, t - 26, -w - 26, t - 4, -w - 22, 40), 6)
    far = combed(f, (-20, t + 18, half - 4, t + 44, half + 8, 4), (-18, t - 28, w + 26, t - 16, w + 22, 40), 8)
    return Locks(shape(behind, BACK), shape(before, LIT) + near + far)


def long(f: Figure) -> Locks:
    """Past the shoulders, parted in the middle; the ends lie forward over the shoulders and move with them."""
    half, w, t = f.half, f.half + 9, f.top
    behind = trace(
        move(0, t - 36),
        curve(-w - 50, t - 40, -w - 34, 40, -w - 34, 150),
        curve(-w - 36, 200, -w - 20, 240, -w + 10, 262),
        to(w - 10, 262),
        curve(w + 20, 240, w + 36, 200, w + 34, 150),
        curve(w + 34, 40, w + 50, t - 40, 0, t - 36),
        CLOSE,
    )
    before = trace(
        move(2, t - 36),
        curve(-w - 42, t - 40, -w - 30, -10, -w - 32, 110),
        curve(-w - 33, 128, -w - 33, 144, -w - 32, 160),
        curve(-w + 4, 168, -half + 8, 156, -half + 12, 138),
        curve(-half - 2, 100, -half + 2, 70, -half + 1, 46),
        curve(-half + 1, 0, -half + 24, t + 70, 2, t + 22),
        curve(half - 24, t + 70, half - 1, 0, half - 1, 46),
        curve(half - 2, 70, half + 2, 100, half - 12, 138),
        curve(half - 8, 156, w - 4, 168, w + 32, 160),
        curve(w + 33, 144, w + 33, 128, w + 32, 110),
        curve(w + 30, -10, w + 42, t - 40, 2, t - 36),
        CLOSE,
    )
    near = combed(
        f, (0, t + 8, -half + 4, t + 56, -half - 6, 96), (0, t - 26, -w - 30, t - 4, -w - 24, 120), 6, width=3
    )
    far = combed(f, (4, t + 8, half - 4, t + 56, half + 6, 96), (4, t - 26, w + 30, t - 4, w + 24, 120), 6, width=3)
    fallen = "".join(_fallen(f, s) for s in SIDES)
    return Locks(shape(behind, BACK), shape(before, LIT) + near + far, fallen)


def _fallen(f: Figure, s: int) -> str:
    """From beside the jaw forward over one shoulder, tapering on the chest."""
    w, m, y = f.half + 9, MIDDLE, f.shoulder_y
    (ox, oy), (ix, iy) = on_page(f, s * (w + 33), 140), on_page(f, s * (f.half - 16), 126)
    out, inner, foot = m + s * (f.shoulder - 28), m + s * (f.shoulder - 106), y + 128
    outline = trace(
        move(ox, oy),
        curve(ox + s * 2, oy + 44, out + s * 6, y - 40, out - s * 2, y + 34),
        curve(out - s * 6, y + 78, out - s * 20, foot - 14, out - s * 44, foot),
        curve(out - s * 34, foot - 26, inner + s * 6, y + 84, inner + s * 2, y + 30),
        curve(inner - s * 4, y - 20, ix - s * 6, iy + 40, ix, iy),
        CLOSE,
    )
    outer = (ox - s * 8, oy, out - s * 6, y - 30, out - s * 24, foot - 34)
    strands = combed(f, outer, (ix + s * 8, iy + 8, inner + s * 6, y - 20, inner + s * 28, y + 66), 6, width=3)
    return shape(outline, darker(f.person.hair, 0.06)) + strands


def wavebob(f: Figure) -> Locks:
    """Waves to the jaw, swept from a side parting."""
    half, w, t = f.half, f.half + 9, f.top
    behind = trace(
        move(10, t - 46),
        curve(-w - 66, t - 40, -w - 66, 20, -w - 40, 60),
        curve(-w - 60, 110, -w - 20, 140, -w + 10, 128),
        to(w - 10, 128),
        curve(w + 22, 140, w + 58, 110, w + 40, 60),
        curve(w + 64, 20, w + 66, t - 44, 10, t - 46),
        CLOSE,
    )
    before = trace(
        move(40, t - 46),
        curve(-w - 30, t - 56, -w - 60, -40, -w - 30, 20),
        curve(-w - 44, 70, -w - 20, 104, -w + 2, 110),
        curve(-half - 12, 60, -half + 6, 20, -half + 6, -20),
        curve(-half + 20, -70, 10, t + 50, 46, t + 20),
        curve(60, t + 50, half - 20, t + 60, half - 6, -20),
        curve(half - 4, 20, half + 14, 60, w - 2, 110),
        curve(w + 22, 104, w + 44, 70, w + 30, 20),
        curve(w + 56, -40, w + 30, t - 40, 40, t - 46),
        CLOSE,
    )
    near = combed(
        f, (44, t + 14, -half + 10, t + 62, -half - 4, 2), (42, t - 30, -w - 34, t - 20, -w - 24, 8), 9, width=3
    )
    far = combed(f, (46, t + 12, half - 10, t + 54, half + 2, 2), (44, t - 30, w + 36, t - 10, w + 24, 8), 5, width=3)
    return Locks(shape(behind, BACK), shape(before, LIT) + near + far)


def bun(f: Figure) -> Locks:
    """Drawn back into a bun on top."""
    half, w, t = f.half, f.half + 5, f.top
    dome = trace(
        move(-w, 26),
        curve(-w - 10, t + 30, -w + 10, t - 26, 0, t - 28),
        curve(w - 10, t - 26, w + 10, t + 30, w, 26),
        CLOSE,
    )
    coil = circle(4, t - 48, 54, darker(f.person.hair, 0.20)) + circle(-2, t - 54, 46, f.person.hair)
    turns = combed(f, (-38, t - 40, -30, t - 96, 26, t - 88), (-14, t - 26, 4, t - 58, 40, t - 40), 5)
    front = trace(
        move(-w + 5, 8),
        curve(-w - 12, -66, -w + 6, t - 24, 0, t - 28),
        curve(w - 6, t - 24, w + 12, -66, w - 5, 8),
        curve(half - 6, -14, half - 12, -52, half - 26, t + 70),
        curve(half - 46, t + 40, 36, t + 32, 0, t + 34),
        curve(-36, t + 32, -half + 46, t + 40, -half + 26, t + 70),
        curve(-half + 12, -52, -half + 6, -14, -w + 5, 8),
        CLOSE,
    )
    near = combed(f, (-half + 20, t + 56, -w + 8, t + 40, -20, t - 18), (-8, t + 26, -6, t + 8, 0, t - 22), 7)
    far = combed(f, (half - 20, t + 56, w - 8, t + 40, 26, t - 18), (14, t + 26, 12, t + 8, 8, t - 22), 6)
    return Locks(coil + turns + shape(dome, BACK), shape(front, LIT) + near + far)


def ponytail(f: Figure) -> Locks:
    """Drawn back, a loose strand at each temple, the tail over one shoulder."""
    half, w, t = f.half, f.half + 4, f.top
    tail = trace(
        move(w - 34, -60),
        curve(w + 46, -40, w + 66, 60, w + 34, 150),
        curve(w + 22, 190, w + 34, 220, w + 10, 262),
        curve(w - 18, 240, w - 26, 190, w - 12, 130),
        curve(w - 2, 80, w - 10, 20, w - 40, 0),
        CLOSE,
    )
    dome = trace(
        move(-w + 4, 30),
        curve(-w - 10, -60, -w + 2, t - 22, 6, t - 26),
        curve(w - 2, t - 22, w + 12, -60, w - 4, 30),
        CLOSE,
    )
    front = trace(
        move(-w + 2, 8),
        curve(-w - 12, -70, -w + 10, t - 22, 6, t - 26),
        curve(w - 6, t - 22, w + 12, -70, w - 2, 8),
        curve(half - 8, -14, half - 14, -52, half - 28, t + 76),
        curve(half - 54, t + 44, 30, t + 40, 22, t + 34),
        curve(-6, t + 46, -half + 44, t + 50, -half + 22, t + 84),
        curve(-half + 12, -50, -half + 8, -14, -w + 2, 8),
        CLOSE,
    )
    strands = combed(f, (w - 24, -44, w + 44, 20, w + 16, 170), (w - 20, -20, w + 6, 60, w - 2, 190), 4)
    return Locks(shape(tail, BACK) + strands + shape(dome, BACK), shape(front, LIT) + _drawn_back(f))


STRANDS = (
    (-70, 62, -78, 10, -20, -18), (-36, 46, -42, 4, 0, -22), (2, 40, 4, 6, 14, -22),
    (44, 44, 46, 4, 26, -20), (74, 62, 80, 10, 40, -14),
)  # fmt: skip
"""Root, control and end of each strand drawn back, x from the middle and y from the skull's top."""


def _drawn_back(f: Figure) -> str:
    """Strands from the hairline to the crown, and one loose at each temple."""
    t, half = f.top, f.half
    strands = [trace(move(a, t + b), bow(c, t + d, e, t + g)) for a, b, c, d, e, g in STRANDS]
    loose = []
    for s in SIDES:
        loose.append(move(s * (half - 20), -66) + curve(s * (half + 4), -40, s * (half + 2), 10, s * (half - 8), 46))
    dark = darker(f.person.hair, 0.3)
    return line(" ".join(strands), dark, 2.6, 0.4) + line(" ".join(loose), f.person.hair, 5)
