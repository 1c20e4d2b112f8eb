"""A small frame to steer in, and a display that exists only in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.fonts import Fonts


@pytest.fixture(scope="session")
def fonts_folder(root: Path) -> Path:
    return root / "assets" / "fonts"


@pytest.fixture(scope="session")
def fonts(fonts_folder: Path) -> Fonts:
    return Fonts(fonts_folder)


@pytest.fixture
def screen() -> Iterator[pygame.Surface]:
    """A black window of 400 x 300."""
    pygame.display.init()
    surface = pygame.display.set_mode((400, 300))
    surface.fill("#000000")
    yield surface
    pygame.display.quit()
