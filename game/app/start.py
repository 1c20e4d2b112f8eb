"""Opens the window: services, fonts and the program put together and handed to the loop.

Anything that goes wrong here becomes one sentence (`NoWindow`); what goes wrong later is shown by the program itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game import res

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.loop import Window
    from game.app.services import Services
    from game.app.warping import Way
    from game.story.machine import Story
    from game.ui.look import Look

HINT = "To practise in a terminal instead, type: attune play --text"
WARP_HINT = "To see the responses that lead there, type: attune warp ID:BEAT --path"


class NoWindow(RuntimeError):
    """There is no window to open; the message is a sentence for the person."""


def window() -> None:
    """Open the program and run it to its end; raises `NoWindow` where there is no display or no engine."""
    opened = _opened()
    from game.app.app import App
    from game.app.services import Services

    _run(opened, Services.found(), App)


def warped_window(way: Way) -> None:
    """Open the program at the end of a way; raises `NoWindow`."""
    opened = _opened(WARP_HINT)
    from game.app.author import AuthorApp
    from game.app.services import Services
    from game.scenario.bounds import still_open

    def made(services: Services, look: Look) -> AuthorApp:
        app = AuthorApp(services, look, way.file)
        app.sit(way.run(services.seed()), still_open(way.explored))
        return app

    _run(opened, Services.unkept(scenarios=(way.file.parent,)), made)


def watching_window(file: Path, story: Story, *, seed: int | None = None) -> None:
    """Open the program in a session of the scenario in this file, and follow the file; raises `NoWindow`."""
    opened = _opened()
    from game.app.author import AuthorApp
    from game.app.services import Services
    from game.scenario.compile import compile_path
    from game.story.run import Run

    def made(services: Services, look: Look) -> AuthorApp:
        app = AuthorApp(services, look, file)
        app.sit(Run(story, services.seed() if seed is None else seed))
        app.watch(compile_path(file))
        return app

    _run(opened, Services.unkept(scenarios=(file.parent,)), made)


def _opened(hint: str = HINT) -> Window:
    _check_engine()
    from game.app.loop import NoDisplay, Window

    try:
        return Window("Attune", res.path("assets", "fonts"))
    except NoDisplay as error:
        raise NoWindow(f"{error} {hint}") from None


def _run(opened: Window, services: Services, make: Callable[[Services, Look], App]) -> None:
    from game.app.loop import run
    from game.ui.look import Look

    try:
        run(opened, make(services, Look(size=opened.size, measurer=opened.measurer)))
    finally:
        services.store.close()
        opened.close()


def _check_engine() -> None:
    """The old `pygame` lacks what the screens need; both share one name, and the last installed wins."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # it greets on standard output the moment it is imported
    try:
        import pygame
    except ImportError:
        raise NoWindow("The engine is missing: type  python -m pip install pygame-ce  and start again.") from None
    if not getattr(pygame, "IS_CE", False):
        raise NoWindow(
            "An old 'pygame' stands in the way: type  python -m pip uninstall -y pygame pygame-ce  and then  "
            "python -m pip install pygame-ce  and start again."
        )
