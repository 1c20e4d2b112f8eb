"""The consulting room behind the client, and its order from wall to chair.

It draws no client and, in the high-contrast theme, no room at all.
A world 1080 units high, as wide as the window asks: the left keeps its place, the plain wall on the right grows or
shrinks. Blur does not exist in the renderer: soft edges are gradients, or a few faint shapes stacked.
"""

from __future__ import annotations

from game.portrait import chair, wheelchair
from game.portrait.furniture import clock, lamp, side_table
from game.portrait.geometry import Point
from game.portrait.marks import drawing, ellipse, linear, radial, slab
from game.portrait.paint import PAINTS, Paint
from game.portrait.plant import plant, pot_gradient
from game.portrait.sunlight import beam, panes
from game.portrait.window import PANE, curtains, window, window_gradients

SEAT_X = 512.0
"""The middle of the chair, and of the client."""
TALL = 1080.0
CONTRAST_GROUND = "#000000"


def room_svg(
    width: int,
    height: int,
    *,
    theme: str = "light",
    seat_x: float = SEAT_X,
    progress: float = 0.0,
    seat: str = "armchair",
) -> str:
    """Everything behind the client, `width` by `height` pixels; `progress` 0..1 is the share of decisions taken.

    `seat` is the person's. A theme without a room (high contrast) gives a black ground.
    """
    wide = TALL * width / height
    paint = PAINTS.get(theme)
    if paint is None:
        return drawing((width, height), (wide, TALL), slab(0, 0, wide, TALL, CONTRAST_GROUND))
    layers = (
        f"<defs>{_gradients(paint, wide, seat_x)}</defs>",
        _walls(paint, wide),
        panes() + beam(PANE) if paint.day else "",
        window(paint) + curtains(paint),
        slab(0, 0, wide, TALL, "url(#lamplight)"),
        clock(paint, progress) + lamp(paint) + side_table(paint) + plant(paint),
        ellipse(seat_x, 760, 470, 470, "url(#behind)"),
        wheelchair.back(paint, seat_x) if seat == "wheelchair" else chair.back(paint, seat_x),
        slab(0, 0, wide, TALL, "url(#far-shade)") + slab(0, 0, wide, TALL, "url(#low-shade)"),
    )
    return drawing((width, height), (wide, TALL), "".join(layers))


def chair_front_svg(
    width: int, height: int, *, theme: str = "light", seat_x: float = SEAT_X, seat: str = "armchair"
) -> str:
    """What stands before the client's sleeves: the chair's arms, or wheels; empty where the theme has no room."""
    wide = TALL * width / height
    paint = PAINTS.get(theme)
    if paint is None:
        return drawing((width, height), (wide, TALL), "")
    front = wheelchair.front if seat == "wheelchair" else chair.arms
    return drawing((width, height), (wide, TALL), front(paint, seat_x))


def _walls(paint: Paint, wide: float) -> str:
    """The wall with the light on it, a rail, and the panelling under it."""
    rail_y = 800
    lit = "".join(slab(0, 0, wide, TALL, f"url(#{name})") for name in ("wall", "fall", "daylight", "moonlight"))
    return (
        lit
        + slab(0, rail_y, wide, 280, paint.panel, opacity=0.55)
        + slab(0, rail_y - 12, wide, 14, paint.rail)
        + slab(0, rail_y + 2, wide, 3, paint.rail_shade, opacity=0.5)
        + slab(0, rail_y + 5, wide, 12, paint.shadow, opacity=0.05)
    )


def _gradients(paint: Paint, wide: float, seat_x: float) -> str:
    far, near, low = paint.wall
    shade = paint.shadow
    return (
        linear("wall", (0, 0), (wide, 260), (0, near, 1), (0.42, near, 1), (1, far, 1))
        + linear("fall", (0, 500), (0, TALL), (0, low, 0), (1, low, 0.95))
        + _lights(paint)
        + window_gradients(paint)
        + chair.chair_gradients(paint, seat_x)
        + wheelchair.wheelchair_gradients(paint, seat_x)
        + pot_gradient(paint)
        + linear("lamp", (778, 0), (946, 0), *_across(paint.lampshade))
        + radial("behind", (seat_x, 760), 470, *_falling(shade))
        + linear("far-shade", (wide - 500, 0), (wide, 0), (0, shade, 0), (1, shade, 0.10))
        + linear("low-shade", (0, 760), (0, TALL), (0, shade, 0), (1, shade, 0.22))
    )


def _across(shade: tuple[str, str]) -> tuple[tuple[float, str, float], ...]:
    return (0, shade[0], 1), (0.5, shade[0], 1), (1, shade[1], 1)


def _falling(shade: str) -> tuple[tuple[float, str, float], ...]:
    # Nothing left before the shape ends, or its edge shows.
    return (0, shade, 0.34), (0.55, shade, 0.17), (0.8, shade, 0.05), (0.94, shade, 0), (1, shade, 0)


def _lights(paint: Paint) -> str:
    """Daylight and its beam, or moonlight and the lamp; what is off has no opacity."""
    x, y, w, h = PANE
    day, night = float(paint.day), float(not paint.day)
    middle: Point = (x + w / 2, y + h * 0.42)
    warm = (0, "#ffcf86", 0.62 * night), (0.22, "#ffbd6e", 0.30 * night), (0.55, "#e79a54", 0.10 * night)
    sun = (0, "#fff4d2", 0.085 * day), (0.55, "#fff4d2", 0.035 * day), (1, "#fff4d2", 0.0)
    return (
        radial("daylight", middle, 700, (0, "#fff7df", 0.75 * day), (0.4, "#fff7df", 0.28 * day), (1, "#fff7df", 0))
        + radial("moonlight", middle, 420, (0, "#7fa3bf", 0.16 * night), (1, "#7fa3bf", 0))
        + radial("lamplight", (862, 330), 760, *warm, (1, "#c77b3c", 0))
        + linear("beam", (x + w * 0.5, y + 100), (1000, 960), *sun)
    )
