"""The self-rating, before any score is seen: three five-step scales with their anchors in words.

Skipping is as easy as rating. It shows no score and keeps none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.screens.intents import Become, Intent, Rate
from game.screens.overlays import AllKeys
from game.ui.box import Box
from game.ui.choices import segmented
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Part, frame_of
from game.ui.look import Look
from game.ui.pages import FootKey, footer, footer_height, ground
from game.ui.parts import Maker, flow, scroll_area, space, stack
from game.ui.theme import BODY, CAPTION, PAGE_TITLE, SECTION_TITLE
from game.ui.widgets import button, card, heading, words

STEPS = tuple((str(step), str(step)) for step in range(1, 6))


@dataclass(frozen=True, slots=True)
class Scale:
    """One dimension as it is rated."""

    dimension: str
    name: str
    anchors: tuple[str, ...]
    """In words, for 1..5."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The state of the self-rating."""

    scales: tuple[Scale, ...]
    given: tuple[tuple[str, int], ...] = ()

    def view(self, look: Look, t: float) -> Frame:
        """The page."""
        room, _ = look.box.from_top(look.box.h - footer_height(look))
        inner = room.inset(look.u(64), look.u(32)) if not look.narrow else room.inset(look.u(24), look.u(16))
        wide = inner.wide(min(inner.w, max(look.u(1200), look.em(36))))
        wide = wide.moved((inner.w - wide.w) / 2, 0)
        ways = _ways_on(look, wide)
        ways = ways.moved(0, wide.bottom - ways.box.bottom)
        above = wide.tall(wide.h - ways.box.h - look.u(20))
        body = scroll_area(look, above, "main", lambda box: self._page(look, box)) + ways
        foot = footer(look, "rating", (FootKey("continue"), FootKey("skip")), "No score has been shown yet")
        return frame_of(look.size, ground(look) + body + foot, "Before you look")

    def wish(self, act: Act, look: Look) -> Intent | None:
        """A step on a scale, or on to the debrief."""
        match act:
            case Activate("continue"):
                return Rate(self.given)
            case Activate("skip" | "back"):
                return Rate(())
            case Activate("help"):
                return Become(AllKeys(self, "rating"))
            case Activate(name) if name.startswith("rate/"):
                _, dimension, step = name.split("/")
                others = tuple(pair for pair in self.given if pair[0] != dimension)
                return Become(replace(self, given=(*others, (dimension, int(step)))))
        return None

    def _page(self, look: Look, box: Box) -> Part:
        return stack(
            box, look.u(22),
            lambda b: heading(look, b, "Before you look", PAGE_TITLE),
            lambda b: words(
                look, b, "How was it, by your own account? It is shown beside the score, and never counted.", BODY,
                colour=look.theme.quiet, name="question",
            ),
            *(self._scale(look, scale) for scale in self.scales),
            space(look.u(8)),
        )  # fmt: skip

    def _scale(self, look: Look, scale: Scale) -> Maker:
        now = dict(self.given).get(scale.dimension)
        told = scale.anchors[now - 1] if now else f"1: {scale.anchors[0]}   5: {scale.anchors[4]}"
        return lambda box: card(
            look, box,
            lambda b: heading(look, b, scale.name, SECTION_TITLE),
            lambda b: segmented(look, b, f"rate/{scale.dimension}", STEPS, str(now or ""), label=scale.name),
            lambda b: words(look, b, told, CAPTION, name=f"anchor/{scale.dimension}"),
            pad=28, gap=14,
        )  # fmt: skip


def _ways_on(look: Look, box: Box) -> Part:
    return flow(
        box, look.u(16),
        lambda b: button(look, b, "continue", "Continue", kind="primary", key=look.key("continue", "rating")),
        lambda b: button(look, b, "skip", "Skip", key=look.key("skip", "rating")),
    )  # fmt: skip
