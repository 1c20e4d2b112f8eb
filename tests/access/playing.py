"""Plays a whole session through the accessibility bus alone, and prints what it met as JSON: run inside a session bus.

    dbus-run-session -- python tests/access/playing.py PROGRAM...

It sees no screen and presses no key. It waits for what it looks for, a bounded time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

from at_spi import FOCUSED, ROLES, Reader, Thing, listen

PATIENCE_S = 20
SCENARIO = "Whatever you think is best"


class Player:
    """A person who listens and presses."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.met: dict[str, list[str]] = {"announced": [], "chosen": [], "poses": [], "titles": []}

    def wait(self, found: Callable[[Thing], bool], what: str) -> Thing:
        """The first object that fits, once it is there."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            for thing in self.reader.everything():
                if found(thing):
                    return thing
            time.sleep(0.02)
        raise SystemExit(f"{what} never came; there are {[one.name for one in self.reader.everything()]}")

    def button(self, *names: str) -> Thing:
        return self.wait(lambda one: one.name in names and 24 in one.states, " or ".join(names))

    def step(self) -> bool:
        """Hear what is there, answer what is asked; False once the session is over."""
        things = self.reader.everything()
        self._note(things)
        names = {one.name: one for one in things}
        replies = [one for one in things if one.role == ROLES["radio"] and one.description.startswith("Reply ")]
        if "Look back" in names or "look back" in names:
            return False
        for name in ("go on", "Skip"):
            if name in names:
                self._press(names[name], things)
                return True
        if replies:
            last = replies[-1]
            self.reader.focus(last)
            self.wait(lambda one: one.name == last.name and FOCUSED in one.states, f"focus on {last.name}")
            focused = self.reader.everything()
            if self._press(last, focused):
                place = last.attributes
                self.met["chosen"].append(f"{last.description}, {place['posinset']} of {place['setsize']}")
        return True

    def _press(self, thing: Thing, before: tuple[Thing, ...]) -> bool:
        """Press, and wait for what comes; a first press may only end a movement, which no words tell."""
        self.reader.press(thing)
        until = time.monotonic() + 1
        while time.monotonic() < until:
            if self.reader.everything() != before:
                return True
            time.sleep(0.02)
        return False

    def _note(self, things: tuple[Thing, ...]) -> None:
        self.met["announced"] += self.reader.announced()
        self.met["poses"] += [one.name for one in things if one.role == ROLES["image"]]
        self.met["titles"] += [one.name for one in things if one.role == 23]


def main(program: list[str]) -> None:
    """Play, print, end the program."""
    address = listen()
    with subprocess.Popen(program) as playing:
        try:
            until = time.monotonic() + PATIENCE_S
            while not (reader := Reader(address)).applications() and time.monotonic() < until:
                time.sleep(0.1)
            player = Player(reader)
            reader.press(player.button(SCENARIO))
            reader.press(player.button("Begin"))
            player.wait(lambda one: one.name == "Leave the room", "the session")
            for _ in range(400):
                if not player.step():
                    break
            reader.press(player.button("Look back", "look back"))
            player.wait(lambda one: one.name == "Skip" or "rate" in one.name.lower(), "the own rating")
            player._note(reader.everything())
            print(json.dumps(player.met))
        finally:
            playing.terminate()


if __name__ == "__main__":
    main(sys.argv[1:])
