"""The client's armchair: its back behind them, its arms in front.

It draws no client; both parts are centred on the same x.
"""

from __future__ import annotations

from game.portrait.figure import SIDES
from game.portrait.marks import CLOSE, curve, line, linear, move, shape, trace
from game.portrait.paint import Paint


def chair_gradients(paint: Paint, x: float) -> str:
    """Light over the chair's back."""
    light, middle, dark = paint.chair
    return linear("chair", (x - 330, 430), (x + 330, 1000), (0, light, 1), (0.45, middle, 1), (1, dark, 1))


def back(paint: Paint, x: float) -> str:
    """The back, its piping and its inner seam."""
    light, _, dark = paint.chair
    piping = line(_arch(x, (290, 900, 310, 706, 316, 600, 284, 514, 258, 482, 146)), light, 3, 0.7)
    seam = line(_arch(x, (240, 860, 262, 720, 262, 640, 238, 566, 214, 540, 120)), dark, 4, 0.45)
    body = _arch(x, (300, 900, 322, 700, 330, 590, 296, 500, 270, 468, 150))
    return shape(f"{body} {CLOSE}", "url(#chair)") + piping + seam


def _arch(x: float, m: tuple[float, ...]) -> str:
    """Up one side, over the top, down the other."""
    foot, y1, x1, y2, x2, y3, x3, y4, x4, top, x5 = m
    return trace(
        move(x - foot, 1080),
        curve(x - x1, y1, x - x2, y2, x - x3, y3),
        curve(x - x4, y4, x - x5, top, x, top),
        curve(x + x5, top, x + x4, y4, x + x3, y3),
        curve(x + x2, y2, x + x1, y1, x + foot, 1080),
    )


def arms(paint: Paint, x: float) -> str:
    """Both padded arms, with the gradients they need: they are a picture of their own."""
    light, middle, dark = paint.chair
    near = linear("near-arm", (x - 400, 880), (x - 240, 1080), (0, light, 1), (1, middle, 1))
    far = linear("far-arm", (x + 240, 880), (x + 400, 1080), (0, middle, 1), (1, dark, 1))
    pads = zip(SIDES, ("near-arm", "far-arm"), strict=True)
    return f"<defs>{near}{far}</defs>" + "".join(_arm(paint, x, s, name) for s, name in pads)


def _arm(paint: Paint, x: float, s: int, fill: str) -> str:
    def out(*numbers: float) -> tuple[float, ...]:
        """x is measured outwards from the seat's middle."""
        return tuple(x + s * n if i % 2 == 0 else n for i, n in enumerate(numbers))

    front = trace(move(x + s * 232, 1080), curve(*out(226, 980, 240, 922, 286, 912)))
    pad = trace(front, curve(*out(330, 902, 392, 912, 402, 960)), curve(*out(408, 1000, 400, 1050, 398, 1080)), CLOSE)
    piping = trace(
        move(x + s * 246, 1080),
        curve(*out(242, 986, 254, 936, 290, 926)),
        curve(*out(328, 918, 380, 926, 388, 964)),
    )
    light, _, dark = paint.chair
    return shape(pad, f"url(#{fill})") + line(piping, light, 3, 0.65) + line(front, dark, 4, 0.5)
