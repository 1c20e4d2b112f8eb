"""The explorer's shortest path to every beat and ending, driven through the screens by keys alone.

What the explorer says can be reached is reached by a person at the keyboard; a failure tells how far it came.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game import res
from game.app.pilot import Pilot
from game.app.services import Services
from game.records.store import Store
from game.scenario.compile import compile_path
from game.scenario.explore import Explored, explore
from game.scenario.laws import Laws
from game.ui.look import Look

SCENARIOS = sorted(path.parent.name for path in res.path("scenarios").glob("*/scenario.yaml"))
STILL = replace(Look(), motion="none")


@cache
def explored(scenario: str) -> Explored:
    compiled = compile_path(res.path("scenarios", scenario)).scenario
    assert compiled is not None
    return explore(Laws(compiled))


@cache
def shelf() -> Services:
    services = Services(Store(None), now=lambda: 0.0, seed=lambda: 11)
    assert services.shelf
    return services


def places(scenario: str) -> list[str]:
    compiled = compile_path(res.path("scenarios", scenario)).scenario
    assert compiled is not None
    return [*compiled.beats, *compiled.endings]


def narrated(path: tuple[str, ...], done: int, trouble: str) -> str:
    """The path with what was done, where it failed and what was never tried."""
    marks = ["✓" if at < done else "✗" if at == done else "·" for at in range(len(path))]
    return "\n".join([*(f"{mark} {step}" for mark, step in zip(marks, path, strict=True)), trouble])


@pytest.mark.parametrize(
    ("scenario", "place"),
    [(scenario, place) for scenario in SCENARIOS for place in places(scenario)],
    ids=lambda value: str(value),
)
def test_the_keyboard_reaches(scenario: str, place: str) -> None:
    path = explored(scenario).shortest(place)
    assert path is not None
    services = Services(Store(None), now=lambda: 0.0, seed=lambda: 11)
    services.__dict__["shelf"] = shelf().shelf
    pilot = Pilot.start(scenario, look=STILL, services=services)
    for done, step in enumerate(path):
        try:
            pilot.choose(step.partition("/")[2])
        except AssertionError as trouble:
            pytest.fail(narrated(path, done, str(trouble)))
    passed = {pilot.run.story.scenario.start, *(at.to for at in pilot.run.opening)}
    passed |= {at.to for taken in pilot.run.steps for at in taken.passages}
    assert place in passed
    assert pilot.frame.title == pilot.run.story.scenario.title
