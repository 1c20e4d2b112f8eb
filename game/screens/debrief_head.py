"""The top of the debrief: safety before all else, the ending with its face, and the three arcs.

It shows what it is given; nothing here is pressed.
"""

from __future__ import annotations

from collections.abc import Callable

from game.portrait.person import Person
from game.reports import words as told_words
from game.reports.debrief import Arc, Debrief
from game.screens import debrief_words as wording
from game.screens.cards import face
from game.ui.box import Box
from game.ui.charts import arc_meter
from game.ui.frame import Hit, Part
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.orders import Order, Polygon, Stroke
from game.ui.parts import Maker, row, stack
from game.ui.theme import BODY, CAPTION, LABEL, STRONG, Style
from game.ui.widgets import Align, chip, heading, panel, words

TITLE = Style(40, 500, serif=True, leading=1.15)
BAND = Style(17, 600, leading=1.3)
FACT = Style(17, leading=1.35)
NAME = Style(21, 700, leading=1.25)


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
    side = max(look.u(76), look.em(3.4))
    portrait = face(look, Box(box.x, box.y, side, side), person, side / 2, zoom=1.5)
    left = box.x + side + look.u(22)
    aside = box.right - left > look.em(40)
    wide = look.em(13) if aside else 0.0
    middle = Box(left, box.y, box.right - left - wide, 0)
    title = stack(middle, look.u(3), *_ending(look, told), None if aside else lambda b: _length(look, b, told, minutes))
    whole = Part(portrait.orders, (), portrait.box) + title
    if aside:
        whole += _length(look, Box(box.right - wide, box.y + look.u(4), wide, 0), told, minutes, right=True)
    return whole.boxed(box.tall(max(side, whole.box.bottom - box.y)))


def _ending(look: Look, told: Debrief) -> tuple[Maker | None, ...]:
    above: Maker = lambda b: words(  # noqa: E731
        look, b, f"Debrief  ·  {told.title}", CAPTION, colour=look.theme.quiet, name="debrief-of"
    )
    if told.ending is None:
        return (above, lambda b: heading(look, b, "You left before the end", TITLE, name="ending"))
    note = told.ending.note
    return (
        above,
        lambda b: _titled(look, b, told),
        (lambda b: words(look, b, note, BODY, name="ending-note")) if note else None,
    )


def _titled(look: Look, box: Box, told: Debrief) -> Part:
    """The ending's title with its quality beside it, or under it where there is no room."""
    assert told.ending is not None
    title, quality = told.ending.title, told_words.quality(told.ending.quality)
    mark = wording.MARKS.get(told.ending.quality, "plain")
    pill = chip(look, box, quality, mark=mark, sign="repair" if mark in ("sage", "teal") else "rupture")
    shown = heading(look, box, title, TITLE, name="ending")
    x = box.x + look.measure(title, TITLE)[0] + look.u(20)
    beside = x + pill.box.w <= box.right
    y = shown.box.cy - pill.box.h / 2 if beside else shown.box.bottom + look.u(4)
    pill = pill.moved(x - box.x if beside else 0, y - box.y)
    hit = Hit("quality", pill.box, "text", quality)
    bottom = max(shown.box.bottom, pill.box.bottom)
    return Part((*shown.orders, *pill.orders), (*shown.hits, hit), box.tall(bottom - box.y))


def _length(look: Look, box: Box, told: Debrief, minutes: int | None, *, right: bool = False) -> Part:
    align: Align = "right" if right else "left"
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
    across = box.w >= look.em(54)
    wide = (box.w - 2 * gap) / 3 if across else box.w
    high = max((_arc(look, box.wide(wide), arc, 0.0).box.h for arc in told.arcs), default=0.0)
    makers = [_arc_card(look, arc, high if across else 0.0) for arc in told.arcs]
    return row(box, gap, *makers) if across and makers else stack(box, look.u(16), *makers)


def _arc_card(look: Look, arc: Arc, least: float) -> Maker:
    return lambda box: _arc(look, box, arc, least)


def _arc(look: Look, box: Box, arc: Arc, least: float) -> Part:
    pad = look.u(22)
    inner = box.inset(pad, look.u(20))
    meter = _meter(look, inner, arc)
    left = meter.box.right + look.u(18) if meter.box.w else inner.x
    told = stack(Box(left, inner.y, inner.right - left, 0), look.u(4), *_facts(look, arc))
    high = max(meter.box.h, told.box.h)
    took = box.tall(max(least, high + 2 * look.u(20)))
    picture = meter.moved(0, took.cy - meter.box.cy) if meter.box.w else meter
    words_at = told.moved(0, took.cy - told.box.cy)
    hit = Hit(f"arc/{arc.dimension}", picture.box, "image", _spoken(arc)) if meter.box.w else None
    return Part(
        (panel(look, took), *picture.orders, *words_at.orders), (*((hit,) if hit else ()), *words_at.hits), took
    )


def _meter(look: Look, box: Box, arc: Arc) -> Part:
    if arc.reach is None:
        return Part(box=Box(box.x, box.y, 0, 0))
    own = (arc.own - 1) / 4 if arc.own else None
    return arc_meter(look, box, arc.reach, arc.chance, own, radius=76)


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
