"""The table of limits is the one that authors read."""

from __future__ import annotations

import re
from pathlib import Path

from game.checks.limits import LIMITS
from game.scenario.findings import TABLE

RULES = (Path(__file__).parents[3] / "docs" / "findings" / "rules.md").read_text("utf-8")


def test_every_limit_stands_in_the_rules_with_its_value() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| \[(SC\d+)\]", RULES.split("## Limits")[1], re.MULTILINE)
    assert rows == [(name, f"{row.value:g}", row.measures, row.code) for name, row in LIMITS.items()]


def test_every_limit_belongs_to_a_finding() -> None:
    assert {row.code for row in LIMITS.values()} <= set(TABLE)
