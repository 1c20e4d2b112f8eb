"""Everything a World can hold, as bits of one whole number: so that "what can still matter" is a number too.

It knows where each part has its bits and which bits a condition reads; how that flows backwards is `live`.

A gauge has one bit for each step between two neighbouring values: a condition `trust >= 6` reads the step from 5 to 6,
and two values with no read step between them cannot be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import Literal, NamedTuple

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
    atoms,
)
from game.scenario.laws import Laws
from game.scenario.model import Code
from game.scenario.strains import NEWEST_UNKNOWN, Strain, Strains
from game.scenario.world import conditions

FINEST = 1_024
"""A gauge with more steps than this is read as a whole or not at all."""

MOST_STEPS = 20_000
"""With more steps than this in all its gauges together, each of them is read as a whole or not at all."""

Part = Literal["flag", "open", "repaired", "used", "seen", "code", "since", "last"]

Verdict = tuple[bool | None, int]
"""What is already certain of a condition (None: nothing), and the bits it reads if that is nothing."""

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
        finest = FINEST if sum(min(gauge.max - gauge.min, FINEST) for gauge in laws.gauges) <= MOST_STEPS else 0
        for gauge in laws.gauges:
            steps = gauge.max - gauge.min
            gauges.append(Field(at, steps if steps <= finest else 1, gauge.min, steps > finest))
            at += gauges[-1].width
        self.gauges = tuple(gauges)
        self.errors = Field(at, laws.watch.memory, 0)
        """Bit n: whether an error n + 1 responses ago can still be asked for."""
        self._next = at + laws.watch.memory
        self.order = self._fresh()
        """The order in which ruptures opened."""
        self._bits: dict[tuple[Part, str], int] = {}
        self._reads: dict[tuple[int, int], int] = {}
        self._kinds: dict[str, int] = {}
        self.ruptures = _all(self.bit("open", rupture) for rupture in laws.scenario.ruptures)
        """Which ruptures are open."""
        self.context = self.order | self.ruptures
        self.strains = Strains(laws.scenario)
        leaves = dict.fromkeys(chain.from_iterable(map(atoms, conditions(laws.scenario))))
        self.asks = {leaf: self.bit("last", repr(leaf)) for leaf in leaves if isinstance(leaf, LastCode | LastFamily)}
        """What is asked of the newest code, each with its bit."""
        self.newest = _all(self.asks.values())
        self._told = {code.id: self._answers(code) for code in laws.scenario.rubric.codes.values()}

    # -- bits ----------------------------------------------------------------------------------------------------
    def bit(self, part: Part, name: str) -> int:
        """The bit of a flag, rupture, response, beat or code."""
        key = (part, name)
        if key not in self._bits:
            self._bits[key] = self._fresh()
        return self._bits[key]

    def known(self, part: Part, name: str) -> int:
        """The bit of a part that some condition read so far, else 0: what nobody reads needs no bit."""
        return self._bits.get((part, name), 0)

    @cached_property
    def own(self) -> int:
        """The bits of responses and beats; to be asked for when every condition has been read."""
        return _all(bit for (part, _), bit in self._bits.items() if part in ("used", "seen"))

    def since(self, code: str) -> int:
        """The bits of whether this code was given since each of the ruptures opened."""
        group = self.strains.group(code)
        return _all(self.known("since", f"{rupture}/{group}") for rupture in self.laws.scenario.ruptures)

    def told(self, code: str) -> int:
        """Of what is asked of the newest code, that which holds for this one."""
        return self._told.get(code, 0)

    def _fresh(self) -> int:
        self._next += 1
        return 1 << (self._next - 1)

    def _answers(self, code: Code) -> int:
        return _all(bit for leaf, bit in self.asks.items() if _holds(leaf, code))

    # -- reading -------------------------------------------------------------------------------------------------
    def reads(self, condition: Condition | None, newest: int) -> int:
        """The bits a condition reads when `newest` is told of the newest code. It must belong to the scenario.

        What it asks of the newest code itself always counts as read, so that Worlds that differ in it stay apart.
        """
        if condition is None:
            return 0
        key = (id(condition), newest)
        found = self._reads.get(key)
        if found is None:
            found = self._reads[key] = self._read(condition, newest)
        return found

    def _read(self, condition: Condition, newest: int) -> int:
        leaves = tuple(atoms(condition))
        live = _all(self.asks[leaf] for leaf in leaves if isinstance(leaf, LastCode | LastFamily))
        strains: tuple[Strain, ...] = (NEWEST_UNKNOWN,)
        if any(isinstance(leaf, SinceOpened) for leaf in leaves):
            strains = (None, *self.laws.scenario.ruptures)
            live |= self.context
        for strain in strains:
            truth, bits = self._verdict(condition, newest, strain)
            live |= bits if truth is None else 0
        return live

    def _verdict(self, condition: Condition, newest: int, strain: Strain) -> Verdict:
        match condition:
            case All(parts):
                return _joined([self._verdict(part, newest, strain) for part in parts], decisive=False)
            case Any(parts):
                return _joined([self._verdict(part, newest, strain) for part in parts], decisive=True)
            case Not(inner):
                truth, bits = self._verdict(inner, newest, strain)
                return (None if truth is None else not truth), bits
            case LastCode() | LastFamily():
                return bool(newest & self.asks[condition]), 0
            case Ruptured(name):
                return self.strains.verdict(name, strain), self._named(name)
            case SinceOpened(code):
                return (False, 0) if strain is None else (None, self._since(code, strain))
            case _:
                return None, self._leaf(condition)

    def _leaf(self, condition: Condition) -> int:
        match condition:
            case Compare(left, op, right):
                return self._comparison(left, op, right)
            case ErrorWithin(count):
                return ((1 << count) - 1) << self.errors.at
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
        raise TypeError(f"not a leaf that is read by its bits: {condition!r}")

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

    def _since(self, code: str, strain: Strain) -> int:
        return self.bit("since", f"{strain}/{self.strains.group(code)}")

    def _named(self, name: str) -> int:
        if name not in self._kinds:
            self._kinds[name] = _all(self.bit("open", rupture) for rupture in self.strains.named(name))
        return self._kinds[name]


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _joined(verdicts: list[Verdict], *, decisive: bool) -> Verdict:
    """Parts joined by `or` (one that holds decides) or by `and` (one that fails decides)."""
    if any(truth is decisive for truth, _ in verdicts):
        return decisive, 0
    open_ = [bits for truth, bits in verdicts if truth is None]
    return (None, _all(open_)) if open_ else (not decisive, 0)


def _holds(leaf: LastCode | LastFamily, code: Code) -> bool:
    return code.id == leaf.code if isinstance(leaf, LastCode) else code.family == leaf.family
