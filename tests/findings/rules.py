"""The page `docs/findings/rules.md`: the rules of the `rules.md` here, with what the program says of each finding.

Severities, names and limits are the program's own; what a rule asks, and how one is met otherwise, is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.checks.limits import LIMITS
from game.scenario.findings import TABLE

WRITTEN = Path(__file__).with_name("rules.md")
HEAD = "| | asks | codes | how |\n|---|---|---|---|"
ROW = re.compile(r"^\| (\d+) \| ([^|]*) \| ([^|]*)\| ([^|]*)\|$", re.M)


def page() -> str:
    """The page as it should stand."""
    written = WRITTEN.read_text("utf-8").replace(HEAD, "| | asks | told by | limits | how |\n|---|---|---|---|---|")
    return ROW.sub(_row, written)


def numbers() -> list[int]:
    """The numbers of the rules, in the order in which they stand."""
    return [int(found[1]) for found in ROW.finditer(WRITTEN.read_text("utf-8"))]


def _row(found: re.Match[str]) -> str:
    number, asks, codes, how = (part.strip() for part in found.groups())
    told = [f"[{code}]({code}.md) {TABLE[code].name}, {TABLE[code].severity}" for code in codes.split()]
    return f"| {number} | {asks} | {'<br>'.join(told)} | {'<br>'.join(_limits(codes.split()))} | {how} |"


def _limits(codes: list[str]) -> Iterator[str]:
    return (f"{row.measures}: **{row.value:g}**" for row in LIMITS.values() if row.code in codes)
