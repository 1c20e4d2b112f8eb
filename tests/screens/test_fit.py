"""Every screen at every size, theme and text size: nothing cut off, nothing on top of something else, all of it named.

Measured with the real typefaces. What stands in a scrolling region may lie outside the window, but never wider than it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from _pytest.mark.structures import ParameterSet

from game.ui.box import Box
from game.ui.frame import Frame, Hit
from game.ui.orders import Text
from game.ui.theme import THEMES
from tests.stage import AUTHORS, SCREENS, fonts, pilots

SIZES = ((1024, 600), (1280, 720), (1920, 1080), (2560, 1080), (3840, 2160))
SCALES = (1.0, 1.5, 2.0)
TARGET = 24.0
"""px: the least side of something to press (WCAG 2.2, 2.5.8)."""


CORE = {((1024, 600), 2.0), ((1280, 720), 1.0), ((1920, 1080), 1.5), ((2560, 1080), 1.0)}
"""Windows and text sizes that every run of the tests looks at; the others are marked slow."""


def frames() -> Iterator[ParameterSet]:
    for screen, size, scale in itertools.product((*SCREENS, *AUTHORS), SIZES, SCALES):
        marks = () if (size, scale) in CORE else (pytest.mark.slow,)
        yield pytest.param(screen, size, scale, marks=marks)


def seen(screen: str, size: tuple[int, int], scale: float, theme: str = "light") -> Frame:
    pilot = pilots()[screen]
    pilot.app.look = replace(pilot.app.look, size=size, text_scale=scale, theme=THEMES[theme])  # type: ignore[index]
    return pilot.frame


@pytest.mark.parametrize(("screen", "size", "scale"), list(frames()))
def test_everything_fits(screen: str, size: tuple[int, int], scale: float) -> None:
    frame = seen(screen, size, scale)
    assert list(_outside(frame)) == []
    assert list(_on_each_other(frame)) == []
    assert list(_cut(frame)) == []
    assert list(_too_small(frame)) == []


@pytest.mark.parametrize("screen", [*SCREENS, *AUTHORS])
@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_everything_fits_in_every_theme(screen: str, theme: str) -> None:
    frame = seen(screen, (1024, 600), 2.0, theme)
    assert list(_outside(frame)) == []
    assert list(_on_each_other(frame)) == []


def _window(frame: Frame) -> Box:
    return Box(0, 0, float(frame.size[0]), float(frame.size[1]))


def _outside(frame: Frame) -> Iterator[str]:
    """Hits that stick out of the window, or sideways out of the region they scroll in."""
    for hit in frame.hits:
        region = frame.region(hit.region) if hit.region else None
        if region is None and not hit.box.inside(_window(frame), slack=1.0):
            yield f"{hit.name} sticks out of the window: {hit.box}"
        if region is not None and (hit.box.x < region.box.x - 12 or hit.box.right > region.box.right + 12):
            yield f"{hit.name} is wider than what it scrolls in: {hit.box} in {region.box}"


def _on_each_other(frame: Frame) -> Iterator[str]:
    """Things to press that cover each other, in the same region."""
    active = [hit for hit in frame.hits if hit.active]
    for one, other in itertools.combinations(active, 2):
        if one.region == other.region and _overlap(one, other) > 2.0:
            yield f"{one.name} and {other.name} overlap"


def _overlap(one: Hit, other: Hit) -> float:
    shared = one.box.both(other.box)
    return min(shared.w, shared.h) if shared.w > 0 and shared.h > 0 else 0.0


def _cut(frame: Frame) -> Iterator[str]:
    """Lines of text that are wider than the window."""
    for order in frame.orders:
        if isinstance(order, Text):
            widest = max((fonts().width(line, order.font, order.size) for line in order.lines), default=0.0)
            if widest > frame.size[0]:
                yield f"'{order.lines[0]}' is wider than the window"


def _too_small(frame: Frame) -> Iterator[str]:
    for hit in frame.hits:
        if hit.active and hit.role != "key" and min(hit.box.w, hit.box.h) < TARGET:
            yield f"{hit.name} is {hit.box.w:.0f}x{hit.box.h:.0f} px"
