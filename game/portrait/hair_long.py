"""Hair that reaches the jaw or the shoulders, loose or up.

It draws no short styles and no braids.
"""

from __future__ import annotations

from game.portrait.figure import SIDES, Figure
from game.portrait.geometry import darker, lighter
from game.portrait.marks import CLOSE, bow, circle, curve, line, move, shape, to, trace

LIT, BACK = "url(#hair)", "url(#hair-back)"


def _glint(f: Figure) -> str:
    return lighter(f.person.hair, 0.16)


def bob(f: Figure) -> tuple[str, str]:
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
    near = trace(move(-24, t + 24), curve(-60, t + 18, -half - 6, t + 60, -half - 14, -20))
    far = trace(move(0, t - 14), curve(50, t - 10, half, t + 30, half + 14, -30))
    glint = _glint(f)
    return shape(behind, BACK), shape(before, LIT) + line(near, glint, 6, 0.7) + line(far, glint, 6, 0.7)


def long(f: Figure) -> tuple[str, str]:
    """Past the shoulders, parted in the middle."""
    half, w, t = f.half, f.half + 9, f.top
    behind = trace(
        move(0, t - 40),
        curve(-w - 56, t - 44, -w - 40, 40, -w - 46, 150),
        curve(-w - 66, 230, -w - 30, 300, -w - 20, 330),
        to(-40, 250, 40, 250, w + 20, 330),
        curve(w + 36, 290, w + 60, 230, w + 44, 150),
        curve(w + 40, 40, w + 56, t - 44, 0, t - 40),
        CLOSE,
    )
    before = trace(
        move(2, t - 40),
        curve(-w - 44, t - 44, -w - 32, -10, -w - 34, 110),
        curve(-w - 44, 190, -w - 40, 250, -w - 2, 300),
        curve(-w - 14, 220, -half + 2, 120, -half - 2, 60),
        curve(-half, 0, -half + 22, t + 70, 2, t + 22),
        curve(half - 22, t + 70, half, 0, half + 2, 60),
        curve(half - 2, 120, w + 14, 220, w + 2, 300),
        curve(w + 40, 250, w + 44, 190, w + 34, 110),
        curve(w + 32, -10, w + 44, t - 44, 2, t - 40),
        CLOSE,
    )
    near = trace(move(-16, t + 6), curve(-half - 4, t + 40, -w - 14, 30, -w - 18, 150))
    far = trace(move(18, t + 6), curve(half + 4, t + 40, w + 14, 30, w + 18, 150))
    glint = _glint(f)
    return shape(behind, BACK), shape(before, LIT) + line(near, glint, 6, 0.65) + line(far, glint, 6, 0.65)


def wavebob(f: Figure) -> tuple[str, str]:
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
    sweep = trace(move(40, t + 8), curve(-30, t + 10, -half - 8, t + 60, -half - 16, 10))
    return shape(behind, BACK), shape(before, LIT) + line(sweep, _glint(f), 6, 0.6)


def bun(f: Figure) -> tuple[str, str]:
    """Drawn back into a bun on top."""
    half, w, t = f.half, f.half + 9, f.top
    dome = trace(
        move(-w, 10),
        curve(-w - 16, t + 10, -w + 10, t - 34, 0, t - 36),
        curve(w - 10, t - 34, w + 16, t + 10, w, 10),
        CLOSE,
    )
    ring_light = trace(move(-34, t - 84), curve(-10, t - 118, 36, t - 112, 50, t - 74))
    behind = circle(6, t - 66, 62, darker(f.person.hair, 0.28)) + line(ring_light, _glint(f), 6, 0.5)
    front = trace(
        move(-w, 24),
        curve(-w - 18, -66, -w + 6, t - 30, 0, t - 34),
        curve(w - 6, t - 30, w + 18, -66, w, 24),
        curve(half + 2, -6, half - 6, -50, half - 26, t + 66),
        curve(40, t + 34, -40, t + 34, -half + 26, t + 66),
        curve(-half + 6, -50, -half - 2, -6, -w, 24),
        CLOSE,
    )
    before = shape(front, LIT)
    for k in (-54, -20, 20, 54):
        before += line(trace(move(k * 1.25, t + 44), bow(k * 0.8, t, k * 0.35, t - 26)), _glint(f), 4, 0.45)
    return behind + shape(dome, BACK), before


def ponytail(f: Figure) -> tuple[str, str]:
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
    drawn = shape(front, LIT) + _drawn_back(f)
    return shape(tail, BACK) + shape(dome, BACK), drawn


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
