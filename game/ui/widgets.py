"""The plain furniture of every screen: text, headings, cards, buttons, chips, badges, keycaps, tags.

Widgets return Parts and keep no state; charts, choices and whole-page pieces stand in the modules beside this one.
"""

from __future__ import annotations

from typing import Literal

from game.ui.box import Box
from game.ui.frame import EMPTY, Hit, Part, Role
from game.ui.icons import Icon, icon
from game.ui.look import Look, curly
from game.ui.orders import Ellipse, Fill, Order, Stroke, Text
from game.ui.parts import Maker, stack
from game.ui.theme import (
    BODY,
    BUTTON,
    KEY,
    LABEL,
    PAD,
    RADIUS_BADGE,
    RADIUS_BUTTON,
    RADIUS_CARD,
    RING_OUT,
    RING_WIDTH,
    SECTION_TITLE,
    Mark,
    Style,
    mix,
)

Align = Literal["left", "centre", "right"]
Kind = Literal["primary", "secondary", "quiet"]


def words(
    look: Look,
    box: Box,
    text: str,
    style: Style = BODY,
    *,
    colour: str = "",
    align: Align = "left",
    name: str = "",
    role: Role = "text",
    lines: int = 0,
) -> Part:
    """Wrapped text from the top of the box. With a name it is also a hit (always name words that matter).

    `lines` > 0 keeps only that many, the last with an ellipsis; the hit still says all of it.
    """
    if not text:
        return Part(box=box.tall(0))
    rows = look.wrap(text, style, box.w)
    if lines and len(rows) > lines:
        rows = (*rows[: lines - 1], rows[lines - 1].rstrip(" ,.;") + "…")
    took = box.tall(len(rows) * look.line(style))
    order = Text(took, rows, look.font(style), look.px(style), look.line(style), colour or look.theme.ink, align)
    return Part((order,), (Hit(name, took, role, text),) if name else (), took)


def label(look: Look, box: Box, text: str, style: Style = BODY, *, colour: str = "", name: str = "") -> Part:
    """One line that is never wrapped; the box it takes is as wide as the words."""
    wide, high = look.measure(text, style)
    took = Box(box.x, box.y, wide, high)
    if not text:
        return Part(box=took)
    order = Text(took, (curly(text),), look.font(style), look.px(style), high, colour or look.theme.ink)
    return Part((order,), (Hit(name, took, "text", text),) if name else (), took)


def heading(look: Look, box: Box, text: str, style: Style = SECTION_TITLE, *, colour: str = "", name: str = "") -> Part:
    """A title in the second face; a hit of role `heading`."""
    return words(look, box, text, style, colour=colour, name=name or f"heading/{text}", role="heading")


def ring(look: Look, box: Box, name: str, radius: float = RADIUS_BUTTON) -> tuple[Order, ...]:
    """The focus ring outside a box, when this hit has the keyboard, on a band of paper: a drawn wall may lie there."""
    if not look.ringed(name):
        return ()
    out, band = max(3.0, look.u(RING_OUT)), 2.0
    width = max(2.5, look.u(RING_WIDTH))
    return (
        Fill(box.grown(out + band), "", look.u(radius) + out + band, look.theme.paper, out + band),
        Fill(box.grown(out), "", look.u(radius) + out, look.theme.focus, width),
    )


def panel(
    look: Look, box: Box, *, radius: float = RADIUS_CARD, colour: str = "", edge: str = "", lift: float = 1.0
) -> Fill:
    """The paper of a card with its soft shadow; in high contrast an edge instead."""
    theme = look.theme
    edged = edge or (theme.edge if theme.name == "contrast" else theme.divider if theme.name == "dark" else "")
    width = theme.edge_width * max(1.0, look.unit) if edged else 0.0
    strength = theme.shadow_alpha * lift if theme.shadow else 0.0
    return Fill(box, colour or theme.paper, look.u(radius), edged, width, strength, theme.shadow, look.unit)


def card(look: Look, box: Box, *makers: Maker | None, pad: float = PAD, gap: float = 12.0, least: float = 0.0) -> Part:
    """A panel around a stack of parts; as high as they need, or `least` px."""
    inside = stack(box.inset(look.u(pad)), look.u(gap), *makers)
    took = box.tall(max(least, inside.box.h + 2 * look.u(pad)))
    return Part((panel(look, took), *inside.orders), inside.hits, took, inside.regions)


def divider(look: Look, box: Box) -> Part:
    """A thin line; decoration."""
    y = box.y + 0.5
    line = Stroke(((box.x, y), (box.right, y)), look.theme.divider, max(1.0, look.u(1.5)))
    return Part((line,), (), box.tall(1))


# -- Buttons -------------------------------------------------------------------------------------------------------
def button(
    look: Look,
    box: Box,
    name: str,
    text: str,
    *,
    kind: Kind = "secondary",
    sign: Icon | None = None,
    key: str = "",
    enabled: bool = True,
    style: Style = BUTTON,
    fill_width: bool = False,
    height: float = 0.0,
    description: str = "",
) -> Part:
    """A button as wide as its words (or the box, with `fill_width`), wrapped when they do not fit."""
    side, pad = look.px(style), look.em(0.5) + look.u(26)
    mark = side * 1.25 + look.u(12) if sign else 0.0
    rows = look.wrap(text, style, box.w - 2 * pad - mark)
    wide = max(look.measure(line, style)[0] for line in rows)
    high = max(height, look.target, len(rows) * look.line(style) + look.u(20))
    took = Box(box.x, box.y, box.w if fill_width else min(box.w, wide + mark + 2 * pad), high)
    ink, body = _button_body(look, took, name, kind, enabled)
    left = took.cx - (wide + mark) / 2
    top = took.cy - len(rows) * look.line(style) / 2
    text_box = Box(left + mark, top, wide, len(rows) * look.line(style))
    orders: tuple[Order, ...] = (
        *body,
        Text(text_box, rows, look.font(style), side, look.line(style), ink, "centre" if len(rows) > 1 else "left"),
    )
    if sign:
        orders += (icon(sign, Box(left, took.cy - side * 0.625, side * 1.25, side * 1.25), ink),)
    hit = Hit(name, took, "button", text, description=description, key=key, enabled=enabled)
    return Part((*orders, *ring(look, took, name)), (hit,), took)


def _button_body(look: Look, box: Box, name: str, kind: Kind, enabled: bool) -> tuple[str, tuple[Order, ...]]:
    """The ink and the shape behind a button's words."""
    theme, radius = look.theme, look.u(RADIUS_BUTTON)
    touched = look.pressed == name or (look.hover == name and enabled)
    edge_width = theme.edge_width * max(1.0, look.unit)
    if not enabled:
        return theme.quiet, (Fill(box, theme.tint_plain, radius, theme.divider, edge_width),)
    if kind == "primary":
        colour = mix(theme.primary, theme.ink, 0.18) if touched else theme.primary
        shadow = theme.shadow_alpha if theme.shadow else 0.0
        return theme.on_primary, (Fill(box, colour, radius, "", 0, shadow, theme.shadow, look.unit * 0.6),)
    if kind == "quiet":
        return theme.teal, (Fill(box, theme.tint_teal, radius),) if touched else ()
    return theme.ink, (Fill(box, theme.selected if touched else theme.paper, radius, theme.edge, edge_width),)


def icon_button(look: Look, box: Box, name: str, sign: Icon, text: str, *, key: str = "") -> Part:
    """A square button with a sign; the words are its label (and its hint)."""
    side = look.target
    took = Box(box.x, box.y, side, side)
    ink, body = _button_body(look, took, name, "secondary", True)
    mark = icon(sign, took.inset(side * 0.24), ink, 2.0)
    return Part((*body, mark, *ring(look, took, name)), (Hit(name, took, "button", text, key=key),), took)


def link(
    look: Look, box: Box, name: str, text: str, *, style: Style = LABEL, mark: Mark = "teal", key: str = ""
) -> Part:
    """Underlined words that can be pressed."""
    colour = look.theme.mark(mark)
    part = label(look, box, text, style, colour=colour)
    took = part.box.tall(max(part.box.h, 24.0))
    y = took.y + look.px(style) * 1.34
    line = Stroke(((took.x, y), (took.right, y)), colour, max(1.0, look.u(1.6)))
    return Part((*part.orders, line, *ring(look, took, name, 6)), (Hit(name, took, "link", text, key=key),), took)


# -- Small pieces ----------------------------------------------------------------------------------------------------
def badge(look: Look, box: Box, letter: str, *, selected: bool = False) -> Part:
    """A reply's letter in a small square; a picture only, the reply's hit says the letter."""
    side = max(look.u(44), look.px(BODY) * 1.9)
    took = Box(box.x, box.y, side, side)
    theme = look.theme
    shape = Fill(
        took,
        theme.dusk if selected else theme.selected,
        look.u(RADIUS_BADGE),
        theme.teal if not selected else theme.dusk,
        max(1.5, look.u(1.8)),
    )
    style = Style(22, 700, leading=1.2)
    high = look.line(style)
    text = Text(
        Box(took.x, took.cy - high / 2, side, high),
        (letter,),
        look.font(style),
        look.px(style),
        high,
        theme.paper if selected else theme.teal,
        "centre",
    )
    return Part((shape, text), (), took)


def keycap(look: Look, box: Box, key: str) -> Part:
    """A key as it looks on a keyboard; arrows are drawn."""
    high = look.px(KEY) * 1.75
    arrow = key in ("Left", "Right", "Up", "Down")
    wide = max(high, look.measure(key, KEY)[0] + look.px(KEY) * 0.9) if not arrow else high
    took = Box(box.x, box.y, wide, high)
    theme = look.theme
    shape = Fill(took, theme.paper, look.u(7), theme.edge, max(1.0, look.u(1.5)))
    if arrow:
        side = look.px(KEY) * 1.1
        return Part((shape, icon(key, took.centred(side, side), theme.ink, 2.4)), (), took)  # type: ignore[arg-type]
    line = look.line(KEY)
    text = Text(
        Box(took.x, took.cy - line / 2, wide, line), (key,), look.font(KEY), look.px(KEY), line, theme.ink, "centre"
    )
    return Part((shape, text), (), took)


def chip(
    look: Look, box: Box, text: str, *, mark: Mark = "plain", sign: Icon | None = None, solid: bool = False
) -> Part:
    """A small pill of words on a tint, with a sign before them where one says the same."""
    style = Style(16, 600, leading=1.3)
    high = look.px(style) * 2.0
    pad, side = look.px(style) * 0.85, look.px(style) * 1.35
    lead = side + look.px(style) * 0.5 if sign else 0.0
    wide = look.measure(text, style)[0] + 2 * pad + lead
    took = Box(box.x, box.y, wide, high)
    theme = look.theme
    ink = theme.on_primary if solid else theme.ink
    edge = theme.mark(mark) if theme.name == "contrast" else ""
    orders: tuple[Order, ...] = (
        Fill(took, theme.primary if solid else theme.tint(mark), high / 2, edge, 1.5 if edge else 0),
    )
    if sign:
        orders += (icon(sign, Box(took.x + pad, took.cy - side / 2, side, side), theme.mark(mark), 2.4),)
    line = look.line(style)
    text_box = Box(took.x + pad + lead, took.cy - line / 2, wide, line)
    orders += (Text(text_box, (text,), look.font(style), look.px(style), line, ink),)
    return Part(orders, (), took)


TAGS: dict[str, tuple[Icon, Mark]] = {
    "rupture": ("rupture", "clay"),
    "repair": ("repair", "sage"),
    "none": ("repair", "sage"),
    "withdrawal": ("away", "clay"),
    "confrontation": ("against", "clay"),
    "both": ("both", "dusk"),
}
"""What happened between two people -> its sign and its colour: never the colour alone."""


def tag(look: Look, box: Box, what: str, text: str) -> Part:
    """An outlined pill that names a rupture or a repair, with its sign (a broken or a joined line)."""
    sign, mark = TAGS[what]
    part = chip(look, box, text, mark=mark, sign=sign)
    pill, *rest = part.orders
    assert isinstance(pill, Fill)
    edged = Fill(pill.box, pill.colour, pill.radius, look.theme.mark(mark), max(1.2, look.u(1.8)))
    inked = tuple(_recoloured(order, look.theme.mark(mark)) for order in rest)
    return Part((edged, *inked), part.hits, part.box)


def _recoloured(order: Order, colour: str) -> Order:
    if not isinstance(order, Text):
        return order
    return Text(order.box, order.lines, order.font, order.size, order.leading, colour, order.align)


def sign_plate(look: Look, box: Box, what: str) -> Part:
    """A rupture's or repair's sign alone on its tint; decoration beside words."""
    sign, mark = TAGS[what]
    took = Box(box.x, box.y, look.px(BODY) * 2.6, look.px(BODY) * 2.0)
    plate = Fill(took, look.theme.tint(mark), look.u(8))
    return Part((plate, icon(sign, took.inset(took.w * 0.2, took.h * 0.1), look.theme.mark(mark), 2.4)), (), took)


def dots(look: Look, box: Box, full: int, count: int) -> Part:
    """`full` of `count` small discs filled: difficulty, or how far a session is."""
    side = look.px(BODY) * 0.55
    gap = side * 0.55
    orders: tuple[Order, ...] = ()
    for i in range(count):
        spot = Box(box.x + i * (side + gap), box.y, side, side)
        fill = look.theme.teal if i < full else ""
        orders += (Ellipse(spot, fill, look.theme.teal if i < full else look.theme.edge, max(1.2, look.u(2))),)
    return Part(orders, (), Box(box.x, box.y, count * (side + gap) - gap, side))


def hint(look: Look, part: Part) -> Part:
    """Under the sign that the pointer or the keyboard is on: its words and its key, kept within the window.

    Add it last, over everything; the hits of `part` say the same, so it has none.
    """
    at = next((hit for hit in part.hits if hit.name == look.hover or look.ringed(hit.name)), None)
    if at is None:
        return EMPTY
    style = Style(16, 600, leading=1.3)
    told = f"{at.label}  ·  {at.key}" if at.key else at.label
    pad, (wide, high) = look.px(style) * 0.6, look.measure(told, style)
    left = min(max(at.box.cx - wide / 2 - pad, look.u(8)), look.box.w - wide - 2 * pad - look.u(8))
    box = Box(left, at.box.bottom + look.u(10), wide + 2 * pad, high + pad)
    words_box = Box(box.x + pad, box.y + pad / 2, wide, high)
    text = Text(words_box, (told,), look.font(style), look.px(style), high, look.theme.paper)
    return Part((Fill(box, look.theme.ink, look.u(8)), text), (), box)
