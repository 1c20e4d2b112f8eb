"""Of each beat, what of the World can still matter from there on: for offers, points, effects, lines and routes.

It works backwards over the beats, as compilers find live variables (Kildall 1973); it walks no play. What it says is
never too little, so Worlds that agree in it behave alike; `lens` makes them equal.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from game.scenario.graph import components, knotted
from game.scenario.laws import Laws, entering_shifts
from game.scenario.model import Beat, Dimension, Effect, Line, Lower, Open, Raise, Repair, Response, Route, Shift
from game.scenario.slots import Slots
from game.scenario.sway import Sway, Sways

PATIENCE = 16
"""A beat in a knot that changed this often takes every gauge it still reads as read in full: an end must come."""


def live(laws: Laws, slots: Slots) -> Mapping[str, int]:
    """Beat or ending -> the bits of `slots` that can still be read after entering it."""
    return _Backwards(laws, slots).run()


class _Backwards:
    def __init__(self, laws: Laws, slots: Slots) -> None:
        self.scenario = laws.scenario
        self.laws = laws
        self.slots = slots
        self.sways = Sways(self.scenario)
        self.live: dict[str, int] = {}
        self.before: dict[str, int] = {}
        """What matters before entering."""

    # -- the order of work ---------------------------------------------------------------------------------------
    def run(self) -> Mapping[str, int]:
        for ending in self.scenario.endings.values():
            self.live[ending.id] = self.before[ending.id] = self._lines(ending.lines)
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
        live = self.live.get(beat.id, 0) | self._at(beat)
        if widen:
            for field in self.slots.gauges:
                live |= field.mask if live & field.mask else 0
        if live == self.live.get(beat.id):
            return False
        self.live[beat.id] = live
        self.before[beat.id] = self._entering(beat, live)
        return True

    # -- backwards through one beat ------------------------------------------------------------------------------
    def _at(self, beat: Beat) -> int:
        live = self._lines(beat.lines)
        if not beat.responses:
            return live | self._routes(beat.routes)
        if beat.in_play is None:
            live |= self.slots.ruptures
        for response in beat.responses:
            live |= self._through(beat, response) | self._asked(beat, response)
        return live

    def _entering(self, beat: Beat, live: int) -> int:
        live &= ~self.slots.known("seen", beat.id)
        for effect in reversed(beat.effects):
            live = self._effect(effect, live)
        for gauge, by in entering_shifts(beat).items():
            live = self._moved(gauge, (by,), live)
        return live

    def _routes(self, routes: Iterable[Route]) -> int:
        live = 0
        for route in routes:
            live |= self.slots.reads(route.when) | self.before.get(route.to, 0)
        return live

    def _lines(self, lines: Iterable[Line]) -> int:
        live = 0
        for line in lines:
            live |= self.slots.reads(line.when)
        return live

    def _through(self, beat: Beat, response: Response) -> int:
        live = self._remembered(beat, response, self._routes(response.routes) | self._lines(response.reply))
        for effect in reversed(response.effects):
            live = self._effect(effect, live)
        reads = 0
        for gauge in self.laws.gauges:
            if not live & self.slots.gauges[self.laws.index[gauge.id]].mask:
                continue
            if gauge.id in response.shifts:
                live = self._moved(gauge.id, (response.shifts[gauge.id],), live)
                continue
            sway = self.sways.shift(response.code, gauge.id)
            live = self._moved(gauge.id, sway.values, live)
            reads |= self._swayed(sway)
        return live | reads

    def _asked(self, beat: Beat, response: Response) -> int:
        """What offering and judging the response reads in the World before it."""
        live = self.slots.reads(response.when)
        if response.once:
            live |= self.slots.bit("used", f"{beat.id}/{response.id}")
        for dimension in self._in_play(beat):
            live |= self._judged(response, dimension, strained=beat.in_play is None and dimension == "repair")
        return live

    def _judged(self, response: Response, dimension: Dimension, *, strained: bool) -> int:
        live = 0
        override = response.overrides.get(dimension)
        for when, _ in override.cases if override else ():
            if when is None:
                return live
            live |= self.slots.reads(when)
        return live | self._swayed(self.sways.claim(response.code, dimension, strained=strained))

    def _in_play(self, beat: Beat) -> tuple[Dimension, ...]:
        if beat.in_play is not None:
            return beat.in_play
        humility: tuple[Dimension, ...] = ("humility",) if beat.openings else ()
        repair: tuple[Dimension, ...] = ("repair",) if self.scenario.ruptures else ()
        return ("empathy", *humility, *repair)

    # -- backwards through one change ----------------------------------------------------------------------------
    def _swayed(self, sway: Sway) -> int:
        live = self.slots.context if sway.context else 0
        for rule in sway.rules:
            live |= self.slots.reads(rule.when)
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

    def _effect(self, effect: Effect, live: int) -> int:
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
            case Repair(rupture, when):
                if live & (slots.bit("open", rupture) | slots.bit("repaired", rupture) | slots.order):
                    live |= slots.bit("open", rupture) | slots.reads(when)
                return live

    def _remembered(self, beat: Beat, response: Response, live: int) -> int:
        """Before a response is remembered: what it makes certain falls away, and errors lie one response nearer."""
        slots = self.slots
        live &= ~(slots.known("used", f"{beat.id}/{response.id}") | slots.known("code", response.code))
        for bit, _ in slots.last:
            live &= ~bit
        errors = (live & slots.errors.mask) >> 1 & slots.errors.mask
        live &= ~slots.errors.mask
        return live if self.scenario.rubric.codes[response.code].is_error else live | errors


def _leads(beat: Beat) -> tuple[str, ...]:
    routes = [route for response in beat.responses for route in response.routes] or beat.routes
    return tuple(route.to for route in routes)
