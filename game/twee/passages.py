"""A Twee 3 file read into passages, and written from them (version 3.0.2 of the specification).

It knows headers, tags and metadata; what stands in a passage is read by `links` and `block`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.scenario.events import HIDDEN, character_name
from game.scenario.findings import Finding, finding
from game.scenario.model import Place
from game.scenario.source import place_at

MOST_PASSAGES = 20_000
"""Passages of a file at most."""

MOST_TOLD = 100
"""Findings of one code at most; the last says how many more there are."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its header, and its text without blank lines at the end."""

    name: str
    tags: tuple[str, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    line: int = 1
    """Of its header; the text begins in the next."""


@dataclass(slots=True)
class Report:
    """What is told of one file, as it is found."""

    file: str
    found: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def say(self, code: str, line: int, column: int = 1, **words: object) -> None:
        """One finding, unless there are too many of its kind already."""
        self.counts[code] += 1
        if self.counts[code] <= MOST_TOLD:
            self.found.append(finding(code, Place(self.file, line, column), **_short(words)))

    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, by place."""
        ordered = sorted(self.found, key=lambda found: (found.place.line, found.place.column))
        more = {code: count - MOST_TOLD for code, count in self.counts.items() if count > MOST_TOLD}
        last = {found.code: number for number, found in enumerate(ordered)}
        for code, count in more.items():
            of = ordered[last[code]]
            hint = f"there are {count:,} more like this"
            ordered[last[code]] = Finding(of.code, of.severity, of.place, of.message, hint)
        return tuple(ordered)


_LONGEST_WORD = 80


def _short(words: Mapping[str, Any]) -> dict[str, Any]:
    long = {key: word for key, word in words.items() if isinstance(word, str) and len(word) > _LONGEST_WORD}
    return {**words, **{key: word[: _LONGEST_WORD - 1] + "…" for key, word in long.items() if key != "why"}}


# -- reading -------------------------------------------------------------------------------------------------------
def read_passages(text: str, report: Report) -> tuple[Passage, ...]:
    """All passages of the text, in its order; what could not be understood is left out and reported."""
    shown = without_hidden(text, report)
    passages: list[Passage] = []
    header: Passage | None = None
    held: list[str] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", shown), 1):
        if not line.startswith("::"):
            held.append(line)
            continue
        _keep(passages, header, held, report)
        if len(passages) >= MOST_PASSAGES:
            report.say("SC141", 1, why=f"there are more than {MOST_PASSAGES:,} passages")
            return ()
        header, held = _header(line, number, report), []
    if header is not None:
        _keep(passages, header, held, report)
    return tuple(passages)


def without_hidden(text: str, report: Report) -> str:
    """The text without the characters that YAML does not allow."""
    first = HIDDEN.search(text)
    if first is None:
        return text
    shown, count = HIDDEN.subn("", text)
    place = place_at(text, first.start(), report.file)
    more = f" (and {count - 1:,} more after it)" if count > 1 else ""
    report.say("SC148", place.line, place.column, name=character_name(first.group()), more=more)
    return shown


def _keep(passages: list[Passage], header: Passage | None, held: list[str], report: Report) -> None:
    text = "\n".join(line[1:] if _ESCAPED.match(line) else line for line in held).rstrip()
    if header is not None:
        passages.append(Passage(header.name, header.tags, header.metadata, text, header.line))
    elif text:
        line = next(number for number, one in enumerate(held, 1) if one.strip())
        report.say("SC143", line, why="this stands before the first passage, and is left out")


_ESCAPED = re.compile(r"\\+::")
"""A line of text that would be a header without its first backslash; Twine writes one so."""

_NAME_END = re.compile(r"\\.|[\[{]|<(?=-?\d+,-?\d+>\s*$)")
_TAGS_END = re.compile(r"\\.|\]")
_OLD_POSITION = re.compile(r"<(-?\d+,-?\d+)>$")


def _header(line: str, number: int, report: Report) -> Passage:
    name_end = _unescaped(_NAME_END, line, 2)
    tags: tuple[str, ...] = ()
    rest = name_end
    if line[name_end : name_end + 1] == "[":
        tags, rest = _tags(line, name_end, number, report)
    name = _decoded(line[2:name_end])
    if not name:
        report.say("SC143", number, why="this passage has no name")
    left = line[rest:].lstrip()
    metadata = _metadata(left.rstrip(), number, len(line) - len(left) + 1, report)
    return Passage(name, tags, metadata, line=number)


def _tags(line: str, start: int, number: int, report: Report) -> tuple[tuple[str, ...], int]:
    end = _unescaped(_TAGS_END, line, start + 1)
    if end == len(line):
        report.say("SC143", number, start + 1, why="this bracket is opened and not closed")
    return tuple(map(_decoded, line[start + 1 : end].split())), end + 1


def _metadata(text: str, line: int, column: int, report: Report) -> Mapping[str, Any]:
    old = _OLD_POSITION.match(text)
    if old:
        return {"position": old[1]}
    if text and not text.startswith("{"):
        report.say("SC143", line, column, why="this is neither a tag nor metadata, and is left out")
    return json_object(text, "the metadata", line, column, report) if text.startswith("{") else {}


def json_object(text: str, what: str, line: int, column: int, report: Report) -> dict[str, Any]:
    """The JSON object in this text; empty, and reported, where there is none."""
    try:
        made = json.loads(text)
    except json.JSONDecodeError as error:
        at = (line, column + error.colno - 1) if error.lineno == 1 else (line + error.lineno - 1, error.colno)
        report.say("SC144", *at, what=what, why=error.msg.lower())
        return {}
    except (ValueError, RecursionError):
        report.say("SC144", line, column, what=what, why="it holds a number or a depth that cannot be read")
        return {}
    if not isinstance(made, dict):
        report.say("SC144", line, column, what=what, why="it is no JSON object")
        return {}
    return made


def _unescaped(pattern: re.Pattern[str], line: str, start: int) -> int:
    """Where the first match that is no escaped character begins; the end of the line where there is none."""
    return next((one.start() for one in pattern.finditer(line, start) if one.group()[0] != "\\"), len(line))


def _decoded(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.strip()) if "\\" in text else text.strip()


# -- writing -------------------------------------------------------------------------------------------------------
def twee_text(passages: Iterable[Passage]) -> str:
    """The passages as a Twee 3 file."""
    return "\n\n\n".join("\n".join(_passage_lines(passage)) for passage in passages) + "\n"


def _passage_lines(passage: Passage) -> Iterator[str]:
    tags = f" [{' '.join(map(_encoded, passage.tags))}]" if passage.tags else ""
    told = json.dumps(passage.metadata, ensure_ascii=False, separators=(",", ":"))
    yield f":: {_encoded(passage.name)}{tags}{f' {told}' if passage.metadata else ''}"
    yield from (re.sub(r"^(\\*::)", r"\\\1", line) for line in passage.text.split("\n"))


def _encoded(text: str) -> str:
    return re.sub(r"([\\\[\]{}])", r"\\\1", text)
