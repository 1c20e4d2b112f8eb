"""The closed list of drawing orders: what a picture is made of, as values.

Nobody here draws: `painter` carries orders out, tests and the pilot read them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.ui.box import Box

Point = tuple[float, float]
Radii = float | tuple[float, float, float, float]
"""One radius, or four: top left, top right, bottom right, bottom left."""


@dataclass(frozen=True, slots=True)
class Font:
    """Which cut of which family; `fonts` finds the file."""

    family: Literal["atkinson", "opendyslexic", "newsreader"]
    weight: Literal[400, 500, 600, 700] = 400
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A rounded rectangle; without colour only its edge is drawn, inside the box."""

    box: Box
    colour: str = ""
    radius: Radii = 0.0
    edge: str = ""
    edge_width: float = 0.0
    shadow: float = 0.0
    """Strength 0..1 of the soft shadow under it; 0: none."""
    shadow_colour: str = ""
    shadow_unit: float = 1.0
    """Scale of blur and drop: they are px at 1920x1080."""
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Wash:
    """A rectangle that changes from one colour to another, left to right (or top to bottom)."""

    box: Box
    start: str
    end: str
    down: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Lines that are already wrapped; the first line's top is the box's top."""

    box: Box
    lines: tuple[str, ...]
    font: Font
    size: float
    """px of the em."""
    leading: float
    """px from line to line."""
    colour: str
    align: Literal["left", "centre", "right"] = "left"
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Picture:
    """SVG text drawn to fill the box (its proportions should be the box's, or the crop's)."""

    box: Box
    svg: str
    crop: Box | None = None
    """The part of the whole that is shown, in fractions 0..1 of its sides."""
    tint: str = ""
    """Multiplied in; empty: as drawn."""
    alpha: int = 255
    radius: Radii = 0.0
    slot: str = ""
    """Pictures of one slot follow each other: until a new one is ready the painter may show the one before."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points with round ends and joints."""

    points: tuple[Point, ...]
    colour: str
    width: float
    closed: bool = False
    dash: tuple[float, float] | None = None
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled shape through points."""

    points: tuple[Point, ...]
    colour: str
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band from a left side to a right side that bends softly: who moved where between two votes."""

    left: float
    right: float
    left_top: float
    left_bottom: float
    right_top: float
    right_bottom: float
    colour: str
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of a circle; angles in degrees, 0 to the right, growing clockwise; round ends."""

    centre: Point
    radius: float
    start: float
    sweep: float
    width: float
    colour: str
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse that fills the box."""

    box: Box
    colour: str = ""
    edge: str = ""
    edge_width: float = 0.0
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Hatch:
    """Slanting lines over a rectangle: shading that does not rest on colour."""

    box: Box
    colour: str
    gap: float
    width: float
    alpha: int = 41


@dataclass(frozen=True, slots=True)
class ClipBegin:
    """Until the matching `ClipEnd`, draw only inside the box. Clips nest."""

    box: Box


@dataclass(frozen=True, slots=True)
class ClipEnd:
    """Ends the latest clip."""


Order = Fill | Wash | Text | Picture | Stroke | Polygon | Ribbon | Arc | Ellipse | Hatch | ClipBegin | ClipEnd


def moved(order: Order, dx: float, dy: float) -> Order:
    """The same order elsewhere."""
    match order:
        case ClipEnd():
            return order
        case Stroke() | Polygon():
            return replace(order, points=tuple((x + dx, y + dy) for x, y in order.points))
        case Arc():
            return replace(order, centre=(order.centre[0] + dx, order.centre[1] + dy))
        case Ribbon():
            return _ribbon_moved(order, dx, dy)
        case _:
            return replace(order, box=order.box.moved(dx, dy))


def _ribbon_moved(order: Ribbon, dx: float, dy: float) -> Ribbon:
    return replace(
        order,
        left=order.left + dx,
        right=order.right + dx,
        left_top=order.left_top + dy,
        left_bottom=order.left_bottom + dy,
        right_top=order.right_top + dy,
        right_bottom=order.right_bottom + dy,
    )


def bounds(order: Order) -> Box:
    """The px that an order can touch, with its shadow and line width."""
    match order:
        case ClipEnd():
            return Box(0, 0, 0, 0)
        case Stroke():
            return _around(order.points).grown(order.width / 2 + 1)
        case Polygon():
            return _around(order.points).grown(1)
        case Arc():
            x, y = order.centre
            return Box(x, y, 0, 0).grown(order.radius + order.width / 2 + 1)
        case Ribbon():
            top, low = min(order.left_top, order.right_top), max(order.left_bottom, order.right_bottom)
            return Box(order.left, top, order.right - order.left, low - top).grown(1)
        case Fill():
            return order.box.grown(36 * order.shadow_unit + 2 if order.shadow else 1)
        case Text():
            return order.box.grown(order.size * 0.4)
        case _:
            return order.box.grown(1)


def _around(points: tuple[Point, ...]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
