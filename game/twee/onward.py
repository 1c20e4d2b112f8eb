"""What a scenario needs to be played at all: a beat to begin with, an ending, and no round without a decision.

It changes the values it is given, and only what would otherwise keep them from being played.
"""

from __future__ import annotations

from typing import Any

from game.twee.ids import Register
from game.twee.scenes import PLACEHOLDER

Values = dict[str, Any]


def closed(start: str, beats: Values, endings: Values, register: Register) -> None:
    """Sees to it that the start is a beat and that there is an ending."""
    if start in endings:
        its = endings.pop(start)
        beats[start] = {key: its[key] for key in ("lines", "position") if key in its}
    if not endings:
        endings[register.new("the-end")] = {"quality": "partial", "note": "TODO: write an ending, and lead here"}
    if start in beats and not {"to", "responses"} & beats[start].keys():
        beats[start]["to"] = next(iter(endings))


def without_rounds(beats: Values) -> None:
    """Where beats lead to each other with nothing to decide, gives each of them a response to go on with."""
    onward = {id: beat["to"] for id, beat in beats.items() if isinstance(beat.get("to"), str)}
    walked: dict[str, int] = {}
    for number, begun in enumerate(onward):
        at = begun
        while at in onward and at not in walked:
            walked[at] = number
            at = onward[at]
        if walked.get(at) == number and at in onward:
            _ask(beats, at, onward)


def _ask(beats: Values, id: str, onward: dict[str, str]) -> None:
    """One decision is enough to open the round."""
    beat = beats[id]
    to = beat.pop("to")
    beat["responses"] = {"go-on": {"text": "TODO: what one may say here", "code": PLACEHOLDER, "to": to}}
