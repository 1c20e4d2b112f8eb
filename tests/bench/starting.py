"""From the start of the process to the first picture on its display, from source and from the bundle.

SDL's picture-less display writes every picture it is given to a file, so the program is measured as it is, without a
hook in it; the writing itself is part of the figure.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from figure import Figure

from game import res

STARTS = 7
PATIENCE_S = 20.0


def figures(bundle: Path | None = None) -> Iterator[Figure]:
    source = [sys.executable, "-m", "game"]
    yield Figure("start to first screen, from source", first_picture_ms(source), "ms", 300)
    if bundle is not None:
        yield Figure("start to first screen, packaged", first_picture_ms([str(bundle / "attune")]), "ms", 300)


def first_picture_ms(command: list[str]) -> float | None:
    """The median of some starts, after one that fills the cache; None where no picture came."""
    with tempfile.TemporaryDirectory() as home:
        taken = [one_start(command, Path(home)) for _ in range(STARTS + 1)][1:]
    found = [one for one in taken if one is not None]
    return median(found) * 1000 if len(found) == STARTS else None


def one_start(command: list[str], home: Path) -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        pictures = Path(folder)
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=pictures, env=environment(home), start_new_session=True)
        try:
            while time.perf_counter() - start < PATIENCE_S and process.poll() is None:
                if any(pictures.iterdir()):
                    return time.perf_counter() - start
                time.sleep(0.001)
            return None
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()


def environment(home: Path) -> dict[str, str]:
    """A window that nobody sees, whose every picture becomes a file in the working folder."""
    return {
        **os.environ,
        "PYTHONPATH": str(res.root()),
        "ATTUNE_HOME": str(home),
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "SDL_VIDEO_DUMMY_SAVE_FRAMES": "1",
    }
