"""SVG fragments that the built-in renderer (nanosvg) draws right: paths, lines, ellipses, gradients.

It knows nothing of faces, and has no clip paths, masks, filters, text, CSS or eight-digit colours to offer:
that renderer ignores them or draws them grey. Gradients carry their opacity in their stops for the same reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.portrait.geometry import Point

CLOSE = "Z"
Stop = tuple[float, str, float]
"""Offset 0..1, colour, opacity 0..1."""


def trace(*segments: str) -> str:
    """Path data from segments."""
    return " ".join(segments)


def move(x: float, y: float) -> str:
    """Lift the pen and put it down at a point."""
    return f"M{x:.1f} {y:.1f}"


def to(*numbers: float) -> str:
    """Straight lines through points given as x, y, x, y, ..."""
    return "L" + _row(numbers)


def curve(*numbers: float) -> str:
    """A cubic curve: two controls and an end."""
    return "C" + _row(numbers)


def bow(*numbers: float) -> str:
    """A quadratic curve: one control and an end."""
    return "Q" + _row(numbers)


def arc(radius: float, large: bool, x: float, y: float) -> str:
    """A circular arc, clockwise, to a point."""
    return f"A{radius:.1f} {radius:.1f} 0 {int(large)} 1 {x:.1f} {y:.1f}"


def _row(numbers: Sequence[float]) -> str:
    return " ".join(f"{n:.1f}" for n in numbers)


def through(points: Sequence[Point]) -> str:
    """Path data straight through points, open."""
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def shape(data: str, fill: str, opacity: float = 1.0) -> str:
    """A filled path."""
    return f'<path d="{data}" fill="{fill}"{_faint(opacity)}/>'


def ring(data: str, fill: str) -> str:
    """A filled path whose second outline is a hole."""
    return f'<path d="{data}" fill="{fill}" fill-rule="evenodd"/>'


def polygon(points: Sequence[Point], fill: str, opacity: float = 1.0) -> str:
    """A filled polygon; nothing if fewer than three points are left of it."""
    return shape(f"{through(points)} {CLOSE}", fill, opacity) if len(points) > 2 else ""


def line(data: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """A stroked path with round ends and joints."""
    faint = f' stroke-opacity="{opacity:.2f}"' if opacity < 1 else ""
    style = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{data}" {style} stroke="{colour}" stroke-width="{width:.1f}"{faint}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> str:
    """A filled ellipse."""
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}"{_faint(opacity)}/>'


def circle(x: float, y: float, radius: float, fill: str, opacity: float = 1.0) -> str:
    """A filled circle."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"{_faint(opacity)}/>'


def slab(x: float, y: float, width: float, height: float, fill: str, radius: float = 0, opacity: float = 1.0) -> str:
    """A filled rectangle with round corners."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius:.1f}"'
    return f'<rect {place} fill="{fill}"{_faint(opacity)}/>'


def _faint(opacity: float) -> str:
    return f' fill-opacity="{opacity:.2f}"' if opacity < 1 else ""


def linear(name: str, start: Point, end: Point, *stops: Stop) -> str:
    """A gradient between two points of the picture, shared by every shape that names it."""
    place = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    return f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {place}>{_stops(stops)}</linearGradient>'


def downward(name: str, *stops: Stop) -> str:
    """A gradient from the top to the bottom of whichever shape names it."""
    # Percentages: bare 0..1 come out flat in nanosvg.
    return f'<linearGradient id="{name}" x1="0%" y1="0%" x2="0%" y2="100%">{_stops(stops)}</linearGradient>'


def radial(name: str, centre: Point, radius: float, *stops: Stop) -> str:
    """A round gradient about a point of the picture."""
    place = f'cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="{radius:.1f}"'
    return f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" {place}>{_stops(stops)}</radialGradient>'


def spot(name: str, colour: str, opacity: float) -> str:
    """A soft spot that fills whichever shape names it and fades out at its edge."""
    stops = _stops(((0, colour, opacity), (1, colour, 0)))
    return f'<radialGradient id="{name}" cx="50%" cy="50%" r="50%">{stops}</radialGradient>'


def _stops(stops: Sequence[Stop]) -> str:
    return "".join(f'<stop offset="{at:g}" stop-color="{c}" stop-opacity="{o:.3g}"/>' for at, c, o in stops)


def group(content: str, place: str) -> str:
    """A group moved as one."""
    return f'<g transform="{place}">{content}</g>' if content else ""


def drawing(size: tuple[int, int], view: tuple[float, float], content: str) -> str:
    """A whole SVG document of `size` pixels showing `view` units."""
    width, height = size
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f'<svg {space} width="{width}" height="{height}" viewBox="0 0 {view[0]:.1f} {view[1]:.1f}">{content}</svg>'
