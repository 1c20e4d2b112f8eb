"""What shows only beside the other scenarios of a library: codes that always win, and who is difficult.

It judges small values, which can be kept; how one is taken from a scenario is `shelving`'s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import comb

from game.checks.kinds import RuptureKinds, one_kind
from game.checks.limits import limit
from game.checks.odds import said, tail
from game.scenario.findings import Finding, finding, in_order, waive
from game.scenario.model import Place


# -- codes -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class CodeEarnings:
    """What the codes of one scenario earn, and where they are the best."""

    scenario: str
    place: Place
    """Where a finding about this scenario stands."""
    codes: Mapping[str, tuple[float, int]]
    """Code -> the points of its replies above the worst of their moment, summed, and how many replies they are."""
    moments: tuple[tuple[tuple[str, ...], int], ...]
    """Of each moment with one best reply: the codes on offer, and which of them is the best."""


def playing_codes(library: Sequence[CodeEarnings]) -> Iterator[Finding]:
    """Scenarios whose best replies are found by what their codes earn in the others; with one only, nothing is said."""
    if len(library) < 2:
        return
    every: defaultdict[str, float] = defaultdict(float)
    counts: defaultdict[str, int] = defaultdict(int)
    for one in library:
        for code, (earned, count) in one.codes.items():
            every[code] += earned
            counts[code] += count
    for one in library:
        worth = _elsewhere(one, every, counts)
        hits = [_found(codes, key, worth) for codes, key in one.moments]
        chances = [1 / len(codes) for codes, _ in one.moments]
        if sum(hits) > limit("playing codes") * len(hits) and tail(chances, int(sum(hits))) < limit("accident"):
            share = sum(hits) / len(hits)
            yield finding("SC134", one.place, value=share, moments=len(hits), most=limit("playing codes"))


def _elsewhere(one: CodeEarnings, every: Mapping[str, float], counts: Mapping[str, int]) -> dict[str, float]:
    """Code -> its mean in the other scenarios; one that stands in none of them is worth what all codes there are."""
    own = {code: one.codes.get(code, (0.0, 0)) for code in every}
    rest = {code: (every[code] - earned, counts[code] - count) for code, (earned, count) in own.items()}
    number = sum(count for _, count in rest.values())
    usual = sum(earned for earned, _ in rest.values()) / number if number else 0.0
    return {code: earned / count if count else usual for code, (earned, count) in rest.items()}


def _found(codes: Sequence[str], key: int, worth: Mapping[str, float]) -> float:
    """1 where the dearest code is the best reply's; a share where several are as dear."""
    most = max(worth[code] for code in codes)
    chosen = [at for at, code in enumerate(codes) if worth[code] > most - 1e-9]
    return (key in chosen) / len(chosen)


# -- who the clients are -----------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Portrayed:
    """Who the client of one scenario is, as far as words tell, and whether the scenario is a difficult one."""

    scenario: str
    place: Place
    difficult: bool
    tokens: frozenset[str]


def identity_difficult(library: Sequence[Portrayed]) -> Iterator[Finding]:
    """Groups of people who stand only in the difficult scenarios, where accident would seldom have it so."""
    difficult = [one for one in library if one.difficult]
    told = Counter(token for one in library for token in one.tokens)
    for token, count in sorted(told.items()):
        those = [one for one in difficult if token in one.tokens]
        p = comb(len(difficult), count) / comb(len(library), count)
        if len(those) == count and p < limit("accident"):
            yield finding("SC133", those[0].place, count=len(library), told=count, token=token, p=said(p))


# -- all of it --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Shelved:
    """All of one scenario that is held against the others; it can be kept instead of the exploration."""

    earnings: CodeEarnings
    portrayed: Portrayed
    kinds: RuptureKinds
    waive: Mapping[str, str]


def across(library: Sequence[Shelved]) -> tuple[Finding, ...]:
    """What is told of scenarios that stand beside each other; each finding stands in the file it is about."""
    found = (
        *playing_codes([one.earnings for one in library]),
        *identity_difficult([one.portrayed for one in library]),
        *one_kind([one.kinds for one in library]),
    )
    reasons = {one.earnings.place.file: one.waive for one in library}
    return in_order(chain.from_iterable(waive([one], reasons[one.place.file]) for one in found))


ACROSS = frozenset({"SC089", "SC133", "SC134"})
"""The codes that no scenario gives alone, so that nobody can say there that a waiver of theirs is idle."""
