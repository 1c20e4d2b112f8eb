"""Tables and wrapped lists in plain text, a hundred columns wide. It knows nothing of scenarios."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

WIDE = 100
"""Columns that everything printed fits into."""


def table(rows: Iterable[Sequence[str]], *, indent: int = 2) -> Iterator[str]:
    """The rows as lines: the first column to the left, all others to the right, two blanks between.

    What does not fit is shortened in the first column.
    """
    cells = [[str(cell) for cell in row] for row in rows]
    if not cells:
        return
    others = [max(len(row[at]) for row in cells) for at in range(1, len(cells[0]))]
    room = WIDE - indent - sum(width + 2 for width in others)
    first = min(room, max(len(row[0]) for row in cells))
    for row in cells:
        right = "".join(f"  {cell:>{width}}" for cell, width in zip(row[1:], others, strict=True))
        yield f"{'':{indent}}{short(row[0], first):{first}}{right}".rstrip()


def short(text: str, width: int) -> str:
    """The text, with `…` where it is too long."""
    return text if len(text) <= width else f"{text[: max(0, width - 1)]}…"


def listed(head: str, names: Iterable[str], *, indent: int = 2) -> Iterator[str]:
    """`head: a, b, c.` wrapped, later lines set in; nothing without names."""
    told = ", ".join(names)
    if told:
        yield from textwrap.wrap(
            f"{head}: {told}.",
            WIDE,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )


def share(part: float, of: float = 1.0) -> str:
    """`31.2 %`; a dash of nothing."""
    return f"{part / of:.1%}".replace("%", " %") if of else "-"


def counted(count: int, thing: str) -> str:
    """`1 play`, `1,000 plays`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
