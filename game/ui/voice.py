"""Has texts spoken one after the other on a thread of its own, so that no frame ever waits for a voice.

It does not know what a screen is (`narration`), nor how a text becomes sound (`engines`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Literal

from game.ui.events import Tone

if TYPE_CHECKING:
    from game.ui.engines import Engine

NO_VOICE = (
    "Nothing on this computer can read aloud, so Attune stays silent: no speech program was found. "
    "On Linux, installing espeak-ng brings one. Everything can be read on the screen and by a screen reader."
)
VOICE_GONE = (
    "The speech of this computer has stopped working, so nothing is read aloud any more. "
    "Turning it off and on again tries once more. Everything can be read on the screen and by a screen reader."
)
TRIES = 3
"""Failures in a row after which an engine is asked no more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text in the queue."""

    turn: int
    """It is dropped when something has interrupted since."""
    text: str
    tone: Tone


Order = Wanted | Literal["look", "hush", "end"]


def _found() -> list[Engine]:
    from game.ui import engines  # on the voice's own thread: a start does not wait for it

    return engines.found()


class Voice:
    """Speaks in the order asked; `say`, `stop` and `close` come back at once, whatever the engine does."""

    def __init__(self, find: Callable[[], list[Engine]] = _found) -> None:
        self._find = find
        self._orders: SimpleQueue[Order] = SimpleQueue()
        self._engines: list[Engine] = []
        self._failures: Counter[str] = Counter()
        self._turn = 0
        self._thread: Thread | None = None
        self.complaint = ""
        """One sentence on why nothing is heard; empty while all is well."""

    def wake(self) -> None:
        """Look for engines, unless there are some; a complaint is forgotten."""
        self.complaint = ""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()
        self._orders.put("look")

    def say(self, text: str, tone: Tone, *, interrupts: bool) -> None:
        """Have a text spoken, after what is being said or instead of it. Nothing happens before `wake`."""
        if interrupts:
            self.stop()
        self._orders.put(Wanted(self._turn, text, tone))

    def stop(self) -> None:
        """Be silent at once."""
        self._turn += 1  # before cutting: whatever starts after the cut sees that it is no longer wanted
        for engine in self._engines:
            engine.cut()
        self._orders.put("hush")

    def close(self, patience_s: float = 1.0) -> None:
        """Be silent and end the thread; an engine that hangs is left behind after `patience_s`."""
        if self._thread is not None:
            self.stop()
            self._orders.put("end")
            self._thread.join(patience_s)
            self._thread = None

    # -- on the voice's own thread -------------------------------------------------------------------------------
    def _work(self) -> None:
        while (order := self._orders.get()) != "end":
            match order:
                case "look":
                    self._look()
                case "hush":
                    self._hush()
                case Wanted() if order.turn == self._turn:
                    self._speak(order)

    def _look(self) -> None:
        if not self._engines:
            self._failures.clear()
            self._engines = self._find()
            self.complaint = "" if self._engines else NO_VOICE

    def _hush(self) -> None:
        for engine in self._engines:
            engine.hush()

    def _speak(self, wanted: Wanted) -> None:
        for engine in tuple(self._engines):
            if self._said(engine, wanted):
                self._failures.pop(engine.name, None)
                return
            if wanted.turn != self._turn:  # it was cut, which says nothing about the engine
                return
            self._failures[engine.name] += 1
            if self._failures[engine.name] >= TRIES:
                self._engines = [one for one in self._engines if one is not engine]
        if not self._engines:
            self.complaint = self.complaint or VOICE_GONE

    def _said(self, engine: Engine, wanted: Wanted) -> bool:
        try:
            return engine.say(wanted.text, wanted.tone, lambda: wanted.turn == self._turn)
        except Exception:  # whatever an engine does to itself, the session goes on
            return False
