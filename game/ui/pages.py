"""Whole-page pieces: ground, footer of keys, rail, speech panel, dialog.

They frame what a screen shows; they know nothing about any one screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.ui.box import Box
from game.ui.choices import rail_entry
from game.ui.frame import EMPTY, Frame, Hit, Part
from game.ui.icons import Icon, icon
from game.ui.keymap import key_words
from game.ui.look import Look
from game.ui.orders import Fill, Polygon, Stroke, Text, Wash
from game.ui.parts import Maker, scroll_area, stack, together
from game.ui.theme import CAPTION, FOOTER, RADIUS_LARGE, RAIL, RING_OUT, RING_WIDTH, SMALL, STRONG, Style
from game.ui.widgets import divider, heading, keycap, label, panel, ring, words

FOOT = Style(17, leading=1.3)
BRAND = Style(31, 500, serif=True, leading=1.2)


def ground(look: Look) -> Part:
    """The empty ground of a page, lit from the left."""
    return Part((Wash(look.box, look.theme.ground_lit, look.theme.ground),), (), look.box)


# -- Footer ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class FootKey:
    """One entry of the footer."""

    action: str
    """Name in the keymap; pressing the entry or its key activates this name."""
    label: str = ""
    """Other words than the keymap's."""
    group: tuple[str, ...] = ()
    """The actions whose keys are shown, for a group such as A to D or the arrows."""
    shown_only: bool = False
    """The keys are handled elsewhere (arrows, Space): the entry is not pressed."""


def footer_height(look: Look) -> float:
    """Height of the footer, px."""
    return max(look.u(FOOTER), look.px(FOOT) * 2.2)


def footer(look: Look, screen: str, entries: Sequence[FootKey], note: str = "") -> Part:
    """The keys of a screen along the foot of the window; those that do not fit give way to F1, all keys."""
    high = footer_height(look)
    bar, _ = look.box.from_bottom(high)
    theme = look.theme
    line = Stroke(((bar.x, bar.y), (bar.right, bar.y)), theme.divider, max(1.0, look.u(1.5)))
    room = Box(bar.x + look.u(64), bar.y, bar.w - look.u(128), high)
    shown = _fitting(look, room, screen, entries)
    told = _note(look, room, note, shown.box.right)
    background = Fill(bar, theme.paper, alpha=255 if theme.name == "contrast" else 244)
    return Part((background, line, *shown.orders, *told.orders), (*shown.hits, *told.hits), bar)


def _fitting(look: Look, room: Box, screen: str, entries: Sequence[FootKey]) -> Part:
    """As many entries as fit; if not all do, the last is F1."""
    gap = look.px(FOOT) * 2.0
    parts = _in_line(look, room, screen, entries, gap)
    if not parts or parts[-1].box.right <= room.right:
        return together(parts) if parts else EMPTY
    help_key = _foot_key(look, room, screen, FootKey("help"))
    keep = [part for part in parts if part.box.right + gap + help_key.box.w <= room.right]
    x = keep[-1].box.right + gap if keep else room.x
    return together((*keep, help_key.moved(x - room.x, 0)))


def _in_line(look: Look, room: Box, screen: str, entries: Sequence[FootKey], gap: float) -> list[Part]:
    parts: list[Part] = []
    x = room.x
    for entry in entries:
        parts.append(_foot_key(look, Box(x, room.y, room.w, room.h), screen, entry))
        x = parts[-1].box.right + gap
    return parts


def _foot_key(look: Look, box: Box, screen: str, entry: FootKey) -> Part:
    action = look.keymap.action(entry.action, screen)
    keys = look.keymap.caps(*entry.group) if entry.group else action.keys[:1] if action else ()
    text = entry.label or (action.label if action else entry.action)
    whole, x = EMPTY, box.x
    for key in keys:
        cap = keycap(look, Box(x, box.y, 0, 0), key)
        whole += cap.moved(0, box.cy - cap.box.cy)
        x = cap.box.right + look.u(4)
    told = label(
        look, Box(x + look.px(FOOT) * 0.3, box.cy - look.line(FOOT) / 2, 0, 0), text, FOOT, colour=look.theme.quiet
    )
    took = Box(box.x, box.y, told.box.right - box.x, box.h)
    said = " ".join(key_words(key) for key in keys)
    # The name of a pressed entry is `foot/<action>`: attention strips the prefix, so names stay unique.
    role_hit = Hit(
        f"foot/{entry.action}",
        took,
        "text" if entry.shown_only else "key",
        text,
        key=said if entry.shown_only else keys[0] if keys else "",
        focusable=False,
    )
    ringed = ring(look, took.inset(-look.u(4), look.u(RING_OUT + RING_WIDTH + 2)), role_hit.name)
    return Part((*whole.orders, *told.orders, *ringed), (role_hit,), took)


def _note(look: Look, room: Box, note: str, used: float) -> Part:
    wide = look.measure(note, FOOT)[0] if note else 0.0
    if not note or room.right - wide < used + look.u(24):
        return EMPTY
    spot = Box(room.right - wide, room.cy - look.line(FOOT) / 2, wide, 0)
    return label(look, spot, note, FOOT, colour=look.theme.quiet, name="foot-note")


# -- Rail ------------------------------------------------------------------------------------------------------------
PLACES: tuple[tuple[str, Icon, str], ...] = (
    ("library", "chat", "Practise"),
    ("settings", "gear", "Settings"),
    ("about", "info", "About"),
)


def rail(look: Look, here: str, places: Sequence[tuple[str, Icon, str]] = PLACES) -> tuple[Part, Box]:
    """The rail with the places of the program (hits `go/<place>`), and the box left for content over the footer.

    In a narrow window it lies along the top instead.
    """
    room, _ = look.box.from_top(look.box.h - footer_height(look))
    return _top_rail(look, room, here, places) if look.narrow else _side_rail(look, room, here, places)


def page_room(look: Look, room: Box) -> Box:
    """What a page beside the rail has of its room, inside the margins."""
    return room.inset(look.u(28), look.u(16)) if look.narrow else room.inset(look.u(48), look.u(28))


def _side_rail(look: Look, room: Box, here: str, places: Sequence[tuple[str, Icon, str]]) -> tuple[Part, Box]:
    wide = max(look.u(RAIL), look.em(9.6))
    bar, rest = room.from_left(wide)
    body = Fill(bar, look.theme.paper)
    line = Stroke(((bar.right, bar.y), (bar.right, bar.bottom)), look.theme.divider, max(1.0, look.u(1.5)))
    brand = _brand(look, Box(bar.x + look.u(36), bar.y + look.u(36), bar.w, look.u(48)))
    inner = Box(bar.x + look.u(16), bar.y + look.u(128), bar.w - look.u(32), bar.h)
    entries = stack(inner, look.u(12), *(_place(look, here, place) for place in places))
    note = _rail_note(look, bar, entries.box.bottom)
    return Part((body, line)) + brand + entries + note.boxed(bar), rest


def _place(look: Look, here: str, place: tuple[str, Icon, str]) -> Maker:
    name, sign, text = place
    key = look.key(f"go/{name}")
    return lambda box: rail_entry(
        look, box, f"go/{name}", sign, text, here=name == here, key="" if name == here else key
    )


def _brand(look: Look, box: Box) -> Part:
    side = look.px(BRAND) * 1.45
    logo = icon("logo", Box(box.x, box.cy - side / 2, side, side), look.theme.teal, 2.3, look.theme.dusk)
    told = label(look, Box(box.x + side + look.u(11), box.cy - look.line(BRAND) / 2, 0, 0), "Attune", BRAND)
    return Part((logo, *told.orders), (), Box(box.x, box.y, told.box.right - box.x, box.h))


def _rail_note(look: Look, bar: Box, used: float) -> Part:
    text = "A practice room, not therapy. If you need help now, open About."
    inner = bar.inset(look.u(32), look.u(40))
    high = look.height(text, SMALL, inner.w)
    if inner.bottom - high - look.u(24) < used:
        return EMPTY
    top = Box(inner.x, inner.bottom - high, inner.w, high)
    line = divider(look, Box(inner.x, top.y - look.u(18), inner.w, 0))
    return line + words(look, top, text, SMALL, colour=look.theme.quiet, name="rail-note")


def _top_rail(look: Look, room: Box, here: str, places: Sequence[tuple[str, Icon, str]]) -> tuple[Part, Box]:
    inner = Box(room.x + look.u(24), room.y + look.u(12), room.w - look.u(48), room.h)
    side = look.target
    whole, x = EMPTY, inner.x
    for name, sign, text in places:
        words_wide = look.measure(text, STRONG)[0] + look.u(13) if name == here else 0.0
        wide = max(side, look.px(STRONG) * 1.35 + look.u(40) + words_wide)
        whole += _top_place(look, Box(x, inner.y, wide, side), name, sign, text, name == here)
        x += wide + look.u(12)
    high = side + look.u(24)
    bar, rest = room.from_top(high)
    line = Stroke(((bar.x, bar.bottom), (bar.right, bar.bottom)), look.theme.divider, max(1.0, look.u(1.5)))
    return Part((Fill(bar, look.theme.paper), line)) + whole.boxed(bar), rest


def _top_place(look: Look, box: Box, name: str, sign: Icon, text: str, here: bool) -> Part:
    entry = rail_entry(
        look, box, f"go/{name}", sign, text if here else "", here=here, key="" if here else look.key(f"go/{name}")
    )
    orders = tuple(order for order in entry.orders if not isinstance(order, Text) or here)
    return Part(orders, tuple(replace(hit, label=text) for hit in entry.hits), box)


# -- Speech and dialogs ----------------------------------------------------------------------------------------------
def speech_panel(look: Look, box: Box, *, tail: float = 0.0, tail_y: float = 0.0) -> Part:
    """The paper that a client's words stand on; its tail points left to the face, `tail` px long at height `tail_y`."""
    body = panel(look, box, radius=RADIUS_LARGE)
    if tail <= 0 or look.theme.name == "contrast":
        return Part((body,), (), box)
    y = tail_y or box.y + box.h * 0.4
    colour = body.colour
    shape = Polygon(_tail(box.x + 2, y, tail), colour)
    return Part((body, shape), (), box)


def _tail(x: float, y: float, length: float) -> tuple[tuple[float, float], ...]:
    """A drop that leans up to its root, thin at the tip."""
    tip = (x - length, y + length * 0.06)
    up = tuple(_bend(tip, (x - length * 0.55, y - length * 0.42), (x, y - length * 0.6), i / 12) for i in range(13))
    low = tuple(_bend((x, y + length * 0.42), (x - length * 0.4, y + length * 0.1), tip, i / 12) for i in range(13))
    return (*up, *low)


def _bend(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], t: float) -> tuple[float, float]:
    """A point of a quadratic curve."""
    u = 1 - t
    return u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1]


def dialog(
    look: Look, under: Frame, title: str, body: Maker, actions: Maker, *, width: float = 900.0, entry: str = ""
) -> Frame:
    """A frame with a panel over another, dimmed; nothing beneath can be pressed or is read. The body scrolls."""
    room = look.box.inset(look.u(48), look.u(40))
    wide = min(room.w, max(look.u(width), look.em(30)))
    pad = look.u(40)
    inner = wide - 2 * pad
    probe = Box(0, 0, inner, 0)
    head, foot = heading(look, probe, title), actions(probe)
    tall = body(Box(0, 0, inner - look.u(24), 0)).box.h
    chrome = head.box.h + foot.box.h + 2 * pad + 2 * look.u(24)
    box = look.box.centred(wide, min(room.h, tall + chrome))
    middle = Box(box.x + pad, box.y + pad + head.box.h + look.u(24), inner, box.h - chrome)
    part = (
        Part((panel(look, box, radius=RADIUS_LARGE, edge=look.theme.edge),))
        + heading(look, Box(box.x + pad, box.y + pad, inner, 0), title)
        + scroll_area(look, middle, "dialog", body)
        + actions(Box(box.x + pad, box.bottom - pad - foot.box.h, inner, foot.box.h))
    )
    return over(look, under, part, title, entry=entry)


def over(look: Look, under: Frame, part: Part, title: str, *, entry: str = "") -> Frame:
    """`part` over a dimmed frame whose own hits are gone."""
    veil = Fill(look.box, look.theme.veil, alpha=look.theme.veil_alpha)
    return Frame(
        under.size,
        (*under.orders, veil, *part.orders),
        part.hits,
        title,
        regions=part.regions,
        entry=entry,
        initial=entry,
    )


def page_note(look: Look, box: Box, text: str) -> Part:
    """A quiet line under a title."""
    return words(look, box, text, CAPTION, colour=look.theme.quiet, name=f"note/{text[:24]}")
