"""Draws every person in every pose on one sheet, to be looked at: `python tasks.py faces [NAME…]`.

The sheet is `build/faces.png`, which is not kept: with some names only those people are on it, larger.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from game import res
from game.portrait.draw import portrait_svg
from game.portrait.person import from_mapping
from game.portrait.pose import POSES
from game.scenario.library import person
from game.ui.raster import load

ROOT = Path(__file__).resolve().parents[2]
SHEET = ROOT / "build" / "faces.png"
PEOPLE = res.path("assets", "people")


def main(names: list[str]) -> int:
    """Draw the sheet; 1 where a name is nobody's."""
    known = sorted(path.stem for path in PEOPLE.glob("*.yaml"))
    if unknown := set(names) - set(known):
        print(f"There is no '{unknown.pop()}'; there are {', '.join(known)}.", file=sys.stderr)
        return 1
    width, height = (240, 320) if names else (120, 160)
    shown = names or known
    sheet = pygame.Surface((width * len(POSES), height * len(shown)))
    sheet.fill("#ebe5da")
    for row, name in enumerate(shown):
        told = person(name, PEOPLE, None)
        assert told is not None, name
        for column, pose in enumerate(POSES.values()):
            face = load(portrait_svg(from_mapping(told), pose), width, height)
            sheet.blit(face, (column * width, row * height))
    SHEET.parent.mkdir(exist_ok=True)
    pygame.image.save(sheet, SHEET)
    print(f"{SHEET.relative_to(ROOT)}: {', '.join(shown)}; {', '.join(POSES)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
