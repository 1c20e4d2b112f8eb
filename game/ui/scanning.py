"""One switch: the ring moves by itself from stop to stop, and a single key, button or press takes what has it.

Time is an argument, and what a press leads to is the screen's business. It adds two kinds of stops to a frame: one to
read on where something scrolls, and one at the end of each round to rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui.attention import FOOT, PRESSING, Attention, attend
from game.ui.box import Box
from game.ui.events import Act, Activate, Event, Key, Point, Touch
from game.ui.frame import Frame, Hit
from game.ui.keymap import PAD, Keymap
from game.ui.look import Look
from game.ui.orders import Fill, Order, Text
from game.ui.theme import RING_WIDTH, Style

REST = "scan/rest"
PAGE = "scan/page/"
PLATE = Style(18, 600, leading=1.3)
SCREENFUL = 0.85
"""Share of a region that one press reads on."""


@dataclass(frozen=True, slots=True)
class Round:
    """How far the ring has come. One per window."""

    on: str = ""
    """The stop that has the ring."""
    since: float = 0.0
    """The time t (s) at which it came there, or was pressed last."""
    resting: bool = False
    """It stays where it is until the switch is pressed."""


Heard = tuple[Round, Attention, Act | None]


# -- What is added to a frame --------------------------------------------------------------------------------------
def dressed(look: Look, frame: Frame, resting: bool) -> Frame:
    """The frame with the stops of its own that scanning needs; they lie under all others."""
    pages = tuple(Hit(PAGE + one.name, one.box, "button", "Read on") for one in frame.regions if one.limit > 0)
    rest = Hit(REST, look.box, "button", "Resting, press to go on" if resting else "Rest")
    marks = tuple(order for hit in (*pages, rest) if look.ringed(hit.name) for order in _mark(look, hit))
    return replace(frame, hits=(*pages, rest, *frame.hits), orders=(*frame.orders, *marks))


def _mark(look: Look, hit: Hit) -> tuple[Order, ...]:
    """A ring inside the edge, and a plate with what a press does."""
    width = max(4.0, look.u(RING_WIDTH * 1.5))
    edge = Fill(hit.box.inset(width / 2), "", look.u(10), look.theme.focus, width)
    wide, high = look.measure(hit.label, PLATE)
    pad = look.px(PLATE) * 0.7
    plate = Box(hit.box.cx - wide / 2 - pad, hit.box.y + width + look.u(8), wide + 2 * pad, high + pad)
    told = Box(plate.x + pad, plate.y + pad / 2, wide, high)
    text = Text(told, (hit.label,), look.font(PLATE), look.px(PLATE), high, look.theme.paper)
    return edge, Fill(plate, look.theme.ink, look.u(8)), text


def order(frame: Frame) -> tuple[str, ...]:
    """The stops of a round: going on first while a client speaks, and rest last."""
    own = [hit.name for hit in frame.stops() if hit.name != REST and not hit.name.startswith(PAGE)]
    pages = [hit.name for hit in frame.hits if hit.name.startswith(PAGE)]
    foot = [hit.name for hit in frame.hits if hit.active and hit.name.startswith(FOOT)]
    foot = [name for name in foot if name.removeprefix(FOOT) not in own]
    first = [name for name in (*foot, *own) if frame.any_key and name.removeprefix(FOOT) == frame.any_key]
    return tuple(dict.fromkeys((*first, *pages, *own, *foot, REST)))


# -- How the ring goes on ------------------------------------------------------------------------------------------
def moved(at: Round, attention: Attention, frame: Frame, every: float, t: float) -> tuple[Round, Attention]:
    """The ring at time t (s), when it rests `every` s at each stop; it never skips one, however late t is."""
    names = order(frame)
    if attention.focus not in names:
        return Round(names[0], t), attention.focused(frame, names[0])
    if attention.focus != at.on or not attention.keyboard:
        return Round(attention.focus, t), attention.focused(frame, attention.focus)
    if at.resting or t < at.since + every:
        return at, attention
    following = names[(names.index(at.on) + 1) % len(names)]
    return Round(following, t), attention.focused(frame, following)


def woken(frame: Frame, at: Round, every: float) -> Frame:
    """The frame that says when the ring moves on, unless it rests."""
    if at.resting:
        return frame
    following = at.since + every
    return replace(frame, wake=following if frame.wake is None else min(frame.wake, following))


# -- The switch ----------------------------------------------------------------------------------------------------
def hear(at: Round, attention: Attention, event: Event, frame: Frame, keymap: Keymap, t: float) -> Heard:
    """What an event does while the ring moves: the switch presses, all else is as ever but the pointer's aim."""
    if isinstance(event, Point | Touch):
        return _pressed(at, attention, frame, t) if event.kind == "up" else (at, attention, None)
    if isinstance(event, Key) and _is_switch(at, attention, event, frame, keymap):
        return _pressed(at, attention, frame, t)
    after, act = attend(attention, event, frame, keymap)
    return at, after, act


def _is_switch(at: Round, attention: Attention, event: Key, frame: Frame, keymap: Keymap) -> bool:
    """Any button of a gamepad, and the keys that press; but in a field where the ring rests, Space writes."""
    if event.again or frame.catches:
        return False
    focused = frame.hit(attention.focus)
    if at.resting and event.text and focused is not None and focused.role == "field":
        return False
    button = event.name.startswith(PAD) and event.name.removeprefix(PAD).isdigit()
    return button or keymap.does(event.name) in PRESSING


def _pressed(at: Round, attention: Attention, frame: Frame, t: float) -> Heard:
    hit = frame.hit(attention.focus)
    here = Round(attention.focus, t)
    if at.resting or hit is None or not hit.active:
        return here, attention, None
    if hit.name == REST or hit.role == "field":
        return replace(here, resting=True), attention, None
    if hit.name.startswith(PAGE):
        return here, _read_on(attention, frame, hit.name.removeprefix(PAGE)), None
    return here, attention, Activate(hit.name.removeprefix(FOOT))


def _read_on(attention: Attention, frame: Frame, name: str) -> Attention:
    """A screenful further; from the end back to the beginning."""
    region = frame.region(name)
    if region is None:
        return attention
    at_end = region.offset >= region.limit - 1
    return attention.scrolled(region, 0.0 if at_end else region.offset + SCREENFUL * region.box.h)
