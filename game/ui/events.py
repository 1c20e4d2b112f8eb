"""What comes in from a person, what it means to a screen, and what goes out besides pictures: closed unions of values.

No Pygame here: `input` translates its events into the first, `attention` turns the first into the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer at x, y px."""

    x: float
    y: float
    kind: Literal["move", "down", "up"]


@dataclass(frozen=True, slots=True)
class Touch:
    """A finger on the glass at x, y px: a pointer that never hovers, and that scrolls where it moves."""

    x: float
    y: float
    kind: Literal["move", "down", "up"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down, or a character was typed (then `name` is empty for letters that have no key of their own)."""

    name: str
    """As in `keymap`: "A", "1", "Enter", "Shift+Tab"."""
    text: str = ""
    """What it writes into a field."""
    again: bool = False
    """It is still held: the keyboard repeats it."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel turned over x, y; `turns` > 0 is away from the person (the content goes down)."""

    x: float
    y: float
    turns: float


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has a new size in px."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Quit:
    """The window was asked to close."""


@dataclass(frozen=True, slots=True)
class Assist:
    """A screen reader, or another helper outside the window, presses, focuses or writes into a hit by its name."""

    do: Literal["press", "focus", "write"]
    name: str
    text: str = ""


Event = Point | Touch | Key | Wheel | Resize | Quit | Assist


@dataclass(frozen=True, slots=True)
class Activate:
    """The hit of this name was pressed, by whatever means."""

    name: str


@dataclass(frozen=True, slots=True)
class Press:
    """A key that belongs to no hit of the frame."""

    key: str


@dataclass(frozen=True, slots=True)
class Write:
    """The field of this name now holds `text`."""

    name: str
    text: str


Act = Activate | Press | Write
"""What `Screen.wish` is asked about."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Text for the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Play:
    """A quiet sound; it never says anything that the screen does not."""

    cue: Literal["reply"]


@dataclass(frozen=True, slots=True)
class WholeScreen:
    """Between the window and the whole screen."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How a voice should sound."""

    rate: float = 1.0
    """Times the usual speed."""
    pitch: float = 0.5
    """0, as low as the voice goes, to 1."""


@dataclass(frozen=True, slots=True)
class Aloud:
    """Whether and how the screen is read aloud from now on."""

    on: bool = False
    tone: Tone = Tone()
    positions: bool = True
    """Whether "2 of 4" is said."""
    greeting: str = ""
    """Said once when it is turned on: which keys go with it."""


@dataclass(frozen=True, slots=True)
class Utter:
    """Something to be read aloud now, or silence."""

    what: Literal["everything", "again", "stop"]


NO_SOUND = "No sound device was found, so Attune stays silent. Nothing is told by sound alone."

Outward = Clip | Play | WholeScreen | Aloud | Utter
"""What leaves the program besides pictures."""
