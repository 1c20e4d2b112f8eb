"""Counts and tendencies against chance, held against cases that are worked out by hand or by listing everything."""

from __future__ import annotations

from itertools import product
from math import isclose, sqrt
from random import Random

import pytest

from game.checks.odds import MOST_EXACT, beyond_chance, correlation, lead, one_sided, pairs_won, ranks, tail


# -- counts ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("replies", "moments", "least"),
    [(3, 8, 6), (3, 12, 8), (3, 20, 11), (3, 40, 19), (4, 8, 5), (4, 12, 7), (4, 20, 9), (4, 40, 16)],
)
def test_the_published_table_of_counts_that_are_no_accident(replies: int, moments: int, least: int) -> None:
    assert beyond_chance([1 / replies] * moments, 0.05) == least


def test_each_trial_has_its_own_chance() -> None:
    chances = [0.25, 0.5, 1 / 3, 0.2]
    for count in range(6):
        listed = sum(
            _likely(chances, outcome) for outcome in product((0, 1), repeat=len(chances)) if sum(outcome) >= count
        )
        assert isclose(tail(chances, count), listed, abs_tol=1e-12)


def _likely(chances: list[float], outcome: tuple[int, ...]) -> float:
    likely = 1.0
    for chance, won in zip(chances, outcome, strict=True):
        likely *= chance if won else 1 - chance
    return likely


def test_few_trials_prove_nothing() -> None:
    assert beyond_chance([0.5] * 4, 0.05) == 5
    assert beyond_chance([], 0.05) == 1


@pytest.mark.parametrize("chance", [0.1, 0.25, 1 / 3, 0.5])
def test_the_curve_beyond_the_exact_tail_is_near_it(chance: float) -> None:
    """Beside the exact sum of as many trials more."""
    chances = [chance] * (MOST_EXACT + 1)
    for count in range(0, MOST_EXACT, 7):
        exact = sum(_binomial(len(chances), chance, at) for at in range(count, len(chances) + 1))
        assert abs(tail(chances, count) - exact) < 0.001
    least = beyond_chance(chances, 0.05)
    assert tail(chances, least) < 0.05 <= tail(chances, least - 1)


def _binomial(trials: int, chance: float, count: int) -> float:
    likely = (1 - chance) ** trials
    for at in range(count):
        likely *= (trials - at) / (at + 1) * chance / (1 - chance)
    return likely


# -- tendencies --------------------------------------------------------------------------------------------------
def test_equals_share_the_mean_of_their_ranks() -> None:
    assert ranks([5, 1, 5, 9]) == [2.5, 1.0, 2.5, 4.0]


def test_the_correlation_of_one_moment_is_spearmans() -> None:
    # ranks 1 2 3 4 against 2 1 4 3: 1 - 6 * 4 / (4 * 15) = 0.6
    assert isclose(correlation([([10, 20, 30, 40], [2, 1, 4, 3])]).value, 0.6)


def test_the_correlation_is_within_moments() -> None:
    """All replies of the second moment are longer and earn more, and in each moment the shorter earns more."""
    found = correlation([([10, 11, 12], [2, 1, 0]), ([90, 91, 92], [9, 8, 7])])
    assert (found.value, found.moments) == (-1.0, 2)
    assert isclose(found.p, one_sided(4 / sqrt(2 + 2)))


def test_moments_in_which_nothing_differs_say_nothing() -> None:
    assert correlation([([5, 5, 5], [0, 1, 2]), ([1, 2, 3], [4, 4, 4])]).moments == 0


def test_the_lead_is_the_mean_difference_from_the_others() -> None:
    found = lead([([0.5, 0.1, 0.3], 0), ([0.0, 0.4], 1)])
    assert isclose(found.value, (0.3 + 0.4) / 2)


def test_accident_seldom_looks_like_a_tendency() -> None:
    """Of tendencies of shuffled replies, about one in twenty is below p = .05."""
    random = Random(4)
    p = [
        correlation([(random.sample(range(9), 4), random.sample(range(9), 4)) for _ in range(12)]).p
        for _ in range(2000)
    ]
    assert 0.08 < sum(one < 0.05 for one in p) / len(p) < 0.12  # in either direction


# -- pairs -------------------------------------------------------------------------------------------------------
def test_pairs_are_won_lost_and_shared() -> None:
    share, _ = pairs_won([([3.0, 1.0, 2.0], 0), ([1.0, 1.0, 2.0], 1)])
    assert isclose(share, (1 + 1 + 0.5 + 0) / 4)


def test_no_pairs_say_nothing() -> None:
    assert pairs_won([]) == (0.5, 1.0)


def test_the_spread_of_pairs_is_that_of_chance() -> None:
    """One best of four at n moments: the share of pairs won has a variance of 5 / 36 n."""
    share, p = pairs_won([([1.0, 0.0, 0.0, 0.0], 0)] * 2 + [([0.0, 1.0, 1.0, 1.0], 0)])
    assert isclose(share, 2 / 3)
    assert isclose(p, one_sided((2 / 3 - 1 / 2) / sqrt(5 / 36 / 3)))
