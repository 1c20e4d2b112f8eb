"""What the arms do in front of the body: folded when the posture is closed, an open hand when it is open.

It draws nothing in between: the arms then rest outside the picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.portrait.figure import MIDDLE, Figure
from game.portrait.geometry import Point, darker, lighter, mix, smooth
from game.portrait.hands import hand_on_sleeve, open_hand
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


def offered(posture: float) -> float:
    """How far an open hand is held out, 0 not at all .. 1, for a posture."""
    return smooth((posture - 0.78) / 0.1)


def arms(f: Figure) -> str:
    """Folded arms or an open hand, sliding up into the picture as the posture closes or opens."""
    posture = f.pose.posture
    if folded(posture) > 0.01:
        return _raised(_folded_arms(f), folded(posture))
    return _raised(_offered_hand(f), offered(posture)) if offered(posture) > 0.01 else ""


def _raised(drawn: str, share: float) -> str:
    return group(drawn, f"translate(0 {(1 - share) * HIDDEN:.1f})")


def _folded_arms(f: Figure) -> str:
    m, s, y = MIDDLE, f.shoulder, f.shoulder_y
    under = Limb((m + s + 4, 768), (m - s + 70, 690), 46, 34)
    over = Limb((m - s - 4, 768), (m + s - 104, 694), 46, 33)
    far_upper = Limb((m + s + 2, y + 44), (m + s + 4, 768), 42, 46)
    near_upper = Limb((m - s - 2, y + 44), (m - s - 4, 768), 42, 46)
    sleeves = _sleeve(f, far_upper, "far") + _sleeve(f, under, "under") + _sleeve(f, near_upper, "near")
    hand = group(hand_on_sleeve(f.skin, mix(f.shade, f.deep, 0.7)), _at_wrist(over))
    return sleeves + _cast_shadow(f, over) + hand + _sleeve(f, over, "over") + _cuff(f, over)


def _offered_hand(f: Figure) -> str:
    """The far forearm, turned so that its palm lies upwards."""
    limb = Limb((MIDDLE + f.shoulder - 22, 800), (MIDDLE + 118, 722), 48, 32)
    x, y = limb.at(-6, 0)
    hand = group(
        open_hand(f.skin, mix(f.shade, f.deep, 0.7), f.light), f"translate({x:.1f} {y:.1f}) rotate(10) scale(-1 1)"
    )
    return _cast_shadow(f, limb) + hand + _sleeve(f, limb, "over") + _cuff(f, limb)


def _at_wrist(limb: Limb) -> str:
    x, y = limb.at(-6, 0)
    return f"translate({x:.1f} {y:.1f}) rotate({limb.angle - 10:.1f})"


def _sleeve(f: Figure, limb: Limb, place: str) -> str:
    """One sleeve, round at the elbow; what lies behind or away from the window is in shade."""
    dark = darker(f.person.top, 0.34)
    tone = {"under": mix(f.person.top, dark, 0.5), "far": mix(f.person.top, dark, 0.3)}.get(place, CLOTH)
    n, a, b = limb.length, limb.at_elbow, limb.at_wrist
    upper = curve(*limb.at(-n * 0.7, -a * 1.04), *limb.at(-n * 0.35, -b * 1.2), *limb.at(0, -b))
    lower = curve(*limb.at(-n * 0.35, b * 1.25), *limb.at(-n * 0.7, a * 1.06), *limb.at(-n, a))
    elbow = curve(*limb.at(-n - a * 1.3, a), *limb.at(-n - a * 1.3, -a), *limb.at(-n, -a))
    outline = trace(move(*limb.at(-n, -a)), upper, to(*limb.at(0, b)), lower, elbow, CLOSE)
    drawn = shape(outline, tone)
    if place in ("near", "far"):
        inside = -1 if place == "near" else 1
        seam = trace(move(*limb.at(-n * 0.75, a * inside)), to(*limb.at(-8, b * inside)))
        return drawn + line(seam, dark, 3, 0.5)
    edges = trace(move(*limb.at(-n, -a)), upper, move(*limb.at(0, b)), lower)
    return drawn + line(edges, dark, 3, 0.6) + _creases(limb, dark)


def _cast_shadow(f: Figure, limb: Limb) -> str:
    """What the upper forearm and its hand lay on whatever is beneath them."""
    low = limb.at_wrist + 14
    (x0, y0), (x1, y1), (x2, y2) = limb.at(-limb.length * 0.6, 0), limb.wrist, limb.at(86, 0)
    shadow = trace(move(x0, y0 + low), bow(x1, y1 + low, x2, y2 + low * 0.6))
    return line(shadow, darker(f.person.top, 0.5), 20, 0.22)


def _creases(limb: Limb, dark: str) -> str:
    """Cloth gathers in the crook of the arm."""
    n, a = limb.length, limb.at_elbow
    rows = ((0.86, -0.7, 0.2), (0.74, -0.8, -0.1), (0.60, 0.9, 0.35))
    creases = [
        trace(move(*limb.at(-n * k, a * u)), bow(*limb.at(-n * k + 16, a * (u + v) / 2), *limb.at(-n * k + 20, a * v)))
        for k, u, v in rows
    ]
    return line(" ".join(creases), dark, 3, 0.4)


def _cuff(f: Figure, limb: Limb) -> str:
    b = limb.at_wrist + 3
    edge = trace(move(*limb.at(4, -b)), bow(*limb.at(12, 0), *limb.at(4, b)))
    back = trace(to(*limb.at(-20, b + 1)), bow(*limb.at(-12, 0), *limb.at(-20, -b - 1)), CLOSE)
    seam = trace(move(*limb.at(-20, -b - 1)), bow(*limb.at(-12, 0), *limb.at(-20, b + 1)))
    return shape(trace(edge, back), lighter(f.person.top, 0.12)) + line(seam, darker(f.person.top, 0.25), 2.6, 0.6)
