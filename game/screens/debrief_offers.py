"""What was on offer at a decision: full sentences in the order shown, with what each would have earned.

Yours is marked by tint, edge and word. Nothing here is pressed: to answer again, the moment is played again.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.reports import words as told_words
from game.reports.moment import OfferTold
from game.screens import debrief_words as wording
from game.ui.box import Box
from game.ui.choices import LETTERS
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.orders import Fill, Order, Text
from game.ui.parts import Maker, stack
from game.ui.theme import LABEL, Mark, Style
from game.ui.widgets import words

TEXT = Style(18, leading=1.33)
MOVE = Style(16, leading=1.3)
YOURS = Style(16, 700, leading=1.3)
CELL = Style(18, 700, leading=1.2)
LETTER = Style(18, 700, leading=1.2)
COLUMN = Style(16, leading=1.2)


def offers(look: Look, box: Box, offered: Sequence[OfferTold]) -> Part:
    """A heading over the replies and their points."""
    names = tuple(dimension for dimension, _ in offered[0].points) if offered else ()
    beside = box.w >= look.em(25)
    return stack(
        box, look.u(8),
        lambda b: _head(look, b, names if beside else ()),
        *(_offer(look, at, offer, beside) for at, offer in enumerate(offered)),
    )  # fmt: skip


def _cell_size(look: Look) -> tuple[float, float]:
    """Width of a column of points and height of a cell, px."""
    return max(look.u(76), look.measure("humility", COLUMN)[0] + look.em(0.6)), look.px(CELL) * 1.75


def _head(look: Look, box: Box, names: Sequence[str]) -> Part:
    title = words(look, box, "What was on offer", LABEL, colour=look.theme.quiet, name="offers", role="heading")
    wide, _ = _cell_size(look)
    line = look.line(COLUMN)
    orders: tuple[Order, ...] = title.orders
    for at, name in enumerate(names):
        x = box.right - look.u(10) - (len(names) - at) * wide
        spot = Box(x, title.box.bottom - line - look.u(2), wide, line)
        orders += (Text(spot, (name,), look.font(COLUMN), look.px(COLUMN), line, look.theme.quiet, "centre"),)
    return Part(orders, title.hits, title.box)


def _offer(look: Look, at: int, offer: OfferTold, beside: bool) -> Maker:
    """Letter, sentence, kind of move and points; one hit that says all of it."""

    def made(box: Box) -> Part:
        pad = look.u(10)
        letter = _letter(look, Box(box.x + pad, box.y + pad, 0, 0), LETTERS[at], offer.chosen)
        cells = _cells(look, box, offer) if beside else Part(box=Box(box.right, box.y, 0, 0))
        left = letter.box.right + look.u(14)
        inner = Box(left, box.y + pad, (cells.box.x if beside else box.right) - look.u(12) - left, 0)
        told = stack(inner, look.u(2), *_words(look, offer), None if beside else _named_cells(look, offer))
        took = box.tall(max(told.box.h, letter.box.h) + 2 * pad)
        middle = cells.moved(0, took.cy - cells.box.cy) if beside else cells
        body = _body(look, took) if offer.chosen else ()
        letter = letter.moved(0, took.cy - letter.box.cy if beside else 0)
        text = told.moved(0, (took.h - 2 * pad - told.box.h) / 2)
        hit = Hit(f"offer/{at}", took, "text", _spoken(at, offer), value=wording.earned(offer.points))
        return Part((*body, *letter.orders, *text.orders, *middle.orders), (hit,), took)

    return made


def _spoken(at: int, offer: OfferTold) -> str:
    return f"{LETTERS[at]}{', you said' if offer.chosen else ''}: {offer.text} [{offer.move}]"


def _words(look: Look, offer: OfferTold) -> tuple[Maker, ...]:
    quiet = look.theme.quiet
    move: Maker = lambda b: words(look, b, offer.move, MOVE, colour=quiet)  # noqa: E731
    text: Maker = lambda b: words(look, b, offer.text, TEXT)  # noqa: E731
    if not offer.chosen:
        return (text, move)
    return (text, lambda b: words(look, b, f"You said this  ·  {offer.move}", YOURS, colour=look.theme.dusk))


def _body(look: Look, box: Box) -> tuple[Order, ...]:
    return (Fill(box, look.theme.tint_dusk, look.u(12), look.theme.dusk, max(2.0, look.u(2.2))),)


def _letter(look: Look, box: Box, letter: str, chosen: bool) -> Part:
    side = look.px(LETTER) * 1.85
    took = Box(box.x, box.y, side, side)
    theme, line = look.theme, look.line(LETTER)
    body = Fill(
        took, theme.dusk if chosen else theme.selected, look.u(10), "" if chosen else theme.teal, max(1.2, look.u(1.5))
    )
    ink = theme.paper if chosen else theme.teal
    spot = Box(took.x, took.cy - line / 2, side, line)
    text = Text(spot, (letter,), look.font(LETTER), look.px(LETTER), line, ink, "centre")
    return Part((body, text), (), took)


# -- points ----------------------------------------------------------------------------------------------------------
def _mark(points: int) -> Mark:
    return "sage" if points > 0 else "clay" if points < 0 else "plain"


def _cells(look: Look, box: Box, offer: OfferTold) -> Part:
    """One cell per dimension in play, under its name."""
    wide, high = _cell_size(look)
    left = box.right - look.u(10) - len(offer.points) * wide
    orders: tuple[Order, ...] = ()
    for at, (_, points) in enumerate(offer.points):
        orders += _cell(
            look, Box(left + at * wide, box.y, wide, high).inset(look.u(6), 0), told_words.signed(points), points
        )
    return Part(orders, (), Box(left, box.y, len(offer.points) * wide, high))


def _cell(look: Look, box: Box, text: str, points: int) -> tuple[Order, ...]:
    theme, line, mark = look.theme, look.line(CELL), _mark(points)
    edge = theme.mark(mark) if theme.name == "contrast" else ""
    spot = Box(box.x, box.cy - line / 2, box.w, line)
    return (
        Fill(box, theme.tint(mark), look.u(8), edge, 1.5 if edge else 0.0),
        Text(spot, (text,), look.font(CELL), look.px(CELL), line, theme.mark(mark), "centre"),
    )


def _named_cells(look: Look, offer: OfferTold) -> Maker:
    """Under the words: each cell says its dimension too."""

    def made(box: Box) -> Part:
        _, high = _cell_size(look)
        x, y = box.x, box.y + look.u(4)
        orders: tuple[Order, ...] = ()
        for dimension, points in offer.points:
            text = f"{dimension} {told_words.signed(points)}"
            wide = look.measure(text, CELL)[0] + look.px(CELL)
            if x > box.x and x + wide > box.right:
                x, y = box.x, y + high + look.u(6)
            orders += _cell(look, Box(x, y, wide, high), text, points)
            x += wide + look.u(8)
        return Part(orders, (), box.tall(y + high - box.y))

    return made
