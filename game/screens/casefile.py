"""The case file: a sheet in a manila folder, with the client's picture under a clip.

It shows what it is given; nothing here is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.portrait.person import Person
from game.screens.cards import face
from game.ui.box import Box
from game.ui.frame import Hit, Part
from game.ui.icons import icon
from game.ui.look import Look
from game.ui.orders import Fill, Polygon
from game.ui.parts import Maker, space, stack
from game.ui.theme import BODY, CARD_TITLE, LABEL, PAGE_TITLE, mix
from game.ui.widgets import heading, panel, sign_plate, words

FOLDER = "#D8BE92"
"""Manila; in the dark it is mixed with the ground, in high contrast there is no folder."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is known before the session."""

    scenario: str
    title: str
    client: str
    person: Person | None
    who: str
    """Name, age and pronouns in one line."""
    intake: tuple[str, ...]
    """Paragraphs."""
    setting: str
    """What has been between the two of them until now."""
    skills: tuple[tuple[str, str], ...]
    """(a key of `widgets.TAGS`, what to practise)."""
    content_note: str
    how_it_goes: tuple[str, ...]
    """The session in a few sentences, for those who want to know before they choose."""
    minutes: int
    facts: str
    """Difficulty, concern and kind of rupture in one line."""


def paper(look: Look, box: Box, case: Case, least: float) -> Part:
    """The case file on a sheet in its folder, at least `least` px high."""
    edge = look.u(16)
    tab = 0.0 if look.theme.name == "contrast" else look.px(LABEL) * 2.0
    sheet = Box(box.x + edge, box.y + tab, box.w - 2 * edge - look.u(12), 0)
    told = _case(look, sheet.inset(look.u(64) if not look.narrow else look.u(32), 0).moved(0, look.u(32)), case)
    sheet = sheet.tall(max(told.box.h + look.u(56), least - tab - edge))
    took = box.tall(sheet.bottom + edge - box.y)
    return Part((*_folder(look, took, sheet, tab, case), *told.orders), told.hits, took)


def _case(look: Look, box: Box, case: Case) -> Part:
    beside = look.u(284) if box.w > look.em(34) else 0.0
    text = box.wide(box.w - beside)
    makers: list[Maker | None] = [
        lambda b: words(look, b, "Case file", LABEL, colour=look.theme.quiet, name="case-file"),
        lambda b: heading(look, b, case.title, PAGE_TITLE),
        lambda b: words(look, b, case.who, BODY, colour=look.theme.quiet, name="who"),
        lambda b: _section(look, b, f"Why {case.client} came", case.intake),
        lambda b: _section(look, b, "Between the two of you", (case.setting,)),
        (lambda b: _skills(look, b, case.skills)) if case.skills else None,
    ]
    if not beside:
        makers.insert(3, lambda b: _photograph(look, b.wide(look.em(9)), case))
    told = stack(text, look.u(14), *makers)
    if not beside:
        return told
    photo = _photograph(look, Box(box.right - look.u(252), box.y + look.u(2), look.u(252), 0), case)
    return (told + photo).boxed(box.tall(max(told.box.h, photo.box.h)))


def _section(look: Look, box: Box, title: str, texts: tuple[str, ...]) -> Part:
    makers = [_section_text(look, title, at, text) for at, text in enumerate(texts)]
    return stack(
        box, look.u(8),
        space(look.u(6)),
        lambda b: heading(look, b, title, CARD_TITLE, colour=look.theme.teal),
        *makers,
    )  # fmt: skip


def _section_text(look: Look, title: str, at: int, text: str) -> Maker:
    return lambda box: words(look, box, text, BODY, name=f"{title}/{at}")


def _skills(look: Look, box: Box, skills: tuple[tuple[str, str], ...]) -> Part:
    return stack(
        box, look.u(12),
        space(look.u(6)),
        lambda b: heading(look, b, "What to practise", CARD_TITLE, colour=look.theme.teal),
        *(_skill(look, what, text) for what, text in skills),
    )  # fmt: skip


def _skill(look: Look, what: str, text: str) -> Maker:
    def made(box: Box) -> Part:
        plate = sign_plate(look, box, what)
        spot = Box(plate.box.right + look.u(16), box.y, box.right - plate.box.right - look.u(16), 0)
        told = words(look, spot, text, BODY, name=f"skill/{text[:24]}")
        high = max(plate.box.h, told.box.h)
        return (plate + told.moved(0, (high - told.box.h) / 2)).boxed(box.tall(high))

    return made


# -- the folder ----------------------------------------------------------------------------------------------------
def _folder(look: Look, box: Box, sheet: Box, tab: float, case: Case) -> tuple[Fill | Polygon, ...]:
    """Manila, its tab and the sheet in it; decoration. In high contrast the sheet alone."""
    if look.theme.name == "contrast":
        return (panel(look, sheet),)
    colour = mix(FOLDER, look.theme.ground, 0.72) if look.theme.name == "dark" else FOLDER
    wide = min(look.u(360), box.w * 0.5)
    lip = Polygon(
        (
            (box.x + look.u(10), box.y), (box.x + wide - tab, box.y), (box.x + wide, box.y + tab * 0.6),
            (box.x + wide, box.y + tab * 1.2), (box.x, box.y + tab * 1.2), (box.x, box.y + look.u(10)),
        ),
        colour,
    )  # fmt: skip
    back = panel(look, Box(box.x, box.y + tab * 0.55, box.w, box.h - tab * 0.55), radius=6, colour=colour)
    below = Fill(sheet.moved(look.u(9), look.u(9)), mix(look.theme.paper, colour, 0.25), look.u(4))
    return (lip, back, below, panel(look, sheet, radius=6, lift=0.6))


def _photograph(look: Look, box: Box, case: Case) -> Part:
    """The client's picture in a white frame under a paper clip."""
    frame = box.tall(box.w * 1.18)
    inner = frame.inset(look.u(10))
    picture = face(look, inner, case.person, look.u(3), zoom=1.5)
    white = Fill(
        frame,
        look.theme.paper,
        look.u(6),
        look.theme.divider,
        max(1.0, look.u(1.5)),
        look.theme.shadow_alpha * 0.7,
        look.theme.shadow,
        look.unit,
    )
    spot = Box(frame.x + frame.w * 0.18, frame.y - look.u(30), look.u(46), look.u(62))
    clip = icon("clip", spot, look.theme.edge, 1.5)
    hit = Hit("photograph", frame, "image", f"{case.client}, a drawing")
    return Part((white, *picture.orders, clip), (hit,), frame)
