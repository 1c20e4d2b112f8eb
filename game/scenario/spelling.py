"""Plain values spelt as YAML, in the style in which scenarios are written.

It knows no key of the format; that every value comes back as it was is held by a property test.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.scenario.tree import scalar_meaning

LONGEST_KEY = 500
"""Characters of a key at most: YAML looks for the colon of a key no further than a thousand."""

_PLAIN = re.compile(r"[^\W\d_]([\w .!?'’/-]*[\w.!?])?")
_DOUBTFUL = {"yes", "no", "on", "off"}
"""Words to us, and switches to readers of older YAML."""

_WIDTH = 110
_STEP = 2
_AIRY = {0: 2, _STEP: 5}
"""Indentation -> lines that stand together without a blank one before them."""


def spelt(values: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """The YAML text of these values: mappings with text keys, lists, texts, numbers, switches and nothing.

    Texts must be free of the characters that YAML does not allow (`events.HIDDEN`), keys at most LONGEST_KEY long.
    """
    head = [f"# {comment}" for comment in comments]
    return "\n".join([*head, *_entries(values, 0)]) + "\n"


def _entries(values: Mapping[str, Any], indent: int) -> Iterator[str]:
    if not values:
        yield " " * indent + "{}"
    for number, (key, value) in enumerate(values.items()):
        block = list(_under(f"{_text(key)}:", value, indent))
        if number and len(block) > _AIRY.get(indent, len(block)):
            yield ""
        yield from block


def _under(head: str, value: Any, indent: int) -> Iterator[str]:
    """One key or dash with its value."""
    start = " " * indent + head
    short = _in_one_line(value, indent + len(head))
    if short is not None:
        yield f"{start} {short}"
    elif isinstance(value, str):
        yield f"{start} {'|' if value.endswith(chr(10)) else '|-'}"
        yield from (" " * (indent + _STEP) + line if line else "" for line in value.removesuffix("\n").split("\n"))
    elif head == "-":
        inner = list(_block(value, indent + _STEP))
        yield f"{start} {inner[0].lstrip(' ')}"
        yield from inner[1:]
    else:
        yield start
        yield from _block(value, indent + _STEP)


def _block(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _entries(value, indent)
    else:
        for item in value:
            yield from _under("-", item, indent)


def _in_one_line(value: Any, before: int) -> str | None:
    """Scalars, lists of them, and mappings of them that fit; a line of the client may be as long as it is."""
    if isinstance(value, Mapping):
        inner = [(_text(key), _scalar(one)) for key, one in value.items()]
        told = None if any(one is None for _, one in inner) else [f"{key}: {one}" for key, one in inner]
        return _fitting("{%s}", told, before, always="text" in value)
    if isinstance(value, list | tuple):
        items = [_scalar(one) for one in value]
        return _fitting("[%s]", None if None in items else [str(one) for one in items], before)
    return _scalar(value)


def _fitting(brackets: str, items: list[str] | None, before: int, *, always: bool = False) -> str | None:
    if items is None:
        return None
    whole = brackets % ", ".join(items)
    return whole if always or not items or before + len(whole) <= _WIDTH else None


def _scalar(value: Any) -> str | None:
    """The value in one line; None for what has none: lists, mappings, and texts that are better read in several."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _number(value)
        case str():
            return None if _reads_better_in_lines(value) else _text(value)
    return None


def _number(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    return f"{'-' if value < 0 else ''}.inf" if math.isinf(value) else repr(value)


def _text(value: str) -> str:
    is_word = _PLAIN.fullmatch(value) and scalar_meaning(value) == value and value.lower() not in _DOUBTFUL
    return value if is_word else json.dumps(value, ensure_ascii=False)


def _reads_better_in_lines(value: str) -> bool:
    """Whether a text is of several lines, and such that they can stand as they are."""
    lines = value.removesuffix("\n").split("\n")
    if len(lines) < 2 or "\t" in value or "\r" in value:
        return False
    return bool(lines[0] and lines[-1]) and lines[0][0] != " " and all(line == line.rstrip() for line in lines)
