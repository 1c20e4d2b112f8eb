"""Colours, type and measures as named tokens, in a light, a dark and a high-contrast theme.

It does not know sizes of windows (that is `look`) and draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark", "contrast"]
Family = Literal["atkinson", "opendyslexic"]
Mark = Literal["teal", "clay", "sage", "dusk", "plain"]
"""What a tint stands for: action, rupture or warning, repair, reflection, nothing."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each `#RRGGBB`. Text and mark colours hold 4.5:1 on paper, ground and their own tint."""

    name: ThemeName
    ground: str
    ground_lit: str
    """Where the light falls on the ground: the left end of its wash."""
    paper: str
    ink: str
    quiet: str
    edge: str
    teal: str
    clay: str
    sage: str
    dusk: str
    focus: str
    """Of the ring. It and the paper around it lie so far apart that one of them differs 3:1 from any ground by day."""
    primary: str
    """Fill of the one main action."""
    on_primary: str
    tint_teal: str
    tint_clay: str
    tint_sage: str
    tint_dusk: str
    tint_plain: str
    selected: str
    divider: str
    """Decoration only: nothing may depend on seeing it."""
    veil: str
    """Laid over a screen under a dialog."""
    veil_alpha: int
    shadow: str
    """Empty: no shadows."""
    shadow_alpha: float
    edge_width: float
    portrait_tint: str
    """Multiplied into a client's picture; empty: as drawn."""

    def mark(self, mark: Mark) -> str:
        """The ink of a mark."""
        return {"teal": self.teal, "clay": self.clay, "sage": self.sage, "dusk": self.dusk, "plain": self.ink}[mark]

    def tint(self, mark: Mark) -> str:
        """The ground behind a mark."""
        return {
            "teal": self.tint_teal,
            "clay": self.tint_clay,
            "sage": self.tint_sage,
            "dusk": self.tint_dusk,
            "plain": self.tint_plain,
        }[mark]


LIGHT = Theme(
    name="light",
    ground="#EFE8DC",
    ground_lit="#FDF5EA",
    paper="#FFFDF8",
    ink="#22303A",
    quiet="#55636A",
    edge="#728087",
    teal="#1B5E70",
    clay="#9E432B",
    sage="#4C6B3C",
    dusk="#5A4A7D",
    focus="#124553",
    primary="#1B5E70",
    on_primary="#FFFDF8",
    tint_teal="#DCE9EB",
    tint_clay="#F4E1D8",
    tint_sage="#E2EAD7",
    tint_dusk="#E8E3F0",
    tint_plain="#F7F0E4",
    selected="#EAF2F3",
    divider="#DCD2C2",
    veil="#22303A",
    veil_alpha=110,
    shadow="#46321E",
    shadow_alpha=0.14,
    edge_width=1.5,
    portrait_tint="",
)

DARK = Theme(
    name="dark",
    ground="#1C2226",
    ground_lit="#22292D",
    paper="#252D32",
    ink="#F1ECE2",
    quiet="#B4BDBF",
    edge="#7F9096",
    teal="#7CC4D4",
    clay="#E8A38E",
    sage="#A9CC93",
    dusk="#C3B3EA",
    focus="#7CC4D4",
    primary="#7CC4D4",
    on_primary="#10262D",
    tint_teal="#2A3F47",
    tint_clay="#47342E",
    tint_sage="#33402F",
    tint_dusk="#3A364B",
    tint_plain="#2F383D",
    selected="#2B3D44",
    divider="#414B50",
    veil="#0B0F11",
    veil_alpha=150,
    shadow="#000000",
    shadow_alpha=0.34,
    edge_width=1.5,
    portrait_tint="#DECBBC",
)

CONTRAST = Theme(
    name="contrast",
    ground="#000000",
    ground_lit="#000000",
    paper="#000000",
    ink="#FFFFFF",
    quiet="#FFFFFF",
    edge="#FFFFFF",
    teal="#4FE3FF",
    clay="#FFB057",
    sage="#9CF59C",
    dusk="#DFC4FF",
    focus="#FFFF00",
    primary="#FFFFFF",
    on_primary="#000000",
    tint_teal="#00262E",
    tint_clay="#2E1B00",
    tint_sage="#052905",
    tint_dusk="#20123A",
    tint_plain="#000000",
    selected="#00262E",
    divider="#6A6A6A",
    veil="#000000",
    veil_alpha=225,
    shadow="",
    shadow_alpha=0.0,
    edge_width=2.0,
    portrait_tint="",
)

CONTRAST_GROUND = "#2A2A2E"
"""Behind a face in high contrast: dark hair would be lost on black."""
THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Style:
    """A size and cut of type. `size` and `leading` are px at 1920x1080 and 100 % text; `Look` scales them."""

    size: float
    weight: Literal[400, 500, 600, 700] = 400
    italic: bool = False
    serif: bool = False
    """Newsreader, for titles and quoted clients. Speech and replies are never serif."""
    leading: float = 1.5
    """Height of a line as a multiple of the size."""


PAGE_TITLE = Style(42, 500, serif=True, leading=1.2)
PANEL_TITLE = Style(34, 500, serif=True, leading=1.2)
SECTION_TITLE = Style(28, 500, serif=True, leading=1.25)
CARD_TITLE = Style(25, 500, serif=True, leading=1.25)
QUOTE = Style(27, 500, italic=True, serif=True, leading=1.45)
NUMBER = Style(44, 500, serif=True, leading=1.1)
SPEECH = Style(30)
ASIDE = Style(26, italic=True)
REPLY = Style(22)
BODY = Style(20)
STRONG = Style(20, 700)
LABEL = Style(18, 600)
CAPTION = Style(17)
SMALL = Style(16)
KEY = Style(16, 600, leading=1.2)
BUTTON = Style(20, 600, leading=1.3)
BIG_BUTTON = Style(32, 600, leading=1.2)

RADIUS_CARD = 14.0
RADIUS_LARGE = 16.0
RADIUS_BUTTON = 12.0
RADIUS_BADGE = 10.0
GAP_SMALL = 16.0
PAD = 24.0
FOOTER = 56.0
RAIL = 208.0
RING_WIDTH = 3.5
RING_OUT = 5.0


def luminance(colour: str) -> float:
    """Relative luminance 0..1 of `#RRGGBB` (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours (WCAG 2.2)."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`share` 0..1 of the way from one colour to the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
