"""About: what Attune is and is not, where its key comes from, and numbers to call when it is too much.

The words are the program's own; nothing here is a setting.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.screens.intents import GoTo, Intent
from game.ui.box import Box
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Part, frame_of
from game.ui.look import Look
from game.ui.pages import FootKey, footer, ground, page_room, rail
from game.ui.parts import Maker, scroll_area, space, stack
from game.ui.theme import BODY, CAPTION, PAGE_TITLE, SECTION_TITLE
from game.ui.widgets import card, heading, words

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "If you need help now",
        (
            "In the United Kingdom and Ireland: Samaritans, 116 123, day and night.",
            "In the United States: 988, by call or text, day and night.",
            "Elsewhere, or in danger: your local emergency number. You can leave any session with one key, and nothing "
            "is lost.",
        ),
    ),
    (
        "What this is",
        (
            "A practice room for trainee therapists. A made-up client says something hard; you choose what to say; the "
            "relationship moves. Afterwards you see, reply by reply, what each did and what else was possible.",
            "Every client is a fictional composite. Their replies are simplified: people are larger than any script.",
        ),
    ),
    (
        "What this is not",
        (
            "It is not therapy, not supervision, and not an assessment of fitness to practise. Choosing a good reply "
            "from four is not the same as finding one. Follow your supervisor, your code of ethics and your local law.",
            "No one has shown that practising here improves outcomes for clients, and Attune does not claim it.",
        ),
    ),
    (
        "Where the scores come from",
        (
            "The key is the author's: formative guidance, not a measured standard. Each reply is coded by its main "
            "move, and the points follow from the code, the moment and its timing. Reach says how much of what could "
            "be earned you earned; the tick beside it says what guessing would have earned.",
            "The ideas rest on published work on alliance ruptures and their repair, relational-cultural therapy and "
            "multicultural orientation. The sources stand beside each principle in the review.",
        ),
    ),
    (
        "Your answers",
        (
            "They stay on this computer. There is no account, no network and no telemetry. Please do not type details "
            "of real clients into any field.",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class About:
    """The page."""

    version: str

    def view(self, look: Look, t: float) -> Frame:
        """The page."""
        body, room = rail(look, "about")
        inner = page_room(look, room)
        page = scroll_area(look, inner, "main", lambda box: self._page(look, box))
        foot = footer(look, "about", (FootKey("page-down", "read on"), FootKey("back")), f"Attune {self.version}")
        return frame_of(look.size, ground(look) + body + page + foot, "About")

    def wish(self, act: Act, look: Look) -> Intent | None:
        """A way out."""
        match act:
            case Activate("back"):
                return GoTo("library")
            case Activate(name) if name.startswith("go/"):
                return GoTo(name.removeprefix("go/"))  # type: ignore[arg-type]
        return None

    def _page(self, look: Look, box: Box) -> Part:
        wide = box.wide(min(box.w, look.em(38)))
        return stack(
            wide, look.u(24),
            lambda b: heading(look, b, "About Attune", PAGE_TITLE),
            *(_part(look, title, texts) for title, texts in PARTS),
            lambda b: words(look, b, f"Version {self.version}", CAPTION, colour=look.theme.quiet, name="version"),
            space(look.u(8)),
        )  # fmt: skip


def _part(look: Look, title: str, texts: tuple[str, ...]) -> Maker:
    makers: list[Maker] = [lambda b: heading(look, b, title, SECTION_TITLE)]
    makers += [_paragraph(look, title, at, text) for at, text in enumerate(texts)]
    return lambda box: card(look, box, *makers, pad=36, gap=12)


def _paragraph(look: Look, title: str, at: int, text: str) -> Maker:
    return lambda box: words(look, box, text, BODY, name=f"{title}/{at}")
