"""The window and its clock: asks the program for frames, paints them, hands it events.

The only module that reads a clock for the screen; it knows nothing of scenarios, screens or records.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pygame

from game.ui.access import Access
from game.ui.events import NO_SOUND, Aloud, Clip, Event, Key, Outward, Play, Resize, Utter, WholeScreen
from game.ui.frame import Frame
from game.ui.input import FINGERS, Input, assisted, clipboard, listen_to_pads, to_clipboard
from game.ui.look import LEAST, Measurer
from game.ui.narrator import Narrator
from game.ui.painter import Painter
from game.ui.sound import Sound

UNSEEN = ("offscreen", "dummy", "evdev")
"""SDL's ways of opening a window without a screen."""

FRAMES = 60
LIVING = 12
IDLE_POLLS = 24
"""Times a second that a resting window looks for events: no frame is drawn, and a key is answered within 42 ms."""


class Program(Protocol):
    """What the loop shows."""

    def frame(self, size: tuple[int, int], t: float) -> Frame:
        """The picture at time t (s) for a window of this size in px."""

    def feed(self, event: Event, t: float) -> bool:
        """Take an event; False when the program has come to its end."""

    def sent(self) -> tuple[Outward, ...]:
        """What goes out since the last time: text for the clipboard, sounds."""

    @property
    def focus(self) -> str:
        """The hit that has the focus; empty when none has."""

    def stirs(self, t: float) -> bool:
        """Whether something outside has changed the picture since the last time, at time t (s)."""

    def drew(self, seconds: float) -> None:
        """The last frame took so long, from asking for it to its pixels."""

    def complain(self, sentence: str) -> None:
        """Show one sentence about something that did not work."""


class NoDisplay(RuntimeError):
    """There is nowhere to open a window; the message is one sentence for the person."""


@dataclass(slots=True)
class Pace:
    """When to draw next. Kept apart from the window, so that it can be tested with any clock."""

    pace: str = "still"
    wake: float | None = None
    last: float = -1.0
    stale: bool = True
    """Something happened since the last frame."""

    def due(self, now: float) -> bool:
        """Whether a new frame is wanted now."""
        if self.stale or (self.wake is not None and now >= self.wake):
            return True
        match self.pace:
            case "moving":
                return True
            case "living":
                return now - self.last >= 1 / LIVING
            case _:
                return False

    def drew(self, frame: Frame, now: float) -> None:
        self.pace, self.wake, self.last, self.stale = frame.pace, frame.wake, now, False

    @property
    def polls(self) -> int:
        """Times a second to look for events."""
        return FRAMES if self.pace == "moving" else IDLE_POLLS


def prepare() -> None:
    """Set what SDL must know before it starts: true pixels on Windows, no detour over OpenGL for software drawing."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    os.environ.setdefault("SDL_TOUCH_MOUSE_EVENTS", "0" if FINGERS else "1")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


class Window:
    """A resizable window with a painter. Raises `NoDisplay` where none can be opened."""

    def __init__(self, title: str, fonts: Path, size: tuple[int, int] | None = None) -> None:
        prepare()
        try:
            _check_for_a_screen()
            pygame.display.init()
            _check_that_it_can_be_seen()
            self.surface = _open(size or _sensible(), hidden=sys.platform in ("win32", "darwin"))
        except pygame.error:
            raise NoDisplay("There is no display to open a window on.") from None
        pygame.display.set_caption(title)
        pygame.key.set_repeat(400, 45)
        self.painter = Painter(fonts)
        self.input = Input()
        listen_to_pads()
        self.sound = Sound()
        self.narrator = Narrator()
        self.access = Access(_handle(), assisted, opening=title)
        _uncover()
        self._told: tuple[str, ...] = ()
        self._title = title

    @property
    def measurer(self) -> Measurer:
        """What knows how wide words are: for the program's Look."""
        return self.painter.fonts

    @property
    def size(self) -> tuple[int, int]:
        """px of the picture, never less than the least a screen is made for."""
        width, height = self.surface.get_size()
        return max(width, LEAST[0]), max(height, LEAST[1])

    def show(self, frame: Frame) -> bool:
        """Paint a frame; whether any pixel changed."""
        if frame.title != self._title:
            self._title = frame.title
            pygame.display.set_caption(f"{frame.title} – Attune" if frame.title != "Attune" else "Attune")
        rects = self.painter.paint(frame, self.surface)
        if rects:
            pygame.display.update(rects)
        return bool(rects)

    def tell(self, frame: Frame, focus: str) -> None:
        """Tell a frame to the screen reader, if there is one, and read it aloud, if that is wanted."""
        self.access.tell(frame, focus)
        self.narrator.tell(frame, focus)

    def new_complaints(self) -> tuple[str, ...]:
        """What could not be drawn or spoken as meant, each once, when it is found out: when it is first needed."""
        silent = self.narrator.voice.complaint
        known = (*self.painter.complaints, *((silent,) if silent else ()))
        new = tuple(one for one in known if one not in self._told)
        self._told += new
        return new

    def events(self) -> list[Event]:
        """What happened since the last time."""
        raw = pygame.event.get()
        for event in raw:
            if event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
                self.access.focused(event.type == pygame.WINDOWFOCUSGAINED)
        if any(event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED) for event in raw):
            self.painter.forget()
        return [self._pasted(event) for event in self.input.events(raw)]

    def _pasted(self, event: Event) -> Event:
        """Ctrl+V arrives as what it writes."""
        match event:
            case Key("Ctrl+V"):
                return Key("", clipboard())
            case Resize():
                self.surface = pygame.display.get_surface() or self.surface
                self.painter.forget()
        return event

    def send(self, out: Outward) -> str:
        """Carry out what leaves the program; a sentence where that did not work, else empty."""
        match out:
            case Clip(text):
                return "" if to_clipboard(text) else "The clipboard could not be reached; nothing was copied."
            case Play(cue):
                return "" if self.sound.play(cue) else NO_SOUND
            case WholeScreen():
                self.full_screen()
            case Aloud():
                self.narrator.change(out)
            case Utter():
                self.narrator.utter(out)
        return ""

    def full_screen(self) -> None:
        """Between the window and the whole screen."""
        pygame.display.toggle_fullscreen()
        self.surface = pygame.display.get_surface() or self.surface
        self.painter.forget()

    def close(self) -> None:
        """Be silent and go."""
        self.narrator.voice.close()
        pygame.display.quit()


def run(window: Window, program: Program, *, clock: Callable[[], float] = time.perf_counter) -> None:
    """Show the program until it ends. At rest nothing is drawn; a face breathes at twelve frames a second."""
    start, ticker, pace = clock(), pygame.time.Clock(), Pace()
    _carry_out(window, program)
    _draw(window, program, pace, 0.0)
    while True:
        now = clock() - start
        for event in window.events():
            if not _take(window, program, event, now):
                return
            pace.stale = True
        if program.stirs(now) or (window.painter.busy and window.painter.due()):
            pace.stale = True
        _complain(window, program, pace)
        if pace.due(now):
            asked = clock()
            _draw(window, program, pace, now)
            program.drew(clock() - asked)
        ticker.tick(FRAMES if window.painter.busy else pace.polls)


def _draw(window: Window, program: Program, pace: Pace, now: float) -> None:
    frame = program.frame(window.size, now)
    window.show(frame)
    window.tell(frame, program.focus)
    pace.drew(frame, now)
    _complain(window, program, pace)


def _complain(window: Window, program: Program, pace: Pace) -> None:
    """Each complaint once; a voice finds out what is missing on its own time, between two frames."""
    for sentence in window.new_complaints():
        program.complain(sentence)
        pace.stale = True


def _take(window: Window, program: Program, event: Event, now: float) -> bool:
    """One event, and what leaves the program after it."""
    goes_on = program.feed(event, now)
    _carry_out(window, program)
    return goes_on


def _carry_out(window: Window, program: Program) -> None:
    for out in program.sent():
        if trouble := window.send(out):
            program.complain(trouble)


def _check_for_a_screen() -> None:
    """On Linux a screen has a name; asking SDL without one makes its libraries complain on standard error."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
    if sys.platform == "linux" and not named:
        raise NoDisplay("There is no display to open a window on.")


def _check_that_it_can_be_seen() -> None:
    """Without a screen SDL opens a window that nobody sees, unless it was asked to (for tests)."""
    if pygame.display.get_driver() in UNSEEN and "SDL_VIDEODRIVER" not in os.environ:
        pygame.display.quit()
        raise NoDisplay("There is no display to open a window on.")


def _open(size: tuple[int, int], *, hidden: bool = False) -> pygame.Surface:
    """A window; on Windows and macOS unseen at first, because a screen reader must be attached before it shows."""
    surface = pygame.display.set_mode(size, pygame.RESIZABLE | (pygame.HIDDEN if hidden else 0))
    pygame.display.set_allow_screensaver(True)
    return surface


def _handle() -> object:
    """What the desktop knows the window by."""
    return pygame.display.get_wm_info().get("window", 0)


def _uncover() -> None:
    """Show a window that was opened unseen."""
    if sys.platform in ("win32", "darwin"):
        pygame.Window.from_display_module().show()


def _sensible() -> tuple[int, int]:
    """Nine tenths of the first screen, at most 1920x1080 of it unless it is much larger, at least 1024x600."""
    sizes = pygame.display.get_desktop_sizes()
    width, height = sizes[0] if sizes else (1280, 720)
    share = 0.9 if height <= 1440 else 0.75
    return max(LEAST[0], round(width * share)), max(LEAST[1], round(height * share))
