"""Reads a window's frames aloud while that is wanted: it remembers what was met last, and what was said last.

What is said is `narration`'s, the speaking `voice`'s.
"""

from __future__ import annotations

from game.ui.events import Aloud, Utter
from game.ui.frame import Frame
from game.ui.narration import Met, everything, met, utterance
from game.ui.voice import Voice

OFF = "Reading aloud is off."


class Narrator:
    """One window's reader; silent until it is turned on."""

    def __init__(self, voice: Voice | None = None) -> None:
        self.voice = voice or Voice()
        self.manner = Aloud()
        self._met = Met()
        self._last = ""
        self._greeting = ""

    def change(self, manner: Aloud) -> None:
        """Be turned on or off, or sound otherwise from the next word on."""
        was, self.manner = self.manner, manner
        if manner.on and not was.on:
            self.voice.wake()
            self._met, self._greeting = Met(), manner.greeting
        elif was.on and not manner.on:
            self.voice.say(OFF, was.tone, interrupts=True)

    def tell(self, frame: Frame, focus: str) -> None:
        """Say what is new in a frame."""
        if not self.manner.on:
            return
        before, self._met = self._met, met(frame, focus)
        said = utterance(before, self._met, positions=self.manner.positions)
        if said is not None:
            self._say(f"{self._greeting} {said.text}".strip(), interrupts=said.interrupts)
            self._greeting = ""

    def utter(self, wish: Utter) -> None:
        """Say everything, or the last again, or stop."""
        if not self.manner.on:
            return
        match wish.what:
            case "everything":
                self._say(everything(self._met, positions=self.manner.positions), interrupts=True)
            case "again":
                self._say(self._last, interrupts=True)
            case "stop":
                self.voice.stop()

    def _say(self, text: str, *, interrupts: bool) -> None:
        self._last = text
        if text:
            self.voice.say(text, self.manner.tone, interrupts=interrupts)
