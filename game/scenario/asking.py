"""Conditions made ready to be asked often: each becomes a function of a World, once per scenario.

It asks and never changes anything; the grammar is in `condition`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.scenario.condition import (
    All,
    Any,
    Chose,
    ChoseCode,
    Compare,
    Condition,
    ErrorWithin,
    Has,
    LastCode,
    LastFamily,
    Not,
    Repaired,
    Ruptured,
    Seen,
    SinceOpened,
)
from game.scenario.model import (
    Code,
    Scenario,
)
from game.scenario.world import World

Test = Callable[[World], bool]
"""A condition made ready."""

_Number = Callable[[World], int]


class Asking:
    """The conditions of one scenario, each made ready when first asked for."""

    def __init__(self, scenario: Scenario, index: Mapping[str, int]) -> None:
        self.scenario = scenario
        self._index = index
        self._tests: dict[Condition, Test] = {}

    def test(self, condition: Condition | None) -> Test:
        """The condition as a function of a World; no condition always holds."""
        if condition is None:
            return _always
        found = self._tests.get(condition)
        if found is None:
            found = self._tests[condition] = self._compile(condition)
        return found

    def _compile(self, condition: Condition) -> Test:
        match condition:
            case Compare(left, op, right):
                return _comparison(self._value(left), op, self._value(right))
            case Ruptured(name):
                named = self._named(name)
                return lambda world: not named.isdisjoint(world.open)
            case LastFamily(family):
                members = self._codes_where(lambda code: code.family == family)
                return lambda world: bool(world.last) and world.last[-1] in members
            case ErrorWithin(count):
                errors = self._codes_where(lambda code: code.is_error)
                return lambda world: not errors.isdisjoint(world.last[-count:])
            case Not(inner):
                test = self.test(inner)
                return lambda world: not test(world)
            case All(parts):
                tests = tuple(self.test(part) for part in parts)
                return lambda world: all(test(world) for test in tests)
            case Any(parts):
                tests = tuple(self.test(part) for part in parts)
                return lambda world: any(test(world) for test in tests)
            case _:
                return _membership(condition)

    def _value(self, side: str | int) -> Callable[[World], int]:
        if isinstance(side, int):
            return lambda _: side
        at = self._index[side]
        return lambda world: world.gauges[at]

    def _named(self, name: str) -> frozenset[str]:
        ruptures = self.scenario.ruptures.values()
        return frozenset(rupture.id for rupture in ruptures if name in (rupture.id, rupture.kind, rupture.marker))

    def _codes_where(self, wanted: Callable[[Code], bool]) -> frozenset[str]:
        return frozenset(code.id for code in self.scenario.rubric.codes.values() if wanted(code))


def _always(_: World) -> bool:
    return True


def _membership(condition: Condition) -> Test:
    match condition:
        case Has(flag):
            return lambda world: flag in world.flags
        case Repaired(rupture):
            return lambda world: rupture in world.repaired
        case Seen(beat):
            return lambda world: beat in world.seen
        case Chose(beat, response):
            key = f"{beat}/{response}"
            return lambda world: key in world.used
        case ChoseCode(code):
            return lambda world: code in world.codes
        case LastCode(code):
            return lambda world: bool(world.last) and world.last[-1] == code
        case SinceOpened(code):
            return lambda world: bool(world.since) and code in world.since[-1]
    raise TypeError(f"not a leaf: {condition!r}")


def _comparison(left: _Number, op: str, right: _Number) -> Test:
    match op:
        case "<":
            return lambda world: left(world) < right(world)
        case "<=":
            return lambda world: left(world) <= right(world)
        case ">":
            return lambda world: left(world) > right(world)
        case ">=":
            return lambda world: left(world) >= right(world)
        case "==":
            return lambda world: left(world) == right(world)
    return lambda world: left(world) != right(world)
