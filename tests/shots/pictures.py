"""Draws every screen into docs/pictures, for people to look at: `python tasks.py pictures [FOLDER]`.

The pilot plays through the real input path; two sizes, two themes. A picture is made small enough to keep.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game import res  # noqa: E402
from game.app.pilot import Pilot  # noqa: E402
from game.app.plan import read_plan  # noqa: E402
from game.ui.look import Look  # noqa: E402
from game.ui.painter import Painter  # noqa: E402
from game.ui.theme import DARK, LIGHT  # noqa: E402

SCENARIO, PLAN = "whatever-you-think-is-best", "takes-it-back-late"
LOOKS = {
    "1280x720": ((1280, 720), 1.0),
    "1024x600-200": ((1024, 600), 2.0),
}
THEMES = {"light": LIGHT, "dark": DARK}


def main(folder: Path) -> None:
    """Draw all of them."""
    import pygame

    folder.mkdir(parents=True, exist_ok=True)
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    painter = Painter(res.path("assets", "fonts"), patient=True)
    for size_name, (size, text) in LOOKS.items():
        for theme_name, theme in THEMES.items():
            look = replace(Look(measurer=painter.fonts, motion="none"), text_scale=text, theme=theme)
            for screen, pilot in screens(size, look):
                pilot.shot(folder / f"{screen}-{theme_name}-{size_name}.png", painter)
                print(f"{screen}-{theme_name}-{size_name}.png", flush=True)


def screens(size: tuple[int, int], look: Look) -> Iterator[tuple[str, Pilot]]:
    """Each screen in turn, as one person comes to it."""
    pilot = Pilot.start(size=size, look=look)
    yield "library", pilot
    pilot.click("go/settings")
    yield "settings", pilot
    pilot = Pilot.start(size=size, look=look)
    pilot.click(f"open/{SCENARIO}")
    yield "briefing", pilot
    pilot.click("begin")
    yield "speaking", pilot
    pilot.settle()
    yield "notice", pilot
    pilot.press("S")
    yield "session", pilot
    plan = res.path("scenarios", SCENARIO, "plans", f"{PLAN}.plan")
    pilot = Pilot.start(SCENARIO, size=size, look=look)
    pilot.follow(read_plan(plan.read_text(encoding="utf-8"), plan.name))
    pilot.settle()
    yield "ending", pilot
    pilot.click("finish")
    yield "rating", pilot
    pilot.press("S")
    yield "debrief", pilot
    pilot.click("decision/3")
    yield "decision", pilot


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
