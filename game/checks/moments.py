"""What is at stake at the moments of a scenario, weighed by how often random play meets them.

Arithmetic over an exploration; whether anything is wanting is asked by the checks that read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.scenario.explore import Explored
from game.scenario.graph import knotted
from game.scenario.model import DIMENSIONS, Beat, Dimension, Response
from game.scenario.steps import Points


@dataclass(frozen=True)
class Situation:
    """A moment as it can be met: what is on offer there, and what each of it earns. Alike states are one situation."""

    beat: Beat
    offers: tuple[Response, ...]
    points: tuple[Points, ...]
    """Of each offered response, in the order of `DIMENSIONS`; None where the dimension is not in play."""
    chance: float
    """How often a random play meets it, on average."""

    @cached_property
    def in_play(self) -> tuple[Dimension, ...]:
        """The dimensions in play."""
        return tuple(one for one, points in zip(DIMENSIONS, self.points[0], strict=True) if points is not None)

    @cached_property
    def claims(self) -> Mapping[str, Points]:
        """Response -> its points."""
        return {one.id: points for one, points in zip(self.offers, self.points, strict=True)}

    @cached_property
    def earned(self) -> Mapping[str, int]:
        """Response -> its points above the worst of each dimension in play, summed."""
        worst = sum(min(column) for column in zip(*map(_in_play, self.points), strict=True))
        return {id: sum(_in_play(points)) - worst for id, points in self.claims.items()}

    @cached_property
    def best(self) -> frozenset[str]:
        """The responses that nothing on offer earns more than, all dimensions in play together."""
        most = max(self.earned.values())
        return frozenset(id for id, earned in self.earned.items() if earned == most)

    @cached_property
    def stake(self) -> int:
        """Best minus worst, summed over the dimensions in play: what could be earned."""
        return sum(max(column) - min(column) for column in zip(*map(_in_play, self.points), strict=True))


@dataclass(frozen=True)
class Offer:
    """One response over all situations that offer it."""

    response: Response
    chance: float
    """How often a random play is offered it."""
    points: Mapping[Dimension, float]
    """Its mean points in each dimension that is ever in play with it."""
    total: float
    """Its mean points, summed over the dimensions in play."""
    above: float
    """Its mean points above the worst reply on offer."""
    best: float
    """The share, 0 to 1, of its situations in which nothing on offer earns more."""


@dataclass(frozen=True)
class Moment:
    """One beat with responses over all its situations: what a reader of the file would call a moment."""

    beat: Beat
    chance: float
    offers: tuple[Offer, ...]
    """In the written order; responses that no play is offered are left out."""

    @cached_property
    def key(self) -> Offer:
        """The response that is best most often in random play; of equals the one that earns more."""
        return max(self.offers, key=lambda one: (one.best * one.chance, one.above))

    @property
    def at_stake(self) -> bool:
        """Whether it matters at all which response is given."""
        return len({round(one.above, 9) for one in self.offers}) > 1


def situations(explored: Explored, often: Sequence[float]) -> tuple[Situation, ...]:
    """Everything that can be at stake, states with the same offers and points taken together, in order of meeting.

    `often` says of each state how often random play comes by: see `chances`.
    """
    alike: defaultdict[tuple[str, int, int], float] = defaultdict(float)
    told: dict[tuple[str, int, int], tuple[tuple[Response, ...], tuple[Points, ...]]] = {}
    for place, offers, points, chance in zip(explored.places, explored.offers, explored.points, often, strict=True):
        if offers:
            key = (place, id(offers), id(points))  # an exploration holds equal offers and points once
            alike[key] += chance
            told[key] = (offers, points)
    beats = explored.laws.scenario.beats
    return tuple(Situation(beats[key[0]], *told[key], chance) for key, chance in alike.items())


def moments(situations: Iterable[Situation]) -> tuple[Moment, ...]:
    """The moments, in the order in which they are first met."""
    at: dict[str, list[Situation]] = {}
    for one in situations:
        at.setdefault(one.beat.id, []).append(one)
    return tuple(_moment(those) for those in at.values())


def _moment(those: list[Situation]) -> Moment:
    beat = those[0].beat
    offers = (_offer(response, those) for response in beat.responses)
    return Moment(beat, sum(one.chance for one in those), tuple(one for one in offers if one is not None))


def _offer(response: Response, those: list[Situation]) -> Offer | None:
    total = above = best = whole = 0.0
    sums: dict[Dimension, list[float]] = {}
    for one in those:
        if response.id not in one.earned:
            continue
        weight = one.chance or TINY
        whole += weight
        above += weight * one.earned[response.id]
        best += weight * (response.id in one.best)
        for dimension, points in zip(DIMENSIONS, one.claims[response.id], strict=True):
            if points is not None:
                total += weight * points
                pair = sums.setdefault(dimension, [0.0, 0.0])
                pair[0] += weight * points
                pair[1] += weight
    if not whole:
        return None
    mean = {dimension: earned / weight for dimension, (earned, weight) in sums.items()}
    return Offer(response, whole, mean, total / whole, above / whole, best / whole)


TINY = 1e-12
"""The weight of a situation that random play hardly ever meets: it counts where nothing else does."""


def chances(explored: Explored) -> list[float]:
    """State -> how often random play comes by; in a round, each state counts as often as it is first come to."""
    chances = [0.0] * len(explored.places)
    chances[0] = 1.0
    for group in reversed(explored.components):
        if knotted(group, explored.arrows):
            inside, share = set(group), sum(chances[state] for state in group) / len(group)
            for state in group:
                chances[state] = share
        else:
            inside = set()
        for state in group:
            ways = explored.arrows[state]
            onward = [to for to in ways if to not in inside]
            for to in onward:
                chances[to] += chances[state] / len(ways)
    return chances


def _in_play(points: Points) -> list[int]:
    return [one for one in points if one is not None]
