"""More words than are written: scenarios with the longest texts of all, and letters as wide as another language needs.

For tests of layout. What it makes is not for reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from game.scenario.model import Scenario
from game.ui.look import Measurer
from game.ui.orders import Font

WORDS: dict[str, tuple[str, ...]] = {
    "Scenario": ("title",),
    "Client": ("name", "pronouns", "intake"),
    "Meta": ("summary", "setting", "content_note"),
    "Line": ("text",),
    "Response": ("text",),
    "Feedback": ("heard", "why", "principle"),
    "Ending": ("note",),
    "Rupture": ("note",),
    "Code": ("name", "definition"),
    "Marker": ("name",),
    "Pull": ("name",),
}
"""Texts that a trainee reads, by the type and field they stand in. Names that the program looks up are none."""

Longest = dict[tuple[str, str], str]


def longest_worded(scenarios: Iterable[Scenario]) -> dict[str, Scenario]:
    """The scenarios by id, each text replaced by the longest text of its kind in any of them."""
    there = list(scenarios)
    longest: Longest = {}
    for scenario in there:
        _note(scenario, longest)
    return {scenario.id: _worded(scenario, longest) for scenario in there}


def _note(value: Any, longest: Longest) -> None:
    for place, text in _texts(value):
        longest[place] = max(longest.get(place, ""), text, key=len)
    for part in _parts(value):
        _note(part, longest)


def _texts(value: Any) -> list[tuple[tuple[str, str], str]]:
    kind = type(value).__name__
    return [((kind, name), getattr(value, name)) for name in WORDS.get(kind, ())]


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, tuple):
        return value
    return [getattr(value, one.name) for one in fields(value)] if is_dataclass(value) else ()


def _worded(value: Any, longest: Longest) -> Any:
    if isinstance(value, Mapping):
        return {key: _worded(part, longest) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_worded(part, longest) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {one.name: _worded(getattr(value, one.name), longest) for one in fields(value)}
    return replace(value, **{**parts, **{place[1]: longest[place] for place, text in _texts(value) if text}})


@dataclass(frozen=True, slots=True)
class Wider:
    """Measures every text as if each of its words were longer by a share: a pseudo-language for the layout.

    All words that a screen lays out pass here, those of the interface and those of scenarios alike. What it does not
    show is a translation with more and shorter words, or one that is read from right to left.
    """

    letters: Measurer
    share: float = 0.4

    def width(self, text: str, font: Font, size: float) -> float:
        return self.letters.width(text, font, size) * (1 + self.share)
