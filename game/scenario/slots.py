"""Everything a World can hold, as bits of one whole number: so that "what can still matter" is a number too.

It knows where each part has its bits and which bits a condition reads; how that flows backwards is `live`.

A gauge has one bit for each step between two neighbouring values: a condition `trust >= 6` reads the step from 5 to 6,
and two values with no read step between them cannot be told apart.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Literal, NamedTuple, assert_never

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
from game.scenario.laws import Laws

FINEST = 1_024
"""A gauge with more steps than this is read as a whole or not at all."""

Part = Literal["flag", "open", "repaired", "used", "seen", "code", "since", "last code", "last family"]

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


class Field(NamedTuple):
    """The bits of one gauge, or of how long errors are remembered."""

    at: int
    width: int
    low: int
    """The gauge's least value: the first bit is the step above it."""
    whole: bool = False
    """One bit for all steps together."""

    @property
    def ones(self) -> int:
        """All its bits, not yet in place."""
        return (1 << self.width) - 1

    @property
    def mask(self) -> int:
        """All its bits, in place."""
        return self.ones << self.at


class Slots:
    """Where the parts of one scenario's Worlds have their bits. Names get theirs when first asked for."""

    def __init__(self, laws: Laws) -> None:
        self.laws = laws
        at = 0
        gauges = []
        for gauge in laws.gauges:
            steps = gauge.max - gauge.min
            gauges.append(Field(at, steps if steps <= FINEST else 1, gauge.min, steps > FINEST))
            at += gauges[-1].width
        self.gauges = tuple(gauges)
        self.errors = Field(at, laws.watch.memory, 0)
        """Bit n: whether an error n + 1 responses ago can still be asked for."""
        self._next = at + laws.watch.memory
        self.order = self._fresh()
        """The order in which ruptures opened."""
        self._bits: dict[tuple[Part, str], int] = {}
        self._reads: dict[int, int] = {}
        self.ruptures = reduce(or_, (self.bit("open", rupture) for rupture in laws.scenario.ruptures), 0)
        """Which ruptures are open."""
        self.context = self.order | self.ruptures
        self.last: list[tuple[int, LastCode | LastFamily]] = []
        """What is asked of the newest code, each with its bit."""

    def bit(self, part: Part, name: str) -> int:
        """The bit of a flag, rupture, response, beat or code."""
        key = (part, name)
        if key not in self._bits:
            self._bits[key] = self._fresh()
        return self._bits[key]

    def known(self, part: Part, name: str) -> int:
        """The bit of a part that some condition read so far, else 0: what nobody reads needs no bit."""
        return self._bits.get((part, name), 0)

    def _fresh(self) -> int:
        self._next += 1
        return 1 << (self._next - 1)

    def reads(self, condition: Condition | None) -> int:
        """The bits a condition reads. The condition must belong to the scenario or its rubric."""
        if condition is None:
            return 0
        found = self._reads.get(id(condition))
        if found is None:
            found = self._reads[id(condition)] = self._read(condition)
        return found

    def _read(self, condition: Condition) -> int:
        match condition:
            case All(parts) | Any(parts):
                return reduce(or_, map(self._read, parts), 0)
            case Not(inner):
                return self._read(inner)
            case Compare(left, op, right):
                return self._comparison(left, op, right)
            case ErrorWithin(count):
                return ((1 << count) - 1) << self.errors.at
            case LastCode() | LastFamily():
                return self._last(condition)
            case Ruptured(name):
                return self._named(name)
            case SinceOpened(code):
                return self.bit("since", code) | self.context
            case Has(flag):
                return self.bit("flag", flag)
            case Repaired(rupture):
                return self.bit("repaired", rupture)
            case Seen(beat):
                return self.bit("seen", beat)
            case Chose(beat, response):
                return self.bit("used", f"{beat}/{response}")
            case ChoseCode(code):
                return self.bit("code", code)
            case _:
                assert_never(condition)

    def _comparison(self, left: str | int, op: str, right: str | int) -> int:
        if isinstance(left, str) and isinstance(right, str):
            return self._field(left).mask | self._field(right).mask
        if isinstance(right, str):
            left, op, right = right, _MIRRORED.get(op, op), left
        if isinstance(left, int) or isinstance(right, str):
            return 0
        match op:
            case ">=" | "<":
                return self._step(left, right)
            case ">" | "<=":
                return self._step(left, right + 1)
        return self._step(left, right) | self._step(left, right + 1)

    def _field(self, gauge: str) -> Field:
        return self.gauges[self.laws.index[gauge]]

    def _step(self, gauge: str, value: int) -> int:
        field = self._field(gauge)
        if field.whole:
            return field.mask
        at = value - field.low - 1
        return 1 << (field.at + at) if 0 <= at < field.width else 0

    def _last(self, condition: LastCode | LastFamily) -> int:
        bit = (
            self.bit("last code", condition.code)
            if isinstance(condition, LastCode)
            else self.bit("last family", condition.family)
        )
        if (bit, condition) not in self.last:
            self.last.append((bit, condition))
        return bit

    def _named(self, name: str) -> int:
        ruptures = self.laws.scenario.ruptures.values()
        named = (rupture.id for rupture in ruptures if name in (rupture.id, rupture.kind, rupture.marker))
        return reduce(or_, (self.bit("open", rupture) for rupture in named), 0)
