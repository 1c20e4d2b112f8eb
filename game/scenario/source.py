"""Files in, and YAML as a tree in which every value knows its place. The only door of yaml, and of files below app.

It does not know what a scenario is: keys and values mean nothing here.
"""

from __future__ import annotations

import gc
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from game.scenario.findings import Finding, finding
from game.scenario.model import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 4 * 1024 * 1024
"""Bytes of a file at most."""

DEEPEST = 40
"""Levels of lists and mappings at most."""

MOST_ALIASED = 1_000
"""Nodes that all aliases of a file may stand for."""

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


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read."""

    name: str
    """The path as findings show it."""
    content: bytes
    findings: tuple[Finding, ...] = ()
    """Why it could not be read; then `content` is empty."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, for showing a finding in its line."""
        return tuple(re.split(r"\r\n|\r|\n", self.content.decode("utf-8-sig", errors="replace")))


# -- files ---------------------------------------------------------------------------------------------------------
def read(path: Path, name: str = "") -> Source:
    """The bytes of the file; a file that cannot be read or is too large comes back empty, with the finding."""
    shown = name or str(path)
    place = Place(shown, 1, 1)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
            size = len(content) if len(content) <= LARGEST else max(os.fstat(file.fileno()).st_size, len(content))
    except (OSError, ValueError) as error:
        return Source(shown, b"", (finding("SC001", place, why=_why(error)),))
    if size > LARGEST:
        return Source(shown, b"", (finding("SC002", place, size=size, most=LARGEST),))
    return Source(shown, content)


def keep(path: Path, content: bytes) -> bool:
    """Writes a file that may be lost: whole or not at all; False where nothing can be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        return False
    return True


def _why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "it is a folder"
        case PermissionError():
            return "permission is denied"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


# -- the tree ------------------------------------------------------------------------------------------------------
def parse(content: bytes, name: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of a YAML file, and what is wrong with it as YAML. Never raises; no tree where none makes sense."""
    place = Place(name, 1, 1)
    if len(content) > LARGEST:
        return None, (finding("SC002", place, size=len(content), most=LARGEST),)
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return None, (finding("SC003", place, why="it is UTF-16 or UTF-32"),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(content, error, name),)
    hidden = _HIDDEN.search(text)
    if hidden:
        return None, (finding("SC004", _place_at(text, hidden.start(), name), name=_character(hidden.group())),)
    builder = _Builder(name)
    with _collector_paused():
        builder.build(text)
    return builder.root, tuple(builder.findings)


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
            waiting.extend(entry.value for entry in node.value.values()) if node.kind == "mapping" else waiting.extend(node.value)


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
_HIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow, and the line ends that editors do not show as such."""


def _character(character: str) -> str:
    return f"U+{ord(character):04X}"


def _place_at(text: str, index: int, name: str) -> Place:
    before = re.split(r"\r\n|\r|\n", text[:index])
    return Place(name, len(before), len(before[-1]) + 1)


def _not_utf8(content: bytes, error: UnicodeDecodeError, name: str) -> Finding:
    before = content[: error.start].decode("utf-8-sig", errors="replace")
    return finding("SC003", _place_at(before, len(before), name), why=f"the byte 0x{content[error.start]:02X} stands here")


@contextmanager
def _collector_paused() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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


class _Stop(Exception):
    """Nothing after this place can be read."""


class _Builder:
    """Makes the tree from parse events with a stack of its own, so that no file can exhaust Python's."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int, int]] = {}
        self.aliased = 0
        self.documents = 0

    def build(self, text: str) -> None:
        yaml, loader_class = _yaml()
        loader = loader_class(text)
        try:
            while loader.check_event():
                self.take(loader.get_event())
        except yaml.MarkedYAMLError as error:
            self.root = None
            self.findings.append(_syntax(error, text, self.name))
        except yaml.YAMLError as error:
            self.root = None
            self.findings.append(finding("SC005", Place(self.name, 1, 1), why=str(error).split("\n")[0]))
        except _Stop:
            self.root = None
        finally:
            loader.dispose()
        if self.root is None and not self.findings:
            self.findings.append(finding("SC016", Place(self.name, 1, 1)))

    def take(self, event: Any) -> None:
        match type(event).__name__:
            case "ScalarEvent":
                self.scalar(event)
            case "MappingStartEvent":
                self.begin(event, "mapping")
            case "SequenceStartEvent":
                self.begin(event, "list")
            case "MappingEndEvent" | "SequenceEndEvent":
                self.close(event)
            case "AliasEvent":
                self.alias(event)
            case "DocumentStartEvent":
                self.document(event)

    def report(self, code: str, event: Any, **words: Any) -> None:
        place = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        self.findings.append(finding(code, place, **words))

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report("SC015", event)
            raise _Stop

    def tagged(self, event: Any) -> None:
        if event.tag is not None:
            self.report("SC007", event, tag=_short_tag(event.tag))

    def scalar(self, event: Any) -> None:
        self.tagged(event)
        text = event.value
        start, end = event.start_mark, event.end_mark
        if event.style == '"':
            hidden = _HIDDEN.search(text)
            if hidden:
                self.report("SC004", event, name=_character(hidden.group()))
                text = text.encode("utf-8", "replace").decode()
        value = text if event.style else scalar_meaning(text)
        last = end.column if end.line == start.line else start.column
        node = Node("scalar", value, text, start.line + 1, start.column + 1, last + 1)
        self.anchor(event.anchor, node, 1, 0)
        self.put(node, 1, 0, event)

    def begin(self, event: Any, kind: Literal["list", "mapping"]) -> None:
        self.tagged(event)
        if len(self.stack) >= DEEPEST:
            self.report("SC009", event, most=DEEPEST)
            raise _Stop
        if event.anchor:
            self.anchors.pop(event.anchor, None)
        self.stack.append(_Open(kind, event.anchor, event.start_mark.line + 1, event.start_mark.column + 1))

    def close(self, event: Any) -> None:
        top = self.stack.pop()
        value: Any = top.entries if top.kind == "mapping" else tuple(top.items)
        end = event.end_mark.column + 1 if event.end_mark.line + 1 == top.line else top.column
        node = Node(top.kind, value, "", top.line, top.column, end)
        self.anchor(top.anchor, node, top.size, top.height)
        self.put(node, top.size, top.height, event)

    def anchor(self, name: str | None, node: Node, size: int, height: int) -> None:
        if name:
            self.anchors[name] = (node, size, height)

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            inside = any(level.anchor == event.anchor for level in self.stack)
            why = f"'*{event.anchor}' stands inside what it stands for" if inside else f"nothing is marked '&{event.anchor}'"
            self.report("SC008", event, why=why)
            raise _Stop
        node, size, height = self.anchors[event.anchor]
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            self.report("SC008", event, why=f"the aliases of this file stand for more than {MOST_ALIASED:,} values")
            raise _Stop
        if len(self.stack) + height > DEEPEST:
            self.report("SC009", event, most=DEEPEST)
            raise _Stop
        self.put(node, size, height, event)

    def put(self, node: Node, size: int, height: int, event: Any) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        if top.kind == "list":
            top.items.append(node)
        elif top.key is None:
            top.key = self.key(node, event)
        else:
            self.entry(top, top.key, node)
            top.key = None

    def key(self, node: Node, event: Any) -> Node:
        if node.kind != "scalar":
            self.findings.append(_bad_key(node, self.name, f"a {node.kind} cannot be a key"))
        elif node.text == "<<" and not getattr(event, "style", None):
            self.findings.append(_bad_key(node, self.name, "'<<' merges one mapping into another, which is not done here"))
        return node

    def entry(self, top: _Open, key: Node, value: Node) -> None:
        if key.kind != "scalar":
            return
        if key.text in top.entries:
            first = top.entries[key.text].key.line
            place = Place(self.name, key.line, key.column)
            self.findings.append(finding("SC006", place, key=key.text, first=first))
            return
        top.entries[key.text] = Entry(key, value)


def _bad_key(node: Node, name: str, why: str) -> Finding:
    return finding("SC014", Place(name, node.line, node.column), why=why)


def _yaml() -> tuple[Any, Any]:
    import yaml  # not at the top: a player whose scenarios are cached never needs it

    return yaml, getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


_SAID = (
    ("mapping values are not allowed", "a colon makes this a key", "put the text in quotes"),
    ("could not find expected ':'", "a key without its colon", ""),
    ("did not find expected key", "the indentation changes, or a quote or bracket is not closed", "look at the line above too"),
    ("expected <block end>", "the indentation changes, or a quote or bracket is not closed", "look at the line above too"),
    ("did not find expected '-' indicator", "this is not an item of the list above", "look at the indentation"),
    ("expected ',' or", "a comma or a closing bracket is missing", ""),
    ("unexpected end of stream", "a quote is opened and not closed", ""),
    ("end of stream", "a quote is opened and not closed", ""),
    ("cannot start any token", "this character cannot begin a text", "put the text in quotes"),
    ("unknown escape", "this is not an escape of a double-quoted text", "use '...' or write \\\\ for a backslash"),
)


def _syntax(error: Any, text: str, name: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
    problem = error.problem or error.context or "it cannot be read"
    if mark and text[mark.index : mark.index + 1] == "\t":
        return finding("SC005", place, why="a tab stands where only spaces may", hint="indent with spaces")
    for said, why, hint in _SAID:
        if said in problem:
            return finding("SC005", place, why=why, hint=hint)
    return finding("SC005", place, why=problem)
