"""The chosen decision: what was said, what was on offer, the doors, and what the reply did.

It tells one `MomentTold`; the page keeps which one, and nothing here is scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.portrait.person import Person
from game.reports.debrief import Debrief
from game.reports.moment import DoorTold, MomentTold
from game.scenario.model import Line
from game.screens import debrief_words as wording
from game.screens.debrief_head import snug
from game.screens.debrief_offers import offers
from game.screens.session_room import Sitting, framed
from game.ui.box import Box
from game.ui.frame import EMPTY, Hit, Part
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.orders import Fill, Stroke, Text
from game.ui.parts import Maker, flow, on_panel, row, space, stack
from game.ui.theme import CAPTION, LABEL, SECTION_TITLE, Style
from game.ui.widgets import button, divider, dots, panel, words

SAID = Style(18, leading=1.36)
SEEN = Style(17, italic=True, leading=1.36)
NUMBER = Style(19, 700, leading=1.2)
DOOR = Style(18, 600, leading=1.3)
STATE = Style(16, leading=1.3)


def moment(look: Look, box: Box, told: Debrief, person: Person, number: int) -> Part:
    """The card of decision `number`, from 1."""
    one = told.moments[number - 1]
    pad = look.u(24)
    inside = stack(
        box.inset(pad, look.u(22)), look.u(18),
        lambda b: _head(look, b, one, len(told.moments)),
        lambda b: _columns(look, b, told, person, one),
        lambda b: divider(look, b),
        lambda b: _blocks(look, b, (*wording.effects(one, told.client), *wording.around(told, one))),
    )  # fmt: skip
    return on_panel(inside, panel(look, box.tall(inside.box.h + 2 * look.u(22))))


# -- head ------------------------------------------------------------------------------------------------------------
def _head(look: Look, box: Box, one: MomentTold, count: int) -> Part:
    """The number in its pill, the rating in words and as dots, and the way back to this moment."""
    pill = _pill(look, box, str(one.number))
    left = pill.box.right + look.u(16)
    again = _again(look, Box(left, box.y, box.right - left, 0))
    room = box.right - left - again.box.w - look.u(24)
    beside = room > look.em(24)
    told = _rated(look, Box(left, box.y, room if beside else box.right - left, 0), one, count)
    first = max(pill.box.h, look.line(SECTION_TITLE))
    told = pill.moved(0, (first - pill.box.h) / 2) + told
    if not beside:
        return stack(box, look.u(10), lambda b: told.boxed(b.tall(told.box.h)), lambda b: _again(look, b))
    high = max(told.box.h, again.box.h)
    whole = told.moved(0, (high - told.box.h) / 2) + again.moved(box.right - again.box.right, (high - again.box.h) / 2)
    return whole.boxed(box.tall(high))


def rating_line(one: MomentTold, count: int) -> str:
    """What is announced when this decision is chosen."""
    return f"Decision {one.number} of {count}: {wording.rated(one.rating)[0]}"


def _pill(look: Look, box: Box, number: str) -> Part:
    high, line = look.px(NUMBER) * 1.7, look.line(NUMBER)
    wide = max(high * 1.3, look.measure(number, NUMBER)[0] + high)
    took = Box(box.x, box.y, wide, high)
    spot = Box(box.x, box.y + (high - line) / 2, wide, line)
    figure = Text(spot, (number,), look.font(NUMBER), look.px(NUMBER), line, look.theme.paper, "centre")
    return Part((Fill(took, look.theme.ink, high / 2), figure), (), took)


def _again(look: Look, box: Box) -> Part:
    key = look.key("try-again", "debrief")
    return button(look, box, "try-again", "Try this moment again", kind="primary", sign="refresh", key=key, style=LABEL)


def _rated(look: Look, box: Box, one: MomentTold, count: int) -> Part:
    title, meaning = wording.rated(one.rating)
    full = wording.FIT[one.rating] if one.rating else 0
    wide = min(box.w, look.measure(meaning, SAID)[0] + 2)
    return flow(
        box, look.u(14),
        lambda b: _word(look, b, title, rating_line(one, count)),
        *((lambda b: dots(look, b, full, 3),) if one.rating else ()),
        lambda b: words(look, b.wide(wide), meaning, SAID, colour=look.theme.quiet, name="rating-means"),
        row_gap=look.u(2),
    )  # fmt: skip


def _word(look: Look, box: Box, title: str, said: str) -> Part:
    part = snug(look, box, title, SECTION_TITLE, "rating", role="live")
    return Part(part.orders, tuple(replace(hit, label=said) for hit in part.hits), part.box)


# -- three columns ---------------------------------------------------------------------------------------------------
def _columns(look: Look, box: Box, told: Debrief, person: Person, one: MomentTold) -> Part:
    """Said, on offer and doors beside each other, in two columns, or under one another."""
    said: Maker = lambda b: _said(look, b, told.client, person, one)  # noqa: E731
    offered: Maker = lambda b: offers(look, b, one.offered)  # noqa: E731
    points = [_block(look, *block) for block in wording.points(one)]
    doors: Maker = lambda b: _doors(look, b, one)  # noqa: E731
    seen = [_block(look, *block) for block in wording.seen(one)]
    ems, gap = box.w / look.px(20), look.u(44)
    if ems >= 54:
        return _ruled(look, box, gap, (318, 596, 250), (said,), (offered, *points), (doors, *seen))
    if ems >= 42:
        return _ruled(look, box, gap, (5, 8), (said, doors), (offered, *points, *seen))
    return stack(box, look.u(24), said, offered, *points, *seen, doors)


def _ruled(look: Look, box: Box, gap: float, shares: tuple[float, ...], *columns: tuple[Maker, ...]) -> Part:
    """Columns with a thin line between them."""
    part = row(box, gap, *(_column(look, makers) for makers in columns), shares=shares)
    xs = [column.x - gap / 2 for column in box.split(*shares, gap=gap)[1:]]
    wide = max(1.0, look.u(1.5))
    lines = tuple(Stroke(((x, box.y), (x, part.box.bottom)), look.theme.divider, wide) for x in xs)
    return Part((*lines, *part.orders), part.hits, part.box)


def _column(look: Look, makers: tuple[Maker, ...]) -> Maker:
    return lambda box: stack(box, look.u(20), *makers)


def _said(look: Look, box: Box, client: str, person: Person, one: MomentTold) -> Part:
    """What the client had said and how they looked, your reply, and their answer."""
    return stack(
        box, look.u(8),
        lambda b: _seen(look, b, client, person, one.before[-1].pose if one.before else "neutral"),
        *(_line(look, f"before/{at}", said) for at, said in enumerate(one.before)),
        space(look.u(2)),
        lambda b: words(look, b, "You said", LABEL, colour=look.theme.dusk, name="own-title"),
        lambda b: words(look, b, one.own, SAID, name="own"),
        *_answered(look, client, one.answer),
    )  # fmt: skip


def _seen(look: Look, box: Box, client: str, person: Person, pose: str) -> Part:
    """The face that the trainee answered, and what could be seen in it."""
    side = min(look.em(7), box.w * 0.4)
    sitting = Sitting(person, client, pose, pose, 0.0)
    picture = framed(look, Box(box.x, box.y, side, side * 1.03), sitting, 0.0).silent()
    beside = Box(picture.box.right + look.u(18), box.y, box.right - picture.box.right - look.u(18), 0)
    told = stack(
        beside, look.u(4),
        lambda b: words(look, b, "As you answered", LABEL, colour=look.theme.teal, name="seen-title", role="heading"),
        lambda b: words(look, b, sitting.alternative(), SEEN, name="seen"),
    )  # fmt: skip
    high = max(picture.box.h, told.box.h)
    return (picture + told).boxed(box.tall(high + look.u(4)))


def _answered(look: Look, client: str, lines: Sequence[Line]) -> tuple[Maker, ...]:
    if not lines:
        return ()
    title: Maker = lambda b: words(  # noqa: E731
        look, b, f"{client} answered", LABEL, colour=look.theme.teal, name="answer-title"
    )
    return (space(look.u(2)), title, *(_line(look, f"answer/{at}", said) for at, said in enumerate(lines)))


def _line(look: Look, name: str, line: Line) -> Maker:
    """Words in quotation marks; what was seen in italics."""
    if line.aside:
        return lambda box: words(look, box, line.text, SEEN, colour=look.theme.quiet, name=name)
    return lambda box: words(look, box, f"“{line.text}”" if line.text else "", SAID, name=name)


# -- doors -----------------------------------------------------------------------------------------------------------
def _doors(look: Look, box: Box, one: MomentTold) -> Part:
    """The endings that were within reach before the reply, and what became of them."""
    quiet = look.theme.quiet
    if one.doors is None:
        told = "Which endings were still within reach could not be worked out here."
        return words(look, box, told, STATE, colour=quiet, name="doors-none")
    best = f"Best still within reach: {one.doors.best_after}." if one.doors.best_after else ""
    return stack(
        box, look.u(11),
        lambda b: words(look, b, "Doors after this reply", LABEL, colour=quiet, name="doors", role="heading"),
        *(_door(look, at, door) for at, door in enumerate(one.doors.all)),
        (lambda b: words(look, b, best, CAPTION, name="doors-best")) if best else None,
    )  # fmt: skip


def _door(look: Look, at: int, door: DoorTold) -> Maker:
    """A door that stands open, or is struck through."""
    colour = look.theme.clay if door.closed else look.theme.sage
    state = "closed here" if door.closed else "still open"

    def made(box: Box) -> Part:
        side = look.px(DOOR) * 1.6
        sign = icon("door-closed" if door.closed else "door-open", Box(box.x, box.y, side, side), colour, 1.9)
        inner = Box(box.x + side + look.u(12), box.y, box.w - side - look.u(12), 0)
        title = words(look, inner, door.title, DOOR)
        more = words(look, title.box.below(0), f"{door.quality}, {state}", STATE, colour=colour if door.closed else "")
        took = box.tall(max(side, more.box.bottom - box.y))
        hit = Hit(f"door/{at}", took, "text", door.title, value=state, description=door.quality)
        return Part((sign, *title.orders, *more.orders), (hit,), took)

    return made


# -- what the reply did ----------------------------------------------------------------------------------------------
def _blocks(look: Look, box: Box, blocks: Sequence[wording.Block]) -> Part:
    """Headings with their paragraphs, each under the shortest of as many columns as read well."""
    count = max(1, min(3, int(box.w // look.em(18))))
    columns = box.columns(count, look.u(44))
    ends = [box.y] * count
    whole = EMPTY
    for title, texts in blocks:
        at = ends.index(min(ends))
        part = _block(look, title, texts)(Box(columns[at].x, ends[at], columns[at].w, 0))
        ends[at] = part.box.bottom + look.u(20)
        whole += part
    return whole.boxed(box.tall(max(ends) - look.u(20) - box.y if blocks else 0.0))


def _block(look: Look, title: str, texts: tuple[str, ...]) -> Maker:
    return lambda box: stack(
        box, look.u(5),
        lambda b: words(look, b, title, LABEL, colour=look.theme.quiet, name=f"block/{title}", role="heading"),
        *(_paragraph(look, f"{title}/{at}", text) for at, text in enumerate(texts) if text),
    )  # fmt: skip


def _paragraph(look: Look, name: str, text: str) -> Maker:
    return lambda box: words(look, box, text, SAID, name=name)
