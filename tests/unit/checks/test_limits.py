"""Every limit is the limit of a finding; that authors can read all of them is held by `test_docs`."""

from __future__ import annotations

from game.checks.limits import LIMITS
from game.scenario.findings import TABLE


def test_every_limit_belongs_to_a_finding() -> None:
    assert {row.code for row in LIMITS.values()} <= set(TABLE)
