"""Replies given away by what can be counted: how long, where, in what form, of which kind the best one is.

Each count is held against chance, and says so; what wording leans to is for `leanings`, form as a whole for `surface`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from game.checks.keyed import Keyed
from game.checks.limits import limit
from game.checks.odds import beyond_chance, said
from game.checks.plays import Plays
from game.checks.wording import CUES, opening, similarity
from game.scenario.findings import Finding, finding
from game.scenario.model import Beat, Place, Response

MOST_NAMED = 5
"""More beats than this in one cure nobody reads."""

MOST_COMPARED = 12
"""Of a moment with more replies than this, only the first are compared, or asked about: it has another trouble."""


# -- within one moment -------------------------------------------------------------------------------------------
def near_words(plays: Plays) -> Iterator[Finding]:
    """Two replies on offer together that say nearly the same; the very same words are told of elsewhere."""
    told: set[tuple[str, str, str]] = set()
    for beat, offers in together(plays):
        worded = [(one, plays.wordings[one.text]) for one in offers[:MOST_COMPARED]]
        for (one, first), (two, second) in combinations(worded, 2):
            names = (beat.id, one.id, two.id)
            if first.words != second.words and names not in told and similarity(first, second) > limit("near words"):
                told.add(names)
                value, most = similarity(first, second), limit("near words")
                yield finding("SC110", two.place, first=one.id, second=two.id, value=value, most=most)


def uneven_length(plays: Plays) -> Iterator[Finding]:
    """Moments at which one reply on offer has far more words than another."""
    told: set[str] = set()
    for beat, offers in together(plays):
        counts = [max(1, len(plays.wordings[one.text].words)) for one in offers]
        most, least = max(counts), min(counts)
        if most / least > limit("longest to shortest") and most - least > limit("words apart") and beat.id not in told:
            told.add(beat.id)
            yield finding(
                "SC113", offers[counts.index(most)].place, value=most / least, long=most, short=least,
                most=limit("longest to shortest"), other=offers[counts.index(least)].id,
            )  # fmt: skip


def together(plays: Plays) -> Iterator[tuple[Beat, tuple[Response, ...]]]:
    """Every set of replies that can be on offer together, once, with its beat."""
    sets = {(one.beat.id, id(one.offers)): (one.beat, one.offers) for one in plays.situations}
    yield from sets.values()  # an exploration holds equal offers once


# -- over all moments: length and place --------------------------------------------------------------------------
def best_by_length(plays: Plays) -> Iterator[Finding]:
    """The best reply is the longest, or the shortest, more often than chance would have it."""
    for extreme, word in ((max, "longest"), (min, "shortest")):
        won, chances = [], []
        for one in plays.keyed:
            lengths = [len(reply.text) for reply in one.wordings]
            chances.append(lengths.count(extreme(lengths)) / len(lengths))
            if lengths[one.key] == extreme(lengths):
                won.append(one)
        yield from _beyond(plays, "SC111", won, chances, limit("accident"), word)


def best_by_place(plays: Plays) -> Iterator[Finding]:
    """The best reply is written at one place of its moment more often than chance would have it."""
    for place in range(MOST_COMPARED):
        there = [one for one in plays.keyed if place < len(one.wordings)]
        won = [one for one in there if one.key == place]
        yield from _beyond(plays, "SC114", won, [one.chance for one in there], limit("accident"), _ordinal(place))


def form_cue(plays: Plays) -> Iterator[Finding]:
    """Where one reply alone has a sign of form, it is the best more often than chance would have it."""
    for cue, shows in CUES.items():
        alone = [(one, at) for one in plays.keyed if (at := _alone([shows(reply) for reply in one.wordings])) >= 0]
        won = [one for one, at in alone if at == one.key]
        chances = [one.chance for one, _ in alone]
        yield from _beyond(plays, "SC115", won, chances, limit("accident") / len(CUES), cue)


def _alone(shown: Sequence[bool]) -> int:
    """The number of the only one that is true; -1 where none or several are."""
    return shown.index(True) if shown.count(True) == 1 else -1


def _beyond(
    plays: Plays, code: str, won: Sequence[Keyed], chances: Sequence[float], p: float, what: str
) -> Iterator[Finding]:
    """The finding where so many wins are no accident, each moment with its own chance."""
    least = beyond_chance(chances, p)
    if len(won) >= least:
        yield finding(
            code, whole(plays), hint=at_moments(one.id for one in won),
            what=what, count=len(won), moments=len(chances), least=least, p=said(p),
        )  # fmt: skip


def _ordinal(place: int) -> str:
    return ("first", "second", "third", "fourth", "fifth")[place] if place < 5 else f"number {place + 1}"


# -- over all moments: kind --------------------------------------------------------------------------------------
def one_template(plays: Plays) -> Iterator[Finding]:
    """One way of beginning, or one family of codes, is the best at more than half of the moments."""
    if len(plays.keyed) < limit("moments"):
        return
    codes = plays.scenario.rubric.codes
    begins = {one.id: f"that begin '{opening(one.wordings[one.key])}'" for one in plays.keyed}
    families = {one.id: f"of the family '{codes[one.best.code].family}'" for one in plays.keyed}
    for kinds in (begins, families):
        kind, count = Counter(kinds.values()).most_common(1)[0]
        if count > limit("template") * len(plays.keyed):
            yield finding(
                "SC123", whole(plays), hint=at_moments(beat for beat in kinds if kinds[beat] == kind),
                replies=kind, count=count, moments=len(plays.keyed), most=limit("template"),
            )  # fmt: skip


def code_decides(plays: Plays) -> Iterator[Finding]:
    """A code on offer at several moments that is the best at all of them, or at none; errors apart."""
    wins = {(one.beat.id, id) for one in plays.situations for id in one.best}
    moments: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    first: dict[str, Place] = {}
    for moment in plays.moments:
        for offer in moment.offers if moment.at_stake else ():
            one, beat = offer.response, moment.beat.id
            first.setdefault(one.code, one.place)
            moments[one.code][beat] = moments[one.code].get(beat, False) or (beat, one.id) in wins
    for code, won in moments.items():
        alike = len(won) >= limit("code moments") and len(set(won.values())) == 1
        if alike and not plays.scenario.rubric.codes[code].is_error:
            often = "at all of them" if all(won.values()) else "at none"
            yield finding("SC124", first[code], hint=at_moments(won), word=code, count=len(won), often=often)


# -- words and places --------------------------------------------------------------------------------------------
def whole(plays: Plays) -> Place:
    """Where that is told of which no one moment is to blame for."""
    return plays.desk.key_place(("beats",))


def at_moments(beats: Iterable[str]) -> str:
    """`at arrives, plan, sunday and 4 more`."""
    names = tuple(beats)
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"at {', '.join(names[:MOST_NAMED])}{more}"


TELLS = (
    near_words,
    uneven_length,
    best_by_length,
    best_by_place,
    form_cue,
    one_template,
    code_decides,
)
"""Every check of this module."""
