"""The laws of a scenario: what is offered, what a response claims and does here, and where it leads.

All of it is exact and pure: a World in, a World out. It does not know where a play stands (`story.machine`), nor how
points become scores (`scoring`). The meaning of every word is fixed in `docs/authoring.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, assert_never

from game.scenario.asking import Asking, Test
from game.scenario.condition import (
    Condition,
)
from game.scenario.model import (
    Beat,
    Code,
    Context,
    Dimension,
    Effect,
    Gauge,
    Line,
    Lower,
    Open,
    Raise,
    Repair,
    Response,
    Route,
    Rule,
    Scenario,
    Shift,
)
from game.scenario.world import World, watch

LEAST, MOST = -2, 2
"""Points of a response in one dimension stay between these (anchors: `docs/authoring.md`)."""


class Claim(NamedTuple):
    """One way a response's points can be computed: the code's default, the rules that fire, the author's word."""

    points: Mapping[Dimension, int]
    fired: tuple[Rule, ...]


class Laws:
    """The laws of one scenario, made once and shared by every run of it. Holds no state of a play."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.gauges: tuple[Gauge, ...] = tuple(scenario.gauges.values())
        self.index: Mapping[str, int] = {gauge.id: at for at, gauge in enumerate(self.gauges)}
        self.watch = watch(scenario)
        self._asking = Asking(scenario, self.index)
        self._rules: dict[str, tuple[tuple[Rule, Test], ...]] = {}
        self._offers: dict[str, tuple[tuple[Response, Test, str], ...] | None] = {}
        self._kinds: Mapping[str, Context] = {rupture.id: rupture.kind for rupture in scenario.ruptures.values()}

    # -- asking --------------------------------------------------------------------------------------------------
    def test(self, condition: Condition | None) -> Test:
        """The condition as a function of a World; no condition always holds."""
        return self._asking.test(condition)

    def holds(self, condition: Condition | None, world: World) -> bool:
        """Whether the condition holds in this World."""
        return condition is None or self.test(condition)(world)

    def gauge(self, name: str, world: World) -> int:
        """The present value of a gauge; KeyError for a name the scenario does not have."""
        return world.gauges[self.index[name]]

    def context(self, world: World) -> Context:
        """The kind of the most recently opened rupture still open, or `none`."""
        return self._kinds[world.open[-1]] if world.open else "none"

    def lines(self, lines: Iterable[Line], world: World) -> tuple[Line, ...]:
        """The lines whose condition holds."""
        return tuple(line for line in lines if line.when is None or self.holds(line.when, world))

    def offered(self, beat: Beat, world: World) -> tuple[Response, ...]:
        """The responses that may be given here, in the written order; empty when nothing can be said."""
        offers = self._offers[beat.id] if beat.id in self._offers else self._ready(beat)
        if offers is None:
            return beat.responses
        return tuple([response for response, holds, once in offers if once not in world.used and holds(world)])

    def _ready(self, beat: Beat) -> tuple[tuple[Response, Test, str], ...] | None:
        """The responses, each with its condition made ready and the key that `once` looks for; None where all stay."""
        offers = None
        if any(one.when is not None or one.once for one in beat.responses):
            offers = tuple(
                (one, self.test(one.when), f"{beat.id}/{one.id}" if one.once else "") for one in beat.responses
            )
        self._offers[beat.id] = offers
        return offers

    def route(self, routes: Iterable[Route], world: World) -> str | None:
        """Where the first route that holds leads: a beat or an ending."""
        return next((route.to for route in routes if route.when is None or self.holds(route.when, world)), None)

    # -- judging -------------------------------------------------------------------------------------------------
    def in_play(self, beat: Beat, world: World) -> tuple[Dimension, ...]:
        """The dimensions at stake at this moment: empathy always, humility at an opening, repair in a rupture."""
        if beat.in_play is not None:
            return beat.in_play
        humility: tuple[Dimension, ...] = ("humility",) if beat.openings else ()
        repair: tuple[Dimension, ...] = ("repair",) if world.open else ()
        return ("empathy", *humility, *repair)

    def points(self, beat: Beat, response: Response, world: World) -> dict[Dimension, int]:
        """Points of the response in each dimension in play, -2..+2; 0 where it makes no claim."""
        claims = self.claims(response, world).points
        return {dimension: claims.get(dimension, 0) for dimension in self.in_play(beat, world)}

    def claims(self, response: Response, world: World) -> Claim:
        """What the response claims in this World, in play or not, and the timing rules that fired."""
        fired = self.fired(response.code, world)
        claims = default_claims(self.scenario.rubric.codes[response.code], self.context(world), fired)
        for dimension, override in response.overrides.items():
            said = next((points for when, points in override.cases if self.holds(when, world)), None)
            if said is not None:
                claims[dimension] = said
        return Claim(claims, fired)

    def fired(self, code: str, world: World) -> tuple[Rule, ...]:
        """The timing rules that fire for this code in the World before the response, in the rubric's order."""
        rules = self._rules.get(code)
        if rules is None:
            rules = self._rules[code] = tuple(
                (rule, self.test(rule.when)) for rule in self.scenario.rubric.rules if code in rule.codes
            )
        return tuple([rule for rule, holds in rules if holds(world)]) if rules else ()

    # -- moving --------------------------------------------------------------------------------------------------
    def first(self) -> World:
        """The World before the first beat is entered."""
        none: frozenset[str] = frozenset()
        return World(tuple(gauge.start for gauge in self.gauges), none, (), none, none, none, none, (), ())

    def enter(self, beat: Beat, world: World) -> World:
        """The World after entering a beat: seen, its effects, then the rupture it opens."""
        if beat.id in self.watch.beats:
            world = world._replace(seen=world.seen | {beat.id})
        if not beat.effects:
            return world
        return self._changed(beat.effects, self._shifted(entering_shifts(beat), world))

    def answer(self, beat: Beat, response: Response, world: World) -> World:
        """The World after a response: shifts, flags, ruptures opened and repaired, then what it was remembered."""
        key = f"{beat.id}/{response.id}"
        after = self.given(response, world)
        return self.marked(key, after) if key in self.watch.responses else after

    def marked(self, key: str, world: World) -> World:
        """The World in which it is remembered that this response, `beat/response`, was given."""
        return world._replace(used=world.used | {key})

    def given(self, response: Response, world: World) -> World:
        """The World after a response, but for the memory of this very one: only its code is remembered."""
        before = world.open
        world = self._shifted(self.shifts(response, world), world)
        if response.effects:
            world = self._changed(response.effects, world)
        return self._remembered(response.code, before, world)

    def shifts(self, response: Response, world: World) -> Mapping[str, int]:
        """Gauge -> shift of the response: the code's for the context, the rules that fired, the author's word."""
        usual = self.scenario.rubric.codes[response.code].shifts[self.context(world)]
        fired = self.fired(response.code, world)
        if not fired and not response.shifts:
            return usual
        shifts = dict(usual)
        for rule in fired:
            for gauge, by in rule.shifts.items():
                shifts[gauge] = shifts.get(gauge, 0) + by
        shifts.update(response.shifts)
        return shifts

    def _shifted(self, shifts: Mapping[str, int], world: World) -> World:
        if not shifts:
            return world
        values = list(world.gauges)
        for name, by in shifts.items():
            at = self.index.get(name)
            if at is not None:
                gauge, value = self.gauges[at], values[at] + by
                values[at] = gauge.min if value < gauge.min else gauge.max if value > gauge.max else value
        return World(tuple(values), *world[1:])

    def _changed(self, effects: tuple[Effect, ...], world: World) -> World:
        for effect in effects:
            match effect:
                case Shift():
                    pass
                case Raise(flag):
                    world = world._replace(flags=world.flags | {flag})
                case Lower(flag):
                    world = world._replace(flags=world.flags - {flag})
                case Open(rupture):
                    world = _opened(rupture, world)
                case Repair(rupture, when):
                    world = _mended(rupture, world) if self.holds(when, world) else world
                case _:
                    assert_never(effect)
        return world

    def _remembered(self, code: str, before: tuple[str, ...], world: World) -> World:
        watch, since = self.watch, world.since
        if since and code in watch.since:
            since = tuple(
                codes | {code} if rupture in before else codes for rupture, codes in zip(world.open, since, strict=True)
            )
        return World(
            world.gauges,
            world.flags,
            world.open,
            world.repaired,
            world.used,
            world.seen,
            world.codes | {code} if code in watch.codes else world.codes,
            (*world.last, code)[-watch.memory :],
            since,
        )


def default_claims(code: Code, context: Context, fired: Iterable[Rule]) -> dict[Dimension, int]:
    """What a code claims in a context after the rules that fired, -2..+2; the author's word is not in it."""
    claims = dict(code.points[context])
    for rule in fired:
        for dimension, more in rule.add.items():
            claims[dimension] = claims.get(dimension, 0) + more
        for dimension, limit in rule.cap.items():
            if dimension in claims:
                claims[dimension] = min(claims[dimension], limit)
    return {dimension: min(MOST, max(LEAST, points)) for dimension, points in claims.items()}


def entering_shifts(beat: Beat) -> dict[str, int]:
    """Gauge -> the sum of what entering the beat shifts it by."""
    shifts: dict[str, int] = {}
    for effect in beat.effects:
        if isinstance(effect, Shift):
            shifts[effect.gauge] = shifts.get(effect.gauge, 0) + effect.by
    return shifts


def _opened(rupture: str, world: World) -> World:
    if rupture in world.open or rupture in world.repaired:
        return world
    return world._replace(open=(*world.open, rupture), since=(*world.since, frozenset()))


def _mended(rupture: str, world: World) -> World:
    if rupture not in world.open:
        return world
    at = world.open.index(rupture)
    return world._replace(
        open=world.open[:at] + world.open[at + 1 :],
        since=world.since[:at] + world.since[at + 1 :],
        repaired=world.repaired | {rupture},
    )
