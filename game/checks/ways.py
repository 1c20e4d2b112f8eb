"""How plays run: how long they are, whether choices lead to other moments, and whether they are remembered.

One small function for each thing that can be wanting; which ways exist at all is `structure`'s and `explored`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from game.checks.limits import limit
from game.checks.plays import Check, Plays
from game.checks.structure import reached_from
from game.scenario.condition import Condition, Has, atoms
from game.scenario.findings import Finding, finding
from game.scenario.model import Beat, Ending, Lower, Raise, Response
from game.scenario.world import response_conditions


# -- length ----------------------------------------------------------------------------------------------------------
def length(plays: Plays) -> Iterator[Finding]:
    """Plays with too few or too many decisions."""
    if plays.decisions is None:
        return
    shortest, longest = plays.decisions
    if shortest < limit("fewest decisions"):
        wanted = f"and should take {limit('fewest decisions'):.0f} or more"
        yield finding("SC090", plays.title, which="shortest", value=_decisions(shortest), wanted=wanted)
    if longest > limit("most decisions"):
        wanted = f"and should take {limit('most decisions'):.0f} or fewer"
        yield finding("SC090", plays.title, which="longest", value=_decisions(longest), wanted=wanted)


def lengths_apart(plays: Plays) -> Iterator[Finding]:
    """The longest play is a great deal longer than the shortest."""
    shortest, longest = plays.decisions or (0, 0)
    if shortest and longest > limit("lengths") * shortest:
        wanted = (
            f"{longest / shortest:.1f} times as many as the shortest, and should take {limit('lengths')} times at most"
        )
        yield finding("SC090", plays.title, which="longest", value=_decisions(longest), wanted=wanted)


def _decisions(count: int) -> str:
    return f"{count:,} decision{'' if count == 1 else 's'}"


# -- branches --------------------------------------------------------------------------------------------------------
def one_road(plays: Plays) -> Iterator[Finding]:
    """Nearly all moments lie on one road, so choices seem to branch and hardly do."""
    if not plays.is_whole:
        return
    moments = [moment.beat.id for moment in plays.moments]
    road = frozenset(most_travelled(plays))
    off = sum(beat not in road for beat in moments)
    if off < limit("off the road") * len(moments):
        least = f"{limit('off the road'):.0%}"
        yield finding("SC091", plays.title, off=off, all=len(moments), share=f"{off / len(moments):.0%}", least=least)


def most_travelled(plays: Plays) -> Iterator[str]:
    """The beats met by going on, at each, to that where random play most often goes on to."""
    place, passed = plays.scenario.start, set[str]()
    while place in plays.scenario.beats and place not in passed:
        yield place
        passed.add(place)
        onward = plays.flows.get(place, {})
        if not onward:
            return
        place = max(onward, key=lambda to: onward[to])


# -- what is remembered ----------------------------------------------------------------------------------------------
def not_remembered(plays: Plays) -> Iterator[Finding]:
    """Responses that set or clear a flag for which something asks, but nothing that can follow."""
    raised = [(beat, response, *one) for beat, response in plays.offered for one in _flagged(response)]
    heeding = _heeding(plays) if raised else {}
    for beat, response, verb, at, flag in raised:
        ahead = heeding.get(flag)
        now = flag in _flags(response_conditions(response))
        if ahead and not now and not any(route.to in ahead for route in response.routes):
            place = plays.desk.place(("beats", beat.id, "responses", response.id, verb, at))
            yield finding("SC092", place, response=response.id, verb=verb, flag=flag)


def _heeding(plays: Plays) -> Mapping[str, set[str]]:
    """Flag -> the beats and endings at which some condition asks for it, and those from which plays come there."""
    asking: dict[str, set[str]] = {}
    places: tuple[Beat | Ending, ...] = (*plays.reached, *plays.scenario.endings.values())
    for one in places:
        for flag in _flags(_conditions(one)):
            asking.setdefault(flag, set()).add(one.id)
    back: dict[str, set[str]] = {}
    for place, onward in plays.flows.items() if asking else ():
        for to in onward:
            back.setdefault(to, set()).add(place)
    return {flag: reached_from(there, back) for flag, there in asking.items()}


def _flagged(response: Response) -> Iterator[tuple[str, int, str]]:
    """Each flag that the response sets or clears, as it is written there."""
    raised = [effect.flag for effect in response.effects if isinstance(effect, Raise)]
    lowered = [effect.flag for effect in response.effects if isinstance(effect, Lower)]
    yield from (("sets", at, flag) for at, flag in enumerate(raised))
    yield from (("clears", at, flag) for at, flag in enumerate(lowered))


def _conditions(place: Beat | Ending) -> Iterator[Condition]:
    """Every condition that is asked while a play stands at this beat or ending."""
    lines = (line.when for line in place.lines)
    if isinstance(place, Ending):
        yield from (when for when in lines if when is not None)
        return
    own = chain(lines, (route.when for route in place.routes), (one.when for one in place.responses))
    yield from (when for when in own if when is not None)
    yield from chain.from_iterable(map(response_conditions, place.responses))


def _flags(conditions: Iterable[Condition]) -> set[str]:
    return {leaf.flag for leaf in chain.from_iterable(map(atoms, conditions)) if isinstance(leaf, Has)}


CHECKS: tuple[Check, ...] = (length, lengths_apart, one_road, not_remembered)
"""Every check of how plays run."""
