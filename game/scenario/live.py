"""Of each beat, what of the World can still matter from there on: for offers, points, effects, lines and routes.

It works backwards over the beats, as compilers find live variables (Kildall 1973); it walks no play. What it says is
never too little, so Worlds that agree in it behave alike; `lens` makes them equal.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from game.scenario.graph import components, knotted
from game.scenario.laws import Laws, entering_shifts
from game.scenario.model import (
    Beat,
    Dimension,
    Effect,
    Line,
    Lower,
    Open,
    Raise,
    Repair,
    Response,
    Route,
    Scenario,
    Shift,
)
from game.scenario.slots import Slots
from game.scenario.sway import Sway, Sways

PATIENCE = 16
"""A beat in a knot that changed this often takes every gauge it still reads as read in full: an end must come."""


Told = int
"""What is told of the newest code: see `Slots.told`."""


def live(laws: Laws, slots: Slots) -> Mapping[str, Mapping[Told, int]]:
    """Beat or ending -> what is told of the newest code on arriving -> the bits that can still be read from there."""
    return _Backwards(laws, slots).run()


class _Backwards:
    def __init__(self, laws: Laws, slots: Slots) -> None:
        self.scenario = laws.scenario
        self.laws = laws
        self.slots = slots
        self.sways = Sways(self.scenario)
        self.arriving = _arriving(self.scenario, slots)
        self.live: dict[str, dict[Told, int]] = {}
        self.before: dict[tuple[str, Told], int] = {}
        """What matters before entering."""

    # -- the order of work ---------------------------------------------------------------------------------------
    def run(self) -> Mapping[str, Mapping[Told, int]]:
        for ending in self.scenario.endings.values():
            self.live[ending.id] = {told: self._lines(ending.lines, told) for told in self.arriving[ending.id]}
            self.before.update({(ending.id, told): bits for told, bits in self.live[ending.id].items()})
        names = list(self.scenario.beats)
        index = {name: at for at, name in enumerate(names)}
        arrows = [[index[to] for to in _leads(beat) if to in index] for beat in self.scenario.beats.values()]
        for component in components(arrows):
            beats = [self.scenario.beats[names[at]] for at in component]
            if knotted(component, arrows):
                self._settle(beats)
            else:
                self._update(beats[0])
        return self.live

    def _settle(self, beats: list[Beat]) -> None:
        inside = {beat.id for beat in beats}
        from_: dict[str, list[Beat]] = {name: [] for name in inside}
        for beat in beats:
            for to in _leads(beat):
                if to in inside:
                    from_[to].append(beat)
        waiting, queued, changes = deque(beats), set(inside), dict.fromkeys(inside, 0)
        while waiting:
            beat = waiting.popleft()
            queued.discard(beat.id)
            if not self._update(beat, widen=changes[beat.id] > PATIENCE):
                continue
            changes[beat.id] += 1
            fresh = {one.id: one for one in from_[beat.id] if one.id not in queued}
            queued.update(fresh)
            waiting.extend(fresh.values())

    def _update(self, beat: Beat, *, widen: bool = False) -> bool:
        old = self.live.get(beat.id, {})
        new: dict[Told, int] = {}
        for told in self.arriving[beat.id]:
            same = next((bits for bits in new.values() if not bits & self.slots.newest), None)
            new[told] = self._widened(beat, told, widen=widen) | old.get(told, 0) if same is None else same
        if new == old:
            return False
        self.live[beat.id] = new
        for told, bits in new.items():
            if bits != old.get(told):
                self.before[beat.id, told] = self._entering(beat, bits)
        return True

    def _widened(self, beat: Beat, told: Told, *, widen: bool) -> int:
        live = self._at(beat, told)
        if widen:
            for field in self.slots.gauges:
                live |= field.mask if live & field.mask else 0
        return live

    # -- backwards through one beat ------------------------------------------------------------------------------
    def _at(self, beat: Beat, told: Told) -> int:
        live = self._lines(beat.lines, told)
        if not beat.responses:
            return live | self._routes(beat.routes, told)
        if beat.in_play is None:
            live |= self.slots.ruptures
        for response in beat.responses:
            live |= self._through(beat, response, told) | self._asked(beat, response, told)
        return live

    def _entering(self, beat: Beat, live: int) -> int:
        live &= ~self.slots.known("seen", beat.id)
        for effect in reversed(beat.effects):
            live = self._effect(effect, live, 0)
        for gauge, by in entering_shifts(beat).items():
            live = self._moved(gauge, (by,), live)
        return live

    def _routes(self, routes: Iterable[Route], told: Told) -> int:
        live = 0
        for route in routes:
            live |= self.slots.reads(route.when, told) | self.before.get((route.to, told), 0)
        return live

    def _lines(self, lines: Iterable[Line], told: Told) -> int:
        live = 0
        for line in lines:
            live |= self.slots.reads(line.when, told)
        return live

    def _through(self, beat: Beat, response: Response, told: Told) -> int:
        new = self.slots.told(response.code)
        live = self._remembered(beat, response, self._routes(response.routes, new) | self._lines(response.reply, new))
        for effect in reversed(response.effects):
            live = self._effect(effect, live, told)
        reads = 0
        for at, gauge in enumerate(self.laws.gauges):
            if not live & self.slots.gauges[at].mask:
                continue
            if gauge.id in response.shifts:
                live = self._moved(gauge.id, (response.shifts[gauge.id],), live)
                continue
            sway = self.sways.shift(response.code, gauge.id)
            live = self._moved(gauge.id, sway.values, live)
            reads |= self._swayed(sway, told)
        return live | reads

    def _asked(self, beat: Beat, response: Response, told: Told) -> int:
        """What offering and judging the response reads in the World before it."""
        live = self.slots.reads(response.when, told)
        if response.once:
            live |= self.slots.bit("used", f"{beat.id}/{response.id}")
        for dimension in self._in_play(beat):
            strained = beat.in_play is None and dimension == "repair"
            live |= self._judged(response, dimension, told, strained=strained)
        return live

    def _judged(self, response: Response, dimension: Dimension, told: Told, *, strained: bool) -> int:
        live = 0
        override = response.overrides.get(dimension)
        for when, _ in override.cases if override else ():
            if when is None:
                return live
            live |= self.slots.reads(when, told)
        return live | self._swayed(self.sways.claim(response.code, dimension, strained=strained), told)

    def _in_play(self, beat: Beat) -> tuple[Dimension, ...]:
        if beat.in_play is not None:
            return beat.in_play
        humility: tuple[Dimension, ...] = ("humility",) if beat.openings else ()
        repair: tuple[Dimension, ...] = ("repair",) if self.scenario.ruptures else ()
        return ("empathy", *humility, *repair)

    # -- backwards through one change ----------------------------------------------------------------------------
    def _swayed(self, sway: Sway, told: Told) -> int:
        live = self.slots.context if sway.context else 0
        for rule in sway.rules:
            live |= self.slots.reads(rule.when, told)
        return live

    def _moved(self, gauge: str, shifts: Iterable[int], live: int) -> int:
        """A step read after a shift is read as many steps lower before it. What falls off the end is always so."""
        at = self.laws.index.get(gauge)
        if at is None or self.slots.gauges[at].whole:
            return live
        field = self.slots.gauges[at]
        steps = (live >> field.at) & field.ones
        moved = 0
        for by in shifts:
            moved |= steps >> by if by >= 0 else steps << -by
        return (live & ~field.mask) | ((moved & field.ones) << field.at)

    def _effect(self, effect: Effect, live: int, told: Told) -> int:
        slots = self.slots
        match effect:
            case Shift():
                return live
            case Raise(flag) | Lower(flag):
                return live & ~slots.known("flag", flag)
            case Open(rupture):
                if live & (slots.bit("open", rupture) | slots.order):
                    live |= slots.bit("open", rupture) | slots.bit("repaired", rupture)
                return live
            case Repair(rupture, when):  # read even where nothing may come of it: an author is told what never repairs
                return live | slots.bit("open", rupture) | slots.reads(when, told)

    def _remembered(self, beat: Beat, response: Response, live: int) -> int:
        """Before a response is remembered: what it makes certain falls away, and errors lie one response nearer."""
        slots = self.slots
        live &= ~(slots.known("used", f"{beat.id}/{response.id}") | slots.known("code", response.code))
        live &= ~(slots.newest | slots.since(response.code))
        errors = (live & slots.errors.mask) >> 1 & slots.errors.mask
        live &= ~slots.errors.mask
        return live if self.scenario.rubric.codes[response.code].is_error else live | errors


def _arriving(scenario: Scenario, slots: Slots) -> Mapping[str, set[Told]]:
    """Beat or ending -> all that may be told of the newest code when it is entered."""
    arriving: dict[str, set[Told]] = {place: set() for place in (*scenario.beats, *scenario.endings)}
    waiting = deque([(scenario.start, 0)])
    waiting += (
        (route.to, slots.told(response.code))
        for beat in scenario.beats.values()
        for response in beat.responses
        for route in response.routes
    )
    while waiting:
        place, told = waiting.popleft()
        if told in arriving[place]:
            continue
        arriving[place].add(told)
        beat = scenario.beats.get(place)
        if beat is not None and not beat.responses:
            waiting += ((route.to, told) for route in beat.routes)
    return arriving


def _leads(beat: Beat) -> tuple[str, ...]:
    routes = [route for response in beat.responses for route in response.routes] or beat.routes
    return tuple(route.to for route in routes)
