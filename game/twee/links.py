"""What stands in a passage for a reader: lines of text, and links; and the same the other way round.

Orders to story formats are found and left as they are; none is carried out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One line of text that is not blank."""

    text: str
    line: int
    """Counted from 1 in the passage's text."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link to a passage."""

    text: str
    target: str
    line: int
    column: int
    bare: bool
    """Whether it is written as its target alone: `[[target]]`."""


@dataclass(frozen=True, slots=True)
class Content:
    """A passage's text, taken apart."""

    said: tuple[Said, ...]
    links: tuple[Link, ...]


def content_of(text: str) -> Content:
    """The lines and links of a text. A line with nothing but links, and marks of a list, says nothing."""
    said: list[Said] = []
    links: list[Link] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        found = list(_links(line, number)) if "[[" in line else []
        left = _left(line, found)
        if left and not (found and _MARKS.fullmatch(_left(line, found, shown=False))):
            said.append(Said(left, number))
        links.extend(link for _, link in found)
    return Content(tuple(said), tuple(links))


_MARKS = re.compile(r"[\s*+>|,;•·-]*(\d+[.)])?[\s*+>|,;.•·-]*")
_ELSEWHERE = re.compile(r"[a-z][a-z+.-]*://|mailto:", re.I)
_Span = tuple[int, int]


def _links(line: str, number: int) -> Iterator[tuple[_Span, Link]]:
    start = line.find("[[")
    while start >= 0:
        end = line.find("]]", start + 2)
        if end < 0:
            return
        inside = line.count("[", start + 2, end) - line.count("]", start + 2, end)
        while inside > 0 and line[end + 2 : end + 3] == "]":  # a name, or what SugarCube sets, has brackets of its own
            inside, end = inside - 1, end + 1
        link = _link(line[start + 2 : end], number, start + 1)
        if not _ELSEWHERE.match(link.target):
            yield (start, end + 2), link
        start = line.find("[[", end + 2)


def _link(inner: str, line: int, column: int) -> Link:
    """The last `->` parts text and target, else the first `<-`, else a single `|`."""
    inner = inner.partition("][")[0]  # what SugarCube sets on the way
    if "->" in inner:
        text, _, target = inner.rpartition("->")
    elif "<-" in inner:
        target, _, text = inner.partition("<-")
    else:
        text, _, target = inner.partition("|")
        if not _:
            return Link(inner.strip() or "…", inner.strip(), line, column, bare=True)
    return Link(text.strip() or target.strip() or "…", target.strip(), line, column, bare=False)


def _left(line: str, found: list[tuple[_Span, Link]], *, shown: bool = True) -> str:
    """The line with each link replaced by its text, or by nothing."""
    parts, at = [], 0
    for (start, end), link in found:
        parts += [line[at:start], link.text if shown else ""]
        at = end
    return "".join([*parts, line[at:]]).strip()


# -- orders to story formats ---------------------------------------------------------------------------------------
_MACRO = re.compile(
    r"<<\s*/?[A-Za-z=_-][^<>\n]{0,80}>>"  # SugarCube
    r"|\([a-z][a-z0-9-]{0,30}:"  # Harlowe
    r"|<%[^\n]{0,80}?%>"  # Snowman
    r"|<!--|/%|/\*"  # comments, which story formats do not show
    r"|^\[(?:if|unless|else|after|cont|continue|align|note|JavaScript|CSS)\b[^\]\n]{0,80}\]"  # Chapbook
    r"|\{(?:embed|reveal|cycling|dropdown|text input|restart|back|var)\b[^}\n]{0,80}\}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Macros:
    """The orders in a text: the first with its place, and how many there are."""

    first: str
    line: int
    column: int
    count: int


def macros_of(text: str) -> Macros | None:
    """What a story format would carry out; None where there is nothing."""
    found = _MACRO.finditer(text)
    first = next(found, None)
    if first is None:
        return None
    before = text.rfind("\n", 0, first.start())
    line = text.count("\n", 0, first.start()) + 1
    return Macros(first.group(), line, first.start() - before, 1 + sum(1 for _ in found))


# -- the other way round -------------------------------------------------------------------------------------------
def said_text(text: str) -> str:
    """The text as one line of a passage that holds no link and opens no comment."""
    flat = " ".join(text.split()).replace("<!--", "<! --")
    return _unbracketed(flat) or "…"


def link_text(text: str, target: str) -> str:
    """A link to that passage."""
    return f"[[{_unbracketed(said_text(text)).replace('][', '] [')}->{target}]]"


def comes_back(text: str) -> bool:
    """Whether a line of a passage, read again, is exactly this text."""
    return [one.text for one in content_of(said_text(text)).said] == [text]


def link_comes_back(text: str) -> bool:
    """Whether a link with this text, read again, has exactly this text and stands alone."""
    found = content_of(link_text(text, "target"))
    return not found.said and [one.text for one in found.links] == [text]


def _unbracketed(text: str) -> str:
    while "[[" in text or "]]" in text:
        text = text.replace("[[", "[ [").replace("]]", "] ]")
    return text if not text.endswith("]") else text + " "
