"""Hands, drawn from the wrist outwards along x.

They know no sleeves: whoever draws the arm puts the hand at its wrist.
"""

from __future__ import annotations

from game.portrait.marks import CLOSE, bow, curve, line, move, shape, trace

FINGERS = (
    # root, knuckle, tip, and the thickness of each finger, from the little finger up
    ((50, 24), (80, 30), (98, 42), 15.0),
    ((56, 10), (96, 12), (116, 26), 17.0),
    ((58, -5), (102, -6), (124, 10), 18.0),
    ((54, -20), (96, -24), (118, -10), 17.5),
)


def hand_on_sleeve(skin: str, shade: str) -> str:
    """The back of a hand that rests on the other sleeve: fingers side by side and bent over it, thumb above."""
    back = trace(
        move(-14, -28),
        curve(6, -33, 40, -36, 62, -28),
        curve(74, -20, 72, 22, 58, 32),
        curve(36, 40, 6, 34, -14, 28),
        CLOSE,
    )
    thumb = trace(move(12, -22), bow(40, -48, 74, -46))
    drawn = line(thumb, shade, 20) + line(thumb, skin, 16.5) + shape(back, skin)
    for (x0, y0), (x1, y1), (x2, y2), thick in FINGERS:
        finger = trace(move(x0, y0), bow(x1, y1, x2, y2))
        drawn += line(finger, shade, thick + 3) + line(finger, skin, thick)
    web = trace(move(14, -24), bow(30, -36, 46, -31))
    return drawn + shape(back, skin) + _knuckles(shade) + line(web, shade, 2.2, 0.6)


def _knuckles(shade: str) -> str:
    marks = [trace(move(x, y), bow(x + 5, y + 4, x + 3, y + 9)) for x, y in ((54, -24), (60, -10), (59, 5), (52, 19))]
    return line(" ".join(marks), shade, 2.2, 0.45)
