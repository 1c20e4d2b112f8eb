"""Nothing flashes: while a client speaks, moves, breathes and blinks, no large part of the window jumps in lightness.

WCAG 2.2, 2.3.1 counts a tenth of the lightness; here a single jump over a fifth of the window would be too much.
"""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.app.pilot import Pilot
from game.app.services import Services
from game.records.store import Store
from game.ui.look import Look
from game.ui.theme import THEMES, ThemeName
from tests.eyes import lightness, painted, unlike
from tests.stage import ID, compiled, fonts

SECONDS, STEP = 9.0, 1 / 12
JUMP, AREA = 0.1, 0.2
"""A jump of lightness that counts, and the share of the window over which it would be seen as a flash."""


@pytest.mark.parametrize(
    "theme", ["light", *(pytest.param(name, marks=pytest.mark.slow) for name in ("dark", "contrast"))]
)
def test_nothing_in_a_living_session_flashes(theme: ThemeName) -> None:
    look = replace(Look(), motion="full", measurer=fonts(), theme=THEMES[theme])
    services = Services(Store(None), cache_dir=compiled(), now=lambda: 0.0, seed=lambda: 7)
    pilot = Pilot.start(ID, size=(640, 360), look=look, services=services)
    before = painted(pilot.frame)
    moved = 0
    for number in range(round(SECONDS / STEP)):
        pilot.wait(STEP)
        if number % 24 == 23:
            pilot.press("Enter")
        after = painted(pilot.frame)
        moved += unlike(before, after).count() > 0
        assert _jumped(before, after) < AREA * 640 * 360
        before = after
    assert moved > 20


def _jumped(one: pygame.Surface, other: pygame.Surface) -> int:
    """How many px changed their lightness by JUMP or more."""
    changed = unlike(one, other)
    return sum(
        abs(_light(one, x, y) - _light(other, x, y)) >= JUMP
        for rect in changed.get_bounding_rects()
        for x in range(rect.left, rect.right)
        for y in range(rect.top, rect.bottom)
        if changed.get_at((x, y))
    )


def _light(surface: pygame.Surface, x: int, y: int) -> float:
    red, green, blue, _ = surface.get_at((x, y))
    return lightness(red << 16 | green << 8 | blue)
