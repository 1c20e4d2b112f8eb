"""How long a picture takes at 1920x1080, in software: the one that answers a response, and those of a moving face.

The real path: the event through the app, the entry committed to a file, the frame, the painter with its worker thread.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from figure import Figure, p99

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game import res
from game.app.pilot import Pilot
from game.app.services import Services
from game.records.store import Store
from game.ui.events import Key
from game.ui.look import Look
from game.ui.painter import Painter

SIZE = (1920, 1080)
RESPONSES = 220
"""How many answers are timed: enough for a p99."""
MOVING = 400
"""How many frames of a moving face are timed."""
TICK_S = 1 / 60


def figures() -> Iterator[Figure]:
    answered, moving = measure()
    yield Figure(
        "a response: click to next frame, 1920x1080, p99", p99(answered) * 1000, "ms", 8, note=spread(answered)
    )
    yield Figure("frame while a face moves, 1920x1080, p99", p99(moving) * 1000, "ms", 16, note=spread(moving))


def spread(samples: list[float]) -> str:
    ordered = sorted(samples)
    return f"median {ordered[len(ordered) // 2] * 1000:.1f}, most {ordered[-1] * 1000:.1f}, of {len(ordered)}"


def measure() -> tuple[list[float], list[float]]:
    """Seconds per answer and per frame of a moving face, over random plays of the shipped scenarios."""
    dice, scenarios = random.Random(5), shipped()
    answered: list[float] = []
    moving: list[float] = []
    surface, painter = stage()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "records.db") as store:
        while len(answered) < RESPONSES:
            look = Look(measurer=painter.fonts)
            services = Services(store, seed=lambda: dice.randrange(1 << 30))
            pilot = Pilot.start(dice.choice(scenarios), size=SIZE, look=look, services=services)
            while pilot.run.ending is None and len(answered) < RESPONSES:
                ready(pilot)
                rest(pilot, painter, surface)
                answered.append(answer(pilot, painter, surface, dice))
                if len(moving) < MOVING:
                    moving += watch(pilot, painter, surface)
    return answered, moving


def shipped() -> list[str]:
    return [path.parent.name for path in sorted(res.path("scenarios").glob("*/scenario.yaml"))]


def stage() -> tuple[pygame.Surface, Painter]:
    """A display of the size and the painter that draws on it."""
    pygame.display.init()
    return pygame.display.set_mode(SIZE), Painter(res.path("assets", "fonts"))


def ready(pilot: Pilot) -> None:
    """Up to the next offer: the client heard out, a notice prompt passed over, motion at its end."""
    pilot.settle()
    if pilot.frame.hit("skip"):
        pilot.press("S")
    pilot.wait(2)


def rest(pilot: Pilot, painter: Painter, surface: pygame.Surface) -> None:
    """Paint until every picture on its way has come, as it has long before a person has read the replies."""
    painter.paint(pilot.frame, surface)
    while painter.busy:
        time.sleep(0.002)
        painter.due()
        painter.paint(pilot.frame, surface)


def answer(pilot: Pilot, painter: Painter, surface: pygame.Surface, dice: random.Random) -> float:
    """Give one response; seconds from the key to the painted frame."""
    letter = "ABCDEFGH"[dice.randrange(len(pilot.run.shown()))]
    start = time.perf_counter()
    pilot.app.feed(Key(letter, letter.lower()), pilot.t)
    painter.paint(pilot.app.frame(SIZE, pilot.t), surface)
    return time.perf_counter() - start


def watch(pilot: Pilot, painter: Painter, surface: pygame.Surface) -> list[float]:
    """Seconds per frame while something moves, at sixty a second as the loop does it."""
    taken: list[float] = []
    for _ in range(90):
        pilot.wait(TICK_S)
        start = time.perf_counter()
        painter.due()
        frame = pilot.frame
        painter.paint(frame, surface)
        spent = time.perf_counter() - start
        if frame.pace != "moving":
            break
        taken.append(spent)
        time.sleep(max(0.0, TICK_S - spent))
    return taken
