"""A short session by keyboard as someone hears it who does not see it; a difference is read, then accepted.

Accept with `ATTUNE_GOLDEN=write python -m pytest tests/golden`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from game.app.pilot import Pilot
from game.app.services import Services
from game.records.store import Store
from game.ui.events import Aloud, Tone, Utter
from game.ui.keymap import DEFAULT
from game.ui.look import Look
from game.ui.narrator import Narrator
from tests.stage import compiled, fonts

GOLDEN = Path(__file__).parent / "read_aloud.txt"

KEYS = (
    "Tab F5 Tab Tab Tab Tab Tab Enter",
    "Tab Tab Tab Tab Tab Space Space Tab Space F7 F8 Enter",
    "Enter Enter Enter F6 2 Tab Tab Tab Space Space Enter",
    "Tab I_hear_yuo Backspace Backspace ou_ Tab Enter",
    "Down Down Up Enter",
    "Enter R T Esc F Esc Esc Tab F1 Esc Esc",
    "Enter Enter Enter S Tab Tab Enter 1",
    "Enter Enter L Tab Shift+Tab Enter",
    "Tab Enter Enter Enter L Enter",
    "S Tab Tab Tab Right Right Enter F5 Tab",
)
"""Library, briefing, notice, own words, replies, transcript, case file, pause, all keys, out and in again, settings."""


class Paper:
    """A voice that writes down what it would say: what waits its turn is set in, silence is a dash."""

    complaint = ""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def wake(self) -> None: ...

    def say(self, text: str, tone: Tone, *, interrupts: bool) -> None:
        self.lines.append(f"  {text}" if interrupts else f"  (then) {text}")

    def stop(self) -> None:
        self.lines.append("  -")


NAMES = {key for action in DEFAULT for key in action.keys} | {"Backspace"}


def follow(pilot: Pilot, narrator: Narrator) -> None:
    """What the loop does after an event."""
    for out in pilot.app.sent():
        if isinstance(out, Aloud):
            narrator.change(out)
        elif isinstance(out, Utter):
            narrator.utter(out)
    narrator.tell(pilot.frame, pilot.app.focus)


def keys() -> list[str]:
    return " ".join(KEYS).split()


def heard(pressed: list[str]) -> str:
    services = Services(Store(None), cache_dir=compiled(), now=lambda: 0.0, seed=lambda: 7)
    pilot = Pilot.start(look=replace(Look(), motion="none", measurer=fonts()), services=services)
    paper = Paper()
    narrator = Narrator(paper)  # type: ignore[arg-type]
    for key in pressed:
        paper.lines.append(key)
        if key in NAMES:
            pilot.press(key)
            follow(pilot, narrator)
        else:
            for letter in key.replace("_", " "):
                pilot.type(letter)
                follow(pilot, narrator)
    return "\n".join(paper.lines) + "\n"


def test_a_session_by_ear() -> None:
    told = heard(keys())
    if os.environ.get("ATTUNE_GOLDEN") == "write":
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_by_ear_the_eye_is_never_needed() -> None:
    """Everything the client does and says, and every reply, is in what was heard, without a key that reads it again."""
    told = heard([key for key in keys() if key not in ("F6", "F7", "F8")])
    for words in ("Graham: Sorry. Two minutes late.", "He drops his bag and blows out his cheeks.", "Reply A"):
        assert words in told
    assert "Graham lets the eyelids and the shoulders hang." in told
