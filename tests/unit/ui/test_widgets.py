"""Whatever the window, theme and text size: hits have unique names, stand in the window, and are large enough."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import get_args

import pytest

from game.ui import charts, choices, pages, widgets
from game.ui.box import Box
from game.ui.fonts import Fonts
from game.ui.frame import ACTIVE, Frame, Part, frame_of
from game.ui.icons import Icon, icon
from game.ui.look import Look
from game.ui.orders import ClipBegin, ClipEnd, Text
from game.ui.parts import centred, flow, flow_right, row, scroll_area, space, stack
from game.ui.theme import THEMES, ThemeName

SIZES = [(1024, 600), (1920, 1080), (2560, 1080), (3840, 2160)]
LONG = "I notice how quickly the yes came, and I wonder if there is a part of you that is not so sure about it. " * 2


def page(look: Look) -> Frame:
    """One of everything, in a page that scrolls."""
    left, room = pages.rail(look, "library")
    body = scroll_area(look, room.inset(look.u(40), look.u(24)), "main", lambda b: stack(b, look.u(16), *makers(look)))
    keys = [pages.FootKey("move", "move", ("left", "right"), True), pages.FootKey("filters"), pages.FootKey("quit")]
    part = pages.ground(look) + left + body + pages.footer(look, "library", keys, "Everything stays here")
    return frame_of(look.size, part, "Everything")


def makers(look: Look) -> list[Callable[[Box], Part]]:
    return [
        lambda b: widgets.heading(look, b, "A heading that is long enough to wrap in a narrow window at a large size"),
        lambda b: widgets.words(look, b, LONG, name="long"),
        lambda b: flow(
            b,
            8,
            lambda c: widgets.button(look, c, "go", "Continue", kind="primary", sign="chat", key="Enter"),
            lambda c: widgets.button(look, c, "no", "No", enabled=False),
            lambda c: widgets.icon_button(look, c, "leave", "leave", "Leave the room", key="L"),
            lambda c: widgets.link(look, c, "read", "Read how it goes first", mark="clay"),
            lambda c: widgets.chip(look, c, "moving away", mark="clay", sign="away"),
            lambda c: widgets.tag(look, c, "repair", "repaired"),
            lambda c: choices.pill(look, c, "pill", "Agreed very fast", selected=True),
            lambda c: widgets.dots(look, c, 2, 3),
        ),
        lambda b: choices.reply(look, b.tall(choices.reply_height(look, b.w, LONG)), "reply/0", "A", LONG, key="A"),
        lambda b: choices.option_card(look, b.tall(0), "away", "Moving away", LONG, what="withdrawal", key="2"),
        lambda b: choices.toggle(look, b, "toggle", "Notice first", LONG, True),
        lambda b: choices.segmented(look, b, "coach", (("a", "After each reply"), ("b", "At the end")), "b"),
        lambda b: choices.field(look, b.tall(0), "field", "Your words", LONG),
        lambda b: widgets.card(look, b, lambda c: charts.arc_meter(look, c, 0.7, 0.4, 0.8)),
        lambda b: widgets.divider(look, b),
        lambda b: charts.line_plot(
            look,
            b.tall(look.u(248)),
            [charts.Series("voice", (0.5, 0.2, 0.9), "teal"), charts.Series("tension", (0.4, 0.8, 0.1), "clay", True)],
            [charts.Episode(1, 2, "opens", "repaired")],
            chosen=1,
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "scale", "theme"), list(product(SIZES, (1.0, 2.0), THEMES)), ids=lambda one: str(one).replace(" ", "")
)
def test_a_page_of_everything_holds(size: tuple[int, int], scale: float, theme: ThemeName, fonts: Fonts) -> None:
    frame = page(Look(size, scale, THEMES[theme], measurer=fonts))
    names = [hit.name for hit in frame.hits]
    assert len(names) == len(set(names))
    window = Box(0, 0, *map(float, size))
    for hit in frame.hits:
        assert hit.label
        if hit.region:
            region = frame.region(hit.region)
            assert region is not None
            assert region.box.x - 1 <= hit.box.x
            assert hit.box.right <= region.box.right + 1
        else:
            assert hit.box.inside(window, 1), hit
        if hit.role in ACTIVE:
            assert min(hit.box.w, hit.box.h) >= 24, hit


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_line_of_words_leaves_the_window(scale: float, fonts: Fonts) -> None:
    look = Look((1024, 600), scale, measurer=fonts)
    for order in page(look).orders:
        if isinstance(order, Text):
            widest = max(fonts.width(line, order.font, order.size) for line in order.lines)
            slack = (order.box.w - widest) / 2 if order.align == "centre" else 0
            assert order.box.x + slack + widest <= 1024 + 1, order


def test_every_clip_is_closed() -> None:
    depth = 0
    for order in page(Look((1024, 600))).orders:
        depth += isinstance(order, ClipBegin) - isinstance(order, ClipEnd)
        assert depth >= 0
    assert depth == 0


def test_the_footer_gives_way_to_all_keys() -> None:
    look = Look((1024, 600), 2.0)
    every = [pages.FootKey(name) for name in ("transcript", "case-file", "again", "pause", "leave")]
    shown = pages.footer(look, "session", every).hits
    assert shown[-1].name == "foot/help"
    assert len(shown) < len(every)
    wide = pages.footer(Look(), "session", every).hits
    assert [hit.key for hit in wide] == ["T", "F", "R", "Esc", "L"]


def test_changed_keys_reach_the_footer() -> None:
    look = Look(keymap=Look().keymap.changed("transcript", ("X",)))
    assert pages.footer(look, "session", [pages.FootKey("transcript")]).hits[0].key == "X"


def test_a_dialog_leaves_nothing_beneath_to_press() -> None:
    look = Look()
    under = page(look)
    over = pages.dialog(
        look, under, "Sure?", lambda b: widgets.words(look, b, LONG, name="told"),
        lambda b: widgets.button(look, b, "close", "Close"), entry="close",
    )  # fmt: skip
    assert {hit.name for hit in over.hits} == {"heading/Sure?", "told", "close"}
    assert over.orders[: len(under.orders)] == under.orders


def test_a_dialog_taller_than_the_window_scrolls_and_keeps_its_buttons() -> None:
    look = Look((1024, 600), 2.0)
    frame = pages.dialog(
        look, page(look), "Long", lambda b: widgets.words(look, b, LONG * 4, name="told"),
        lambda b: widgets.button(look, b, "close", "Close"),
    )  # fmt: skip
    close = frame.hit("close")
    assert close is not None
    assert close.box.inside(look.box)
    assert frame.regions[-1].limit > 0


def test_a_ring_shows_for_the_keyboard_only() -> None:
    def drawn(**more: object) -> int:
        look = Look(focus="go", **more)  # type: ignore[arg-type]
        return len(widgets.button(look, Box(0, 0, 300, 0), "go", "Go").orders)

    assert drawn(keyboard=True) > drawn(keyboard=False)


def test_a_sign_says_its_words_and_key_to_pointer_and_keyboard() -> None:
    look = Look(hover="leave")
    sign = widgets.icon_button(look, Box(1880, 0, 0, 0), "leave", "leave", "Leave the room", key="L")
    shown = widgets.hint(look, sign)
    assert shown.box.inside(look.box)
    assert [order.lines for order in shown.orders if isinstance(order, Text)] == [("Leave the room  ·  L",)]
    assert widgets.hint(Look(), sign).orders == ()
    assert widgets.hint(Look(focus="leave", keyboard=True), sign).orders


# -- Putting parts together --------------------------------------------------------------------------------------------
def block(width: float, height: float) -> Callable[[Box], Part]:
    return lambda box: Part(box=Box(box.x, box.y, width, height))


def test_stacks_rows_and_flows() -> None:
    box = Box(10, 20, 100, 500)
    assert stack(box, 5, block(50, 30), None, space(10), block(50, 30)).box == Box(10, 20, 100, 80)
    assert row(box, 10, block(45, 30), block(45, 60)).box == Box(10, 20, 100, 60)
    assert flow(box, 10, block(60, 20), block(60, 20), block(20, 20)).box == Box(10, 20, 100, 50)
    assert flow_right(box, 10, block(20, 20)).box.h == 20
    assert centred(box, Part(box=Box(0, 0, 10, 10))).box == Box(55, 265, 10, 10)


def test_moving_a_part_moves_all_of_it() -> None:
    look = Look()
    part = charts.line_plot(look, Box(0, 0, 600, 200), [charts.Series("a", (0.1, 0.9), "teal")], chosen=0)
    away = part.moved(30, 40)
    assert away.moved(-30, -40).hits == part.hits
    assert away.box == part.box.moved(30, 40)
    assert all(a != b for a, b in zip(part.orders, away.orders, strict=True))


def test_the_caret_stands_where_the_letters_are() -> None:
    rows = ("one two", "three")
    assert choices.caret_place("one two three", rows, 3) == (0, "one")
    assert choices.caret_place("one two three", rows, 10) == (1, "th")
    assert choices.caret_place("one two three", rows, 13) == (1, "three")
    assert choices.caret_place("", (), 0) == (0, "")


def test_every_icon_has_a_drawing() -> None:
    for name in get_args(Icon):
        assert "<path" in icon(name, Box(0, 0, 24, 24), "#000000").svg  # type: ignore[arg-type]


def test_a_frame_can_be_read() -> None:
    look = Look()
    part = widgets.heading(look, look.box, "Hello") + choices.toggle(look, look.box, "t", "Sound", "", True, key="S")
    assert frame_of(look.size, part, "Greeting").text() == "== Greeting\n# Hello\n[toggle*] Sound <S> = on"
