"""What giving a response and entering a place make of a World, worked out once for all responses and places alike.

A scenario has thousands of responses, few kinds of them, and few Worlds between them. So Worlds get numbers, and what
the laws said of a kind and a number is remembered. It decides nothing: `laws` and `lens` do, and `explore` walks.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from game.scenario.asked import Said, Sites
from game.scenario.laws import Laws
from game.scenario.lens import Lenses
from game.scenario.model import Beat, Dimension, Response
from game.scenario.world import World

Points = tuple[int | None, int | None, int | None]
"""Points in empathy, humility and repair (the order of `DIMENSIONS`), None where the dimension is not in play."""

MOST_KEPT = 100_000
"""Worlds between a response and the next beat that are kept at a time; then all that is remembered is let go."""


class Numbers(dict[World, int]):
    """World -> its number, given when first asked for; and back."""

    def __init__(self) -> None:
        super().__init__()
        self.worlds: list[World] = []
        """Number -> World."""

    def __missing__(self, world: World) -> int:
        number = self[world] = len(self.worlds)
        self.worlds.append(world)
        return number


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One response of one beat. What it remembers is shared with the responses that do the same."""

    response: Response
    key: str
    """`beat/response` where it matters that it was given, else empty."""
    only: str
    """Where it leads, if it leads to one place only; else empty."""
    answers: dict[int, int]
    """World before -> World after, but for the memory of this very response."""
    claims: dict[int, Points]
    """World before -> points."""
    said: Said | None
    """The conditions to watch when it is given."""


@dataclass(frozen=True, slots=True, eq=False)
class Threshold:
    """One place as it is entered."""

    place: str
    beat: Beat | None
    """None for an ending."""
    views: dict[int, int]
    """World before -> World as seen there; shared with places where the same matters."""
    states: dict[int, int] = field(default_factory=dict)
    """World as seen there -> its state, once it was met."""
    steps: list[Step] = field(default_factory=list)
    """One for each response, from when they are first offered."""


class Steps:
    """The steps of one scenario."""

    def __init__(self, laws: Laws, lenses: Lenses, sites: Sites) -> None:
        self.laws = laws
        self.lenses = lenses
        self.sites = sites
        self.seen = Numbers()
        """The Worlds in which plays stand, as seen there."""
        self.passing = Numbers()
        """The Worlds after a response, before the next beat is entered."""
        self._answers: dict[Hashable, dict[int, int]] = {}
        self._claims: dict[Hashable, dict[int, Points]] = {}
        self._views: dict[Hashable, dict[int, int]] = {}
        self._thresholds: dict[str, Threshold] = {}

    # -- entering ------------------------------------------------------------------------------------------------
    def threshold(self, place: str) -> Threshold:
        """The threshold of a beat or an ending."""
        found = self._thresholds.get(place)
        if found is None:
            found = self._thresholds[place] = self._threshold(place)
        return found

    def _threshold(self, place: str) -> Threshold:
        beat = self.laws.scenario.beats.get(place)
        effects = beat.effects if beat is not None else ()
        remembered = place if place in self.laws.watch.beats else ""
        return Threshold(place, beat, self._views.setdefault((effects, remembered, self.lenses.common(place)), {}))

    def passed(self, world: World) -> int:
        """The number of a World that comes from somewhere else than a response."""
        if len(self.passing) > MOST_KEPT:
            self._let_go()
        return self.passing[world]

    def entered(self, threshold: Threshold, passing: int) -> int:
        """The number of the World as seen in the place, after entering it in this one."""
        seen = threshold.views.get(passing)
        return self._enter(threshold, passing) if seen is None else seen

    def _enter(self, threshold: Threshold, passing: int) -> int:
        world = self.passing.worlds[passing]
        if threshold.beat is not None:
            world = self.laws.enter(threshold.beat, world)
        number = self.seen[self.lenses.view(threshold.place, world)]
        if not world.used and not world.seen:  # else it depends on the very place which of that still matters
            threshold.views[passing] = number
        return number

    # -- answering -----------------------------------------------------------------------------------------------
    def offered(self, threshold: Threshold, beat: Beat, world: World) -> tuple[tuple[Response, ...], list[Step]]:
        """What is on offer, and the steps of that."""
        steps = threshold.steps
        if not steps:
            steps += [self._step(beat, response) for response in beat.responses]
        offers = self.laws.offered(beat, world)
        if len(offers) < len(steps):
            there = set(map(id, offers))
            steps = [step for step in steps if id(step.response) in there]
        return offers, steps

    def _step(self, beat: Beat, response: Response) -> Step:
        key = f"{beat.id}/{response.id}"
        places = {route.to for route in response.routes}
        only = places.pop() if len(places) == 1 and response.routes[-1].when is None else ""
        does = (response.code, tuple(response.shifts.items()), response.effects)
        judged = (response.code, beat.in_play, bool(beat.openings), key if response.overrides else "")
        return Step(
            response,
            key if key in self.laws.watch.responses else "",
            only,
            self._answers.setdefault(does, {}),
            self._claims.setdefault(judged, {}),
            self.sites.said(beat, response),
        )

    def answered(self, step: Step, number: int) -> int:
        """The number of the World after the response; `number` is that of the World before it."""
        after = step.answers.get(number)
        if after is None:
            after = step.answers[number] = self.passed(self.laws.given(step.response, self.seen.worlds[number]))
        return self.passed(self.laws.marked(step.key, self.passing.worlds[after])) if step.key else after

    def judged(self, step: Step, beat: Beat, number: int) -> Points:
        """The points of the response in that World."""
        points = step.claims.get(number)
        if points is None:
            world = self.seen.worlds[number]
            claims = self.laws.claims(step.response, world).points
            points = step.claims[number] = _points(claims, self.laws.in_play(beat, world))
        return points

    def _let_go(self) -> None:
        self.passing = Numbers()
        for memory in (*self._answers.values(), *self._views.values()):
            memory.clear()


def _points(claims: Mapping[Dimension, int], in_play: tuple[Dimension, ...]) -> Points:
    return (
        claims.get("empathy", 0) if "empathy" in in_play else None,
        claims.get("humility", 0) if "humility" in in_play else None,
        claims.get("repair", 0) if "repair" in in_play else None,
    )
