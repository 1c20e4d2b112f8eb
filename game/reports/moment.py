"""One decision as it is told afterwards: what the client had said, what was on offer, what each would have earned.

It gathers what `scoring` found into one value per decision; it judges nothing and lays nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.reports import words
from game.scenario.model import Dimension, Ending, Line
from game.scoring.evidence import Decision, Option, why
from game.scoring.noticing import Answer
from game.scoring.review import Attempt, Doors, EndingsFrom, Rating, doors, rating
from game.story.run import Run
from game.story.transcript import Responded, standing


@dataclass(frozen=True, slots=True)
class OfferTold:
    """One reply that was on offer."""

    id: str
    text: str
    move: str
    """The name of its code: what kind of move it is."""
    points: tuple[tuple[Dimension, int], ...]
    """What it earns here, per dimension in play, -2..+2."""
    chosen: bool


@dataclass(frozen=True, slots=True)
class FeedbackTold:
    """What the reply did, in words."""

    heard: str
    why: str
    principle: str
    stronger: str
    """A stronger line in full, or a remark; empty where there is none."""
    stronger_id: str
    """The reply on offer that the stronger line is; empty for a remark."""


@dataclass(frozen=True, slots=True)
class DoorTold:
    """One ending that was within reach before a decision, or came within reach with it."""

    title: str
    quality: str
    """In words."""
    closed: bool
    """Whether this decision put it out of reach."""


@dataclass(frozen=True, slots=True)
class DoorsTold:
    """The endings within reach around a decision."""

    all: tuple[DoorTold, ...]
    best_before: str
    """The best quality within reach, in words."""
    best_after: str

    @property
    def closed(self) -> tuple[DoorTold, ...]:
        """Those that the decision closed."""
        return tuple(door for door in self.all if door.closed)

    @property
    def open(self) -> tuple[DoorTold, ...]:
        """Those still open after it."""
        return tuple(door for door in self.all if not door.closed)


@dataclass(frozen=True, slots=True)
class PullTold:
    """A pull the trainee may have felt, and whether the reply acted on it. Never scored."""

    name: str
    acted_on: bool


@dataclass(frozen=True, slots=True)
class MomentTold:
    """One decision of the line that stands."""

    number: int
    """Counts from 1."""
    beat: str
    before: tuple[Line, ...]
    """What the client said since the decision before."""
    own: str
    """What the trainee said."""
    answer: tuple[Line, ...]
    """What the client answered, up to the moment of the next decision."""
    offered: tuple[OfferTold, ...]
    """In the order in which they were shown."""
    rating: Rating | None
    """None where nothing was at stake."""
    reasons: tuple[tuple[Dimension, str], ...]
    """Per dimension in play, where the points of the chosen reply come from."""
    feedback: FeedbackTold
    doors: DoorsTold | None
    """None where the explorer could not walk the whole scenario."""
    noticed: Answer | None
    """The answer at the notice prompt before it."""
    pulls: tuple[PullTold, ...]
    attempts: tuple[str, ...]
    """Replies given here earlier and taken back."""
    discuss: str
    """The author's question for a class."""

    @property
    def points(self) -> tuple[tuple[Dimension, int], ...]:
        """What the chosen reply earned."""
        return next((offer.points for offer in self.offered if offer.chosen), ())


def tell(
    run: Run,
    decision: Decision,
    endings_from: EndingsFrom | None,
    *,
    answers: tuple[Answer, ...] = (),
    attempts: tuple[Attempt, ...] = (),
) -> MomentTold:
    """The decision as it is told afterwards."""
    at = decision.number
    return MomentTold(
        at,
        decision.beat.id,
        tuple(line for says in run.said_after(at - 1) for line in says.lines),
        decision.given.response.text,
        _answer(run, at),
        _offers(run, decision),
        rating(decision),
        _reasons(run, decision),
        _feedback(run, decision),
        _doors(run, doors(run, at, endings_from)) if endings_from else None,
        next((answer for answer in answers if answer.before == at), None),
        _pulls(run, decision),
        tuple(_text(run, attempt) for attempt in attempts if attempt.decision == at),
        decision.beat.discuss,
    )


def _answer(run: Run, decision: int) -> tuple[Line, ...]:
    """What came before the lines of the next moment; those lines too, where nothing else was said."""
    parts = [says.lines for says in run.said_after(decision) if says.lines]
    return tuple(line for lines in (parts[:-1] or parts) for line in lines)


def _offers(run: Run, decision: Decision) -> tuple[OfferTold, ...]:
    chosen, shown = decision.given.response.id, _shown(run, decision.number)
    ordered = sorted(decision.offered, key=lambda option: shown.get(option.response.id, len(shown)))
    return tuple(_offer(run, option, chosen=option.response.id == chosen) for option in ordered)


def _shown(run: Run, number: int) -> dict[str, int]:
    taken = [entry for entry in standing(run.entries) if isinstance(entry, Responded)]
    return {response: at for at, response in enumerate(taken[number - 1].offered)}


def _offer(run: Run, option: Option, *, chosen: bool) -> OfferTold:
    response = option.response
    move = run.story.scenario.rubric.codes[response.code].name
    return OfferTold(response.id, response.text, move, option.points, chosen)


def _reasons(run: Run, decision: Decision) -> tuple[tuple[Dimension, str], ...]:
    world, given = run.steps[decision.number - 1].before, decision.given.response
    return tuple((dimension, why(run.story.laws, given, dimension, world)) for dimension in decision.in_play)


def _feedback(run: Run, decision: Decision) -> FeedbackTold:
    written = decision.given.response.feedback
    named = any(response.id == written.stronger for response in decision.beat.responses)
    better = _stronger(decision, written.stronger)
    stronger = better.response.text if better else "" if named else written.stronger
    cited = words.principle(run.story.scenario.rubric, written.principle) if written.principle else ""
    return FeedbackTold(written.heard, written.why, cited, stronger, better.response.id if better else "")


def _stronger(decision: Decision, id: str) -> Option | None:
    """The reply the author calls stronger, if it was on offer and does earn more in this World."""
    found = next((option for option in decision.offered if option.response.id == id), None)
    return found if found and _sum(found) > _sum(decision.given) else None


def _sum(option: Option) -> int:
    return sum(points for _, points in option.points)


def _doors(run: Run, found: Doors) -> DoorsTold:
    endings = run.story.scenario.endings
    within = tuple(ending for ending in endings if ending in found.before or ending in found.after)
    told = tuple(_door(endings[ending], closed=ending in found.closed) for ending in within)
    return DoorsTold(told, words.quality(found.best_before), words.quality(found.best_after))


def _door(ending: Ending, *, closed: bool) -> DoorTold:
    return DoorTold(words.ending_title(ending), words.quality(ending.quality), closed)


def _pulls(run: Run, decision: Decision) -> tuple[PullTold, ...]:
    known, code = run.story.scenario.rubric.pulls, decision.given.response.code
    return tuple(PullTold(known[pull].name, code in known[pull].acts_out) for pull in decision.beat.pulls)


def _text(run: Run, attempt: Attempt) -> str:
    beat = run.story.scenario.beats[attempt.beat]
    return next((response.text for response in beat.responses if response.id == attempt.response), attempt.response)
