"""The Look: everything a view may depend on besides its own state, and the measuring of text.

It holds no state of the program and does not draw; `attention` keeps focus, hover and scrolling and lends them here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from game.ui.box import Box
from game.ui.keymap import Keymap
from game.ui.motion import Motion
from game.ui.orders import Font
from game.ui.theme import LIGHT, Family, Style, Theme

WIDE, HIGH = 1920.0, 1080.0
LEAST = (1024, 600)
NARROW_EMS = 56.0
LINE_EMS = 33.0
"""Ems of a line of wrapped text at most, about 70 letters: longer ones are hard to follow to the next (WCAG 1.4.8)."""
TEXT_STEPS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Sizes of text on offer, in the settings and by keys; 1.0 is 100 %."""

SCAN_STEPS = (0.5, 1.0, 1.5, 2.0, 3.0, 5.0)
"""s per stop on offer when one switch does everything."""


class Measurer(Protocol):
    """Knows how wide words are; hashable, for what was wrapped is remembered per measurer."""

    def __hash__(self) -> int: ...

    def width(self, text: str, font: Font, size: float) -> float:
        """px of one line of `text` in `font` at `size` px; 0 for the empty string."""


@dataclass(frozen=True, slots=True)
class PlainMeasurer:
    """Every letter half an em wide: the same everywhere, for tests without a display."""

    def width(self, text: str, font: Font, size: float) -> float:
        return len(text) * size * (0.54 if font.weight >= 600 else 0.5)


@dataclass(frozen=True, slots=True)
class Look:
    """How the program looks right now, for one person at one window."""

    size: tuple[int, int] = (1920, 1080)
    """Width and height of the window, px."""
    text_scale: float = 1.0
    """1.0 to 2.0, chosen by the person."""
    theme: Theme = LIGHT
    motion: Motion = "full"
    family: Family = "atkinson"
    scan: float = 0.0
    """s that the focus rests at each stop when it moves by itself, for one switch; 0: it does not."""
    keymap: Keymap = field(default_factory=Keymap)
    measurer: Measurer = field(default_factory=PlainMeasurer)
    """Compared too: what is kept of a picture holds only for letters of that width."""
    focus: str = ""
    """Name of the hit that has the keyboard."""
    keyboard: bool = False
    """Whether the focus ring shows: the last thing used was the keyboard."""
    hover: str = ""
    pressed: str = ""
    caret: int = 0
    """Place of the caret in the focused field, in letters."""
    offsets: tuple[tuple[str, float], ...] = ()
    """(region, px): how far each region is scrolled."""
    now: float = field(default=0.0, compare=False)
    """The t of this moment, s: for `wish`, which has no t of its own. Views use their t."""

    @property
    def box(self) -> Box:
        """The whole window."""
        return Box(0, 0, float(self.size[0]), float(self.size[1]))

    @property
    def unit(self) -> float:
        """px of the window per px of a 1920x1080 picture."""
        return min(self.size[0] / WIDE, self.size[1] / HIGH)

    def u(self, px: float) -> float:
        """A distance of `px` at 1920x1080, scaled to this window; it does not grow with the text."""
        return px * self.unit

    def px(self, style: Style | float) -> float:
        """The em of a style in px: scaled with window and text size, never under a legible floor (15 at 100 %)."""
        size = style if isinstance(style, (int, float)) else style.size
        floor = min(size, 15.0 + 0.2 * max(0.0, size - 15.0))
        return max(size * self.unit, floor) * self.text_scale

    def em(self, count: float) -> float:
        """A distance that grows with the text: `count` ems of the body size."""
        return count * self.px(20.0)

    def line(self, style: Style) -> float:
        """Height of one line, px."""
        return self.px(style) * style.leading

    @property
    def ems(self) -> float:
        """How many body ems fit across the window: about 96 at 1080p, 62 at 1024x600, 31 there at 200 %."""
        return self.size[0] / self.px(20.0)

    @property
    def narrow(self) -> bool:
        """Whether screens should stand in one column and scroll."""
        return self.ems < NARROW_EMS

    @property
    def target(self) -> float:
        """Least side of something that can be pressed, px: never under 40, larger with the text."""
        return max(40.0, self.u(48)) * (1 + (self.text_scale - 1) * 0.4)

    def font(self, style: Style) -> Font:
        """The cut for a style in the chosen family. Heavy weights only where the family has them."""
        if self.family == "opendyslexic":
            return Font("opendyslexic", 700 if style.weight >= 600 else 400, style.italic)
        if style.serif:
            return Font("newsreader", 500, style.italic)
        if self.theme.name == "contrast" and style.weight == 400 and not style.italic:
            return Font("atkinson", 500)
        return Font("atkinson", 400 if style.italic else style.weight, style.italic)

    def measure(self, text: str, style: Style) -> tuple[float, float]:
        """Width and height of one line, px."""
        return self.measurer.width(text, self.font(style), self.px(style)), self.line(style)

    def wrap(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """The lines of a text, at most `width` px and LINE_EMS wide. A wider word is broken, newlines are kept."""
        em = self.px(style)
        return _wrap(self.measurer, text, self.font(style), em, max(min(width, LINE_EMS * em), em))

    def height(self, text: str, style: Style, width: float) -> float:
        """Height of a wrapped text, px."""
        return len(self.wrap(text, style, width)) * self.line(style)

    def offset(self, region: str) -> float:
        """How far a region is scrolled, px."""
        return next((px for name, px in self.offsets if name == region), 0.0)

    def ringed(self, name: str) -> bool:
        """Whether this hit shows the focus ring."""
        return self.keyboard and self.focus == name

    def key(self, action: str, screen: str = "") -> str:
        """The key shown for an action."""
        return self.keymap.key(action, screen)

    def scaled(self, text_scale: float) -> Look:
        """The same look with another text size, kept within 100 and 200 %."""
        return replace(self, text_scale=min(2.0, max(1.0, text_scale)))


@lru_cache(maxsize=2048)
def _wrap(measurer: Measurer, text: str, font: Font, size: float, width: float) -> tuple[str, ...]:
    parts = curly(text).split("\n")
    return tuple(line for part in parts for line in _wrap_line(measurer, part, font, size, width))


def curly(text: str) -> str:
    """The text with typographic quotes and apostrophes, letter for letter: authors type straight ones."""
    if "'" not in text and '"' not in text:
        return text
    opened = re.sub(r"""(?<![^\s(\[—–-])(['"])(?=\S)""", lambda m: "“" if m[1] == '"' else "‘", text)
    return opened.replace('"', "”").replace("'", "’")


def _wrap_line(measurer: Measurer, text: str, font: Font, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measurer.width(longer, font, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(measurer, word, font, size, width)
        lines += whole
    return [*lines, line]


def _broken(measurer: Measurer, word: str, font: Font, size: float, width: float) -> list[str]:
    """The word in pieces that fit; one piece for nearly every word."""
    pieces: list[str] = []
    while len(word) > 1 and measurer.width(word, font, size) > width:
        cut = max(1, next((n for n in range(len(word) - 1, 0, -1) if measurer.width(word[:n], font, size) <= width), 1))
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]
