"""Draws every screen into `docs/pictures` as small PNGs: the three themes at 1280x720, and 1024x600 with text at 200 %.

Run by `python tasks.py pictures`; what it makes is to be looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from game.ui.painter import Painter
from game.ui.theme import THEMES
from tests.stage import AUTHORS, SCREENS, fonts, pilots

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
VIEWS = (
    ("light", (1280, 720), 1.0, ""),
    ("dark", (1280, 720), 1.0, ""),
    ("light", (1024, 600), 2.0, "-200"),
    ("dark", (1024, 600), 2.0, "-200"),
    ("contrast", (1280, 720), 1.0, ""),
    ("contrast", (1024, 600), 2.0, "-200"),
)
SHRINK = ("pngquant", "--force", "--ext", ".png", "--skip-if-larger", "192")
"""A quarter of the bytes, where this program is installed; the pictures are the same without it, only larger."""


def main(wanted: list[str]) -> None:
    """Draw the screens named, or all."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    painter = Painter(fonts(), patient=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for screen in wanted or (*SCREENS, *AUTHORS):
        pilot = pilots()[screen]
        for theme, size, scale, tail in VIEWS:
            pilot.app.look = replace(pilot.app.look, size=size, text_scale=scale, theme=THEMES[theme])  # type: ignore[index]
            pilot.shot(FOLDER / f"{screen}-{theme}{tail}.png", painter)
    if shutil.which(SHRINK[0]):
        subprocess.run([*SHRINK, *map(str, FOLDER.glob("*.png"))], check=False)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main(sys.argv[1:])
