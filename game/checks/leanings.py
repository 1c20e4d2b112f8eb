"""What the wording of the best replies leans to: longer, warmer, plainer, nearer to the client's own words.

Each is a tendency over all moments, told with its value and its limit; counts of one sign or kind are `tells`'.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.checks.keyed import Keyed
from game.checks.limits import limit
from game.checks.odds import Tendency, beyond_chance, correlation, lead, said, tail
from game.checks.plays import Plays
from game.checks.tells import whole
from game.checks.wording import Wording, absolutes, content, echo, grade, jargon, warmth, wording
from game.scenario.findings import Finding, finding
from game.scenario.model import Beat

LAST_LINES = 2
"""How many of the client's last lines a reply can be an echo of."""


def length_pays(plays: Plays) -> Iterator[Finding]:
    """Longer replies earn more, or shorter ones: a warning; by far, and beyond all accident, an error."""
    found = correlation(([len(reply.text) for reply in one.wordings], one.earned) for one in plays.keyed)
    if _leans(found, limit("length")):
        far = abs(found.value) > limit("length, by far") and 2 * found.p < limit("length, by accident")
        yield finding(
            "SC112", whole(plays), severity="error" if far else None,
            replies="longer" if found.value > 0 else "shorter", value=found.value, moments=found.moments,
            most=limit("length"), far=limit("length, by far"),
        )  # fmt: skip


def warmth_pays(plays: Plays) -> Iterator[Finding]:
    """Warmer words earn more, or harder ones."""
    found = correlation(([warmth(reply) for reply in one.wordings], one.earned) for one in plays.keyed)
    if _leans(found, limit("warmth")):
        words = "warmer" if found.value > 0 else "harder"
        yield finding(
            "SC121", whole(plays), words=words, value=found.value, moments=found.moments, most=limit("warmth")
        )  # fmt: skip


def _leans(found: Tendency, most: float) -> bool:
    """Beyond the limit, in either direction, on enough moments, and no accident."""
    return abs(found.value) > most and found.moments >= limit("moments") and 2 * found.p < limit("accident")


def echoes_client(plays: Plays) -> Iterator[Finding]:
    """The best replies repeat more of the client's last words than the others do."""
    found = lead(([echo(reply, heard) for reply in one.wordings], one.key) for one, heard in _heard(plays))
    if found.value > limit("echo") and found.moments >= limit("moments") and found.p < limit("accident"):
        yield finding("SC116", whole(plays), value=found.value, moments=found.moments, most=limit("echo"))


def _heard(plays: Plays) -> Iterator[tuple[Keyed, frozenset[str]]]:
    """The moments with what the client has just said there, where that is anything."""
    for one in plays.keyed:
        if heard := content(_last_words(one.moment.beat)):
            yield one, heard


def _last_words(beat: Beat) -> Iterator[str]:
    spoken = [line.text for line in beat.lines if not line.aside]
    for text in spoken[-LAST_LINES:]:
        yield from wording(text).words


def absolutes_low(plays: Plays) -> Iterator[Finding]:
    """Words that leave no room stand in replies that earn less than the middle of their moment."""
    chances, low, met = [], 0, dict[str, None]()
    for one in plays.keyed:
        middle = sum(one.earned) / len(one.earned)
        share = sum(earned < middle for earned in one.earned) / len(one.earned)
        for reply, earned in zip(one.wordings, one.earned, strict=True):
            if words := absolutes(reply):
                met |= dict.fromkeys(words)
                chances.append(share)
                low += earned < middle
    least = beyond_chance(chances, limit("accident"))
    if low >= least:
        some = ", ".join(f"'{word}'" for word in sorted(met)[:4])
        yield finding(
            "SC117", whole(plays), words=some, count=len(chances), low=low, least=least, p=said(limit("accident"))
        )  # fmt: skip


def jargon_uneven(plays: Plays) -> Iterator[Finding]:
    """The best replies have much more of the words of the trade than the others, or much less; no accident."""
    best, others = _sides(plays)
    theirs, rest = sum(map(jargon, best)), sum(map(jargon, others))
    words, more = _count(best), _count(others)
    if not theirs + rest:
        return
    dense, thin = 100 * theirs / words, 100 * rest / more
    share = words / (words + more)
    by_chance = min(
        tail([share] * (theirs + rest), theirs), tail([1 - share] * (theirs + rest), rest)
    )  # fmt: skip
    if max(dense, thin) > limit("jargon") * min(dense, thin) and 2 * by_chance < limit("accident"):
        yield finding("SC118", whole(plays), best=dense, others=thin, most=limit("jargon"))


def grade_apart(plays: Plays) -> Iterator[Finding]:
    """The best replies, all together, are harder to read than the others, or easier.

    One reply of fifteen words has a grade that one long word moves by three; all of them together do not.
    """
    best, others = _sides(plays)
    one, other = grade(best), grade(others)
    if len(best) >= limit("moments") and abs(one - other) > limit("grades apart"):
        yield finding("SC119", whole(plays), best=one, others=other, most=limit("grades apart"))


def grade_high(plays: Plays) -> Iterator[Finding]:
    """Replies that are hard to read, and long enough to tell."""
    for response in (offer.response for one in plays.moments for offer in one.offers):
        reply = plays.wordings[response.text]
        if len(reply.words) >= limit("words to grade") and (value := grade([reply])) > limit("grade"):
            yield finding("SC120", response.place, response=response.id, value=value, most=limit("grade"))


def _sides(plays: Plays) -> tuple[list[Wording], list[Wording]]:
    """The wordings of the best replies, and those of all others."""
    return [one.wordings[one.key] for one in plays.keyed], [reply for one in plays.keyed for reply in one.others]


def _count(wordings: list[Wording]) -> int:
    return sum(len(one.words) for one in wordings)


LEANINGS = (
    length_pays,
    warmth_pays,
    echoes_client,
    absolutes_low,
    jargon_uneven,
    grade_apart,
    grade_high,
)
"""Every check of this module."""
