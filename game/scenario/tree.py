"""The tree of a YAML file: values that know their places, the ways to them, and what a plain scalar means.

It reads no YAML: `source` makes the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from game.scenario.model import Place

Scalar = str | int | float | bool | None
Loc = Sequence[str | int]
"""The way to a value: keys and positions from the root."""


class Node(NamedTuple):
    """One value of the file, with its place. Lines and columns count from 1."""

    kind: Literal["scalar", "list", "mapping"]
    value: Any
    """A Scalar, a tuple of Nodes, or a dict of key -> Entry."""
    text: str
    """A scalar as it was written, without quotes; empty for lists and mappings."""
    line: int
    column: int
    end: int
    """The column after its last character, when it ends in the line it begins; else its own column."""


class Entry(NamedTuple):
    """One key of a mapping with its value."""

    key: Node
    value: Node


def plain(node: Node) -> Any:
    """The value without places: dicts, lists and scalars."""
    if node.kind == "mapping":
        return {key: plain(entry.value) for key, entry in node.value.items()}
    if node.kind == "list":
        return [plain(item) for item in node.value]
    return node.value


def find(node: Node, loc: Loc) -> Node:
    """The node that the way leads to. Steps that the tree does not have are left out."""
    for step in loc:
        if node.kind == "mapping" and isinstance(step, str) and step in node.value:
            node = node.value[step].value
        elif node.kind == "list" and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return node


def find_key(node: Node, loc: Loc) -> Node:
    """The node of the last key of the way, or the value where the way ends in a list."""
    found = node
    for step in loc:
        if node.kind == "mapping" and isinstance(step, str) and step in node.value:
            found, node = node.value[step]
        elif node.kind == "list" and isinstance(step, int) and step < len(node.value):
            found = node = node.value[step]
    return found


def scalars(root: Node) -> Iterator[Node]:
    """Every scalar value of the tree, in no special order; one that aliases share comes once."""
    waiting, met = [root], set()
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar":
            yield node
        elif id(node) not in met:
            met.add(id(node))
            waiting.extend(entry.value for entry in node.value.values()) if node.kind == "mapping" else waiting.extend(
                node.value
            )


def at(node: Node, offset: int, name: str) -> Place:
    """The place of one character of a scalar's text, where it can be told; else the place of the scalar."""
    quotes = node.end - node.column - len(node.text)
    within = node.column + offset + quotes // 2 if quotes in (0, 2) else node.column
    return Place(name, node.line, within)


def scalar_meaning(text: str) -> Scalar:
    """What a plain scalar means by the YAML 1.2 core schema; `012` is a word, as `no`, `on` and `1:30` are."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER or text[0] not in "+-.0123456789":
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _OTHER_INT.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else text


_WORDS: Mapping[str, bool | float | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".inf": float("inf"), "-.inf": float("-inf"),
}  # fmt: skip
_LONGEST_NUMBER = 100
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OTHER_INT = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+")
