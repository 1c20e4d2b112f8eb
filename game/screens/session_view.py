"""The picture of a session: where head, client, words and replies stand, in a wide window and in a narrow one.

It decides only places; what there is to show comes in as `Seen`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.screens import session_parts as parts
from game.screens.session_marks import Question
from game.screens.session_room import SEAT, Sitting, framed, room
from game.screens.session_speech import NAME, Speech, chrome, panel, panel_height, spoken
from game.ui.box import Box
from game.ui.choices import LETTERS
from game.ui.frame import EMPTY, Frame, Pace, Part
from game.ui.look import Look, Measurer
from game.ui.orders import Fill, Stroke
from game.ui.pages import FootKey, footer, footer_height, ground
from game.ui.parts import scroll_area, stack
from game.ui.theme import BODY, GAP_SMALL
from game.ui.widgets import button, card, heading, hint, label, words

LEAST_RATIO = 1.5
"""A window that is less wide than this beside its height stacks everything in one column."""
LEAST_HIGH = 32.0
"""Body ems of height under which speech and replies do not both fit beside the client, however wide the window is."""
READABLE = 46.0
"""Body ems of the one column at most: longer lines are hard to follow."""
REST = "Take the time you need"
HAPPENED = ("happened/nothing", "happened/withdrawal", "happened/confrontation")
SURE = ("sure/1", "sure/2", "sure/3", "sure/4")


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the picture shows."""

    title: str
    where: str
    share: float
    """0..1 of the decisions taken, for the clock on the wall."""
    own: str
    sitting: Sitting
    speech: Speech
    phase: str
    replies: tuple[str, ...]
    chosen: int
    question: Question
    kind: str
    signs: tuple[str, ...]
    draft: str
    coach: tuple[tuple[str, str], ...]


def picture(seen: Seen, look: Look, t: float) -> Frame:
    """The frame at time t."""
    narrow = _stacked(look)
    if narrow:
        whole = _narrow(seen, look, t) + _foot(seen, look, narrow)
    else:
        whole = room(look, seen.sitting, seen.share, t) + _words(seen, look, look.measurer)
    speaking = seen.phase == "speaks"
    return Frame(
        look.size,
        whole.orders,
        whole.hits,
        seen.title,
        live=_live(seen),
        pace=_pace(seen, look, t),
        regions=whole.regions,
        entry=_entry(seen),
        any_key="go-on" if speaking else "",
    )


def _stacked(look: Look) -> bool:
    """Whether everything stands in one column."""
    return look.narrow or look.size[0] / look.size[1] < LEAST_RATIO or look.size[1] / look.px(BODY) < LEAST_HIGH


def _live(seen: Seen) -> tuple[str, ...]:
    if not seen.speech.lines:
        return ()
    line = seen.speech.lines[seen.speech.at]
    return (line.text if line.aside else f"{seen.speech.name}: {line.text}",)


def _pace(seen: Seen, look: Look, t: float) -> Pace:
    if not seen.speech.line_done(look) or seen.sitting.moving(look, t):
        return "moving"
    return "living" if look.motion == "full" else "still"


def _entry(seen: Seen) -> str:
    return {
        "offers": "reply/0",
        "notice": "happened/nothing",
        "sure": "sure/1",
        "write": "draft",
        "ends": "finish",
    }.get(seen.phase, "")


# -- Wide: the room with the words at its right -----------------------------------------------------------------------
def _column(look: Look) -> Box:
    """The right-hand column: from beside the lamp to the margin; in a small window it takes the margin too."""
    extra = max(0.0, look.size[0] - 1920 * look.unit)
    margin = look.u(64) if look.unit > 0.8 else look.u(32)
    left = max(look.u(1000) + 0.45 * extra, (SEAT + 402 + 60) * look.size[1] / 1080)
    right = min(look.size[0] - margin, left + look.u(888) + 0.35 * extra)
    top = look.u(40) if look.unit > 0.8 else look.u(24)
    low = look.size[1] - footer_height(look) - (look.u(24) if look.unit > 0.8 else look.u(14))
    return Box(left, top, right - left, low - top)


@lru_cache(maxsize=4)
def _words(seen: Seen, look: Look, measurer: Measurer) -> Part:
    """All but the room. Kept, because while a client only breathes nothing of it changes from frame to frame.

    The measurer is the look's own: looks are equal whatever measures them, and what is kept is not.
    """
    column = _column(look)
    top = parts.head(look, column, seen.title, seen.where)
    own = parts.own_line(look, _own_box(look, column, top.box.bottom), seen.own)
    start = own.box.bottom + (look.u(16) if seen.own else look.u(8))
    space = Box(column.x, start, column.w, column.bottom - start)
    said, lower = _said_and_lower(seen, look, space)
    return top + own + said + lower + _foot(seen, look, False) + hint(look, top)


def _own_box(look: Look, column: Box, below: float) -> Box:
    inset = look.u(96)
    return Box(column.x + inset, below + look.u(24 if look.unit > 0.8 else 12), column.w - inset, 0)


def _said_and_lower(seen: Seen, look: Look, space: Box) -> tuple[Part, Part]:
    """The speech panel and what stands under it, sharing the height so that both fit, or the lower one scrolls."""
    gap = look.u(22)
    coming = _lower_height(seen, look, space.w)
    least = chrome(look) + look.px(BODY) * 4.2
    room_for_speech = max(least, space.h - coming - gap)
    high = panel_height(look, seen.speech, space.w, room_for_speech)
    free = space.h - coming - gap
    high = max(high, min(look.u(194), free)) if free > 0 else high
    said = panel(look, space.tall(high), seen.speech, tail=_tail(look), room=room_for_speech)
    below = Box(space.x, space.y + high + gap, space.w, max(0.0, space.h - high - gap))
    return said, _lower(seen, look, below)


def _tail(look: Look) -> float:
    return look.u(46)


def _lower_height(seen: Seen, look: Look, width: float) -> float:
    """Height that what comes after the speech will need; known while the client still speaks, so nothing jumps."""
    probe = Box(0, 0, width, 0)
    if seen.replies and seen.phase in ("speaks", "offers"):
        return parts.replies_height(look, width, seen.replies)
    return _panel(seen, look, probe).box.h


def _lower(seen: Seen, look: Look, box: Box) -> Part:
    if seen.phase == "speaks":
        return EMPTY
    if seen.phase == "offers":
        return _replies(seen, look, box)
    if seen.phase == "notice":
        return parts.notice(look, box, seen.question, seen.kind, seen.signs)
    return parts.scrolling(look, box, "lower", lambda b: _panel(seen, look, b))


def _replies(seen: Seen, look: Look, box: Box) -> Part:
    """At the foot of the column, 116 px each where there is room for that."""
    for least, gap in ((look.u(116), GAP_SMALL), (0.0, GAP_SMALL), (0.0, GAP_SMALL / 2)):
        high = parts.replies_height(look, box.w, seen.replies, least, gap)
        if high <= box.h + 1:
            return parts.replies(look, Box(box.x, box.bottom - high, box.w, high), seen.replies, least, gap=gap)
    return scroll_area(look, box, "lower", lambda b: parts.replies(look, b, seen.replies))


def _panel(seen: Seen, look: Look, box: Box) -> Part:
    """What the moment asks for, other than replies."""
    match seen.phase:
        case "coach":
            return parts.coach_note(look, box, seen.coach)
        case "write":
            return parts.own_words(look, box, seen.draft)
        case "sure":
            return parts.how_sure(look, box, LETTERS[seen.chosen], seen.replies[seen.chosen])
        case "ends":
            return _end(look, box)
        case _:
            return parts.notice(look, box, seen.question, seen.kind, seen.signs)


def _end(look: Look, box: Box) -> Part:
    return card(
        look,
        box,
        lambda b: heading(look, b, "The session is over"),
        lambda b: words(
            look, b, "Everything you said is kept. Next: how you think it went, then what it did.", name="end"
        ),
        lambda b: button(look, b, "finish", "Look back", kind="primary", key=look.key("finish")),
        pad=36,
        gap=16,
    )


# -- Narrow: one column that scrolls under the face and the words ------------------------------------------------------
def _narrow(seen: Seen, look: Look, t: float) -> Part:
    edge = max(look.u(28), 14.0)
    bar = look.target + 2 * look.u(12)
    top = parts.head(look, Box(edge, look.u(12), look.box.w - 2 * edge, bar), seen.title, seen.where)
    line = Stroke(((0, bar), (look.box.w, bar)), look.theme.divider, max(1.0, look.u(2)))
    wide = min(look.box.w - 2 * edge, look.em(READABLE))
    high = look.box.h - bar - look.u(20) - footer_height(look)
    body = Box((look.box.w - wide) / 2, bar + look.u(20), wide, high)
    face = _face_and_words(seen, look, body, t)
    head_part = ground(look) + Part((Fill(Box(0, 0, look.box.w, bar), look.theme.paper), line)) + top
    rest_top = face.box.bottom + look.u(20)
    if face.box.h > body.h * 0.62:

        def all_of_it(box: Box) -> Part:
            return stack(
                box,
                look.u(20),
                lambda b: _face_and_words(seen, look, b.tall(body.h), t),
                lambda b: _rest(seen, look, b),
            )

        return head_part + scroll_area(look, body.tall(body.h - look.u(8)), "main", all_of_it) + hint(look, top)
    under = Box(body.x, rest_top, body.w, body.bottom - rest_top - look.u(6))
    return (
        head_part
        + face
        + scroll_area(look, under, "main", lambda b: _rest(seen, look, _ring_room(look, b)))
        + hint(look, top)
    )


def _ring_room(look: Look, box: Box) -> Box:
    """A little lower, so that the ring of the first reply is not cut off."""
    return Box(box.x, box.y + look.u(10), box.w, box.h)


def _face_and_words(seen: Seen, look: Look, box: Box, t: float) -> Part:
    wide = min(box.w * 0.26, box.h * 0.58)
    face = framed(look, Box(box.x, box.y, wide, wide * 1.033), seen.sitting, t)
    beside = Box(face.box.right + look.u(40), box.y - look.u(6), box.w - wide - look.u(40), box.h)
    name = label(look, beside, seen.speech.name, NAME, colour=look.theme.teal)
    room_for_words = max(box.h * 0.6 - name.box.h, look.px(BODY) * 6)
    said = spoken(look, Box(beside.x, name.box.bottom, beside.w, 0), seen.speech, room_for_words)
    high = max(face.box.h, name.box.h + said.box.h)
    return (face + name.silent() + said).boxed(box.tall(high))


def _rest(seen: Seen, look: Look, box: Box) -> Part:
    """Replies or what else is asked, then the trainee's own last line."""
    own = (lambda b: parts.own_line(look, b, seen.own)) if seen.own else None
    if seen.phase == "speaks":
        return stack(box, look.u(20), own)
    if seen.phase == "offers":
        asked = lambda b: parts.replies(look, b, seen.replies, ask=False)  # noqa: E731
    else:
        asked = lambda b: _panel(seen, look, b.tall(0))  # noqa: E731
    return stack(box, look.u(24), asked, own)


# -- Foot -------------------------------------------------------------------------------------------------------------
def _foot(seen: Seen, look: Look, narrow: bool) -> Part:
    screen = {"notice": "notice", "coach": "coach", "speaks": "coach"}.get(seen.phase, "session")
    entries = _entries(seen)
    if narrow and seen.phase == "offers":
        entries = [
            FootKey("down", "replies", ("down",), True),
            FootKey("press", "choose", ("press",), True),
            *entries[1:],
        ]
    return footer(look, screen, entries, REST if seen.phase == "offers" else "")


def _entries(seen: Seen) -> list[FootKey]:
    ways = [FootKey("transcript"), FootKey("case-file"), FootKey("again"), FootKey("pause"), FootKey("leave")]
    match seen.phase:
        case "speaks" | "coach":
            return [FootKey("go-on"), *ways]
        case "notice":
            return [
                FootKey("what", "what happened", HAPPENED, True),
                FootKey("mark", "mark a sign", ("mark",), True),
                FootKey("continue"),
                FootKey("skip"),
                *ways,
            ]
        case "offers":
            return [FootKey("choose", "choose", _letters(len(seen.replies)), True), *ways]
        case "ends":
            return [FootKey("finish"), *ways[:2]]
        case "sure":
            return [FootKey("sure", "how sure", SURE, True), *ways]
        case _:
            return ways


def _letters(count: int) -> tuple[str, ...]:
    """The actions of the replies on offer."""
    return tuple(f"reply/{number}" for number in range(count))
