"""The session: sitting with a client, hearing them line by line, and choosing what to say.

A value made from a run by `of_run`; it answers with intents and never changes the run. The picture is `session_view`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.portrait.person import Person
from game.reports import plain
from game.reports.moment import tell
from game.scenario.model import Line, Response
from game.scoring.evidence import decisions
from game.screens.intents import Become, Finish, Intent, Jot, Leave, Notice, Options, Respond
from game.screens.overlays import AllKeys, CaseFile, LeaveRoom, Paused, Spoken, TranscriptPage
from game.screens.session_marks import Question, question
from game.screens.session_room import Sitting
from game.screens.session_speech import Speech
from game.screens.session_view import Seen, picture
from game.story.run import Ends, Moment, Notices, Offers, Run
from game.story.transcript import NOTICINGS, Noticing, Wrote
from game.ui.events import Act, Activate, Press, Write
from game.ui.frame import Frame
from game.ui.look import Look

Phase = Literal["speaks", "coach", "notice", "write", "offers", "sure", "ends"]
WHOLE = 1e9
"""Elapsed time of a line that stands there at once."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What stays the same for a whole run."""

    title: str
    name: str
    person: Person
    question: Question
    case_file: tuple[tuple[str, ...], ...]
    options: Options
    about: int
    """How many decisions a usual path has; 0 when nobody knows."""


@dataclass(frozen=True, slots=True)
class Session:
    """One moment of a run on the screen."""

    scene: Scene
    decision: int
    """Which decision comes next, from 1."""
    own: str
    """What the trainee said last."""
    past: tuple[Spoken, ...]
    """All that was said before the present lines."""
    lines: tuple[Line, ...]
    """What the client says now."""
    then: Moment
    """What comes when they have been said."""
    since: float
    """When the present line began, s."""
    pose_before: str = "neutral"
    line: int = 0
    hurried: bool = False
    """The present line was asked for whole."""
    coach: tuple[tuple[str, str], ...] = ()
    """Feedback on the last reply, until it has been read."""
    kind: Noticing | None = None
    signs: tuple[str, ...] = ()
    chosen: str = ""
    """The reply that waits for how sure the trainee is."""
    draft: str = ""
    drafted: bool = False
    """The trainee has written, or chosen not to."""

    # -- looking -----------------------------------------------------------------------------------------------------
    def view(self, look: Look, t: float) -> Frame:
        """The room, the client, and what the moment asks for."""
        return picture(self._seen(look, t), look, t)

    def speech(self, t: float) -> Speech:
        """The lines as far as they are said at time t."""
        return Speech(self.scene.name, self.lines, self.line, WHOLE if self.hurried else max(0.0, t - self.since))

    def phase(self, look: Look, t: float) -> Phase:
        """What the moment asks for now."""
        if not self.speech(t).done(look):
            return "speaks"
        if self.coach:
            return "coach"
        match self.then:
            case Ends():
                return "ends"
            case Notices():
                return "notice"
            case _ if self.scene.options.write_first and not self.drafted:
                return "write"
            case _:
                return "sure" if self.chosen else "offers"

    @property
    def responses(self) -> tuple[Response, ...]:
        """The replies on offer, in the order shown."""
        return self.then.responses if isinstance(self.then, Offers) else ()

    def _seen(self, look: Look, t: float) -> Seen:
        speech = self.speech(t)
        if speech.line_done(look):
            speech = replace(speech, elapsed=WHOLE)
        before = self.lines[self.line - 1].pose if self.line else self.pose_before
        pose = self.lines[self.line].pose if self.lines else self.pose_before
        return Seen(
            title=self.scene.title,
            where=self._where(),
            share=self._share(speech.done(look)),
            own=self.own,
            sitting=Sitting(self.scene.person, self.scene.name, before, pose, self.since),
            speech=speech,
            phase=self.phase(look, t),
            replies=tuple(response.text for response in self.responses),
            chosen=next((i for i, response in enumerate(self.responses) if response.id == self.chosen), 0),
            question=self.scene.question,
            kind=self.kind or "",
            signs=self.signs,
            draft=self.draft,
            coach=self.coach,
        )

    def _share(self, heard: bool) -> float:
        """How far the clock on the wall is: it moves when the client has finished, not in the middle of an answer."""
        taken = self.decision - 1 if heard or self.decision == 1 else self.decision - 2
        return min(1.0, taken / max(self.scene.about or self.decision + 5, self.decision))

    def _where(self) -> str:
        if isinstance(self.then, Ends):
            return "The end of the session"
        about = f" of about {self.scene.about}" if self.scene.about >= self.decision else ""
        return f"Decision {self.decision}{about}"

    # -- wishing -----------------------------------------------------------------------------------------------------
    def wish(self, act: Act, look: Look) -> Intent | None:
        """What the person wants; what only changes the screen comes back as `Become`."""
        match act:
            case Write("draft", text):
                return Become(replace(self, draft=text))
            case Activate(name):
                return self._activated(name, look)
            case Write() | Press():
                return None

    def _activated(self, name: str, look: Look) -> Intent | None:
        match name.split("/"):
            case ["go-on"]:
                return self._on(look)
            case ["again"]:
                return Become(replace(self, line=0, since=look.now, hurried=False))
            case ["transcript" | "case-file" | "pause" | "leave"]:
                return Become(self._overlay(name))
            case ["reply", number]:
                return self._reply(int(number))
            case ["sure", number]:
                return Respond(self.chosen, int(number))
            case ["unchoose"]:
                return Become(replace(self, chosen=""))
            case ["show-replies"]:
                written = self.draft.strip()
                return Jot(jot_prompt(self.decision), written) if written else Become(replace(self, drafted=True))
            case ["happened" | "sign" | "continue" | "skip", *_] if isinstance(self.then, Notices):
                return self._noticed(name)
            case ["help"]:
                return Become(AllKeys(self, "notice" if self.phase(look, look.now) == "notice" else "session"))
            case ["finish"]:
                return Finish()
        return None

    def _on(self, look: Look) -> Intent | None:
        """Any key while the client speaks: the line whole, then the next one; after that, past the coach's note."""
        speech = self.speech(look.now)
        if not speech.line_done(look):
            return Become(replace(self, hurried=True))
        if self.line < len(self.lines) - 1:
            return Become(replace(self, line=self.line + 1, since=look.now, hurried=False))
        return Become(replace(self, coach=())) if self.coach else None

    def _reply(self, number: int) -> Intent | None:
        if number >= len(self.responses):
            return None
        response = self.responses[number].id
        return Become(replace(self, chosen=response)) if self.scene.options.confidence else Respond(response)

    def _noticed(self, name: str) -> Intent | None:
        match name.split("/"):
            case ["happened", answer]:
                kind = next((one for one in NOTICINGS if one == answer), None)
                return Become(replace(self, kind=kind, signs=self.signs if kind == self.kind else ()))
            case ["sign", sign]:
                kept = tuple(one for one in self.signs if one != sign)
                return Become(replace(self, signs=kept if sign in self.signs else (*self.signs, sign)))
            case ["continue"]:
                return Notice(self.kind, self.signs) if self.kind else None
            case _:
                return Notice(None)

    def _overlay(self, name: str) -> TranscriptPage | CaseFile | Paused | LeaveRoom:
        match name:
            case "transcript":
                own = (Spoken("You", self.own),) if self.own else ()
                now = spoken(self.scene.name, self.lines[: self.line + 1])
                return TranscriptPage(self, self.scene.title, (*self.past, *own, *now))
            case "case-file":
                return CaseFile(self, self.scene.title, self.scene.case_file)
            case "pause":
                return Paused(self)
            case _:
                return LeaveRoom(self, Leave())


def of_run(run: Run, person: Person, options: Options, t: float, *, about: int = 0, before: object = None) -> Session:
    """The screen of a run's present moment, its lines beginning at time t. The run is told that they were heard.

    `before` is the screen it follows: while the decision is the same, what was said and written there stays.
    """
    told = tuple(says for says in run.says())
    run.hear_all()
    then = _after_lines(run, options)
    made = Session(
        scene=_scene(run, person, options, about),
        decision=len(run.steps) + 1,
        own=run.response(run.steps[-1]).text if run.steps else "",
        past=_past(run),
        lines=tuple(line for says in told for line in says.lines),
        then=then,
        since=t,
        pose_before=_pose_before(run),
        coach=_coach(run) if options.coach == "each" else (),
        drafted=_drafted(run),
    )
    if isinstance(before, Session) and (before.decision, before.past) == (made.decision, made.past):
        return replace(before, then=then, drafted=made.drafted or before.drafted)
    return made


def _after_lines(run: Run, options: Options) -> Moment:
    moment = run.moment
    if isinstance(moment, Notices) and not options.notice:
        return Offers(moment.beat, run.shown())
    return moment


def _scene(run: Run, person: Person, options: Options, about: int) -> Scene:
    scenario = run.story.scenario
    asked = question(scenario.rubric, scenario.client.pronouns)
    return Scene(scenario.title, scenario.client.name, person, asked, plain.case_file(scenario), options, about)


def _past(run: Run) -> tuple[Spoken, ...]:
    """All that was said up to the latest reply, which the present lines answer."""
    name, out = run.story.scenario.client.name, []
    for decision in range(len(run.steps)):
        if decision:
            out.append(Spoken("You", run.response(run.steps[decision - 1]).text))
        out += [entry for says in run.said_after(decision) for entry in spoken(name, says.lines)]
    return tuple(out)


def spoken(name: str, lines: tuple[Line, ...]) -> tuple[Spoken, ...]:
    """Lines as the transcript shows them; what is seen, not said, has no speaker."""
    return tuple(Spoken("" if line.aside else name, line.text, line.pose) for line in lines)


def _pose_before(run: Run) -> str:
    """How the client sat when the trainee replied."""
    if not run.steps:
        return "neutral"
    lines = [line for says in run.said_after(len(run.steps) - 1) for line in says.lines]
    return lines[-1].pose if lines else "neutral"


def _coach(run: Run) -> tuple[tuple[str, str], ...]:
    """Feedback on the last reply, under the headings it is shown with; parts nobody wrote are left out."""
    if not run.steps:
        return ()
    told = tell(run, decisions(run)[-1], None).feedback
    name = run.story.scenario.client.name
    parts = (
        (f"What {name} may have heard", told.heard),
        ("Why", told.why),
        ("Principle", told.principle),
        ("A stronger line" if told.stronger_id else "Something to try", told.stronger),
    )
    return tuple((title, text) for title, text in parts if text)


def jot_prompt(decision: int) -> str:
    """Under which words the trainee's own line before a decision is kept."""
    return f"Before reply {decision}, in your own words"


def _drafted(run: Run) -> bool:
    prompt = jot_prompt(len(run.steps) + 1)
    return any(isinstance(entry, Wrote) and entry.prompt == prompt for entry in run.entries)
