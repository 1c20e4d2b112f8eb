"""The debrief in a terminal: the whole first, then decision by decision, and a way back into any of them.

It prints what `reports.plain` says and asks where to look next; it keeps nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.app.page import Gone, Page
from game.reports import plain
from game.reports.debrief import Debrief, debrief
from game.scoring.review import EndingsFrom
from game.story.run import Run

ASK = "Enter for the next decision, a number for that one, a for all, r and a number to try that one again, q to end:"


def look_back(run: Run, page: Page, poses: Mapping[str, str], endings_from: EndingsFrom | None) -> int | None:
    """The debrief; None when the trainee has seen enough, or how many decisions should stand when trying again.

    Where the input has ended the rest is printed, so that a session played from a file is told to its end.
    """
    told = debrief(run, endings_from)
    page.blocks(plain.overview(told))
    shown = 0
    while told.moments:
        typed = _next_wish(page)
        if typed is None:
            _show(page, told, range(shown, len(told.moments)), poses)
            return None
        wish = _read(typed, shown, len(told.moments))
        if wish is None:
            return None
        if isinstance(wish, int):
            return wish
        if not wish:
            page.block(f"There are decisions 1 to {len(told.moments)}.")
        _show(page, told, wish, poses)
        shown = wish.stop or shown
        if shown >= len(told.moments) and typed in ("", "a"):
            page.block("That was the last decision.")
    return None


def print_all(run: Run, page: Page, poses: Mapping[str, str], endings_from: EndingsFrom | None) -> None:
    """The whole debrief, every decision included."""
    told = debrief(run, endings_from)
    page.blocks(plain.overview(told))
    _show(page, told, range(len(told.moments)), poses)


def _next_wish(page: Page) -> str | None:
    try:
        return page.ask(ASK).lower()
    except Gone:
        return None


def _read(typed: str, shown: int, count: int) -> range | int | None:
    """Decisions to show (from 0), the number of decisions that should stand, or None to end."""
    again, number = typed.startswith("r"), typed.removeprefix("r").strip()
    if typed in ("q", "quit", "exit"):
        return None
    if typed in ("a", "all"):
        return range(count)
    if not typed:
        return range(shown, shown + 1) if shown < count else None
    if not number.isdecimal() or not 1 <= int(number) <= count:
        return range(0)
    return int(number) - 1 if again else range(int(number) - 1, int(number))


def _show(page: Page, told: Debrief, wanted: range, poses: Mapping[str, str]) -> None:
    for at in wanted:
        page.blocks(plain.moment(told.moments[at], told.client, poses))
