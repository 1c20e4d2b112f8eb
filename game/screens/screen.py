"""What every screen is: a value that can be looked at, and asked what a person's act means.

It holds no screen and no program state; `app` keeps the present screen and carries out what it wishes.
"""

from __future__ import annotations

from typing import Protocol

from game.screens.intents import Intent
from game.ui.events import Act
from game.ui.frame import Frame
from game.ui.look import Look


class Screen(Protocol):
    """Frozen and pure: the same state, look and t give the same frame."""

    def view(self, look: Look, t: float) -> Frame:
        """The picture at time t (seconds of the program)."""

    def wish(self, act: Act, look: Look) -> Intent | None:
        """What the person wants; None when the act means nothing here. `look.now` is the time of the act."""
