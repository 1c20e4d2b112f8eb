"""The briefing: the case file on paper, the content note with a real choice, how to practise, and one large Begin.

It starts nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.screens.casefile import Case, paper
from game.screens.intents import Become, Begin, GoTo, Intent, Options
from game.screens.overlays import AllKeys
from game.ui.box import Box
from game.ui.choices import segmented, toggle
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Part, frame_of
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.orders import Fill
from game.ui.pages import FootKey, dialog, footer, footer_height, ground
from game.ui.parts import Maker, flow, row, scroll_area, space, stack
from game.ui.theme import (
    BIG_BUTTON,
    BODY,
    CAPTION,
    RADIUS_CARD,
    SECTION_TITLE,
    STRONG,
)
from game.ui.widgets import button, divider, heading, link, panel, words

COACH = "Comments on a reply: what was heard, and why."


@dataclass(frozen=True, slots=True)
class Briefing:
    """The state of the briefing."""

    case: Case
    options: Options = field(default_factory=Options)
    reading: bool = False
    """Whether "how it goes" is open."""

    def view(self, look: Look, t: float) -> Frame:
        """The briefing, or what the session holds over it."""
        room, _ = look.box.from_top(look.box.h - footer_height(look))
        inner = room.inset(look.u(64), look.u(30)) if not look.narrow else room.inset(look.u(24), look.u(20))
        body = self._beside(look, inner) if look.ems >= 62 else self._column(look, inner)
        keys = [FootKey("begin"), FootKey("down", "options", ("up", "down"), shown_only=True)]
        keys += [FootKey("mark", "change", ("mark",), shown_only=True)]
        keys += [FootKey("content-note")] if self.case.content_note else []
        foot = footer(look, "briefing", (*keys, FootKey("back", "library")), self.case.facts)
        frame = replace(frame_of(look.size, ground(look) + body + foot, self.case.title), initial="begin")
        return self._told(look, frame) if self.reading else frame

    def wish(self, act: Act, look: Look) -> Intent | None:
        """A changed option, what the session holds, the session, or the way back."""
        if not isinstance(act, Activate):
            return None
        match act.name.split("/"):
            case ["begin"]:
                return Begin(self.case.scenario, self.options)
            case ["back" | "choose-another"]:
                return GoTo("library")
            case ["content-note" | "how-it-goes"] if self.case.content_note:
                return Become(replace(self, reading=True))
            case ["close"]:
                return Become(replace(self, reading=False))
            case ["help"]:
                return Become(AllKeys(self, "briefing"))
        options = _changed(self.options, act.name)
        return Become(replace(self, options=options)) if options else None

    # -- pictures ------------------------------------------------------------------------------------------------
    def _column(self, look: Look, box: Box) -> Part:
        """One under the other, all of it scrolling."""
        return scroll_area(
            look, box, "main",
            lambda b: stack(
                b, look.u(28),
                lambda c: paper(look, c, self.case, 0.0),
                lambda c: self._options(look, c),
                lambda c: _ways_on(look, c),
                space(look.u(8)),
            ),
        )  # fmt: skip

    def _beside(self, look: Look, box: Box) -> Part:
        """The case file beside the options; Begin stays in sight."""
        left, right = box.split(1096, 648, gap=look.u(36))
        ways = _ways_on(look, Box(right.x, right.y, right.w - look.u(24), 0))
        ways = ways.moved(0, right.bottom - ways.box.bottom)
        above = right.tall(right.h - ways.box.h - look.u(20))
        case = scroll_area(look, left, "case", lambda b: paper(look, b, self.case, left.h - look.u(4)))
        return case + scroll_area(look, above, "options", lambda b: self._options(look, b)) + ways

    def _options(self, look: Look, box: Box) -> Part:
        note = self.case.content_note
        minutes = f"About {self.case.minutes} minutes. You can pause, or leave the room, at any time."
        return stack(
            box, look.u(20),
            lambda b: heading(look, b, "Before you begin", SECTION_TITLE),
            (lambda b: _content_note(look, b, note)) if note else None,
            lambda b: _practise(look, b, self.options),
            lambda b: words(look, b, minutes, CAPTION, colour=look.theme.quiet, name="minutes"),
        )  # fmt: skip

    def _told(self, look: Look, under: Frame) -> Frame:
        texts = [_paragraph(look, at, text) for at, text in enumerate(self.case.how_it_goes)]
        return dialog(
            look, under, "How it goes",
            lambda box: stack(box, look.u(12), *texts),
            lambda box: flow(
                box, look.u(16),
                lambda b: button(look, b, "close", "Close", kind="primary", key=look.key("close", "overlay")),
                lambda b: button(look, b, "choose-another", "Choose another"),
            ),
            entry="close",
        )  # fmt: skip


def _changed(options: Options, name: str) -> Options | None:
    match name.split("/"):
        case ["coach", "each"]:
            return replace(options, coach="each")
        case ["coach", "end"]:
            return replace(options, coach="end")
        case ["notice-first"]:
            return replace(options, notice=not options.notice)
        case ["write-first"]:
            return replace(options, write_first=not options.write_first)
        case ["how-sure"]:
            return replace(options, confidence=not options.confidence)
    return None


def _paragraph(look: Look, at: int, text: str) -> Maker:
    return lambda box: words(look, box, text, BODY, name=f"told/{at}")


# -- the right side ------------------------------------------------------------------------------------------------
def _content_note(look: Look, box: Box, note: str) -> Part:
    pad = look.u(24)
    side = look.px(BODY) * 1.5
    sign = icon("info", Box(box.x + pad, box.y + pad, side, side), look.theme.clay, 2.0)
    inner = Box(box.x + pad + side + look.u(20), box.y + pad, box.w - 2 * pad - side - look.u(20), 0)
    told = stack(
        inner, look.u(8),
        lambda b: words(look, b, note, STRONG, name="content-note-words"),
        lambda b: flow(
            b, look.u(28),
            lambda c: link(look, c, "how-it-goes", "Read how it goes first", mark="clay"),
            lambda c: link(look, c, "choose-another", "Choose another", mark="clay"),
        ),
    )  # fmt: skip
    took = box.tall(told.box.h + 2 * pad)
    body = Fill(took, look.theme.tint_clay, look.u(RADIUS_CARD), look.theme.clay, max(1.5, look.u(1.8)))
    return Part((body, sign, *told.orders), told.hits, took)


def _practise(look: Look, box: Box, options: Options) -> Part:
    pad = look.u(28)
    coaches = (("each", "After each reply"), ("end", "At the end"))
    told = stack(
        box.inset(pad), look.u(15),
        lambda b: heading(look, b, "How you want to practise", SECTION_TITLE),
        lambda b: stack(
            b, look.u(8),
            lambda c: words(look, c, "Coach", STRONG, name="coach-title"),
            lambda c: words(look, c, COACH, CAPTION, colour=look.theme.quiet, name="coach-text"),
            lambda c: segmented(look, c, "coach", coaches, options.coach, label="Coach"),
        ),
        lambda b: divider(look, b),
        lambda b: toggle(
            look, b, "notice-first", "Notice first", "Asks what just happened, before you reply.", options.notice
        ),
        lambda b: divider(look, b),
        lambda b: toggle(
            look, b, "write-first", "Write first", "Your own words, then the replies on offer.", options.write_first
        ),
        lambda b: divider(look, b),
        lambda b: toggle(
            look, b, "how-sure", "How sure are you?", "One tap with each reply, kept with it.", options.confidence
        ),
    )  # fmt: skip
    took = box.tall(told.box.h + 2 * pad)
    return Part((panel(look, took), *told.orders), told.hits, took)


def _ways_on(look: Look, box: Box) -> Part:
    high = max(look.u(104), look.target * 1.4)
    back: Maker = lambda b: button(  # noqa: E731
        look, b, "back", "Back", key=look.key("back", "briefing"), fill_width=True, height=high
    )
    begin: Maker = lambda b: button(  # noqa: E731
        look, b, "begin", "Begin", kind="primary", key=look.key("begin", "briefing"), style=BIG_BUTTON,
        fill_width=True, height=high,
    )  # fmt: skip
    return row(box, look.u(24), back, begin, shares=(178, 450))
