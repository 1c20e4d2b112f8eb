"""What can be known of ruptures without walking a play: which can be older than which, and what is asked since when.

It over-estimates: what it rules out cannot happen; what it does not rule out may still never happen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from game.scenario.condition import All, Any, Condition, Not, SinceOpened
from game.scenario.model import Beat, Effect, Open, Scenario
from game.scenario.world import conditions

NEWEST_UNKNOWN = ""
"""Nothing is said about the newest open rupture."""

Strain = str | None
"""The newest rupture still open, None for none, or `NEWEST_UNKNOWN`."""


class Strains:
    """What can be known of one scenario's ruptures."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._names: dict[str, frozenset[str]] = {}

    def named(self, name: str) -> frozenset[str]:
        """The ruptures with this id, kind or marker."""
        found = self._names.get(name)
        if found is None:
            ruptures = self._scenario.ruptures.values()
            named = (rupture.id for rupture in ruptures if name in (rupture.id, rupture.kind, rupture.marker))
            found = self._names[name] = frozenset(named)
        return found

    def verdict(self, name: str, newest: Strain) -> bool | None:
        """Whether a rupture of this name is open, as far as that is certain from the newest one."""
        named = self.named(name)
        if not named or newest is None:
            return False
        if newest == NEWEST_UNKNOWN:
            return None
        if newest in named:
            return True
        return None if named & self._older[newest] else False

    def group(self, code: str) -> str:
        """The name of the codes that are only ever asked for together, as in `since_opened(A) or since_opened(B)`."""
        return self._groups.get(code, code)

    @cached_property
    def _groups(self) -> dict[str, str]:
        asked: dict[str, set[frozenset[str]]] = {}
        for group in chain.from_iterable(map(_asked_together, conditions(self._scenario))):
            for code in group:
                asked.setdefault(code, set()).add(group)
        return {
            code: min(group)
            for code, groups in asked.items()
            for group in groups
            if all(asked[other] == {group} for other in group)
        }

    @cached_property
    def _older(self) -> dict[str, frozenset[str]]:
        """Rupture -> those that may be open already when it opens."""
        older: dict[str, set[str]] = {rupture: set() for rupture in self._scenario.ruptures}
        entering: dict[str, frozenset[str]] = {}
        waiting = deque([(self._scenario.start, frozenset[str]())])
        while waiting:
            place, open_ = waiting.popleft()
            beat = self._scenario.beats.get(place)
            known = entering.get(place)
            if beat is None or (known is not None and open_ <= known):
                continue
            entering[place] = open_ | (known or frozenset())
            waiting += _onward(beat, entering[place], older)
        return {rupture: frozenset(names - {rupture}) for rupture, names in older.items()}


def _onward(beat: Beat, open_: frozenset[str], older: dict[str, set[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    open_ = _opening(beat.effects, open_, older)
    for route in beat.routes:
        yield route.to, open_
    for response in beat.responses:
        after = _opening(response.effects, open_, older)
        yield from ((route.to, after) for route in response.routes)


def _opening(effects: Iterable[Effect], open_: frozenset[str], older: dict[str, set[str]]) -> frozenset[str]:
    for effect in effects:
        if isinstance(effect, Open):
            older[effect.rupture] |= open_
            open_ |= {effect.rupture}
    return open_


def _asked_together(condition: Condition) -> Iterator[frozenset[str]]:
    match condition:
        case Any(parts):
            codes = frozenset(part.code for part in parts if isinstance(part, SinceOpened))
            if codes:
                yield codes
            others = (part for part in parts if not isinstance(part, SinceOpened))
            yield from chain.from_iterable(map(_asked_together, others))
        case All(parts):
            yield from chain.from_iterable(map(_asked_together, parts))
        case Not(inner):
            yield from _asked_together(inner)
        case SinceOpened(code):
            yield frozenset({code})
