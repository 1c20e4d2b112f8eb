"""The step engine: a run answers "what now?" and takes one decision at a time. Pull, not push.

It moves and remembers; it does not score (`scoring`), keep (`records`) or show (`screens`), and it reads no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple, assert_never

from game.scenario.model import Beat, Ending, Line, Response
from game.scenario.world import World
from game.story.machine import NEXT, Cursor, Story
from game.story.transcript import Ended, Entry, Noticed, Noticing, Rated, Responded, Rewound, Transcript, Wrote


class NotOffered(ValueError):
    """A response, notice or rewind that the present moment does not allow."""


class NowhereToGo(RuntimeError):
    """A moment that offers nothing, or a way on that does not exist: a fault of the scenario (`check` finds it)."""


@dataclass(frozen=True, slots=True)
class Says:
    """The client speaks. `after` is the trainee's own line that this answers."""

    beat: str
    lines: tuple[Line, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Notices:
    """The trainee is asked what just happened, before the responses."""

    beat: Beat


@dataclass(frozen=True, slots=True)
class Offers:
    """The trainee chooses. Responses in the order to show, shuffled by the run's seed."""

    beat: Beat
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """The session is over."""

    ending: Ending


Moment = Says | Notices | Offers | Ends


class Passage(NamedTuple):
    """A beat or ending that was entered, with the World after entering it."""

    to: str
    world: World


class Step(NamedTuple):
    """One decision: where it was taken, in which World, and all that followed until the next one."""

    beat: str
    response: str
    before: World
    """The World in which it was offered and judged."""
    after: World
    """The World after its effects, in which the reply is said and the route chosen."""
    passages: tuple[Passage, ...]
    """Beats passed through, last the one where the run now stands."""


class Run:
    """One play of a story. The only object that changes; everything it hands out is a value."""

    def __init__(self, story: Story, seed: int = 0) -> None:
        self.story = story
        self.seed = seed
        self.entries: list[Entry] = []
        self.steps: list[Step] = []
        self.opening: tuple[Passage, ...] = self._arrive(Cursor(story.scenario.start, story.laws.first()))
        self._said = 0
        self._noticed = False
        self._shown: tuple[Response, ...] | None = None
        """What is on offer, once somebody has asked."""

    # -- asking --------------------------------------------------------------------------------------------------
    @property
    def here(self) -> Passage:
        """Where the run stands: the beat or ending, and the World there."""
        return (self.steps[-1].passages if self.steps else self.opening)[-1]

    @property
    def world(self) -> World:
        """The present World."""
        return self.here.world

    @property
    def ending(self) -> Ending | None:
        """The ending reached, or None while the session goes on."""
        return self.story.scenario.endings.get(self.here.to)

    @property
    def moment(self) -> Moment:
        """What is to be done now; raises `NowhereToGo` where the scenario leaves nothing to do."""
        says = self.says()
        if self._said < len(says):
            return says[self._said]
        if (ending := self.ending) is not None:
            return Ends(ending)
        beat = self.story.scenario.beats[self.here.to]
        if beat.notice and not self._noticed:
            return Notices(beat)
        return Offers(beat, self.shown())

    def says(self) -> tuple[Says, ...]:
        """All that is said from the last decision to the next, in order; empty parts left out."""
        return tuple(self.said_after(len(self.steps)))

    def said_after(self, decision: int) -> Iterator[Says]:
        """What the client said after that many decisions: the reply, then each beat's own lines."""
        scenario, laws = self.story.scenario, self.story.laws
        after: str | None = None
        if decision:
            step = self.steps[decision - 1]
            response = self.response(step)
            after = response.text
            if reply := laws.lines(response.reply, step.after):
                yield Says(step.beat, reply, after)
        for passage in self.steps[decision - 1].passages if decision else self.opening:
            lines = (scenario.beats.get(passage.to) or scenario.endings[passage.to]).lines
            if said := laws.lines(lines, passage.world):
                yield Says(passage.to, said, after)

    def response(self, step: Step) -> Response:
        """The response that was given at a step."""
        return next(one for one in self.story.scenario.beats[step.beat].responses if one.id == step.response)

    def offered(self) -> tuple[Response, ...]:
        """What is on offer here, in the written order; raises `NowhereToGo` where that is nothing."""
        here = self.here
        beat = self.story.scenario.beats.get(here.to)
        if beat is None:
            return ()
        offered = self.story.laws.offered(beat, here.world)
        if not offered:
            raise NowhereToGo(f"'{beat.id}' offers no response in the present state of the scene")
        return offered

    def shown(self) -> tuple[Response, ...]:
        """What is on offer, in the order to show: shuffled by seed and decision, the same on every machine."""
        if self._shown is None:
            self._shown = _shuffled(self.offered(), f"{self.seed}/{len(self.steps)}/")
        return self._shown

    @property
    def transcript(self) -> Transcript:
        """The run as a value, from which `resume` makes it again."""
        scenario = self.story.scenario
        return Transcript(scenario.id, scenario.sha, self.seed, tuple(self.entries))

    # -- doing ---------------------------------------------------------------------------------------------------
    def advance(self) -> None:
        """The client's present lines were heard."""
        if self._said < len(self.says()):
            self._said += 1

    def hear_all(self) -> None:
        """Everything the client says now was heard."""
        self._said = len(self.says())

    def notice(self, kind: Noticing | None, *, signs: Iterable[str] = ()) -> Noticed:
        """Answer the notice prompt, or pass over it with None; raises `NotOffered` where nobody asks."""
        beat = self.story.scenario.beats.get(self.here.to)
        if beat is None or not beat.notice or self._noticed:
            raise NotOffered("nobody asks what you noticed here")
        entry = Noticed(beat.id, kind, tuple(signs))
        self.hear_all()  # the prompt comes after the lines, so a resumed run must not say them again
        self._noticed = True
        self.entries.append(entry)
        return entry

    def respond(self, response: str, *, after_s: float | None = None, confidence: int | None = None) -> Responded:
        """Give a response and arrive where it leads; raises `NotOffered` and leaves the run as it was."""
        here, shown = self.here, self.shown()
        step = self._step(self._given(response, shown), here)
        entry = Responded(here.to, response, tuple([one.id for one in shown]), after_s, confidence)
        self.steps.append(step)
        self._fresh()
        self.entries.append(entry)
        return entry

    def would(self, response: str) -> Step:
        """What a response would lead to, without giving it; raises `NotOffered` or `NowhereToGo`."""
        return self._step(self._given(response, self.offered()), self.here)

    def rewind(self, to: int) -> Rewound:
        """Go back to the moment of decision `to` (0 = the first), keeping the attempt in the journal."""
        if not 0 <= to <= len(self.steps):
            raise NotOffered(f"there are {len(self.steps)} decisions to go back to, not {to}")
        entry = Rewound(to)
        del self.steps[to:]
        self._fresh()
        self.entries.append(entry)
        return entry

    def add(self, entry: Rated | Wrote) -> Rated | Wrote:
        """Keep a self-rating or a reflection with the run."""
        self.entries.append(entry)
        return entry

    def end(self) -> Ended | None:
        """The entry that closes a finished run, once; None while it goes on or when it was closed."""
        if self.ending is None or self._closed():
            return None
        entry = Ended(self.ending.id)
        self.hear_all()
        self.entries.append(entry)
        return entry

    # -- moving --------------------------------------------------------------------------------------------------
    def _given(self, response: str, offered: tuple[Response, ...]) -> Response:
        for given in offered:
            if given.id == response:
                return given
        raise NotOffered(_not_offered(response, self.here.to, self.offered()))

    def _step(self, given: Response, here: Passage) -> Step:
        at, before = here.to, here.world
        after = self.story.laws.answer(self.story.scenario.beats[at], given, before)
        cursor = Cursor(at, after)
        if not self.story.move(cursor, f"{at}/{given.id}"):
            raise NowhereToGo(f"'{at}/{given.id}' leads nowhere in the present state of the scene")
        return Step(at, given.id, before, after, self._arrive(cursor))

    def _arrive(self, cursor: Cursor) -> tuple[Passage, ...]:
        story = self.story
        passed: list[Passage] = []
        while True:
            beat = story.scenario.beats.get(cursor.state)
            if beat is None:
                return (*passed, Passage(cursor.state, cursor.world))
            cursor.world = story.laws.enter(beat, cursor.world)
            here = Passage(beat.id, cursor.world)
            if here in passed:
                raise NowhereToGo(f"'{beat.id}' leads back to itself and nothing changes on the way")
            passed.append(here)
            if beat.responses:
                return tuple(passed)
            if not story.move(cursor, f"{beat.id}/{NEXT}"):
                raise NowhereToGo(f"'{beat.id}' leads nowhere in the present state of the scene")

    def _closed(self) -> bool:
        for entry in reversed(self.entries):
            if isinstance(entry, Responded | Rewound):
                return False
            if isinstance(entry, Ended):
                return True
        return False

    def _fresh(self) -> None:
        self._said = 0
        self._noticed = False
        self._shown = None


def resume(story: Story, transcript: Transcript) -> Run:
    """The run of a transcript, standing where it stood: the same beat, the same World, the same journal.

    Raises `NotOffered` when the scenario has changed so that the decisions no longer fit it.
    """
    run = Run(story, transcript.seed)
    for entry in transcript.entries:
        _redo(run, entry)
    return run


def replay(story: Story, choices: Iterable[str], *, seed: int = 0) -> Run:
    """Play the responses `beat/response` from the start, passing over notice prompts; raises `NotOffered`."""
    run = Run(story, seed)
    for choice in choices:
        beat, _, response = choice.rpartition("/")
        if beat != run.here.to:
            raise NotOffered(f"'{choice}' is not on offer: the scene stands at '{run.here.to}'")
        run.respond(response)
    return run


def _redo(run: Run, entry: Entry) -> None:
    match entry:
        case Noticed(_, kind, signs):
            run.notice(kind, signs=signs)
        case Responded(beat, response, offered, after_s, confidence):
            if beat != run.here.to:
                raise NotOffered(f"'{beat}/{response}' is not on offer: the scene stands at '{run.here.to}'")
            run.respond(response, after_s=after_s, confidence=confidence)
            run.entries[-1] = Responded(beat, response, offered, after_s, confidence)
        case Rewound(to):
            run.rewind(to)
        case Ended():
            run.hear_all()
            run.entries.append(entry)
        case Rated() | Wrote():
            run.entries.append(entry)
        case _:
            assert_never(entry)


def _shuffled(offered: tuple[Response, ...], key: str) -> tuple[Response, ...]:
    return tuple(sorted(offered, key=lambda one: blake2b((key + one.id).encode(), digest_size=8).digest()))


def _not_offered(response: str, beat: str, offered: tuple[Response, ...]) -> str:
    if not offered:
        return f"'{response}' is not on offer: the session has ended at '{beat}'"
    return f"'{response}' is not on offer at '{beat}': on offer are {', '.join(one.id for one in offered)}"
