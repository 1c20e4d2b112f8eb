"""The run to continue, at the top of the library: who it is, where it stopped, and two ways on.

It draws what it is given; which run it is was chosen by `app`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.portrait.draw import portrait_svg
from game.portrait.person import Person
from game.portrait.pose import POSES
from game.portrait.room import room_svg
from game.screens.cards import face
from game.ui.box import Box
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.orders import Picture
from game.ui.parts import flow, space, stack
from game.ui.theme import BODY, CAPTION, LABEL, PANEL_TITLE, QUOTE, RADIUS_LARGE
from game.ui.widgets import button, dots, heading, panel, words


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The run that *Continue* means."""

    run: str
    scenario: str
    title: str
    summary: str
    client: str
    person: Person | None
    since: str
    """When it was left, in words."""
    quote: str
    """What the client said last."""
    done: int
    """Decisions taken."""
    about: int
    """Decisions of a usual play."""


def continuing(look: Look, box: Box, open_: Unfinished) -> Part:
    """The panel of the run to continue; hits `continue` and `start-again`."""
    wide = 0.0 if look.narrow else min(look.u(568), box.w * 0.36)
    pad = look.u(36)
    inner = Box(box.x + wide + pad, box.y + look.u(22), box.w - wide - 2 * pad, 0)
    aside = 0.0 if look.ems < 78 else inner.w * 0.42
    left = _going_on(look, inner.wide(inner.w - aside), open_)
    right = _where(look, Box(inner.right - aside + pad, inner.y + look.u(8), aside - pad, 0), open_) if aside else None
    high = max(left.box.h, right.box.h if right else 0.0) + look.u(44)
    took = box.tall(max(high, 0.0 if look.narrow else look.u(256)))
    body = panel(look, took, radius=RADIUS_LARGE)
    room = _in_the_room(look, took.wide(wide), open_) if wide else Part()
    told = left + right if right else left
    middle = told.moved(0, (took.h - look.u(44) - told.box.h) / 2)
    return Part((body, *room.orders, *middle.orders), middle.hits, took)


def _going_on(look: Look, box: Box, open_: Unfinished) -> Part:
    return stack(
        box, look.u(10),
        lambda b: words(look, b, f"{open_.client}  ·  {open_.since}", CAPTION, colour=look.theme.quiet, name="since"),
        lambda b: heading(look, b, open_.title, PANEL_TITLE, name="unfinished"),
        lambda b: words(look, b, open_.summary, BODY, name="unfinished-summary"),
        space(look.u(2)),
        lambda b: flow(
            b, look.u(20),
            lambda c: button(look, c, "continue", "Continue", kind="primary", sign="chat"),
            lambda c: button(look, c, "start-again", "Start again"),
        ),
    )  # fmt: skip


def _where(look: Look, box: Box, open_: Unfinished) -> Part:
    said = f"“{open_.quote}”"
    done = f"{open_.done} of about {open_.about} decisions"
    return stack(
        box, look.u(12),
        lambda b: words(look, b, "Where you stopped", LABEL, colour=look.theme.quiet, name="where"),
        lambda b: words(look, b, said, QUOTE, name="quote", lines=4),
        lambda b: _done(look, b, open_, done),
    )  # fmt: skip


def _done(look: Look, box: Box, open_: Unfinished, text: str) -> Part:
    spots = dots(look, box, open_.done, max(open_.about, open_.done))
    told = Hit("done", spots.box, "image", text)
    if spots.box.w > box.w:
        return words(look, box, text, LABEL, name="done")
    return Part(spots.orders, (told,), box.tall(spots.box.h))


def _in_the_room(look: Look, box: Box, open_: Unfinished) -> Part:
    """The client in their chair: the session's room, cropped."""
    radius = look.u(RADIUS_LARGE)
    corners = (radius, 0.0, 0.0, radius)
    if look.theme.name == "contrast" or open_.person is None:
        return face(look, box, open_.person, corners)
    theme = "dark" if look.theme.name == "dark" else "light"
    svg = room_svg(1920, 1080, theme=theme, seat_x=512, progress=0.0)
    high = 0.62
    crop = Box(0.0, 0.08, high * box.w / box.h * 1080 / 1920, high)
    scale = box.h / (high * 1080)
    tall = box.h * 1.18
    at = Box(box.x + 512 * scale - tall * 0.375, box.y + box.h * 0.1, tall * 0.75, tall)
    shown = min(1.0, (box.bottom - at.y) / at.h)
    person = portrait_svg(open_.person, POSES["neutral"], size=(round(at.w), round(at.h)))
    client = Picture(at.tall(at.h * shown), person, Box(0, 0, 1, shown), look.theme.portrait_tint)
    return Part((Picture(box, svg, crop, radius=corners), client), (), box)
