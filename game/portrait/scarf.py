"""A headscarf, wrapped under the chin.

It knows no hair: what it covers is not drawn.
"""

from __future__ import annotations

from game.portrait.figure import Figure
from game.portrait.geometry import darker, lighter
from game.portrait.marks import CLOSE, curve, line, move, ring, shape, to, trace
from game.portrait.strands import Locks


def hijab(f: Figure) -> Locks:
    """The cloth behind, and the wrap with the face's opening cut out of it."""
    colour = f.person.hair
    wrapped = ring(f"{_wrap(f)} {_window(f)}", "url(#hair)") + _folds(f, colour)
    return Locks(shape(_back(f), darker(colour, 0.18)), wrapped)


def _back(f: Figure) -> str:
    w, t = f.half + 9, f.top
    return trace(
        move(0, t - 48),
        curve(-w - 74, t - 44, -w - 60, 60, -w - 44, 150),
        curve(-w - 52, 200, -w - 66, 230, -w - 74, 262),
        to(w + 74, 262),
        curve(w + 66, 230, w + 52, 200, w + 44, 150),
        curve(w + 60, 60, w + 74, t - 44, 0, t - 48),
        CLOSE,
    )


def _wrap(f: Figure) -> str:
    w, t = f.half + 9, f.top
    return trace(
        move(0, t - 48),
        curve(-w - 70, t - 44, -w - 56, 60, -w - 36, 140),
        curve(-w - 10, 220, -60, 250, 0, 300),
        curve(90, 268, w + 20, 220, w + 36, 140),
        curve(w + 56, 60, w + 70, t - 44, 0, t - 48),
        CLOSE,
    )


def _window(f: Figure) -> str:
    w, t, c = f.half, f.top, f.chin
    return trace(
        move(0, t + 38),
        curve(w + 2, t + 40, w + 6, -10, w - 6, 50),
        curve(w - 22, c - 36, 50, c + 2, 0, c + 4),
        curve(-50, c + 2, -w + 22, c - 36, -w + 6, 50),
        curve(-w - 6, -10, -w - 2, t + 40, 0, t + 38),
        CLOSE,
    )


def _folds(f: Figure, colour: str) -> str:
    half, w, t = f.half, f.half + 9, f.top
    shade = darker(colour, 0.28)
    under = trace(move(-half - 8, 70), curve(-half + 10, 190, 20, 196, w + 26, 150))
    lower = trace(move(-half - 22, 120), curve(-40, 250, 60, 236, w + 20, 190))
    light = trace(move(-40, t - 14), curve(-half - 30, t + 20, -half - 28, 0, -half - 22, 50))
    return line(under, shade, 5, 0.5) + line(lower, shade, 5, 0.4) + line(light, lighter(colour, 0.16), 7, 0.6)
