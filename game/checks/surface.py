"""Whether the form of replies alone gives the best one away: a small classifier that must fail.

It sees what shows without reading what the client said. It learns from all moments but one and is asked about that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from math import log

from game.checks.limits import limit
from game.checks.odds import pairs_won
from game.checks.plays import Plays
from game.checks.tells import whole
from game.checks.wording import FORMS, Wording
from game.scenario.findings import Finding, finding

Shown = tuple[bool, ...]
"""Which of the `SIGNS` a reply shows."""

BESIDE = ("the longest here", "the shortest here", "the most sentences here", "the fewest commas here")
SIGNS: tuple[str, ...] = (*FORMS, *BESIDE)
"""All that the classifier sees: form, and how the reply stands beside the others of its moment."""

DOUBT = 2.0
"""How many replies are imagined on either side of each sign, so that few moments prove little."""

MOST_NAMED = 3


def given_away(plays: Plays) -> Iterator[Finding]:
    """That form tells the best reply from the others, with the signs that tell most."""
    moments = plays.keyed
    if len(moments) < limit("moments"):
        return
    shown = [signs(one.wordings) for one in moments]
    keys = [one.key for one in moments]
    value, p = pairs_won(zip(guesses(shown, keys), keys, strict=True))
    if value > limit("form") and p < limit("form by accident"):
        telling = _telling(shown, keys)
        yield finding(
            "SC122", whole(plays), hint=f"most telling: {telling}", value=value, moments=len(moments),
            most=limit("form"),
        )  # fmt: skip


def signs(replies: Sequence[Wording]) -> list[Shown]:
    """What each reply of one moment shows."""
    lengths = [len(one.text) for one in replies]
    commas = [one.text.count(",") for one in replies]
    sentences = [one.sentences for one in replies]
    beside = zip(
        _alone(lengths, max(lengths)),
        _alone(lengths, min(lengths)),
        _alone(sentences, max(sentences)),
        _alone(commas, min(commas)),
        strict=True,
    )
    return [(*(shows(one) for shows in FORMS.values()), *stands) for one, stands in zip(replies, beside, strict=True)]


def _alone(values: list[int], extreme: int) -> list[bool]:
    """Which of them is the extreme one; none where several are."""
    alone = values.count(extreme) == 1
    return [alone and value == extreme for value in values]


class _Tally:
    """How many best replies, and how many others, show each sign."""

    def __init__(self) -> None:
        self.best, self.others = [0] * len(SIGNS), [0] * len(SIGNS)
        self.moments = self.rest = 0

    def add(self, shown: list[Shown], key: int, by: int = 1) -> None:
        """Counts one moment in, or with `by=-1` out again."""
        for at, reply in enumerate(shown):
            side = self.best if at == key else self.others
            for sign in compress(range(len(SIGNS)), reply):
                side[sign] += by
        self.moments += by
        self.rest += by * (len(shown) - 1)

    def weights(self) -> list[tuple[float, float]]:
        """Of each sign, what showing it and what lacking it speaks for being the best (logarithms of odds)."""
        return [
            _weight(best, self.moments, other, self.rest) for best, other in zip(self.best, self.others, strict=True)
        ]


def _weight(best: int, moments: int, others: int, rest: int) -> tuple[float, float]:
    """Both shares are drawn towards what all replies together show."""
    usual = (best + others + 1) / (moments + rest + 2)
    one = (best + DOUBT * usual) / (moments + DOUBT)
    other = (others + DOUBT * usual) / (rest + DOUBT)
    return log(one / other), log((1 - one) / (1 - other))


def guesses(shown: Sequence[list[Shown]], keys: Sequence[int]) -> Iterator[list[float]]:
    """Of each moment, how much its replies look like the best ones of all other moments (naive Bayes)."""
    tally = _Tally()
    for replies, key in zip(shown, keys, strict=True):
        tally.add(replies, key)
    for replies, key in zip(shown, keys, strict=True):
        tally.add(replies, key, -1)
        weights = tally.weights()
        yield [sum(has if sign else lacks for sign, (has, lacks) in zip(one, weights, strict=True)) for one in replies]
        tally.add(replies, key)


def _telling(shown: Sequence[list[Shown]], keys: Sequence[int]) -> str:
    tally = _Tally()
    for replies, key in zip(shown, keys, strict=True):
        tally.add(replies, key)
    swing = {sign: has - lacks for sign, (has, lacks) in zip(SIGNS, tally.weights(), strict=True)}
    most = sorted(swing, key=lambda sign: -abs(swing[sign]))[:MOST_NAMED]
    return ", ".join(sign if swing[sign] > 0 else f"not {sign}" for sign in most)


SURFACE = (given_away,)
"""Every check of this module."""
