"""What the library shows of each scenario: the values, and one card as a picture.

It asks nothing of the records; `app` fills the values in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from game.portrait.draw import portrait_svg
from game.portrait.person import Person
from game.portrait.pose import POSES
from game.ui.box import Box
from game.ui.charts import small_arc
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.orders import Fill, Picture, Radii
from game.ui.parts import Maker, flow, space, stack
from game.ui.theme import CAPTION, CARD_TITLE, CONTRAST_GROUND, LABEL, RADIUS_CARD, SMALL, mix
from game.ui.widgets import chip, dots, label, panel, ring, words

Standing = Literal["new", "open", "played"]
LEVELS = ("beginner", "intermediate", "advanced")
ZOOM, ABOVE = 1.22, 0.04
"""A face on a card: how much taller than the card the portrait is, and the share of it above the card."""
LARGEST = 1.7
"""The same where the card is wide: a face larger than that would be cut off at the eyes."""
KINDS = {"withdrawal": "moving away", "confrontation": "moving against", "both": "away and against"}
"""Kinds of rupture as a card says them."""


@dataclass(frozen=True, slots=True)
class Reached:
    """The best reach so far in one dimension."""

    name: str
    share: float
    """0..1."""
    chance: float | None
    """0..1: what guessing at the same moments scores."""


@dataclass(frozen=True, slots=True)
class Card:
    """One scenario on the shelf."""

    scenario: str
    title: str
    summary: str
    client: str
    person: Person | None
    difficulty: str
    minutes: int
    kind: str
    """A key of KINDS; empty where no rupture opens."""
    concerns: tuple[str, ...]
    concepts: tuple[str, ...]
    content_note: bool
    standing: Standing
    reached: tuple[Reached, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """A scenario that cannot be played, and why."""

    name: str
    why: str
    """Its first finding, with its place."""


def in_words(name: str) -> str:
    """A name of a closed list as a person reads it.

    >>> in_words("low-self-esteem")
    'low self esteem'
    """
    return name.replace("-", " ")


def face(look: Look, box: Box, person: Person | None, radius: Radii, *, zoom: float = ZOOM) -> Part:
    """The client at rest, on a ground of their own; an empty ground where no face is known."""
    ground = _ground(look, person)
    plate = Fill(box, ground, radius)
    if person is None:
        return Part((plate,), (), box)
    high = max(box.h * zoom, min(box.w * 4 / 3, box.h * LARGEST))
    wide = high * 0.75
    shown = Box(max(0.0, 1 - box.w / wide) / 2, ABOVE, min(1.0, box.w / wide), box.h / high)
    at = Box(box.cx - wide * shown.w / 2, box.y, wide * shown.w, box.h)
    svg = at_rest(person)
    return Part((plate, Picture(at, svg, shown, look.theme.portrait_tint, radius=radius)), (), box)


@lru_cache(maxsize=32)
def at_rest(person: Person) -> str:
    """The person looking up, drawn once."""
    return portrait_svg(person, POSES["neutral"], size=(600, 800))


def _ground(look: Look, person: Person | None) -> str:
    """The colour behind a face: the person's own by day, dimmed by lamp, a plain grey in high contrast."""
    if person is None:
        return look.theme.tint_plain
    if look.theme.name == "contrast":
        return CONTRAST_GROUND
    return mix(person.ground, look.theme.ground, 0.55) if look.theme.name == "dark" else person.ground


def card_of(look: Look, card: Card, *, least: float) -> Maker:
    """The card as a maker: face on the left, words on the right, the whole of it one thing to press."""
    return lambda box: _card(look, box, card, least)


def _card(look: Look, box: Box, card: Card, least: float) -> Part:
    pad, name = look.u(24), f"open/{card.scenario}"
    wide = min(box.w * 0.34, max(look.u(176), look.em(6.5)))
    inner = Box(box.x + wide + pad, box.y + look.u(18), box.w - wide - 2 * pad, box.h)
    told = stack(
        inner, look.u(6),
        lambda b: _head(look, b, card),
        lambda b: words(look, b, card.title, CARD_TITLE),
        lambda b: words(look, b, card.summary, CAPTION),
        lambda b: space(look.u(2))(b),
        lambda b: _chips(look, b, card),
        lambda b: _arcs(look, b, card),
    )  # fmt: skip
    took = box.tall(max(least, told.box.h + look.u(36)))
    touched = name in (look.hover, look.pressed)
    body = panel(look, took, colour=look.theme.selected if touched else "")
    radius = look.u(RADIUS_CARD)
    portrait = face(look, Box(took.x, took.y, wide, took.h), card.person, (radius, 0.0, 0.0, radius))
    hit = Hit(name, took, "button", card.title, value=_standing(card), description=_told(card))
    shown = (body, *portrait.orders, outline(body), *told.orders)
    return Part((*shown, *ring(look, took, name, RADIUS_CARD)), (hit,), took)


def outline(body: Fill) -> Fill:
    """The edge of a card again, over the face that reaches to its side."""
    return replace(body, colour="", shadow=0.0)


def _head(look: Look, box: Box, card: Card) -> Part:
    line = look.line(CAPTION)
    spots = dots(look, box, LEVELS.index(card.difficulty) + 1 if card.difficulty in LEVELS else 0, len(LEVELS))
    spots = spots.moved(0, (line - spots.box.h) / 2)
    minutes = label(look, Box(spots.box.right + look.u(14), box.y, 0, 0), f"{card.minutes} min", CAPTION)
    right = _badge(look, box, card)
    right = right.moved(box.right - right.box.right, (line - right.box.h) / 2)
    if right.box.x < minutes.box.right + look.u(8):
        right = right.moved(box.x - right.box.x, line)
        return Part(spots.orders + minutes.orders + right.orders, (), box.tall(line + right.box.h))
    return Part(spots.orders + minutes.orders + right.orders, (), box.tall(line))


def _badge(look: Look, box: Box, card: Card) -> Part:
    match card.standing:
        case "new" if not card.content_note:
            return chip(look, box, "new", solid=True)
        case "open":
            return chip(look, box, "in progress", mark="teal")
    if card.content_note:
        return label(look, box, "content note", LABEL, colour=look.theme.clay)
    return Part(box=Box(box.x, box.y, 0, 0))


def _chips(look: Look, box: Box, card: Card) -> Part:
    sign = {"withdrawal": "away", "confrontation": "against", "both": "both"}.get(card.kind)
    makers: list[Maker] = []
    if sign:
        makers.append(lambda b: chip(look, b, KINDS[card.kind], mark="clay", sign=sign))  # type: ignore[arg-type]
    makers += [_plain_chip(look, in_words(concern)) for concern in card.concerns[:2]]
    return flow(box, look.u(10), *makers, row_gap=look.u(8)) if makers else Part(box=box.tall(0))


def _plain_chip(look: Look, text: str) -> Maker:
    return lambda box: chip(look, box, text)


def _arcs(look: Look, box: Box, card: Card) -> Part:
    if not card.reached:
        line = words(look, Box(box.x, box.y + look.u(14), box.w, 0), "Not played yet", SMALL, colour=look.theme.quiet)
        return line.boxed(box.tall(line.box.bottom - box.y))
    top = Box(box.x, box.y + look.u(8), box.w, box.h)
    made = flow(top, look.u(22), *(_arc(look, reached) for reached in card.reached))
    return made.boxed(box.tall(made.box.bottom - box.y))


def _arc(look: Look, reached: Reached) -> Maker:
    return lambda box: small_arc(look, box, reached.share, reached.chance, reached.name)


def _standing(card: Card) -> str:
    return {"new": "new", "open": "in progress", "played": "played"}[card.standing]


def _told(card: Card) -> str:
    """Everything the picture says, in words."""
    parts = [f"{card.client}. {card.summary} {card.difficulty.capitalize()}, {card.minutes} minutes."]
    if card.kind:
        parts.append(f"{KINDS[card.kind].capitalize()}.")
    if card.content_note:
        parts.append("Has a content note.")
    parts += [f"Best reach in {one.name}: {round(one.share * 100)} of 100." for one in card.reached]
    return " ".join(parts)
