"""Files in, and YAML as a tree in which every value knows its place. The only door of yaml, and of files below app.

It does not know what a scenario is: keys and values mean nothing here.
"""

from __future__ import annotations

import gc
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.scenario.events import HIDDEN, Builder, character_name
from game.scenario.findings import Finding, finding
from game.scenario.model import Place
from game.scenario.tree import Node

LARGEST = 4 * 1024 * 1024
"""Bytes of a file at most."""


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
def read(path: Path, name: str = "", *, largest: int = LARGEST) -> Source:
    """The bytes of the file; a file that cannot be read or is too large comes back empty, with the finding."""
    shown = name or str(path)
    place = Place(shown, 1, 1)
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
            size = len(content) if len(content) <= largest else max(os.fstat(file.fileno()).st_size, len(content))
    except (OSError, ValueError) as error:
        return Source(shown, b"", (finding("SC001", place, why=_why(error)),))
    if size > largest:
        return Source(shown, b"", (finding("SC002", place, size=size, most=largest),))
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


def folder_of(path: Path) -> Path:
    """The folder a file or folder lies in, with a name of its own where the path as given tells none (`..`, `.`)."""
    return path.parent if path.parent.name not in ("", "..") else Path(os.path.abspath(path)).parent


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
    text, findings = decoded(content, name)
    if text is None:
        return None, findings
    hidden = HIDDEN.search(text)
    if hidden:
        return None, (finding("SC004", place_at(text, hidden.start(), name), name=character_name(hidden.group())),)
    with collector_paused():
        try:
            builder = _fed(name, text, _fastest())
        except _BeyondTheReader:
            builder = _fed(name, text, _patient())
    return builder.root, tuple(builder.findings)


def decoded(content: bytes, name: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file in UTF-8, or why it is none."""
    place = Place(name, 1, 1)
    if len(content) > LARGEST:
        return None, (finding("SC002", place, size=len(content), most=LARGEST),)
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return None, (finding("SC003", place, why="it is UTF-16 or UTF-32"),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(content, error, name),)


def place_at(text: str, index: int, name: str) -> Place:
    """The place of a character of a text."""
    before = re.split(r"\r\n|\r|\n", text[:index])
    return Place(name, len(before), len(before[-1]) + 1)


def _not_utf8(content: bytes, error: UnicodeDecodeError, name: str) -> Finding:
    before = content[: error.start].decode("utf-8-sig", errors="replace")
    return finding(
        "SC003", place_at(before, len(before), name), why=f"the byte 0x{content[error.start]:02X} stands here"
    )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's search for garbage is off within: among so many new values it costs more than the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _BeyondTheReader(Exception):
    """The fast reader looks ahead and stops at a depth of its own, before the level that is too deep has come."""


def _fed(name: str, text: str, reader: Any) -> Builder:
    import yaml  # not at the top: a player whose scenarios are cached never needs it

    builder, loader = Builder(name), reader(text)
    try:
        while builder.wants_more and loader.check_event():
            builder.take(loader.get_event())
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):
            raise _BeyondTheReader from None
        builder.give_up(_syntax(error, text, name))
    except yaml.YAMLError as error:
        builder.give_up(finding("SC005", Place(name, 1, 1), why=str(error).split("\n")[0]))
    finally:
        loader.dispose()
    if builder.root is None and not builder.findings:
        builder.give_up(finding("SC016", Place(name, 1, 1)))
    return builder


def _fastest() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _patient() -> Any:
    import yaml

    return yaml.SafeLoader


_SAID = (
    ("mapping values are not allowed", "a colon makes this a key", "put the text in quotes"),
    ("could not find expected ':'", "a key without its colon", ""),
    (
        "did not find expected key",
        "the indentation changes, or a quote or bracket is not closed",
        "look at the line above too",
    ),
    (
        "expected <block end>",
        "the indentation changes, or a quote or bracket is not closed",
        "look at the line above too",
    ),
    ("did not find expected '-' indicator", "this is not an item of the list above", "look at the indentation"),
    ("expected ',' or", "a comma or a closing bracket is missing", ""),
    ("unexpected end of stream", "a quote is opened and not closed", ""),
    ("end of stream", "a quote is opened and not closed", ""),
    ("cannot start any token", "this character cannot begin a text", "put the text in quotes"),
    ("unknown escape", "this is not an escape of a double-quoted text", "use '...' or write \\\\ for a backslash"),
)


def _syntax(error: Any, text: str, name: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    place = place_at(text, mark.index, name) if mark else Place(name, 1, 1)
    problem = error.problem or error.context or "it cannot be read"
    if mark and text[mark.index : mark.index + 1] == "\t":
        return finding("SC005", place, why="a tab stands where only spaces may", hint="indent with spaces")
    for said, why, hint in _SAID:
        if said in problem:
            return finding("SC005", place, why=why, hint=hint)
    return finding("SC005", place, why=problem)
