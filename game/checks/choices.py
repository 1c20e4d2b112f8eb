"""Whether the responses of a moment are a choice: how many there are, and whether each of them makes a difference.

One small function for each thing that can be wanting; how replies are worded is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from game.checks.limits import limit
from game.checks.moments import Moment, Offer, Situation
from game.checks.plays import Check, Plays
from game.checks.twins import MOST_PAIRED, Twins
from game.scenario.findings import Finding, finding
from game.scenario.model import Response

MOST_NAMED = 8
"""More moments than this in one message nobody reads."""

Pair = tuple[str, str, str]
"""A beat and two of its responses."""


# -- how many --------------------------------------------------------------------------------------------------------
def few_or_many(plays: Plays) -> Iterator[Finding]:
    """Moments that never offer enough, or offer more than can be weighed."""
    for beat, those in plays.situations_at.items():
        most = max(len(one.offers) for one in those)
        place = plays.scenario.beats[beat].place
        if most > limit("most responses"):
            yield finding("SC093", place, beat=beat, count=f"{most} responses", wanted=_wanted())
        elif most < limit("fewest responses") and len(plays.scenario.beats[beat].responses) > 1:
            yield finding("SC093", place, beat=beat, count=f"never more than {_responses(most)}", wanted=_wanted())


def one_left(plays: Plays) -> Iterator[Finding]:
    """Moments that can leave one response only, the others barred by their condition and not used up."""
    explored, told = plays.explored, set[str]()
    for state, offers in enumerate(explored.offers):
        place = explored.places[state]
        if len(offers) != 1 or place in told:
            continue
        beat, used = plays.scenario.beats[place], explored.worlds[state].used
        barred = [one for one in beat.responses if one not in offers and not (one.once and f"{place}/{one.id}" in used)]
        if barred:
            told.add(place)
            after = f" after {', '.join(explored.path(state))}" if state else ""
            yield finding("SC093", beat.place, beat=place, count=f"a single response{after}", wanted=_wanted())


def _wanted() -> str:
    return f"{limit('fewest responses'):.0f} to {limit('most responses'):.0f}"


def _responses(count: int) -> str:
    return f"{count} response{'' if count == 1 else 's'}"


# -- what is at stake ------------------------------------------------------------------------------------------------
def one_plausible(plays: Plays) -> Iterator[Finding]:
    """Too many moments at which all replies but one are plainly poor."""
    at_stake = [moment for moment in plays.moments if moment.at_stake]
    lone = [moment.beat.id for moment in at_stake if len(_plausible(moment)) < 2]
    if plays.is_whole and len(lone) > limit("one plausible") * len(at_stake):
        named = ", ".join(lone[:MOST_NAMED]) + (" ..." if len(lone) > MOST_NAMED else "")
        share, most = f"{len(lone) / len(at_stake):.0%}", f"{limit('one plausible'):.0%}"
        yield finding("SC094", plays.title, count=len(lone), all=len(at_stake), share=share, most=most, beats=named)


def _plausible(moment: Moment) -> tuple[Offer, ...]:
    """The replies within a band of the best, or no worse than the middle of the scale, on average over dimensions."""
    best = max(map(_level, moment.offers))
    return tuple(one for one in moment.offers if _level(one) >= min(best - limit("band"), 0))


def _level(offer: Offer) -> float:
    return sum(offer.points.values()) / len(offer.points) if offer.points else 0.0


def nothing_at_stake(plays: Plays) -> Iterator[Finding]:
    """Moments at which all responses earn the same, in every dimension and situation."""
    for beat, those in plays.situations_at.items():
        place = plays.scenario.beats[beat]
        if len(place.responses) > 1 and not any(_spread(one) > limit("alike") for one in those):
            yield finding("SC096", place.place, beat=beat)


def _spread(situation: Situation) -> int:
    """The most that two responses differ by in one dimension."""
    columns = [[one or 0 for one in column] for column in zip(*situation.points, strict=True)]
    return max(max(column) - min(column) for column in columns)


# -- responses that make no difference -------------------------------------------------------------------------------
def same_reaction(plays: Plays) -> Iterator[Finding]:
    """Moments at which the client takes the best and the worst reply alike."""
    for beat, best, worst in _taken_alike(plays):
        yield finding("SC098", plays.response(beat, worst).place, best=best, worst=worst)


def _taken_alike(plays: Plays) -> Iterator[Pair]:
    alike = {(one.beat, frozenset((one.first, one.second))) for one in plays.twins if one.move_alike}
    told = {beat for beat, _ in alike}
    for moment in (one for one in plays.moments if one.beat.id in told):
        best, worst = moment.key, min(moment.offers, key=lambda one: one.above)
        if moment.at_stake and (moment.beat.id, frozenset((best.response.id, worst.response.id))) in alike:
            yield moment.beat.id, best.response.id, worst.response.id


def never_needed(plays: Plays) -> Iterator[Finding]:
    """Responses that another equals or betters in all they earn, with the same words back and the same to follow."""
    told = {(beat, response) for beat, _, response in (*_taken_alike(plays), *_same(plays))}
    for one in plays.twins:
        worse = _worse(plays, one)
        if worse and (one.beat, worse) not in told:
            told.add((one.beat, worse))
            other = one.first if worse == one.second else one.second
            yield finding("SC095", plays.response(one.beat, worse).place, response=worse, other=other)


def _worse(plays: Plays, pair: Twins) -> str:
    """Which of two never earns more than the other in any dimension; of equals the second; empty where each does."""
    earned = list(_both(plays, pair.beat, pair.first, pair.second))
    if all(mine >= its for mine, its in earned):
        return pair.second
    return pair.first if all(mine <= its for mine, its in earned) else ""


def same_twice(plays: Plays) -> Iterator[Finding]:
    """Two responses of a moment with the same target, points and feedback."""
    for beat, first, second in _same(plays):
        yield finding("SC097", plays.response(beat, second).place, first=first, second=second)


def _same(plays: Plays) -> Iterator[Pair]:
    for beat in (one for one in plays.reached if len(one.responses) <= MOST_PAIRED):
        for first, second in combinations(beat.responses, 2):
            if first.routes == second.routes and any(_told(first)) and _told(first) == _told(second):
                earned = list(_both(plays, beat.id, first.id, second.id))
                if earned and all(mine == its for mine, its in earned):
                    yield beat.id, first.id, second.id


def _told(response: Response) -> tuple[str, ...]:
    feedback = response.feedback
    return tuple(" ".join(text.split()).lower() for text in (feedback.heard, feedback.why, feedback.principle))


def _both(plays: Plays, beat: str, first: str, second: str) -> Iterator[tuple[int, int]]:
    """What the two earn in each dimension in play, wherever both are on offer."""
    for situation in plays.situations_at.get(beat, ()):
        points = situation.claims
        if first in points and second in points:
            yield from ((mine or 0, its or 0) for mine, its in zip(points[first], points[second], strict=True))


CHECKS: tuple[Check, ...] = (
    few_or_many,
    one_left,
    one_plausible,
    nothing_at_stake,
    same_reaction,
    never_needed,
    same_twice,
)
"""Every check of the responses of a moment."""
