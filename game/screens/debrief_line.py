"""The session as a line: the client's own voice and the tension over decisions, ruptures shaded.

It shows numbers it is given and marks the chosen decision; which one that is, the page keeps.
"""

from __future__ import annotations

from itertools import combinations
from typing import Literal

from game.reports.debrief import Debrief, RuptureTold
from game.reports.words import KINDS
from game.screens import debrief_words as wording
from game.screens.debrief_head import snug
from game.ui.box import Box
from game.ui.charts import Episode, Series, line_plot
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.parts import Maker, flow, flow_right, stack
from game.ui.theme import BODY, CAPTION, SECTION_TITLE
from game.ui.widgets import button, card, icon_button, link, words

Brevity = Literal["full", "kind", "short", "least"]
"""How much the tags over the line say."""

BREVITY: tuple[Brevity, ...] = ("full", "kind", "short", "least")


def line(look: Look, box: Box, told: Debrief, voice: str, chosen: int) -> Part:
    """The card with the line; `chosen` is a decision from 1."""
    high = max(look.u(216), look.em(10.5))
    return card(
        look, box,
        lambda b: _head(look, b, told),
        (lambda b: _plot(look, b.tall(high), told, voice, chosen)) if told.line.voice or told.line.strain else (
            lambda b: _numbers(look, b, told, chosen)
        ),
        pad=24, gap=6,
    )  # fmt: skip


def _head(look: Look, box: Box, told: Debrief) -> Part:
    """The title, and the ways to move along the line."""
    title = snug(look, box, "How it went between you", SECTION_TITLE)
    note = "after each of your replies"
    ways = _ways(look, told)
    left = title.box.right + look.u(16)
    wide = look.measure(note, CAPTION)[0] + 2
    quiet = words(look, Box(left, box.y, wide, 0), note, CAPTION, colour=look.theme.quiet, name="line-note")
    quiet = quiet.moved(0, title.box.bottom - quiet.box.bottom - look.px(SECTION_TITLE) * 0.06)
    fits = left + wide <= box.right
    shown = title + quiet if fits else title
    start = shown.box.right + look.u(24)
    beside = flow_right(Box(start, box.y, box.right - start, 0), look.u(20), *ways)
    if fits and beside.box.h <= look.target + 1 and look.ems > 70:
        level = max(title.box.h, beside.box.h)
        whole = shown.moved(0, (level - title.box.h) / 2) + beside.moved(0, (level - beside.box.h) / 2)
        return whole.boxed(box.tall(level))
    return stack(box, look.u(8), lambda b: title.boxed(b.tall(title.box.h)), lambda b: flow(b, look.u(20), *ways))


def _ways(look: Look, told: Debrief) -> tuple[Maker, ...]:
    """Links to the turn and to the next rupture, and one step back and forth."""
    ways: list[Maker] = []
    if told.turn is not None:
        text = f"Where it turned: decision {told.turn.decision}"
        ways.append(lambda b: link(look, b, "turn", text))
    if told.ruptures:
        key = look.key("next-rupture", "debrief")
        ways.append(lambda b: link(look, b, "next-rupture", "Next rupture", mark="clay", key=key))
    if len(told.moments) > 1:
        ways.append(lambda b: _step(look, b, "earlier"))
        ways.append(lambda b: _step(look, b, "later"))
    return tuple(ways)


def _step(look: Look, box: Box, name: str) -> Part:
    key = look.key(name, "debrief")
    return icon_button(
        look, box, name, "Left" if name == "earlier" else "Right", f"{name.capitalize()} decision", key=key
    )


# -- the plot --------------------------------------------------------------------------------------------------------
def _plot(look: Look, box: Box, told: Debrief, voice: str, chosen: int) -> Part:
    every, series = [(_episodes(told, brevity)) for brevity in BREVITY], _series(told, voice)
    drawn = (line_plot(look, box, series, episodes, chosen=chosen - 1) for episodes in every)
    fitting = (part for part, episodes in zip(drawn, every, strict=True) if _in_place(part, episodes))
    part = next(fitting, None) or line_plot(look, box, series, every[-1], chosen=chosen - 1)
    picture = Hit("line", box, "image", _spoken(told, voice))
    return Part(part.orders, (picture, *part.hits), part.box)


def _series(told: Debrief, voice: str) -> tuple[Series, ...]:
    """What stood after each reply, as shares of the scale."""
    line = told.line
    span = max(1, line.most - line.least)
    both = ((voice, line.voice, "teal", False), ("tension", line.strain, "clay", True))
    return tuple(
        Series(name, tuple((value - line.least) / span for value in values[1:]), mark, square)  # type: ignore[arg-type]
        for name, values, mark, square in both
        if len(values) > 1
    )


def _in_place(part: Part, episodes: tuple[Episode, ...]) -> bool:
    """Whether no tag covers another, and each stands within a step of what it names."""
    tags = [hit.box for hit in part.hits if hit.name.startswith("episode/")]
    if any(one.meets(other) for one, other in combinations(tags, 2)):
        return False
    xs = [hit.box.cx for hit in part.hits if hit.name.startswith("decision/")]
    step = xs[1] - xs[0] if len(xs) > 1 else part.box.w
    homes = [xs[one.opened] - step / 2 for one in episodes]
    homes += [xs[one.closed] for one in episodes if one.closed_words and one.closed is not None]
    return all(abs(tag.x - home) <= step for tag, home in zip(tags, sorted(homes), strict=True))


def _episodes(told: Debrief, brevity: Brevity) -> tuple[Episode, ...]:
    return tuple(_episode(one, brevity) for one in told.ruptures) if told.moments else ()


def _episode(rupture: RuptureTold, brevity: Brevity) -> Episode:
    """Shaded from the reply after which it was there, up to the reply that mended it, or the last one."""
    closed = "repaired" if rupture.repaired and brevity != "least" else ""
    opened = _opened(rupture, brevity)
    return Episode(max(0, rupture.opened - 1), max(0, rupture.until - 1), opened, closed)


def _opened(rupture: RuptureTold, brevity: Brevity) -> str:
    kind = KINDS[rupture.kind]
    match brevity:
        case "full":
            return f"opens: {kind}" if rupture.repaired else f"opens: {kind}, {wording.OUTCOMES[rupture.outcome]}"
        case "kind":
            return f"opens: {kind}"
        case _:
            return "opens"


def _spoken(told: Debrief, voice: str) -> str:
    """The picture in words."""
    line = told.line
    parts = [f"The session as a line, on a scale from {line.least} to {line.most}, after each reply."]
    if line.voice:
        parts.append(f"{voice.capitalize()}: {', '.join(map(str, line.voice[1:]))}.")
    if line.strain:
        parts.append(f"Tension: {', '.join(map(str, line.strain[1:]))}.")
    parts += [f"{wording.rupture_title(one)}. {wording.rupture_course(one)}" for one in told.ruptures]
    return " ".join(parts)


def _numbers(look: Look, box: Box, told: Debrief, chosen: int) -> Part:
    """Decisions to choose from where the scenario keeps neither gauge."""
    if not told.moments:
        return words(look, box, "You left before the first decision.", BODY, name="no-line")
    return flow(box, look.u(12), *(_number(look, moment.number, moment.number == chosen) for moment in told.moments))


def _number(look: Look, number: int, chosen: bool) -> Maker:
    kind = "primary" if chosen else "secondary"
    return lambda box: button(look, box, f"decision/{number - 1}", str(number), kind=kind)  # type: ignore[arg-type]
