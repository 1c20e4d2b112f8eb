"""Where ruptures open and are repaired, over all plays, and whether a repair is on offer soon after.

It follows the ways of an exploration; whether that is enough is said by `repairing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.scenario.explore import Explored
from game.scenario.model import DIMENSIONS, Effect, Open, Repair, Response
from game.scenario.quotient import SILENT

Repairing = Mapping[int, tuple[frozenset[str], ...]]
"""State -> for each response on offer the ruptures that it would repair there; states without any are left out."""

NONE: frozenset[str] = frozenset()

REPAIR = DIMENSIONS.index("repair")


class Opening(NamedTuple):
    """A rupture as it opens."""

    rupture: str
    state: int
    """Where a play stands when it is open."""


class Hope(NamedTuple):
    """Whether a rupture can be met in time: a response is on offer that repairs it, or earns points in repair.

    An ending that owns to the rupture, with a note, counts too.
    """

    some: bool
    """On some way on."""
    every: bool
    """On every way on."""


def repairs_on_offer(explored: Explored) -> Repairing:
    """What every response would repair in every situation."""
    laws, found = explored.laws, dict[int, tuple[frozenset[str], ...]]()
    trying = {beat.id for beat in laws.scenario.beats.values() if any(map(_tried, beat.responses))}
    for state, place in enumerate(explored.places):
        world = explored.worlds[state]
        if place not in trying or not world.open:
            continue
        mended = []
        for response in explored.offers[state]:
            there = _tried(response).intersection(world.open)
            after = laws.answer(laws.scenario.beats[place], response, world).open if there else ()
            mended.append(there.difference(after))
        if any(mended):
            found[state] = tuple(mended)
    return found


def _tried(response: Response) -> frozenset[str]:
    return frozenset(effect.rupture for effect in response.effects if isinstance(effect, Repair))


# -- opening ---------------------------------------------------------------------------------------------------------
def openings(explored: Explored) -> tuple[Opening, ...]:
    """Every situation in which a rupture has just opened, nearest first.

    A World forgets ruptures that can no longer matter. Where it cannot be told from it whether a rupture was repaired
    before, the opening is left out.
    """
    opened = _Opened(explored)
    found = dict.fromkeys(Opening(rupture, 0) for rupture in opened.names(opened.entering[0]))
    for state, arrows in enumerate(explored.arrows):
        saying = opened.saying(state)
        for at, to in enumerate(arrows):
            opening = opened.entering[to] | (saying[at] if saying else 0)
            if opening:
                for rupture in opened.names(opening):
                    if opened.is_new(rupture, state, to) and not opened.at_once(rupture, state, at):
                        found[Opening(rupture, to)] = None
    return tuple(sorted(found, key=lambda one: one.state))


class _Opened:
    """Which ruptures each step opens, and which may have opened before it; sets of ruptures are bits of a number."""

    def __init__(self, explored: Explored) -> None:
        self.explored = explored
        scenario = explored.laws.scenario
        self.bits = {rupture: 1 << at for at, rupture in enumerate(scenario.ruptures)}
        own = {beat.id: self.mask(_opened(beat.effects)) for beat in scenario.beats.values()}
        self.entering = [own.get(place, 0) for place in explored.places]
        """State -> what its beat opens."""
        self._saying: dict[int, tuple[int, ...]] = {}
        self.earlier = self._earlier()
        """State -> what may have opened on some way there, by its own beat too."""

    def mask(self, ruptures: frozenset[str]) -> int:
        return sum(self.bits[rupture] for rupture in ruptures)

    def names(self, mask: int) -> list[str]:
        return [rupture for rupture, bit in self.bits.items() if mask & bit]

    def saying(self, state: int) -> tuple[int, ...]:
        """For each response on offer what it opens; empty where none opens anything."""
        offers = self.explored.offers[state]
        found = self._saying.get(id(offers))
        if found is None:
            found = tuple(self.mask(_opened(one.effects)) for one in offers)
            found = self._saying[id(offers)] = found if any(found) else ()
        return found

    def at_once(self, rupture: str, state: int, at: int) -> bool:
        """Whether the response that opens the rupture repairs it too."""
        explored, offers = self.explored, self.explored.offers[state]
        if not offers or rupture not in _tried(offers[at]) & _opened(offers[at].effects):
            return False
        beat = explored.laws.scenario.beats[explored.places[state]]
        return rupture not in explored.laws.answer(beat, offers[at], explored.worlds[state]).open

    def is_new(self, rupture: str, state: int, to: int) -> bool:
        """Whether the rupture was surely not opened before the step from one state to another."""
        worlds = self.explored.worlds
        seen = rupture in worlds[to].open and rupture not in worlds[state].open
        return seen or not self.earlier[state] & self.bits[rupture]

    def _earlier(self) -> list[int]:
        explored, earlier = self.explored, list(self.entering)
        for group in reversed(explored.components):
            if len(group) > 1:
                self._go_round(group, earlier)
            for state in group:
                here, saying = earlier[state], self.saying(state)
                for at, to in enumerate(explored.arrows[state]):
                    earlier[to] |= here | saying[at] if saying else here
        return earlier

    def _go_round(self, group: list[int], earlier: list[int]) -> None:
        """In a round, what may open at one of its states may have opened before each."""
        together = 0
        for state in group:
            for opened in (earlier[state], *self.saying(state)):
                together |= opened
        for state in group:
            earlier[state] = together


def _opened(effects: tuple[Effect, ...]) -> frozenset[str]:
    return frozenset(effect.rupture for effect in effects if isinstance(effect, Open))


# -- repairing -------------------------------------------------------------------------------------------------------
class Hopes:
    """Looks ahead from openings, each situation once."""

    def __init__(self, explored: Explored, repairing: Repairing, step: float) -> None:
        """`step` is how many points in repair a step that fits earns."""
        self.explored = explored
        self.step = step
        self.repairing = repairing
        self.known: dict[tuple[int, str, int], Hope] = {}

    def of(self, opening: Opening, decisions: int) -> Hope:
        """Whether it can be met at one of the next decisions."""
        return self._ahead(opening.state, opening.rupture, decisions)

    def _ahead(self, state: int, rupture: str, left: int) -> Hope:
        explored = self.explored
        while explored.arrows[state] and not explored.offers[state]:
            state = explored.arrows[state][0]
        key = (state, rupture, left)
        if key not in self.known:
            self.known[key] = self._look(state, rupture, left)
        return self.known[key]

    def _look(self, state: int, rupture: str, left: int) -> Hope:
        arrows = self.explored.arrows[state]
        if not arrows:
            return self._ended(state)
        if not left:
            return Hope(some=False, every=False)
        if self._can_be_met(state, rupture):
            return Hope(some=True, every=True)
        ahead = [self._ahead(to, rupture, left - 1) for to in dict.fromkeys(arrows)]
        return Hope(any(one.some for one in ahead), all(one.every for one in ahead))

    def _can_be_met(self, state: int, rupture: str) -> bool:
        if any(rupture in mended for mended in self.repairing.get(state, ())):
            return True
        return any((points[REPAIR] or 0) >= self.step for points in self.explored.points[state])

    def _ended(self, state: int) -> Hope:
        """An ending owns to the rupture, or leaves it; a play that is stuck is told of elsewhere."""
        ending = self.explored.laws.scenario.endings.get(self.explored.places[state])
        owned = ending is None or (ending.quality == "ruptured" and bool(ending.note.strip()))
        return Hope(owned, owned)


def only_at_once(explored: Explored, repairing: Repairing) -> frozenset[str]:
    """The ruptures that are repaired only by the first response after they opened. Plays must be without rounds."""
    older = _older(explored)
    late = {rupture for state, mended in repairing.items() for one in mended for rupture in one & older[state]}
    every = {rupture for mended in repairing.values() for one in mended for rupture in one}
    return frozenset(every - late)


def _older(explored: Explored) -> list[frozenset[str]]:
    """State -> the ruptures that were open at some decision before it, and are still."""
    older = [NONE] * len(explored.places)
    for (state,) in reversed(explored.components):
        here = frozenset(explored.worlds[state].open) if explored.offers[state] else older[state]
        for to in explored.arrows[state]:
            fresh = here.intersection(explored.worlds[to].open) - older[to]
            if fresh:
                older[to] = older[to] | fresh
    return older


# -- after an error --------------------------------------------------------------------------------------------------
NEVER = -(10**18)
"""Less than any play comes to."""


def after_an_error(explored: Explored, repairing: Repairing, up: int, down: int) -> int | None:
    """The most that plays come to that err and later repair a rupture; None where there are none.

    Of each moment with repair in play, `up` times its points less `down` counts. Plays must be without rounds.
    """
    codes, size = explored.laws.scenario.rubric.codes, len(explored.places)
    clean, erred, mended = [NEVER] * size, [NEVER] * size, [NEVER] * size
    """Of each state, the most from there on: without an error so far, after one, and after a repair since."""
    errors: dict[int, list[bool]] = {}
    for (state,) in explored.components:
        arrows, offers = explored.arrows[state], explored.offers[state]
        if not arrows:
            mended[state] = 0 if explored.places[state] in explored.laws.scenario.endings else NEVER
            continue
        points, repairs = explored.points[state] or (SILENT,), repairing.get(state)
        errs = errors.get(id(offers)) or errors.setdefault(
            id(offers), [codes[one.code].is_error for one in offers] or [False]
        )
        best_clean = best_erred = best_mended = NEVER
        for at, to in enumerate(arrows):
            earned = points[at][REPAIR]
            own = 0 if earned is None else up * earned - down
            best_clean = max(best_clean, own + (erred[to] if errs[at] else clean[to]))
            best_erred = max(best_erred, own + (mended[to] if repairs and repairs[at] else erred[to]))
            best_mended = max(best_mended, own + mended[to])
        clean[state], erred[state], mended[state] = best_clean, best_erred, best_mended
    return clean[0] if clean[0] > NEVER // 2 else None
