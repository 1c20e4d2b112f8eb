"""A World as seen from one beat: what can no longer matter there is set to one fixed value.

It trusts `live` for what can matter; equal views behave alike for everything that follows.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import reduce
from operator import or_

from game.scenario.laws import Laws
from game.scenario.live import live
from game.scenario.model import Code
from game.scenario.slots import Field, Part, Slots
from game.scenario.world import World

NOBODY = ""
"""Stands in the memory of codes for one that nothing asks about."""

_Strain = tuple[tuple[str, ...], tuple[frozenset[str], ...]]
"""The ruptures that are open, and the codes given since each opened."""

_NONE: frozenset[str] = frozenset()


class Lenses:
    """The lens of each beat and ending, each ground when first looked through."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._slots = Slots(laws)
        self._live = live(laws, self._slots)
        self._views: dict[tuple[int, int], Mapping[int, int]] = {}
        self._lenses: dict[tuple[str, int], Lens] = {}
        self._asked: dict[str, int] = {}

    def view(self, place: str, world: World) -> World:
        """The World in which a beat or ending was entered, with all that cannot matter from there set to one value."""
        asked = self._asked.get(place)
        if asked is None:
            asked = self._asked[place] = reduce(or_, self._live[place].values(), 0) & self._slots.newest
        told = self._slots.told(world.last[-1]) & asked if asked and world.last else 0
        lens = self._lenses.get((place, told))
        if lens is None:
            lens = self._lenses[place, told] = self._grind(place, asked, told)
        return lens.view(world)

    def common(self, place: str) -> Hashable:
        """What matters from a place on, but for which responses were given and which beats seen.

        Places that have it in common see a World alike in which no response and no beat is remembered.
        """
        own = self._slots.own
        return tuple([(told, bits & ~own) for told, bits in self._live[place].items()])

    def _grind(self, place: str, asked: int, told: int) -> Lens:
        here = self._live[place]
        live = reduce(or_, [bits for its, bits in here.items() if its & asked == told] or here.values(), 0)
        views = tuple(self._view(at, live) for at in range(len(self._slots.gauges)))
        return Lens(self._laws, self._slots, live, views)

    def _view(self, at: int, live: int) -> Mapping[int, int]:
        field = self._slots.gauges[at]
        steps = (live >> field.at) & field.ones
        key = (at, steps)
        if key not in self._views:
            self._views[key] = _view(field, steps)
        return self._views[key]


class _Whole(dict[int, int]):
    """Every value is seen as it is."""

    def __missing__(self, value: int) -> int:
        return value


class _Unseen(dict[int, int]):
    """Every value is seen as the least."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self.low = low

    def __missing__(self, value: int) -> int:
        return self.low


def _view(field: Field, steps: int) -> Mapping[int, int]:
    """Value -> the least value that cannot be told from it."""
    if field.whole:
        return _Whole() if steps else _Unseen(field.low)
    seen = {field.low: field.low}
    for at in range(field.width):
        value = field.low + at + 1
        seen[value] = value if steps >> at & 1 else seen[value - 1]
    return seen


class Lens:
    """Looks at Worlds from one place."""

    def __init__(self, laws: Laws, slots: Slots, live: int, views: tuple[Mapping[int, int], ...]) -> None:
        self._laws = laws
        self._slots = slots
        self._live = live
        self._views = views
        self._ordered = bool(live & slots.order)
        self._errors = (live >> slots.errors.at & slots.errors.ones).bit_length()
        self._asked = live & slots.newest
        self._pasts: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._strains: dict[_Strain, _Strain] = {}
        self._sets: dict[tuple[Part, frozenset[str]], frozenset[str]] = {}

    def view(self, world: World) -> World:
        """The World with all that can no longer matter set to one fixed value."""
        opened, since = self._open(world.open, world.since) if world.open else ((), ())
        return World(
            tuple([view[value] for view, value in zip(self._views, world.gauges, strict=True)]),
            self._kept("flag", world.flags) if world.flags else _NONE,
            opened,
            self._kept("repaired", world.repaired) if world.repaired else _NONE,
            self._kept("used", world.used) if world.used else _NONE,
            self._kept("seen", world.seen) if world.seen else _NONE,
            self._kept("code", world.codes) if world.codes else _NONE,
            self._past(world.last),
            since,
        )

    def _kept(self, part: Part, names: frozenset[str]) -> frozenset[str]:
        key = (part, names)
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = frozenset(name for name in names if self._live & self._slots.known(part, name))
        return found

    def _open(self, opened: tuple[str, ...], since: tuple[frozenset[str], ...]) -> _Strain:
        found = self._strains.get((opened, since))
        if found is None:
            found = self._strains[opened, since] = self._seen_open(opened, since)
        return found

    def _seen_open(self, opened: tuple[str, ...], since: tuple[frozenset[str], ...]) -> _Strain:
        kept = [at for at, rupture in enumerate(opened) if self._live & self._slots.known("open", rupture)]
        if not self._ordered:
            return tuple(sorted(opened[at] for at in kept)), (_NONE,) * len(kept)
        return tuple(opened[at] for at in kept), tuple(self._kept_since(opened[at], since[at]) for at in kept)

    def _kept_since(self, rupture: str, codes: frozenset[str]) -> frozenset[str]:
        groups = {self._slots.strains.group(code) for code in codes}
        return frozenset(group for group in groups if self._live & self._slots.known("since", f"{rupture}/{group}"))

    # -- the codes given last ------------------------------------------------------------------------------------
    def _past(self, last: tuple[str, ...]) -> tuple[str, ...]:
        found = self._pasts.get(last)
        if found is None:
            found = self._pasts[last] = self._seen_past(last)
        return found

    def _seen_past(self, last: tuple[str, ...]) -> tuple[str, ...]:
        """Of the past: how the newest code answers what is asked of it, and how far back the last error lies."""
        codes = self._laws.scenario.rubric.codes
        if not last or not (self._asked or self._errors):
            return ()
        newest = self._like(last[-1])
        near = reversed(last[-self._errors :]) if self._errors else ()
        ago = next((at for at, code in enumerate(near) if code in codes and codes[code].is_error), 0)
        if ago == 0:
            return (newest,) if newest else ()
        error = next(code.id for code in codes.values() if code.is_error)
        return (error, *[NOBODY] * (ago - 1), newest)

    def _like(self, newest: str) -> str:
        """The first code of the rubric that answers as this one does to all that is asked of it."""
        codes = self._laws.scenario.rubric.codes
        wanted = self._answers(codes[newest]) if newest in codes else (False, 0)
        if not any(wanted):
            return NOBODY
        return next(code.id for code in codes.values() if self._answers(code) == wanted)

    def _answers(self, code: Code) -> tuple[bool, int]:
        return bool(self._errors) and code.is_error, self._slots.told(code.id) & self._asked
