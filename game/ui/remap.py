"""Other keys for actions: which key may do what, what stands in the way in one sentence, and what is kept of it.

The table itself is `keymap`; who presses what, and where it is kept, is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.ui.keymap import DEFAULT, EVERYWHERE, Action, Keymap, key_words, on_pad, single

ALWAYS = frozenset(("next", "previous", "left", "right", "up", "down", "page-up", "page-down", "press", "mark"))
"""Actions without which nobody gets anywhere by keyboard: they never rest on a single letter, which can be off."""
PLACES = {
    EVERYWHERE: "Everywhere",
    "library": "Practise",
    "settings": "Settings and About",
    "about": "Settings and About",
    "briefing": "Case file",
    "session": "In a session",
    "coach": "In a session",
    "notice": "What just happened",
    "sure": "How sure you are",
    "rating": "Your own rating",
    "debrief": "Looking back",
}
"""Screen of the keymap -> its name to a person; all others are panels."""
PANELS = "Panels"


def grouped(keymap: Keymap) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """All actions of the table under the name of the first place where they hold, in the table's order."""
    groups: dict[str, list[Action]] = {}
    for action in keymap.actions:
        groups.setdefault(PLACES.get(action.screens[0], PANELS), []).append(action)
    return tuple((place, tuple(actions)) for place, actions in groups.items())


def where(action: Action) -> str:
    """The places where an action holds, in words."""
    return ", ".join(dict.fromkeys(PLACES.get(screen, PANELS).lower() for screen in action.screens))


def refusal(keymap: Keymap, name: str, key: str) -> str:
    """Why an action cannot have a key, with what would help, in one or two sentences; empty when it can."""
    action = _found(keymap, name)
    if name in ALWAYS and single(key):
        return f"“{action.label}” needs a key that writes nothing, as letters can be turned off. Press another key."
    taken = next((other for other in keymap.actions if key in other.keys and _meet(action, other)), None)
    if taken is None:
        return ""
    return (
        f"{key_words(key)} already does “{taken.label}” ({where(taken)}). "
        f"Press another key, or give “{taken.label}” another one first."
    )


def given(keymap: Keymap, name: str, key: str) -> tuple[str, ...]:
    """The keys of an action once it has this one: it replaces those of its kind, keyboard or gamepad."""
    keys = _found(keymap, name).keys
    if on_pad(key):
        return (*(one for one in keys if not on_pad(one)), key)
    return (key, *(one for one in keys if on_pad(one)))


def restoring(keymap: Keymap, name: str) -> tuple[Keymap, str]:
    """The table with an action's first keys back, or the same table and why that cannot be."""
    keys = _found(Keymap(), name).keys
    now = _found(keymap, name).keys
    told = next(filter(None, (refusal(keymap, name, key) for key in keys if key not in now)), "")
    return (keymap if told else keymap.changed(name, keys)), told


def choices(keymap: Keymap) -> dict[str, list[str]]:
    """What differs from the table as it comes: action -> keys, as the records keep it."""
    first = {action.name: action.keys for action in DEFAULT}
    return {action.name: list(action.keys) for action in keymap.actions if action.keys != first[action.name]}


def chosen(kept: Any, *, letters: bool = True) -> Keymap:
    """The table with what was kept; what does not read, or would leave two actions on one key, is left as it comes."""
    keymap = Keymap(letters=letters)
    for name, keys in kept.items() if isinstance(kept, Mapping) else ():
        if _reads(name, keys):
            keymap = keymap.changed(name, tuple(keys))
    for name in choices(keymap):
        if any(refusal(keymap, name, key) for key in _found(keymap, name).keys):
            keymap = keymap.changed(name, _found(Keymap(), name).keys)
    return keymap


def _reads(name: Any, keys: Any) -> bool:
    known = any(action.name == name for action in DEFAULT)
    return known and isinstance(keys, list) and bool(keys) and all(isinstance(key, str) and key for key in keys)


def _found(keymap: Keymap, name: str) -> Action:
    """The action of this name, with all its keys, also those that are off."""
    return next(action for action in keymap.actions if action.name == name)


def _meet(one: Action, other: Action) -> bool:
    """Whether a key must not do both: they hold on one screen, and the table as it comes does not let them share."""
    if one.name == other.name:
        return False
    both = set(one.screens) & set(other.screens)
    everywhere = EVERYWHERE in one.screens or EVERYWHERE in other.screens
    return bool(both or everywhere) and not _share(one.name, other.name)


def _share(one: str, other: str) -> bool:
    """Whether both are on one key from the start: Enter presses what has the focus, else it begins."""
    return bool(set(_found(Keymap(), one).keys) & set(_found(Keymap(), other).keys))
