"""Hands, drawn from the wrist outwards along x.

They know no sleeves: whoever draws the arm puts the hand at its wrist.
"""

from __future__ import annotations

from game.portrait.marks import CLOSE, bow, curve, ellipse, line, move, shape, trace

FINGERS = (
    # root, knuckle and tip of each finger, and its thickness, from the little finger up
    ((52, 25), (78, 28), (92, 40), 15.0),
    ((58, 11), (92, 13), (108, 26), 16.5),
    ((60, -4), (98, -3), (116, 10), 17.5),
    ((56, -19), (94, -19), (113, -6), 17.0),
)
"""They lie side by side and bend over the sleeve under them."""


def hand_on_sleeve(skin: str, shade: str) -> str:
    """The back of a hand that rests on the other sleeve, thumb above."""
    back = trace(
        move(-14, -28),
        curve(6, -32, 40, -34, 62, -27),
        curve(72, -20, 70, 24, 56, 33),
        curve(36, 40, 6, 34, -14, 28),
        CLOSE,
    )
    thumb = trace(move(10, -20), curve(30, -40, 52, -42, 74, -36))
    drawn = line(thumb, shade, 20) + line(thumb, skin, 16)
    for (x0, y0), (x1, y1), (x2, y2), thick in FINGERS:
        finger = trace(move(x0, y0), bow(x1, y1, x2, y2))
        drawn += line(finger, shade, thick + 4) + line(finger, skin, thick)
    web = trace(move(14, -25), bow(34, -33, 54, -30))
    return drawn + shape(back, skin) + line(web, shade, 2.4, 0.7) + _knuckles(shade)


def _knuckles(shade: str) -> str:
    marks = [trace(move(x, y), bow(x + 5, y + 4, x + 3, y + 9)) for x, y in ((56, -23), (61, -9), (60, 6), (53, 20))]
    return line(" ".join(marks), shade, 2.2, 0.5)


OPEN_FINGERS = (
    # from the forefinger, at the back, to the little finger in front
    ((48, -10), (86, -14), (112, -30), 15.0),
    ((54, -2), (96, -2), (126, -16), 15.5),
    ((54, 8), (96, 11), (122, 0), 15.0),
    ((46, 17), (82, 22), (104, 15), 13.5),
)


def open_hand(skin: str, shade: str, light: str) -> str:
    """A hand held out with the palm up, thumb raised."""
    palm = trace(
        move(-14, -24),
        curve(14, -28, 44, -22, 58, -14),
        curve(68, -6, 66, 18, 50, 27),
        curve(34, 34, 4, 30, -14, 24),
        CLOSE,
    )
    thumb = trace(move(12, -16), curve(22, -34, 34, -46, 56, -54))
    drawn = line(thumb, shade, 20) + line(thumb, skin, 16)
    for (x0, y0), (x1, y1), (x2, y2), thick in OPEN_FINGERS:
        finger = trace(move(x0, y0), bow(x1, y1, x2, y2))
        drawn += line(finger, shade, thick + 3.5) + line(finger, skin, thick)
    ball = trace(move(6, -10), curve(22, -12, 36, -4, 40, 10))
    crease = trace(move(24, -18), curve(38, -14, 50, -6, 54, 4))
    return drawn + shape(palm, skin) + ellipse(30, 4, 19, 11, light, 0.35) + line(f"{ball} {crease}", shade, 2.2, 0.4)
