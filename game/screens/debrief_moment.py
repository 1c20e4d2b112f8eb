"""The chosen decision: what was said, what was on offer, the doors, and what the reply did.

It tells one `MomentTold`; the page keeps which one, and nothing here is scored.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.portrait.person import Person
from game.reports.debrief import Debrief
from game.reports.moment import DoorTold, MomentTold
from game.scenario.model import Line
from game.screens import debrief_words as wording
from game.screens.debrief_offers import offers
from game.screens.session_room import Sitting, framed
from game.ui.box import Box
from game.ui.frame import Hit, Part
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.orders import Fill, Stroke, Text
from game.ui.parts import Maker, flow, on_panel, row, space, stack
from game.ui.theme import CAPTION, LABEL, SECTION_TITLE, Style
from game.ui.widgets import button, divider, dots, heading, panel, tag, words

SAID = Style(18, leading=1.36)
SEEN = Style(17, italic=True, leading=1.36)
NUMBER = Style(19, 700, leading=1.2)
DOOR = Style(18, 600, leading=1.3)
STATE = Style(16, leading=1.3)


def moment(look: Look, box: Box, told: Debrief, person: Person, number: int) -> Part:
    """The card of decision `number`, from 1."""
    one = told.moments[number - 1]
    pad = look.u(26)
    inside = stack(
        box.inset(pad), look.u(18),
        lambda b: _head(look, b, one, len(told.moments)),
        *(_rupture(look, told, number) or (None,)),
        lambda b: _columns(look, b, told, person, one),
        lambda b: divider(look, b),
        lambda b: _blocks(look, b, wording.blocks(one, told.client)),
    )  # fmt: skip
    return on_panel(inside, panel(look, box.tall(inside.box.h + 2 * pad)))


# -- head ------------------------------------------------------------------------------------------------------------
def _head(look: Look, box: Box, one: MomentTold, count: int) -> Part:
    """The number in its pill, the rating in words and as dots."""
    title, meaning = wording.rated(one.rating)
    high = look.px(NUMBER) * 1.7
    wide = max(high * 1.3, look.measure(str(one.number), NUMBER)[0] + high)
    pill = Fill(Box(box.x, box.y, wide, high), look.theme.ink, high / 2)
    line = look.line(NUMBER)
    spot = Box(box.x, box.y + (high - line) / 2, wide, line)
    figure = Text(spot, (str(one.number),), look.font(NUMBER), look.px(NUMBER), line, look.theme.paper, "centre")
    beside = Box(box.x + wide + look.u(16), box.y, box.w - wide - look.u(16), 0)
    told = flow(
        beside, look.u(14),
        lambda b: _word(look, b, title, f"Decision {one.number} of {count}: {title}"),
        *(() if one.rating is None else (lambda b: dots(look, b, wording.FIT[one.rating], 3),)),  # type: ignore[index]
        lambda b: words(
            look, b.wide(min(beside.w, look.measure(meaning, SAID)[0] + 2)), meaning, SAID, colour=look.theme.quiet,
            name="rating-means",
        ),
        row_gap=look.u(2),
    )  # fmt: skip
    level = max(high, told.box.h)
    first = max(high, look.line(SECTION_TITLE))
    mark = Part((pill, figure), (), Box(box.x, box.y, wide, high)).moved(0, (first - high) / 2)
    return (mark + told).boxed(box.tall(level))


def _word(look: Look, box: Box, title: str, said: str) -> Part:
    part = heading(look, box, title, SECTION_TITLE, name="rating")
    took = part.box.wide(min(box.w, look.measure(title, SECTION_TITLE)[0] + 2))
    return Part(part.orders, (Hit("rating", took, "heading", said),), took)


def _rupture(look: Look, told: Debrief, number: int) -> tuple[Maker, ...]:
    """The ruptures under which this decision was taken, told where they matter."""
    return tuple(_open(look, at, f"{one.note} {wording.rupture_course(one)}", wording.rupture_title(one))
                 for at, one in enumerate(wording.open_at(told, number)))  # fmt: skip


def _open(look: Look, at: int, course: str, title: str) -> Maker:
    def made(box: Box) -> Part:
        pill = tag(look, box, "rupture", title)
        named = Part(pill.orders, (Hit(f"open/{at}", pill.box, "text", f"Open here: {title}"),), pill.box)
        x = pill.box.right + look.u(16)
        if box.right - x < look.em(18) or pill.box.right > box.right:
            return stack(
                box, look.u(4),
                (lambda b: named) if pill.box.right <= box.right else (
                    lambda b: words(look, b, title, LABEL, colour=look.theme.clay, name=f"open/{at}")
                ),
                lambda b: words(look, b, course, SAID, name=f"course/{at}"),
            )  # fmt: skip
        said = words(look, Box(x, box.y, box.right - x, 0), course, SAID, name=f"course/{at}")
        down = max(0.0, (pill.box.h - look.line(SAID)) / 2)
        return (named + said.moved(0, down)).boxed(box.tall(max(pill.box.h, said.box.h + down)))

    return made


# -- three columns ---------------------------------------------------------------------------------------------------
def _columns(look: Look, box: Box, told: Debrief, person: Person, one: MomentTold) -> Part:
    """Said, on offer and doors beside each other, in two columns, or under one another."""
    said: Maker = lambda b: _said(look, b, told.client, person, one)  # noqa: E731
    offered: Maker = lambda b: offers(look, b, one.offered)  # noqa: E731
    doors: Maker = lambda b: _doors(look, b, one)  # noqa: E731
    ems, gap = box.w / look.px(20), look.u(44)
    if ems >= 56:
        return _ruled(look, box, gap, (336, 560, 272), (said, offered, doors))
    if ems >= 42:
        left: Maker = lambda b: stack(b, look.u(24), said, doors)  # noqa: E731
        return _ruled(look, box, gap, (5, 8), (left, offered))
    return stack(box, look.u(24), said, offered, doors)


def _ruled(look: Look, box: Box, gap: float, shares: tuple[float, ...], makers: tuple[Maker, ...]) -> Part:
    """Columns with a thin line between them."""
    part = row(box, gap, *makers, shares=shares)
    xs = [column.x - gap / 2 for column in box.split(*shares, gap=gap)[1:]]
    wide = max(1.0, look.u(1.5))
    lines = tuple(Stroke(((x, box.y), (x, part.box.bottom)), look.theme.divider, wide) for x in xs)
    return Part((*lines, *part.orders), part.hits, part.box)


def _said(look: Look, box: Box, client: str, person: Person, one: MomentTold) -> Part:
    """The client with the face of their last words, your reply, and their answer."""
    pose = one.before[-1].pose if one.before else "neutral"
    side = min(look.em(7), box.w * 0.4)
    sitting = Sitting(person, client, pose, pose, 0.0)
    picture = framed(look, Box(box.x, box.y, side, side * 1.03), sitting, 0.0)
    beside = Box(picture.box.right + look.u(18), box.y, box.right - picture.box.right - look.u(18), 0)
    *earlier, last = one.before or (Line("", "neutral"),)
    spoken = stack(
        beside, look.u(4),
        lambda b: words(look, b, client, LABEL, colour=look.theme.teal, name="client-name"),
        _line(look, "before/last", last),
    )  # fmt: skip
    top = (picture + spoken).boxed(box.tall(max(picture.box.h, spoken.box.h)))
    quiet = look.theme.quiet
    return stack(
        box, look.u(8),
        *((lambda b: words(look, b, "Before that", LABEL, colour=quiet, name="before-title"),) if earlier else ()),
        *(_line(look, f"before/{at}", said) for at, said in enumerate(earlier)),
        space(look.u(2)),
        lambda b: top.moved(0, b.y - box.y),
        space(look.u(2)),
        lambda b: words(look, b, "You said", LABEL, colour=look.theme.dusk, name="own-title"),
        lambda b: words(look, b, one.own, SAID, name="own"),
        *_answered(look, client, one.answer),
    )  # fmt: skip


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
    """The endings around the reply, and the way back to it."""
    quiet = look.theme.quiet
    again: Maker = lambda b: button(  # noqa: E731
        look, b, "try-again", "Try this moment again", kind="primary", sign="refresh",
        key=look.key("try-again", "debrief"), fill_width=True,
    )  # fmt: skip
    if one.doors is None:
        told = "Which endings were still within reach could not be worked out here."
        return stack(box, look.u(14), lambda b: words(look, b, told, STATE, colour=quiet, name="doors-none"), again)
    best = f"Best still within reach: {one.doors.best_after}." if one.doors.best_after else ""
    return stack(
        box, look.u(12),
        lambda b: words(look, b, "Doors after this reply", LABEL, colour=quiet, name="doors", role="heading"),
        *(_door(look, at, door) for at, door in enumerate(one.doors.all)),
        (lambda b: words(look, b, best, CAPTION, name="doors-best")) if best else None,
        space(look.u(2)),
        again,
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
    """Headings with their paragraphs, as many beside each other as read well."""
    count = max(1, min(3, int(box.w // look.em(18))))
    rows = [blocks[at : at + count] for at in range(0, len(blocks), count)]
    return stack(box, look.u(20), *(_block_row(look, some, count) for some in rows))


def _block_row(look: Look, some: Sequence[wording.Block], count: int) -> Maker:
    makers: list[Maker] = [_block(look, title, texts) for title, texts in some]
    makers += [space(0.0)] * (count - len(makers))
    return lambda box: row(box, look.u(44), *makers)


def _block(look: Look, title: str, texts: tuple[str, ...]) -> Maker:
    return lambda box: stack(
        box, look.u(5),
        lambda b: words(look, b, title, LABEL, colour=look.theme.quiet, name=f"block/{title}", role="heading"),
        *(_paragraph(look, f"{title}/{at}", text) for at, text in enumerate(texts) if text),
    )  # fmt: skip


def _paragraph(look: Look, name: str, text: str) -> Maker:
    return lambda box: words(look, box, text, SAID, name=name)
