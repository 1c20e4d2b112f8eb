"""Turns Pygame's events into the plain ones of `events`: mouse, keys, typed text, wheel, gamepad, window.

It decides nothing about what they mean.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Literal

import pygame

from game.ui.events import Assist, Event, Key, Point, Quit, Resize, Touch, Wheel
from game.ui.keymap import PAD

ASSISTED = pygame.event.custom_type()
"""An event that carries what a screen reader asked for."""

_NAMED: dict[int, str] = {
    pygame.K_RETURN: "Enter",
    pygame.K_KP_ENTER: "Enter",
    pygame.K_SPACE: "Space",
    pygame.K_ESCAPE: "Esc",
    pygame.K_TAB: "Tab",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_DELETE: "Delete",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_PAGEUP: "PgUp",
    pygame.K_PAGEDOWN: "PgDn",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    **{getattr(pygame, f"K_F{n}"): f"F{n}" for n in range(1, 13)},
    **{getattr(pygame, f"K_{n}"): str(n) for n in range(10)},
    **{getattr(pygame, f"K_KP{n}"): str(n) for n in range(10)},
}
_HAT = {(-1, 0): "Pad left", (1, 0): "Pad right", (0, 1): "Pad up", (0, -1): "Pad down"}
_AXES = {0: ("Pad left", "Pad right"), 1: ("Pad up", "Pad down")}
"""Axes of the first stick -> what it means at its low and at its high end."""
TILTED, UPRIGHT = 0.6, 0.4
"""A stick counts as tilted from 0.6 of its way, and can be tilted anew once it is back under 0.4: a worn one drifts."""
FINGERS = sys.platform != "darwin"
"""Macs have no touch screens, and tell of fingers that lie on the trackpad."""


_TOUCHES: dict[int, Literal["move", "down", "up"]] = {
    pygame.FINGERDOWN: "down",
    pygame.FINGERMOTION: "move",
    pygame.FINGERUP: "up",
}


class Input:
    """Remembers what is held: the latest key, so that the character it types comes with it in one event; keys, finger,
    stick and gamepads."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        """px of the picture per unit of the pointer: 2 on a screen of double density."""
        self._held: set[int] = set()
        self._finger: int | None = None
        self._tilted: dict[tuple[int, int], str] = {}
        self._pads: dict[int, pygame.joystick.JoystickType] = {}

    def events(self, raw: list[pygame.event.Event]) -> Iterator[Event]:
        """The events that mean something, in order. A letter typed right after its key joins it."""
        waiting: Key | None = None
        for event in raw:
            if event.type == pygame.TEXTINPUT:
                yield replace(waiting, text=event.text) if waiting else Key(_upper(event.text), event.text)
                waiting = None
                continue
            if waiting is not None:
                yield waiting
                waiting = None
            made = self._one(event)
            if isinstance(made, Key) and event.type == pygame.KEYDOWN and _types(event):
                waiting = made
            elif made is not None:
                yield made
        if waiting is not None:
            yield waiting

    def _one(self, event: pygame.event.Event) -> Event | None:
        match event.type:
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP:
                return self._mouse(event)
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return self._touch(event) if FINGERS else None
            case pygame.MOUSEWHEEL:
                x, y = pygame.mouse.get_pos()
                return Wheel(x * self.scale, y * self.scale, float(event.precise_y if event.precise_y else event.y))
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.KEYUP | pygame.WINDOWFOCUSLOST:
                self._let_go(event)
                return None
            case pygame.JOYHATMOTION | pygame.JOYBUTTONDOWN | pygame.JOYAXISMOTION:
                return self._pad(event)
            case pygame.JOYDEVICEADDED | pygame.JOYDEVICEREMOVED:
                self._plugged(event)
                return None
            case pygame.VIDEORESIZE:
                return Resize(event.w, event.h)
            case pygame.QUIT:
                return Quit()
            case _ if event.type == ASSISTED:
                wish: Assist = event.wish
                return wish
            case _:
                return None

    def _mouse(self, event: pygame.event.Event) -> Point | None:
        """The mouse; what SDL makes up for a finger is left out, because the finger itself is told too."""
        if getattr(event, "touch", False) and FINGERS:
            return None
        x, y = event.pos[0] * self.scale, event.pos[1] * self.scale
        if event.type == pygame.MOUSEMOTION:
            return Point(x, y, "move")
        kind: Literal["down", "up"] = "down" if event.type == pygame.MOUSEBUTTONDOWN else "up"
        return Point(x, y, kind) if event.button == 1 else None

    def _touch(self, event: pygame.event.Event) -> Touch | None:
        """The first finger on the glass; others that come while it lies there mean nothing."""
        if event.type == pygame.FINGERDOWN and self._finger is None:
            self._finger, kind = event.finger_id, _TOUCHES[event.type]
        elif event.finger_id == self._finger:
            kind = _TOUCHES[event.type]
        else:
            return None
        if kind == "up":
            self._finger = None
        width, height = pygame.display.get_window_size()
        return Touch(event.x * width * self.scale, event.y * height * self.scale, kind)

    def _key(self, event: pygame.event.Event) -> Key | None:
        again = event.key in self._held
        self._held.add(event.key)
        made = key(event.key, event.mod)
        return replace(made, again=True) if made and again else made

    def _let_go(self, event: pygame.event.Event) -> None:
        """A key that came up; all of them, and the finger, when the window lost them."""
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        else:
            self._held.clear()
            self._finger = None

    def _pad(self, event: pygame.event.Event) -> Key | None:
        match event.type:
            case pygame.JOYBUTTONDOWN:
                return Key(f"{PAD}{event.button + 1}")
            case pygame.JOYHATMOTION:
                return Key(_HAT[event.value]) if event.value in _HAT else None
            case _:
                return self._stick(event)

    def _stick(self, event: pygame.event.Event) -> Key | None:
        """One key for each time the stick is tilted, however long it stays there."""
        if event.axis not in _AXES:
            return None
        stick = (getattr(event, "instance_id", 0), event.axis)
        end = _AXES[event.axis][event.value > 0]
        if abs(event.value) < UPRIGHT:
            self._tilted.pop(stick, None)
        elif abs(event.value) >= TILTED and self._tilted.get(stick) != end:
            self._tilted[stick] = end
            return Key(end)
        return None

    def _plugged(self, event: pygame.event.Event) -> None:
        """Gamepads that come and go. One that cannot be opened is as good as not there."""
        if event.type == pygame.JOYDEVICEADDED:
            with suppress(pygame.error):
                pad = pygame.joystick.Joystick(event.device_index)
                self._pads[pad.get_instance_id()] = pad  # kept, or its events stop
        else:
            self._pads.pop(event.instance_id, None)
            self._tilted = {stick: end for stick, end in self._tilted.items() if stick[0] != event.instance_id}


def key(code: int, mod: int) -> Key | None:
    """The key as `keymap` names it, with "Ctrl+" or "Shift+" before it; None for Shift, Ctrl and the like alone."""
    name = _NAMED.get(code) or (chr(code).upper() if 33 <= code < 0x3000 and chr(code).isprintable() else "")
    if not name:
        return None
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return Key(f"Ctrl+{name}")
    if mod & pygame.KMOD_SHIFT and len(name) > 1:
        return Key(f"Shift+{name}")
    return Key(name)


def assisted(wish: Assist) -> None:
    """Put a wish among the events; from any thread. A queue that is full drops it, as it drops clicks."""
    with suppress(pygame.error):
        pygame.event.post(pygame.event.Event(ASSISTED, wish=wish))


def _types(event: pygame.event.Event) -> bool:
    """Whether a TEXTINPUT event will follow this key, as far as its own character tells."""
    return bool(getattr(event, "unicode", "")) and event.unicode.isprintable()


def _upper(text: str) -> str:
    """The name of a key that wrote one letter by itself (an input method, an on-screen keyboard)."""
    return text.upper() if len(text) == 1 and not text.isspace() else ""


def listen_to_pads() -> bool:
    """Let gamepads be told as they come and go, from those already plugged in on; whether that can be."""
    try:
        pygame.joystick.init()
    except pygame.error:
        return False
    return True


def clipboard() -> str:
    """The text on the clipboard, without the characters no field takes; empty when there is none."""
    try:
        return pygame.scrap.get_text().replace("\r\n", "\n")
    except pygame.error:
        return ""


def to_clipboard(text: str) -> bool:
    """Put text on the clipboard; whether that worked."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return False
    return True
