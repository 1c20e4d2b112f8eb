"""Parse events of a YAML file made into a tree, with what is wrong with it.

It takes the events one by one and does not know who reads them from the text (`source`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from game.scenario.findings import MOST_ALIKE, Finding, finding
from game.scenario.model import Place
from game.scenario.tree import Entry, Node, scalar_meaning

DEEPEST = 40
"""Levels of lists and mappings at most."""

MOST_ALIASED = 1_000
"""Nodes that all aliases of a file may stand for."""

HIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow, and the line ends that editors do not show as such."""


def character_name(character: str) -> str:
    """How a character without a shape is named: `U+0000`."""
    return f"U+{ord(character):04X}"


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    kind: Literal["list", "mapping"]
    anchor: str | None
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Node | None = None
    size: int = 1
    height: int = 1


class Builder:
    """Makes the tree from parse events with a stack of its own, so that no file can exhaust Python's."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.wants_more = True
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._aliased = 0
        self._documents = 0

    def report(self, what: Finding) -> None:
        """A fault that does not keep one from reading on, unless there is no end to them."""
        self.findings.append(what)
        if len(self.findings) > MOST_ALIKE:
            self.root = None
            self.wants_more = False

    def give_up(self, why: Finding) -> None:
        """Nothing after this finding can be read, and what came before makes no sense without it."""
        self.findings.append(why)
        self.root = None
        self.wants_more = False

    def take(self, event: Any) -> None:
        """Takes the next event; the tree is whole when the last has been taken."""
        match type(event).__name__:
            case "ScalarEvent":
                self._scalar(event)
            case "MappingStartEvent":
                self._begin(event, "mapping")
            case "SequenceStartEvent":
                self._begin(event, "list")
            case "MappingEndEvent" | "SequenceEndEvent":
                self._close(event)
            case "AliasEvent":
                self._alias(event)
            case "DocumentStartEvent":
                self._document(event)

    def _found(self, code: str, event: Any, **words: Any) -> Finding:
        place = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        return finding(code, place, **words)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self.give_up(self._found("SC015", event))

    def _tagged(self, event: Any) -> None:
        self.report(self._found("SC007", event, tag=_short_tag(event.tag)))

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._tagged(event)
        text, style, start, end = event.value, event.style, event.start_mark, event.end_mark
        if style == '"':
            text = self._shown(event, text)
        value = text if style else scalar_meaning(text)
        line, column = start.line + 1, start.column + 1
        node = Node("scalar", value, text, line, column, end.column + 1 if end.line + 1 == line else column)
        if event.anchor:
            self._anchors[event.anchor] = (node, 1, 0)
        self._put(node, 1, 0, event)

    def _shown(self, event: Any, text: str) -> str:
        """What stands in double quotes; an escape can hide in it what no editor shows."""
        hidden = HIDDEN.search(text)
        if hidden is None:
            return text
        self.report(self._found("SC004", event, name=character_name(hidden.group())))
        return text.encode("utf-8", "replace").decode()

    def _begin(self, event: Any, kind: Literal["list", "mapping"]) -> None:
        if event.tag is not None:
            self._tagged(event)
        if len(self._stack) >= DEEPEST:
            self.give_up(self._found("SC009", event, most=DEEPEST))
            return
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        self._stack.append(_Open(kind, event.anchor, event.start_mark.line + 1, event.start_mark.column + 1))

    def _close(self, event: Any) -> None:
        top = self._stack.pop()
        value: Any = top.entries if top.kind == "mapping" else tuple(top.items)
        end = event.end_mark.column + 1 if event.end_mark.line + 1 == top.line else top.column
        node = Node(top.kind, value, "", top.line, top.column, end)
        if top.anchor:
            self._anchors[top.anchor] = (node, top.size, top.height)
        self._put(node, top.size, top.height, event)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            self.give_up(self._found("SC008", event, why=self._lost(event.anchor)))
            return
        node, size, height = self._anchors[event.anchor]
        self._aliased += size
        if self._aliased > MOST_ALIASED:
            why = f"the aliases of this file stand for more than {MOST_ALIASED:,} values"
            self.give_up(self._found("SC008", event, why=why))
        elif len(self._stack) + height > DEEPEST:
            self.give_up(self._found("SC009", event, most=DEEPEST))
        else:
            self._put(node, size, height, event)

    def _lost(self, anchor: str) -> str:
        if any(level.anchor == anchor for level in self._stack):
            return f"'*{anchor}' stands inside what it stands for"
        return f"nothing is marked '&{anchor}'"

    def _put(self, node: Node, size: int, height: int, event: Any) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        top.size += size
        if height >= top.height:
            top.height = height + 1
        if top.kind == "list":
            top.items.append(node)
        elif top.key is None:
            top.key = node
            if node.kind != "scalar" or node.text == "<<":
                self._odd_key(node, event)
        else:
            self._entry(top, top.key, node)
            top.key = None

    def _odd_key(self, node: Node, event: Any) -> None:
        if node.kind != "scalar":
            self.report(_bad_key(node, self.name, f"a {node.kind} cannot be a key"))
        elif not getattr(event, "style", None):
            self.report(_bad_key(node, self.name, "'<<' merges mappings, which is not done here"))

    def _entry(self, top: _Open, key: Node, value: Node) -> None:
        if key.kind != "scalar":
            return
        entry = top.entries.setdefault(key.text, Entry(key, value))
        if entry.key is not key:
            place = Place(self.name, key.line, key.column)
            self.report(finding("SC006", place, key=key.text, first=entry.key.line))


def _bad_key(node: Node, name: str, why: str) -> Finding:
    return finding("SC014", Place(name, node.line, node.column), why=why)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
