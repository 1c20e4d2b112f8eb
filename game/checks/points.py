"""What plays can score: whether the scales are used, guessing fails, and no single way of answering wins everything.

One small function for each thing that can be wanting; the sums are `bounds`', `styles`' and `heights`'.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from statistics import StatisticsError, correlation

from game.checks.heights import highest, least
from game.checks.limits import limit
from game.checks.plays import Check, Plays
from game.checks.styles import reach, style, total, warmth
from game.scenario.findings import Finding, finding
from game.scenario.model import DIMENSIONS, Dimension


# -- the scales ------------------------------------------------------------------------------------------------------
def out_of_reach(plays: Plays) -> Iterator[Finding]:
    """Dimensions in which no play comes high, or none comes low, or in which nothing can be won or lost."""
    for dimension, found in plays.bounds.dimensions.items():
        if not found.level or not plays.is_whole:
            continue
        lowest, top = map(float, found.level)
        if not any(_at_stake(plays, dimension)):
            what = "is in play, and every response on offer earns the same in it"
            yield finding("SC099", plays.title, severity="error", dimension=dimension, what=what)
        elif top < limit("ceiling"):
            what = f"comes to a level of {top:.2f} at best, and should come to {limit('ceiling')} or more"
            yield finding("SC099", plays.title, dimension=dimension, what=what)
        elif lowest > limit("floor"):
            what = f"comes to a level of {lowest:.2f} at worst, and should come to {limit('floor')} or less"
            yield finding("SC099", plays.title, dimension=dimension, what=what)


def _at_stake(plays: Plays, dimension: Dimension) -> Iterator[bool]:
    at = DIMENSIONS.index(dimension)
    for one in plays.situations:
        yield len({points[at] for points in one.points}) > 1


def guessing(plays: Plays) -> Iterator[Finding]:
    """Dimensions in which random play does well, or is hopeless."""
    for dimension, found in plays.bounds.dimensions.items():
        chance = found.chance
        if plays.is_whole and chance is not None and not limit("least chance") <= chance <= limit("most chance"):
            within = f"{limit('least chance'):.0%} to {limit('most chance'):.0%}"
            yield finding("SC101", plays.title, dimension=dimension, chance=f"{chance:.0%}", within=within)


def seldom_in_play(plays: Plays) -> Iterator[Finding]:
    """Dimensions that are in play too seldom for their mean to say much."""
    for at, (dimension, found) in enumerate(plays.bounds.dimensions.items()):
        expected = sum(one.chance for one in plays.situations if one.points[0][at] is not None)
        if plays.is_whole and found.level and expected < limit("moments in play"):
            wanted = f"{limit('moments in play'):.0f}"
            yield finding("SC104", plays.title, dimension=dimension, expected=f"{expected:.2f}", wanted=wanted)


# -- what wins -------------------------------------------------------------------------------------------------------
def no_trade_off(plays: Plays) -> Iterator[Finding]:
    """Whoever takes what earns most at each moment reaches the most there is, in every dimension."""
    levels = {at: found.level for at, found in enumerate(plays.bounds.dimensions.values()) if found.level}
    if not plays.is_whole or len(levels) < 2:
        return
    greedy = style(plays.folded, total)
    if all(least(greedy.moves, plays.folded, at, level[1]) == 0 for at, level in levels.items()):
        yield finding("SC100", plays.title)


def one_way_up(plays: Plays) -> Iterator[Finding]:
    """Dimensions whose top band a single way of answering comes to."""
    top = Fraction(limit("top band"))
    for at, (dimension, found) in enumerate(plays.bounds.dimensions.items()):
        if plays.is_whole and found.level and found.level[1] >= top:
            ways = [one for one in highest(plays.folded, at, top) if one >= 0]
            if len(ways) == 1:
                yield finding("SC102", plays.title, dimension=dimension, level=float(top))


def warmth_wins(plays: Plays) -> Iterator[Finding]:
    """Whoever always gives the reply with most empathy reaches nearly all of every dimension."""
    if not plays.is_whole:
        return
    warm = style(plays.folded, warmth)
    reached = {dimension: reach(warm, at) for at, dimension in enumerate(DIMENSIONS)}
    known = {dimension: share for dimension, share in reached.items() if share is not None}
    if len(known) > 1 and all(share >= limit("one style") for share in known.values()):
        shares = ", ".join(f"{share:.0%} of {dimension}" for dimension, share in known.items())
        yield finding("SC103", plays.title, shares=shares, most=f"{limit('one style'):.0%}")


def one_skill(plays: Plays) -> Iterator[Finding]:
    """Two dimensions that go together over all responses, so that they are one skill with two names."""
    offers = [offer for moment in plays.moments for offer in moment.offers]
    for first, second in combinations(DIMENSIONS, 2):
        each = [one.points for one in offers if first in one.points and second in one.points]
        both = [(points[first], points[second]) for points in each]
        r = _correlation(both) if len(both) >= limit("responses to compare") else 0.0
        if plays.is_whole and r > limit("correlation"):
            count, most = len(both), limit("correlation")
            yield finding("SC105", plays.title, first=first, second=second, r=f"{r:.2f}", count=count, most=most)


def _correlation(pairs: list[tuple[float, float]]) -> float:
    """Pearson's r; 0 where one of the two never varies."""
    try:
        return correlation(*zip(*pairs, strict=True))
    except StatisticsError:
        return 0.0


def no_anchors(plays: Plays) -> Iterator[Finding]:
    """Too few moments that nearly all plays share, so that a class can hardly compare."""
    often = limit("shared")
    shared = sum(moment.chance >= often - TINY for moment in plays.moments)
    if plays.is_whole and shared < limit("anchors"):
        wanted = f"{limit('anchors'):.0f}"
        yield finding("SC106", plays.title, count=shared, share=f"{often:.0%}", wanted=wanted)


TINY = 1e-9
"""Chances are sums of floats."""

CHECKS: tuple[Check, ...] = (
    out_of_reach,
    no_trade_off,
    guessing,
    one_way_up,
    warmth_wins,
    seldom_in_play,
    one_skill,
    no_anchors,
)
"""Every check of what plays can score."""
