"""How long an author waits for `check` with exact bounds: for each shipped scenario, and for one of 10,000 beats."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from big import big
from figure import Figure

from game import res
from game.app.checking import look_through
from game.scenario.bounds import bounds
from game.scenario.explore import explore
from game.scenario.laws import Laws


def figures() -> Iterator[Figure]:
    for path in sorted(res.path("scenarios").glob("*/scenario.yaml")):
        folder = path.parent
        taken = min(seconds(lambda folder=folder: look_through([folder])) for _ in range(3))
        yield Figure(f"check and bounds, {folder.name}", taken, "s", 1)
    scenario = big(10_000)
    yield Figure(
        "explore and exact bounds, 10,000 beats, cold", seconds(lambda: bounds(explore(Laws(scenario)))), "s", 5
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
