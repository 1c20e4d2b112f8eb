"""Small signs drawn as strokes on a 24x24 grid, as SVG text in a given colour.

An icon never stands without words in the hit that it belongs to; nothing here is pressed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from game.ui.box import Box
from game.ui.orders import Picture

Icon = Literal[
    "transcript", "folder", "pause", "leave", "gear", "people", "chart", "info", "chat", "door-open", "door-closed",
    "chevron-down", "chevron-up", "chevron-right", "tick", "cross", "Left", "Right", "Up", "Down", "refresh", "play",
    "pencil", "share", "rupture", "repair", "away", "against", "both", "book", "warning", "logo", "moon", "clip",
]  # fmt: skip

# Each is the `d` of a stroked path; what follows a bar is filled instead.
_PATHS: dict[str, str] = {
    "transcript": "M6 3.5 H18 V20.5 H6 Z M9.2 8 H14.8 M9.2 12 H14.8 M9.2 16 H12.8",
    "folder": "M3 18.2 V6.8 Q3 5.5 4.3 5.5 H9.2 L11.4 8.2 H19.7 Q21 8.2 21 9.5 V18.2 Q21 19.5 19.7 19.5 H4.3"
    " Q3 19.5 3 18.2 Z",
    "pause": "M9 6 V18 M15 6 V18",
    "leave": "M13.5 3.5 H5 V20.5 H13.5 M10 12 H21 M17 8 L21 12 L17 16",
    "gear": "M12 7.2 A4.8 4.8 0 1 1 11.99 7.2 Z M12 2.4 V5 M12 19 V21.6 M2.4 12 H5 M19 12 H21.6 M5.2 5.2 L7.1 7.1"
    " M16.9 16.9 L18.8 18.8 M5.2 18.8 L7.1 16.9 M16.9 7.1 L18.8 5.2",
    "people": "M9 4.4 A3.6 3.6 0 1 1 8.99 4.4 Z M2.2 19.6 Q2.2 14.2 9 14.2 Q15.8 14.2 15.8 19.6"
    " M16.8 6 A2.9 2.9 0 1 1 16.79 6 Z M17.8 14.2 Q21.8 14.6 21.8 18.6",
    "chart": "M3.5 3.5 V20.5 H21 M6.8 15.5 L11 10.5 L14.5 13.5 L20 6.8",
    "info": "M12 2.6 A9.4 9.4 0 1 1 11.99 2.6 Z M12 11.2 V17|M12 6.3 A1.25 1.25 0 1 1 11.99 6.3 Z",
    "chat": "M3 6.2 Q3 4.5 4.7 4.5 H19.3 Q21 4.5 21 6.2 V14.8 Q21 16.5 19.3 16.5 H11 L6.6 20.6 V16.5 H4.7"
    " Q3 16.5 3 14.8 Z",
    "door-open": "M4.5 21 H19.5 M7 21 V3 H17 V21|M7 3 L13.4 5 V23 L7 21 Z",
    "door-closed": "M4.5 21 H19.5 M7 21 V3 H17 V21 M3 22 L21 2.6",
    "chevron-down": "M6 9.2 L12 15 L18 9.2",
    "chevron-up": "M6 14.8 L12 9 L18 14.8",
    "chevron-right": "M9.2 6 L15 12 L9.2 18",
    "tick": "M4.5 12.6 L9.6 17.6 L19.5 6.8",
    "cross": "M6 6 L18 18 M18 6 L6 18",
    "Left": "M20 12 H4.5 M10.5 5.8 L4.2 12 L10.5 18.2",
    "Right": "M4 12 H19.5 M13.5 5.8 L19.8 12 L13.5 18.2",
    "Up": "M12 20 V4.5 M5.8 10.5 L12 4.2 L18.2 10.5",
    "Down": "M12 4 V19.5 M5.8 13.5 L12 19.8 L18.2 13.5",
    "refresh": "M19.6 13.2 A7.8 7.8 0 1 1 17.2 6.3 L20 8.8 M20.4 3.6 V9 H15",
    "play": "|M7 4.5 L19.5 12 L7 19.5 Z",
    "pencil": "M4 20 L5 15.4 L16.4 4 L20 7.6 L8.6 19 Z M14 6.4 L17.6 10",
    "share": "M12 15 V3.6 M7.6 7.8 L12 3.4 L16.4 7.8 M4.5 13 V20.5 H19.5 V13",
    "rupture": "M1.5 12 H7.5 M10 17.5 L14 6.5 M16.5 12 H22.5",
    "repair": "M1.5 12 H8 M12 8 A4 4 0 1 1 11.99 8 Z M16 12 H22.5",
    "away": "M10 12 H22 M17.2 7.2 L22 12 L17.2 16.8|M3.6 9.9 A2.1 2.1 0 1 1 3.59 9.9 Z",
    "against": "M1 12 H9.6 M5.6 7.6 L10 12 L5.6 16.4 M23 12 H14.4 M18.4 7.6 L14 12 L18.4 16.4",
    "both": "M2 9 Q7 4.6 12 8.4 Q17 12.2 22 7.8 M2 16.2 Q7 11.8 12 15.6 Q17 19.4 22 15",
    "book": "M12 6 Q8 3.4 3.5 4.4 V18.6 Q8 17.6 12 20.2 Q16 17.6 20.5 18.6 V4.4 Q16 3.4 12 6 Z M12 6 V20",
    "warning": "M12 3.4 L22 20.4 H2 Z M12 9.6 V14.4|M12 16 A1.2 1.2 0 1 1 11.99 16 Z",
    "moon": "M19.6 14.6 A8.4 8.4 0 1 1 10.4 3.6 A6.8 6.8 0 0 0 19.6 14.6 Z",
    "clip": "M8 22 V6.4 Q8 2.4 12 2.4 Q16 2.4 16 6.4 V26",
}
_LOGO = (
    '<path d="M2 17.4 Q2 6.8 8.4 6.8 Q14.8 6.8 14.8 17.4" stroke="{0}"/>'
    '<path d="M9.2 17.4 Q9.2 6.8 15.6 6.8 Q22 6.8 22 17.4" stroke="{1}"/>'
)


@lru_cache(maxsize=512)
def icon_svg(name: Icon, colour: str, weight: float = 1.9, second: str = "") -> str:
    """SVG text of an icon; `weight` is the stroke in units of the 24-unit grid, `second` the logo's other colour."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    group = f'<g fill="none" stroke-width="{weight}" stroke-linecap="round" stroke-linejoin="round" '
    if name == "logo":
        return head + group + 'stroke="none">' + _LOGO.format(colour, second or colour) + "</g></svg>"
    stroked, _, filled = _PATHS[name].partition("|")
    lines = f'<path d="{stroked}"/>' if stroked else ""
    return (
        f'{head}{group}stroke="{colour}">{lines}</g>'
        + (f'<path d="{filled}" fill="{colour}"/>' if filled else "")
        + "</svg>"
    )


def icon(name: Icon, box: Box, colour: str, weight: float = 1.9, second: str = "") -> Picture:
    """An icon in the middle of the box, as large as its shorter side."""
    side = min(box.w, box.h)
    return Picture(box.centred(side, side), icon_svg(name, colour, weight, second))
