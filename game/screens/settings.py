"""Settings: text size, theme, letters, motion and sound, each shown at once; and where the data lie.

It keeps nothing: every change is a wish, and the Look that comes back shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.screens.intents import Become, Change, GoTo, Intent
from game.screens.keys import KeysPage
from game.ui.box import Box
from game.ui.choices import segmented
from game.ui.events import Act, Activate, Aloud
from game.ui.frame import Frame, Part, frame_of
from game.ui.keymap import key_words, on_pad
from game.ui.look import SCAN_STEPS, TEXT_STEPS, Look
from game.ui.pages import FootKey, footer, ground, page_room, rail
from game.ui.parts import Maker, row, scroll_area, space, stack
from game.ui.theme import BODY, CAPTION, LABEL, PAGE_TITLE, REPLY, SECTION_TITLE
from game.ui.widgets import button, card, divider, heading, words

RATES = (0.75, 1.0, 1.5, 2.0, 2.5)
"""Speeds of reading aloud, times the usual one; those who live by ear listen fast."""
PITCHES = (0.25, 0.5, 0.75)
SPEEDS = tuple((str(rate), f"{round(rate * 100)} %") for rate in RATES)
HEIGHTS = tuple(zip(map(str, PITCHES), ("Low", "Middle", "High"), strict=True))
SOUND = (("off", "Off"), ("on", "On"))
KEYS = "Every action can have another key, or another button of a gamepad."
SCANNING = (
    "The ring moves by itself, this many seconds at each stop. {keys}, any button of a gamepad or any press of "
    "the pointer presses what has it."
)
SCAN = (("off", "Off"), *((f"{step:g}", f"{step:g} s") for step in SCAN_STEPS))
LOCAL = "Nothing leaves this computer unless you send it."
TEXT = tuple((str(scale), f"{round(scale * 100)} %") for scale in TEXT_STEPS)


@dataclass(frozen=True, slots=True)
class Settings:
    """The state of the settings page."""

    records: str
    """Where answers are kept, as a path; empty: nowhere, they are lost when the window closes."""
    sound: bool = False
    aloud: Aloud = field(default_factory=Aloud)
    """How the screen is read aloud."""

    def view(self, look: Look, t: float) -> Frame:
        """The page."""
        body, room = rail(look, "settings")
        inner = page_room(look, room)
        page = scroll_area(look, inner, "main", lambda box: self._page(look, box))
        foot = footer(
            look, "settings", (FootKey("text-bigger"), FootKey("text-smaller"), FootKey("theme"), FootKey("back"))
        )
        return frame_of(look.size, ground(look) + body + page + foot, "Settings")

    def wish(self, act: Act, look: Look) -> Intent | None:
        """A change, or a way out."""
        match act:
            case Activate("back"):
                return GoTo("library")
            case Activate(name) if name.startswith("go/"):
                return GoTo(name.removeprefix("go/"))  # type: ignore[arg-type]
            case Activate(name) if name.startswith("set/"):
                _, setting, value = name.split("/", 2)
                return Change(setting, value)
            case Activate("keys"):
                return Become(KeysPage(self))
        return None

    def _page(self, look: Look, box: Box) -> Part:
        choices: Maker = lambda b: card(look, b, *self._choices(look), pad=36, gap=22)  # noqa: E731
        told: Maker = lambda b: card(look, b, *self._data(look), pad=36, gap=10)  # noqa: E731
        read: Maker = lambda b: card(look, b, *self._aloud(look), pad=36, gap=22)  # noqa: E731
        title: Maker = lambda b: heading(look, b, "Settings", PAGE_TITLE)  # noqa: E731
        hands: Maker = lambda b: card(look, b, *self._hands(look), pad=36, gap=22)  # noqa: E731
        if look.ems < 72:
            return stack(box, look.u(24), title, choices, read, hands, told, space(look.u(8)))
        left: Maker = lambda b: stack(b, look.u(24), choices, read)  # noqa: E731
        right: Maker = lambda b: stack(b, look.u(24), hands, told)  # noqa: E731
        return stack(box, look.u(24), title, lambda b: row(b, look.u(24), left, right, shares=(2, 1)), space(look.u(8)))

    def _choices(self, look: Look) -> tuple[Maker, ...]:
        scan = f"{look.scan:g}" if look.scan else "off"
        motion = (("full", "Full"), ("reduced", "Reduced"), ("none", "None"))
        fonts = (("atkinson", "Atkinson Hyperlegible"), ("opendyslexic", "OpenDyslexic"))
        themes = (("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
        return (
            _choice(look, "text", "Text size", "Everything grows, and pages scroll.", TEXT, _scale(look)),
            lambda b: divider(look, b),
            _choice(look, "theme", "Theme", "By day, by lamp, or with the strongest edges.", themes, look.theme.name),
            lambda b: divider(look, b),
            _choice(look, "font", "Letters", "OpenDyslexic has heavier feet.", fonts, look.family),
            lambda b: divider(look, b),
            _choice(
                look, "motion", "Motion", "Reduced: faces change at once, and nobody breathes.", motion, look.motion
            ),
            lambda b: divider(look, b),
            _choice(look, "sound", "Sound", "A quiet tap with each reply, and never a meaning.", SOUND, self._on),
            lambda b: divider(look, b),
            _choice(look, "scan", "Scanning with one switch", _switch(look), SCAN, scan),
            lambda b: divider(look, b),
            lambda b: _sample(look, b),
        )  # fmt: skip

    def _aloud(self, look: Look) -> tuple[Maker, ...]:
        """Self-voicing: for those who do not see the screen well and have no screen reader."""
        keys = {name: key_words(look.key(f"aloud/{name}")) for name in ("everything", "again", "stop")}
        text = (
            f"By a voice of this computer; {key_words(look.key('aloud'))} turns it on and off on every screen. "
            f"{keys['everything']} reads everything, {keys['again']} says it again, {keys['stop']} stops."
        )
        on, positions = ("on" if one else "off" for one in (self.aloud.on, self.aloud.positions))
        rate, pitch = str(self.aloud.tone.rate), str(self.aloud.tone.pitch)
        return (
            _choice(look, "aloud", "Read aloud", text, SOUND, on),
            lambda b: divider(look, b),
            _choice(look, "aloud-rate", "Speed", "How fast it speaks.", SPEEDS, rate),
            lambda b: divider(look, b),
            _choice(look, "aloud-pitch", "Pitch", "How high it speaks.", HEIGHTS, pitch),
            lambda b: divider(look, b),
            _choice(look, "aloud-positions", "Positions", "Whether it adds “2 of 4” to a choice.", SOUND, positions),
        )

    @property
    def _on(self) -> str:
        return "on" if self.sound else "off"

    def _hands(self, look: Look) -> tuple[Maker, ...]:
        return (
            lambda b: heading(look, b, "Keys", SECTION_TITLE),
            lambda b: words(look, b, KEYS, CAPTION, colour=look.theme.quiet, name="text/keys"),
            lambda b: button(look, b, "keys", "Change keys"),
        )

    def _data(self, look: Look) -> tuple[Maker, ...]:
        kept = f"Your answers are kept in {self.records}" if self.records else "Your answers are not being kept."
        return (
            lambda b: heading(look, b, "Your data", SECTION_TITLE),
            lambda b: words(look, b, kept, BODY, name="records"),
            lambda b: words(
                look,
                b,
                LOCAL,
                CAPTION,
                colour=look.theme.quiet,
                name="local",
            ),
        )


def _switch(look: Look) -> str:
    keys = (key for name in ("press", "mark") for key in look.keymap.keys(name) if not on_pad(key))
    return SCANNING.format(keys=", ".join(map(key_words, keys)))


def _scale(look: Look) -> str:
    return min(TEXT, key=lambda pair: abs(float(pair[0]) - look.text_scale))[0]


def _choice(look: Look, setting: str, title: str, text: str, values: tuple[tuple[str, str], ...], now: str) -> Maker:
    return lambda box: stack(
        box, look.u(8),
        lambda b: words(look, b, title, LABEL, name=f"title/{setting}"),
        lambda b: words(look, b, text, CAPTION, colour=look.theme.quiet, name=f"text/{setting}"),
        lambda b: segmented(look, b, f"set/{setting}", values, now, label=title),
    )  # fmt: skip


def _sample(look: Look, box: Box) -> Part:
    text = "This is how a reply will look: “You said that quickly. I'd like to hear the slower answer too.”"
    return words(look, box, text, REPLY, name="sample")
