"""Keys and pointer lead to the right act, the focus goes where the eye expects it, and it can always be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ui.attention import Attention, attend, enter, settle
from game.ui.box import Box
from game.ui.events import Act, Activate, Assist, Key, Point, Press, Wheel, Write
from game.ui.frame import Frame, Hit, Region
from game.ui.keymap import Keymap

KEYS = Keymap()


def hit(name: str, x: float, y: float, **more: object) -> Hit:
    role = more.pop("role", "button")
    return Hit(name, Box(x, y, 80, 30), role, name, **more)  # type: ignore[arg-type]


GRID = Frame(
    (400, 300),
    (),
    (
        hit("title", 0, 0, role="heading"),
        hit("a", 0, 50),
        hit("b", 100, 50),
        hit("c", 0, 100),
        hit("d", 100, 100),
        hit("off", 200, 50, enabled=False),
        hit("foot/help", 0, 280, role="key", key="F1", focusable=False),
    ),
    "Grid",
)


def pressed(frame: Frame, *keys: str, start: Attention | None = None) -> tuple[Attention, Act | None]:
    attention, act = start or Attention(), None
    for key in keys:
        attention, act = attend(attention, Key(key), frame, KEYS)
    return attention, act


# -- Focus -----------------------------------------------------------------------------------------------------------
def test_tab_goes_round_in_order_and_back() -> None:
    focus = [pressed(GRID, *["Tab"] * n)[0].focus for n in range(1, 6)]
    assert focus == ["a", "b", "c", "d", "a"]
    assert pressed(GRID, "Shift+Tab")[0].focus == "d"
    assert pressed(GRID, "Tab", "Shift+Tab")[0].focus == "d"


@pytest.mark.parametrize(
    ("keys", "focus"),
    [
        (["Down"], "a"),
        (["Down", "Right"], "b"),
        (["Down", "Down"], "c"),
        (["Down", "Right", "Down"], "d"),
        (["Down", "Right", "Right"], "a"),
        (["Down", "Up"], "c"),
    ],
)
def test_arrows_go_by_sight_and_wrap(keys: list[str], focus: str) -> None:
    attention, _ = pressed(GRID, *keys)
    assert attention.focus == focus
    assert attention.keyboard


def test_nothing_is_focused_until_asked_for_and_then_the_entry_is() -> None:
    assert enter(GRID).focus == ""
    assert pressed(replace(GRID, entry="d"), "Up")[0].focus == "d"
    assert enter(replace(GRID, initial="b"), keyboard=True).focus == "b"


def test_names_that_are_gone_are_forgotten() -> None:
    attention = Attention(focus="a", hover="gone", pressed="off")
    assert settle(attention, GRID) == Attention(focus="a")


# -- Pressing --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_and_space_press_what_is_focused(key: str) -> None:
    assert pressed(GRID, "Down", "Right", key)[1] == Activate("b")


def test_a_key_presses_its_hit_wherever_the_focus_is() -> None:
    frame = replace(GRID, hits=(*GRID.hits, hit("transcript", 300, 0, key="T")))
    assert pressed(frame, "Tab", "T")[1] == Activate("transcript")
    assert pressed(frame, "F1")[1] == Activate("help")
    assert pressed(frame, "Z")[1] == Press("Z")


def test_every_key_of_an_action_works_not_only_the_shown_one() -> None:
    frame = replace(GRID, hits=(hit("reply/1", 0, 0, role="choice", key="B"),))
    assert pressed(frame, "2")[1] == Activate("reply/1")


def test_enter_on_a_given_answer_goes_on() -> None:
    answer = hit("answer", 0, 0, role="choice", selected=True)
    go = hit("continue", 0, 50, key="Enter")
    frame = replace(GRID, hits=(answer, go))
    assert pressed(frame, "Enter", start=Attention(focus="answer"))[1] == Activate("continue")
    fresh = replace(frame, hits=(replace(answer, selected=False), go))
    assert pressed(fresh, "Enter", start=Attention(focus="answer"))[1] == Activate("answer")


def test_what_holds_everywhere_needs_no_hit() -> None:
    bare = replace(GRID, hits=GRID.hits[:-1], any_key="go-on")
    assert pressed(bare, "F1")[1] == Activate("help")
    assert pressed(bare, "F3")[1] == Activate("text-bigger")


def test_any_key_goes_on_but_ways_out_and_tab_stay_themselves() -> None:
    frame = replace(GRID, any_key="go-on", hits=(*GRID.hits, hit("leave", 300, 0, key="L")))
    assert pressed(frame, "Q")[1] == Activate("go-on")
    assert pressed(frame, "Down")[1] == Activate("go-on")
    assert pressed(frame, "L")[1] == Activate("leave")
    assert pressed(frame, "Tab")[0].focus == "a"


# -- Pointer ---------------------------------------------------------------------------------------------------------
def clicked(frame: Frame, down: tuple[float, float], up: tuple[float, float]) -> tuple[Attention, Act | None]:
    attention, _ = attend(Attention(), Point(*down, "down"), frame, KEYS)
    return attend(attention, Point(*up, "up"), frame, KEYS)


def test_a_press_counts_on_release_and_is_called_off_by_moving_away() -> None:
    assert attend(Attention(), Point(10, 60, "down"), GRID, KEYS)[1] is None
    assert clicked(GRID, (10, 60), (15, 65))[1] == Activate("a")
    assert clicked(GRID, (10, 60), (110, 60))[1] is None
    assert clicked(GRID, (10, 60), (390, 200))[1] is None


def test_a_click_moves_the_focus_without_a_ring() -> None:
    attention, _ = clicked(GRID, (10, 60), (10, 60))
    assert (attention.focus, attention.keyboard) == ("a", False)


def test_what_is_disabled_or_only_text_cannot_be_pressed() -> None:
    assert clicked(GRID, (210, 60), (210, 60))[1] is None
    assert clicked(GRID, (10, 10), (10, 10))[1] is None


def test_a_click_on_the_footer_is_the_action_itself() -> None:
    assert clicked(GRID, (10, 285), (10, 285))[1] == Activate("help")


def test_a_click_beside_everything_goes_on_where_any_key_would() -> None:
    assert clicked(replace(GRID, any_key="go-on"), (390, 200), (390, 200))[1] == Activate("go-on")


def test_hovering_is_told_and_forgotten() -> None:
    over, _ = attend(Attention(), Point(10, 60, "move"), GRID, KEYS)
    assert over.hover == "a"
    assert attend(over, Point(390, 200, "move"), GRID, KEYS)[0].hover == ""


# -- Scrolling -------------------------------------------------------------------------------------------------------
REGION = Region("main", Box(0, 0, 100, 100), 400, 0, Box(100, 0, 12, 100))
LONG = Frame((400, 300), (), tuple(hit(f"r{n}", 0, n * 50, region="main") for n in range(8)), "Long", regions=(REGION,))


def offset(attention: Attention) -> float:
    return dict(attention.offsets).get("main", 0.0)


def test_wheel_and_pages_scroll_within_the_content() -> None:
    assert offset(attend(Attention(), Wheel(10, 10, -1), LONG, KEYS)[0]) == 90
    assert offset(attend(Attention(), Wheel(10, 10, 1), LONG, KEYS)[0]) == 0
    assert offset(pressed(LONG, "PgDn")[0]) == 85
    scrolled = replace(LONG, regions=(replace(REGION, offset=280),))
    assert offset(pressed(scrolled, "PgDn")[0]) == 300


def test_the_focus_is_scrolled_into_view() -> None:
    attention, _ = pressed(LONG, "Tab", "Tab", "Tab")
    assert attention.focus == "r2"
    assert 0 < offset(attention) <= 100


def test_what_a_region_hides_cannot_be_clicked() -> None:
    assert clicked(LONG, (10, 160), (10, 160))[1] is None
    assert clicked(LONG, (10, 60), (10, 60))[1] == Activate("r1")


def test_the_bar_can_be_pressed_and_dragged() -> None:
    attention, _ = attend(Attention(), Point(105, 50, "down"), LONG, KEYS)
    assert offset(attention) == pytest.approx(150)
    attention, _ = attend(attention, Point(300, 99, "move"), LONG, KEYS)
    assert offset(attention) == 300
    released, act = attend(attention, Point(300, 99, "up"), LONG, KEYS)
    assert (released.pressed, act) == ("", None)


# -- Writing ---------------------------------------------------------------------------------------------------------
def field(text: str) -> Frame:
    return replace(GRID, hits=(*GRID.hits, hit("note", 0, 150, role="field", value=text)))


def typed(text: str, caret: int, key: Key) -> tuple[int, Act | None]:
    attention, act = attend(Attention(focus="note", caret=caret), key, field(text), KEYS)
    return attention.caret, act


def test_a_field_takes_letters_and_edits_where_the_caret_is() -> None:
    assert typed("ac", 1, Key("B", "b")) == (2, Write("note", "abc"))
    assert typed("ab", 2, Key("Enter")) == (3, Write("note", "ab\n"))
    assert typed("abc", 2, Key("Backspace")) == (1, Write("note", "ac"))
    assert typed("abc", 1, Key("Delete")) == (1, Write("note", "ac"))
    assert typed("", 0, Key("", "Łódź")) == (4, Write("note", "Łódź"))


def test_the_caret_moves_without_writing() -> None:
    assert typed("one two", 7, Key("Ctrl+Left")) == (4, None)
    assert typed("one two", 0, Key("Ctrl+Right")) == (3, None)
    assert typed("one\ntwo", 5, Key("Home")) == (4, None)
    assert typed("one\ntwo", 1, Key("End")) == (3, None)
    assert typed("a", 0, Key("Left")) == (0, None)


def test_shortcuts_do_not_fire_inside_a_field_but_ways_out_do() -> None:
    frame = replace(
        field("x"), hits=(*field("x").hits, hit("leave", 300, 0, key="L"), hit("pause", 300, 50, key="Esc"))
    )
    inside = Attention(focus="note", caret=1)
    assert attend(inside, Key("L", "l"), frame, KEYS)[1] == Write("note", "xl")
    assert attend(inside, Key("Esc"), frame, KEYS)[1] == Activate("pause")
    assert attend(inside, Key("Tab"), frame, KEYS)[0].focus == "leave"


# -- assistive technology ------------------------------------------------------------------------------------------
def test_what_a_screen_reader_presses_has_the_focus_and_is_activated() -> None:
    attention, act = attend(Attention(), Assist("press", "b"), GRID, KEYS)
    assert (attention.focus, act) == ("b", Activate("b"))


def test_an_entry_of_the_footer_is_pressed_by_its_action() -> None:
    assert attend(Attention(focus="a"), Assist("press", "foot/help"), GRID, KEYS) == (
        Attention(focus="a"),
        Activate("help"),
    )


@pytest.mark.parametrize("name", ["off", "title", "gone"])
def test_a_screen_reader_cannot_press_what_nobody_can(name: str) -> None:
    assert attend(Attention(focus="a"), Assist("press", name), GRID, KEYS) == (Attention(focus="a"), None)


def test_a_screen_reader_moves_the_focus_and_writes_into_a_field() -> None:
    field = Frame((400, 300), (), (hit("own", 0, 0, role="field", value="Hm"), hit("a", 0, 50)), "Form")
    assert attend(Attention(), Assist("focus", "a"), field, KEYS)[0].focus == "a"
    attention, act = attend(Attention(), Assist("write", "own", "Hmm. Yes."), field, KEYS)
    assert (attention.focus, attention.caret, act) == ("own", 9, Write("own", "Hmm. Yes."))
    assert attend(Attention(), Assist("press", "own"), field, KEYS)[1] is None
    assert attend(Attention(), Assist("write", "a", "x"), field, KEYS)[1] is None
