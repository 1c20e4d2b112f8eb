"""Every play of a small scenario, one by one, with nothing dropped from the World: the explorer must agree with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from game.scenario.laws import Laws
from game.scenario.model import DIMENSIONS, Dimension
from game.scenario.world import World


@dataclass(frozen=True)
class Chosen:
    """One decision of a play."""

    beat: str
    response: str
    points: dict[Dimension, int]
    best: dict[Dimension, int]
    worst: dict[Dimension, int]
    mean: dict[Dimension, Fraction]


@dataclass(frozen=True)
class Play:
    """One play from the start to an ending, or to where nothing leads on."""

    probability: Fraction = Fraction(1)
    chosen: tuple[Chosen, ...] = ()
    passed: tuple[tuple[str, World], ...] = field(default=())
    """Every beat and ending entered, with the World then."""
    ending: str | None = None
    stuck: str | None = None

    def moments(self, dimension: Dimension) -> list[Chosen]:
        """The decisions at which a dimension was in play."""
        return [one for one in self.chosen if dimension in one.points]


def plays(laws: Laws) -> Iterator[Play]:
    """Every play of a scenario whose ways lead forwards only."""
    yield from _from(laws, laws.scenario.start, laws.first(), Play())


def _from(laws: Laws, at: str | None, world: World, play: Play) -> Iterator[Play]:
    if at is None:
        yield replace(play, stuck=play.passed[-1][0])
        return
    beat = laws.scenario.beats.get(at)
    if beat is None:
        yield replace(play, passed=(*play.passed, (at, world)), ending=at)
        return
    world = laws.enter(beat, world)
    play = replace(play, passed=(*play.passed, (at, world)))
    if not beat.responses:
        yield from _from(laws, laws.route(beat.routes, world), world, play)
        return
    offered = laws.offered(beat, world)
    if not offered:
        yield replace(play, stuck=at)
    points = {response.id: laws.points(beat, response, world) for response in offered}
    for response in offered:
        after = laws.answer(beat, response, world)
        chosen = _chosen(at, response.id, points)
        further = replace(play, probability=play.probability / len(offered), chosen=(*play.chosen, chosen))
        yield from _from(laws, laws.route(response.routes, after), after, further)


def _chosen(beat: str, response: str, points: dict[str, dict[Dimension, int]]) -> Chosen:
    own = points[response]
    every = {one: [others[one] for others in points.values()] for one in DIMENSIONS if one in own}
    return Chosen(
        beat,
        response,
        own,
        {one: max(values) for one, values in every.items()},
        {one: min(values) for one, values in every.items()},
        {one: Fraction(sum(values), len(values)) for one, values in every.items()},
    )
