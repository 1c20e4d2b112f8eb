"""The desk a file is read at: its tree, the names that exist, and the findings so far.

It knows how to report and how to look names up; what must be looked up is known to `rubric` and `compile`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.scenario.condition import Condition, ConditionFault, Kind, mentions, parse
from game.scenario.findings import MOST_ALIKE, Finding, did_you_mean, finding
from game.scenario.model import Place
from game.scenario.tree import Loc, Node, at, find, find_key, scalars

KINDS: Mapping[str, str] = {
    "gauge": "a gauge",
    "flag": "a flag",
    "rupture": "a rupture",
    "rupture, kind or marker": "a rupture, a kind of rupture or a marker",
    "beat": "a beat",
    "response": "a response (written 'beat/response')",
    "code": "a code",
    "family": "a family of codes",
    "way": "a beat or an ending",
    "pose": "a pose",
    "pull": "a pull",
    "marker": "a marker",
    "strategy": "a strategy",
    "tag": "a therapist tag",
    "quality": "a quality of ending",
}
"""What a name can be the name of, in words."""

Names = Mapping[str, Iterable[str]]
"""For each kind, the names that exist. A kind left out is not checked."""


@dataclass(slots=True)
class Desk:
    """One file on the desk. The findings are the only thing that grows; the names stay as they are once asked for."""

    file: str
    root: Node
    names: Names
    found: list[Finding] = field(default_factory=list)
    _said: Counter[str] = field(default_factory=Counter, repr=False)
    _sound: dict[str, Condition] = field(default_factory=dict, repr=False)
    """Conditions in which nothing was wrong, by their text: most stand in a file more than once."""

    def place(self, loc: Loc) -> Place:
        """Where the value stands."""
        node = find(self.root, loc)
        return Place(self.file, node.line, node.column)

    def key_place(self, loc: Loc) -> Place:
        """Where the key of the value stands."""
        node = find_key(self.root, loc)
        return Place(self.file, node.line, node.column)

    def say(self, code: str, place: Place, /, *, hint: str = "", **words: Any) -> None:
        """Reports one finding; of one code, no more than anyone could read."""
        self._said[code] += 1
        if self._said[code] <= MOST_ALIKE:
            self.found.append(finding(code, place, hint=hint, **words))

    def name(self, kind: str, word: str, loc: Loc) -> str:
        """The word that stands there, reported when nothing of this kind has that name."""
        if not self._knows(kind, word):
            self._unknown(kind, word, self.place(loc))
        return word

    def named(self, kind: str, words: Iterable[str], loc: Loc) -> tuple[str, ...]:
        """The words, each reported that is not a name of this kind; `loc` leads to the list, or to its one word."""
        return tuple([self.name(kind, word, (*loc, number)) for number, word in enumerate(words)])

    def keyed(self, kind: str, shifts: Mapping[str, int], loc: Loc) -> dict[str, int]:
        """The mapping, each key reported that is not a name of this kind."""
        for word in shifts:
            if not self._knows(kind, word):
                self._unknown(kind, word, self.key_place((*loc, word)))
        return dict(shifts)

    def _knows(self, kind: str, word: str) -> bool:
        known = self.names.get(kind)
        return known is None or word in known

    def _unknown(self, kind: str, word: str, place: Place) -> None:
        hint = self._hint(kind, word, self.names[kind])
        self.say("SC012", place, word=word, kind=KINDS[kind], hint=hint)

    def condition(self, text: str, loc: Loc) -> Condition | None:
        """The condition written there; reported, and None, when it does not parse. No text is no condition."""
        if not text:
            return None
        if text in self._sound:
            return self._sound[text]
        node, found = find(self.root, loc), len(self.found)
        indent = len(text) - len(text.lstrip())
        try:
            condition = parse(text)
        except ConditionFault as fault:
            self.say("SC024", at(node, indent + fault.column - 1, self.file), why=fault.message)
            return None
        for kind, word in mentions(condition):
            if not self._knows(kind, word):
                offset = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
                self._unknown(kind, word, at(node, offset.start() if offset else 0, self.file))
        if len(self.found) == found:
            self._sound[text] = condition
        return condition

    def todos(self) -> None:
        """A note for every TODO in a text."""
        for node in scalars(self.root):
            found = _TODO.search(node.text)
            if found:
                self.say("SC032", at(node, found.start(), self.file))

    def _hint(self, kind: Kind | str, word: str, known: Iterable[str]) -> str:
        if kind == "flag" and word in self.names.get("gauge", ()):
            return "this is a gauge: compare it with a number"
        if kind == "gauge" and word in self.names.get("flag", ()):
            return "this is a flag: it stands alone"
        if len(self.found) >= _MOST_HINTS:
            return ""
        return did_you_mean(word, known) or self._there_are(kind, known)

    def _there_are(self, kind: Kind | str, known: Iterable[str]) -> str:
        """Where nothing is near: the few that there are, or where many stand."""
        words = sorted(known)
        if kind in _OF_THE_RUBRIC and len(words) > _MOST_NAMED:
            return "all that there are stand in the rubric"
        return f"there are {', '.join(words)}" if 0 < len(words) <= _MOST_NAMED else ""


_TODO = re.compile(r"\bTODO\b")
_OF_THE_RUBRIC = frozenset(("code", "family", "pose", "pull", "marker", "strategy", "tag", "quality"))
_MOST_NAMED = 8
"""Names in one hint at most."""
_MOST_HINTS = 100
"""Looking for near names is slow; a file with more faults than this has another trouble."""
