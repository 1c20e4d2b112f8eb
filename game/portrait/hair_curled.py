"""Tightly curled and braided hair.

It draws no straight or waved styles.
"""

from __future__ import annotations

from game.portrait.figure import SIDES, Figure, on_page
from game.portrait.geometry import darker, lighter, mix
from game.portrait.hair_short import sides
from game.portrait.marks import CLOSE, curve, ellipse, line, move, shape, to, trace
from game.portrait.strands import Locks, curls, ringlets


def afro(f: Figure) -> Locks:
    """A round cloud of curls."""
    colour, w = f.person.hair, f.half + 9
    behind = curls(0, -82, w + 40, 140, (152, 388), 22, 40, colour) + ellipse(0, -84, w + 54, 146, colour)
    before = curls(0, -42, f.half - 5, 104, (196, 344), 15, 21, colour)
    before += curls(0, -62, f.half - 2, 112, (200, 340), 14, 22, colour)
    crown = ringlets(f, (0, -168), (w + 6, 54), 44, 9)
    return Locks(behind, before + crown + _afro_sides(f))


def _afro_sides(f: Figure) -> str:
    w = f.half + 9
    return "".join(ringlets(f, (s * (w + 32), -70), (26, 62), 14, 9) for s in SIDES)


def curly(f: Figure) -> Locks:
    """Short curls on top, close and fading at the sides."""
    colour, half, t = f.person.hair, f.half, f.top
    dome = trace(
        move(-half + 2, 26),
        curve(-half - 8, -50, -half - 4, t + 14, 0, t + 2),
        curve(half + 4, t + 14, half + 8, -50, half - 2, 26),
        CLOSE,
    )
    before = sides(f, 0) + curls(0, t + 44, half - 14, 50, (178, 362), 15, 23, colour)
    before += ellipse(0, t + 22, half - 20, 40, colour) + curls(0, t + 40, half - 36, 20, (190, -10), 9, 17, colour)
    return Locks(shape(dome, "url(#hair-back)"), before + ringlets(f, (0, t + 22), (half - 18, 36), 42, 9))


BRAIDS = (-14, 8, 28)
"""How far each braid hangs from the side of the head, outermost first; negative is outwards."""


def braids(f: Figure) -> Locks:
    """Long braids, parted in the middle; on each side one lies over the shoulder."""
    w = f.half + 9
    behind = "".join(_braid(f, s * (w - inset), 282 + inset * 0.5) for s in SIDES for inset in BRAIDS)
    behind += ellipse(0, -70, w + 6, 120, darker(f.person.hair, 0.28))
    return Locks(behind, _parted_crown(f), "".join(_front_braid(f, s) for s in SIDES))


def _parted_crown(f: Figure) -> str:
    colour, w, half, t = f.person.hair, f.half + 9, f.half, f.top
    crown = trace(
        move(-w + 3, 10),
        curve(-w - 14, -66, -w + 6, t - 32, 0, t - 34),
        curve(w - 6, t - 32, w + 14, -66, w - 3, 10),
        curve(half - 4, -12, half - 8, -50, half - 26, t + 66),
        curve(50, t + 42, 10, t + 36, 0, t + 28),
        curve(-10, t + 36, -50, t + 42, -half + 26, t + 66),
        curve(-half + 8, -50, -half + 4, -12, -w + 3, 10),
        CLOSE,
    )
    rows = [
        trace(move(k, t + 26 + k * k * 0.005), curve(k * 1.02, t + 20, k * 0.86, t + 2, k * 0.36, t - 26))
        for k in (-80, -56, -30, 30, 56, 80)
    ]
    parting = trace(move(0, t + 28), to(0, t - 31))
    drawn = shape(crown, "url(#hair)") + line(" ".join(rows), darker(colour, 0.5), 4, 0.55)
    return drawn + line(parting, mix(f.skin, colour, 0.35), 4, 0.8)


def _braid(f: Figure, x: float, end: float) -> str:
    """One behind the shoulder, hanging from the head."""
    strand = trace(move(x * 0.72, f.top + 40), curve(x * 1.06, -40, x * 1.06, 120, x, end))
    turns = [trace(move(x - 9, 56 + k * 26), to(x + 9, 66 + k * 26)) for k in range(9)]
    drawn = line(strand, darker(f.person.hair, 0.25), 26)
    return drawn + line(" ".join(turns), lighter(f.person.hair, 0.14), 2.6, 0.4)


def _front_braid(f: Figure, s: int) -> str:
    """One from behind the ear over the shoulder, lying on the chest."""
    (x0, y0), (x1, y1) = on_page(f, s * (f.half + 2), 20), on_page(f, s * (f.half + 8), 110)
    x3, y3 = 300 + s * (f.shoulder - 84), f.shoulder_y + 112
    x2, y2 = 300 + s * (f.shoulder - 62), f.shoulder_y + 20
    strand = trace(move(x0, y0), curve(x1, y1, x2, y2, x3, y3))
    drawn = line(strand, darker(f.person.hair, 0.35), 30) + line(strand, f.person.hair, 26)
    turns = []
    for k in range(1, 13):
        x, y = _along((x0, y0, x1, y1, x2, y2, x3, y3), k / 13)
        turns.append(trace(move(x - 10, y - 6), to(x, y + 3, x + 10, y - 6)))
    tied = line(trace(move(x3 - 9, y3 - 2), to(x3 + 9, y3 - 2)), mix(f.person.top, "#ffffff", 0.45), 9)
    return drawn + line(" ".join(turns), lighter(f.person.hair, 0.22), 2.6, 0.5) + tied


def _along(c: tuple[float, ...], t: float) -> tuple[float, float]:
    """A point of a cubic curve given as eight numbers."""
    u = 1 - t
    k = u**3, 3 * u * u * t, 3 * u * t * t, t**3
    return sum(a * b for a, b in zip(k, c[0::2], strict=True)), sum(a * b for a, b in zip(k, c[1::2], strict=True))
