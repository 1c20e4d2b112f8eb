"""What the program costs while nobody touches it: frames, processor and memory, each in a process of its own.

`python tests/bench/resting.py WHAT SECONDS` is that process: it prints its figures as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

WATCHED_S = 8.0
SETTLED_S = 3.0
"""Motion and pictures on their way come to an end before the watch begins."""


def figures() -> Iterator[Any]:
    from figure import Figure

    with tempfile.TemporaryDirectory() as home:  # one for all, and the first start fills its cache
        watched("library", home, seconds=0.1)
        idle, living, reduced, played = (watched(what, home) for what in ("library", "session", "reduced", "played"))
    yield Figure("idle in the library: frames drawn", idle["frames"], "", 0, note=f"in {WATCHED_S:.0f} s")
    yield Figure("idle in the library: processor", idle["cpu"] * 100, "% of a core", 0.5)
    yield Figure("a living face at rest: processor", living["cpu"] * 100, "% of a core", 5)
    yield Figure("a living face at rest: frames", living["frames"] / WATCHED_S, "a second", 12)
    yield Figure("the same with reduced motion: frames drawn", reduced["frames"], "", 0, note=f"in {WATCHED_S:.0f} s")
    yield Figure(
        "memory in play, after a whole session", played["memory_mb"], "MB", 100, note=f"most {played['peak_mb']:.0f}"
    )


def watched(what: str, home: str, *, seconds: float = WATCHED_S) -> dict[str, float]:
    """The figures of one process."""
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "ATTUNE_HOME": home}
    done = subprocess.run(
        [sys.executable, __file__, what, str(seconds)], env=environment, capture_output=True, text=True, check=True
    )
    return {name: float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}


# -- the process that is watched ---------------------------------------------------------------------------------
def main(what: str, seconds: float) -> None:
    from dataclasses import replace

    from game import res
    from game.app.app import App
    from game.app.loop import Window, run
    from game.app.pilot import Pilot
    from game.app.services import Services
    from game.ui.look import Look

    window = Window("Attune", res.path("assets", "fonts"), (1920, 1080))
    services = Services.found()
    app = App(services, Look(size=window.size, measurer=window.measurer))
    if what == "reduced":
        app.look = replace(app.look, motion="none")
    pilot = Pilot(app)
    if what != "library":
        begin(pilot)
    if what == "played":
        play(pilot, window)
    watch = Watch(app, window, seconds)
    run(window, watch)
    services.store.close()
    print(json.dumps({"frames": watch.frames, "cpu": watch.cpu, **memory()}))


class Watch:
    """The program as the loop sees it, which counts its frames after a while and ends after the watch."""

    def __init__(self, program: Any, window: Any, seconds: float) -> None:
        self.seconds = seconds
        self.program = program
        self.window = window
        self.frames = 0
        self.cpu = 0.0
        self._show, window.show = window.show, self._counted
        self._events, window.events = window.events, self._ending
        self._began = time.perf_counter()
        self._spent: float | None = None

    def frame(self, size: tuple[int, int], t: float) -> Any:
        return self.program.frame(size, t)

    def feed(self, event: Any, t: float) -> bool:
        from game.ui.events import Quit

        return False if isinstance(event, Quit) else self.program.feed(event, t)

    def sent(self) -> Any:
        return self.program.sent()

    def stirs(self, t: float) -> bool:
        return bool(self.program.stirs(t))

    def drew(self, seconds: float) -> None:
        self.program.drew(seconds)

    def complain(self, sentence: str) -> None:
        self.program.complain(sentence)

    def _counted(self, frame: Any) -> bool:
        self.frames += self._spent is not None
        return bool(self._show(frame))

    def _ending(self) -> list[Any]:
        from game.ui.events import Quit

        passed = time.perf_counter() - self._began
        if self._spent is None and passed >= SETTLED_S:
            self._spent = time.process_time()
        if self._spent is not None and passed >= SETTLED_S + self.seconds:
            self.cpu = (time.process_time() - self._spent) / self.seconds
            return [Quit()]
        return list(self._events())


def begin(pilot: Any) -> None:
    """Into a session, up to the first offer."""
    pilot.click(next(hit.name for hit in pilot.frame.hits if hit.name.startswith("open/")))
    pilot.click("begin")
    pilot.settle()


def play(pilot: Any, window: Any) -> None:
    """To the end of the session, every frame painted."""
    while pilot.run.ending is None:
        pilot.choose(pilot.run.shown()[0].id)
        for _ in range(40):
            pilot.wait(1 / 60)
            window.show(pilot.frame)
        window.painter.due()


def memory() -> dict[str, float]:
    """Resident memory now and at its most, in MB."""
    import resource

    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[1])
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"memory_mb": pages * os.sysconf("SC_PAGE_SIZE") / 1e6, "peak_mb": peak_kb * 1024 / 1e6}


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
