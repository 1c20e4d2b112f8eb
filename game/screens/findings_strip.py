"""What the check says of a scenario while it is played: a strip along the foot of the window, and all of it as a page.

The scene stands above the strip, a little smaller, and goes on; what is found comes in as values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from game.reports.words import listed
from game.scenario.findings import SEVERITIES, Finding
from game.screens.intents import Become, Intent
from game.screens.screen import Screen
from game.ui.box import Box
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Hit, Part
from game.ui.icons import Icon, icon
from game.ui.look import Look
from game.ui.orders import Fill, Stroke
from game.ui.pages import dialog
from game.ui.parts import Maker, flow_right, stack
from game.ui.theme import BODY, CAPTION, LABEL, Mark, Style
from game.ui.widgets import button, keycap, label, ring, words

COUNT = Style(17, 700, leading=1.4)
TOLD = Style(17, leading=1.4)
SIGNS: dict[str, tuple[Icon, Mark]] = {
    "error": ("cross", "clay"),
    "warning": ("warning", "clay"),
    "note": ("info", "teal"),
}
"""How a finding of each severity is marked: with a sign, a colour, and in the words beside it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the text as it lies on the disk."""

    findings: tuple[Finding, ...] = ()
    """In the order of the file."""
    plays: bool = True
    """Whether this text can be played; where it cannot, the last one that could goes on."""
    sentence: str = ""
    """What came of carrying the play over."""
    looking: bool = False
    """The checks are still at work."""

    @property
    def gravest(self) -> tuple[Finding, ...]:
        """The findings, errors first."""
        return tuple(sorted(self.findings, key=lambda one: -SEVERITIES.index(one.severity)))

    @property
    def count(self) -> str:
        """`1 error and 3 warnings`, or that there is nothing."""
        found = [one.severity for one in self.findings]
        counts = [(found.count(severity), severity) for severity in reversed(SEVERITIES)]
        told = listed(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)
        if self.looking and not told:
            return "Looking through it"
        return told or "Nothing to complain of"

    @property
    def first(self) -> str:
        """The gravest finding with its line; empty for none."""
        return _told(self.gravest[0]) if self.findings else ""

    @property
    def news(self) -> str:
        """What became of the scene."""
        return self.sentence if self.plays else "This text cannot be played; the last one that could goes on."


def _told(one: Finding) -> str:
    return f"line {one.place.line}: {one.message}"


# -- the strip -------------------------------------------------------------------------------------------------------
def with_strip(look: Look, told: Told, scene: Callable[[Look], Frame]) -> Frame:
    """The scene in what the strip leaves of the window, and the strip under it."""
    width, height = look.size
    strip = _strip(look, told)
    frame = scene(replace(look, size=(width, height - round(strip.box.h))))
    return replace(
        frame,
        size=look.size,
        orders=(*frame.orders, *strip.orders),
        hits=(*frame.hits, *strip.hits),
    )


def _strip(look: Look, told: Told) -> Part:
    pad, side = look.u(32), look.u(10)
    room = look.box.inset(pad, side)
    news = told.news if look.narrow or not told.news else ""
    lines: list[Maker] = [lambda b: _first_line(look, b, told)]
    if news:
        lines.append(lambda b: words(look, b, news, TOLD, lines=1))
    probe = stack(room.tall(0), look.u(2), *lines)
    high = max(look.target, round(probe.box.h + 2 * side))
    bar, _ = look.box.from_bottom(high)
    inside = stack(Box(room.x, bar.cy - probe.box.h / 2, room.w, 0), look.u(2), *lines)
    theme = look.theme
    body = Fill(bar, theme.selected if look.hover == "findings" else theme.paper)
    line = Stroke(((bar.x, bar.y), (bar.right, bar.y)), _mark(look, told), max(2.0, look.u(4)))
    said = ". ".join(part for part in (told.count, told.first, told.news) if part)
    hit = Hit("findings", bar, "button", said, key=look.key("findings"))
    focus = ring(look, bar.inset(look.u(9)), "findings", 6)
    return Part((body, line, *inside.orders, *focus), (hit,), bar)


def _mark(look: Look, told: Told) -> str:
    return look.theme.mark(_sign(told)[1])


def _sign(told: Told) -> tuple[Icon, Mark]:
    return SIGNS[told.gravest[0].severity] if told.findings else ("info", "teal") if told.looking else ("tick", "sage")


def _first_line(look: Look, box: Box, told: Told) -> Part:
    """Sign, count and first finding; at the right the news, where the window is wide, and the key."""
    cap = keycap(look, box, look.key("findings"))
    cap = cap.moved(box.right - cap.box.right, 0)
    news = _news(look, box, told, cap.box.x - look.u(28))
    sign, mark = _sign(told)
    side = look.px(COUNT) * 1.25
    count = label(look, Box(box.x + side + look.u(10), box.y, 0, 0), told.count, COUNT, colour=look.theme.mark(mark))
    left = count.box.right + look.px(TOLD)
    first = words(look, Box(left, box.y, max(look.em(2), news.box.x - look.u(28) - left), 0), told.first, TOLD, lines=1)
    took = box.tall(max(count.box.h, cap.box.h))
    drawn = icon(sign, Box(box.x, took.cy - side / 2, side, side), look.theme.mark(mark), 2.4)
    level = [part.moved(0, took.cy - part.box.cy) for part in (count, first, news, cap)]
    return Part((drawn, *(order for part in level for order in part.orders)), (), took)


def _news(look: Look, box: Box, told: Told, right: float) -> Part:
    if look.narrow or not told.news:
        return Part(box=Box(right, box.y, 0, look.line(TOLD)))
    wide = min(look.measure(told.news, TOLD)[0] + 2, box.w * 0.5)
    return words(look, Box(right - wide, box.y, wide, 0), told.news, TOLD, lines=1, colour=look.theme.quiet)


# -- all of it -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Every finding, over the scene."""

    under: Screen
    told: Told

    def view(self, look: Look, t: float) -> Frame:
        told = self.told
        makers = [_entry(look, number, one) for number, one in enumerate(told.gravest)]
        return dialog(
            look,
            self.under.view(look, t),
            "What the check says",
            lambda b: stack(
                b,
                look.u(16),
                lambda c: words(look, c, f"{told.count}. {told.news}".strip(), LABEL, name="findings-count"),
                *makers,
            ),
            lambda b: flow_right(
                b,
                look.u(16),
                lambda c: button(look, c, "close", "Close", kind="primary", key=look.key("close", "overlay")),
            ),
            width=1180,
            entry="close",
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        return Become(self.under) if act in (Activate("close"), Activate("findings")) else None


def _entry(look: Look, number: int, one: Finding) -> Maker:
    """A finding: its sign, where it stands, what is wrong and the cure; one hit that says all."""

    def make(box: Box) -> Part:
        sign, mark = SIGNS[one.severity]
        side = look.px(BODY) * 1.2
        beside = Box(box.x + side + look.u(14), box.y, box.w - side - look.u(14), 0)
        where = f"{PurePath(one.place.file).name}, line {one.place.line}, column {one.place.column}"
        inside = stack(
            beside,
            look.u(2),
            lambda b: words(look, b, f"{one.code}  {one.severity}  ·  {where}", LABEL, colour=look.theme.mark(mark)),
            lambda b: words(look, b, one.message, BODY),
            (lambda b: words(look, b, one.hint, CAPTION, colour=look.theme.quiet)) if one.hint else None,
        )
        drawn = icon(sign, Box(box.x, box.y + look.u(3), side, side), look.theme.mark(mark), 2.4)
        took = box.tall(inside.box.h)
        said = ". ".join(part for part in (f"{one.code}, {one.severity}, {where}", one.message, one.hint) if part)
        return Part((drawn, *inside.orders), (Hit(f"finding/{number}", took, "text", said),), took)

    return make
