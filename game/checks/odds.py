"""Whether a count or a tendency over many moments is more than accident: exact tails, rank correlation, pairs won.

Arithmetic only; what is counted, and how much is too much, is asked by the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import erfc, exp, pi, sqrt

MOST_EXACT = 200
"""Beyond so many trials the tail is taken from the normal curve, skewness included: the error is under 0.001."""


# -- counts ------------------------------------------------------------------------------------------------------
def tail(chances: Sequence[float], count: int) -> float:
    """How likely at least `count` of independent trials succeed, each with its own chance (Poisson-binomial)."""
    if count <= 0:
        return 1.0
    if len(chances) > MOST_EXACT:
        return _normal_tail(chances, count)
    return sum(_spread(chances)[count:])


def beyond_chance(chances: Sequence[float], p: float) -> int:
    """The least count that is reached by accident with a probability below `p`; one more than all where none is."""
    if len(chances) > MOST_EXACT:
        return _first_beyond(chances, p)
    tails = list(accumulate(reversed(_spread(chances))))[::-1]
    return next((count for count, likely in enumerate(tails) if likely < p), len(tails))


def _spread(chances: Sequence[float]) -> list[float]:
    """Count -> how likely exactly so many succeed."""
    spread = [1.0]
    for chance in chances:
        missed = [likely * (1 - chance) for likely in spread]
        won = [likely * chance for likely in spread]
        spread = [stays + comes for stays, comes in zip([*missed, 0.0], [0.0, *won], strict=True)]
    return spread


def _first_beyond(chances: Sequence[float], p: float) -> int:
    low, high = 0, len(chances) + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _normal_tail(chances, middle) < p else (middle + 1, high)
    return low


def _normal_tail(chances: Sequence[float], count: int) -> float:
    mean = sum(chances)
    variance = sum(chance * (1 - chance) for chance in chances)
    if not variance:
        return float(count <= mean)
    at = (count - 0.5 - mean) / sqrt(variance)
    skewness = sum(chance * (1 - chance) * (1 - 2 * chance) for chance in chances) / (variance * sqrt(variance))
    bell = exp(-at * at / 2) / sqrt(2 * pi)
    return min(1.0, max(0.0, one_sided(at) - skewness * (1 - at * at) * bell / 6))


# -- tendencies --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Tendency:
    """How far something leans over all moments."""

    value: float
    """A rank correlation, or a mean difference, as the function says that gives it."""
    p: float
    """How likely accident leans as far in the same direction: replies of each moment shuffled, normal curve."""
    moments: int
    """The moments in which there was anything to compare."""


def correlation(moments: Iterable[tuple[Sequence[float], Sequence[float]]]) -> Tendency:
    """Spearman's ρ of two measures of the replies of each moment, ranked within the moment, all moments pooled.

    Moments in which one of the two is the same throughout say nothing and are left out.
    """
    common = first = second = variance = 0.0
    count = 0
    for left, right in moments:
        a, b = _centred(ranks(left)), _centred(ranks(right))
        squares = sum(one * one for one in a), sum(one * one for one in b)
        if squares[0] and squares[1]:
            count += 1
            common += sum(one * other for one, other in zip(a, b, strict=True))
            first, second = first + squares[0], second + squares[1]
            variance += squares[0] * squares[1] / (len(a) - 1)
    if not count:
        return Tendency(0.0, 1.0, 0)
    return Tendency(common / sqrt(first * second), one_sided(abs(common) / sqrt(variance)), count)


def lead(moments: Iterable[tuple[Sequence[float], int]]) -> Tendency:
    """By how much one reply of each moment (its number is given) exceeds the mean of the others, on average."""
    leads, variance = [], 0.0
    for values, at in moments:
        others = len(values) - 1
        ahead = [(value * (others + 1) - sum(values)) / others for value in values]
        leads.append(ahead[at])
        variance += sum(one * one for one in ahead) / len(ahead)
    if not variance:
        return Tendency(0.0, 1.0, len(leads))
    return Tendency(sum(leads) / len(leads), one_sided(sum(leads) / sqrt(variance)), len(leads))


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, from 1; equals share the mean of their ranks."""
    ordered = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(ordered, 1)))}
    last = {value: at for at, value in enumerate(ordered, 1)}
    return [(first[value] + last[value]) / 2 for value in values]


def _centred(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [value - mean for value in values]


def one_sided(deviations: float) -> float:
    """How likely a normal value lies at least so many standard deviations above its mean."""
    return erfc(deviations / sqrt(2)) / 2


# -- pairs -------------------------------------------------------------------------------------------------------
def pairs_won(moments: Iterable[tuple[Sequence[float], int]]) -> tuple[float, float]:
    """The share of pairs (the best reply, another of its moment) in which the best has the higher score, ties half:
    the area under the curve (AUC). And how likely accident wins as many. 0.5 and 1.0 where there are no pairs."""
    won = pairs = variance = 0.0
    for scores, at in moments:
        others = len(scores) - 1
        won += sum(_duel(scores[at], score) for score in scores) - 0.5
        pairs += others
        variance += others * (others + 2) / 12
    if not pairs:
        return 0.5, 1.0
    return won / pairs, one_sided((won - pairs / 2) / sqrt(variance))


def _duel(one: float, other: float) -> float:
    return 0.5 if one == other else float(one > other)


# -- in words ----------------------------------------------------------------------------------------------------
def said(p: float) -> str:
    """A probability as papers write it: `.05`."""
    return f"{p:.2g}".lstrip("0")
