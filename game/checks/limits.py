"""How much is too much: the limit of every check that counts or measures, in one table.

It compares nothing; each check reads its own row, says its value in the message, and `docs/findings/rules.md`
shows all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Limit(NamedTuple):
    """One row."""

    code: str
    """The finding that is given beyond the limit."""
    value: float
    measures: str
    """What is measured, in words and with its unit."""


LIMITS: Mapping[str, Limit] = {
    # -- ways, choices, points, repairs
    # -- tells, words, content
}
"""Name of a limit -> its row."""


def limit(name: str) -> float:
    """The value of a limit."""
    return LIMITS[name].value
