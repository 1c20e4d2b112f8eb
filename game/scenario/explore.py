"""All that can happen in a scenario: every reachable (beat, World), the ways between them, and what that proves.

It walks the laws alone, without the machine that runs a play: a second opinion. It counts and proves; what the plays
can score is `bounds`, and what an author should hear of it is told by the checks.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from game.scenario.asked import Asked, Sites
from game.scenario.graph import components, knotted
from game.scenario.laws import Laws
from game.scenario.lens import Lenses
from game.scenario.model import Beat, Response
from game.scenario.steps import Points, Steps
from game.scenario.world import World

LIMIT = 200_000
"""States after which an exploration gives up: more than any scenario that a person can still keep in mind."""

MOST_WAYS = 400_000
"""Responses given in all states together after which it gives up: 10,000 beats of the usual kind need fewer."""

WIDE = 16
"""Gauges of a usual World; one with many more takes longer to move, and so fewer ways are looked at."""

NOWHERE = ""
"""The place of a response or beat none of whose routes holds."""


class Arrival(NamedTuple):
    """How a state was first reached: from which state, by which response (empty where a beat led on by itself)."""

    origin: int
    response: str


class Stuck(NamedTuple):
    """A moment that offers nothing, or from which no way leads on."""

    beat: str
    world: World
    """All of it that still matters there."""
    path: tuple[str, ...]
    """A shortest way there, as `beat/response`."""


class Cycle(NamedTuple):
    """A play that returns to the same beat and World."""

    beats: tuple[str, ...]
    """The beats of one shortest round, in order."""
    path: tuple[str, ...]
    """A shortest way into it, as `beat/response`."""


@dataclass(frozen=True)
class Explored:
    """The states of a scenario, numbered from 0, the start. A state is a beat or an ending with a World as seen there.

    Lists, not objects, because there may be 200,000 of them. The state of a real World is found by `number`.
    """

    laws: Laws
    lenses: Lenses
    complete: bool
    """False when the limit was reached: what was not met may still be reachable."""
    limit: int
    """What it was that was reached: so many states, or responses in them."""
    counted: Literal["situations", "ways on"]
    places: list[str]
    """State -> its beat or ending."""
    worlds: list[World]
    """State -> its World after entering, with what no longer matters set to one fixed value."""
    offers: list[tuple[Response, ...]]
    """State -> what is on offer there."""
    points: list[tuple[Points, ...]]
    """State -> the points of each offered response."""
    arrows: list[tuple[int, ...]]
    """State -> the states after each offered response; or the one after a beat that leads on by itself."""
    arrivals: list[Arrival]
    unvisited: frozenset[int]
    """States that were met and not looked into, because of the limit."""
    asked: tuple[Asked, ...]
    """Every condition of the scenario, with whether it ever held and ever failed."""

    def number(self, place: str, world: World) -> int | None:
        """The state of a World in which a beat or ending was entered; None for one that was not met."""
        if place not in self.laws.scenario.beats and place not in self.laws.scenario.endings:
            return None
        return self._index.get((place, self.lenses.view(place, world)))

    @cached_property
    def _index(self) -> dict[tuple[str, World], int]:
        return {where: state for state, where in enumerate(zip(self.places, self.worlds, strict=True))}

    @cached_property
    def components(self) -> list[list[int]]:
        """The states in groups that can return to each other, each group before those that lead to it."""
        return components(self.arrows)

    @cached_property
    def first(self) -> dict[str, int]:
        """Beat or ending -> the state in which fewest responses reach it: states are numbered in that order."""
        first: dict[str, int] = {}
        for state, place in enumerate(self.places):
            first.setdefault(place, state)
        return first

    def path(self, state: int) -> tuple[str, ...]:
        """A shortest way from the start to a state, as `beat/response`."""
        steps = []
        while state:
            origin, response = self.arrivals[state]
            if response:
                steps.append(f"{self.places[origin]}/{response}")
            state = origin
        return tuple(reversed(steps))

    def shortest(self, place: str) -> tuple[str, ...] | None:
        """A shortest way from the start to a beat or ending, as `beat/response`; None where no way was found."""
        state = self.first.get(place)
        return None if state is None else self.path(state)

    # -- what it proves ------------------------------------------------------------------------------------------
    def unreached(self) -> tuple[str, ...]:
        """The beats, then the endings, that no play was found to reach; proof only when `complete`."""
        scenario = self.laws.scenario
        return tuple(place for place in (*scenario.beats, *scenario.endings) if place not in self.first)

    def never_offered(self) -> tuple[str, ...]:
        """The responses of reached beats that no moment was found to offer, as `beat/response`."""
        shared = {(place, id(offers)): offers for place, offers in zip(self.places, self.offers, strict=True)}
        offered = {(place, response.id) for (place, _), offers in shared.items() for response in offers}
        beats = (beat for beat in self.laws.scenario.beats.values() if beat.id in self.first)
        return tuple(
            f"{beat.id}/{said.id}" for beat in beats for said in beat.responses if (beat.id, said.id) not in offered
        )

    def stuck(self) -> tuple[Stuck, ...]:
        """The first state of each beat from which nothing leads on, in the order in which they were met."""
        found: dict[str, Stuck] = {}
        for state, place in enumerate(self.places):
            if self.arrows[state] or state in self.unvisited or place in self.laws.scenario.endings:
                continue
            at = self.arrivals[state].origin if place == NOWHERE else state
            if self.places[at] not in found:
                found[self.places[at]] = Stuck(self.places[at], self.worlds[at], self.path(state))
        return tuple(found.values())

    def cycles(self) -> tuple[Cycle, ...]:
        """A shortest round of each knot of states, those through the same beats told once."""
        knots = (members for members in self.components if knotted(members, self.arrows))
        found: dict[frozenset[str], Cycle] = {}
        for cycle in sorted(map(self._cycle, knots), key=lambda cycle: len(cycle.path)):
            found.setdefault(frozenset(cycle.beats), cycle)
        return tuple(found.values())

    def _cycle(self, members: list[int]) -> Cycle:
        entry = min(members)
        inside, origin, waiting = set(members), {entry: entry}, deque([entry])
        while waiting:
            state = waiting.popleft()
            if entry in self.arrows[state]:
                break
            for to in self.arrows[state]:
                if to in inside and to not in origin:
                    origin[to] = state
                    waiting.append(to)
        round_ = [state]
        while round_[-1] != entry:
            round_.append(origin[round_[-1]])
        return Cycle(tuple(self.places[one] for one in reversed(round_)), self.path(entry))


def explore(laws: Laws, *, limit: int = LIMIT) -> Explored:
    """Every state that a play can reach, found breadth first; stops with `complete=False` beyond the limit."""
    return _Walk(laws, limit).run()


class _Walk:
    def __init__(self, laws: Laws, limit: int) -> None:
        self.laws = laws
        self.limit = limit
        self.lenses = Lenses(laws)
        self.sites = Sites(laws)
        self.steps = Steps(laws, self.lenses, self.sites)
        self.places: list[str] = []
        self.worlds: list[World] = []
        self.numbers: list[int] = []
        self.offers: list[tuple[Response, ...]] = []
        self.points: list[tuple[Points, ...]] = []
        self.arrows: list[tuple[int, ...]] = []
        self.arrivals: list[Arrival] = []
        self.waiting: deque[int] = deque()
        self.ways = 0
        self.most_ways = MOST_WAYS // (1 + len(laws.gauges) // WIDE)
        self._offers: dict[tuple[int, ...], tuple[Response, ...]] = {}
        self._points: dict[tuple[Points, ...], tuple[Points, ...]] = {}

    def run(self) -> Explored:
        self._arrive(self.laws.scenario.start, self.steps.passed(self.laws.first()), 0, "")
        while self.waiting and len(self.places) <= self.limit and self.ways <= self.most_ways:
            self._look(self.waiting.popleft())
        too_many_ways = self.ways > self.most_ways
        return Explored(
            self.laws, self.lenses, not self.waiting, self.most_ways if too_many_ways else self.limit,
            "ways on" if too_many_ways else "situations", self.places, self.worlds, self.offers, self.points,
            self.arrows, self.arrivals, frozenset(self.waiting), self.sites.told(),
        )  # fmt: skip

    def _look(self, state: int) -> None:
        beat, world = self.laws.scenario.beats[self.places[state]], self.worlds[state]
        here = self.sites.here(beat.id)
        if here.rows:
            here.ask(world)
        if beat.responses:
            self._moment(state, beat, world)
        else:
            to = self.laws.route(beat.routes, world)
            self.arrows[state] = (self._arrive(to, self.steps.passed(world), state, ""),)

    def _moment(self, state: int, beat: Beat, world: World) -> None:
        walked, number, arrows, points = self.steps, self.numbers[state], [], []
        offers, steps = walked.offered(walked.threshold(beat.id), beat, world)
        self.offers[state] = self._offers.setdefault(tuple(map(id, offers)), offers)
        self.ways += len(steps)
        for step in steps:
            passing = walked.answered(step, number)
            to: str | None = step.only
            if step.said is not None or not to:
                after = walked.passing.worlds[passing]
                if step.said is not None:
                    step.said.ask(world, after, self.laws.in_play(beat, world))
                to = to or self.laws.route(step.response.routes, after)
            points.append(walked.judged(step, beat, number))
            arrows.append(self._arrive(to, passing, state, step.response.id))
        self.arrows[state] = tuple(arrows)
        told = tuple(points)
        self.points[state] = self._points.setdefault(told, told)

    def _arrive(self, to: str | None, passing: int, origin: int, response: str) -> int:
        if to is None:
            return self._add(NOWHERE, self.numbers[origin], Arrival(origin, response))
        threshold = self.steps.threshold(to)
        number = self.steps.entered(threshold, passing)
        state = threshold.states.get(number)
        if state is None:
            state = threshold.states[number] = self._add(to, number, Arrival(origin, response))
            self._met(state, threshold.beat)
        return state

    def _met(self, state: int, beat: Beat | None) -> None:
        if beat is None:
            self.sites.here(self.places[state]).ask(self.worlds[state])
        elif beat.responses:
            self.waiting.append(state)
        else:
            self.waiting.appendleft(state)  # no decision is taken there: it lies as near as where it was met from

    def _add(self, place: str, number: int, arrival: Arrival) -> int:
        self.places.append(place)
        self.numbers.append(number)
        self.worlds.append(self.steps.seen.worlds[number])
        self.offers.append(())
        self.points.append(())
        self.arrows.append(())
        self.arrivals.append(arrival)
        return len(self.places) - 1
