"""How much is too much: the limit of every check that counts or measures, in one table.

It compares nothing; each check reads its own row and says its value in the message; `docs/findings/rules.md` shows all.
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
    "fewest decisions": Limit("SC090", 4, "decisions of the shortest play, at least"),
    "most decisions": Limit("SC090", 14, "decisions of the longest play, at most"),
    "lengths": Limit("SC090", 2.5, "decisions of the longest play over those of the shortest, at most"),
    "off the road": Limit("SC091", 0.3, "share of moments off the way that random play takes most often, at least"),
    "fewest responses": Limit("SC093", 3, "responses that a moment offers at once, at least in some situation"),
    "most responses": Limit("SC093", 5, "responses that a moment offers at once, at most"),
    "band": Limit(
        "SC094", 1, "points below the best, as a mean over dimensions, with which a reply is still plausible"
    ),
    "one plausible": Limit("SC094", 0.5, "share of moments with a single plausible reply, at most"),
    "alike": Limit("SC096", 0.5, "points between the best and the worst response of a moment, more than"),
    "ceiling": Limit("SC099", 3.5, "greatest level that plays come to, at least"),
    "floor": Limit("SC099", 2.5, "least level that plays come to, at most"),
    "least chance": Limit("SC101", 0.2, "reach of random play, at least"),
    "most chance": Limit("SC101", 0.6, "reach of random play, at most"),
    "top band": Limit("SC102", 4.5, "level from which the top band begins"),
    "one style": Limit("SC103", 0.95, "reach of plays that always give the reply with most empathy, less than"),
    "moments in play": Limit("SC104", 3, "moments of a random play with the dimension in play, on average, at least"),
    "correlation": Limit("SC105", 0.85, "Pearson's r between the points of responses in two dimensions, at most"),
    "responses to compare": Limit("SC105", 8, "responses with both dimensions in play from which r is asked"),
    "shared": Limit("SC106", 0.8, "share of random plays that come by a moment from which it counts as shared"),
    "anchors": Limit("SC106", 3, "shared moments, at least"),
    "decisions to a repair": Limit("SC107", 3, "decisions from the opening of a rupture until it can be met, at most"),
    "step of repair": Limit("SC107", 1, "points in repair of a response that meets a rupture, at least"),
    "price of an error": Limit("SC109", 0.5, "what an error that is repaired may cost of the best level of repair"),
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
