"""The World: all of the state of a play, as small as the conditions of its scenario allow.

It holds values and says what can be asked of them; what moves a World is `laws`, what asks it is `asking`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from game.scenario.condition import (
    Chose,
    ChoseCode,
    Condition,
    ErrorWithin,
    Seen,
    SinceOpened,
    atoms,
)
from game.scenario.model import (
    Repair,
    Response,
    Scenario,
)


class World(NamedTuple):
    """All of the state of a play, but for the beat it stands at. Hashable; equal Worlds behave alike.

    Of what happened it remembers only what some condition of this scenario can still ask for.
    """

    gauges: tuple[int, ...]
    """In the order of `scenario.gauges`."""
    flags: frozenset[str]
    open: tuple[str, ...]
    """Ruptures that are open, in order of opening."""
    repaired: frozenset[str]
    used: frozenset[str]
    """Responses given, as `beat/response`: those that are `once` or asked for by `chose()`."""
    seen: frozenset[str]
    """Beats entered: those asked for by `seen()`."""
    codes: frozenset[str]
    """Codes given so far: those asked for by `chose_code()`."""
    last: tuple[str, ...]
    """The most recent codes, newest last: as many as a condition can ask for."""
    since: tuple[frozenset[str], ...]
    """For each open rupture, the codes given since it opened: those asked for by `since_opened()`."""


class Watch(NamedTuple):
    """What the conditions of a scenario and its rubric can ask of the past."""

    responses: frozenset[str]
    beats: frozenset[str]
    codes: frozenset[str]
    since: frozenset[str]
    memory: int


class Conditional(Protocol):
    """Anything with a `when`."""

    @property
    def when(self) -> Condition | None: ...


def conditions(scenario: Scenario) -> Iterator[Condition]:
    """Every condition a play of the scenario can ask, the rubric's rules included."""
    yield from (rule.when for rule in scenario.rubric.rules)
    for ending in scenario.endings.values():
        yield from _whens(ending.lines)
    for beat in scenario.beats.values():
        yield from _whens(beat.lines, beat.routes, beat.responses)
        for response in beat.responses:
            yield from response_conditions(response)


def response_conditions(response: Response) -> Iterator[Condition]:
    """The conditions inside a response: its reply, routes, overrides and repairs (not its own `when`)."""
    yield from _whens(response.reply, response.routes)
    yield from _present(when for override in response.overrides.values() for when, _ in override.cases)
    yield from _whens([effect for effect in response.effects if isinstance(effect, Repair)])


def _whens(*groups: Iterable[Conditional]) -> Iterator[Condition]:
    return _present(part.when for part in chain.from_iterable(groups))


def _present(conditions: Iterable[Condition | None]) -> Iterator[Condition]:
    return (condition for condition in conditions if condition is not None)


def watch(scenario: Scenario) -> Watch:
    """What the conditions of the scenario and its rubric can ask of the past."""
    leaves = set(chain.from_iterable(atoms(condition) for condition in set(conditions(scenario))))
    once = {f"{beat.id}/{said.id}" for beat in scenario.beats.values() for said in beat.responses if said.once}
    return Watch(
        responses=frozenset(once | {f"{leaf.beat}/{leaf.response}" for leaf in leaves if isinstance(leaf, Chose)}),
        beats=frozenset(leaf.beat for leaf in leaves if isinstance(leaf, Seen)),
        codes=frozenset(leaf.code for leaf in leaves if isinstance(leaf, ChoseCode)),
        since=frozenset(leaf.code for leaf in leaves if isinstance(leaf, SinceOpened)),
        memory=max((leaf.count for leaf in leaves if isinstance(leaf, ErrorWithin)), default=1),
    )
