"""The wording of the debrief screen: ratings, ruptures, noticing and prompts in kind and plain sentences.

It judges nothing and lays nothing out; numbers come from `reports.debrief`.
"""

from __future__ import annotations

from game.reports import words
from game.reports.debrief import Debrief, RuptureTold
from game.reports.moment import MomentTold
from game.scoring.review import Rating
from game.ui.theme import Mark

Block = tuple[str, tuple[str, ...]]
"""A heading and the paragraphs under it."""

FIT: dict[Rating, int] = {"misattuned": 0, "missed": 1, "sound": 2, "attuned": 3}
"""How many of three dots a rating fills."""

MARKS: dict[str, Mark] = {
    "repaired": "sage",
    "partial": "dusk",
    "smoothed": "clay",
    "ruptured": "clay",
    "referred": "teal",
}
"""Quality of an ending -> its colour; the word stands beside it."""

PRIVATE = "Kept on this computer only. No details of real clients."
UNSAFE = (
    "There was a sign of danger, and the question about safety was never asked. It is easily missed when so much "
    "else is going on, and it comes before everything else. Ask calmly and directly; asking does not plant the idea. "
    "Your reach in repair is held at what guessing gives."
)
ASKED = "There was a sign of danger, and you asked about safety."
NOT_ASKED = "You passed over the questions about what was happening between you, or were not asked."
OUTCOMES = {
    "repaired": "repaired",
    "smoothed": "smoothed over",
    "partly": "partly repaired",
    "open": "left open",
}


def voice_of(pronouns: str) -> str:
    """Whose own voice it is.

    >>> voice_of("she/her")
    'her own voice'
    """
    first = pronouns.split("/")[0].strip().lower()
    return f"{ {'he': 'his', 'she': 'her'}.get(first, 'their') } own voice"


def rated(rating: Rating | None) -> tuple[str, str]:
    """A rating as a title and what it means."""
    if rating is None:
        return "Nothing at stake", "every reply on offer would have done as well"
    word, _, meaning = words.RATINGS[rating].partition(": ")
    return word.capitalize(), meaning


def decisions(told: Debrief, minutes: int | None) -> str:
    """How long it was."""
    count = f"{len(told.moments)} decision{'' if len(told.moments) == 1 else 's'}"
    if minutes is None:
        return count
    return f"{count}  ·  {minutes} minute{'' if minutes == 1 else 's'}"


def tries(told: Debrief) -> str:
    """Whether anything was taken back."""
    if not told.attempts:
        return "First attempt"
    return f"You took back {words.counted(told.attempts, 'decision')}"


# -- ruptures --------------------------------------------------------------------------------------------------------
def shown_at(told: Debrief, rupture: RuptureTold) -> int:
    """The first decision, from 1, that was taken while the rupture was open."""
    return min(rupture.opened + 1, len(told.moments))


def open_at(told: Debrief, number: int) -> tuple[RuptureTold, ...]:
    """The ruptures under which a decision was taken."""
    return tuple(one for one in told.ruptures if one.opened < number <= one.until)


def rupture_title(rupture: RuptureTold) -> str:
    """`Moving away: deferential or appeasing`."""
    sign = f": {rupture.sign[:1].lower()}{rupture.sign[1:]}" if rupture.sign else ""
    return f"{words.KINDS[rupture.kind].capitalize()}{sign}"


def rupture_course(rupture: RuptureTold) -> str:
    """How it went on, in a sentence."""
    opened = f"Opened after decision {rupture.opened}" if rupture.opened else "There from the start"
    noticed = {True: "you noticed", False: "not noticed", None: ""}[rupture.noticed]
    met = f"met with decision {rupture.addressed}" if rupture.addressed else "never met"
    return f"{', '.join(filter(None, (opened, noticed, met)))}; {OUTCOMES[rupture.outcome]}."


# -- one decision ----------------------------------------------------------------------------------------------------
def effects(moment: MomentTold, client: str) -> tuple[Block, ...]:
    """What the reply did; blocks with nothing to say are left out."""
    told = moment.feedback
    return _filled(
        (f"What {client} may have heard", (told.heard,)),
        ("Why it matters", (told.why,)),
        ("A stronger line", (told.stronger,)),
        ("Principle", (f"{told.principle}." if told.principle else "",)),
    )


def points(moment: MomentTold) -> tuple[Block, ...]:
    """Where the points come from, one line per reason."""
    return _filled(("Where your points come from", because(moment)))


def seen(moment: MomentTold) -> tuple[Block, ...]:
    """What was noticed just before."""
    return _filled(("What you noticed here", (noticed(moment),)))


def around(told: Debrief, moment: MomentTold) -> tuple[Block, ...]:
    """The ruptures that were open, pulls, earlier attempts, and the author's question."""
    strain = tuple(f"{rupture_title(one)}. {one.note} {rupture_course(one)}" for one in open_at(told, moment.number))
    return _filled(
        ("Open between you here", strain),
        ("What you may have felt like doing", (pulled(moment),)),
        ("Said here earlier, and taken back", moment.attempts),
        ("A question to think about", (moment.discuss,)),
    )


def _filled(*blocks: Block) -> tuple[Block, ...]:
    return tuple(block for block in blocks if any(block[1]))


def because(moment: MomentTold) -> tuple[str, ...]:
    """Where the points come from, one line per reason."""
    by_reason: dict[str, list[str]] = {}
    for dimension, reason in moment.reasons:
        by_reason.setdefault(reason, []).append(dimension)
    return tuple(f"{words.listed(names).capitalize()}: {reason}" for reason, names in by_reason.items())


def noticed(moment: MomentTold) -> str:
    """The answer at the notice prompt before the decision, with how it stands; empty where there was none."""
    if moment.noticed is None:
        return ""
    return f"{words.NOTICED[moment.noticed.said]} ({words.RESULTS[moment.noticed.result]})."


def pulled(moment: MomentTold) -> str:
    """The pulls of the moment, and whether the reply acted on one."""
    if not moment.pulls:
        return ""
    felt = " ".join(pull.name for pull in moment.pulls)
    acted = " ".join(pull.name for pull in moment.pulls if pull.acted_on)
    return f"{felt} {f'Your reply acted on this one: {acted}' if acted else 'Your reply did not act on it.'}"


def earned(points: tuple[tuple[str, int], ...]) -> str:
    """Points as a screen reader should say them."""
    return ", ".join(f"{dimension} {words.spoken(count)}" for dimension, count in points)


# -- the whole session -----------------------------------------------------------------------------------------------
def most_to_learn(told: Debrief) -> int:
    """The decision, from 1, that a debrief opens at: the one that missed most, else the turn, else the first."""
    for rating in ("misattuned", "missed"):
        found = [moment for moment in told.moments if moment.rating == rating]
        if found:
            return max(found, key=_closed).number
    return told.turn.decision if told.turn else min(1, len(told.moments))


def _closed(moment: MomentTold) -> int:
    """How many doors a decision closed."""
    return len(moment.doors.closed) if moment.doors else 0


def prompts(told: Debrief) -> tuple[str, ...]:
    """Two questions to write about."""
    at = most_to_learn(told)
    missed = next((moment for moment in told.moments if moment.number == at), None)
    if missed is None:
        return ("What made you leave when you did?",)
    if missed.rating in ("missed", "misattuned"):
        return (f"At decision {at}, what did you feel pulled to do?", "What would you like to try there next time?")
    return ("What would you like to keep from this session?", f"What made decision {at} possible?")


def pattern(told: Debrief) -> tuple[tuple[str, str, Mark], ...]:
    """(words, count, colour): what was noticed and how often a pull was acted on."""
    kinds = {rupture.id: rupture.kind for rupture in told.ruptures}
    rows: list[tuple[str, str, Mark]] = []
    for kind, text in words.KINDS.items():
        there = [
            answer for answer in told.noticing
            if (answer.result == "hit" and answer.said == kind)
            or (answer.result == "miss" and kind in {kinds.get(one) for one in answer.opened})
        ]  # fmt: skip
        if there:
            hits = sum(answer.result == "hit" for answer in there)
            rows.append((f"You noticed {text} at", f"{hits} of {len(there)}", "sage"))
    return (*rows, *_nothing(told), *_pulls(told))


def _nothing(told: Debrief) -> tuple[tuple[str, str, Mark], ...]:
    quiet = [answer for answer in told.noticing if answer.result in ("correct rejection", "false alarm")]
    right = sum(answer.result == "correct rejection" for answer in quiet)
    return (("You rightly saw nothing to repair at", f"{right} of {len(quiet)}", "sage"),) if quiet else ()


def _pulls(told: Debrief) -> tuple[tuple[str, str, Mark], ...]:
    pulling = [moment for moment in told.moments if moment.pulls]
    acted = sum(any(pull.acted_on for pull in moment.pulls) for moment in pulling)
    return (("You acted on a pull at", f"{acted} of {len(pulling)}", "dusk"),) if pulling else ()
