"""Beside the debrief: a place to write, the pattern of the session, and the ways out.

It shows drafts that the page keeps; nothing is kept here.
"""

from __future__ import annotations

from game.reports.debrief import Debrief
from game.screens import debrief_words as wording
from game.ui.box import Box
from game.ui.choices import field
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.orders import Text
from game.ui.parts import Maker, row, stack
from game.ui.theme import BODY, CAPTION, LABEL, SECTION_TITLE, Mark, Style
from game.ui.widgets import button, card, divider, heading, link, words

COUNT = Style(22, 700, leading=1.2)
PROMPT = Style(18, 600, leading=1.35)


def reflection(look: Look, box: Box, prompts: tuple[str, ...], drafts: dict[str, str], kept: dict[str, str]) -> Part:
    """The prompts with their fields."""
    return card(
        look, box,
        lambda b: heading(look, b, "In your own words", SECTION_TITLE),
        lambda b: words(look, b, wording.PRIVATE, CAPTION, colour=look.theme.quiet, name="private"),
        *(_prompt(look, at, text, drafts, kept) for at, text in enumerate(prompts)),
        gap=12,
    )  # fmt: skip


def _prompt(look: Look, at: int, prompt: str, drafts: dict[str, str], kept: dict[str, str]) -> Maker:
    return lambda box: stack(box, look.u(8), *writing(look, at, prompt, drafts, kept, least=2))


def writing(
    look: Look, at: int, prompt: str, drafts: dict[str, str], kept: dict[str, str], *, least: int
) -> tuple[Maker, ...]:
    """A prompt, its field, and the button that keeps what stands there."""
    saved = kept.get(prompt, "")
    text = drafts.get(prompt, saved)
    same = bool(text.strip()) and text.strip() == saved
    return (
        lambda b: words(look, b, prompt, PROMPT, name=f"prompt/{at}"),
        lambda b: field(look, b.tall(0), f"reflect/{at}", prompt, text, hint="Write a line or two", least=least),
        lambda b: button(
            look, b, f"keep/{at}", "Saved" if same else "Save", sign="tick" if same else None, style=LABEL,
            enabled=bool(text.strip()), description=prompt,
        ),
    )  # fmt: skip


# -- the pattern -----------------------------------------------------------------------------------------------------
def pattern(look: Look, box: Box, told: Debrief) -> Part:
    """What was noticed, and how each rupture ended."""
    rows = wording.pattern(told)
    makers: list[Maker] = [lambda b: heading(look, b, "Your pattern here", SECTION_TITLE)]
    if not told.noticing:
        makers.append(lambda b: words(look, b, wording.NOT_ASKED, CAPTION, name="not-asked"))
    for at, (text, count, mark) in enumerate(rows):
        makers += [lambda b: divider(look, b)] if at else []
        makers.append(_count(look, at, text, count, mark))
    makers += [_ended(look, told, at) for at in range(len(told.ruptures))]
    if told.safety.cued and not told.safety.missed:
        makers.append(lambda b: words(look, b, wording.ASKED, CAPTION, name="safety-asked"))
    makers.append(lambda b: words(look, b, told.key, CAPTION, colour=look.theme.quiet, name="key"))
    return card(look, box, *makers, gap=10)


def _count(look: Look, at: int, text: str, count: str, mark: Mark) -> Maker:
    def made(box: Box) -> Part:
        wide = look.measure(count, COUNT)[0]
        told = words(look, box.wide(box.w - wide - look.u(16)), text, BODY)
        line = look.line(COUNT)
        spot = Box(box.right - wide, box.y + (told.box.h - line) / 2, wide, line)
        figure = Text(spot, (count,), look.font(COUNT), look.px(COUNT), line, look.theme.mark(mark))
        took = box.tall(max(told.box.h, line))
        return Part((*told.orders, figure), (Hit(f"pattern/{at}", took, "text", text, value=count),), took)

    return made


def _ended(look: Look, told: Debrief, at: int) -> Maker:
    """One rupture in a line, and the way to where it showed."""
    rupture = told.ruptures[at]
    title = f"{wording.rupture_title(rupture).partition(':')[0]}, decision {wording.shown_at(told, rupture)}"
    return lambda box: stack(
        box, look.u(2),
        lambda b: divider(look, b),
        lambda b: link(look, b, f"rupture/{at}", title, mark="clay"),
        lambda b: words(look, b, wording.rupture_course(rupture), CAPTION, name=f"ended/{at}"),
    )  # fmt: skip


# -- ways out --------------------------------------------------------------------------------------------------------
def ways_out(look: Look, box: Box) -> Part:
    """The transcript to read and to keep, and the way to the library."""
    read: Maker = lambda b: button(  # noqa: E731
        look, b, "transcript", "Transcript", sign="transcript", key=look.key("transcript", "debrief"), fill_width=True,
        style=LABEL,
    )  # fmt: skip
    save: Maker = lambda b: button(  # noqa: E731
        look, b, "save", "Save transcript", key=look.key("save", "debrief"), fill_width=True, style=LABEL
    )
    return stack(
        box, look.u(16),
        (lambda b: row(b, look.u(16), read, save)) if box.w > look.em(20) else read,
        None if box.w > look.em(20) else save,
        lambda b: button(
            look, b, "done", "Done", kind="primary", key=look.key("done", "debrief"), fill_width=True
        ),
    )  # fmt: skip
