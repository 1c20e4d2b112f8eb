"""A few quiet sounds, made by arithmetic; without a sound device there is silence and nothing is said about it.

Nothing is ever told by a sound alone, and nothing plays unless a person turned sound on.
"""

from __future__ import annotations

import math
import os
from array import array
from functools import lru_cache
from typing import Literal

import pygame

Cue = Literal["page", "reply"]
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
        made = pygame.mixer.Sound(buffer=_samples(cue))
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


@lru_cache(maxsize=4)
def _samples(cue: Cue) -> bytes:
    """16-bit samples: a page that turns is hushed noise that swells, a reply a soft wooden tap."""
    return (_page() if cue == "page" else _tap()).tobytes()


def _page() -> array[int]:
    count = int(RATE * 0.32)
    out, state, low = array("h"), 12_345, 0.0
    for i in range(count):
        state = (1_103_515_245 * state + 12_345) % 2**31
        noise = state / 2**30 - 1
        low += (noise - low) * (0.12 + 0.3 * i / count)
        out.append(int(9_000 * low * math.sin(math.pi * i / count) ** 2))
    return out


def _tap() -> array[int]:
    count = int(RATE * 0.09)
    return array(
        "h",
        (
            int(7_000 * math.exp(-55 * i / RATE) * math.sin(2 * math.pi * 320 * i / RATE) * min(1.0, i / 60))
            for i in range(count)
        ),
    )
