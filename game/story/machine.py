"""A compiled scenario as one shared `transitions` machine: states are beats and endings, triggers are responses.

It only moves: effects, points and lines belong to `scenario.laws`. It is the one door of `transitions` for stories.

The machine has no model (`model=None`): every run moves its own plain Cursor by `events[key].trigger(cursor)`. The
library decorates a model with a method per trigger and silently skips names already there; authors name triggers, so
nothing is decorated. Of the library's steps those are left out that would call or log something (`Scene`): they were
two thirds of the cost of a move. Measured in `tests/bench`; the contract is held by `tests/unit/story/test_machine.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from transitions import Event, EventData, Machine, MachineError, Transition

from game.scenario.laws import Laws
from game.scenario.model import Route, Scenario
from game.scenario.world import World

NEXT = "next"
"""The trigger of a beat that leads on by itself: `beat/next`. A response may be called so too: no beat has both."""


class Cursor:
    """Where one run stands. The machine moves `state`; the run sets `world` before it asks for a move."""

    __slots__ = ("state", "world")

    def __init__(self, state: str, world: World) -> None:
        self.state = state
        self.world = world


class Way(Transition):
    """A route as the library's transition: its guards are asked, then the cursor stands at its goal."""

    def execute(self, event_data: EventData) -> bool:
        """Move the cursor if every guard holds; whether it moved."""
        for guard in self.conditions:
            if not guard.check(event_data):
                return False
        cursor: Any = event_data.model
        cursor.state = self.dest
        return True


class Trigger(Event):
    """`beat/response` as the library's event: the first of its ways from here that can be gone is gone."""

    def trigger(self, model: Any, *args: Any, **kwargs: Any) -> bool:
        """Move the cursor `model`; whether it moved. Raises `MachineError` where no way leads from its state."""
        ways = self.transitions.get(model.state)
        if ways is None:
            raise MachineError(f"'{self.name}' does not lead from '{model.state}'")
        event_data = EventData(None, self, self.machine, model, (), {})
        return any(way.execute(event_data) for way in ways)


class Scene(Machine):
    """The library's machine, made of ways and triggers that call and log nothing on the way: nobody listens here."""

    transition_cls = Way
    event_cls = Trigger


class Story:
    """A scenario with its laws and its machine, made once and shared by every run of it."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.laws = Laws(scenario)
        self.machine: Machine = Scene(
            model=None,
            states=[*scenario.beats, *scenario.endings],
            initial=None,
            transitions=list(_transitions(scenario, self.laws)),
            auto_transitions=False,
            send_event=True,
        )

    def move(self, cursor: Cursor, trigger: str) -> bool:
        """Fire `beat/response` or `beat/next`; whether the cursor moved. A trigger of another beat moves nothing."""
        event = self.machine.events.get(trigger)
        if event is None:
            return False
        try:
            return bool(event.trigger(cursor))
        except MachineError:
            return False


def _transitions(scenario: Scenario, laws: Laws) -> Iterator[dict[str, Any]]:
    for beat in scenario.beats.values():
        for response in beat.responses:
            yield from _routes(f"{beat.id}/{response.id}", beat.id, response.routes, laws)
        yield from _routes(f"{beat.id}/{NEXT}", beat.id, beat.routes, laws)


def _routes(trigger: str, source: str, routes: tuple[Route, ...], laws: Laws) -> Iterator[dict[str, Any]]:
    for route in routes:
        guard = None if route.when is None else _guard(laws.test(route.when))
        yield {"trigger": trigger, "source": source, "dest": route.to, "conditions": guard}


def _guard(test: Callable[[World], bool]) -> Callable[[EventData], bool]:
    return lambda event: test(event.model.world)  # type: ignore[attr-defined]
