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
}
"""Name of a limit -> its row."""


def limit(name: str) -> float:
    """The value of a limit."""
    return LIMITS[name].value
