"""The loop with a window nobody sees: what it says once, what it sends, and where there is no screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game import res
from game.app.loop import NoDisplay, Window, run
from game.ui.events import NO_SOUND, Event, Outward, Play
from game.ui.frame import Frame, frame_of
from game.ui.look import Look
from game.ui.theme import BODY
from game.ui.widgets import words


class Program:
    """Shows one line, sends a sound on its first event, and ends on its second."""

    def __init__(self, window: Window) -> None:
        self.look = Look(size=window.size, measurer=window.measurer)
        self.heard: list[Event] = []
        self.complaints: list[str] = []

    def frame(self, size: tuple[int, int], t: float) -> Frame:
        return frame_of(size, words(self.look, self.look.box, "Good afternoon", BODY, name="line"), "Test")

    def feed(self, event: Event, t: float) -> bool:
        self.heard.append(event)
        return len(self.heard) < 2

    @property
    def focus(self) -> str:
        return ""

    def sent(self) -> tuple[Outward, ...]:
        return (Play("reply"),) if len(self.heard) == 1 else ()

    def stirs(self, t: float) -> bool:
        return False

    def drew(self, seconds: float) -> None:
        pass

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def shown(fonts: Path) -> Program:
    import pygame

    window = Window("Test", fonts, (1024, 600))
    program = Program(window)
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
    run(window, program)
    window.close()
    return program


@pytest.mark.usefixtures("no_screen")
def test_a_missing_typeface_is_told_once_and_a_sound_that_cannot_be_heard_too(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    shutil.copytree(res.path("assets", "fonts"), fonts)
    (fonts / "AtkinsonHyperlegibleNext-Regular.ttf").unlink()
    program = shown(fonts)
    assert [one for one in program.complaints if "AtkinsonHyperlegibleNext-Regular.ttf is missing" in one]
    assert program.complaints.count(NO_SOUND) == 1
    assert len(program.complaints) == 2


@pytest.mark.usefixtures("no_screen")
def test_nothing_is_complained_of_when_all_is_there() -> None:
    assert shown(res.path("assets", "fonts")).complaints == [NO_SOUND]


def test_no_screen_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(NoDisplay, match=r"^There is no display to open a window on\.$"):
        Window("Test", res.path("assets", "fonts"))
