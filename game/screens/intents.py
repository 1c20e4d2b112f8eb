"""What a screen can ask the program to do: a closed union of plain values.

Screens make them, `app` carries them out in one `match`; nothing is done here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.story.transcript import Noticing

if TYPE_CHECKING:
    from game.screens.screen import Screen
    from game.ui.keymap import Keymap

Coach = Literal["each", "end", "held"]
"""When feedback on a reply is shown: after each, in the debrief, or not before the instructor shows it."""

Place = Literal["library", "settings", "about"]
Paper = Literal["transcript-text", "plan"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a person wants to practise, chosen at the briefing."""

    coach: Coach = "end"
    notice: bool = True
    write_first: bool = False
    confidence: bool = False


@dataclass(frozen=True, slots=True)
class Become:
    """The screen in its next state: what it remembers itself, such as an opened overlay or a ticked sign."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class GoTo:
    """Another place of the rail."""

    place: Place


@dataclass(frozen=True, slots=True)
class Open:
    """The briefing of a scenario."""

    scenario: str


@dataclass(frozen=True, slots=True)
class Begin:
    """A new run of a scenario."""

    scenario: str
    options: Options


@dataclass(frozen=True, slots=True)
class Continue:
    """Go on with an unfinished run."""

    run: str


@dataclass(frozen=True, slots=True)
class Review:
    """The debrief of a finished run."""

    run: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Close an unfinished run as it is; it stays in the records."""

    run: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The answer to a notice prompt; `kind` None passes over it."""

    kind: Noticing | None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Respond:
    """A reply, with the confidence 1..4 where it was asked for. The program adds the time it took."""

    response: str
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Jot:
    """Words to keep with the run: a reflection, or what the trainee would have said before seeing the replies."""

    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class Rate:
    """The self-rating, dimension -> 1..5; empty when it was passed over."""

    ratings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Finish:
    """The session is over: rate, then debrief."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Out of the room, to the library; the run is kept and can be continued."""

    anyway: bool = False
    """Even where the last answers cannot be kept."""


@dataclass(frozen=True, slots=True)
class Retry:
    """Take the run back to a decision (0 is the first) and play on from there."""

    decision: int


@dataclass(frozen=True, slots=True)
class Change:
    """A setting: its name and its new value in words."""

    setting: str
    value: str


@dataclass(frozen=True, slots=True)
class Rekey:
    """The table of keys as it shall be from now on, and the screen that shows it."""

    keymap: Keymap
    then: Screen


@dataclass(frozen=True, slots=True)
class Speak:
    """Read the screen aloud from the top, or the last again, or be silent."""

    what: Literal["everything", "again", "stop"]


@dataclass(frozen=True, slots=True)
class Save:
    """Write a paper of the present run to a file."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Close:
    """Close the program."""


Intent = (
    Become
    | GoTo
    | Open
    | Begin
    | Continue
    | Review
    | GiveUp
    | Notice
    | Respond
    | Jot
    | Rate
    | Finish
    | Leave
    | Retry
    | Change
    | Rekey
    | Speak
    | Save
    | Copy
    | Close
)
