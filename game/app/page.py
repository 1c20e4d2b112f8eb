"""A terminal as a page to write on and a line to read from: wraps at its width and knows when the reader has gone.

It prints plain paragraphs only, with no colour and no cursor movement, so that a screen reader reads them in order.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

NARROWEST, WIDEST = 30, 100
"""Columns: lines longer than this are hard to read even where there is room."""


class Gone(Exception):
    """Nobody is there to answer any more: the input has ended."""


@dataclass(slots=True)
class Page:
    """Where a session in text is written and answered."""

    lines: Iterator[str]
    """What is typed, line by line; its end means that the reader has gone."""
    out: TextIO
    width: int = 80

    def block(self, *lines: str) -> None:
        """Lines that belong together, wrapped, and an empty line after them; nothing at all for no lines."""
        if not lines:
            return
        for line in lines:
            print("\n".join(self.wrapped(line)) or "", file=self.out)
        print(file=self.out)

    def blocks(self, blocks: Iterable[Iterable[str]]) -> None:
        """Several blocks."""
        for block in blocks:
            self.block(*block)

    def wrapped(self, line: str) -> list[str]:
        """One paragraph at this page's width; words are never broken, so that they are read whole."""
        columns = min(WIDEST, max(NARROWEST, self.width - 1))
        return textwrap.wrap(line, columns, break_long_words=False, break_on_hyphens=False)

    def numbered(self, question: str, options: Iterable[str]) -> None:
        """A question and what can be answered, each with its number."""
        self.block(question, *(f"{at}. {option}" for at, option in enumerate(options, start=1)))

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """One of the options, counted from 0; None for Enter alone. Asks again until it understands."""
        self.numbered(question, options)
        while typed := self.ask("Your choice:"):
            if (at := number(typed, len(options))) is not None:
                return at
            self.block(f"Type a number from 1 to {len(options)}.")
        return None

    def ask(self, prompt: str) -> str:
        """What was typed, without blanks around it; raises `Gone` at the end of the input."""
        print(prompt, end=" ", file=self.out, flush=True)
        line = next(self.lines, None)
        if line is None:
            print(file=self.out)
            raise Gone
        print(file=self.out)
        return line.strip()


def number(typed: str, most: int) -> int | None:
    """A number from 1 to `most` as typed, counted from 0; None for anything else."""
    bare = typed.strip().rstrip(".)")
    return int(bare) - 1 if bare.isdecimal() and 1 <= int(bare) <= most else None
