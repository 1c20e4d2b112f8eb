"""Which conditions held and which failed, over all the Worlds in which a play of the scenario asks them.

It only watches: it is told of every place and response of an exploration, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from game.scenario.asking import Test
from game.scenario.condition import Condition
from game.scenario.laws import Laws
from game.scenario.model import Beat, Dimension, Line, Repair, Response
from game.scenario.world import World

Part = Literal["line", "response", "score", "repair", "reply", "route"]
"""Where the condition stands; `response` is the condition of the response itself."""

HELD, FAILED = 1, 2
_BOTH = HELD | FAILED


class Asked(NamedTuple):
    """A condition with what came of it. One that neither held nor failed was never asked."""

    place: str
    """A beat or an ending."""
    response: str
    """The response it belongs to, or empty."""
    part: Part
    at: int
    """Which line, route, case or effect of that part, from 0."""
    dimension: str
    """Of a `score`, the dimension it is about; else empty."""
    condition: Condition
    held: bool
    failed: bool


class _Where(NamedTuple):
    place: str
    response: str
    part: Part
    at: int = 0
    dimension: str = ""


class _Site:
    """One condition of the scenario and what came of it so far."""

    __slots__ = ("condition", "seen", "test", "where")

    def __init__(self, where: _Where, condition: Condition, test: Test) -> None:
        self.where = where
        self.condition, self.test = condition, test
        self.seen = 0

    def ask(self, world: World) -> bool:
        held = self.test(world)
        self.seen |= HELD if held else FAILED
        return held


_Row = list[_Site | None]
"""Conditions of which the first that holds ends the asking; None stands for "always"."""


class Rows:
    """Rows of conditions asked together; a row is dropped when nothing more can be learnt from it."""

    __slots__ = ("rows",)

    def __init__(self, rows: Iterable[_Row]) -> None:
        self.rows = [row for row in rows if any(row)]

    def ask(self, world: World) -> None:
        """The conditions are asked in this World."""
        if self.rows:
            self.rows = [row for row in self.rows if _unsettled(row, world)]


def _unsettled(row: _Row, world: World) -> bool:
    for site in row:
        if site is None or site.ask(world):
            break
    return any(site is not None and site.seen != _BOTH for site in row)


class Said:
    """What is asked about one response: its points before it, its repairs, its reply and ways on after it."""

    __slots__ = ("after", "claims", "repairs")

    def __init__(self, claims: dict[Dimension, Rows], repairs: list[tuple[str, _Site]], after: Rows) -> None:
        self.claims, self.repairs, self.after = claims, repairs, after

    def ask(self, before: World, after: World, in_play: Iterable[Dimension]) -> None:
        """The response was given in the first World and made the second."""
        for dimension in in_play if self.claims else ():
            if dimension in self.claims:
                self.claims[dimension].ask(before)
        for rupture, site in self.repairs:
            if rupture in before.open:  # one that this very response opens is left out of account
                site.seen |= FAILED if rupture in after.open else HELD
        if self.after.rows:
            self.after.ask(after)


class Sites:
    """Every condition that a play of one scenario can ask, the timing rules of its rubric left out."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._sites: list[_Site] = []
        self._here: dict[str, Rows] = {}
        self._said: dict[tuple[str, str], Said] = {}
        for ending in laws.scenario.endings.values():
            self._here[ending.id] = Rows(self._singly(_Where(ending.id, "", "line"), ending.lines))
        for beat in laws.scenario.beats.values():
            self._add(beat)

    def here(self, place: str) -> Rows:
        """What is asked when a beat or an ending is entered: its lines, offers and ways on."""
        return self._here[place]

    def said(self, beat: Beat, response: Response) -> Said | None:
        """What there is to ask when a response is given; None where there is nothing."""
        return self._said.get((beat.id, response.id))

    def told(self) -> tuple[Asked, ...]:
        """What came of every condition, in the written order."""
        return tuple(
            Asked(*site.where, site.condition, bool(site.seen & HELD), bool(site.seen & FAILED)) for site in self._sites
        )

    # -- making the sites ----------------------------------------------------------------------------------------
    def _add(self, beat: Beat) -> None:
        rows = list(self._singly(_Where(beat.id, "", "line"), beat.lines))
        for response in beat.responses:
            rows.append([self._site(_Where(beat.id, response.id, "response"), response.when)])
            said = self._asked_of(beat, response)
            if said.claims or said.repairs or said.after.rows:
                self._said[beat.id, response.id] = said
        if not beat.responses:
            rows.append(self._row(_Where(beat.id, "", "route"), (route.when for route in beat.routes)))
        self._here[beat.id] = Rows(rows)

    def _asked_of(self, beat: Beat, response: Response) -> Said:
        claims = {}
        for dimension, override in response.overrides.items():
            where = _Where(beat.id, response.id, "score", dimension=dimension)
            rows = Rows([self._row(where, (when for when, _ in override.cases))])
            if rows.rows:
                claims[dimension] = rows
        repairs = []
        for at, effect in enumerate(response.effects):
            if isinstance(effect, Repair) and effect.when is not None:
                site = self._site(_Where(beat.id, response.id, "repair", at), effect.when)
                repairs += [(effect.rupture, site)] if site else []
        after = list(self._singly(_Where(beat.id, response.id, "reply"), response.reply))
        after.append(self._row(_Where(beat.id, response.id, "route"), (route.when for route in response.routes)))
        return Said(claims, repairs, Rows(after))

    def _singly(self, where: _Where, lines: Iterable[Line]) -> Iterator[_Row]:
        for at, line in enumerate(lines):
            yield [self._site(where._replace(at=at), line.when)]

    def _row(self, where: _Where, whens: Iterable[Condition | None]) -> _Row:
        return [self._site(where._replace(at=at), when) for at, when in enumerate(whens)]

    def _site(self, where: _Where, when: Condition | None) -> _Site | None:
        if when is None:
            return None
        self._sites.append(_Site(where, when, self._laws.test(when)))
        return self._sites[-1]
