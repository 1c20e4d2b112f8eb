"""The run to continue, at the top of the library: who it is, where it stopped, and two ways on.

It draws what it is given; which run it is was chosen by `app`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.portrait.person import Person
from game.portrait.room import room_svg
from game.screens.cards import at_rest, face, outline
from game.ui.box import Box
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.orders import Picture
from game.ui.parts import Maker, flow, space, stack
from game.ui.theme import BODY, CAPTION, LABEL, PANEL_TITLE, QUOTE, RADIUS_LARGE
from game.ui.widgets import button, dots, heading, panel, words

WELCOME = "A quiet room to rehearse the hard moments in. The client is made up; what you say is yours to choose."
STEPS = (
    "Read the case file, and sit with one client for about fifteen minutes.",
    "Choose what to say. The relationship moves, and no score is shown.",
    "Look back: what each reply did, what else was possible, and why.",
)


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


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a first-time trainee is offered."""

    scenario: str
    """The one to begin with."""
    title: str
    person: Person | None


def continuing(look: Look, box: Box, open_: Unfinished) -> Part:
    """The panel of the run to continue; hits `continue` and `start-again`."""
    told = lambda b: _going_on(look, b, open_)  # noqa: E731
    return _panel(look, box, open_.person, told, lambda b: _where(look, b, open_))


def welcoming(look: Look, box: Box, first: Welcome) -> Part:
    """What this is, in three sentences, and where to begin; the hit is that of its card."""
    told = lambda b: _beginning(look, b, first)  # noqa: E731
    return _panel(look, box, first.person, told, lambda b: _how(look, b))


def _panel(look: Look, box: Box, person: Person | None, told: Maker, aside: Maker) -> Part:
    """A wide panel: the room on the left, words in the middle, and more words on the right where there is space."""
    wide = 0.0 if look.narrow else min(look.u(568), box.w * 0.36)
    pad = look.u(36)
    inner = Box(box.x + wide + pad, box.y + look.u(22), box.w - wide - 2 * pad, 0)
    beside = 0.0 if look.ems < 78 else inner.w * 0.42
    left = told(inner.wide(inner.w - beside))
    right = aside(Box(inner.right - beside + pad, inner.y + look.u(8), beside - pad, 0)) if beside else Part()
    high = max(left.box.h, right.box.h) + look.u(44)
    took = box.tall(max(high, 0.0 if look.narrow else look.u(256)))
    room = _in_the_room(look, took.wide(wide), person) if wide else Part()
    words_ = left + right if beside else left
    middle = words_.moved(0, (took.h - look.u(44) - words_.box.h) / 2)
    body = panel(look, took, radius=RADIUS_LARGE)
    return Part((body, *room.orders, outline(body), *middle.orders), middle.hits, took)


def _beginning(look: Look, box: Box, first: Welcome) -> Part:
    return stack(
        box, look.u(10),
        lambda b: heading(look, b, "Welcome", PANEL_TITLE, name="welcome"),
        lambda b: words(look, b, WELCOME, BODY, name="welcome-words"),
        lambda b: words(look, b, f"{look.key('aloud')} reads every page aloud.", CAPTION, name="welcome-aloud"),
        space(look.u(2)),
        lambda b: button(
            look, b, f"open/{first.scenario}/first", f"Begin with “{first.title}”", kind="primary", sign="chat"
        ),
    )  # fmt: skip


def _how(look: Look, box: Box) -> Part:
    steps = [_step(look, at, text) for at, text in enumerate(STEPS, 1)]
    head: Maker = lambda b: words(look, b, "How it goes", LABEL, colour=look.theme.quiet, name="how")  # noqa: E731
    return stack(box, look.u(8), head, *steps)


def _step(look: Look, at: int, text: str) -> Maker:
    return lambda box: words(look, box, f"{at}.  {text}", CAPTION, name=f"step/{at}")


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


def _in_the_room(look: Look, box: Box, client: Person | None) -> Part:
    """The client in their chair: the session's room, cropped."""
    radius = look.u(RADIUS_LARGE)
    corners = (radius, 0.0, 0.0, radius)
    if look.theme.name == "contrast" or client is None:
        return face(look, box, client, corners)
    theme = "dark" if look.theme.name == "dark" else "light"
    svg = room_svg(1920, 1080, theme=theme, seat_x=512, progress=0.0)
    high = 0.62
    crop = Box(0.0, 0.08, high * box.w / box.h * 1080 / 1920, high)
    scale = box.h / (high * 1080)
    tall = box.h * 1.18
    at = Box(box.x + 512 * scale - tall * 0.375, box.y + box.h * 0.1, tall * 0.75, tall)
    shown = min(1.0, (box.bottom - at.y) / at.h)
    seated = Picture(at.tall(at.h * shown), at_rest(client), Box(0, 0, 1, shown), look.theme.portrait_tint)
    return Part((Picture(box, svg, crop, radius=corners), seated), (), box)
