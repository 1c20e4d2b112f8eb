"""The keys of one action: what it has and where it holds, and the waiting for another key.

It keeps nothing: a new table is a wish (`Rekey`), and what stands in the way of it is told here in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from game.screens.intents import Become, Intent, Rekey
from game.screens.screen import Screen
from game.ui import remap
from game.ui.events import Act, Activate, Press
from game.ui.frame import Frame
from game.ui.keymap import Action, Keymap, key_words
from game.ui.look import Look
from game.ui.pages import dialog
from game.ui.parts import Maker, flow, stack
from game.ui.theme import BODY, LABEL
from game.ui.widgets import button, words

WAITING = "Press the new key now, or a button of a gamepad. Esc goes back without a change."
OF_ESC = "Esc is the one key that cannot be pressed for this: choose it with its own button."


class Telling(Screen, Protocol):
    """The page of all keys: it can show a sentence about what was changed."""

    def shown_with(self, told: str) -> Screen:
        """The page with a sentence."""


@dataclass(frozen=True, slots=True)
class OneKey:
    """One action over the page of all keys."""

    under: Telling
    action: str
    told: str = ""
    """Why the key that was pressed could not be taken."""

    def view(self, look: Look, t: float) -> Frame:
        """The panel."""
        action = _of(look.keymap, self.action)
        frame = dialog(
            look,
            self.under.view(look, t),
            action.label[:1].upper() + action.label[1:],
            lambda b: stack(b, look.u(12), *self._words(look, action)),
            lambda b: flow(b, look.u(16), *self._ways(look, action)),
            entry="new-key",
            width=980,
        )
        return replace(frame, live=(self.told,) if self.told else ())

    def wish(self, act: Act, look: Look) -> Intent | None:
        """Another key, Esc, the keys as they came, or back."""
        match act:
            case Activate("new-key"):
                return Become(NewKey(replace(self, told="")))
            case Activate("use-esc"):
                return self.taken(look.keymap, "Esc")
            case Activate("restore"):
                return self._restored(look.keymap)
            case Activate("close"):
                return Become(self.under)
        return None

    def taken(self, keymap: Keymap, key: str) -> Intent:
        """The table with this key for the action; or this panel with what stands in the way."""
        told = remap.refusal(keymap, self.action, key)
        if told:
            return Become(replace(self, told=told))
        changed = keymap.changed(self.action, remap.given(keymap, self.action, key))
        label = _of(keymap, self.action).label
        return Rekey(changed, self.under.shown_with(f"“{label}” is now on {key_words(key)}."))

    def _restored(self, keymap: Keymap) -> Intent:
        changed, told = remap.restoring(keymap, self.action)
        if told:
            return Become(replace(self, told=told))
        action = _of(changed, self.action)
        return Rekey(changed, self.under.shown_with(f"“{action.label}” is back on {_spoken(action)}."))

    def _words(self, look: Look, action: Action) -> tuple[Maker | None, ...]:
        held = f"Holds here: {remap.where(action)}. Its keys: {_spoken(action)}."
        told = self.told
        return (
            (lambda b: words(look, b, told, LABEL, colour=look.theme.clay, name="told", role="live")) if told else None,
            lambda b: words(look, b, held, BODY, name="keys-now"),
            lambda b: words(look, b, OF_ESC, BODY, colour=look.theme.quiet, name="of-esc"),
        )

    def _ways(self, look: Look, action: Action) -> tuple[Maker, ...]:
        changed = action.name in remap.choices(look.keymap)
        return (
            lambda b: button(look, b, "new-key", "New key", kind="primary"),
            lambda b: button(look, b, "use-esc", "Use Esc", enabled="Esc" not in action.keys),
            lambda b: button(look, b, "restore", "As it came", enabled=changed),
            lambda b: button(look, b, "close", "Close", key=look.key("close", "overlay")),
        )


@dataclass(frozen=True, slots=True)
class NewKey:
    """Waiting for the key: all are taken as they are, Esc goes back, and the pointer can always cancel."""

    under: OneKey

    def view(self, look: Look, t: float) -> Frame:
        """The panel that waits."""
        action = _of(look.keymap, self.under.action)
        frame = dialog(
            look,
            self.under.under.view(look, t),
            f"A key for “{action.label}”",
            lambda b: words(look, b, WAITING, BODY, name="waiting", role="live"),
            lambda b: flow(b, look.u(16), lambda c: button(look, c, "cancel", "Cancel", key="Esc")),
            width=820,
        )
        return replace(frame, catches=True, live=(WAITING,))

    def wish(self, act: Act, look: Look) -> Intent | None:
        """The key that came, or back."""
        match act:
            case Press("Esc") | Activate("cancel"):
                return Become(self.under)
            case Press(key):
                return self.under.taken(look.keymap, key)
        return None


def _of(keymap: Keymap, name: str) -> Action:
    """The action with all its keys, also those that are off."""
    return next(action for action in keymap.actions if action.name == name)


def _spoken(action: Action) -> str:
    return ", ".join(key_words(key) for key in action.keys) or "none"
