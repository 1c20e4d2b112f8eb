"""Each kind of order leaves its pixels where it says, only what changed is drawn again, and stores stay in bounds."""

from __future__ import annotations

import time
from pathlib import Path

import pygame
import pytest

from game.ui.box import Box
from game.ui.cache import ByteCache
from game.ui.fonts import Fonts
from game.ui.frame import Frame
from game.ui.orders import (
    Arc,
    ClipBegin,
    ClipEnd,
    Ellipse,
    Fill,
    Font,
    Hatch,
    Order,
    Picture,
    Polygon,
    Ribbon,
    Stroke,
    Text,
    Wash,
    bounds,
    moved,
)
from game.ui.painter import Painter
from game.ui.raster import Raster

RED, GREEN, WHITE = "#FF0000", "#00FF00", "#FFFFFF"
BODY = Font("atkinson")
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="10" fill="#ff0000"/><rect x="5" width="5" height="10" fill="#00ff00"/></svg>'  # noqa: E501


def frame(*orders: Order) -> Frame:
    return Frame((400, 300), orders, (), "Test")


def at(surface: pygame.Surface, x: int, y: int) -> str:
    return "#{:02X}{:02X}{:02X}".format(*surface.get_at((x, y))[:3])


@pytest.fixture
def painter(fonts: Fonts) -> Painter:
    return Painter(fonts, patient=True)


CASES: list[tuple[Order, tuple[int, int], tuple[int, int]]] = [
    (Fill(Box(50, 50, 100, 80), RED), (60, 60), (160, 60)),
    (Fill(Box(50, 50, 100, 80), RED, radius=30), (100, 90), (51, 51)),
    (Fill(Box(50, 50, 100, 80), "", radius=8, edge=RED, edge_width=6), (100, 52), (100, 90)),
    (Fill(Box(50, 50, 12, 12), RED, radius=6), (56, 56), (50, 50)),
    (Polygon(((50, 50), (150, 50), (50, 150)), RED), (60, 60), (140, 140)),
    (Stroke(((50, 50), (150, 50)), RED, 8), (100, 50), (100, 60)),
    (Arc((100, 100), 40, 180, 180, 10, RED), (100, 60), (100, 140)),
    (Ellipse(Box(50, 50, 60, 40), RED), (80, 70), (52, 52)),
    (Ribbon(50, 150, 50, 90, 50, 90, RED), (100, 70), (100, 95)),
    (Picture(Box(50, 50, 40, 40), SQUARE), (55, 70), (100, 70)),
    (Hatch(Box(50, 50, 60, 60), RED, 20, 4, 255), (70, 70), (80, 70)),
]


@pytest.mark.parametrize(("order", "inside", "outside"), CASES, ids=lambda one: type(one).__name__)
def test_each_order_is_drawn_in_its_place(
    order: Order, inside: tuple[int, int], outside: tuple[int, int], painter: Painter, screen: pygame.Surface
) -> None:
    painter.paint(frame(order), screen)
    assert at(screen, *inside) == RED
    assert at(screen, *outside) == "#000000"


@pytest.mark.parametrize("order", [case[0] for case in CASES], ids=lambda one: type(one).__name__)
def test_no_order_draws_outside_its_bounds(order: Order, painter: Painter, screen: pygame.Surface) -> None:
    painter.paint(frame(order), screen)
    touched = pygame.mask.from_threshold(screen, (0, 0, 0), (1, 1, 1, 255))
    touched.invert()
    box = bounds(order)
    for rect in touched.get_bounding_rects():
        assert Box(*map(float, rect)).inside(box, 1)


def test_moving_an_order_moves_its_pixels(painter: Painter, screen: pygame.Surface) -> None:
    painter.paint(frame(moved(CASES[4][0], 100, 50)), screen)
    assert at(screen, 160, 110) == RED


def test_words_are_drawn_and_empty_lines_are_not(painter: Painter, screen: pygame.Surface) -> None:
    order = Text(Box(20, 20, 200, 60), ("Attune", "", " "), BODY, 40, 60, WHITE)
    painter.paint(frame(order), screen)
    drawn = pygame.mask.from_threshold(screen, (255, 255, 255), (40, 40, 40, 255))
    assert drawn.count() > 200
    assert drawn.get_bounding_rects()[0].x >= 20


@pytest.mark.parametrize(("align", "least"), [("left", 20), ("centre", 120), ("right", 200)])
def test_lines_are_set_left_middle_or_right(align: str, least: int, painter: Painter, screen: pygame.Surface) -> None:
    painter.paint(frame(Text(Box(20, 20, 340, 40), ("wide line",), BODY, 30, 40, WHITE, align)), screen)  # type: ignore[arg-type]
    drawn = pygame.mask.from_threshold(screen, (255, 255, 255), (120, 120, 120, 255))
    left = min(rect.x for rect in drawn.get_bounding_rects())
    assert left >= least


def test_a_wash_goes_from_colour_to_colour(painter: Painter, screen: pygame.Surface) -> None:
    painter.paint(frame(Wash(Box(0, 0, 400, 300), "#000000", "#FFFFFF")), screen)
    assert at(screen, 0, 10) == "#000000"
    assert at(screen, 399, 299) == "#FFFFFF"
    assert 100 < screen.get_at((200, 150))[0] < 156


def test_pictures_are_cropped_tinted_rounded_and_faded(painter: Painter, screen: pygame.Surface) -> None:
    right = Picture(Box(0, 0, 40, 80), SQUARE, crop=Box(0.5, 0, 0.5, 1))
    tinted = Picture(Box(100, 0, 80, 80), SQUARE, tint="#800000")
    rounded = Picture(Box(200, 0, 80, 80), SQUARE, radius=40)
    faded = Picture(Box(300, 0, 80, 80), SQUARE, alpha=128)
    painter.paint(frame(right, tinted, rounded, faded), screen)
    assert at(screen, 10, 40) == GREEN
    assert at(screen, 110, 40) == "#800000"
    assert at(screen, 201, 1) == "#000000"
    assert at(screen, 230, 40) == RED
    assert 100 < screen.get_at((310, 40))[0] < 150


def test_clips_nest_and_end(painter: Painter, screen: pygame.Surface) -> None:
    whole = Fill(Box(0, 0, 400, 300), RED)
    painter.paint(
        frame(
            ClipBegin(Box(0, 0, 200, 300)), ClipBegin(Box(100, 0, 200, 300)), whole, ClipEnd(),
            Fill(Box(0, 0, 50, 50), GREEN), ClipEnd(), Fill(Box(350, 0, 50, 50), GREEN),
        ),
        screen,
    )  # fmt: skip
    assert [at(screen, x, 10) for x in (10, 150, 250, 360)] == [GREEN, RED, "#000000", GREEN]


def test_a_shadow_darkens_what_is_under_the_card_only(painter: Painter, screen: pygame.Surface) -> None:
    card = Fill(Box(100, 100, 200, 100), "#FFFDF8", 14, shadow=0.3, shadow_colour="#000000")
    painter.paint(frame(Fill(Box(0, 0, 400, 300), WHITE), card), screen)
    assert at(screen, 200, 150) == "#FFFDF8"
    assert at(screen, 200, 206) != WHITE
    assert at(screen, 5, 5) == WHITE


# -- Only what changed -------------------------------------------------------------------------------------------------
def test_an_equal_frame_draws_nothing(painter: Painter, screen: pygame.Surface) -> None:
    one = frame(Fill(Box(0, 0, 400, 300), WHITE), Fill(Box(10, 10, 20, 20), RED))
    assert painter.paint(one, screen) == [screen.get_rect()]
    assert painter.paint(frame(*one.orders), screen) == []


def test_a_change_draws_its_own_place_and_leaves_no_trace(painter: Painter, screen: pygame.Surface) -> None:
    ground = Fill(Box(0, 0, 400, 300), WHITE)
    painter.paint(frame(ground, Fill(Box(10, 10, 20, 20), RED)), screen)
    dirty = painter.paint(frame(ground, Fill(Box(200, 200, 20, 20), RED)), screen)
    assert sum(rect.w * rect.h for rect in dirty) < 3000
    assert at(screen, 15, 15) == WHITE
    assert at(screen, 210, 210) == RED


def test_partial_painting_gives_the_same_picture_as_painting_anew(painter: Painter, screen: pygame.Surface) -> None:
    ground = Wash(Box(0, 0, 400, 300), "#112233", "#DDEEFF")
    first = frame(ground, Fill(Box(40, 40, 120, 90), WHITE, 14, RED, 2, 0.3, "#000000"))
    second = frame(ground, Fill(Box(60, 70, 120, 90), WHITE, 14, RED, 2, 0.3, "#000000"), CASES[6][0])
    painter.paint(first, screen)
    painter.paint(second, screen)
    in_parts = pygame.image.tobytes(screen, "RGB")
    painter.forget()
    painter.paint(second, screen)
    assert pygame.image.tobytes(screen, "RGB") == in_parts


def test_a_picture_of_a_slot_is_made_beside_and_shown_when_ready(fonts: Fonts, screen: pygame.Surface) -> None:
    painter = Painter(fonts)
    other = SQUARE.replace("#ff0000", "#0000ff")
    painter.paint(frame(Picture(Box(0, 0, 40, 40), SQUARE, slot="client")), screen)
    late = frame(Picture(Box(0, 0, 40, 40), other, slot="client"))
    painter.paint(late, screen)
    assert at(screen, 5, 5) == RED
    until = time.monotonic() + 5
    while not painter.due():
        assert time.monotonic() < until
        time.sleep(0.001)
    assert painter.paint(late, screen)
    assert at(screen, 5, 5) == "#0000FF"
    assert not painter.busy


# -- Stores and missing things -----------------------------------------------------------------------------------------
def test_a_store_forgets_the_oldest_and_keeps_within_its_bytes() -> None:
    store: ByteCache[str] = ByteCache(100)
    for number in range(50):
        store.put(number, str(number), 30)
        store.get(0)
        assert store.size <= 100
    assert store.get(0) == "0"
    assert store.get(1) is None
    store.put("large", "x", 500)
    assert len(store) == 1
    store.put("small", "y", 10)
    assert (store.get("large"), store.size) == (None, 10)
    store.clear()
    assert store.size == len(store) == 0


def test_long_use_stays_within_the_bytes(fonts_folder: Path, screen: pygame.Surface) -> None:
    painter = Painter(fonts_folder, patient=True)
    painter.paint(frame(), screen)
    painter.raster.pictures.limit = 400_000
    painter.raster.pieces.limit = 100_000
    for n in range(60):
        painter.paint(
            frame(
                Picture(Box(0, 0, 100 + n, 100 + n), SQUARE), Stroke(((0, 0), (100 + n, n)), RED, 3),
                Text(Box(0, 0, 300, 80), (f"line {n}",), BODY, 60, 80, WHITE),
            ),
            screen,
        )  # fmt: skip
    assert painter.raster.pictures.size <= 400_000
    assert painter.raster.pieces.size <= 100_000
    assert 0 < painter.fonts.lines.size <= 8_000_000


def test_room_for_pictures_grows_with_the_window() -> None:
    raster = Raster()
    raster.fit(3840, 2160)
    assert raster.pictures.limit > 80_000_000


def test_a_missing_font_is_replaced_and_said_once(tmp_path: Path, screen: pygame.Surface) -> None:
    painter = Painter(tmp_path)
    painter.paint(frame(Text(Box(0, 0, 300, 80), ("still legible",), BODY, 30, 40, WHITE)), screen)
    assert len(painter.complaints) == 1
    assert "AtkinsonHyperlegibleNext-Regular.ttf" in painter.complaints[0]
    assert pygame.mask.from_threshold(screen, (255, 255, 255), (60, 60, 60, 255)).count() > 50


def test_all_fonts_are_there_with_polish_letters_and_curly_quotes(fonts: Fonts) -> None:
    from game.ui.fonts import FILES

    for font in FILES:
        opened = fonts.opened(font, 40)
        metrics = opened.metrics("ŁłĄęśźżćńó“”‘’—…éß")
        assert all(metrics), font
    assert fonts.complaint == ""


def test_words_are_measured_as_they_are_drawn(fonts: Fonts, screen: pygame.Surface) -> None:
    line = fonts.line("measured", BODY, 30, WHITE)
    assert fonts.width("measured", BODY, 30) == pytest.approx(line.get_width(), abs=1)
    assert fonts.width("", BODY, 30) == 0
