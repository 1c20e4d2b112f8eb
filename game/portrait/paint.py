"""The room's colours by day and by lamplight.

It draws nothing; the high-contrast theme has no room and so no colours here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paint:
    """One set of colours, all `#rrggbb`."""

    day: bool
    """Daylight through the window; otherwise the lamp is on."""
    wall: tuple[str, str, str]
    """Far side, near the window, towards the floor."""
    panel: str
    rail: str
    rail_shade: str
    frame: str
    frame_shade: str
    sky: tuple[str, str]
    """High and low."""
    hills: tuple[str, str, str]
    """Far, middle, near."""
    trunk: str
    curtain: str
    curtain_shade: str
    chair: tuple[str, str, str]
    """Lit, middle, in shade."""
    leaf: tuple[str, str, str]
    """Lit, middle, in shade."""
    pot: tuple[str, str]
    wood: tuple[str, str]
    lampshade: tuple[str, str]
    pole: str
    books: tuple[str, str, str]
    pages: str
    cup: str
    clock: str
    clock_rim: str
    clock_sector: str
    ink: str
    shadow: str
    metal: tuple[str, str]
    padding: tuple[str, str]
    rubber: str


LIGHT = Paint(
    day=True,
    wall=("#e6dac7", "#f3ebde", "#e0d2bd"),
    panel="#d9c9b1",
    rail="#ece0cd",
    rail_shade="#c2af94",
    frame="#fbf6ec",
    frame_shade="#d8cab4",
    sky=("#d3e6ea", "#f6f1dd"),
    hills=("#b9cdb4", "#93b08c", "#6f9270"),
    trunk="#8b7a66",
    curtain="#f5ede0",
    curtain_shade="#d5c5ad",
    chair=("#adb8a2", "#93a08b", "#74826f"),
    leaf=("#79a076", "#4f7a58", "#395e45"),
    pot=("#c08a68", "#9c6a4d"),
    wood=("#a87f5c", "#86613f"),
    lampshade=("#f7ead2", "#e7d2ae"),
    pole="#6d5a47",
    books=("#4c6f7d", "#8c4a3c", "#d9b36c"),
    pages="#e8dcc6",
    cup="#fffaf0",
    clock="#fffaf1",
    clock_rim="#8d7355",
    clock_sector="#7ba3a8",
    ink="#4b4038",
    shadow="#5a4632",
    metal=("#dfe3e4", "#7d898f"),
    padding=("#566068", "#3c454c"),
    rubber="#2f353a",
)
DARK = Paint(
    day=False,
    wall=("#262d32", "#30383c", "#20262a"),
    panel="#22292d",
    rail="#394247",
    rail_shade="#171c1f",
    frame="#4a5357",
    frame_shade="#30383c",
    sky=("#16232f", "#2d4150"),
    hills=("#1f313b", "#1a2a31", "#152228"),
    trunk="#14202a",
    curtain="#3d464a",
    curtain_shade="#2a3236",
    chair=("#5d6b5e", "#4a574d", "#343f38"),
    leaf=("#4f7156", "#35523f", "#24392d"),
    pot=("#7a5540", "#56392b"),
    wood=("#6b4f38", "#4b3626"),
    lampshade=("#ffe0a3", "#f3b972"),
    pole="#2b241d",
    books=("#3b5863", "#6b3b32", "#9a7a45"),
    pages="#a3957c",
    cup="#cdbfa6",
    clock="#b3a890",
    clock_rim="#5b4632",
    clock_sector="#7fa9ad",
    ink="#2c2622",
    shadow="#000000",
    metal=("#8d9aa1", "#4a555b"),
    padding=("#323a40", "#20262b"),
    rubber="#14181b",
)
PAINTS: dict[str, Paint] = {"light": LIGHT, "dark": DARK}
"""By the names of the themes that have a room."""
