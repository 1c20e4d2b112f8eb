"""The right-hand side of a session besides speech: head, own line, replies, own words first, how sure.

Each part is a function of what it shows; when it is shown is decided by `session`.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.session_marks import Answer, Question
from game.ui.box import Box
from game.ui.choices import LETTERS, PILL, field, option_card, pill, reply, reply_height
from game.ui.frame import EMPTY, Hit, Part
from game.ui.icons import Icon
from game.ui.look import Look
from game.ui.orders import Fill
from game.ui.pages import page_note
from game.ui.parts import Maker, flow, flow_right, row, scroll_area, stack, together
from game.ui.theme import BODY, CAPTION, GAP_SMALL, LABEL, PANEL_TITLE, RADIUS_CARD, STRONG, Style
from game.ui.widgets import button, card, heading, icon_button, label, panel, words

TITLE = Style(24, 500, serif=True, leading=1.25)
OWN = Style(20, leading=1.4)
OWN_LABEL = Style(17, 600, leading=1.4)
ASK = Style(19, 600, leading=1.4)

CORNER: tuple[tuple[str, Icon, str], ...] = (
    ("transcript", "transcript", "Transcript"),
    ("case-file", "folder", "Case file"),
    ("pause", "pause", "Pause"),
    ("leave", "leave", "Leave the room"),
)
SURE = ("Guessing", "Unsure", "Fairly sure", "Sure")
"""Confidence 1 to 4 in words."""


# -- Head --------------------------------------------------------------------------------------------------------------
def head(look: Look, box: Box, title: str, where: str) -> Part:
    """Title, which decision this is, and the four ways out in the corner."""
    gap = look.u(10)
    buttons = together(
        icon_button(
            look,
            Box(box.right - (4 - i) * look.target - (3 - i) * gap, box.y, 0, 0),
            name,
            sign,
            text,
            key=_key(look, name),
        )
        for i, (name, sign, text) in enumerate(CORNER)
    )
    room = box.wide(buttons.box.x - box.x - look.u(16))
    return (_title(look, room.tall(look.target), title, where) + buttons).boxed(box.tall(look.target))


def _key(look: Look, name: str) -> str:
    return look.key(name, "session")


def _title(look: Look, box: Box, title: str, where: str) -> Part:
    """Title and place side by side; only the place where there is no room for both."""
    place_wide, place_high = look.measure(where, LABEL_PLACE)
    title_wide, title_high = look.measure(title, TITLE)
    gap = look.u(24)
    place_x = box.x
    told = EMPTY
    if title_wide + gap + place_wide <= box.w:
        told = label(look, Box(box.x, box.cy - title_high / 2, 0, 0), title, TITLE, name="title")
        place_x = box.x + title_wide + gap
    elif title_wide <= box.w and 2 * place_high <= box.h * 1.25:
        told = label(look, Box(box.x, box.cy - title_high, 0, 0), title, TITLE, name="title")
        return told + label(look, Box(box.x, told.box.bottom, 0, 0), where, LABEL_PLACE, name="where")
    return told + label(look, Box(place_x, box.cy - place_high / 2 + look.u(1), 0, 0), where, LABEL_PLACE, name="where")


LABEL_PLACE = Style(18, leading=1.3)


def own_line(look: Look, box: Box, text: str) -> Part:
    """What the trainee said, above the client's answer to it."""
    if not text:
        return EMPTY.boxed(box.tall(0))
    pad_x, pad_y = look.u(24), look.u(14)
    you = label(look, Box(box.x + pad_x, box.y + pad_y, 0, 0), "You said", OWN_LABEL, colour=look.theme.dusk)
    x = you.box.right + look.u(26)
    said = words(look, Box(x, box.y + pad_y, box.right - pad_x - x, 0), text, OWN)
    took = box.tall(said.box.h + 2 * pad_y)
    lift = look.px(OWN) * OWN.leading / 2 - look.px(OWN_LABEL) * OWN_LABEL.leading / 2
    theme = look.theme
    body = Fill(
        took,
        theme.tint_plain,
        look.u(RADIUS_CARD),
        theme.edge if theme.name == "contrast" else theme.divider,
        1.2,
        alpha=225 if theme.name != "contrast" else 255,
    )
    hit = Hit("own", took, "text", f"You said: {text}")
    return Part((body, *you.moved(0, lift).orders, *said.orders), (hit,), took)


# -- Replies -----------------------------------------------------------------------------------------------------------
def replies_height(look: Look, width: float, texts: Sequence[str], least: float = 0.0, gap: float = GAP_SMALL) -> float:
    """Height of the question and all replies at their equal height, px."""
    each = max([least, *(reply_height(look, width, text) for text in texts)])
    return _ask_height(look) + len(texts) * each + (len(texts) - 1) * look.u(gap)


def _ask_height(look: Look) -> float:
    return look.line(ASK) + look.u(10)


def replies(
    look: Look, box: Box, texts: Sequence[str], least: float = 0.0, *, ask: bool = True, gap: float = GAP_SMALL
) -> Part:
    """The question and the replies under it, all of one height and weight."""
    each = max([least, *(reply_height(look, box.w, text) for text in texts)])
    count = len(texts)

    def one(number: int, text: str) -> Maker:
        place = f"{number + 1} of {count}"
        name = f"reply/{number}"
        return lambda b: reply(
            look, b.tall(each), name, LETTERS[number], text, key=look.key(name, "session"), place=place
        )

    cards: Maker = lambda b: stack(b, look.u(gap), *(one(i, text) for i, text in enumerate(texts)))  # noqa: E731
    if not ask:
        return cards(box)
    return stack(box, look.u(10), lambda b: words(look, b, "What do you say?", ASK, name="ask"), cards)


# -- Own words first ---------------------------------------------------------------------------------------------------
def own_words(look: Look, box: Box, draft: str) -> Part:
    """A field for the trainee's own reply, before the replies are shown."""
    return card(
        look,
        box,
        lambda b: heading(look, b, "What would you say?", PANEL_TITLE),
        lambda b: page_note(look, b, "In your own words first. Kept on this computer only, never scored."),
        lambda b: field(
            look, b.tall(0), "draft", "Your own words", draft, hint="Write a line or two, or leave it empty"
        ),
        lambda b: flow_right(
            b, look.u(GAP_SMALL), lambda c: button(look, c, "show-replies", "Show the replies", kind="primary")
        ),
        pad=32,
        gap=14,
    )


# -- How sure ----------------------------------------------------------------------------------------------------------
def how_sure(look: Look, box: Box, letter: str, text: str) -> Part:
    """The chosen reply, and how sure the trainee is of it."""
    four: list[Maker] = [_sure(look, i, word) for i, word in enumerate(SURE)]
    across = max(look.measure(word, STRONG)[0] for word in SURE) * 4 + look.u(240) < box.w
    return card(
        look,
        box,
        lambda b: words(look, b, f"Reply {letter}", LABEL, colour=look.theme.teal, name="chosen-letter"),
        lambda b: words(look, b, text, BODY, name="chosen"),
        lambda b: heading(look, b, "How sure are you that this helps?", TITLE),
        lambda b: row(b, look.u(12), *four) if across else stack(b, look.u(12), *four),
        lambda b: flow(
            b,
            look.u(12),
            lambda c: button(look, c, "unchoose", "Choose another", kind="quiet", key=look.key("close", "overlay")),
        ),
        pad=32,
        gap=14,
    )


def _sure(look: Look, number: int, word: str) -> Maker:
    name = f"sure/{number + 1}"
    return lambda b: option_card(look, b.tall(0), name, word, "", key=look.key(name, "sure"))


# -- Coach ---------------------------------------------------------------------------------------------------
def coach_note(look: Look, box: Box, note: Sequence[tuple[str, str]]) -> Part:
    """What the last reply did, part by part, and the way on. `note` is (heading, words)."""

    def part(title: str, text: str) -> Maker:
        return lambda b: stack(
            b,
            look.u(2),
            lambda c: words(look, c, title, LABEL, colour=look.theme.dusk, name=f"coach/{title}"),
            lambda c: words(look, c, text, BODY, name=f"coach-text/{title}"),
        )

    return card(
        look,
        box,
        lambda b: heading(look, b, "About your last reply", PANEL_TITLE),
        *(part(title, text) for title, text in note),
        lambda b: flow_right(
            b, 0, lambda c: button(look, c, "go-on", "Go on", kind="primary", key=look.key("go-on", "coach"))
        ),
        pad=32,
        gap=14,
    )


# -- Notice ---------------------------------------------------------------------------------------------------
def notice(look: Look, box: Box, question: Question, kind: str, signs: Sequence[str]) -> Part:
    """What just happened between you? Three answers, the signs of the chosen one, skip and continue.

    As high as the box; where that is too low for all of it, the answers scroll and the way on stays. A box without
    height is filled as far as needed.
    """
    side, top, low = look.u(40), look.u(22), look.u(24)
    foot = _notice_foot(look, Box(box.x + side, 0, box.w - 2 * side, 0), bool(kind))
    inner = Box(box.x + side, box.y + top, box.w - 2 * side, max(0.0, box.h - top - low - foot.box.h - look.u(14)))
    maker: Maker = lambda b: _asked(look, b, question, kind, signs)  # noqa: E731
    inside = maker(inner)
    if inner.h and inside.box.h > inner.h + 1:
        inside = scroll_area(look, inner, "answers", maker)
    took = box.tall(max(box.h, inside.box.h + foot.box.h + top + low + look.u(14)))
    foot = foot.moved(0, took.bottom - low - foot.box.h - foot.box.y)
    return Part((panel(look, took, radius=16),)) + inside + foot.boxed(took)


def _asked(look: Look, box: Box, question: Question, kind: str, signs: Sequence[str]) -> Part:
    across = box.w > look.em(26) and not look.narrow
    return stack(
        box,
        look.u(12),
        lambda b: heading(look, b, "What just happened between you?", PANEL_TITLE),
        lambda b: page_note(look, b, "Notice first. Answering comes after."),
        lambda b: (_answers_level if across else _answers_down)(look, b, question.answers, kind),
        (lambda b: _signs(look, b, question, kind, signs)) if question.signs(kind) else None,
    )


def _answers_level(look: Look, box: Box, answers: Sequence[Answer], kind: str) -> Part:
    """Side by side, all as high as the highest."""
    loose = row(box, look.u(GAP_SMALL), *(_answer(look, answer, kind, look.u(150)) for answer in answers))
    tallest = max(hit.box.h for hit in loose.hits)
    return row(box, look.u(GAP_SMALL), *(_answer(look, answer, kind, tallest) for answer in answers))


def _answers_down(look: Look, box: Box, answers: Sequence[Answer], kind: str) -> Part:
    return stack(box, look.u(12), *(_answer(look, answer, kind, 0.0) for answer in answers))


def _answer(look: Look, answer: Answer, kind: str, least: float) -> Maker:
    name, title, text = answer
    action, what = f"happened/{name}", "none" if name == "nothing" else name
    key = look.key(action, "notice")
    return lambda b: option_card(look, b.tall(least), action, title, text, what=what, key=key, selected=kind == name)


def _signs(look: Look, box: Box, question: Question, kind: str, chosen: Sequence[str]) -> Part:
    return stack(
        box.moved(0, look.u(6)),
        look.u(10),
        lambda b: flow(
            b,
            look.u(12),
            lambda c: label(look, c, "Which sign told you?", STRONG, name="which-sign"),
            lambda c: label(look, c, "optional", CAPTION, colour=look.theme.quiet, name="optional"),
        ),
        lambda b: flow(b, look.u(10), *(_sign(look, id, name, id in chosen) for id, name in question.signs(kind))),
    )


def _sign(look: Look, id: str, name: str, on: bool) -> Maker:
    def make(box: Box) -> Part:
        wide = look.measure(name, PILL)[0]
        return pill(look, box, f"sign/{id}", name, selected=on) if wide < look.box.w else EMPTY

    return make


def _notice_foot(look: Look, box: Box, answered: bool) -> Part:
    high = look.target
    return flow_right(
        box,
        look.u(GAP_SMALL),
        lambda b: button(look, b, "skip", "Skip", key=look.key("skip", "notice"), height=high),
        lambda b: button(
            look,
            b,
            "continue",
            "Continue",
            kind="primary",
            key=look.key("continue", "notice"),
            height=high,
            enabled=answered,
        ),
    )


def scrolling(look: Look, box: Box, name: str, maker: Maker) -> Part:
    """The part itself when it fits the box, else a window onto it."""
    part = maker(box)
    return part if part.box.h <= box.h + 1 else scroll_area(look, box, name, maker)
