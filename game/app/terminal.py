"""A complete session in a terminal: case file, session, notice prompts, self-rating and debrief, in plain text.

It shows and asks, and keeps every entry through a `Journal` before the client answers; what a run is, what it scores
and what it is told in belong to `story`, `scoring` and `reports`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, Protocol, assert_never

from game.app.page import Gone, Page, number
from game.app.terminal_debrief import look_back
from game.records.errors import RecordsError
from game.reports import plain, words
from game.reports.moment import FeedbackTold, tell
from game.scenario.model import DIMENSIONS, Dimension
from game.scoring.evidence import decisions
from game.scoring.review import EndingsFrom
from game.story.run import Ends, Notices, Offers, Run, Says
from game.story.transcript import Noticing, Rated

HELP = (
    "Type the number of your choice and press Enter. Or type:",
    "t, the transcript so far",
    "c, the case file",
    "f, feedback on your last reply",
    "b, take back your last reply",
    "p, pause: stop here and keep your place",
    "l, leave the room now and look back",
    "h, this help",
)

FRAME = (
    "A training aid: not therapy, not supervision, and no assessment of fitness to practise. The client is made up "
    "and the replies are simplified. You can stop at any time; nothing is lost."
)

Choice = int | Literal["", "back", "leave"]
"""A number from 0, or what else a person can ask for at a prompt. Empty: Enter alone."""


class Journal(Protocol):
    """Where a session is kept."""

    def keep(self, run: Run) -> None:
        """Keep what the run holds and is not kept; returns when it is safe. Raises `RecordsError` when it is not."""


@dataclass(slots=True)
class Sitting:
    """One trainee in front of one run."""

    run: Run
    page: Page
    journal: Journal
    poses: Mapping[str, str] = field(default_factory=dict)
    """Pose -> what it looks like."""
    doors: Callable[[], EndingsFrom | None] = lambda: None
    """Makes ready which endings can be reached; called once, at the first debrief."""
    pose: str = "neutral"
    """What was last told of the client's face and posture."""
    unkept: bool = False
    """Whether something the trainee answered is not safe yet."""

    # -- the course of a session ---------------------------------------------------------------------------------
    def begin(self) -> bool:
        """The card, the case file and the content note; whether the trainee wants to go on."""
        scenario = self.run.story.scenario
        self.page.block(*plain.card(scenario))
        self.page.block(FRAME)
        self.page.blocks(plain.case_file(scenario))
        if not scenario.meta.content_note:
            self.page.ask("Press Enter to begin.")
            return True
        self.page.block(f"Before you begin: {scenario.meta.content_note}")
        return self.page.choose("Do you want to go on?", ("Begin", "Not today")) != 1

    def resumed(self) -> None:
        """Where the trainee left off, with their last reply."""
        taken = len(self.run.steps)
        self.page.block(f"You are back with {self.name}, after {words.counted(taken, 'decision')}.")
        if taken:
            self.page.block(f"You: {self.run.response(self.run.steps[-1]).text}")

    def session(self) -> None:
        """From the present moment to an ending, or until the trainee leaves the room."""
        while True:
            moment = self.run.moment
            match moment:
                case Says():
                    self._hear(moment)
                case Notices():
                    stays = self._notice()
                    if not stays:
                        return
                case Offers():
                    stays = self._respond(moment)
                    if not stays:
                        return
                case Ends():
                    self.run.end()
                    self.keep()
                    return
                case _:
                    assert_never(moment)

    def rate(self) -> None:
        """The trainee's own rating, before any score is shown; Enter passes over a scale."""
        taken = decisions(self.run)
        played = [dimension for dimension in DIMENSIONS if any(dimension in one.in_play for one in taken)]
        if not played:
            return
        self.page.block("Before you see any score: how do you think it went? Enter passes over.")
        given: list[tuple[str, int]] = []
        with suppress(Gone):  # the debrief is told to its end even where nobody answers any more
            for dimension in played:
                given += self._rating(dimension)
        if given:
            self.run.add(Rated(tuple(given)))
            self.keep()

    # -- moments -------------------------------------------------------------------------------------------------
    @property
    def name(self) -> str:
        """The client's name."""
        return self.run.story.scenario.client.name

    def _hear(self, says: Says) -> None:
        self.page.block(*plain.spoken_lines(says.lines, self.name, self.poses, since=self.pose))
        self.pose = plain.last_pose(says.lines, self.pose)
        self.run.advance()

    def _notice(self) -> bool:
        options: tuple[Noticing, ...] = ("nothing", "withdrawal", "confrontation")
        question = "What just happened between you? Enter passes over."
        chosen = self.pick(question, [words.NOTICED[option] for option in options])
        if chosen in ("back", "leave"):
            return self._turn_away(chosen)
        kind = options[chosen] if isinstance(chosen, int) else None
        self.run.notice(kind, signs=self._signs(kind))
        self.keep()
        return True

    def _signs(self, kind: Noticing | None) -> tuple[str, ...]:
        markers = [marker for marker in self.run.story.scenario.rubric.markers.values() if marker.kind == kind]
        if not markers:
            return ()
        question = "Which signs? Their numbers, with blanks between; Enter passes over."
        self.page.numbered(question, [f"{marker.name}: {marker.looks}" for marker in markers])
        typed = self.page.ask("Signs:").replace(",", " ").split()
        wanted = {number(word, len(markers)) for word in typed}
        return tuple(marker.id for at, marker in enumerate(markers) if at in wanted)

    def _respond(self, offers: Offers) -> bool:
        texts = [response.text for response in offers.responses]
        chosen = self.pick("What do you say?", texts, needed=True)
        if not isinstance(chosen, int):
            return self._turn_away(chosen)
        self.run.respond(offers.responses[chosen].id)
        self.keep()
        self.page.block(f"You: {texts[chosen]}")
        return True

    def _turn_away(self, chosen: Choice) -> bool:
        """Leave the room, or take the last reply back and stay."""
        if chosen == "leave":
            return False
        if self.run.steps:
            self.run.rewind(len(self.run.steps) - 1)
            self.keep()
            self.page.block("Your last reply is taken back. It is kept as an attempt.")
        else:
            self.page.block("There is no reply to take back yet.")
        return True

    def _rating(self, dimension: Dimension) -> list[tuple[str, int]]:
        scale = self.run.story.scenario.rubric.dimensions[dimension]
        steps = [scale.bands[level] for level in sorted(scale.bands)]
        chosen = self.page.choose(f"{scale.name}.", steps)
        return [] if chosen is None else [(dimension, chosen + 1)]

    # -- asking and keeping --------------------------------------------------------------------------------------
    def pick(self, question: str, options: Sequence[str], *, needed: bool = False) -> Choice:
        """One of the options by its number, or what else was asked for; asks again until it understands."""
        self.page.numbered(question, options)
        while True:
            typed = self.page.ask("Your choice (h for help):").lower()
            if (at := number(typed, len(options))) is not None:
                return at
            if not typed and not needed:
                return ""
            if typed in _AWAY:
                return _AWAY[typed]
            if self._tell(typed):
                self.page.numbered(question, options)
            else:
                self.page.block(f"Type a number from 1 to {len(options)}, or h for help.")

    def _tell(self, typed: str) -> bool:
        """Answer a question about the session; whether it was one."""
        match typed:
            case "h" | "?" | "help":
                self.page.block(*HELP)
            case "t" | "transcript":
                self.page.blocks(plain.transcript(self.run, self.poses))
            case "c" | "case" | "case file":
                self.page.blocks(plain.case_file(self.run.story.scenario))
            case "f" | "feedback":
                self.page.block(*self._feedback())
            case "p" | "pause" | "q" | "quit" | "exit":
                raise Gone
            case _:
                return False
        return True

    def _feedback(self) -> plain.Block:
        if not self.run.steps:
            return ("You have not replied yet.",)
        told: FeedbackTold = tell(self.run, decisions(self.run)[-1], None).feedback
        return plain.feedback(told, self.name) or ("There is no feedback on this reply.",)

    def keep(self) -> None:
        """Keep what is new in the run; where that fails, say why and let the trainee try again or go on."""
        while True:
            try:
                self.journal.keep(self.run)
                self.unkept = False
                return
            except RecordsError as error:
                self.unkept = True
                self.page.block(str(error))
                if self.page.ask("Enter tries again; x goes on, and the next answer tries again:").lower() == "x":
                    return


_AWAY: Mapping[str, Literal["back", "leave"]] = {"b": "back", "back": "back", "l": "leave", "leave": "leave"}


def play(sitting: Sitting) -> None:
    """The whole sitting, to its end or to wherever the trainee stops; everything given until then is kept."""
    try:
        if sitting.run.entries:
            sitting.resumed()
        elif not sitting.begin():
            sitting.page.block("Nothing was begun.")
            return
        while True:
            sitting.session()
            sitting.rate()
            sitting.page.block("Looking back over the session.")
            to = look_back(sitting.run, sitting.page, sitting.poses, sitting.doors())
            if to is None:
                return
            sitting.run.rewind(to)
            sitting.keep()
            sitting.page.block(f"Back at decision {to + 1}. What you said here is kept as an attempt.")
    except (Gone, KeyboardInterrupt):
        sitting.page.block(_farewell(sitting))


def _farewell(sitting: Sitting) -> str:
    taken = words.counted(len(sitting.run.steps), "decision")
    if not sitting.run.entries:
        return "You stopped before your first answer."
    if sitting.unkept:
        return f"You stopped after {taken}. What you answered last could not be kept."
    if sitting.run.ending is not None:
        return "The session is over, and your answers are kept."
    return f"You stopped after {taken}. Your place and your answers are kept."
