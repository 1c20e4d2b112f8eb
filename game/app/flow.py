"""Which screen follows which: a small `transitions` machine over screen names, with intents as triggers.

It knows names only; what a screen shows is built by `app`.
"""

from __future__ import annotations

from typing import Any

from transitions import Machine, MachineError

SCREENS = ("library", "briefing", "session", "debrief", "settings", "about", "closed")
_RAIL = ("library", "settings", "about")
_OPEN = [name for name in SCREENS if name != "closed"]

_MOVES: tuple[tuple[str, str | list[str], str], ...] = (
    ("open", ["library", "debrief"], "briefing"),
    ("continue", ["library", "briefing"], "session"),
    ("begin", "briefing", "session"),
    ("finish", "session", "debrief"),
    ("review", ["library", "briefing"], "debrief"),
    ("leave", _OPEN, "library"),
    ("retry", ["debrief", "session"], "session"),
    ("settings", [*_RAIL, "session", "briefing", "debrief"], "settings"),
    ("return", "settings", "session"),
    ("about", [*_RAIL], "about"),
    ("quit", _OPEN, "closed"),
)


class _Place:
    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


_MACHINE: Any = Machine(
    model=None,
    states=list(SCREENS),
    initial=None,
    transitions=[{"trigger": trigger, "source": source, "dest": dest} for trigger, source, dest in _MOVES],
    auto_transitions=False,
    send_event=True,
)


class NoWay(ValueError):
    """A screen that this one does not lead to: a fault of the program."""


def after(screen: str, trigger: str) -> str:
    """The screen that follows; raises `NoWay` where the table has no such move.

    >>> after("library", "open")
    'briefing'
    """
    place = _Place(screen)
    try:
        _MACHINE.events[trigger].trigger(place)
    except (MachineError, KeyError):
        raise NoWay(f"'{trigger}' does not lead on from the {screen} screen") from None
    return place.state
