"""The top of the debrief: safety before all else, the ending with its face, and the three arcs.

It shows what it is given; nothing here is pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from game.portrait.draw import portrait_svg
from game.portrait.person import Person
from game.portrait.pose import POSES
from game.reports import words as told_words
from game.reports.debrief import Arc, Debrief
from game.screens import debrief_words as wording
from game.ui.box import Box
from game.ui.charts import arc_meter
from game.ui.frame import Hit, Part, Role
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.orders import Ellipse, Order, Picture, Polygon, Stroke
from game.ui.parts import Maker, flow, row, stack
from game.ui.theme import BODY, CAPTION, CONTRAST_GROUND, LABEL, STRONG, Style
from game.ui.widgets import Align, chip, heading, panel, words

TITLE = Style(40, 500, serif=True, leading=1.15)
BAND = Style(17, 600, leading=1.3)
FACT = Style(17, leading=1.35)
NAME = Style(21, 700, leading=1.25)
ROUND = Box(0.2, 0.2, 0.6, 0.45)
"""The face within a whole portrait."""
Lay = Callable[[Look, Box, Arc], Part]


# -- safety ----------------------------------------------------------------------------------------------------------
def safety(look: Look, box: Box) -> Part:
    """What comes first of all: a sign of danger that was met without a question."""
    pad, side = look.u(24), look.px(BODY) * 1.6
    sign = icon("warning", Box(box.x + pad, box.y + pad, side, side), look.theme.clay, 2.0)
    inner = Box(box.x + pad + side + look.u(20), box.y + pad, box.w - 2 * pad - side - look.u(20), 0)
    said = stack(
        inner, look.u(4),
        lambda b: words(look, b, "First of all: safety", STRONG, name="safety-title", role="heading"),
        lambda b: words(look, b, wording.UNSAFE, BODY, name="safety"),
    )  # fmt: skip
    took = box.tall(said.box.h + 2 * pad)
    body = panel(look, took, colour=look.theme.tint_clay, edge=look.theme.clay, lift=0.5)
    return Part((body, sign, *said.orders), said.hits, took)


# -- the ending ------------------------------------------------------------------------------------------------------
def head(look: Look, box: Box, told: Debrief, person: Person, minutes: int | None) -> Part:
    """The client's face, how it ended, and how long it took."""
    side = max(look.u(80), look.em(3.5))
    portrait = _round(look, Box(box.x, box.y, side, side), person)
    left = box.x + side + look.u(22)
    wide = look.em(13) if box.right - left > look.em(40) else 0.0
    title = Box(left, box.y, box.right - left - wide, 0)
    told_of = f"Debrief  ·  {told.title}"
    length = _length(look, Box(box.right - wide, box.y + look.u(4), wide, 0), told, minutes) if wide else None
    shown = stack(
        title, look.u(3),
        lambda b: words(look, b, told_of, CAPTION, colour=look.theme.quiet, name="debrief-of"),
        lambda b: _titled(look, b, told),
    )  # fmt: skip
    whole = portrait + shown + length if length else portrait + shown
    low = max(shown.box.bottom, length.box.bottom) if length else shown.box.bottom
    under = Box(left, low + look.u(4), box.right - left, 0)
    note = stack(
        under, look.u(4), _note(look, told), None if wide else lambda b: _length(look, b, told, minutes, "left")
    )
    return (whole + note).boxed(box.tall(max(side, note.box.bottom - box.y)))


def _round(look: Look, box: Box, person: Person) -> Part:
    """The client at rest in a disc; decoration, for the words beside it say who it is."""
    ground = CONTRAST_GROUND if look.theme.name == "contrast" else person.ground
    face = Picture(box, _at_rest(person, ground), ROUND, look.theme.portrait_tint, radius=box.w / 2)
    edge = Ellipse(box, "", look.theme.edge, max(1.2, look.u(1.5)))
    return Part((face, edge), (), box)


@lru_cache(maxsize=8)
def _at_rest(person: Person, ground: str) -> str:
    return portrait_svg(person, POSES["neutral"], size=(600, 800), ground=ground)


def _note(look: Look, told: Debrief) -> Maker | None:
    note = told.ending.note if told.ending else ""
    return (lambda b: words(look, b, note, BODY, name="ending-note")) if note else None


def _titled(look: Look, box: Box, told: Debrief) -> Part:
    """The ending's title with its quality beside it, or under it where there is no room."""
    if told.ending is None:
        return heading(look, box, "You left before the end", TITLE, name="ending")
    title, quality = told.ending.title, told_words.quality(told.ending.quality)
    mark = wording.MARKS.get(told.ending.quality, "plain")
    pill = chip(look, box, quality, mark=mark, sign="repair" if mark in ("sage", "teal") else "rupture")
    shown = snug(look, box, title, TITLE, "ending")
    hit = Hit("quality", pill.box, "text", quality)
    named = Part(pill.orders, (hit,), pill.box)
    return flow(box, look.u(20), lambda b: shown, lambda b: named.moved(b.x - box.x, b.y - box.y), row_gap=look.u(4))


def snug(look: Look, box: Box, text: str, style: Style, name: str = "", *, role: Role = "heading") -> Part:
    """A title whose box is no wider than its words, so that something can stand beside it."""
    part = words(look, box, text, style, name=name or f"heading/{text}", role=role)
    took = part.box.wide(min(box.w, look.measure(text, style)[0] + 2))
    return Part(part.orders, tuple(replace(hit, box=took) for hit in part.hits), took)


def _length(look: Look, box: Box, told: Debrief, minutes: int | None, align: Align = "right") -> Part:
    if align == "left":
        text = f"{wording.tries(told)}  ·  {wording.decisions(told, minutes)}"
        return words(look, box, text, CAPTION, colour=look.theme.quiet, name="length")
    return stack(
        box, look.u(4),
        lambda b: words(look, b, wording.tries(told), LABEL, name="attempts", align=align),
        lambda b: words(
            look, b, wording.decisions(told, minutes), CAPTION, colour=look.theme.quiet, name="length", align=align
        ),
    )  # fmt: skip


# -- the arcs --------------------------------------------------------------------------------------------------------
def arcs(look: Look, box: Box, told: Debrief) -> Part:
    """The three scores side by side, or under one another where they would be cramped."""
    gap = look.u(24)
    wide = (box.w - 2 * gap) / 3
    if not told.arcs or wide < look.em(12.5):
        return stack(box, look.u(16), *(_arc_card(look, arc, _beside, 0.0) for arc in told.arcs))
    lay = _beside if wide >= look.em(17) else _under
    high = max(_arc(look, box.wide(wide), arc, lay, 0.0).box.h for arc in told.arcs)
    return row(box, gap, *(_arc_card(look, arc, lay, high) for arc in told.arcs))


def _arc_card(look: Look, arc: Arc, lay: Lay, least: float) -> Maker:
    return lambda box: _arc(look, box, arc, lay, least)


def _arc(look: Look, box: Box, arc: Arc, lay: Lay, least: float) -> Part:
    inside = lay(look, box.inset(look.u(22), look.u(18)), arc)
    took = box.tall(max(least, inside.box.h + 2 * look.u(18)))
    shown = inside.moved(0, (took.h - 2 * look.u(18) - inside.box.h) / 2)
    return Part((panel(look, took), *shown.orders), shown.hits, took)


def _beside(look: Look, box: Box, arc: Arc) -> Part:
    """Words on the right of the arc."""
    meter = _meter(look, box, arc)
    left = meter.box.right + max(look.u(22), look.em(1.3)) if meter.box.w else box.x
    told = stack(Box(left, box.y, box.right - left, 0), look.u(3), *_facts(look, arc))
    high = max(meter.box.h, told.box.h)
    whole = meter.moved(0, (high - meter.box.h) / 2) + told.moved(0, (high - told.box.h) / 2)
    return whole.boxed(box.tall(high))


def _under(look: Look, box: Box, arc: Arc) -> Part:
    """Words below the arc."""
    meter = _meter(look, box, arc)
    middle = meter.moved((box.w - meter.box.w) / 2, 0) if meter.box.w else meter
    top = meter.box.bottom + look.u(6) if meter.box.w else box.y
    told = stack(Box(box.x, top, box.w, 0), look.u(3), *_facts(look, arc))
    return (middle + told).boxed(box.tall(told.box.bottom - box.y))


def _meter(look: Look, box: Box, arc: Arc) -> Part:
    if arc.reach is None:
        return Part(box=Box(box.x, box.y, 0, 0))
    own = (arc.own - 1) / 4 if arc.own else None
    large = look.px(FACT) * 3.4 / max(look.unit, 0.01)  # with large text the words in and under the arc need room
    part = arc_meter(look, box, arc.reach, arc.chance, own, radius=max(84.0, large))
    return Part(part.orders, (Hit(f"arc/{arc.dimension}", part.box, "image", _spoken(arc)),), part.box)


def _spoken(arc: Arc) -> str:
    """The picture of an arc in words."""
    assert arc.reach is not None
    return f"{arc.name}: {told_words.percent(arc.reach)} of what was within reach"


def _facts(look: Look, arc: Arc) -> tuple[Maker | None, ...]:
    name: Maker = lambda b: heading(look, b, arc.name, NAME, colour=look.theme.teal)  # noqa: E731
    at = arc.dimension
    if arc.level is None:
        return (
            name,
            lambda b: words(look, b, "Never in play in this session.", FACT, name=f"none/{at}"),
            _own(look, arc),
        )
    rests = f"rests on {arc.moments} moment{'' if arc.moments == 1 else 's'}"
    stake = None if arc.reach is not None else "Nothing to gain or lose."
    return (
        name,
        lambda b: words(look, b, arc.band.rstrip("."), BAND, name=f"band/{at}"),
        (lambda b: words(look, b, stake, FACT, name=f"stake/{at}")) if stake else None,
        _chance(look, arc),
        _own(look, arc),
        lambda b: words(look, b, rests, FACT, colour=look.theme.quiet, name=f"moments/{at}"),
    )


def _chance(look: Look, arc: Arc) -> Maker | None:
    if arc.chance is None:
        return None
    text = f"chance {round(arc.chance * 100)}"
    return _marked(look, text, f"chance/{arc.dimension}", look.theme.quiet, lambda box: _tick(look, box))


def _own(look: Look, arc: Arc) -> Maker | None:
    if arc.own is None:
        return None
    return _marked(
        look, f"you said {arc.own} of 5", f"own/{arc.dimension}", look.theme.dusk, lambda box: _notch(look, box), BAND
    )


def _marked(look: Look, text: str, name: str, colour: str, sign: Callable[[Box], Order], style: Style = FACT) -> Maker:
    """A fact behind the sign that stands for it on the arc."""

    def made(box: Box) -> Part:
        side = look.px(style)
        spot = Box(box.x, box.y + (look.line(style) - side) / 2, side, side)
        told = words(look, Box(box.x + side * 1.4, box.y, box.w - side * 1.4, 0), text, style, colour=colour, name=name)
        return Part((sign(spot), *told.orders), told.hits, box.tall(told.box.h))

    return made


def _tick(look: Look, box: Box) -> Stroke:
    return Stroke(((box.cx, box.y), (box.cx, box.bottom)), look.theme.ink, max(1.6, look.u(2.6)))


def _notch(look: Look, box: Box) -> Polygon:
    inner = box.inset(box.w * 0.08)
    return Polygon(((inner.cx, inner.y), (inner.right, inner.bottom), (inner.x, inner.bottom)), look.theme.dusk)
