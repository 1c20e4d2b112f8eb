"""The measurements of one person in one pose: where every part of the picture goes, and its colours.

It draws nothing; the parts of the face each take a Figure and draw themselves.
The picture is 600 by 800 units. A head has its own origin between the eyes, and leans about the chin.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.portrait.geometry import Point, Points, clamp, cubic, lerp, lighter, lightness, mix
from game.portrait.marks import group
from game.portrait.person import Person
from game.portrait.pose import Pose

MIDDLE = 300.0
"""x of the body's middle."""
WIDTH, HEIGHT = 600.0, 800.0
SIDES = (-1, 1)
"""The viewer's left, where the light comes from, and right."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Measured once for a picture, then handed to every part."""

    person: Person
    pose: Pose
    half: float
    """Half the width of the face."""
    top: float
    """y of the skull's top in the head's own space (negative)."""
    chin: float
    jaw: float
    shoulder: float
    """Half the width of the shoulders."""
    shoulder_y: float
    neck: float
    """Half the width of the neck."""
    neck_y: float
    """y of the neckline."""
    head_y: float
    slide_x: float
    """How far the features slide for a turn of the head."""
    slide_y: float
    skin: str
    shade: str
    light: str
    deep: str
    face: tuple[Point, ...]
    """The outline of the face, convex, in the head's own space."""


def figure(person: Person, pose: Pose) -> Figure:
    """The person in the pose, measured."""
    half = 106 + 10 * person.face_width
    top = -158 - 5 * person.face_length
    chin = 148 + 12 * person.face_length
    jaw = 82 + 16 * person.jaw + 8 * person.face_width
    return Figure(
        person=person,
        pose=pose,
        half=half,
        top=top,
        chin=chin,
        jaw=jaw,
        shoulder=lerp(176, 200, pose.posture) + 22 * person.build,
        shoulder_y=lerp(588, 614, pose.posture),
        neck=50 + 5 * person.build + 5 * person.jaw,
        neck_y=lerp(548, 534, pose.posture),
        head_y=lerp(366, 352, pose.posture) + 9 * pose.nod,
        slide_x=13 * pose.turn,
        slide_y=9 * pose.nod,
        skin=person.skin,
        shade=mix(person.skin, "#7a2f2a", 0.22),
        light=lighter(person.skin, 0.24),
        deep=_deep(person.skin),
        face=tuple(_face(half, top, chin, jaw)),
    )


def _deep(skin: str) -> str:
    """The colour of lines in the face: darker on dark skin, so that a fold reads as well there."""
    return mix(skin, mix("#060203", "#4a1a1e", clamp((lightness(skin) - 0.18) / 0.34)), 0.55)


def _face(half: float, top: float, chin: float, jaw: float) -> Points:
    """The outline from the top of the skull round by the viewer's right."""
    right = (
        cubic((0, top), (half * 0.72, top), (half + 3, top * 0.55), (half, -8))
        + cubic((half, -8), (half - 1, 50), (jaw + 9, 94), (jaw * 0.62, chin - 17))[1:]
        + cubic((jaw * 0.62, chin - 17), (jaw * 0.40, chin - 1), (20, chin), (0, chin))[1:]
    )
    return right + [(-x, y) for x, y in right[::-1]][1:-1]


def in_head(f: Figure, content: str) -> str:
    """Content drawn in the head's own space, put where the head is."""
    return group(content, f"translate({MIDDLE:.1f} {f.head_y:.1f}) rotate({f.pose.tilt:.2f} 0 {f.chin + 30:.1f})")


def face_on_page(f: Figure) -> Points:
    """The face's outline in the picture's space, leaning with the head and a little narrower."""
    pivot = f.chin + 30
    angle = math.radians(f.pose.tilt)
    return [
        (
            MIDDLE + x * math.cos(angle) * 0.92 - (y - pivot) * math.sin(angle),
            f.head_y + pivot + (y - pivot) * math.cos(angle),
        )
        for x, y in f.face
    ]


def on_page(f: Figure, x: float, y: float) -> Point:
    """Where a point of the head's space lies in the picture."""
    pivot, angle = f.chin + 30, math.radians(f.pose.tilt)
    dy = y - pivot
    return (
        MIDDLE + x * math.cos(angle) - dy * math.sin(angle),
        f.head_y + pivot + x * math.sin(angle) + dy * math.cos(angle),
    )
