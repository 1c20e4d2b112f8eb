"""How long an author waits for `check` with exact bounds: shipped scenarios, and files of up to 10,000 beats.

Files are checked in processes of their own, from the start of the program to its end, as an author meets them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from big_file import write
from figure import Figure

from game import res
from game.app.checked import checked as looked_through

GROWTH = 1.5
"""Seconds a beat at 10,000 over those at 1,000: it may fall out of the processor's memory, and must not multiply."""

CHILD = """
import sys
from game.cli import main
code = main(["check", sys.argv[1]])
sys.stdout.flush()
try:
    import resource
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
except ImportError:
    most = 0
print(most, file=sys.stderr)
sys.exit(code)
"""


class Run(NamedTuple):
    """One check in a process of its own."""

    seconds: float
    megabytes: float
    """At the most; 0 where this system does not tell."""


def figures() -> Iterator[Figure]:
    for path in sorted(res.path("scenarios").glob("*/scenario.yaml")):
        taken = min(seconds(lambda path=path: looked_through(path)) for _ in range(3))
        yield Figure(f"check and bounds, {path.parent.name}", taken, "s", 1)
    with tempfile.TemporaryDirectory() as folder:
        yield from _grown(Path(folder))


def _grown(folder: Path) -> Iterator[Figure]:
    start = checked(write(1, folder), folder / "start").seconds
    per_beat = {}
    for beats in (100, 1_000, 10_000):
        home = write(beats, folder)
        cold = checked(home, folder / "home")
        per_beat[beats] = (cold.seconds - start) / beats
        yield Figure(f"check of a file of {beats:,} beats, cold", cold.seconds, "s", 5)
        if beats == 10_000:
            yield Figure("its memory", cold.megabytes or None, "MB", 600)
            yield Figure("the same file again, unchanged", checked(home, folder / "home").seconds, "s", 0.3)
    note = ", ".join(f"{1000 * taken:.2f} ms at {beats:,}" for beats, taken in per_beat.items())
    yield Figure("time a beat, 10,000 over 1,000", per_beat[10_000] / per_beat[1_000], "times", GROWTH, note=note)


def checked(scenario: Path, home: Path) -> Run:
    """`attune check` of a scenario, its cache in `home`."""
    home.mkdir(exist_ok=True)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(scenario)],
        env={**os.environ, "ATTUNE_HOME": str(home)},
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return Run(time.perf_counter() - began, int(done.stderr.split()[-1]) / 2**20)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
