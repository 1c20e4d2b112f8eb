"""The debrief screen in every window, theme and text size: nothing cut, nothing covered, everything within reach."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest
from test_debrief_page import ada, page

from game import res
from game.ui.attention import Attention, attend
from game.ui.box import Box
from game.ui.events import Key
from game.ui.fonts import Fonts
from game.ui.frame import Frame
from game.ui.look import Look
from game.ui.orders import ClipBegin, ClipEnd, Text
from game.ui.theme import THEMES, ThemeName

WINDOWS = [
    ((1920, 1080), 1.0), ((1280, 720), 1.0), ((1024, 600), 1.0), ((1024, 600), 2.0), ((1366, 768), 1.5),
    ((2560, 1080), 1.0), ((3840, 2160), 1.0), ((1920, 1080), 2.0),
]  # fmt: skip


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    """Real widths of real words."""
    return Fonts(res.path("assets", "fonts"))


@pytest.mark.parametrize(("size", "scale"), WINDOWS)
def test_tab_reaches_everything_and_brings_it_into_sight(size: tuple[int, int], scale: float, fonts: Fonts) -> None:
    look = Look(size, scale, measurer=fonts)
    attention, seen = Attention(), set()
    frame = page().view(look, 0)
    for _ in frame.stops():
        attention, _ = attend(attention, Key("Tab"), frame, look.keymap)
        frame = page().view(attention.onto(look), 0)
        hit = frame.hit(attention.focus)
        assert hit is not None
        region = frame.region(hit.region)
        if region is not None:
            assert hit.box.both(region.box).h >= min(hit.box.h, region.box.h) - 1, hit
        seen.add(hit.name)
    assert seen == {hit.name for hit in frame.stops()}


@pytest.mark.parametrize(("window", "theme"), list(product(WINDOWS, THEMES)), ids=str)
def test_it_holds_in_every_window(window: tuple[tuple[int, int], float], theme: ThemeName, fonts: Fonts) -> None:
    size, scale = window
    frame = page().view(Look(size, scale, THEMES[theme], measurer=fonts), 0)
    names = [hit.name for hit in frame.hits]
    assert len(names) == len(set(names))
    for hit in frame.hits:
        region = frame.region(hit.region)
        around = region.box if region else Box(0, 0, *map(float, size))
        assert around.x - 1 <= hit.box.x, hit
        assert hit.box.right <= around.right + 1, hit
        assert region or hit.box.inside(around, 1), hit
        assert hit.box.h > 0, hit
    assert_apart(frame)
    assert_words_fit(frame, fonts)


def assert_apart(frame: Frame) -> None:
    """Nothing that can be pressed covers another, nor do words of one region cover each other."""
    for one, other in combinations(frame.hits, 2):
        pressable = one.active and other.active
        said = one.role in ("text", "heading", "live") and other.role in ("text", "heading", "live")
        if one.region == other.region and (pressable or said):
            assert not one.box.inset(1).meets(other.box.inset(1)), (one, other)


def assert_words_fit(frame: Frame, fonts: Fonts) -> None:
    """No line of words is cut by the side of the column that it stands in."""
    clips = [Box(0, 0, *map(float, frame.size))]
    for order in frame.orders:
        if isinstance(order, ClipBegin):
            clips.append(order.box)
        elif isinstance(order, ClipEnd):
            clips.pop()
        elif isinstance(order, Text):
            widest = max(fonts.width(line, order.font, order.size) for line in order.lines)
            free = order.box.w - widest
            left = order.box.x + {"left": 0.0, "centre": free / 2, "right": free}[order.align]
            assert left >= clips[-1].x - 1, order
            assert left + widest <= clips[-1].right + 1, order


def test_it_stands_in_three_columns_two_or_one() -> None:
    def regions(size: tuple[int, int], scale: float = 1.0) -> list[str]:
        return [region.name for region in page().view(Look(size, scale), 0).regions]

    assert regions((2560, 1080)) == ["main", "decision", "aside"]
    assert regions((1920, 1080)) == ["main", "aside"]
    assert regions((1024, 600), 2.0) == ["main"]


@pytest.mark.parametrize(("size", "scale"), WINDOWS)
def test_tags_of_three_ruptures_keep_apart(size: tuple[int, int], scale: float, fonts: Fonts) -> None:
    """Ruptures that lie within each other: their tags say less before they cover each other."""
    (hurt, bow) = ada().told.ruptures
    mended = (
        replace(bow, opened=1, until=11, repaired=11),
        replace(bow, id="within", opened=4, until=6, repaired=6),
        replace(hurt, opened=8, until=9, repaired=9),
    )
    frame = replace(page(), told=replace(page().told, ruptures=mended)).view(Look(size, scale, measurer=fonts), 0)
    tags = [hit for hit in frame.hits if hit.name.startswith("episode/")]
    assert sum(tag.label.startswith("opens") for tag in tags) == 3
    assert sum(tag.label == "repaired" for tag in tags) in (0, 3)
    assert not any(one.box.meets(other.box) for one, other in combinations(tags, 2))
    steps = [hit.box for hit in frame.hits if hit.name.startswith("decision/")]
    if size == (1920, 1080) and scale == 1.0:
        assert [tag.label for tag in tags].count("repaired") == 3
        assert all(any(abs(tag.box.x - box.cx) <= 2 * box.w for box in steps) for tag in tags)
