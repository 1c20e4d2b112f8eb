"""Beards: stubble, goatee, full.

It draws no mouth; it leaves a rim of skin round the lips so that a sad mouth stays readable in it.
"""

from __future__ import annotations

from game.portrait.figure import Figure
from game.portrait.geometry import Points, box, clip, cubic, darker, mix
from game.portrait.marks import CLOSE, bow, curve, move, polygon, shape, trace
from game.portrait.mouth import lips, skin_round


def beard(f: Figure) -> str:
    """The beard, drawn before the mouth; nothing for a shaven face."""
    match f.person.beard:
        case "stubble":
            return polygon(clip(f.face, box(-f.half * 2, 30, f.half * 2, f.chin + 10)), "url(#stubble)")
        case "goatee":
            return shape(_goatee(f), colour(f)) + _rim(f)
        case "full":
            return polygon(_full(f), colour(f)) + _rim(f)
        case _:
            return ""


def colour(f: Figure) -> str:
    """The beard's colour: the hair's, a little darker."""
    return darker(f.person.hair, 0.08)


def _rim(f: Figure) -> str:
    return polygon(skin_round(lips(f), 5), mix(f.skin, colour(f), 0.5))


def _goatee(f: Figure) -> str:
    x, y, foot = f.slide_x, lips(f).y, f.chin + 6
    return trace(
        move(x - 44, y - 16),
        bow(x, y - 40, x + 44, y - 16),
        curve(x + 54, y + 18, x + 34, foot, x * 0.6, foot + 2),
        curve(x - 34, foot, x - 54, y + 18, x - 44, y - 16),
        CLOSE,
    )


def _full(f: Figure) -> Points:
    """From the ears round the jaw, then back along cheeks and moustache."""
    right = sorted(((x, y) for x, y in f.face if y > -2 and x >= 0), key=lambda p: p[1])
    left = sorted(((x, y) for x, y in f.face if y > -2 and x < 0), key=lambda p: -p[1])
    outside = [(x * 1.03, y * 1.05 if y > 60 else y) for x, y in [*right, *left]]
    w, x, y = f.half, f.slide_x, f.slide_y
    cheek = cubic((-w + 10, 18), (-w + 22, 66), (-52 + x, 62 + y), (-24 + x, 72 + y))
    lip = cubic((-24 + x, 72 + y), (-8 + x, 68 + y), (8 + x, 68 + y), (24 + x, 72 + y))
    far = cubic((24 + x, 72 + y), (52 + x, 62 + y), (w - 22, 66), (w - 10, 18))
    return outside + cheek + lip[1:] + far[1:]
