"""Opens the window: services, fonts and the program put together and handed to the loop.

Anything that goes wrong here becomes one sentence (`NoWindow`); what goes wrong later is shown by the program itself.
"""

from __future__ import annotations

import os
from pathlib import Path

from game import res

HINT = "To practise in a terminal instead, type: attune play --text"


class NoWindow(RuntimeError):
    """There is no window to open; the message is a sentence for the person."""


def window(*, scenarios: tuple[Path, ...] = ()) -> None:
    """Open the program and run it to its end; raises `NoWindow` where there is no display or no engine."""
    _check_engine()
    from game.app.app import App
    from game.app.loop import NoDisplay, Window, run
    from game.app.services import Services
    from game.ui.look import Look

    try:
        opened = Window("Attune", res.path("assets", "fonts"))
    except NoDisplay as error:
        raise NoWindow(f"{error} {HINT}") from None
    services = Services.found(scenarios=scenarios)
    try:
        run(opened, App(services, Look(size=opened.size, measurer=opened.measurer)))
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
