"""A case file, a transcript and a debrief as plain text: blocks of lines, to be wrapped by whoever prints them.

No art and nothing that only the eye can read: the same text serves a terminal, a screen reader and a text file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.reports import words
from game.reports.debrief import Arc, Debrief, RuptureTold
from game.reports.moment import FeedbackTold, MomentTold, OfferTold
from game.scenario.model import Client, Line, Scenario
from game.story.run import Run

Block = tuple[str, ...]
"""Lines that belong together; an empty line stands between blocks."""

Poses = Mapping[str, str]
"""Pose -> what it looks like, in the present tense and without a subject."""


# -- before and during -------------------------------------------------------------------------------------------
def card(scenario: Scenario) -> Block:
    """Title, summary, length."""
    meta = scenario.meta
    length = f"About {meta.minutes} minutes" if meta.minutes else ""
    level = words.title_of(meta.difficulty)
    return _filled(scenario.title, meta.summary, ". ".join(filter(None, (length, level))))


def case_file(scenario: Scenario) -> tuple[Block, ...]:
    """Everything known about the client before the session."""
    client, meta = scenario.client, scenario.meta
    intake = (" ".join(part.split()) for part in client.intake.split("\n\n"))
    return (("Case file", _who(client)), _filled(*intake), _filled(meta.setting))


def _who(client: Client) -> str:
    return ", ".join(filter(None, (client.name, client.pronouns, str(client.age or "")))) + "."


def spoken_lines(lines: Iterable[Line], name: str, poses: Poses, *, since: str = "neutral") -> Iterator[str]:
    """Lines as `Name: text`; a change of face or posture is told in brackets before the line it comes with."""
    for line in lines:
        if line.pose != since:
            yield f"[{name} {poses.get(line.pose) or 'looks ' + line.pose.replace('-', ' ')}.]"
            since = line.pose
        yield f"[{line.text}]" if line.aside else f"{name}: {line.text}"


def last_pose(lines: Iterable[Line], since: str = "neutral") -> str:
    """The pose after these lines."""
    for line in lines:
        since = line.pose
    return since


def transcript(run: Run, poses: Poses) -> tuple[Block, ...]:
    """What was said so far, in order, one block per decision."""
    name, since, blocks = run.story.scenario.client.name, "neutral", []
    for decision in range(len(run.steps) + 1):
        said = [line for says in run.said_after(decision) for line in says.lines]
        own = (f"You: {run.response(run.steps[decision - 1]).text}",) if decision else ()
        blocks.append((*own, *spoken_lines(said, name, poses, since=since)))
        since = last_pose(said, since)
    return tuple(blocks)


def feedback(told: FeedbackTold, client: str) -> Block:
    """What a reply did."""
    return _filled(
        f"What {client} may have heard: {told.heard}" if told.heard else "",
        told.why,
        f"Principle: {told.principle}." if told.principle else "",
        f"A stronger line: {told.stronger}" if told.stronger_id else told.stronger,
    )


# -- afterwards --------------------------------------------------------------------------------------------------
def overview(told: Debrief) -> tuple[Block, ...]:
    """The debrief but for its single decisions."""
    blocks = (
        _safety(told),
        _ending(told),
        *((_arc(arc),) for arc in told.arcs),
        (told.key,),
        _ruptures(told),
        _session_line(told),
        _turn(told),
        _noticing(told),
        _attempts(told),
    )
    return tuple(block for block in blocks if block)


def _safety(told: Debrief) -> Block:
    if told.safety.missed:
        return (
            f"First of all: there was a sign of danger, and you never asked {told.client} about safety. Ask, calmly "
            "and directly; asking does not plant the idea. Your score for repair is held at what guessing gives.",
        )
    return ("There was a sign of danger, and you asked about safety.",) if told.safety.cued else ()


def _ending(told: Debrief) -> Block:
    if told.ending is None:
        return (f"You left the session after {words.counted(len(told.moments), 'decision')}.",)
    return _filled(f"How it ended: {told.ending.title} ({words.quality(told.ending.quality)}).", told.ending.note)


def _arc(arc: Arc) -> str:
    own = f" You gave yourself {arc.own}." if arc.own else ""
    if arc.level is None:
        return f"{arc.name}: never in play.{own}"
    level = f"Level {arc.level:.1f} of 5 over {words.counted(arc.moments, 'moment')}: {arc.band}"
    if arc.reach is None or arc.chance is None:
        return f"{arc.name}: nothing to gain or lose. {level}{own}"
    verdict = words.against_chance(arc.reach, arc.chance)
    reach, chance = words.percent(arc.reach), words.percent(arc.chance)
    return f"{arc.name}: {reach} of what was within reach, where guessing gives {chance}: {verdict}. {level}{own}"


def _ruptures(told: Debrief) -> Block:
    if not told.ruptures:
        return ("No rupture opened.",)
    return ("Ruptures", *(_rupture(rupture) for rupture in told.ruptures))


def _rupture(told: RuptureTold) -> str:
    opened = f"opened after decision {told.opened}" if told.opened else "there from the start"
    noticed = {True: "noticed", False: "not noticed", None: ""}[told.noticed]
    met = f"met with decision {told.addressed}" if told.addressed else "never met"
    after = f" after {words.counted(told.turns, 'decision')}" if told.repaired is not None else ""
    course = ", ".join(filter(None, (opened, noticed, met)))
    sign = f" ({told.sign})" if told.sign else ""
    return (
        f"{words.title_of(words.KINDS[told.kind])}{sign}: {course}; {words.OUTCOMES[told.outcome]}{after}. {told.note}"
    )


def _session_line(told: Debrief) -> Block:
    if not told.line.strain or not told.line.voice:
        return ()
    scale = f"from {told.line.least} to {told.line.most}"
    return (
        f"The session as numbers {scale}, at the start and after each decision.",
        f"Strain between you: {', '.join(map(str, told.line.strain))}.",
        f"{told.client}'s own voice: {', '.join(map(str, told.line.voice))}.",
    )


def _turn(told: Debrief) -> Block:
    if told.turn is None:
        return ()
    towards = "towards" if told.turn.better else "away from"
    moved = f"voice {words.spoken(told.turn.voice)}, strain {words.spoken(told.turn.strain)}"
    return (f"It turned {towards} {told.client}'s own voice at decision {told.turn.decision} ({moved}).",)


def _noticing(told: Debrief) -> Block:
    if not told.noticing:
        return ()
    answers = (
        f"before decision {answer.before}, '{words.NOTICED[answer.said].lower()}' ({words.RESULTS[answer.result]})"
        for answer in told.noticing
    )
    return (f"What you noticed: {'; '.join(answers)}.",)


def _attempts(told: Debrief) -> Block:
    if not told.attempts:
        return ()
    return (f"You took back {words.counted(told.attempts, 'decision')}. Only what stands is scored.",)


def moment(told: MomentTold, client: str, poses: Poses) -> tuple[Block, ...]:
    """One decision: what was said, what was on offer and would have earned, what the reply did, and the doors."""
    head = f"Decision {told.number}" + (f": {words.RATINGS[told.rating]}." if told.rating else ": nothing at stake.")
    blocks = (
        (head,),
        tuple(spoken_lines(told.before, client, poses)),
        _offered(told),
        tuple(spoken_lines(told.answer, client, poses)),
        _filled(*feedback(told.feedback, client), *_because(told)),
        _around(told),
        _doors(told),
    )
    return tuple(block for block in blocks if block)


def _offered(told: MomentTold) -> Block:
    return ("On offer were:", *(_offer(offer) for offer in told.offered))


def _offer(told: OfferTold) -> str:
    earned = ", ".join(f"{dimension} {words.spoken(points)}" for dimension, points in told.points)
    return f"{'You said' if told.chosen else 'Or'}: {told.text} [{told.move}: {earned}]"


def _because(told: MomentTold) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for dimension, reason in told.reasons:
        by_reason.setdefault(reason, []).append(dimension)
    for reason, dimensions in by_reason.items():
        yield f"Points for {words.listed(dimensions)}: {reason}"


def _around(told: MomentTold) -> Block:
    noticed = told.noticed
    seen = f"You noticed: {words.NOTICED[noticed.said].lower()} ({words.RESULTS[noticed.result]})." if noticed else ""
    tried = (f"You took back here: {text}" for text in told.attempts)
    return _filled(seen, _pulls(told), *tried)


def _pulls(told: MomentTold) -> str:
    if not told.pulls:
        return ""
    felt = " ".join(pull.name for pull in told.pulls)
    acted = " ".join(pull.name for pull in told.pulls if pull.acted_on)
    reply = f"Your reply acted on this one: {acted}" if acted else "Your reply did not act on it."
    return f"What you may have felt like doing: {felt} {reply}"


def _doors(told: MomentTold) -> Block:
    if told.doors is None:
        return ()
    closed = words.listed(f"{door.title} ({door.quality})" for door in told.doors.closed)
    if not closed:
        return (f"No door closed. Best still within reach: {told.doors.best_after}.",)
    still = words.listed(f"{door.title} ({door.quality})" for door in told.doors.open)
    return (f"Doors that closed: {closed}.", f"Still open: {still}.")


def _filled(*lines: str) -> Block:
    return tuple(line for line in lines if line)
