"""A quiet sound, made by arithmetic; without a sound device there is silence and nothing is said about it.

Nothing is ever told by a sound alone, and nothing plays unless a person turned sound on.
"""

from __future__ import annotations

import math
import os
from array import array
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import pygame

Cue = Literal["reply"]
RATE = 22_050
_OFF = "dummy"


class Sound:
    """The mixer, opened only when the first sound is to be heard."""

    def __init__(self, *, volume: float = 0.4) -> None:
        self.volume = volume
        self._ready: bool | None = None

    def play(self, cue: Cue) -> bool:
        """Play a cue; whether anything could be heard."""
        if not self._open():
            return False
        made = pygame.mixer.Sound(buffer=_SAMPLES[cue]())
        made.set_volume(self.volume)
        made.play()
        return True

    def _open(self) -> bool:
        if self._ready is None:
            self._ready = _mixer()
        return self._ready


def _mixer() -> bool:
    if os.environ.get("SDL_AUDIODRIVER") == _OFF:
        return False
    try:
        pygame.mixer.init(RATE, -16, 1, 512)
    except pygame.error:
        return False
    return True


@lru_cache(maxsize=1)
def _tap() -> bytes:
    """16-bit samples of a soft wooden tap."""
    count = int(RATE * 0.09)
    return array(
        "h",
        (
            int(7_000 * math.exp(-55 * i / RATE) * math.sin(2 * math.pi * 320 * i / RATE) * min(1.0, i / 60))
            for i in range(count)
        ),
    ).tobytes()


_SAMPLES: dict[Cue, Callable[[], bytes]] = {"reply": _tap}
