"""The door to fonts: measures words and turns lines into surfaces.

Text is drawn at twice its size and smoothed down. It does not wrap (that is `look`) and places nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import pygame

from game.ui.cache import ByteCache
from game.ui.orders import Font

FILES: dict[Font, str] = {
    Font("atkinson", 400): "AtkinsonHyperlegibleNext-Regular.ttf",
    Font("atkinson", 500): "AtkinsonHyperlegibleNext-Medium.ttf",
    Font("atkinson", 600): "AtkinsonHyperlegibleNext-SemiBold.ttf",
    Font("atkinson", 700): "AtkinsonHyperlegibleNext-Bold.ttf",
    Font("atkinson", 400, True): "AtkinsonHyperlegibleNext-Italic.ttf",
    Font("newsreader", 500): "Newsreader-Medium.ttf",
    Font("newsreader", 500, True): "Newsreader-MediumItalic.ttf",
    Font("opendyslexic", 400): "OpenDyslexic-Regular.otf",
    Font("opendyslexic", 400, True): "OpenDyslexic-Italic.otf",
    Font("opendyslexic", 700): "OpenDyslexic-Bold.otf",
    Font("opendyslexic", 700, True): "OpenDyslexic-Bold.otf",
}
OPEN_FONTS = 40
TEXT_BYTES = 8_000_000
WIDTHS = 20_000
BASELINE = 0.34
"""The baseline stands this many ems under the middle of a line: capitals are then centred in it."""


class Fonts:
    """The fonts of one directory; a `Measurer`. A missing file is replaced and said once in `complaint`."""

    def __init__(self, directory: Path) -> None:
        pygame.font.init()
        self.complaint = ""
        """Empty, or one sentence for the person."""
        self._directory = directory
        self._open: OrderedDict[tuple[Font, int], pygame.font.Font] = OrderedDict()
        self.lines: ByteCache[pygame.Surface] = ByteCache(TEXT_BYTES)
        self._widths: dict[tuple[str, Font, int], float] = {}

    def width(self, text: str, font: Font, size: float) -> float:
        """px of one line of text."""
        key = (text, font, round(size * 2))
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > WIDTHS:
                self._widths.clear()
            found = self._widths[key] = self.opened(font, key[2]).size(text)[0] / 2 if text else 0.0
        return found

    def opened(self, font: Font, double: int) -> pygame.font.Font:
        """The Pygame font at `double` px: twice the size it is shown at."""
        key = (font, max(2, double))
        found = self._open.get(key)
        if found is None:
            found = self._open[key] = self._load(font, key[1])
            if len(self._open) > OPEN_FONTS:
                self._open.popitem(last=False)
        else:
            self._open.move_to_end(key)
        return found

    def _load(self, font: Font, double: int) -> pygame.font.Font:
        path = self._directory / FILES.get(font, "")
        try:
            return pygame.font.Font(path, double)
        except (OSError, pygame.error):
            self.complaint = (
                f"The font file {path.name or font.family} is missing or damaged, so a plain one is shown instead. "
                "Installing Attune again brings it back."
            )
            return pygame.font.Font(None, round(double * 1.2))

    def line(self, text: str, font: Font, size: float, colour: str) -> pygame.Surface:
        """One line as a surface. The text must not be empty: a surface of no width cannot be smoothed."""
        key = (text, font, round(size * 2), colour)
        found = self.lines.get(key)
        if found is None:
            large = self.opened(font, key[2]).render(text, True, colour)
            half = (max(1, round(large.get_width() / 2)), max(1, round(large.get_height() / 2)))
            found = pygame.transform.smoothscale(large, half)
            self.lines.put(key, found, half[0] * half[1] * 4)
        return found

    def rise(self, font: Font, size: float) -> float:
        """px from the top of a line's surface down to its baseline."""
        return self.opened(font, round(size * 2)).get_ascent() / 2
