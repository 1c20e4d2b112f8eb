"""Pairs of responses after which everything is the same: the client's words, and all that can still follow.

It finds them by what an exploration saw; whether one of the two is one too many is said by `choices`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from game.scenario.explore import Explored
from game.scenario.laws import Laws
from game.scenario.model import Beat, Response
from game.scenario.world import World

MOST_PAIRED = 24
"""Responses of one moment that are compared two by two: of more, that there are too many is the thing to say."""


class Twins(NamedTuple):
    """Two responses of one moment that are always on offer together, and after which the same follows."""

    beat: str
    first: str
    second: str
    move_alike: bool
    """Whether they also shift every gauge alike."""


def twins(explored: Explored) -> tuple[Twins, ...]:
    """All pairs with the same reply that lead, in every situation, to the same beat and what matters of the World."""
    found = {beat.id: pairs for beat in explored.laws.scenario.beats.values() if (pairs := list(_may_be(beat)))}
    unlike: set[Twins] = set()
    for state, place in enumerate(explored.places):
        if found.get(place):
            here = {one.id: at for at, one in enumerate(explored.offers[state])}
            found[place] = [pair for pair in found[place] if _follows_alike(pair, here, explored.arrows[state])]
            unlike.update(
                pair
                for pair in found[place]
                if pair.first in here and not _moves(pair, explored.worlds[state], explored.laws)
            )
    return tuple(
        pair._replace(move_alike=pair not in unlike)
        for beat, pairs in found.items()
        if beat in explored.first
        for pair in pairs
    )


def _may_be(beat: Beat) -> Iterator[Twins]:
    if len(beat.responses) > MOST_PAIRED:
        return
    said = {one.id: (_targets(one), [(line.text, line.when) for line in one.reply]) for one in beat.responses}
    for first, second in combinations(said, 2):
        if said[first] == said[second]:
            yield Twins(beat.id, first, second, move_alike=True)


def _targets(response: Response) -> frozenset[str]:
    return frozenset(route.to for route in response.routes)


def _follows_alike(pair: Twins, here: dict[str, int], arrows: tuple[int, ...]) -> bool:
    if pair.first not in here or pair.second not in here:
        return pair.first not in here and pair.second not in here
    return arrows[here[pair.first]] == arrows[here[pair.second]]


def _moves(pair: Twins, world: World, laws: Laws) -> bool:
    """Whether the two shift alike here."""
    said = {one.id: one for one in laws.scenario.beats[pair.beat].responses}
    return _shifts(said[pair.first], world, laws) == _shifts(said[pair.second], world, laws)


def _shifts(response: Response, world: World, laws: Laws) -> dict[str, int]:
    return {gauge: by for gauge, by in laws.shifts(response, world).items() if by}
