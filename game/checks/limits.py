"""How much is too much: the limit of every check that counts or measures, in one table.

It compares nothing; each check reads its own row and says its value; `docs/findings/rules.md` shows all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Limit(NamedTuple):
    """One row."""

    code: str
    """The finding that is given beyond the limit."""
    value: float
    measures: str
    """What is measured, in words and with its unit."""


LIMITS: Mapping[str, Limit] = {
    # -- ways, choices, points, repairs
    # -- tells, words, content
    "accident": Limit("SC111", 0.05, "how likely, at most, accident does as much: below it a count is no accident"),
    "moments": Limit("SC112", 6, "the fewest moments from which a tendency is told of"),
    "near words": Limit("SC110", 0.85, "how alike two replies of a moment are, letter by letter, 0 to 1"),
    "length": Limit("SC112", 0.30, "rank correlation of length and points within moments"),
    "length, by far": Limit("SC112", 0.50, "the same correlation from which it is an error"),
    "length, by accident": Limit("SC112", 0.001, "how likely, at most, accident comes to an error"),
    "longest to shortest": Limit("SC113", 1.8, "words of the longest reply of a moment over those of the shortest"),
    "words apart": Limit("SC113", 5, "words between the two from which their ratio is told of"),
    "echo": Limit("SC116", 0.20, "share of the client's words in the best replies, less that in the others"),
    "jargon": Limit("SC118", 2, "words of the trade in a hundred words: the best replies against the others"),
    "grades apart": Limit("SC119", 3, "school grades between the best replies together and the others together"),
    "grade": Limit("SC120", 12, "school grade of a reply"),
    "words to grade": Limit("SC120", 10, "words from which a reply is graded by itself"),
    "warmth": Limit("SC121", 0.40, "rank correlation of warm words and points within moments"),
    "form": Limit("SC122", 0.75, "share of pairs in which form alone tells the best reply from another (AUC)"),
    "form by accident": Limit("SC122", 0.01, "how likely, at most, accident wins as many of these pairs"),
    "template": Limit("SC123", 0.50, "share of moments won by one way of beginning or one family of codes"),
    "code moments": Limit(
        "SC124", 4, "moments with a code on offer from which it should neither win nor lose them all"
    ),
    "raters": Limit("SC131", 8, "raters from which a key is more than its author's"),
    "line words": Limit("SC132", 45, "words of one line of the client's"),
    "playing codes": Limit("SC134", 0.60, "share of moments won by the code that earns most in the other scenarios"),
}
"""Name of a limit -> its row."""


def limit(name: str) -> float:
    """The value of a limit."""
    return LIMITS[name].value
