"""What the records hold, as values, and a journal entry as one line of text and back.

It knows nothing of the database (`store`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from game.records.errors import RunUnavailable
from game.story.transcript import Ended, Entry, NotATranscript, Responded, Rewound, from_json, to_json

Standing = Literal["open", "ended", "left"]
"""`open` can be continued, `ended` reached an ending, `left` was given up and is not offered again."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as a list of runs shows it; its journal is read only when asked for."""

    id: str
    scenario: str
    sha: str
    """Which text of the scenario it was played with: `Store.scenario(sha)`."""
    last: float
    """When its latest entry was kept, in seconds since 1970 (UTC)."""
    standing: Standing
    entries: int
    """How many entries its journal holds."""


def written(entry: Entry) -> str:
    """The entry as one line of JSON, always the same for equal entries."""
    return json.dumps(to_json(entry), separators=(",", ":"))


def read_journal(rows: Iterable[tuple[int, str]]) -> tuple[Entry, ...]:
    """The entries of rows (n, text) that should count from 0; raises `RunUnavailable` at the first that does not."""
    return tuple(_read(expected, n, text) for expected, (n, text) in enumerate(rows))


def read_seed(text: str) -> int:
    """The seed of a run; raises `RunUnavailable` where it is no number."""
    try:
        return int(text)
    except ValueError:
        raise RunUnavailable("This session cannot be opened: the order of its responses does not read.") from None


def standing_after(entry: Entry) -> Standing | None:
    """How a run stands once this entry is kept; None where it stays as it was."""
    match entry:
        case Ended():
            return "ended"
        case Responded() | Rewound():
            return "open"
    return None


def read_or_none(text: str) -> Any:
    """The JSON value of a setting, or None where it does not read."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _read(expected: int, n: int, text: str) -> Entry:
    if n != expected:
        raise RunUnavailable(f"This session cannot be opened: entry {expected + 1} of its journal is missing.")
    try:
        return from_json(json.loads(text))
    except (ValueError, TypeError, AttributeError, NotATranscript):
        raise RunUnavailable(f"This session cannot be opened: entry {n + 1} of its journal does not read.") from None
