"""Lines, arcs and other free shapes as SVG text, so that the one rasteriser gives them all the same smooth edges.

Pure text: `raster` turns it into pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.ui.box import Box
from game.ui.orders import Arc, Ellipse, Hatch, Point, Polygon, Radii, Ribbon, Stroke, bounds, moved

Shape = Stroke | Polygon | Ribbon | Arc | Ellipse | Hatch


@dataclass(frozen=True, slots=True)
class Drawn:
    """SVG text of `w` x `h` px whose top left corner belongs at x, y of the window."""

    svg: str
    x: int
    y: int
    w: int
    h: int


def drawn(shape: Shape) -> Drawn:
    """The shape in the smallest whole-px picture around it. Equal shapes elsewhere give equal text."""
    around = bounds(shape)
    x, y = math.floor(around.x), math.floor(around.y)
    w, h = max(1, math.ceil(around.right) - x), max(1, math.ceil(around.bottom) - y)
    local = moved(shape, -x, -y)
    assert isinstance(local, (Stroke, Polygon, Ribbon, Arc, Ellipse, Hatch))
    return Drawn(svg(w, h, _inner(local)), x, y, w, h)


def svg(w: int, h: int, inner: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{inner}</svg>'


def _inner(shape: Shape) -> str:
    match shape:
        case Stroke():
            return _stroke(shape)
        case Polygon():
            return f'<path d="{_lines(shape.points)} Z" fill="{shape.colour}" fill-opacity="{shape.alpha / 255:.3f}"/>'
        case Ribbon():
            return _ribbon(shape)
        case Arc():
            return _arc(shape)
        case Ellipse():
            return _ellipse(shape)
        case Hatch():
            return _hatch(shape)


def _lines(points: tuple[Point, ...]) -> str:
    return "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points)


def _pen(colour: str, width: float, alpha: int) -> str:
    return (
        f'fill="none" stroke="{colour}" stroke-width="{width:.2f}" stroke-opacity="{alpha / 255:.3f}" '
        'stroke-linecap="round" stroke-linejoin="round"'
    )


def _stroke(shape: Stroke) -> str:
    dash = f' stroke-dasharray="{shape.dash[0]:.2f} {shape.dash[1]:.2f}"' if shape.dash else ""
    end = " Z" if shape.closed else ""
    return f'<path d="{_lines(shape.points)}{end}" {_pen(shape.colour, shape.width, shape.alpha)}{dash}/>'


def _ribbon(r: Ribbon) -> str:
    mid = (r.left + r.right) / 2
    path = (
        f"M{r.left:.2f} {r.left_top:.2f} C{mid:.2f} {r.left_top:.2f} {mid:.2f} {r.right_top:.2f} {r.right:.2f} "
        f"{r.right_top:.2f} L{r.right:.2f} {r.right_bottom:.2f} C{mid:.2f} {r.right_bottom:.2f} {mid:.2f} "
        f"{r.left_bottom:.2f} {r.left:.2f} {r.left_bottom:.2f} Z"
    )
    return f'<path d="{path}" fill="{r.colour}" fill-opacity="{r.alpha / 255:.3f}"/>'


def _arc(shape: Arc) -> str:
    """As a fine polyline: whole circles and tiny arcs need no special case."""
    count = max(2, math.ceil(abs(shape.sweep) / 3) + 1)
    angles = (math.radians(shape.start + shape.sweep * i / (count - 1)) for i in range(count))
    cx, cy = shape.centre
    points = tuple((cx + shape.radius * math.cos(a), cy + shape.radius * math.sin(a)) for a in angles)
    return f'<path d="{_lines(points)}" {_pen(shape.colour, shape.width, shape.alpha)}/>'


def _ellipse(shape: Ellipse) -> str:
    box, half = shape.box, shape.edge_width / 2 if shape.edge else 0.0
    fill = f'fill="{shape.colour}" fill-opacity="{shape.alpha / 255:.3f}"' if shape.colour else 'fill="none"'
    edge = f' stroke="{shape.edge}" stroke-width="{shape.edge_width:.2f}"' if shape.edge else ""
    rx, ry = max(0.1, box.w / 2 - half), max(0.1, box.h / 2 - half)
    return f'<ellipse cx="{box.cx:.2f}" cy="{box.cy:.2f}" rx="{rx:.2f}" ry="{ry:.2f}" {fill}{edge}/>'


def _hatch(shape: Hatch) -> str:
    """Slanting lines, cut off at the box by hand (the rasteriser has no clip paths)."""
    box = shape.box
    out = []
    start = box.x - box.h
    while start < box.right:
        left, right = max(start, box.x), min(start + box.h, box.right)
        if right > left:
            out.append(f"M{left:.1f} {box.y + left - start:.1f} L{right:.1f} {box.y + right - start:.1f}")
        start += shape.gap
    return f'<path d="{" ".join(out)}" {_pen(shape.colour, shape.width, shape.alpha)}/>' if out else ""


def rounded(w: float, h: float, radii: Radii, inset: float = 0.0) -> str:
    """Path data of a rounded rectangle from the corner 0, 0, smaller by `inset` on each side."""
    most = min(w, h) / 2
    corners = (radii,) * 4 if isinstance(radii, (int, float)) else radii
    a, b, c, d = (max(0.0, min(r, most) - inset) for r in corners)
    x, y, right, low = inset, inset, w - inset, h - inset
    return (
        f"M{x + a:.2f} {y:.2f} L{right - b:.2f} {y:.2f} {_corner(right, y, right, y + b)} L{right:.2f} {low - c:.2f} "
        f"{_corner(right, low, right - c, low)} L{x + d:.2f} {low:.2f} {_corner(x, low, x, low - d)} "
        f"L{x:.2f} {y + a:.2f} {_corner(x, y, x + a, y)} Z"
    )


def _corner(cx: float, cy: float, x: float, y: float) -> str:
    """A quarter turn around the corner point cx, cy that ends at x, y: a curve that hugs a circle."""
    return f"A{max(abs(x - cx), abs(y - cy)):.2f} {max(abs(x - cx), abs(y - cy)):.2f} 0 0 1 {x:.2f} {y:.2f}"


def panel_svg(box: Box, colour: str, radii: Radii, edge: str, edge_width: float, alpha: int = 255) -> str:
    """A rounded panel with its edge inside, as SVG text of the box's size."""
    w, h = round(box.w), round(box.h)
    fill = f'fill="{colour}" fill-opacity="{alpha / 255:.3f}"' if colour else 'fill="none"'
    body = f'<path d="{rounded(w, h, radii, edge_width * 0.5 if edge else 0)}" {fill}/>' if colour else ""
    line = ""
    if edge and edge_width:
        path = rounded(w, h, radii, edge_width / 2)
        line = f'<path d="{path}" fill="none" stroke="{edge}" stroke-width="{edge_width:.2f}"/>'
    return svg(w, h, body + line)
