"""Panels over any screen: transcript, case file, pause, leaving the room, all keys, a sentence about trouble.

Each is a screen that keeps the one beneath and gives it back; it shows that one's picture without its hits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.screens.intents import Become, Copy, GoTo, Intent, Leave
from game.screens.screen import Screen
from game.ui.box import Box
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Hit, Part
from game.ui.keymap import Action, key_words, on_pad
from game.ui.look import Look
from game.ui.pages import dialog
from game.ui.parts import Maker, flow, flow_right, stack
from game.ui.theme import BODY, LABEL, STRONG, Style
from game.ui.widgets import button, keycap, words

SEEN = Style(19, italic=True)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One entry of the transcript."""

    who: str
    """Empty for what was seen, not said."""
    text: str
    pose: str = ""


def _closes(act: Act) -> bool:
    return isinstance(act, Activate) and act.name in ("close", "stay", "resume")


def _close_button(look: Look, name: str = "close", text: str = "Close", screen: str = "overlay") -> Maker:
    return lambda b: button(look, b, name, text, kind="primary", key=look.key(name, screen))


@dataclass(frozen=True, slots=True)
class TranscriptPage:
    """Everything that was said so far."""

    under: Screen
    title: str
    spoken: tuple[Spoken, ...]

    def view(self, look: Look, t: float) -> Frame:
        makers = [_entry(look, number, entry) for number, entry in enumerate(self.spoken)]
        return dialog(
            look,
            self.under.view(look, t),
            "Transcript",
            lambda b: stack(b, look.u(12), *makers),
            lambda b: flow_right(b, look.u(16), lambda c: button(look, c, "copy", "Copy"), _close_button(look)),
            entry="close",
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        if _closes(act) or act == Activate("transcript"):
            return Become(self.under)
        return Copy(self.text()) if act == Activate("copy") else None

    def text(self) -> str:
        """The transcript as plain text, one entry per line."""
        return "\n".join(f"{entry.who}: {entry.text}" if entry.who else f"[{entry.text}]" for entry in self.spoken)


def _entry(look: Look, number: int, entry: Spoken) -> Maker:
    """Speaker and words side by side; what was seen stands in italics."""

    def make(box: Box) -> Part:
        wide = min(look.em(6), box.w * 0.24)
        colour = look.theme.dusk if entry.who == "You" else look.theme.teal
        who = words(look, box.wide(wide), entry.who, LABEL, colour=colour).silent()
        beside = Box(box.x + wide + look.u(12), box.y, box.w - wide - look.u(12), 0)
        text = f"{entry.who}: {entry.text}" if entry.who else entry.text
        style = BODY if entry.who else SEEN
        said = words(
            look, beside, entry.text, style, colour="" if entry.who else look.theme.quiet, name=f"said/{number}"
        )
        hits = tuple(_renamed(hit, text) for hit in said.hits)
        return Part((*who.orders, *said.orders), hits, box.tall(max(who.box.h, said.box.h)))

    return make


def _renamed(hit: Hit, label: str) -> Hit:
    return replace(hit, label=label)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What was known before the session."""

    under: Screen
    title: str
    blocks: tuple[tuple[str, ...], ...]
    """Paragraphs; the first line of the first block is the heading and is left out here."""

    def view(self, look: Look, t: float) -> Frame:
        lines = [line for block in self.blocks for line in block if line != "Case file"]
        makers = [_paragraph(look, f"case/{number}", line, number == 0) for number, line in enumerate(lines)]
        return dialog(
            look,
            self.under.view(look, t),
            "Case file",
            lambda b: stack(b, look.u(14), *makers),
            lambda b: flow_right(b, look.u(16), _close_button(look)),
            entry="close",
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        return Become(self.under) if _closes(act) or act == Activate("case-file") else None


def _paragraph(look: Look, name: str, text: str, strong: bool = False) -> Maker:
    return lambda b: words(look, b, text, STRONG if strong else BODY, name=name)


@dataclass(frozen=True, slots=True)
class Paused:
    """A rest: nothing moves, nothing is lost."""

    under: Screen

    def view(self, look: Look, t: float) -> Frame:
        told = "Nothing runs on while you rest, and every answer you gave is kept."
        return dialog(
            look,
            self.under.view(look, t),
            "Paused",
            lambda b: words(look, b, told, BODY, name="paused-words"),
            lambda b: flow(
                b,
                look.u(16),
                lambda c: button(look, c, "resume", "Go on", kind="primary", key=look.key("resume", "paused")),
                lambda c: button(look, c, "settings", "Settings"),
                lambda c: button(look, c, "all-keys", "All keys", key=look.key("help")),
                lambda c: button(look, c, "leave", "Leave the room", key=look.key("leave", "session")),
            ),
            entry="resume",
            width=980,
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        match act:
            case Activate("resume"):
                return Become(self.under)
            case Activate("settings"):
                return GoTo("settings")
            case Activate("all-keys" | "help"):
                return Become(AllKeys(self, "session"))
            case Activate("leave"):
                return self.under.wish(Activate("leave"), look)
        return None


@dataclass(frozen=True, slots=True)
class LeaveRoom:
    """The way out, always one key away: said once more, because it ends the session for now."""

    under: Screen
    leaving: Intent

    def view(self, look: Look, t: float) -> Frame:
        told = "You can leave whenever you need to. The session is kept as it is, and you can go on from here later."
        return dialog(
            look,
            self.under.view(look, t),
            "Leave the room?",
            lambda b: words(look, b, told, BODY, name="leave-words"),
            lambda b: flow(
                b,
                look.u(16),
                lambda c: button(look, c, "leave-now", "Leave", kind="primary", key=look.key("leave", "session")),
                lambda c: button(look, c, "stay", "Stay", key=look.key("stay", "leave-room")),
            ),
            entry="leave-now",
            width=760,
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        if act in (Activate("leave-now"), Activate("leave")):
            return self.leaving
        return Become(self.under) if _closes(act) else None


@dataclass(frozen=True, slots=True)
class AllKeys:
    """Every key of a screen, from the keymap."""

    under: Screen
    screen: str
    """The screen's name in the keymap."""

    def view(self, look: Look, t: float) -> Frame:
        own = [action for action in look.keymap.on(self.screen) if action.keys]
        return dialog(
            look,
            self.under.view(look, t),
            "All keys",
            lambda b: stack(b, look.u(8), *(_key_row(look, action) for action in own)),
            lambda b: flow_right(b, look.u(16), _close_button(look)),
            entry="close",
            width=760,
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        return Become(self.under) if _closes(act) or act == Activate("help") else None


def _key_row(look: Look, action: Action) -> Maker:
    """The keys of one action as caps, and what it does; one hit that says both."""

    def make(box: Box) -> Part:
        shown = [key for key in action.keys if not on_pad(key)] or action.keys
        caps = flow(box, look.u(6), *(_cap(look, key) for key in shown))
        beside = Box(box.x + look.em(8), box.y, box.w - look.em(8), 0)
        told = words(look, beside, action.label, BODY, name=f"key/{action.name}")
        keys = " or ".join(key_words(key) for key in shown)
        hits = tuple(_renamed(hit, f"{keys}: {action.label}") for hit in told.hits)
        middle = caps.moved(0, told.box.cy - caps.box.cy)
        return Part((*middle.orders, *told.orders), hits, box.tall(max(caps.box.h, told.box.h)))

    return make


def _cap(look: Look, key: str) -> Maker:
    return lambda b: keycap(look, b, key)


@dataclass(frozen=True, slots=True)
class Message:
    """A few sentences, and the way back."""

    under: Screen
    title: str
    sentences: tuple[str, ...]

    def view(self, look: Look, t: float) -> Frame:
        makers = [_paragraph(look, f"message/{number}", text) for number, text in enumerate(self.sentences)]
        return dialog(
            look,
            self.under.view(look, t),
            self.title,
            lambda b: stack(b, look.u(12), *makers),
            lambda b: flow_right(b, look.u(16), _close_button(look, text="Go on")),
            entry="close",
            width=820,
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        return Become(self.under) if _closes(act) else None


@dataclass(frozen=True, slots=True)
class Trouble:
    """One sentence about something that did not work."""

    sentence: str
    under: Screen

    def view(self, look: Look, t: float) -> Frame:
        kept = "Nothing you said is gone. What could not be kept yet is tried again with your next step."
        return Message(self.under, "That did not work", (self.sentence, kept)).view(look, t)

    def wish(self, act: Act, look: Look) -> Intent | None:
        return Become(self.under) if _closes(act) else None


@dataclass(frozen=True, slots=True)
class Unkept:
    """The way out while the last answers cannot be kept: what it would cost, and the choice."""

    sentence: str
    under: Screen

    def view(self, look: Look, t: float) -> Frame:
        told = "If you leave now, the answers that could not be kept are lost."
        makers = [_paragraph(look, f"unkept/{number}", text) for number, text in enumerate((self.sentence, told))]
        return dialog(
            look,
            self.under.view(look, t),
            "Not kept yet",
            lambda b: stack(b, look.u(12), *makers),
            lambda b: flow(
                b,
                look.u(16),
                lambda c: button(look, c, "try-to-leave", "Try again", kind="primary"),
                lambda c: button(look, c, "stay", "Stay", key=look.key("stay", "leave-room")),
                lambda c: button(look, c, "leave-anyway", "Leave without them"),
            ),
            entry="try-to-leave",
            width=820,
        )

    def wish(self, act: Act, look: Look) -> Intent | None:
        match act:
            case Activate("try-to-leave"):
                return Leave()
            case Activate("leave-anyway"):
                return Leave(anyway=True)
        return Become(self.under) if _closes(act) else None
