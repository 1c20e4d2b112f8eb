"""What every screen is: a frozen value with a picture of itself and an answer to what a person does there.

`view` is pure in (look, t); `wish` says what an act means here, or None where it means nothing.
"""

from __future__ import annotations

from typing import Protocol

from game.screens.intents import Intent
from game.ui.events import Act
from game.ui.frame import Frame
from game.ui.look import Look


class Screen(Protocol):
    """A screen. Implementations are frozen dataclasses with slots."""

    def view(self, look: Look, t: float) -> Frame:
        """The picture at time `t`, seconds since the screen was first shown."""

    def wish(self, act: Act, look: Look) -> Intent | None:
        """What the person wants by this act."""
