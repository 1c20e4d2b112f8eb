"""A chart as inline SVG: shapes, marks and lines, all text escaped. How it looks is the page's style.

Rupture and repair are told by shape and word as well as by colour: a torn lower edge opens a rupture, a stitched line
can repair one, an ending has eight corners.
"""

from __future__ import annotations

from html import escape

from game.scenario.model import Beat, Ending
from game.survey.chart import Arrow, Chart, opened, repaired
from game.survey.layout import HEIGHT, WIDTH, Layout, Point
from game.survey.mermaid import marks
from game.survey.table import short

LETTERS = 25
"""That fit into a box beside each other, in the larger letters."""

SMALL_LETTERS = 30
MARKS = 3
"""Lines under a name that fit into a box; the page tells all of them beside it."""

CORNER = 14.0
TEETH = 12
TOOTH = 6.0


def drawn(chart: Chart, found: Layout) -> str:
    """The whole chart as one `<svg>`."""
    lines = "".join(_line(arrow, found.lines[arrow.source, arrow.target]) for arrow in chart.arrows)
    order = [name for row in found.rows for name in row]
    boxes = "".join(_box(name, at, chart, found.boxes[name]) for at, name in enumerate(order))
    return (
        f'<svg id="chart" role="group" aria-label="{escape(chart.scenario.title)}"'
        f' viewBox="0 0 {found.width:.0f} {found.height:.0f}" xmlns="http://www.w3.org/2000/svg">'
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11"'
        ' markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>'
        f'<g id="lines">{lines}</g><g id="boxes">{boxes}</g></svg>'
    )


def _line(arrow: Arrow, points: tuple[Point, ...]) -> str:
    kind = "line conditional" if arrow.conditional else "line"
    path = _loop(points) if arrow.source == arrow.target else _curve(points)
    ends = f'data-from="{escape(arrow.source)}" data-to="{escape(arrow.target)}"'
    return f'<path class="{kind}" {ends} d="{path}" marker-end="url(#tip)"/>'


def _curve(points: tuple[Point, ...]) -> str:
    """Through the points, each stretch leaving and arriving upright."""
    (x, y), *others = points
    path = f"M{x:.1f} {y:.1f}"
    for to_x, to_y in others:
        bend = (to_y - y) / 2
        path += f"C{x:.1f} {y + bend:.1f} {to_x:.1f} {to_y - bend:.1f} {to_x:.1f} {to_y:.1f}"
        x, y = to_x, to_y
    return path


def _loop(points: tuple[Point, ...]) -> str:
    (x, y), (_, end) = points
    return f"M{x:.1f} {y:.1f}C{x + 24:.1f} {y:.1f} {x + 24:.1f} {end:.1f} {x:.1f} {end:.1f}"


def _box(name: str, at: int, chart: Chart, centre: Point) -> str:
    place = chart.place(name)
    x, y = centre[0] - WIDTH / 2, centre[1] - HEIGHT / 2
    told = [f"ending: {place.quality}"] if isinstance(place, Ending) else list(marks(place))
    if name == chart.scenario.start:
        told.insert(0, "start")
    first = HEIGHT / 2 + 5 - 7 * len(told[:MARKS])
    texts = f'<text class="name" x="{WIDTH / 2:.0f}" y="{first:.0f}">{escape(short(name, LETTERS))}</text>'
    for row, mark in enumerate(told[:MARKS], start=1):
        fits = escape(short(mark, SMALL_LETTERS))
        texts += f'<text class="mark" x="{WIDTH / 2:.0f}" y="{first + 14 * row:.0f}">{fits}</text>'
    label = escape(", ".join((name, *told)))
    return (
        f'<g class="box {_kinds(place)}" id="box-{at}" data-name="{escape(name)}" tabindex="{0 if at == 0 else -1}"'
        f' role="button" aria-label="{label}" aria-controls="told" transform="translate({x:.1f} {y:.1f})">'
        f'<path class="shape" d="{_shape(place)}"/>{_stitch(place)}{texts}</g>'
    )


def _kinds(place: Beat | Ending) -> str:
    if isinstance(place, Ending):
        return f"ending {escape(place.quality)}"
    kinds = ["beat"] if place.responses else ["beat", "passing"]
    return " ".join(kinds + ["opens"] * bool(opened(place)) + ["mends"] * bool(repaired(place)))


def _shape(place: Beat | Ending) -> str:
    w, h, c = WIDTH, HEIGHT, CORNER
    if isinstance(place, Ending):
        return f"M{c} 0H{w - c}L{w} {c}V{h - c}L{w - c} {h}H{c}L0 {h - c}V{c}z"
    if opened(place):
        step = w / TEETH
        teeth = "".join(f"L{w - tooth * step:.1f} {h - tooth % 2 * TOOTH:.1f}" for tooth in range(1, TEETH + 1))
        return f"M0 0H{w}V{h}{teeth}z"
    r = h / 2 if not place.responses else 5.0
    turn = f"a{r} {r} 0 0 1"
    return f"M{r} 0H{w - r}{turn} {r} {r}V{h - r}{turn} {-r} {r}H{r}{turn} {-r} {-r}V{r}{turn} {r} {-r}z"


def _stitch(place: Beat | Ending) -> str:
    if isinstance(place, Ending) or not repaired(place):
        return ""
    return f'<path class="stitch" d="M8 6H{WIDTH - 8}"/>'
