"""A finger presses where it stays, scrolls where it moves, and nothing is pressed twice; gamepads come and go."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.ui.attention import Attention, attend, settle
from game.ui.box import Box
from game.ui.events import Act, Activate, Event, Key, Point, Touch
from game.ui.finger import SLOP
from game.ui.frame import Frame, Hit, Region
from game.ui.input import Input
from game.ui.keymap import Keymap

PAGE = Frame(
    (400, 300),
    (),
    (
        Hit("card", Box(0, 0, 200, 100), "button", "card", region="main"),
        Hit("word", Box(0, 120, 200, 40), "field", "word", region="main"),
        Hit("off", Box(200, 0, 100, 100), "button", "off", enabled=False),
    ),
    "Page",
    regions=(Region("main", Box(0, 0, 380, 280), 900, 100, Box(384, 0, 12, 280)),),
)


def felt(*events: Event, frame: Frame = PAGE) -> tuple[Attention, list[Act]]:
    attention, acts = Attention(), []
    for event in events:
        attention, act = attend(attention, event, frame, Keymap())
        attention = settle(attention, frame)
        acts += [act] if act else []
    return attention, acts


def stroke(*spots: tuple[float, float]) -> list[Event]:
    return [Touch(*spots[0], "down"), *(Touch(x, y, "move") for x, y in spots[1:]), Touch(*spots[-1], "up")]


# -- Fingers -----------------------------------------------------------------------------------------------------------
def test_a_finger_presses_what_it_leaves_again_and_never_hovers() -> None:
    attention, acts = felt(*stroke((50, 50), (50 + SLOP, 50)))
    assert acts == [Activate("card")]
    assert (attention.hover, attention.pressed, attention.finger) == ("", "", None)


def test_what_lies_under_a_finger_shows_it_until_it_moves() -> None:
    assert felt(Touch(50, 50, "down"))[0].pressed == "card"
    assert felt(Touch(50, 50, "down"), Touch(50, 70, "move"))[0].pressed == ""


@pytest.mark.parametrize("back", [[], [(50.0, 50.0)]])
def test_a_finger_that_strayed_scrolls_and_presses_nothing_even_if_it_comes_back(
    back: list[tuple[float, float]],
) -> None:
    attention, acts = felt(*stroke((50, 50), (50, 20), *back))
    assert acts == []
    assert attention.finger is None


def test_the_page_goes_with_the_finger_and_stops_at_its_ends() -> None:
    attention, _ = felt(Touch(50, 150, "down"), Touch(50, 110, "move"))
    assert attention.offsets == (("main", 140.0),)
    attention, _ = felt(Touch(50, 10, "down"), Touch(50, 290, "move"))
    assert attention.offsets == (("main", 0.0),)


def test_where_nothing_scrolls_a_finger_that_strays_means_nothing() -> None:
    fixed = replace(PAGE, regions=(Region("main", Box(0, 0, 380, 280), 200, 0),))
    assert felt(*stroke((50, 50), (50, 20)), frame=fixed)[1] == []


def test_the_bar_is_dragged_by_finger_and_by_mouse_from_frame_to_frame() -> None:
    by_finger, _ = felt(Touch(388, 20, "down"), Touch(388, 260, "move"))
    by_mouse, _ = felt(Point(388, 20, "down"), Point(388, 260, "move"))
    assert by_finger.offsets == by_mouse.offsets
    assert by_finger.offsets[0][1] > 500


def test_a_field_is_focused_and_a_tap_beside_everything_goes_on() -> None:
    attention, acts = felt(*stroke((50, 140)))
    assert (attention.focus, acts) == ("word", [])
    speaking = replace(PAGE, any_key="go-on")
    assert felt(*stroke((300, 200)), frame=speaking)[1] == [Activate("go-on")]
    assert felt(*stroke((300, 200), (300, 100)), frame=speaking)[1] == []
    assert felt(Touch(300, 200, "up"), frame=speaking)[1] == []


# -- From Pygame -------------------------------------------------------------------------------------------------------
@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Input:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.display.set_mode((400, 300))
    monkeypatch.setattr("game.ui.input.FINGERS", True)
    return Input()


def finger(kind: int, number: int = 1, x: float = 0.5, y: float = 0.5) -> pygame.event.Event:
    return pygame.event.Event(kind, finger_id=number, touch_id=1, x=x, y=y, dx=0.0, dy=0.0)


def mouse(kind: int, *, touch: bool) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=(200, 150), button=1, touch=touch)


def test_a_tap_and_the_mouse_that_sdl_makes_of_it_press_once(window: Input) -> None:
    raw = [
        finger(pygame.FINGERDOWN),
        mouse(pygame.MOUSEBUTTONDOWN, touch=True),
        finger(pygame.FINGERUP),
        mouse(pygame.MOUSEBUTTONUP, touch=True),
    ]
    assert list(window.events(raw)) == [Touch(200, 150, "down"), Touch(200, 150, "up")]
    assert list(window.events([mouse(pygame.MOUSEBUTTONDOWN, touch=False)])) == [Point(200, 150, "down")]


def test_a_second_finger_means_nothing_while_the_first_lies_there(window: Input) -> None:
    raw = [
        finger(pygame.FINGERDOWN, 1),
        finger(pygame.FINGERDOWN, 2),
        finger(pygame.FINGERUP, 2),
        finger(pygame.FINGERUP, 1),
        finger(pygame.FINGERDOWN, 2),
    ]
    assert [event.kind for event in window.events(raw) if isinstance(event, Touch)] == ["down", "up", "down"]


def test_on_a_mac_fingers_lie_on_the_trackpad(window: Input, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.input.FINGERS", False)
    assert list(window.events([finger(pygame.FINGERDOWN)])) == []


def axis(value: float, number: int = 0, pad: int = 3) -> pygame.event.Event:
    return pygame.event.Event(pygame.JOYAXISMOTION, axis=number, value=value, instance_id=pad)


def test_a_stick_counts_once_for_each_tilt_and_not_when_it_drifts(window: Input) -> None:
    way = (0.2, 0.55, 0.7, 1.0, 0.5, 0.9, 0.1, 0.8, -0.9, -0.3)
    assert [event.name for event in window.events([axis(v) for v in way]) if isinstance(event, Key)] == [
        "Pad right", "Pad right", "Pad left",
    ]  # fmt: skip
    assert list(window.events([axis(-1.0, 1), axis(1.0, 2)])) == [Key("Pad up")]


def test_a_gamepad_that_goes_takes_its_tilt_with_it(window: Input) -> None:
    gone = pygame.event.Event(pygame.JOYDEVICEREMOVED, instance_id=3)
    came = pygame.event.Event(pygame.JOYDEVICEADDED, device_index=77)
    assert list(window.events([axis(1.0), gone, came, axis(1.0)])) == [Key("Pad right"), Key("Pad right")]


def test_a_key_that_is_held_says_so_until_it_comes_up(window: Input) -> None:
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r")
    up = pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0, unicode="\r")
    lost = pygame.event.Event(pygame.WINDOWFOCUSLOST)
    held = [event.again for event in window.events([down, down, up, down, lost, down]) if isinstance(event, Key)]
    assert held == [False, True, False, False]


@pytest.mark.parametrize("key", ["Down", "Pad down", "Pad 13"])
def test_the_cross_steers_as_the_arrows_do(key: str) -> None:
    assert attend(Attention(), Key(key), PAGE, Keymap())[0].focus == "card"
    assert attend(Attention(focus="card"), Key("Pad 1"), PAGE, Keymap())[1] == Activate("card")
