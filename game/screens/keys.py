"""Keys: every action with its keys, under the places where it holds; single letters on or off; all as it came.

What one action may have, and the waiting for a new key, are `keys_one`; the rules are the table's own (`remap`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.screens.intents import Become, Intent, Rekey
from game.screens.keys_one import OneKey
from game.screens.screen import Screen
from game.ui import remap
from game.ui.box import Box
from game.ui.choices import segmented
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Hit, Part, frame_of
from game.ui.keymap import Action, Keymap, key_words, single
from game.ui.look import Look
from game.ui.orders import Fill
from game.ui.pages import FootKey, footer, footer_height, ground, page_room
from game.ui.parts import Maker, flow, flow_right, row, scroll_area, space, stack, together
from game.ui.theme import BODY, CAPTION, LABEL, PAGE_TITLE, RADIUS_BUTTON, SECTION_TITLE
from game.ui.widgets import button, card, heading, keycap, ring, words

ABOUT = (
    "Choose an action, then press the key it shall have. The pointer always works, whatever the keys are, "
    "and everything can be put back here."
)
LETTERS = (("on", "On"), ("off", "Off"))
LETTERS_TOLD = (
    "Off: a letter, digit or sign by itself does nothing but write. For those who speak to their computer, or whose "
    "hands touch keys they do not mean."
)
RESTORED = "All keys are as they came."
WIDE = 74.0
"""Ems of the window from which the groups stand in two columns."""


@dataclass(frozen=True, slots=True)
class KeysPage:
    """The state of the page: where it goes back to, and what it has just told."""

    under: Screen
    at: str = ""
    """The action that was changed last; the focus comes back to it."""
    told: str = ""

    def view(self, look: Look, t: float) -> Frame:
        """The page."""
        room, _ = look.box.from_top(look.box.h - footer_height(look))
        page = scroll_area(look, page_room(look, room), "main", lambda box: self._page(look, box))
        foot = footer(look, "settings", (FootKey("press", "change", ("press",), shown_only=True), FootKey("back")))
        frame = frame_of(look.size, ground(look) + page + foot, "Keys")
        first = f"action/{self.at}" if self.at else "back"
        return replace(frame, initial=first, entry=first, live=(self.told,) if self.told else ())

    def wish(self, act: Act, look: Look) -> Intent | None:
        """An action to change, a change of all, or the way back."""
        match act:
            case Activate("back"):
                return Become(self.under)
            case Activate("restore-all"):
                return Rekey(Keymap(letters=look.keymap.letters), replace(self, told=RESTORED))
            case Activate("set/letters/on" | "set/letters/off" as chosen):
                return Rekey(replace(look.keymap, letters=chosen.endswith("on")), replace(self, told=""))
            case Activate(name) if name.startswith("action/"):
                action = name.removeprefix("action/")
                return Become(OneKey(replace(self, at=action, told=""), action))
        return None

    def shown_with(self, told: str) -> KeysPage:
        """The page with a sentence about what was changed."""
        return replace(self, told=told)

    def _page(self, look: Look, box: Box) -> Part:
        told = remap.grouped(look.keymap)
        groups = [_group(look, place, actions) for place, actions in told]
        columns: Maker = lambda b: stack(b, look.u(24), *groups)  # noqa: E731
        if look.ems >= WIDE:
            half = _half([len(actions) for _, actions in told])
            left, right = groups[:half], groups[half:]
            columns = lambda b: row(  # noqa: E731
                b, look.u(24), lambda c: stack(c, look.u(24), *left), lambda c: stack(c, look.u(24), *right)
            )
        return stack(box, look.u(20), *self._head(look), columns, space(look.u(8)))

    def _head(self, look: Look) -> tuple[Maker | None, ...]:
        now = "on" if look.keymap.letters else "off"
        changed = bool(remap.choices(look.keymap))
        told = self.told
        return (
            lambda b: heading(look, b, "Keys", PAGE_TITLE),
            lambda b: words(look, b, ABOUT, BODY, name="about-keys"),
            (lambda b: words(look, b, told, LABEL, colour=look.theme.teal, name="told", role="live")) if told else None,
            lambda b: flow(
                b,
                look.u(16),
                lambda c: button(look, c, "back", "Back to settings", key=look.key("back", "settings")),
                lambda c: button(look, c, "restore-all", "Restore all keys", enabled=changed),
            ),
            lambda b: card(
                look,
                b,
                lambda c: words(look, c, "Single letters and digits", LABEL, name="title/letters"),
                lambda c: words(look, c, LETTERS_TOLD, CAPTION, colour=look.theme.quiet, name="text/letters"),
                lambda c: segmented(look, c, "set/letters", LETTERS, now, label="Single letters and digits"),
                gap=8,
            ),
        )


def _half(rows: list[int]) -> int:
    """How many of the groups make the left column, so that both are about as long."""
    return min(range(1, len(rows) + 1), key=lambda cut: abs(sum(rows[:cut]) - sum(rows[cut:])))


def _group(look: Look, place: str, actions: tuple[Action, ...]) -> Maker:
    rows = (_row(look, action) for action in actions)
    makers = (lambda b: heading(look, b, place, SECTION_TITLE), *rows)
    return lambda b: card(look, b, *makers, gap=6)


def _row(look: Look, action: Action) -> Maker:
    """One action: its name, and its keys as caps; the whole row is pressed."""

    def make(box: Box) -> Part:
        pad = look.u(12)
        inner = box.inset(pad, look.u(8))
        name = words(look, inner.wide(inner.w * 0.42), action.label[:1].upper() + action.label[1:], BODY)
        rest = Box(inner.x + inner.w * 0.45, inner.y, inner.w * 0.55, inner.h)
        caps = flow_right(rest, look.u(6), *(_cap(look, key) for key in action.keys))
        high = max(name.box.h, caps.box.h, look.target - 2 * look.u(8))
        took = box.tall(high + 2 * look.u(8))
        placed = [part.moved(0, took.cy - part.box.cy) for part in (name, caps)]
        hit = _hit(look, action, took)
        drawn = together(placed).orders
        return Part((*_touched(look, hit), *drawn, *ring(look, took, hit.name)), (hit,), took)

    return make


def _hit(look: Look, action: Action, box: Box) -> Hit:
    off = [key for key in action.keys if single(key)] if not look.keymap.letters else []
    value = " or ".join(key_words(key) for key in action.keys) or "no key"
    told = f"{' and '.join(off)} off" if off else ""
    return Hit(f"action/{action.name}", box, "button", action.label, value=value, description=told)


def _touched(look: Look, hit: Hit) -> tuple[Fill, ...]:
    touched = hit.name in (look.hover, look.pressed)
    return (Fill(hit.box, look.theme.selected, look.u(RADIUS_BUTTON)),) if touched else ()


def _cap(look: Look, key: str) -> Maker:
    """A key as a cap; in brackets where single letters are off."""
    off = single(key) and not look.keymap.letters
    return lambda b: keycap(look, b, f"({key})" if off else key)
