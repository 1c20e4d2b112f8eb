"""Turns Pygame's events into the plain ones of `events`: mouse, keys, typed text, wheel, gamepad, window.

It decides nothing about what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pygame

from game.ui.events import Assist, Event, Key, Point, Quit, Resize, Wheel

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
_PAD = {0: "Enter", 1: "Esc", 2: "Space", 3: "T", 4: "PgUp", 5: "PgDn"}
"""Buttons of a gamepad, in SDL's usual order: one button and the cross are enough for everything."""
_HAT = {(-1, 0): "Left", (1, 0): "Right", (0, 1): "Up", (0, -1): "Down"}


class Input:
    """Remembers the latest key, so that the character it types comes with it in one event."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        """px of the picture per unit of the pointer: 2 on a screen of double density."""

    def events(self, raw: list[pygame.event.Event]) -> Iterator[Event]:
        """The events that mean something, in order. A letter typed right after its key joins it."""
        waiting: Key | None = None
        for event in raw:
            if event.type == pygame.TEXTINPUT:
                yield Key(waiting.name if waiting else _upper(event.text), event.text)
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
            case pygame.MOUSEMOTION:
                return self._point(event, "move")
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP:
                kind = "down" if event.type == pygame.MOUSEBUTTONDOWN else "up"
                return self._point(event, kind) if event.button == 1 else None
            case pygame.MOUSEWHEEL:
                x, y = pygame.mouse.get_pos()
                return Wheel(x * self.scale, y * self.scale, float(event.precise_y if event.precise_y else event.y))
            case pygame.KEYDOWN:
                return key(event.key, event.mod)
            case pygame.JOYHATMOTION:
                return Key(_HAT[event.value]) if event.value in _HAT else None
            case pygame.JOYBUTTONDOWN:
                return Key(_PAD[event.button]) if event.button in _PAD else None
            case pygame.VIDEORESIZE:
                return Resize(event.w, event.h)
            case pygame.QUIT:
                return Quit()
            case _ if event.type == ASSISTED:
                wish: Assist = event.wish
                return wish
            case _:
                return None

    def _point(self, event: pygame.event.Event, kind: str) -> Point:
        x, y = event.pos
        assert kind in ("move", "down", "up")
        return Point(x * self.scale, y * self.scale, kind)  # type: ignore[arg-type]


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


def held_pads() -> list[pygame.joystick.JoystickType]:
    """The gamepads that are plugged in; keep the list, or their events stop. Empty when there is no such system."""
    try:
        pygame.joystick.init()
        return [pygame.joystick.Joystick(i) for i in range(pygame.joystick.get_count())]
    except pygame.error:
        return []


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
