"""Whether what random plays came to can be chance, given how probable it is exactly. It plays and proves nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, log

from game.scenario.bounds import EndingBounds
from game.survey.walks import Walks

SELDOM = 1e-6
"""What happens more seldom than this is not put down to chance."""


def unlike(walks: Walks, exact: Mapping[str, EndingBounds]) -> Iterator[str]:
    """The endings that were met far more or less often than their probability allows.

    Nothing where a play came to grief, because then the walking may have stopped early and not by chance.
    """
    if not walks.well:
        return
    for ending, times in walks.endings.items():
        probability = exact[ending].probability
        if probability is not None and likelihood(times, walks.plays, probability) < SELDOM:
            yield ending


def likelihood(times: int, of: int, probability: float) -> float:
    """At most how likely a count as far out as this one is, or farther on its side: Chernoff's bound, 0 to 1.

    Never too small, so nothing is called unlikely that is not.
    """
    share = times / of if of else probability
    if abs(share - probability) < 1e-12:
        return 1.0
    return exp(-of * (_surprise(share, probability) + _surprise(1 - share, 1 - probability)))


def _surprise(share: float, probability: float) -> float:
    if share <= 0:
        return 0.0
    return share * log(share / probability) if probability > 0 else float("inf")
