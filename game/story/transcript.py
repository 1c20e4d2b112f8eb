"""What the trainee did, in order: the journal that a run is a fold of, as values and as JSON.

It holds decisions only. What the client said follows from them and the scenario (`story.run`), so it is not written
twice; a transcript for people is made by `reports`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Noticing = Literal["withdrawal", "confrontation", "nothing"]
"""Answers to "What just happened between you?"."""

NOTICINGS: tuple[Noticing, ...] = ("withdrawal", "confrontation", "nothing")


class NotATranscript(ValueError):
    """A journal entry that this version cannot read."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A notice prompt was answered, or passed over (`kind` None)."""

    beat: str
    kind: Noticing | None
    signs: tuple[str, ...] = ()
    """Markers the trainee ticked, W1..C7."""


@dataclass(frozen=True, slots=True)
class Responded:
    """A response was given."""

    beat: str
    response: str
    offered: tuple[str, ...] = ()
    """Ids in the order shown."""
    after_s: float | None = None
    """Seconds from the offer to the choice; None where nobody measured."""
    confidence: int | None = None
    """1..4, when asked for."""


@dataclass(frozen=True, slots=True)
class Rewound:
    """The run was taken back: the first `to` decisions stand, later ones count as an attempt."""

    to: int


@dataclass(frozen=True, slots=True)
class Rated:
    """The trainee rated themselves before seeing a score: dimension -> 1..5."""

    ratings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Wrote:
    """A reflection in the trainee's own words. Kept locally; left out of exports unless asked for."""

    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An ending was reached."""

    ending: str


Entry = Noticed | Responded | Rewound | Rated | Wrote | Ended


@dataclass(frozen=True, slots=True)
class Transcript:
    """All of a run: which scenario, which seed, what was done."""

    scenario: str
    sha: str
    seed: int
    entries: tuple[Entry, ...] = ()


_KINDS: dict[str, type] = {
    "noticed": Noticed,
    "responded": Responded,
    "rewound": Rewound,
    "rated": Rated,
    "wrote": Wrote,
    "ended": Ended,
}
_NAMES = {made: name for name, made in _KINDS.items()}


def to_json(entry: Entry) -> dict[str, Any]:
    """The entry as a JSON object; `from_json` gives it back."""
    return {"entry": _NAMES[type(entry)], **asdict(entry)}


def from_json(written: Mapping[str, Any]) -> Entry:
    """The entry of a JSON object; raises `NotATranscript` for anything else."""
    fields = dict(written)
    made = _KINDS.get(str(fields.pop("entry", None)))
    if made is None:
        raise NotATranscript(f"there is no journal entry of the kind '{written.get('entry')}'")
    try:
        entry: Entry = made(**{name: _tuples(value) for name, value in fields.items()})
    except TypeError as error:
        raise NotATranscript(f"a journal entry '{written.get('entry')}' does not read: {error}") from None
    if not _sound(entry):
        raise NotATranscript(f"a journal entry '{written.get('entry')}' holds what it cannot hold")
    return entry


def _sound(entry: Entry) -> bool:
    """Whether every part is of its kind: JSON could hold anything, and a run must not break on it."""
    match entry:
        case Noticed(str(), kind, signs):
            return (kind is None or kind in NOTICINGS) and _words(signs)
        case Responded(str(), str(), offered, None | int() | float(), None | int()):
            return _words(offered)
        case Rewound(int()) | Wrote(str(), str()) | Ended(str()):
            return True
        case Rated(ratings):
            return isinstance(ratings, tuple) and all(_rating(one) for one in ratings)
    return False


def _words(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(word, str) for word in value)


def _rating(value: object) -> bool:
    match value:
        case (str(), int()):
            return True
    return False


def standing(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of the line that stands: what was rewound is left out, and so are the rewinds.

    >>> standing([Responded("a", "x"), Responded("b", "y"), Rewound(1), Responded("b", "z")])[-1].response
    'z'
    """
    kept: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Rewound):
            kept = _first_decisions(kept, entry.to)
        else:
            kept.append(entry)
    return tuple(kept)


def _first_decisions(entries: list[Entry], count: int) -> list[Entry]:
    kept: list[Entry] = []
    for entry in entries:
        if count == 0:
            break
        kept.append(entry)
        count -= isinstance(entry, Responded)
    return kept


def _tuples(value: Any) -> Any:
    return tuple(_tuples(part) for part in value) if isinstance(value, list) else value
