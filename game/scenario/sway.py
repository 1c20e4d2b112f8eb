"""What the default points and shifts of a code can depend on: which timing rules, and whether the context.

It looks at rubric and codes only; which of it matters at a beat is asked by `live`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from game.scenario.laws import default_claims
from game.scenario.model import Context, Dimension, Rule, Scenario

MOST_RULES = 8
"""With more rules on one code and dimension than this, all of them count as mattering."""


class Sway(NamedTuple):
    """What one default of a code depends on."""

    rules: tuple[Rule, ...]
    """The rules whose firing changes it."""
    context: bool
    """Whether the context changes it."""
    values: frozenset[int]
    """What it can come to: exact for shifts, empty for claims."""


class Sways:
    """The sways of one scenario's codes, each found when first asked for."""

    def __init__(self, scenario: Scenario) -> None:
        kinds = {rupture.kind for rupture in scenario.ruptures.values()}
        self.strained: tuple[Context, ...] = tuple(sorted(kinds))
        """The contexts in which a rupture is open."""
        self.contexts: tuple[Context, ...] = (*self.strained, "none")
        self._rubric = scenario.rubric
        self._claims: dict[tuple[str, Dimension, bool], Sway] = {}
        self._shifts: dict[tuple[str, str], Sway] = {}

    def claim(self, code: str, dimension: Dimension, *, strained: bool) -> Sway:
        """What the code's claim in a dimension depends on; `strained` when it only counts while a rupture is open."""
        key = (code, dimension, strained)
        if key not in self._claims:
            self._claims[key] = self._claim(code, dimension, self.strained if strained else self.contexts)
        return self._claims[key]

    def shift(self, code: str, gauge: str) -> Sway:
        """What the code's shift of a gauge depends on, and all that it can come to."""
        key = (code, gauge)
        if key not in self._shifts:
            self._shifts[key] = self._shift(code, gauge)
        return self._shifts[key]

    def _claim(self, name: str, dimension: Dimension, contexts: Sequence[Context]) -> Sway:
        rules = tuple(rule for rule in self._of(name) if dimension in rule.add or dimension in rule.cap)
        if len(rules) > MOST_RULES:
            return Sway(rules, True, frozenset())
        code = self._rubric.codes[name]
        claims = {
            (context, fired): default_claims(code, context, (rules[at] for at in fired)).get(dimension, 0)
            for context in contexts
            for fired in _subsets(range(len(rules)))
        }
        matter = {
            at
            for (context, fired), points in claims.items()
            for at in fired
            if claims[context, tuple(other for other in fired if other != at)] != points
        }
        by_fired: dict[tuple[int, ...], set[int]] = {}
        for (_, fired), points in claims.items():
            by_fired.setdefault(fired, set()).add(points)
        contextual = any(len(seen) > 1 for seen in by_fired.values())
        return Sway(tuple(rules[at] for at in sorted(matter)), contextual, frozenset())

    def _shift(self, name: str, gauge: str) -> Sway:
        code = self._rubric.codes[name]
        plain = {code.shifts[context].get(gauge, 0) for context in self.contexts}
        rules = tuple(rule for rule in self._of(name) if rule.shifts.get(gauge, 0))
        values = set(plain)
        for rule in rules:
            values |= {value + rule.shifts[gauge] for value in values}
        return Sway(rules, len(plain) > 1, frozenset(values))

    def _of(self, code: str) -> Iterable[Rule]:
        return (rule for rule in self._rubric.rules if code in rule.codes)


def _subsets(parts: Sequence[int]) -> Iterable[tuple[int, ...]]:
    return chain.from_iterable(combinations(parts, size) for size in range(len(parts) + 1))
