"""What the client says, line by line: which lines stand in the panel, and how much of the last one is there yet.

It lays out words; when a line begins is decided by `session`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.model import Line
from game.ui.box import Box
from game.ui.frame import EMPTY, Hit, Part
from game.ui.look import Look
from game.ui.motion import typed, typing_time
from game.ui.orders import Text
from game.ui.pages import speech_panel
from game.ui.theme import ASIDE, SPEECH, Style
from game.ui.widgets import keycap, label

NAME = Style(28, 500, serif=True, leading=1.3)
CUE = Style(17, 600, leading=1.3)
BETWEEN = 6.0
UNDER_NAME = 8.0


@dataclass(frozen=True, slots=True)
class Speech:
    """The lines since the last decision, and how far they have been said."""

    name: str
    lines: tuple[Line, ...]
    at: int
    """The line being said."""
    elapsed: float
    """Seconds since it began; a whole line's time or more when it stands there."""

    def done(self, look: Look) -> bool:
        """Whether everything has been said."""
        return not self.lines or (self.at >= len(self.lines) - 1 and self.line_done(look))

    def line_done(self, look: Look) -> bool:
        """Whether the present line stands there whole."""
        return not self.lines or self.elapsed >= typing_time(self.lines[self.at].text, look.motion)


def style_of(line: Line) -> Style:
    """Said in full size, seen in italics."""
    return ASIDE if line.aside else SPEECH


def words_height(look: Look, lines: tuple[Line, ...], width: float) -> float:
    """Height of lines under each other, px."""
    heights = [look.height(line.text, style_of(line), width) for line in lines]
    return sum(heights) + look.u(BETWEEN) * max(0, len(heights) - 1)


def page(look: Look, speech: Speech, width: float, room: float) -> tuple[int, int]:
    """(first, end) of the lines on the present page. Pages are filled from the last line back, so the end is whole."""
    end = len(speech.lines)
    while True:
        first = _page_start(look, speech.lines, end, width, room)
        if first <= speech.at or first == 0:
            return first, end
        end = first


def _page_start(look: Look, lines: tuple[Line, ...], end: int, width: float, room: float) -> int:
    first = max(0, end - 1)
    while first > 0 and words_height(look, lines[first - 1 : end], width) <= room:
        first -= 1
    return first


def panel_height(look: Look, speech: Speech, width: float, room: float) -> float:
    """Height of the whole panel with the present page, px; it does not change while a page is being said."""
    first, end = page(look, speech, width - 2 * pad(look), room - chrome(look))
    return words_height(look, speech.lines[first:end], width - 2 * pad(look)) + chrome(look)


def pad(look: Look) -> float:
    return look.u(40)


def chrome(look: Look) -> float:
    """What the panel needs besides the lines: padding, the name, and the foot where the cue stands."""
    return look.u(20) + look.line(NAME) + look.u(UNDER_NAME) + max(look.u(28), look.line(CUE) + look.u(8))


def panel(look: Look, box: Box, speech: Speech, *, tail: float, room: float) -> Part:
    """The panel with the client's name and the present page."""
    inner = Box(box.x + pad(look), box.y + look.u(20), box.w - 2 * pad(look), box.h)
    name = label(look, inner, speech.name, NAME, colour=look.theme.teal)
    below = Box(inner.x, name.box.bottom + look.u(UNDER_NAME), inner.w, 0)
    said = spoken(look, below, speech, room - chrome(look))
    body = speech_panel(look, box, tail=tail, tail_y=box.y + min(box.h * 0.5, look.u(92)))
    return (body + name.silent() + said + _cue(look, box, speech)).boxed(box)


def spoken(look: Look, box: Box, speech: Speech, room: float) -> Part:
    """The lines of the present page, the one being said as far as it is said. Hits say each begun line whole."""
    first, end = page(look, speech, box.w, room)
    whole, y = EMPTY, box.y
    for number in range(first, end):
        part = _line(look, Box(box.x, y, box.w, 0), speech, number)
        whole += part
        y = part.box.bottom + look.u(BETWEEN)
    return whole.boxed(Box(box.x, box.y, box.w, max(0.0, y - look.u(BETWEEN) - box.y)))


def _line(look: Look, box: Box, speech: Speech, number: int) -> Part:
    line = speech.lines[number]
    style = style_of(line)
    rows = look.wrap(line.text, style, box.w)
    took = box.tall(len(rows) * look.line(style))
    if number > speech.at:
        return Part(box=took)
    shown = rows
    if number == speech.at:
        shown = _cut(rows, typed(line.text, speech.elapsed, look.motion))
    colour = look.theme.quiet if line.aside else look.theme.ink
    order = Text(took, shown, look.font(style), look.px(style), look.line(style), colour)
    told = line.text if line.aside else f"{speech.name}: {line.text}"
    return Part((order,), (Hit(f"line/{number}", took, "live", told),), took)


def _cut(rows: tuple[str, ...], letters: int) -> tuple[str, ...]:
    """The rows with only the first letters of the text; the space at each row's end counts as one."""
    out = []
    for row in rows:
        out.append(row[: max(0, letters)])
        letters -= len(row) + 1
    return tuple(out)


def _cue(look: Look, box: Box, speech: Speech) -> Part:
    """A small word at the foot of the panel: there is more to come."""
    if speech.done(look) or not speech.line_done(look):
        return EMPTY
    cap = keycap(look, Box(0, 0, 0, 0), look.key("press"))
    text = label(look, Box(cap.box.right + look.u(9), 0, 0, 0), "go on", CUE, colour=look.theme.quiet)
    both = cap.moved(0, text.box.cy - cap.box.cy) + text.silent()
    x = box.right - look.u(24) - text.box.right
    return both.moved(x, box.bottom - look.u(12) - both.box.bottom).silent()
