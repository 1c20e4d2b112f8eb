"""The part of a passage that only Attune reads: a comment at its end, with everything that text and links cannot say.

What is read from it is plain values that anybody may have changed: whether they make sense is asked when the scenario
that comes of them is compiled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any

from game.scenario.events import HIDDEN
from game.scenario.spelling import LONGEST_KEY
from game.twee.passages import Report, json_object

BEGINS, ENDS = "<!-- attune", "-->"
"""The lines around it. Twine's story formats show no comments."""

MARK = 8
"""Characters of a mark, by which a line or link is known again: two of a passage hardly ever share one."""

DEEPEST = 12
"""Levels of lists and mappings in a block at most."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A passage's text without the block, and what the block says."""

    text: str
    known: Mapping[str, Any] = field(default_factory=dict)
    """Empty where there is no block, or none that can be understood."""


def parted(text: str, line: int, report: Report) -> Parted:
    """The two parts of a passage's text, of which the first line stands in this line of the file."""
    lines = text.split("\n")
    if BEGINS not in lines:
        return Parted(text)
    begins = lines.index(BEGINS)
    try:
        ends = lines.index(ENDS, begins)
    except ValueError:
        report.say("SC149", line + begins, why=f"there is no line '{ENDS}' after it")
        return Parted("\n".join(lines[:begins]))
    inner = "\n".join(lines[begins + 1 : ends])
    left = "\n".join([*lines[:begins], *[""] * (ends + 1 - begins), *lines[ends + 1 :]])
    made = json_object(inner, "what Attune knew of this passage", line + begins + 1, 1, report)
    if not _fits(made, DEEPEST):
        report.say("SC149", line + begins, why="it goes too deep, or has a name that is too long")
        made = {}
    return Parted(left, _clean(made))


def _fits(value: Any, deep: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    keys_fit = isinstance(value, list) or all(0 < len(key) <= LONGEST_KEY for key in value)
    return deep > 0 and keys_fit and all(_fits(one, deep - 1) for one in _held(value))


def _held(value: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _clean(value: Any) -> Any:
    """The value without characters that YAML does not allow."""
    match value:
        case str():
            return HIDDEN.sub("", value)
        case list():
            return [_clean(one) for one in value]
        case dict():
            return {HIDDEN.sub("", key): _clean(one) for key, one in value.items()}
    return value


# -- writing -------------------------------------------------------------------------------------------------------
def block_text(known: Mapping[str, Any]) -> str:
    """The comment that carries these values: a line for each key, and for each of what a key holds."""
    return "\n".join([BEGINS, "{", ",\n".join(_rows(known, "")), "}", ENDS])


def _rows(known: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in known.items():
        head = f"{indent}{_json(key)}: "
        if not indent and isinstance(value, dict) and value:
            yield head + "{\n" + ",\n".join(_rows(value, indent + " ")) + "\n" + indent + "}"
        elif not indent and isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield head + "[\n" + ",\n".join(f"{indent} {_json(one)}" for one in value) + "\n" + indent + "]"
        else:
            yield head + _json(value)


def _json(value: Any) -> str:
    """JSON that ends no comment and holds nothing that Twine takes for a link."""
    told = json.dumps(value, ensure_ascii=False)
    return told.replace("-->", "--\\u003e").replace("<!--", "\\u003c!--").replace("[[", "[\\u005b")


# -- knowing again -------------------------------------------------------------------------------------------------
def mark(*shown: str) -> str:
    """By what a line or link is known again: a digest of what is shown of it."""
    told = "\0".join(" ".join(one.split()) for one in shown)
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:MARK]


@dataclass(frozen=True, slots=True)
class Again:
    """What is known of something shown."""

    number: int
    """Which of the known it is."""
    same: bool
    """Whether it is unchanged; else it has been rewritten."""


_MOST_COMPARED = 250_000


def known_again(shown: Sequence[str], known: Sequence[str]) -> list[Again | None]:
    """For each mark shown, which of the known it is: the same, or rewritten in its place; None for what is new."""
    found: list[Again | None] = [None] * len(shown)
    for tag, old, old_end, new, new_end in _changes(known, shown):
        for step in range(min(old_end - old, new_end - new)):
            found[new + step] = Again(old + step, tag == "equal")
    return found


def _changes(known: Sequence[str], shown: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    head = _alike(known, shown)
    tail = _alike(known[head:][::-1], shown[head:][::-1])
    old, new = known[head : len(known) - tail], shown[head : len(shown) - tail]
    yield "equal", 0, head, 0, head
    if len(old) * len(new) <= _MOST_COMPARED:
        for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield tag, head + i, head + i_end, head + j, head + j_end
    else:
        yield "replace", head, head + len(old), head, head + len(new)
    yield "equal", len(known) - tail, len(known), len(shown) - tail, len(shown)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many marks the two begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
