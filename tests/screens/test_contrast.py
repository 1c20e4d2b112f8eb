"""Words, and the ring of the keyboard, measured on the painted pixels of every screen, for four kinds of eyes.

The tokens are held by `test_theme`; this finds what tokens do not show: words on a drawn wall, on shading, on a veil.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from _pytest.mark.structures import ParameterSet

from game.ui.frame import Frame, Hit
from game.ui.theme import THEMES, ThemeName
from tests.eyes import ALL_EYES, Standing, differing, painted, standings
from tests.stage import SCREENS, pilots

NORMAL, HIGH = 4.5, 7.0
"""Least contrast of words (WCAG 2.2, 1.4.3), and of words in the high-contrast theme (1.4.6)."""
RING = 3.0
"""Least change of a pixel between focused and not (WCAG 2.2, 2.4.13)."""
CORE = ("library", "notice", "offers", "debrief")
WINDOWS = (((1280, 720), 1.0), ((1024, 600), 2.0))


def views(
    core: tuple[str, ...], themes: tuple[ThemeName, ...] = ("light", "dark", "contrast")
) -> Iterator[ParameterSet]:
    """Every screen in every theme and two windows; all but a few marked slow."""
    for screen, theme, window in itertools.product(SCREENS, THEMES, WINDOWS):
        quick = screen in core and theme in themes and window == WINDOWS[0]
        yield pytest.param(screen, theme, *window, marks=() if quick else (pytest.mark.slow,))


def seen(screen: str, theme: ThemeName, size: tuple[int, int], scale: float) -> Frame:
    pilot = pilots()[screen]
    pilot.app.look = replace(pilot.app.look, size=size, text_scale=scale, theme=THEMES[theme])
    return pilot.frame


@pytest.mark.parametrize(("screen", "theme", "size", "scale"), list(views(CORE)))
def test_words_hold_on_the_pixels_they_stand_on(
    screen: str, theme: ThemeName, size: tuple[int, int], scale: float
) -> None:
    found = list(standings(seen(screen, theme, size, scale)))
    assert found
    assert [weak for one in found for weak in _weak(one, HIGH if theme == "contrast" else NORMAL)] == []


def _weak(one: Standing, least: float) -> Iterator[str]:
    """What these words lack: `least` for the usual eyes, and for a dichromat's what anyone is owed."""
    for eyes in ALL_EYES:
        worst = one.worst(eyes)
        if worst < (least if eyes == "usual" else NORMAL):
            yield f"'{one.text.lines[0]}' in {one.text.colour} has {worst:.2f}:1 for {eyes} eyes"


@pytest.mark.parametrize(
    ("screen", "theme", "size", "scale"), list(views(("signs", "settings"), ("light", "contrast")))
)
def test_the_ring_of_the_keyboard_is_seen_wherever_it_goes(
    screen: str, theme: ThemeName, size: tuple[int, int], scale: float
) -> None:
    seen(screen, theme, size, scale)
    app = pilots()[screen].app
    before = app.attention
    for name in [hit.name for hit in pilots()[screen].frame.stops()]:
        app.attention = app.attention.focused(pilots()[screen].frame, name)
        ringed = pilots()[screen].frame
        hit = ringed.hit(name)
        assert hit is not None
        app.attention = replace(app.attention, focus="", keyboard=False)
        plain = pilots()[screen].frame
        assert _changed(ringed, plain) >= _two_px_around(hit, ringed), name
    app.attention = before


def _two_px_around(hit: Hit, frame: Frame) -> float:
    """px of a line 2 px thick along the sides of the hit that are in view; a tenth less, for corners are round.

    A card that all but fills what it scrolls in has no room for a ring above and below.
    """
    region = frame.region(hit.region) if hit.region else None
    if region is None:
        return 0.9 * 2 * (2 * hit.box.h + 2 * hit.box.w)
    shown = hit.box.both(region.box)
    level = (hit.box.y - region.box.y >= 2) + (region.box.bottom - hit.box.bottom >= 2)
    return 0.9 * 2 * (2 * shown.h + level * shown.w)


def _changed(one: Frame, other: Frame) -> int:
    return differing(painted(one), painted(other), RING)
