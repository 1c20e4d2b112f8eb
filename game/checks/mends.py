"""What comes of every repair that a play can try: whether the rupture is ever open then, and its condition holds.

It tells what an exploration saw; the judging is `explored`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.scenario.condition import Condition
from game.scenario.explore import Explored
from game.scenario.model import Open, Repair

Key = tuple[str, str, int]
"""Beat, response, and which of the response's effects."""


class Mend(NamedTuple):
    """One repair of a response that some play is offered."""

    beat: str
    response: str
    at: int
    """Which of the response's effects."""
    rupture: str
    when: Condition | None
    met: bool
    """Whether the rupture is ever open when the response is given."""
    held: bool
    """Whether it ever repairs."""
    failed: bool
    """Whether its condition ever stands in the way."""


def mends(explored: Explored) -> tuple[Mend, ...]:
    """What comes of every repair on offer in some play, in the written order.

    Left out are those beyond proof, and those of a rupture that the same response opens.
    """
    if not explored.complete:
        return ()
    return tuple(_seen(explored))


def _seen(explored: Explored) -> Iterator[Mend]:
    met = _met(explored)
    asked = {(one.place, one.response, one.at): one for one in explored.asked if one.part == "repair"}
    for key, (rupture, when) in _tried(explored).items():
        if when is None:
            yield Mend(*key, rupture, when, key in met, key in met, False)
        else:
            yield Mend(*key, rupture, when, key in met, asked[key].held, asked[key].failed)


def _tried(explored: Explored) -> Mapping[Key, tuple[str, Condition | None]]:
    unheard = set(explored.never_offered())
    return {
        (beat.id, response.id, at): (effect.rupture, effect.when)
        for beat in explored.laws.scenario.beats.values()
        if beat.id in explored.first
        for response in beat.responses
        if f"{beat.id}/{response.id}" not in unheard
        for at, effect in enumerate(response.effects)
        if isinstance(effect, Repair) and Open(effect.rupture) not in response.effects
    }


def _met(explored: Explored) -> frozenset[Key]:
    """The repairs whose rupture is open in some World in which the response is given."""
    mending = {beat for beat, _, _ in _tried(explored)}
    return frozenset(
        (place, response.id, at)
        for place, world, offers in zip(explored.places, explored.worlds, explored.offers, strict=True)
        if place in mending
        for response in offers
        for at, effect in enumerate(response.effects)
        if isinstance(effect, Repair) and effect.rupture in world.open
    )
