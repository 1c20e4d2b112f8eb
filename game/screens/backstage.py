"""Backstage: what a trainee must not see while they practise, for a scenario's author, over the scene as it stands.

A value made from a run by `app`; it shows what stands in it, and wishes to go back, to save a plan or to be closed.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.screens import backstage_parts as parts
from game.screens.backstage_parts import Behind
from game.screens.intents import Become, Intent, Retry, Save
from game.screens.screen import Screen
from game.ui.events import Act, Activate
from game.ui.frame import Frame
from game.ui.look import Look
from game.ui.pages import dialog
from game.ui.parts import flow_right
from game.ui.widgets import button

WIDTH = 1720.0
"""px at 1920x1080."""


@dataclass(frozen=True, slots=True)
class Backstage:
    """The page; the scene goes on under it when it is closed."""

    under: Screen
    behind: Behind

    def view(self, look: Look, t: float) -> Frame:
        return dialog(
            look,
            self.under.view(look, t),
            "Backstage",
            lambda b: parts.page(look, b, self.behind),
            lambda b: flow_right(
                b,
                look.u(16),
                lambda c: button(look, c, "save-plan", "Save this as a plan", sign="pencil"),
                lambda c: button(look, c, "close", "Close", kind="primary", key=look.key("close", "overlay")),
            ),
            width=WIDTH,
            entry="close",
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        match act:
            case Activate("close" | "backstage"):
                return Become(self.under)
            case Activate("save-plan"):
                return Save("plan")
            case Activate(name) if name.startswith("back/"):
                return Retry(int(name.removeprefix("back/")))
        return None
