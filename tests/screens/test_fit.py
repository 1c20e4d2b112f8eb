"""Every screen at every size, theme and text size: nothing cut off, nothing on top of something else, all of it named.

Measured with the real typefaces, with what ships and with the longest texts of all scenarios in a pseudo-language whose
words are 40 % longer (`wordier`). What scrolls may lie outside the window, but never wider than what it scrolls in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from _pytest.mark.structures import ParameterSet

from game.ui.box import Box
from game.ui.frame import Frame, Hit, Region
from game.ui.look import Measurer
from game.ui.orders import ClipBegin, ClipEnd, Fill, Order, Text
from game.ui.theme import THEMES, ThemeName
from tests.stage import AUTHORS, SCREENS, fonts, longest_pilot, pilots
from tests.wordier import Wider

SIZES = ((1024, 600), (1280, 720), (1920, 1080), (2560, 1080), (3840, 2160))
SCALES = (1.0, 1.5, 2.0)
TARGET = 24.0
"""px: the least side of something to press (WCAG 2.2, 2.5.8)."""
SLACK = 1.5
"""px that a letter may lean over, and rounding takes."""
LETTERS = 80
"""Letters of a line at most in a text of more than two lines (WCAG 2.2, 1.4.8)."""
WORDINGS = ("shipped", "longest")
"""As it ships, or every text the longest of its kind and every word 40 % longer."""

CORE = {((1024, 600), 2.0), ((1280, 720), 1.0), ((1920, 1080), 1.5), ((2560, 1080), 1.0)}
"""Windows and text sizes that every run of the tests looks at by day, as it ships; the others are marked slow."""


WORDY = ("library", "briefing", "notice", "offers", "debrief")
"""Screens that every run of the tests looks at with the longest texts too."""


def views() -> Iterator[ParameterSet]:
    for screen, size, scale, theme, wording in itertools.product((*SCREENS, *AUTHORS), SIZES, SCALES, THEMES, WORDINGS):
        if screen in AUTHORS and wording == "longest":
            continue
        window = (size, scale)
        by_day = window in CORE and theme == "light" and wording == "shipped"
        quick = by_day or (screen in WORDY and window == ((1024, 600), 2.0) and wording == "longest")
        yield pytest.param(screen, size, scale, theme, wording, marks=() if quick else (pytest.mark.slow,))


def seen(screen: str, size: tuple[int, int], scale: float, theme: ThemeName, wording: str) -> tuple[Frame, Measurer]:
    pilot = pilots()[screen] if wording == "shipped" else longest_pilot(screen)
    letters: Measurer = fonts() if wording == "shipped" else Wider(fonts())
    pilot.app.look = replace(pilot.app.look, size=size, text_scale=scale, theme=THEMES[theme], measurer=letters)
    return pilot.frame, letters


@pytest.mark.parametrize(("screen", "size", "scale", "theme", "wording"), list(views()))
def test_everything_fits(screen: str, size: tuple[int, int], scale: float, theme: ThemeName, wording: str) -> None:
    frame, letters = seen(screen, size, scale, theme, wording)
    assert [*_outside(frame), *_on_each_other(frame), *_too_small(frame)] == []
    rows = list(_rows(frame, letters))
    assert rows
    assert [*_cut(frame, rows), *_overprinted(rows), *_covered(frame, rows), *_spilt(frame, rows)] == []
    assert list(_too_long(frame)) == []


# -- Things to press -------------------------------------------------------------------------------------------------
def _window(frame: Frame) -> Box:
    return Box(0, 0, float(frame.size[0]), float(frame.size[1]))


def _outside(frame: Frame) -> Iterator[str]:
    """Hits that stick out of the window, or sideways out of the region they scroll in."""
    for hit in frame.hits:
        region = frame.region(hit.region) if hit.region else None
        if region is None and not hit.box.inside(_window(frame), slack=1.0):
            yield f"{hit.name} sticks out of the window: {hit.box}"
        if region is not None and (hit.box.x < region.box.x - 12 or hit.box.right > region.box.right + 12):
            yield f"{hit.name} is wider than what it scrolls in: {hit.box} in {region.box}"


def _on_each_other(frame: Frame) -> Iterator[str]:
    """Things to press that cover each other, in the same region."""
    active = [hit for hit in frame.hits if hit.active]
    for one, other in itertools.combinations(active, 2):
        if one.region == other.region and _shared(one.box, other.box) > 2.0:
            yield f"{one.name} and {other.name} overlap"


def _shared(one: Box, other: Box) -> float:
    """The lesser side of what two boxes share."""
    both = one.both(other)
    return min(both.w, both.h)


def _too_small(frame: Frame) -> Iterator[str]:
    for hit in frame.hits:
        if hit.active and hit.role != "key" and min(hit.box.w, hit.box.h) < TARGET:
            yield f"{hit.name} is {hit.box.w:.0f}x{hit.box.h:.0f} px"


# -- Words -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Row:
    """One line of words where it is drawn."""

    words: str
    box: Box
    """From the top of capitals to the baseline, as wide as the words."""
    clip: Box | None
    """What it is drawn within, if it scrolls."""
    order: int
    """Its place among the orders of the frame."""

    @property
    def seen(self) -> Box:
        return self.box.both(self.clip) if self.clip else self.box


def _rows(frame: Frame, letters: Measurer) -> Iterator[Row]:
    """Every line of words over the latest veil: what lies under a dialog is not read."""
    clips: list[Box] = []
    for number, order in enumerate(frame.orders):
        if isinstance(order, ClipBegin):
            clips.append(order.box.both(clips[-1]) if clips else order.box)
        elif isinstance(order, ClipEnd):
            clips.pop()
        elif isinstance(order, Text) and number > _veil(frame):
            for at, line in enumerate(order.lines):
                if line.strip():
                    yield Row(line, _place(order, at, line, letters), clips[-1] if clips else None, number)


def _veil(frame: Frame) -> int:
    return max((number for number, order in enumerate(frame.orders) if _is_veil(frame, order)), default=-1)


def _is_veil(frame: Frame, order: Order) -> bool:
    """Whether it dims the whole scene: the window, but for the strip at the foot of an author's."""
    if not isinstance(order, Fill) or order.alpha == 255:
        return False
    return order.box.w == frame.size[0] and order.box.y == 0 and order.box.h > 0.6 * frame.size[1]


def _place(order: Text, at: int, line: str, letters: Measurer) -> Box:
    wide = letters.width(line, order.font, order.size)
    loose = {"left": 0.0, "centre": 0.5, "right": 1.0}[order.align] * (order.box.w - wide)
    middle = order.box.y + order.leading * (at + 0.5)
    return Box(order.box.x + loose, middle - order.size * 0.34, wide, order.size * 0.68)


def _cut(frame: Frame, rows: list[Row]) -> Iterator[str]:
    """Words beyond the window, beyond the sides of what they scroll in, or below the end of it."""
    for row in rows:
        bounds = row.clip or _window(frame)
        if row.box.x < bounds.x - SLACK or row.box.right > bounds.right + SLACK:
            yield f"'{row.words}' is cut off at the side: {row.box} in {bounds}"
        if row.clip is None and (row.box.y < -SLACK or row.box.bottom > frame.size[1] + SLACK):
            yield f"'{row.words}' is cut off above or below"
        region = _region(frame, row)
        if region and row.box.bottom > region.box.y - region.offset + region.content + SLACK:
            yield f"'{row.words}' cannot be scrolled to"


def _too_long(frame: Frame) -> Iterator[str]:
    for order in frame.orders:
        if isinstance(order, Text) and len(order.lines) > 2 and max(map(len, order.lines)) > LETTERS:
            yield f"'{order.lines[0]}' stands in lines of more than {LETTERS} letters"


def _region(frame: Frame, row: Row) -> Region | None:
    return next((one for one in frame.regions if row.clip and one.box.inside(row.clip)), None)


def _overprinted(rows: list[Row]) -> Iterator[str]:
    for one, other in itertools.combinations(rows, 2):
        if _shared(one.seen, other.seen) > 2.0:
            yield f"'{one.words}' and '{other.words}' stand on each other"


def _covered(frame: Frame, rows: list[Row]) -> Iterator[str]:
    """Words with a panel drawn over a part of them."""
    fills = [(n, o.box) for n, o in enumerate(frame.orders) if isinstance(o, Fill) and o.colour and o.alpha > 200]
    within = _within(frame)
    for row, (number, box) in itertools.product(rows, fills):
        if number > row.order:
            clip = within.get(number)
            if _shared(row.seen, box.both(clip) if clip else box) > 2.0:
                yield f"'{row.words}' lies under a panel at {box}"


def _within(frame: Frame) -> dict[int, Box]:
    """The clip of each order that has one."""
    clips: list[Box] = []
    out: dict[int, Box] = {}
    for number, order in enumerate(frame.orders):
        if isinstance(order, ClipBegin):
            clips.append(order.box.both(clips[-1]) if clips else order.box)
        elif isinstance(order, ClipEnd):
            clips.pop()
        elif clips:
            out[number] = clips[-1]
    return out


def _spilt(frame: Frame, rows: list[Row]) -> Iterator[str]:
    """Words that begin on something to press and run over its side."""
    for row, hit in itertools.product(rows, frame.hits):
        if hit.active and hit.role != "key" and _on(row, hit) and not row.box.inside(hit.box, slack=SLACK):
            yield f"'{row.words}' runs over the side of {hit.name}"


def _on(row: Row, hit: Hit) -> bool:
    return bool(hit.region) == (row.clip is not None) and hit.box.holds(row.box.cx, row.box.cy)
