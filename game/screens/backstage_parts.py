"""The parts of the backstage page: the World as bars and words, what each response would do, the way here, endings.

They draw what `Behind` holds and work nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from game.ui.box import Box
from game.ui.choices import LETTERS
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.orders import Fill
from game.ui.parts import Maker, flow, row, stack, together
from game.ui.theme import BODY, CAPTION, LABEL, RADIUS_BUTTON, SMALL, STRONG, Mark, Style
from game.ui.widgets import button, chip, divider, heading, tag, words

TITLE = Style(23, 500, serif=True, leading=1.25)
IDS = Style(17, 600, leading=1.4)
TWO_COLUMNS = 52.0
"""Ems of the page from which World and responses stand side by side."""


@dataclass(frozen=True, slots=True)
class GaugeNow:
    """A gauge as it stands."""

    name: str
    value: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A response on offer, and what it would do here. All but the ids is in words."""

    id: str
    text: str
    code: str
    points: str
    """In the dimensions in play."""
    idle: str
    """Points it claims that do not count here; empty for none."""
    rules: tuple[str, ...]
    """The timing rules that fire."""
    does: tuple[str, ...]
    leads: str


@dataclass(frozen=True, slots=True)
class Past:
    """A decision that was taken."""

    at: str
    """As `beat/response`."""
    text: str
    points: str


@dataclass(frozen=True, slots=True)
class Behind:
    """Everything behind one moment of a run."""

    where: str
    """The beat or ending."""
    gauges: tuple[GaugeNow, ...]
    flags: tuple[str, ...]
    open: tuple[str, ...]
    repaired: tuple[str, ...]
    codes: tuple[str, ...]
    """Of the last responses, newest last."""
    offers: tuple[Offer, ...]
    """In the order shown."""
    past: tuple[Past, ...]
    endings: tuple[tuple[str, str], ...] | None
    """Those still open, each with its quality; None where that is not known."""
    times: tuple[float, ...] = ()
    """Seconds that the last frames took, oldest first."""


def page(look: Look, box: Box, behind: Behind) -> Part:
    """All of it: the World beside the responses where there is room, the way here under both."""
    gap = look.u(26)
    state: Maker = lambda b: _state(look, b, behind)  # noqa: E731
    offers: Maker = lambda b: _offers(look, b, behind)  # noqa: E731
    past: Maker = lambda b: _past(look, b, behind)  # noqa: E731
    if box.w < look.em(TWO_COLUMNS):
        return stack(box, gap, state, offers, past)
    right: Maker = lambda b: stack(b, gap, offers, past)  # noqa: E731
    return row(box, look.u(40), state, right, shares=(0.36, 0.64))


# -- The World -------------------------------------------------------------------------------------------------------
def _state(look: Look, box: Box, behind: Behind) -> Part:
    return stack(
        box,
        look.u(26),
        lambda b: _section(look, b, f"At {behind.where}", *(_gauge(look, one) for one in behind.gauges)),
        lambda b: _section(look, b, "Between you", *_between(look, behind)),
        lambda b: _section(look, b, "Endings still open", _endings(look, behind)),
        (lambda b: _section(look, b, "Frames", _frames(look, behind.times))) if behind.times else None,
    )


def _section(look: Look, box: Box, title: str, *makers: Maker) -> Part:
    return stack(box, look.u(8), lambda b: heading(look, b, title, TITLE), *makers)


def _gauge(look: Look, gauge: GaugeNow) -> Maker:
    """Name, bar and number in one line; one hit that says all three."""

    def make(box: Box) -> Part:
        number = f"{gauge.value}"
        wide = look.measure("00", STRONG)[0]
        name = words(look, box.wide(min(box.w * 0.5, look.em(9))), gauge.name.replace("_", " "), BODY)
        took = box.tall(max(name.box.h, look.line(STRONG)))
        left, high = name.box.right + look.u(12), look.px(BODY) * 0.6
        track = Box(left, took.cy - high / 2, max(look.em(2), box.right - wide - look.u(14) - left), high)
        told = words(look, Box(box.right - wide, took.y, wide, 0), number, STRONG, align="right")
        said = f"{gauge.name} {gauge.value}, from {gauge.least} to {gauge.most}"
        hit = Hit(f"gauge/{gauge.name}", took, "text", said)
        return Part((*name.orders, *_bar(look, track, gauge), *told.orders), (hit,), took)

    return make


def _bar(look: Look, track: Box, gauge: GaugeNow) -> tuple[Fill, ...]:
    theme, radius = look.theme, track.h / 2
    under = Fill(track, theme.tint_plain, radius, theme.edge, max(1.0, look.u(1.5)))
    share = (gauge.value - gauge.least) / max(1, gauge.most - gauge.least)
    if share <= 0:
        return (under,)
    return under, Fill(track.wide(max(track.h, track.w * share)), theme.teal, radius)


def _between(look: Look, behind: Behind) -> tuple[Maker, ...]:
    ruptures = [
        *(("rupture", f"{id} is open") for id in behind.open),
        *(("repair", f"{id} is repaired") for id in behind.repaired),
    ]
    tags: tuple[Maker, ...] = tuple(_tag(look, what, text) for what, text in ruptures)
    return (
        (lambda b: flow(b, look.em(0.5), *tags))
        if tags
        else _line(look, "ruptures", "No rupture is open or repaired."),
        _line(look, "flags", f"Flags: {', '.join(behind.flags) or 'none'}"),
        _line(look, "codes", f"Last codes: {', '.join(behind.codes) or 'none yet'}"),
    )


def _tag(look: Look, what: str, text: str) -> Maker:
    def make(box: Box) -> Part:
        part = tag(look, box, what, text)
        return Part(part.orders, (Hit(f"strain/{text}", part.box, "text", text),), part.box)

    return make


def _line(look: Look, name: str, text: str, style: Style = BODY, colour: str = "") -> Maker:
    return lambda b: words(look, b, text, style, name=f"behind/{name}", colour=colour)


QUALITIES: dict[str, Mark] = {"repaired": "sage", "partial": "teal", "smoothed": "dusk", "referred": "teal"}
"""Quality of an ending -> the tint behind it; the words say it too. All others are clay."""


def _endings(look: Look, behind: Behind) -> Maker:
    if behind.endings is None:
        return _line(look, "endings", "Not known: still being worked out, or too many situations.")
    return lambda b: flow(b, look.em(0.5), *(_ending(look, id, quality) for id, quality in behind.endings or ()))


def _ending(look: Look, id: str, quality: str) -> Maker:
    def make(box: Box) -> Part:
        text = f"{id} ({quality})"
        part = chip(look, box, text, mark=QUALITIES.get(quality, "clay"))
        if part.box.w > look.box.w * 0.8:
            return words(look, box, text, LABEL, name=f"open/{id}")
        return Part(part.orders, (Hit(f"open/{id}", part.box, "text", text),), part.box)

    return make


def _frames(look: Look, times: tuple[float, ...]) -> Maker:
    last, usual, slowest = (f"{1000 * seconds:.1f} ms" for seconds in (times[-1], median(times), max(times)))
    told = f"Last {last}; of the last {len(times)} the usual {usual}, the slowest {slowest}"
    return _line(look, "frames", told, CAPTION, look.theme.quiet)


# -- What could be said ----------------------------------------------------------------------------------------------
def _offers(look: Look, box: Box, behind: Behind) -> Part:
    if not behind.offers:
        return _section(look, box, "The session is over", _line(look, "over", f"It ended at {behind.where}."))
    makers = (_offer(look, LETTERS[at % len(LETTERS)], one) for at, one in enumerate(behind.offers))
    return stack(
        box,
        look.u(12),
        lambda b: heading(look, b, "What each response would claim and do", TITLE),
        *makers,
    )


def _offer(look: Look, letter: str, offer: Offer) -> Maker:
    """A card: the words, then what they earn, what they do, and where they lead."""

    def make(box: Box) -> Part:
        pad = look.u(16)
        inside = stack(box.inset(pad), look.u(3), *_offer_lines(look, letter, offer))
        took = box.tall(inside.box.h + 2 * pad)
        theme = look.theme
        body = Fill(took, theme.tint_plain, look.u(RADIUS_BUTTON), theme.divider, max(1.0, look.u(1.5)))
        return Part((body, *inside.orders), inside.hits, took)

    return make


def _offer_lines(look: Look, letter: str, offer: Offer) -> Iterable[Maker]:
    name = f"offer/{offer.id}"
    yield lambda b: words(look, b, f"{letter} · {offer.id}: {offer.code}", IDS, colour=look.theme.teal, name=name)
    yield lambda b: words(look, b, offer.text, BODY, name=f"{name}/text")
    idle = f" (not in play: {offer.idle})" if offer.idle else ""
    rules = f"; by {', '.join(offer.rules)}" if offer.rules else ""
    told = (("Claims", f"{offer.points or 'nothing'}{idle}{rules}"), ("Does", ", ".join(offer.does) or "nothing"))
    for title, text in (*told, ("Leads to", offer.leads)):
        yield _pair(look, f"{name}/{title}", title, text)


def _pair(look: Look, name: str, title: str, text: str) -> Maker:
    """A word and what it is, side by side; one hit that says both."""

    def make(box: Box) -> Part:
        wide = min(look.em(4.4), box.w * 0.3)
        head = words(look, box.wide(wide), title, SMALL, colour=look.theme.quiet)
        beside = Box(box.x + wide, box.y, box.w - wide, 0)
        told = words(look, beside, text, CAPTION)
        took = box.tall(max(head.box.h, told.box.h))
        return Part((*head.orders, *told.orders), (Hit(name, took, "text", f"{title}: {text}"),), took)

    return make


# -- The way here ----------------------------------------------------------------------------------------------------
def _past(look: Look, box: Box, behind: Behind) -> Part:
    if not behind.past:
        return _section(look, box, "The way here", _line(look, "no-past", "Nothing was said yet.", BODY))
    return stack(
        box,
        look.u(10),
        lambda b: heading(look, b, "The way here", TITLE),
        *(_decision(look, number, one) for number, one in enumerate(behind.past)),
    )


def _decision(look: Look, number: int, past: Past) -> Maker:
    """What was said, what it earned, and the way back to before it."""

    def make(box: Box) -> Part:
        back = button(
            look, box, f"back/{number}", f"Back to {number + 1}", style=LABEL, description=f"to before {past.at}"
        )
        moved = back.moved(box.right - back.box.right, 0)
        room = box.wide(moved.box.x - box.x - look.u(16))
        told = stack(
            room,
            look.u(2),
            lambda b: words(look, b, f"{number + 1} · {past.at}", IDS, colour=look.theme.teal, name=f"past/{number}"),
            lambda b: words(look, b, past.text, CAPTION, name=f"past/{number}/text"),
            lambda b: words(look, b, past.points, SMALL, colour=look.theme.quiet, name=f"past/{number}/points"),
        )
        line = divider(look, Box(box.x, box.y + max(told.box.h, moved.box.h) + look.u(8), box.w, 0))
        took = box.tall(line.box.bottom - box.y)
        return together((told, moved, line)).boxed(took)

    return make
