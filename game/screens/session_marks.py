"""The notice prompt's question: three answers in words that fit the client, and the signs that go with each.

Words only; how they are laid out is `session_parts`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.reports.words import NOTICED
from game.scenario.model import Rubric

Answer = tuple[str, str, str]
"""Kind, title, one line."""


@dataclass(frozen=True, slots=True)
class Question:
    """What can be answered at a notice prompt."""

    answers: tuple[Answer, ...]
    marks: tuple[tuple[str, str, str], ...]
    """(kind, id, name) of the signs."""

    def signs(self, kind: str) -> tuple[tuple[str, str], ...]:
        """(id, name) of the signs of one kind; none for "nothing" and before an answer."""
        return tuple((id, name) for its, id, name in self.marks if its == kind)


def question(rubric: Rubric, pronouns: str) -> Question:
    """The question about a client with these pronouns."""
    they, them, are = _pronouns(pronouns)
    steps = f"{they.capitalize()} {are} going along or going quiet; a part of {them} has stepped back."
    pushes = f"{they.capitalize()} {are} pushing back at me, or at the work."
    return Question(
        (
            ("nothing", NOTICED["nothing"], "We are working together, even if it is hard."),
            ("withdrawal", NOTICED["withdrawal"], steps),
            ("confrontation", NOTICED["confrontation"], pushes),
        ),
        tuple((marker.kind, marker.id, marker.name) for marker in rubric.markers.values()),
    )


def _pronouns(written: str) -> tuple[str, str, str]:
    """(subject, object, verb): he, him, is. Anything not known is they."""
    match written.split("/")[0].strip().lower():
        case "he":
            return "he", "him", "is"
        case "she":
            return "she", "her", "is"
        case _:
            return "they", "them", "are"
