"""Pygame's events become plain ones, sound is silent where it must be, and the pace of drawing is as promised."""

from __future__ import annotations

import pygame
import pytest

from game.app.loop import Pace
from game.ui.events import Event, Key, Point, Quit, Resize, Wheel
from game.ui.frame import Frame
from game.ui.input import Input, key
from game.ui.sound import Sound


def plain(*raw: pygame.event.Event) -> list[Event]:
    return list(Input().events(list(raw)))


def down(code: int, text: str = "", mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text)


def wrote(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTINPUT, text=text)


def test_a_letter_and_what_it_types_are_one_event() -> None:
    assert plain(down(pygame.K_t, "t"), wrote("t")) == [Key("T", "t")]
    assert plain(down(pygame.K_SPACE, " "), wrote(" ")) == [Key("Space", " ")]
    assert plain(down(pygame.K_t, "t"), down(pygame.K_RETURN, "\r")) == [Key("T"), Key("Enter")]
    assert plain(wrote("ł")) == [Key("Ł", "ł")]
    assert plain(wrote("two words")) == [Key("", "two words")]


@pytest.mark.parametrize(
    ("code", "mod", "name"),
    [
        (pygame.K_TAB, pygame.KMOD_LSHIFT, "Shift+Tab"),
        (pygame.K_a, pygame.KMOD_LSHIFT, "A"),
        (pygame.K_v, pygame.KMOD_LCTRL, "Ctrl+V"),
        (pygame.K_KP_ENTER, 0, "Enter"),
        (pygame.K_KP3, 0, "3"),
        (pygame.K_F11, 0, "F11"),
        (pygame.K_PAGEDOWN, 0, "PgDn"),
    ],
)
def test_keys_have_the_names_of_the_keymap(code: int, mod: int, name: str) -> None:
    assert key(code, mod) == Key(name)


def test_a_modifier_alone_is_nothing() -> None:
    assert key(pygame.K_LSHIFT, pygame.KMOD_LSHIFT) is None


def test_pointer_wheel_gamepad_and_window() -> None:
    pygame.display.init()
    event = pygame.event.Event
    assert plain(event(pygame.MOUSEMOTION, pos=(3, 4))) == [Point(3, 4, "move")]
    assert plain(event(pygame.MOUSEBUTTONDOWN, pos=(3, 4), button=1)) == [Point(3, 4, "down")]
    assert plain(event(pygame.MOUSEBUTTONUP, pos=(3, 4), button=3)) == []
    assert isinstance(plain(event(pygame.MOUSEWHEEL, y=-1, precise_y=0.0))[0], Wheel)
    assert plain(event(pygame.JOYHATMOTION, value=(0, -1))) == [Key("Pad down")]
    assert plain(event(pygame.JOYHATMOTION, value=(0, 0))) == []
    assert plain(event(pygame.JOYBUTTONDOWN, button=0)) == [Key("Pad 1")]
    assert plain(event(pygame.VIDEORESIZE, w=1280, h=720)) == [Resize(1280, 720)]
    assert plain(event(pygame.QUIT)) == [Quit()]


def test_pointers_are_scaled_to_dense_screens() -> None:
    raw = [pygame.event.Event(pygame.MOUSEMOTION, pos=(10, 20))]
    assert list(Input(scale=2).events(raw)) == [Point(20, 40, "move")]


def test_sound_is_off_by_default_and_silent_without_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    assert not Sound().play("reply")


# -- Pace --------------------------------------------------------------------------------------------------------------
def drawn(pace: Pace, frame: Frame, span: float = 1.0) -> int:
    """Frames drawn in a span of seconds, looking 240 times a second."""
    count = 0
    for step in range(round(span * 240)):
        now = step / 240
        if pace.due(now):
            pace.drew(frame, now)
            count += 1
    return count


def test_a_still_frame_is_drawn_once_a_living_one_twelve_times_a_second() -> None:
    still = Frame((1, 1), (), (), "")
    assert drawn(Pace(), still) == 1
    assert 11 <= drawn(Pace(), Frame((1, 1), (), (), "", pace="living")) <= 13
    assert drawn(Pace(), Frame((1, 1), (), (), "", pace="moving")) == 240


def test_an_event_or_the_time_to_wake_draws_again() -> None:
    pace = Pace()
    pace.drew(Frame((1, 1), (), (), "", wake=0.5), 0.0)
    assert not pace.due(0.4)
    assert pace.due(0.5)
    pace.drew(Frame((1, 1), (), (), ""), 0.5)
    assert not pace.due(9.0)
    pace.stale = True
    assert pace.due(9.0)
