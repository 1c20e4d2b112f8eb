"""Pictures of numbers: arc meters with chance and self-rating, and the session line with its ruptures.

They draw values they are given and compute none; every number also stands in words in a hit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.ui.box import Box
from game.ui.frame import EMPTY, Hit, Part
from game.ui.look import Look
from game.ui.orders import Arc, Ellipse, Fill, Hatch, Order, Point, Polygon, Stroke, Text
from game.ui.parts import together
from game.ui.theme import NUMBER, SMALL, Mark, Style
from game.ui.widgets import ring, tag

AXIS = Style(17, leading=1.2)
ENDS = Style(19, 600, leading=1.2)


# -- Arcs ------------------------------------------------------------------------------------------------------------
def arc_meter(
    look: Look, box: Box, share: float, chance: float | None = None, own: float | None = None, *, radius: float = 84.0
) -> Part:
    """A half circle filled to `share` (0..1), a tick at `chance`, a notch at the person's own rating; number inside.

    Shapes only: the words beside it (and their hit) say the same.
    """
    between = (look.measure("% reach", AXIS)[0] + look.measure("100", AXIS)[0]) / 2 + look.u(10)
    r, width = max(look.u(radius), look.px(NUMBER) * 1.75, between), max(look.u(18), 7.0)
    cx, cy = box.x + r + width / 2, box.y + r + width / 2
    orders = (
        *_track(look, cx, cy, r, width, share),
        *_chance(look, cx, cy, r, width, chance),
        *_notch(look, cx, cy, r, width, own),
    )
    line, theme = look.line(NUMBER), look.theme
    number = Text(
        Box(cx - r, cy - line * 1.04, 2 * r, line),
        (str(round(share * 100)),),
        look.font(NUMBER),
        look.px(NUMBER),
        line,
        theme.ink,
        "centre",
    )
    small = look.line(AXIS)
    told = Text(
        Box(cx - r, cy, 2 * r, small), ("% reach",), look.font(AXIS), look.px(AXIS), small, theme.quiet, "centre"
    )
    ends = tuple(_centred(look, cx + side * r, cy + width * 0.72, words) for side, words in ((-1, "0"), (1, "100")))
    took = Box(box.x, box.y, 2 * r + width, r + width * 1.3 + small * 1.2)
    return Part((*orders, number, told, *ends), (), took)


def small_arc(look: Look, box: Box, share: float, chance: float | None, text: str) -> Part:
    """A library card's arc: radius 22, no number, its name under it; a hit that says the number."""
    r, width = max(look.u(22), look.px(SMALL) * 1.15), max(look.u(7), 4.0)
    line = look.line(SMALL)
    wide = max(2 * r + width, look.measure(text, SMALL)[0])
    cx, cy = box.x + wide / 2, box.y + r + width / 2
    took = Box(box.x, box.y, wide, r + width + line)
    told = Text(
        Box(box.x, cy + width * 0.7, wide, line),
        (text,),
        look.font(SMALL),
        look.px(SMALL),
        line,
        look.theme.quiet,
        "centre",
    )
    orders = (*_track(look, cx, cy, r, width, share), *_chance(look, cx, cy, r, width, chance), told)
    return Part(orders, (), took)


def _track(look: Look, cx: float, cy: float, r: float, width: float, share: float) -> tuple[Order, ...]:
    share = min(1.0, max(0.0, share))
    under = Arc((cx, cy), r, 180, 180, width, look.theme.divider)
    return (under, Arc((cx, cy), r, 180, 180 * share, width, look.theme.teal)) if share > 0.004 else (under,)


def _on_arc(cx: float, cy: float, r: float, share: float) -> Point:
    angle = math.pi * (1 + min(1.0, max(0.0, share)))
    return cx + r * math.cos(angle), cy + r * math.sin(angle)


def _chance(look: Look, cx: float, cy: float, r: float, width: float, chance: float | None) -> tuple[Order, ...]:
    """A tick across the track with a halo of paper, so that it shows on the filled and the empty part."""
    if chance is None:
        return ()
    ends = (_on_arc(cx, cy, r - width * 0.85, chance), _on_arc(cx, cy, r + width * 0.85, chance))
    thick = max(1.6, look.u(2.6)) if width > 8 else max(1.4, look.u(2))
    return Stroke(ends, look.theme.paper, thick * 2.6), Stroke(ends, look.theme.ink, thick)


def _notch(look: Look, cx: float, cy: float, r: float, width: float, own: float | None) -> tuple[Order, ...]:
    if own is None:
        return ()
    tip, size = _on_arc(cx, cy, r - width * 0.75, own), width * 0.8
    angle = math.pi * (1 + min(1.0, max(0.0, own)))
    back = (tip[0] - size * math.cos(angle), tip[1] - size * math.sin(angle))
    dx, dy = -math.sin(angle) * size * 0.55, math.cos(angle) * size * 0.55
    return (Polygon((tip, (back[0] + dx, back[1] + dy), (back[0] - dx, back[1] - dy)), look.theme.dusk),)


def _centred(look: Look, x: float, y: float, text: str, style: Style = AXIS, colour: str = "") -> Text:
    wide, high = look.measure(text, style)
    return Text(
        Box(x - wide / 2, y, wide, high),
        (text,),
        look.font(style),
        look.px(style),
        high,
        colour or look.theme.quiet,
        "centre",
    )


# -- The session line --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Series:
    """One line of a plot."""

    name: str
    values: tuple[float, ...]
    """0..1, one per step."""
    mark: Mark
    square: bool = False
    """Square points instead of round: the lines differ in more than colour."""


@dataclass(frozen=True, slots=True)
class Episode:
    """A rupture on the plot, from the step it opened at to the step that repaired it (or the end)."""

    opened: int
    closed: int | None
    opened_words: str
    closed_words: str = ""


def line_plot(
    look: Look,
    box: Box,
    series: Sequence[Series],
    episodes: Sequence[Episode] = (),
    *,
    chosen: int | None = None,
    labels: Sequence[str] = (),
    name: str = "decision",
    ends: tuple[str, str] = ("low", "high"),
) -> Part:
    """Lines over steps, shaded and hatched where a rupture is open; steps are hits `<name>/<index>` under the axis.

    Lines are named at their ends. `labels` are the words of the steps (1, 2, 3 ... when left out).
    """
    steps = max((len(s.values) for s in series), default=0)
    grid = _grid(look, box, series, ends)
    if not steps:
        return Part(box=box)
    xs = _places(grid, steps)
    names = list(labels) or [str(i + 1) for i in range(steps)]
    return (
        Part((*_rules(look, box, grid, ends), *(o for e in episodes for o in _shade(look, grid, xs, e))))
        + together(_dotted(look, grid, xs, chosen))
        + Part(tuple(o for s in series for o in _line(look, grid, xs, s)) + _end_names(look, grid, xs, series))
        + together(_tags(look, box, grid, xs, episodes))
        + together(_step(look, grid, xs[i], f"{name}/{i}", names[i], i == chosen, steps) for i in range(steps))
    ).boxed(box)


def _grid(look: Look, box: Box, series: Sequence[Series], ends: tuple[str, str]) -> Box:
    left = max(look.measure(word, AXIS)[0] for word in ends) + look.u(14)
    right = max((look.measure(s.name, ENDS)[0] for s in series), default=0) + look.u(40)
    top, low = look.px(AXIS) * 2.9, look.px(AXIS) * 2.9
    return Box(box.x + left, box.y + top, box.w - left - right, max(look.u(60), box.h - top - low))


def _places(grid: Box, steps: int) -> tuple[float, ...]:
    step = grid.w / max(1, steps)
    return tuple(grid.x + step * (i + 0.35) for i in range(steps))


def _rules(look: Look, box: Box, grid: Box, ends: tuple[str, str]) -> tuple[Order, ...]:
    lines: tuple[Order, ...] = tuple(
        Stroke(((grid.x, y), (grid.right, y)), look.theme.divider, max(1.0, look.u(1.5)))
        for y in (grid.y, grid.cy, grid.bottom)
    )
    high = look.line(AXIS)
    words = zip((grid.bottom, grid.y), ends, strict=True)
    return lines + tuple(
        Text(
            Box(box.x, y - high / 2, grid.x - box.x - look.u(14), high),
            (word,),
            look.font(AXIS),
            look.px(AXIS),
            high,
            look.theme.quiet,
            "right",
        )
        for y, word in words
    )


def _span(grid: Box, xs: tuple[float, ...], episode: Episode) -> tuple[float, float]:
    half = (xs[1] - xs[0]) / 2 if len(xs) > 1 else grid.w / 4
    right = xs[episode.closed] if episode.closed is not None else grid.right
    return max(grid.x, xs[episode.opened] - half), right


def _shade(look: Look, grid: Box, xs: tuple[float, ...], episode: Episode) -> tuple[Order, ...]:
    left, right = _span(grid, xs, episode)
    box = Box(left, grid.y - look.u(16), max(1.0, right - left), grid.h + look.u(16))
    alpha = 90 if look.theme.name == "contrast" else 41
    return (
        Fill(box, look.theme.tint_clay, look.u(8)),
        Hatch(box, look.theme.clay, max(10.0, look.u(20)), max(1.0, look.u(1.5)), alpha),
    )


def _line(look: Look, grid: Box, xs: tuple[float, ...], series: Series) -> tuple[Order, ...]:
    points = _points(grid, xs, series)
    colour, r = look.theme.mark(series.mark), max(3.5, look.u(7))
    dots: list[Order] = []
    for x, y in points:
        spot = Box(x - r, y - r, 2 * r, 2 * r)
        width = max(1.5, look.u(3))
        if series.square:
            dots.append(Fill(spot.inset(r * 0.06), look.theme.paper, r * 0.12, colour, width))
        else:
            dots.append(Ellipse(spot, look.theme.paper, colour, width))
    line: tuple[Order, ...] = (Stroke(points, colour, max(2.0, look.u(3.6))),) if len(points) > 1 else ()
    return (*line, *dots)


def _points(grid: Box, xs: tuple[float, ...], series: Series) -> tuple[Point, ...]:
    inner = grid.inset(0, grid.h * 0.04)
    values = (min(1.0, max(0.0, value)) for value in series.values)
    return tuple((x, inner.bottom - inner.h * value) for x, value in zip(xs, values, strict=False))


def _end_names(look: Look, grid: Box, xs: tuple[float, ...], series: Sequence[Series]) -> tuple[Order, ...]:
    """Each line's name beside its last point, on paper over the shading, pushed apart where two would overlap."""
    high = look.line(ENDS)
    lasts = sorted(((_points(grid, xs, s)[-1], s) for s in series if s.values), key=lambda pair: pair[0][1])
    out: list[Order] = []
    y = -math.inf
    for (x, last), s in lasts:
        y = max(last, y + high)
        spot = Box(x + look.u(24), y - high / 2, look.measure(s.name, ENDS)[0], high)
        out.append(Fill(spot.inset(-look.u(6), 0), look.theme.paper, look.u(6)))
        out.append(Text(spot, (s.name,), look.font(ENDS), look.px(ENDS), high, look.theme.mark(s.mark)))
    return tuple(out)


def _tags(look: Look, box: Box, grid: Box, xs: tuple[float, ...], episodes: Sequence[Episode]) -> list[Part]:
    """The names of openings and repairs over the plot, in their order on it, each moved right of the one before."""
    parts: list[Part] = []
    x = box.x
    for place, what, text in sorted(told for one in episodes for told in _places_of_tags(grid, xs, one)):
        parts.append(_tag(look, box, max(x, place), what, text))
        x = parts[-1].box.right + look.u(12)
    return parts


def _places_of_tags(grid: Box, xs: tuple[float, ...], episode: Episode) -> tuple[tuple[float, str, str], ...]:
    """(x, what, words) of an episode's opening and of its repair, where these are told."""
    left, right = _span(grid, xs, episode)
    told = ((left, "rupture", episode.opened_words), (right, "repair", episode.closed_words))
    return tuple(one for one in told if one[2] and (one[1] == "rupture" or episode.closed is not None))


def _tag(look: Look, box: Box, x: float, what: str, text: str) -> Part:
    part = tag(look, Box(x, box.y, 0, 0), what, text)
    over = max(0.0, part.box.right - box.right)
    hit = Hit(f"episode/{what}/{round(x)}", part.box, "text", text)
    return Part(part.orders, (hit,), part.box).moved(-over, 0)


def _dotted(look: Look, grid: Box, xs: tuple[float, ...], chosen: int | None) -> tuple[Part, ...]:
    if chosen is None or not 0 <= chosen < len(xs):
        return (EMPTY,)
    x = xs[chosen]
    dash = (max(1.0, look.u(2)), max(4.0, look.u(7)))
    return (
        Part((Stroke(((x, grid.y - look.u(16)), (x, grid.bottom)), look.theme.ink, max(1.2, look.u(2)), dash=dash),)),
    )


def _step(look: Look, grid: Box, x: float, name: str, text: str, chosen: bool, steps: int) -> Part:
    wide = max(24.0, min(look.target, grid.w / steps))
    high = max(24.0, look.px(AXIS) * 1.7)
    took = Box(x - wide / 2, grid.bottom + look.px(AXIS) * 0.6, wide, high)
    theme, line = look.theme, look.line(AXIS)
    body: tuple[Order, ...] = ()
    if chosen:
        body = (
            Fill(took.centred(max(high * 1.15, look.measure(text, AXIS)[0] + high * 0.6), high), theme.ink, high / 2),
        )
    style = Style(17, 700, leading=1.2) if chosen else AXIS
    told = Text(
        Box(took.x, took.cy - line / 2, wide, line),
        (text,),
        look.font(style),
        look.px(style),
        line,
        theme.paper if chosen else theme.quiet,
        "centre",
    )
    hit = Hit(name, took, "choice", f"Decision {text}", selected=chosen)
    return Part((*body, told, *ring(look, took, name, 12)), (hit,), took)
