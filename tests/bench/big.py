"""Big random scenarios, made in code, and how long it takes to explore and bound them: `python tests/bench/big.py`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from building import GAUGES, beat, rule, said, scenario, when  # noqa: E402

from game.scenario.bounds import bounds  # noqa: E402
from game.scenario.explore import explore  # noqa: E402
from game.scenario.laws import Laws  # noqa: E402
from game.scenario.model import Beat, Line, Open, Raise, Repair, Response, Scenario, Shift  # noqa: E402

WIDTH = 10
"""Beats side by side in a layer."""

CODES = ("PLAIN", "WARM", "ASK", "OWN", "SLIP", "PUSH")


def big(beats: int, *, seed: int = 1) -> Scenario:
    """Layers of beats that lead to the next layer: three responses to a beat, two gauges, ruptures and rules.

    Every tenth layer is one beat wide, as acts are in a story: what is behind it is settled there.
    """
    random = Random(seed)
    rules = [
        rule("wait", "OWN", "trust < 2", cap={"repair": -1}, shifts={"trust": -1}),
        rule("twice", "ASK", "last_family('asking')", cap={"empathy": 0}),
    ]
    gauges = {name: GAUGES[name] for name in ("trust", "tension")}
    return scenario(*_beats(beats, random), endings="end other", rules=rules, gauges=gauges)


def _beats(beats: int, random: Random) -> Iterator[Beat]:
    layers = _layers(beats)
    for depth, layer in enumerate(layers):
        onward = layers[depth + 1] if depth + 1 < len(layers) else ["end", "other"]
        for name in layer:
            yield _beat(name, onward, random, first=len(layer) == 1)


def _layers(beats: int) -> list[list[str]]:
    names = iter([f"b{at}" for at in range(beats)])
    layers: list[list[str]] = []
    while name := next(names, None):
        width = 1 if len(layers) % 10 == 0 else WIDTH
        layers.append([name, *(other for _, other in zip(range(width - 1), names, strict=False))])
    return layers


def _beat(name: str, onward: list[str], random: Random, *, first: bool) -> Beat:
    if not first and random.random() < 0.2:
        return beat(name, to=random.choice(onward), effects=(Shift("tension", random.choice([-1, 1])),))
    return beat(
        name,
        *(_said(f"r{at}", name, onward, random) for at in range(random.choice((3, 4, 4, 4)))),
        lines=(Line("..."), Line("...", when=when(f"trust >= {random.randint(1, 3)}")))
        if random.random() < 0.2
        else (),
        effects=(Open("drift"),) if first else (),
        openings=("power",) if random.random() < 0.3 else (),
    )


def _said(id: str, name: str, onward: list[str], random: Random) -> Response:
    go = [(f"trust >= {random.randint(1, 3)}", random.choice(onward))] if random.random() < 0.2 else []
    effects = (Raise("rushed"),) if random.random() < 0.05 else ()
    mends = (Repair("drift", when("trust >= 3")),) if random.random() < 0.1 else ()
    once = random.random() < 0.1
    return said(id, random.choice(CODES), [*go, ("", random.choice(onward))], once=once, effects=(*effects, *mends))


def measure(beats: int) -> str:
    """One line of the table."""
    built = big(beats)
    responses = sum(len(one.responses) for one in built.beats.values())
    clock = [time.perf_counter()]
    laws = Laws(built)
    explored = explore(laws)
    clock.append(time.perf_counter())
    found = bounds(explored)
    clock.append(time.perf_counter())
    levels = [f"{float(one.level[0]):.2f}-{float(one.level[1]):.2f}" for one in found.dimensions.values() if one.level]
    times = f"{clock[1] - clock[0]:7.2f} s {clock[2] - clock[1]:7.2f} s"
    moves = sum(map(len, explored.arrows))
    return f"{beats:7,} {responses:10,} {found.states:8,} {moves:8,} {times}  {', '.join(levels)}"


def main() -> None:
    """Print the table."""
    print("  beats  responses   states    moves   explore    bounds  levels")
    for beats in (100, 1_000, 10_000):
        print(measure(beats))


if __name__ == "__main__":
    main()
