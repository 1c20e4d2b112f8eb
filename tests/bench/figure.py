"""One measured figure beside what it must hold, and how figures are put into a table. It measures nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Figure:
    """A row of the table."""

    what: str
    measured: float | None
    """None where it could not be measured; `note` says why."""
    unit: str
    hold: float
    least: bool = False
    """Whether the hold is the least allowed, not the most."""
    note: str = ""

    @property
    def holds(self) -> bool:
        if self.measured is None:
            return False
        return self.measured >= self.hold if self.least else self.measured <= self.hold

    def row(self) -> str:
        measured = "-" if self.measured is None else f"{number(self.measured)} {self.unit}"
        hold = f"{'≥' if self.least else '≤'} {number(self.hold)} {self.unit}"
        verdict = "holds" if self.holds else "not measured" if self.measured is None else "MISSES"
        return f"{self.what:52} {measured:>16}   {hold:>14}   {verdict:12} {self.note}".rstrip()


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2g}"


def p99(samples: Sequence[float]) -> float:
    """The sample that 99 in 100 do not exceed."""
    return sorted(samples)[ceil(len(samples) * 0.99) - 1]


def table(figures: Iterable[Figure]) -> Iterable[str]:
    for figure in figures:
        yield figure.row()
