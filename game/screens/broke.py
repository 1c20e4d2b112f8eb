"""The page for what should never happen: what still holds, where the report lies, and two ways on.

It depends on as little as it can: words and two buttons.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.screens.intents import Close, Intent, Leave
from game.ui.box import Box
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Part, frame_of
from game.ui.look import Look
from game.ui.pages import ground
from game.ui.parts import flow, scroll_area, stack
from game.ui.theme import BODY, PAGE_TITLE
from game.ui.widgets import button, card, heading, words


@dataclass(frozen=True, slots=True)
class Broke:
    """Something in the program broke."""

    sentence: str
    report: str
    """Where the report lies; empty when it could not be written."""

    def view(self, look: Look, t: float) -> Frame:
        """The page."""
        wide = min(look.box.w - look.u(48), max(look.u(900), look.em(30)))
        box = look.box.centred(wide, look.box.h - look.u(80))
        body = scroll_area(look, box, "main", lambda b: card(look, b, lambda c: self._told(look, c), pad=40))
        return frame_of(look.size, ground(look) + body, "Something broke")

    def wish(self, act: Act, look: Look) -> Intent | None:
        """Back to the library, or out."""
        match act:
            case Activate("to-library"):
                return Leave()
            case Activate("close-program"):
                return Close()
        return None

    def _told(self, look: Look, box: Box) -> Part:
        told = f"A report without names and without anything you wrote lies in {self.report}" if self.report else ""
        return stack(
            box, look.u(18),
            lambda b: heading(look, b, "Something broke", PAGE_TITLE),
            lambda b: words(look, b, self.sentence, BODY, name="broke"),
            (lambda b: words(look, b, told, BODY, colour=look.theme.quiet, name="report")) if told else None,
            lambda b: flow(
                b, look.u(16),
                lambda c: button(look, c, "to-library", "Back to the library", kind="primary"),
                lambda c: button(look, c, "close-program", "Close"),
            ),
        )  # fmt: skip
