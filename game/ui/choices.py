"""Widgets that a person answers with: reply, option card, toggle, segmented choice, pill, text field.

They show an answer that the screen keeps; none of them remembers anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.box import Box
from game.ui.frame import Hit, Part
from game.ui.icons import Icon, icon
from game.ui.look import Look
from game.ui.orders import Ellipse, Fill, Order, Stroke, Text
from game.ui.parts import on_panel, together
from game.ui.theme import BODY, CAPTION, LABEL, RADIUS_BUTTON, RADIUS_CARD, REPLY, RING_OUT, STRONG, Style
from game.ui.widgets import badge, keycap, panel, ring, sign_plate, words

PILL = Style(18, 600, leading=1.3)
LETTERS = "ABCDEFGH"


def reply_height(look: Look, width: float, text: str) -> float:
    """Height a reply card needs, px."""
    pad, side = look.u(24), _badge_side(look)
    return max(side, look.height(text, REPLY, width - 2 * pad - side - look.u(24))) + 2 * look.u(14)


def reply(look: Look, box: Box, name: str, letter: str, text: str, *, key: str = "", place: str = "") -> Part:
    """One reply as a card: letter and full sentences, as high as the box. `place` is "2 of 4", read after the words."""
    pad, side = look.u(24), _badge_side(look)
    words_box = Box(box.x + pad + side + look.u(24), box.y, box.w - 2 * pad - side - look.u(24), box.h)
    high = look.height(text, REPLY, words_box.w)
    inner = words(look, Box(words_box.x, box.cy - high / 2, words_box.w, high), text, REPLY)
    sign = badge(look, Box(box.x + pad, box.cy - side / 2, side, side), letter)
    body = panel(look, box, colour=look.theme.selected if name in (look.hover, look.pressed) else "")
    hit = Hit(name, box, "choice", text, value=f"Reply {letter}", description=place, key=key)
    return Part((body, *sign.orders, *inner.orders, *ring(look, box, name, RADIUS_CARD)), (hit,), box)


def _badge_side(look: Look) -> float:
    return max(look.u(44), look.px(BODY) * 1.9)


def option_card(
    look: Look, box: Box, name: str, title: str, text: str, *, what: str = "", key: str = "", selected: bool = False
) -> Part:
    """One of a few answers with a sign, a title and a line; `box.h` is its least height. `what` is a key of TAGS."""
    lay = _option_across if box.w > look.em(19) and what else _option_down
    at_right = _at_right(look, box.inset(look.u(20)), key, selected)
    inside = lay(look, box.inset(look.u(20)), title, text, what, at_right)
    took = box.tall(max(box.h, inside.box.h + 2 * look.u(20)))
    body = _answer_panel(look, took, name, selected)
    hit = Hit(name, took, "choice", title, description=text, key=key, selected=selected)
    return Part((body, *inside.orders, *ring(look, took, name, RADIUS_CARD)), (hit,), took)


def _option_down(look: Look, box: Box, title: str, text: str, what: str, cap: Part) -> Part:
    """Sign and key in one line, the words under them."""
    sign = sign_plate(look, box, what) if what else Part(box=box.tall(0))
    top = max(sign.box.bottom, cap.box.bottom) + look.u(14)
    told = _option_words(look, Box(box.x, top, box.w, 0), title, text)
    return (sign + cap + told).boxed(box.tall(told.box.bottom - box.y))


def _option_across(look: Look, box: Box, title: str, text: str, what: str, cap: Part) -> Part:
    """Sign, words and key side by side, where the card is wide."""
    sign = sign_plate(look, box, what)
    left = sign.box.right + look.u(20)
    told = _option_words(look, Box(left, box.y, max(look.em(4), cap.box.x - look.u(12) - left), 0), title, text)
    return (sign + cap + told).boxed(box.tall(max(told.box.h, sign.box.h)))


def _at_right(look: Look, box: Box, key: str, selected: bool) -> Part:
    """The key of an answer, and a tick before it when it is the answer; the tick's room is always kept."""
    cap = keycap(look, box, key) if key else Part(box=Box(box.x, box.y, 0, look.px(BODY) * 1.4))
    cap = cap.moved(box.right - cap.box.right, 0)
    side = look.px(BODY) * 1.1
    spot = Box(cap.box.x - look.u(10) - side, cap.box.cy - side / 2, side, side)
    tick: tuple[Order, ...] = (icon("tick", spot, look.theme.teal, 2.8),) if selected else ()
    return Part((*tick, *cap.orders), (), cap.box.around(spot))


def _option_words(look: Look, box: Box, title: str, text: str) -> Part:
    head = words(look, box, title, STRONG)
    more = words(look, Box(box.x, head.box.bottom + look.u(2), box.w, 0), text, CAPTION, colour=look.theme.quiet)
    return (head + more).boxed(box.tall(more.box.bottom - box.y))


def _answer_panel(look: Look, box: Box, name: str, selected: bool) -> Fill:
    """An outlined card: tinted and with a heavier edge when it is the answer."""
    theme = look.theme
    touched = name in (look.hover, look.pressed)
    width = max(2.5, look.u(3)) if selected else theme.edge_width * max(1.0, look.unit)
    colour = theme.selected if selected or touched else theme.paper
    return Fill(box, colour, look.u(RADIUS_CARD), theme.teal if selected else theme.edge, width)


def pill(look: Look, box: Box, name: str, text: str, *, selected: bool = False, key: str = "") -> Part:
    """A toggle as a pill, with a tick when it is on; as wide as its words."""
    high, pad = max(look.u(42), look.px(PILL) * 2.1, 26.0), look.px(PILL) * 0.95
    mark = look.px(PILL) * 1.3 if selected else 0.0
    wide = look.measure(text, PILL)[0] + 2 * pad + mark
    took = Box(box.x, box.y, wide, high)
    theme = look.theme
    colour = theme.selected if selected or name in (look.hover, look.pressed) else theme.paper
    edge_width = max(2.0, look.u(2.2)) if selected else theme.edge_width * max(1.0, look.unit)
    orders: tuple[Order, ...] = (Fill(took, colour, high / 2, theme.teal if selected else theme.edge, edge_width),)
    if selected:
        orders += (
            icon("tick", Box(took.x + pad - look.u(4), took.cy - mark * 0.4, mark * 0.8, mark * 0.8), theme.teal, 2.6),
        )
    line = look.line(PILL)
    spot = Box(took.x + pad + mark, took.cy - line / 2, wide, line)
    orders += (Text(spot, (text,), look.font(PILL), look.px(PILL), line, theme.ink),)
    hit = Hit(name, took, "toggle", text, key=key, selected=selected)
    return Part((*orders, *ring(look, took, name, high / 2 / max(look.unit, 0.01))), (hit,), took)


def toggle(look: Look, box: Box, name: str, title: str, text: str, on: bool, *, key: str = "") -> Part:
    """A setting that is on or off: words on the left, a switch with the word on the right; the whole row is pressed."""
    width, high = look.px(BODY) * 3.5, look.px(BODY) * 1.85
    state = "on" if on else "off"
    state_wide = look.measure(state, LABEL)[0] + look.u(16)
    inner = box.wide(max(0.0, box.w - width - state_wide - look.u(16)))
    head = words(look, inner, title, STRONG)
    more = words(look, Box(inner.x, head.box.bottom, inner.w, 0), text, CAPTION, colour=look.theme.quiet)
    took = box.tall(max(head.box.h + more.box.h, look.target))
    switch = _switch(look, Box(box.right - width, took.cy - high / 2, width, high), on)
    line = look.line(LABEL)
    told = words(
        look,
        Box(box.right - width - state_wide, took.cy - line / 2, state_wide, line),
        state,
        LABEL,
        colour=look.theme.quiet,
    )
    hit = Hit(name, took, "toggle", title, value=state, description=text, key=key, selected=on)
    orders = (*head.orders, *more.orders, *told.orders, *switch, *ring(look, took.grown(look.u(4)), name))
    return Part(orders, (hit,), took)


def _switch(look: Look, box: Box, on: bool) -> tuple[Order, ...]:
    theme, pad = look.theme, box.h * 0.14
    track = Fill(
        box,
        theme.primary if on else theme.tint_plain,
        box.h / 2,
        theme.edge if not on else "",
        0 if on else theme.edge_width,
    )
    side = box.h - 2 * pad
    knob = Box(box.right - pad - side if on else box.x + pad, box.y + pad, side, side)
    orders: tuple[Order, ...] = (track, Ellipse(knob, theme.on_primary if on else theme.edge))
    if on:
        orders += (
            icon("tick", Box(box.x + pad * 1.6, box.cy - side * 0.3, side * 0.6, side * 0.6), theme.on_primary, 2.8),
        )
    return orders


def segmented(
    look: Look, box: Box, name: str, choices: Sequence[tuple[str, str]], chosen: str, *, label: str = ""
) -> Part:
    """One of a few short answers side by side (under each other when they do not fit). Hits are `name/value`."""
    style, pad = PILL, _segment_pad(look)
    least = max(look.measure(text, style)[0] for _, text in choices) + look.px(style) * 1.2 + 2 * pad
    across = least * len(choices) <= box.w
    high = max(look.target, look.px(style) * 2.2 + 2 * pad)
    took = box.tall(high if across else high * len(choices))
    cells = took.columns(len(choices)) if across else took.rows(len(choices))
    body = Fill(took, look.theme.tint_plain, look.u(RADIUS_BUTTON), look.theme.edge, look.theme.edge_width)
    parts = (
        _segment(look, c, f"{name}/{v}", text, v == chosen, label) for c, (v, text) in zip(cells, choices, strict=True)
    )
    return on_panel(together(parts), body)


def _segment_pad(look: Look) -> float:
    """Between a segment's side and its fill: the focus ring stands there, on nothing but the plain ground."""
    return max(3.0, look.u(RING_OUT)) + 1.0


def _segment(look: Look, box: Box, name: str, text: str, chosen: bool, label: str) -> Part:
    theme, line = look.theme, look.line(PILL)
    touched = name in (look.hover, look.pressed)
    body: tuple[Order, ...] = ()
    filled = box.inset(_segment_pad(look))
    if chosen or touched:
        body = (Fill(filled, theme.primary if chosen else theme.selected, look.u(9)),)
    ink = theme.on_primary if chosen else theme.ink
    told = Text(
        Box(box.x, box.cy - line / 2, box.w, line), (text,), look.font(PILL), look.px(PILL), line, ink, "centre"
    )
    hit = Hit(name, box, "choice", text, description=label, selected=chosen)
    return Part((*body, told, *ring(look, filled, name, 9)), (hit,), box)


def rail_entry(look: Look, box: Box, name: str, sign: Icon, text: str, *, here: bool, key: str = "") -> Part:
    """One place in the rail: sign and word, tinted with a bar when it is where you are."""
    theme, line = look.theme, look.line(STRONG)
    took = box.tall(max(look.target, line + look.u(22)))
    ink = theme.teal if here else theme.ink
    body: tuple[Order, ...] = ()
    if here or name in (look.hover, look.pressed):
        body = (Fill(took, theme.tint_teal if here else theme.selected, look.u(10)),)
    if here:
        body += (Fill(Box(took.x, took.y + took.h * 0.18, max(3.0, look.u(4)), took.h * 0.64), theme.teal, look.u(2)),)
    side = look.px(STRONG) * 1.35
    mark = icon(sign, Box(took.x + look.u(20), took.cy - side / 2, side, side), ink, 2.0)
    spot = Box(took.x + look.u(20) + side + look.u(13), took.cy - line / 2, took.w, line)
    told = Text(spot, (text,), look.font(STRONG), look.px(STRONG), line, ink)
    hit = Hit(name, took, "tab", text, key=key, selected=here)
    return Part((*body, mark, told, *ring(look, took, name, 10)), (hit,), took)


def field(look: Look, box: Box, name: str, label: str, text: str, *, hint: str = "", least: int = 3) -> Part:
    """A text field of several lines with a caret; as high as its text, at least `least` lines or the box."""
    pad, line = look.u(18), look.line(BODY)
    inner = box.inset(pad)
    rows = look.wrap(text, BODY, inner.w) if text else ()
    took = box.tall(max(box.h, max(least, len(rows)) * line + 2 * pad))
    focused, theme = look.focus == name, look.theme
    edge = theme.focus if focused else theme.edge
    body = Fill(took, theme.paper, look.u(RADIUS_BUTTON), edge, max(2.5, look.u(3)) if focused else theme.edge_width)
    told = words(look, inner, text or hint, BODY, colour=theme.ink if text else theme.quiet)
    caret = _caret(look, inner, text, rows) if focused else ()
    hit = Hit(name, took, "field", label, value=text, description="" if text else hint)
    return Part((body, *told.orders, *caret, *ring(look, took, name)), (hit,), took)


def _caret(look: Look, box: Box, text: str, rows: tuple[str, ...]) -> tuple[Order, ...]:
    row, before = caret_place(text, rows, look.caret)
    x = box.x + (look.measure(before, BODY)[0] if before else 0.0) + 1
    y = box.y + row * look.line(BODY) + look.px(BODY) * 0.2
    return (Stroke(((x, y), (x, y + look.px(BODY) * 1.15)), look.theme.ink, max(1.5, look.u(2))),)


def caret_place(text: str, rows: tuple[str, ...], caret: int) -> tuple[int, str]:
    """(row, what stands before the caret in it) for a caret after `caret` letters of the unwrapped text."""
    at = 0
    for number, row in enumerate(rows):
        while at < len(text) and row and text[at] != row[0]:
            at += 1
        if caret <= at + len(row):
            return number, row[: max(0, caret - at)]
        at += len(row)
        if at < len(text) and text[at] == "\n" and caret > at:
            at += 1
    tail = text[at:caret].replace("\n", "") if rows else ""
    return max(0, len(rows) - 1), (rows[-1] if rows else "") + tail
