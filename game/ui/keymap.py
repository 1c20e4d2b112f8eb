"""The one table of actions and their keys: shortcuts, footer, help page and manual all come from it.

It does not decide what an action does; a screen does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that keys do on one screen, or everywhere."""

    name: str
    """What `Activate` carries when the key is pressed."""
    label: str
    """Two or three words, as the footer says it."""
    keys: tuple[str, ...]
    """The first is shown; "A".."Z", "1".., "Enter", "Space", "Esc", "Left".., "PgDn", "F1"; "Pad 1", "Pad up".."""
    screens: tuple[str, ...] = (EVERYWHERE,)


_TALK = ("session", "notice", "coach", "sure")

_KEYS: tuple[Action, ...] = (
    Action("next", "next", ("Tab",)),
    Action("previous", "previous", ("Shift+Tab",)),
    Action("left", "left", ("Left",)),
    Action("right", "right", ("Right",)),
    Action("up", "up", ("Up",)),
    Action("down", "down", ("Down",)),
    Action("press", "press", ("Enter",)),
    Action("mark", "mark", ("Space",)),
    Action("page-up", "page up", ("PgUp",)),
    Action("page-down", "page down", ("PgDn",)),
    Action("help", "all keys", ("F1",)),
    Action("text-bigger", "larger text", ("F3",)),
    Action("text-smaller", "smaller text", ("F2",)),
    Action("theme", "light, dark, contrast", ("F4",)),
    Action("aloud", "read aloud", ("F5",)),
    Action("aloud/everything", "read everything", ("F6",)),
    Action("aloud/again", "say it again", ("F7",)),
    Action("aloud/stop", "stop speaking", ("F8",)),
    Action("full-screen", "full screen", ("F11",)),
    Action("quit", "quit", ("Esc",), ("library",)),
    Action("filters", "filters", ("F",), ("library",)),
    Action("go/library", "practise", ("Q",), ("settings", "about")),
    Action("go/settings", "settings", ("S",), ("library", "about")),
    Action("go/about", "about", ("I",), ("library", "settings")),
    Action("back", "back", ("Esc",), ("briefing", "settings", "about", "rating")),
    Action("begin", "begin", ("Enter",), ("briefing",)),
    Action("content-note", "content note", ("N",), ("briefing",)),
    Action("reply/0", "choose A", ("A", "1"), ("session",)),
    Action("reply/1", "choose B", ("B", "2"), ("session",)),
    Action("reply/2", "choose C", ("C", "3"), ("session",)),
    Action("reply/3", "choose D", ("D", "4"), ("session",)),
    Action("reply/4", "choose E", ("E", "5"), ("session",)),
    Action("go-on", "go on", ("Enter", "Space"), ("coach",)),
    Action("finish", "look back", ("Enter",), ("session",)),
    Action("transcript", "transcript", ("T",), (*_TALK, "debrief")),
    Action("case-file", "case file", ("F",), _TALK),
    Action("again", "read it again", ("R",), _TALK),
    Action("pause", "pause", ("Esc",), _TALK),
    Action("leave", "leave the room", ("L",), (*_TALK, "paused", "leave-room")),
    Action("sure/1", "a guess", ("1",), ("sure",)),
    Action("sure/2", "unsure", ("2",), ("sure",)),
    Action("sure/3", "fairly sure", ("3",), ("sure",)),
    Action("sure/4", "certain", ("4",), ("sure",)),
    Action("happened/nothing", "nothing to repair", ("1",), ("notice",)),
    Action("happened/withdrawal", "moving away", ("2",), ("notice",)),
    Action("happened/confrontation", "moving against", ("3",), ("notice",)),
    Action("continue", "continue", ("Enter",), ("notice", "rating")),
    Action("skip", "skip", ("S",), ("notice", "rating")),
    Action("earlier", "earlier decision", ("Left",), ("debrief",)),
    Action("later", "later decision", ("Right",), ("debrief",)),
    Action("try-again", "try this moment again", ("Y",), ("debrief",)),
    Action("next-rupture", "next rupture", ("N",), ("debrief",)),
    Action("write", "write", ("W",), ("debrief",)),
    Action("save", "save transcript", ("S",), ("debrief",)),
    Action("done", "library", ("Esc",), ("debrief",)),
    Action("close", "close", ("Esc",), ("overlay", "leave", "trouble")),
    Action("stay", "stay", ("Esc",), ("leave-room",)),
    Action("resume", "go on", ("Esc",), ("paused",)),
)
"""On the session screen A to D are replies, so the case file (a folder) is F, not C."""

PAD = "Pad "
_PADS = {
    "Enter": ("Pad 1",), "Esc": ("Pad 2",), "Space": ("Pad 3",), "T": ("Pad 4",), "PgUp": ("Pad 5",),
    "PgDn": ("Pad 6",), "Up": ("Pad up", "Pad 12"), "Down": ("Pad down", "Pad 13"), "Left": ("Pad left", "Pad 14"),
    "Right": ("Pad right", "Pad 15"),
}  # fmt: skip
"""What a gamepad does at first, beside a key: cross, stick and one button are enough for everything. Pads that tell
their cross as buttons give them the numbers 12 to 15."""


_KEYBOARD_ONLY = ("earlier", "later")
"""Left and Right of the keyboard walk through the decisions; those of a gamepad move the focus, for it has no Tab."""


def _with_pad(action: Action) -> Action:
    """The action with the gamepad's part of its keys, after those of the keyboard."""
    if action.name in _KEYBOARD_ONLY:
        return action
    return replace(action, keys=action.keys + tuple(pad for key in action.keys for pad in _PADS.get(key, ())))


DEFAULT: tuple[Action, ...] = tuple(_with_pad(action) for action in _KEYS)


def on_pad(key: str) -> bool:
    """Whether a key is a gamepad's."""
    return key.startswith(PAD)


def single(key: str) -> bool:
    """Whether a key writes one letter, digit or sign by itself."""
    return len(key) == 1


BACKSTAGE = Action("backstage", "backstage", ("F12",))
FINDINGS = Action("findings", "what the check says", ("F9",))
"""Only in the window of an author: backstage tells the key."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The table in use."""

    actions: tuple[Action, ...] = DEFAULT
    letters: bool = True
    """Whether a single letter, digit or sign does anything by itself; the table keeps them for when they are on."""

    @property
    def heard(self) -> tuple[Action, ...]:
        """The actions with the keys that do something now."""
        if self.letters:
            return self.actions
        return tuple(replace(a, keys=tuple(key for key in a.keys if not single(key))) for a in self.actions)

    def on(self, screen: str) -> tuple[Action, ...]:
        """All actions that can be reached on a screen, its own first."""
        own = tuple(action for action in self.heard if screen in action.screens)
        return own + tuple(action for action in self.heard if EVERYWHERE in action.screens)

    def action(self, name: str, screen: str = "") -> Action | None:
        """The action of this name (on this screen, where the name stands more than once)."""
        found = [action for action in self.heard if action.name == name]
        return next((action for action in found if screen in action.screens), found[0] if found else None)

    def key(self, name: str, screen: str = "") -> str:
        """The key that is shown for an action; empty when it has none."""
        action = self.action(name, screen)
        return action.keys[0] if action and action.keys else ""

    def keys(self, name: str) -> tuple[str, ...]:
        """All keys of an action that do something now."""
        action = self.action(name)
        return action.keys if action else ()

    def does(self, key: str) -> str:
        """The action that a key has everywhere; empty when none."""
        return next((a.name for a in self.heard if EVERYWHERE in a.screens and key in a.keys), "")

    def meant(self, key: str, screen: str) -> str:
        """The action that a key has on a screen; its own come first."""
        return next((action.name for action in self.on(screen) if key in action.keys), "")

    def changed(self, name: str, keys: tuple[str, ...]) -> Keymap:
        """The same table with other keys for one action."""
        return replace(self, actions=tuple(replace(a, keys=keys) if a.name == name else a for a in self.actions))

    def caps(self, *names: str) -> tuple[str, ...]:
        """The keys of a group of actions as they are shown: `A–D` where they follow each other, else one by one."""
        keys = tuple(key for key in map(self.key, names) if key)
        one_row = len(keys) > 2 and all(single(key) for key in keys)
        if one_row and [ord(key) - ord(keys[0]) for key in keys] == list(range(len(keys))):
            return (f"{keys[0]}–{keys[-1]}",)
        return keys

    def with_backstage(self) -> Keymap:
        """The same table with the author's page behind the scene."""
        return replace(self, actions=(*self.actions, BACKSTAGE))

    def with_findings(self) -> Keymap:
        """The same table with the page of what the check says."""
        return replace(self, actions=(*self.actions, FINDINGS))

    def clashes(self) -> tuple[tuple[str, str, str], ...]:
        """(screen, key, action) wherever one of a screen's own keys does two things there."""
        screens = sorted({screen for action in self.actions for screen in action.screens})
        return tuple(clash for screen in screens for clash in self._clashes_on(screen))

    def _clashes_on(self, screen: str) -> tuple[tuple[str, str, str], ...]:
        seen: dict[str, str] = {}
        out = []
        for action in (action for action in self.actions if screen in action.screens):
            for key in action.keys:
                if key in seen:
                    out.append((screen, key, action.name))
                seen[key] = action.name
        return tuple(out)


def key_words(key: str) -> str:
    """A key as it is spoken."""
    return {"Left": "left arrow", "Right": "right arrow", "Up": "up arrow", "Down": "down arrow"}.get(key, key)
