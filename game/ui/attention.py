"""Where a person's attention is (focus, pointer, scrolling) and how keys and clicks become acts.

Pure: it takes a frame and an event and returns new values; what an act leads to is the screen's business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui import writing
from game.ui.events import Act, Activate, Assist, Event, Key, Point, Press, Touch, Wheel, Write
from game.ui.finger import Finger, down, pulled
from game.ui.frame import Frame, Hit, Region
from game.ui.keymap import Keymap, on_pad, single
from game.ui.look import Look
from game.ui.remap import ALWAYS
from game.ui.steering import beside, next_stop

FOOT = "foot/"
BAR = "bar/"
WHEEL_STEP = 90.0
STEERING = ALWAYS
"""Actions that move the focus or press what has it; all others that hold everywhere are acts of their own."""
PRESSING = frozenset(("press", "mark"))
"""A key that is held repeats where it moves or writes, never where it presses: a slow hand answers once."""


@dataclass(frozen=True, slots=True)
class Attention:
    """What the person is attending to. One per window; `enter` makes a fresh one for a new screen."""

    focus: str = ""
    hover: str = ""
    pressed: str = ""
    """What the pointer went down on; it is activated if the pointer comes up there."""
    keyboard: bool = False
    caret: int = 0
    offsets: tuple[tuple[str, float], ...] = ()
    finger: Finger | None = None
    """The finger on the glass, if there is one."""

    def onto(self, look: Look) -> Look:
        """The look with this attention lent to it."""
        return replace(
            look,
            focus=self.focus,
            hover=self.hover,
            pressed=self.pressed,
            keyboard=self.keyboard,
            caret=self.caret,
            offsets=self.offsets,
        )

    def scrolled(self, region: Region, offset: float) -> Attention:
        """The same with a region scrolled to `offset` px, kept within its content."""
        kept = tuple(pair for pair in self.offsets if pair[0] != region.name)
        return replace(self, offsets=(*kept, (region.name, min(region.limit, max(0.0, offset)))))

    def focused(self, frame: Frame, name: str, *, keyboard: bool = True) -> Attention:
        """The same with the focus on a hit, scrolled into view, the caret at the end of a field."""
        hit = frame.hit(name)
        if hit is None:
            return replace(self, focus="")
        moved = replace(self, focus=name, keyboard=keyboard, caret=len(hit.value))
        return moved._into_view(frame, hit) if keyboard else moved

    def _into_view(self, frame: Frame, hit: Hit) -> Attention:
        region = frame.region(hit.region) if hit.region else None
        if region is None:
            return self
        margin = max(8.0, min(14.0, (region.box.h - hit.box.h) / 2))  # never less than its ring takes
        above = region.box.y + margin - hit.box.y
        below = hit.box.bottom + margin - region.box.bottom
        shift = -above if above > 0 or hit.box.h > region.box.h else max(0.0, below)
        return self.scrolled(region, region.offset + shift) if shift else self


Answer = tuple[Attention, Act | None]


def enter(frame: Frame, keyboard: bool = False) -> Attention:
    """The attention with which a screen opens: on its initial hit, in view, ringed if the keyboard is in use."""
    return replace(Attention().focused(frame, frame.initial), keyboard=keyboard) if frame.initial else Attention()


def settle(attention: Attention, frame: Frame) -> Attention:
    """The attention after the frame changed: names that are gone are forgotten."""
    names = {hit.name for hit in frame.hits if hit.active} | {f"{BAR}{region.name}" for region in frame.regions}
    kept = {name: name if name in names else "" for name in (attention.focus, attention.hover, attention.pressed)}
    return replace(attention, focus=kept[attention.focus], hover=kept[attention.hover], pressed=kept[attention.pressed])


def attend(attention: Attention, event: Event, frame: Frame, keymap: Keymap) -> Answer:
    """What an event does to the attention, and the act it amounts to, if any."""
    match event:
        case Point():
            return _point(attention, event, frame)
        case Touch():
            return _touch(attention, event, frame)
        case Wheel():
            return _wheel(attention, event, frame), None
        case Key():
            return _key(attention, event, frame, keymap)
        case Assist():
            return _assist(attention, event, frame)
        case _:
            return attention, None


# -- Pointer ---------------------------------------------------------------------------------------------------------
def _point(attention: Attention, event: Point, frame: Frame) -> Answer:
    dragged = _drag(attention, event, frame)
    if dragged is not None:
        return dragged, None
    hit = frame.at(event.x, event.y)
    name = hit.name if hit else ""
    match event.kind:
        case "move":
            return (attention if attention.hover == name else replace(attention, hover=name)), None
        case "down":
            return replace(attention, pressed=name, hover=name, keyboard=False), None
        case "up":
            return _up(replace(attention, pressed="", hover=name), attention.pressed, hit, frame)


def _up(attention: Attention, pressed: str, hit: Hit | None, frame: Frame) -> Answer:
    if hit is None:
        return attention, Activate(frame.any_key) if frame.any_key and not pressed else None
    if hit.name != pressed:
        return attention, None
    after = attention.focused(frame, hit.name, keyboard=False) if hit.focusable else attention
    return after, None if hit.role == "field" else Activate(hit.name.removeprefix(FOOT))


def _drag(attention: Attention, event: Point, frame: Frame) -> Attention | None:
    """Scrolling by the bar: press anywhere on it, or drag."""
    held = attention.pressed.removeprefix(BAR) if attention.pressed.startswith(BAR) else ""
    if held and event.kind == "up":
        return replace(attention, pressed="")
    for region in frame.regions:
        if region.name == held or (
            event.kind == "down" and region.bar.h and region.bar.grown(6).holds(event.x, event.y)
        ):
            share = (event.y - region.bar.y) / max(1.0, region.bar.h)
            lengths = region.box.h / max(1.0, region.content)
            offset = (share - lengths / 2) / max(0.01, 1 - lengths) * region.limit
            return replace(attention.scrolled(region, offset), pressed=f"{BAR}{region.name}")
    return None


def _touch(attention: Attention, event: Touch, frame: Frame) -> Answer:
    """A finger: as the pointer while it stays where it is, but never hovering; else it scrolls and presses nothing."""
    before = attention.finger
    if event.kind == "down" or before is None:
        pointed, _ = _point(attention, Point(event.x, event.y, event.kind), frame)
        touching = down(frame, event.x, event.y) if event.kind == "down" else None
        return replace(pointed, hover="", finger=touching), None
    after = before.moved(event.x, event.y)
    lifted = event.kind == "up"
    if not after.strayed or attention.pressed.startswith(BAR):
        pointed, act = _point(attention, Point(event.x, event.y, event.kind), frame)
        return replace(pointed, hover="", finger=None if lifted else after), act
    region = frame.region(after.region)
    pulling = attention.scrolled(region, region.offset + pulled(before, after)) if region else attention
    return replace(pulling, pressed="", hover="", finger=None if lifted else after), None


def _wheel(attention: Attention, event: Wheel, frame: Frame) -> Attention:
    under = [region for region in frame.regions if region.box.holds(event.x, event.y)]
    region = under[-1] if under else frame.regions[0] if len(frame.regions) == 1 else None
    return attention.scrolled(region, region.offset - event.turns * WHEEL_STEP) if region else attention


# -- Assistive technology --------------------------------------------------------------------------------------------
def _assist(attention: Attention, event: Assist, frame: Frame) -> Answer:
    """What a screen reader asks for, as if by hand; what is no longer there is not pressed."""
    hit = frame.hit(event.name)
    if hit is None or not hit.active:
        return attention, None
    after = attention.focused(frame, hit.name) if hit.focusable else attention
    match event.do:
        case "press" if hit.role != "field":
            return after, Activate(hit.name.removeprefix(FOOT))
        case "write" if hit.role == "field":
            return replace(after, caret=len(event.text)), Write(hit.name, event.text)
        case _:
            return after, None


# -- Keys ------------------------------------------------------------------------------------------------------------
def _key(attention: Attention, event: Key, frame: Frame, keymap: Keymap) -> Answer:
    if frame.catches:
        return attention, Press(event.name) if event.name and not event.again else None
    focused = frame.hit(attention.focus)
    if focused is not None and focused.role == "field":
        edited = writing.edit(focused.value, min(attention.caret, len(focused.value)), event)
        if edited is not None:
            text, caret = edited
            after = replace(attention, caret=caret, keyboard=True)
            return after, Write(focused.name, text) if text != focused.value else None
    if not event.name:
        return attention, None
    if event.again and keymap.does(event.name) not in STEERING - PRESSING:
        return attention, None
    return _shortcut(attention, event.name, frame, keymap, focused)


def _shortcut(attention: Attention, key: str, frame: Frame, keymap: Keymap, focused: Hit | None) -> Answer:
    meant = keymap.does(key)
    if single(key) and not keymap.letters:
        return attention, None
    if (
        meant in ("press", "mark")
        and focused is not None
        and focused.active
        and not _yields(focused, meant, _owner(frame, key, keymap))
    ):
        return replace(attention, keyboard=True), Activate(focused.name.removeprefix(FOOT))
    own = _owner(frame, key, keymap)
    if own is not None:
        return attention, Activate(own.name.removeprefix(FOOT))
    if meant and meant not in STEERING:
        return attention, Activate(meant)
    if frame.any_key and meant not in ("next", "previous") and not (on_pad(key) and meant in STEERING - PRESSING):
        return attention, Activate(frame.any_key)
    steered = _steer(attention, meant, frame)
    return (steered, None) if steered is not None else (attention, Press(key))


def _yields(focused: Hit, meant: str, own: Hit | None) -> bool:
    """Enter on an answer that is already given, or on a toggle, goes to the frame's own Enter, if it has one."""
    return (
        meant == "press"
        and (focused.role == "toggle" or (focused.role == "choice" and focused.selected))
        and own is not None
    )


def _owner(frame: Frame, key: str, keymap: Keymap) -> Hit | None:
    """The hit that this key, or another key of the same action, belongs to."""
    for hit in frame.hits:
        if not (hit.active and hit.key):
            continue
        action = keymap.action(hit.name.removeprefix(FOOT))
        if key == hit.key or (action is not None and hit.key in action.keys and key in action.keys):
            return hit
    return None


def _steer(attention: Attention, meant: str, frame: Frame) -> Attention | None:
    """Moving the focus or scrolling; None when the key does neither."""
    match meant:
        case "next" | "previous":
            return _to(attention, frame, next_stop(frame, attention.focus, 1 if meant == "next" else -1))
        case "left" | "right" | "up" | "down":
            return _to(attention, frame, beside(frame, attention.focus, meant)) or _scroll_by(attention, frame, meant)
        case "page-up" | "page-down":
            return _scroll_by(attention, frame, meant)
        case _:
            return None


def _to(attention: Attention, frame: Frame, name: str) -> Attention | None:
    return attention.focused(frame, name) if name else None


def _scroll_by(attention: Attention, frame: Frame, meant: str) -> Attention | None:
    focused = frame.hit(attention.focus)
    region = (frame.region(focused.region) if focused and focused.region else None) or next(
        (region for region in frame.regions if region.limit > 0), None
    )
    if region is None:
        return None
    step = {"page-up": -0.85, "page-down": 0.85, "up": -0.2, "down": 0.2}.get(meant, 0.0) * region.box.h
    return attention.scrolled(region, region.offset + step)
