"""Panels over the debrief: a larger place to write, one key away, and the question before unsaved words are lost.

They keep no words themselves; those stand in the page beneath.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.screens import debrief_words as wording
from game.screens.debrief_aside import writing
from game.screens.intents import Become, Intent
from game.ui.events import Act, Activate, Write
from game.ui.frame import Frame
from game.ui.look import Look
from game.ui.pages import dialog
from game.ui.parts import Maker, flow, flow_right, stack
from game.ui.theme import BODY, CAPTION
from game.ui.widgets import button, words

if TYPE_CHECKING:
    from game.screens.debrief_page import DebriefPage


@dataclass(frozen=True, slots=True)
class Writing:
    """The fields in a panel of their own."""

    under: DebriefPage

    def view(self, look: Look, t: float) -> Frame:
        """The prompts over the page."""
        return dialog(
            look, self.under.view(look, t), "In your own words",
            lambda b: stack(
                b, look.u(12),
                lambda c: words(look, c, wording.PRIVATE, CAPTION, colour=look.theme.quiet, name="private"),
                *self._prompts(look),
            ),
            lambda b: flow_right(
                b, look.u(16),
                lambda c: button(look, c, "close", "Close", kind="primary", key=look.key("close", "overlay")),
            ),
            entry="reflect/0",
        )  # fmt: skip

    def _prompts(self, look: Look) -> tuple[Maker, ...]:
        drafts, kept = dict(self.under.drafts), dict(self.under.kept)
        return tuple(
            maker
            for at, prompt in enumerate(self.under.prompts)
            for maker in writing(look, at, prompt, drafts, kept, least=4)
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        """Words into a field, words to keep, or back."""
        match act:
            case Write(name, text) if name.startswith("reflect/"):
                return Become(replace(self, under=self.under.drafted(int(name.partition("/")[2]), text)))
            case Activate("close"):
                return Become(self.under)
            case Activate(name) if name.startswith("keep/"):
                return self.under.keeping(int(name.partition("/")[2]))
        return None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Words in a field that were not saved, and a way out that would lose them."""

    under: DebriefPage
    leaving: Intent

    def view(self, look: Look, t: float) -> Frame:
        """The question over the page."""
        told = "You have written something that is not saved yet. Go back to save it, or go on without it."
        return dialog(
            look,
            self.under.view(look, t),
            "Not saved yet",
            lambda b: words(look, b, told, BODY, name="unsaved-words"),
            lambda b: flow(
                b,
                look.u(16),
                lambda c: button(look, c, "close", "Go back", kind="primary", key=look.key("close", "overlay")),
                lambda c: button(look, c, "leave-now", "Go on without it"),
            ),
            entry="close",
            width=760,
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        """On, or back to the words."""
        match act:
            case Activate("leave-now"):
                return self.leaving
            case Activate("close"):
                return Become(self.under)
        return None
