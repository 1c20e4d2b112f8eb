"""What a face and body do: sixteen numbers, twenty named poses, and their change over time.

It draws nothing and knows nobody: the same pose goes on any person.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace

from game.portrait.geometry import lerp, smooth


@dataclass(frozen=True, slots=True)
class Pose:
    """One moment of a face. The defaults are the pose at rest."""

    brow_raise: float = 0.04
    """-1 lowered .. 1 raised."""
    brow_inner: float = 0.06
    """-1 drawn together and down (anger) .. 1 inner ends up (sorrow)."""
    lid: float = 0.9
    """0 shut .. 1 open .. 1.25 wide."""
    squint: float = 0.12
    """Lower lid, 0 at rest .. 1 pushed up by the cheek."""
    gaze_x: float = 0.0
    """-1 to the viewer's left .. 1 to the right."""
    gaze_y: float = 0.0
    """-1 up .. 1 down."""
    curve: float = 0.2
    """Corners of the mouth, -1 down .. 1 up."""
    open: float = 0.0
    """Mouth, 0 closed .. 1 open."""
    press: float = 0.0
    """Lips pressed together, 0 .. 1."""
    width: float = 0.0
    """Mouth, -1 narrow .. 1 broad."""
    tilt: float = 0.0
    """Head, in degrees, clockwise for the viewer."""
    nod: float = 0.0
    """-1 chin up .. 1 chin down."""
    turn: float = 0.0
    """A small turn of the head, -1 to the viewer's left .. 1 to the right."""
    posture: float = 0.7
    """0 arms folded, 0.5 drawn in, 0.7 at rest, 1 open, a hand held out."""
    blush: float = 0.15
    tear: float = 0.0


POSES: dict[str, Pose] = {
    "neutral": Pose(),
    "listening": Pose(
        brow_raise=0.22, brow_inner=0.12, lid=0.98, curve=0.1, tilt=-5, nod=0.1, turn=-0.15, posture=0.7
    ),
    "polite": Pose(
        brow_raise=0.3, brow_inner=0.18, lid=0.95, squint=0.05, gaze_x=0.12,
        curve=0.5, width=0.16, press=0.15, tilt=-1.5, nod=0.3, posture=0.56,
    ),
    "smile-off": Pose(
        brow_raise=0.06, brow_inner=0.3, lid=0.8, squint=0, gaze_x=0.62, gaze_y=0.3,
        curve=0.42, width=0.12, press=0.35, tilt=2, turn=0.25, posture=0.5,
    ),
    "warm": Pose(
        brow_raise=0.2, brow_inner=0.16, lid=0.84, squint=0.55,
        curve=0.56, width=0.16, tilt=-4, nod=0.05, posture=0.7, blush=0.4,
    ),
    "relieved": Pose(
        brow_raise=0.16, brow_inner=0.46, lid=0.6, squint=0.3, gaze_y=0.3,
        curve=0.36, open=0.055, width=0.04, tilt=-5, nod=0.3, posture=0.7, blush=0.32,
    ),
    "sad": Pose(
        brow_raise=0.06, brow_inner=0.9, lid=0.66, squint=0.04, gaze_x=-0.2, gaze_y=0.75,
        curve=-0.55, width=-0.22, tilt=-6, nod=0.6, posture=0.52, blush=0.22,
    ),
    "tearful": Pose(
        brow_raise=0.1, brow_inner=1, lid=0.7, squint=0.3, gaze_x=-0.1, gaze_y=0.45,
        curve=-0.62, width=-0.25, press=0.3, tilt=-5, nod=0.45, posture=0.5, blush=0.4, tear=0.8,
    ),
    "ashamed": Pose(
        brow_raise=-0.05, brow_inner=0.7, lid=0.48, gaze_x=-0.65, gaze_y=0.85,
        curve=-0.25, width=-0.35, press=0.4, tilt=8, nod=0.85, turn=-0.75, posture=0.46, blush=0.42,
    ),
    "guarded": Pose(
        brow_raise=-0.2, brow_inner=-0.2, lid=0.78, squint=0.2, gaze_x=0.2,
        curve=-0.15, press=0.5, tilt=3, nod=-0.1, turn=0.3, posture=0, blush=0.1,
    ),
    "withdrawn": Pose(
        brow_raise=-0.04, brow_inner=0.28, lid=0.68, gaze_x=0.75, gaze_y=0.5,
        curve=-0.1, width=-0.3, press=0.3, tilt=4, nod=0.3, turn=0.6, posture=0.48, blush=0.08,
    ),
    "blank": Pose(
        brow_raise=-0.1, brow_inner=0.05, lid=0.74, squint=0, gaze_x=0.25, gaze_y=0.2,
        curve=-0.08, width=-0.18, press=0.15, tilt=1, nod=-0.2, turn=0.12, posture=0.52, blush=0.03,
    ),
    "puzzled": Pose(
        brow_raise=0.34, brow_inner=-0.28, lid=0.96, squint=0.15,
        curve=-0.18, width=-0.25, press=0.1, tilt=-8, posture=0.65,
    ),
    "sceptical": Pose(
        brow_raise=0.28, brow_inner=-0.4, lid=0.76, squint=0.35, gaze_x=-0.5,
        curve=-0.2, width=0.05, press=0.45, tilt=5, nod=-0.3, turn=0.35, posture=0.42,
    ),
    "irritated": Pose(
        brow_raise=-0.35, brow_inner=-0.6, lid=0.8, squint=0.35,
        curve=-0.3, press=0.65, tilt=1, nod=0.08, turn=0.2, posture=0.42, blush=0.25,
    ),
    "angry": Pose(
        brow_raise=-0.6, brow_inner=-1, lid=0.84, squint=0.42,
        curve=-0.5, press=0.8, width=0.1, tilt=2, nod=0.25, posture=0, blush=0.5,
    ),
    "pleading": Pose(
        brow_raise=0.36, brow_inner=1, lid=1.04, gaze_y=-0.12,
        curve=-0.2, open=0.12, width=-0.15, tilt=3, nod=0.3, posture=0.97, blush=0.3,
    ),
    "tired": Pose(
        brow_raise=0.16, brow_inner=0.26, lid=0.5, squint=0.0, gaze_y=0.3,
        curve=-0.12, width=-0.08, tilt=7, nod=0.4, posture=0.6, blush=0.03,
    ),
    "laughing-it-off": Pose(
        brow_raise=0.4, brow_inner=0.2, lid=0.72, squint=0.36, gaze_x=-0.75, gaze_y=0.25,
        curve=0.66, open=0.15, width=0.2, tilt=6, turn=-0.4, posture=0.6, blush=0.3,
    ),
    "opening": Pose(
        brow_raise=0.3, brow_inner=0.4, lid=0.98, squint=0.16,
        curve=0.12, open=0.09, width=-0.12, tilt=-3, nod=0.08, posture=1, blush=0.25,
    ),
}  # fmt: skip
"""By the names that scenarios use. What shows withdrawal is kept subtle: noticing it is the skill."""

DESCRIPTIONS: dict[str, str] = {
    "neutral": "looks at you, at rest",
    "listening": "leans in a little, head to one side, eyes on you",
    "polite": "smiles and nods, brows up, shoulders held in",
    "smile-off": "smiles with the mouth only; the eyes stay still and look past you",
    "warm": "smiles with lips closed, and the eyes smile too",
    "relieved": "breathes out; the shoulders drop and the face softens",
    "sad": "looks down; the brows lift in the middle and the mouth falls",
    "tearful": "presses the lips together; a tear runs down one cheek",
    "ashamed": "turns aside, chin down, eyes on the floor",
    "guarded": "folds the arms; the mouth is closed tight",
    "withdrawn": "looks away and down, and draws in a little",
    "blank": "looks a little past you; the face has gone still",
    "puzzled": "tilts the head, brows drawn together, lips pursed",
    "sceptical": "narrows the eyes, chin up, looking at you sideways",
    "irritated": "lowers the brows and presses the lips together",
    "angry": "frowns hard, jaw set, arms folded",
    "pleading": "opens the eyes wide and holds out a hand, brows up in the middle",
    "tired": "lets the eyelids and the shoulders hang",
    "laughing-it-off": "laughs, and looks away while laughing",
    "opening": "opens a hand, brows lifted, lips parted as if about to speak",
}
"""One line for each pose, in the present tense and without a pronoun: spoken, and shown in the transcript."""

BREATH_S = 4.0
"""One breath, in and out."""
BLINK_EVERY_S = 4.4
BLINK_S = 0.2


def blend(a: Pose, b: Pose, t: float) -> Pose:
    """The pose a share `t` of the way from `a` to `b`, every number on its own."""
    return Pose(*(lerp(getattr(a, f.name), getattr(b, f.name), t) for f in fields(Pose)))


def breathe(pose: Pose, t: float) -> Pose:
    """The pose `t` seconds on: the shoulders rise and fall by about 2 px of 800 every `BREATH_S`."""
    return replace(pose, posture=pose.posture - 0.075 * math.sin(2 * math.pi * t / BREATH_S))


def blink(pose: Pose, t: float) -> Pose:
    """The pose `t` seconds on, eyelids down for `BLINK_S` about every `BLINK_EVERY_S`, never quite evenly."""
    turn = math.floor(t / BLINK_EVERY_S)
    starts = turn * BLINK_EVERY_S + 1.2 + 1.8 * (turn * 0.618034 % 1)
    along = (t - starts) / BLINK_S
    if not 0 < along < 1:
        return pose
    return replace(pose, lid=pose.lid * (1 - smooth(1 - abs(2 * along - 1))))
