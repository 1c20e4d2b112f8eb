"""Arms folded in front of the chest, one hand resting on the other sleeve.

It draws nothing while the posture is open: the arms then hang outside the picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.portrait.figure import MIDDLE, Figure
from game.portrait.geometry import Point, darker, lighter, mix, smooth
from game.portrait.hands import hand_on_sleeve
from game.portrait.marks import CLOSE, bow, curve, group, line, move, shape, to, trace

CLOTH = "url(#cloth)"
HIDDEN = 190.0
"""How far below their place the arms wait, out of the picture."""


@dataclass(frozen=True, slots=True)
class Limb:
    """A forearm from elbow to wrist, with half its width at each end."""

    elbow: Point
    wrist: Point
    at_elbow: float
    at_wrist: float

    def at(self, along: float, across: float) -> Point:
        """A point: `along` units past the wrist, `across` units below the middle line."""
        ux, uy = self._direction()
        return self.wrist[0] + ux * along - uy * across, self.wrist[1] + uy * along + ux * across

    def _direction(self) -> Point:
        dx, dy = self.wrist[0] - self.elbow[0], self.wrist[1] - self.elbow[1]
        length = math.hypot(dx, dy)
        return dx / length, dy / length

    @property
    def length(self) -> float:
        """From elbow to wrist."""
        return math.hypot(self.wrist[0] - self.elbow[0], self.wrist[1] - self.elbow[1])

    @property
    def angle(self) -> float:
        """Its lean in degrees, as SVG turns."""
        ux, uy = self._direction()
        return math.degrees(math.atan2(uy, ux))


def folded(posture: float) -> float:
    """How far the arms are folded, 0 not at all .. 1, for a posture."""
    return smooth((0.36 - posture) / 0.3)


def arms(f: Figure) -> str:
    """The folded arms, sliding up into the picture as the posture closes."""
    share = folded(f.pose.posture)
    if share <= 0.01:
        return ""
    m, s = MIDDLE, f.shoulder
    under = Limb((m + s + 8, 786), (m - s + 66, 704), 50, 34)
    over = Limb((m - s - 12, 782), (m + s - 96, 700), 50, 33)
    drawn = _sleeve(f, under, shaded=True) + _near_upper_arm(f) + _sleeve(f, over, shaded=False)
    hand = group(hand_on_sleeve(f.skin, mix(f.shade, f.deep, 0.4)), _at_wrist(over))
    return group(drawn + hand + _cuff(f, over), f"translate(0 {(1 - share) * HIDDEN:.1f})")


def _at_wrist(limb: Limb) -> str:
    x, y = limb.at(-6, 0)
    return f"translate({x:.1f} {y:.1f}) rotate({limb.angle - 10:.1f})"


def _sleeve(f: Figure, limb: Limb, *, shaded: bool) -> str:
    """A forearm's sleeve, full at the elbow, with its creases and the shadow under it."""
    n, a, b, dark = limb.length, limb.at_elbow, limb.at_wrist, darker(f.person.top, 0.30)
    upper = curve(*limb.at(-n * 0.7, -a * 1.1), *limb.at(-n * 0.35, -b * 1.25), *limb.at(0, -b))
    lower = curve(*limb.at(-n * 0.35, b * 1.3), *limb.at(-n * 0.7, a * 1.15), *limb.at(-n - 30, a))
    edge = trace(move(*limb.at(-n - 30, -a)), upper)
    outline = trace(edge, to(*limb.at(0, b)), lower, CLOSE)
    drawn = shape(outline, mix(f.person.top, dark, 0.42) if shaded else CLOTH)
    foot = trace(move(*limb.at(0, b)), lower)
    return drawn + line(edge, dark, 3.2, 0.75) + line(foot, dark, 3.2, 0.55) + _creases(limb, dark)


def _creases(limb: Limb, dark: str) -> str:
    """Cloth gathers in the crook of the arm."""
    n, a = limb.length, limb.at_elbow
    rows = ((0.86, -0.7, 0.2), (0.74, -0.8, -0.1), (0.60, 0.9, 0.35))
    creases = [
        trace(move(*limb.at(-n * k, a * u)), bow(*limb.at(-n * k + 16, a * (u + v) / 2), *limb.at(-n * k + 20, a * v)))
        for k, u, v in rows
    ]
    return line(" ".join(creases), dark, 3, 0.4)


def _near_upper_arm(f: Figure) -> str:
    """The arm on the side of the light, over the other hand."""
    m, s, y, dark = MIDDLE, f.shoulder, f.shoulder_y, darker(f.person.top, 0.30)
    inside = trace(move(m - s + 50, y + 44), curve(m - s + 66, y + 92, m - s + 62, 760, m - s + 40, 812))
    outside = trace(to(m - s - 42, 812), curve(m - s - 34, y + 96, m - s - 24, y + 40, m - s, y + 20), CLOSE)
    return shape(trace(inside, outside), CLOTH) + line(inside, dark, 3.2, 0.7)


def _cuff(f: Figure, limb: Limb) -> str:
    b = limb.at_wrist + 3
    edge = trace(move(*limb.at(4, -b)), bow(*limb.at(12, 0), *limb.at(4, b)))
    back = trace(to(*limb.at(-20, b + 1)), bow(*limb.at(-12, 0), *limb.at(-20, -b - 1)), CLOSE)
    seam = trace(move(*limb.at(-20, -b - 1)), bow(*limb.at(-12, 0), *limb.at(-20, b + 1)))
    return shape(trace(edge, back), lighter(f.person.top, 0.12)) + line(seam, darker(f.person.top, 0.25), 2.6, 0.6)
