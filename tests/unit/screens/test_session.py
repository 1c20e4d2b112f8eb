"""Sitting with a client: lines come one by one, replies when they are done, and every way out is always there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from scenes import corridor

from game.portrait.person import Person
from game.scenario.model import Feedback, Line, Marker, Response, Scenario
from game.screens import session
from game.screens.intents import Become, Finish, Intent, Jot, Leave, Notice, Options, Respond
from game.screens.overlays import CaseFile, LeaveRoom, Paused, TranscriptPage, Trouble
from game.screens.session import Session
from game.story.machine import Story
from game.story.run import Offers, Run
from game.story.transcript import Noticing, Wrote
from game.ui.box import Box
from game.ui.events import Activate, Press, Write
from game.ui.frame import ACTIVE
from game.ui.look import Look
from game.ui.theme import THEMES, ThemeName

LOOK = Look()
LONG = "I notice how quickly the yes came, and I wonder whether there is a part of you that is not so sure. " * 2


def scene() -> Scenario:
    """A corridor whose beats have two lines and an aside, long replies, feedback and signs."""
    plain = corridor(6, width=4)
    lines = (Line("First line.", "polite"), Line("He looks away.", "withdrawn", aside=True), Line("Last line.", "sad"))
    beats = {
        id: replace(beat, lines=lines, responses=tuple(_worded(one) for one in beat.responses))
        for id, beat in plain.beats.items()
    }
    rubric = replace(
        plain.rubric,
        markers={"W1": Marker("W1", "withdrawal", "Denial", ""), "C1": Marker("C1", "confrontation", "Complaint", "")},
    )
    client = replace(plain.client, name="Ada", pronouns="she/her", intake="Came because of sleep.")
    return replace(plain, beats=beats, rubric=rubric, client=client)


def _worded(response: Response) -> Response:
    return replace(response, text=f"{response.id}: {LONG}", feedback=Feedback("Heard.", "Because.", "", "Try this."))


@dataclass
class Seat:
    """A run and the screen that shows it, with a clock moved by hand."""

    run: Run
    options: Options
    now: float = 0.0
    look: Look = LOOK

    def __post_init__(self) -> None:
        self.screen = self.shown()

    def shown(self, before: object = None) -> Session:
        return session.of_run(self.run, Person(), self.options, self.now, about=6, before=before)

    def wish(self, name: str) -> Intent | None:
        """Press a name; what only changes the screen happens at once."""
        self.now += 0.1
        wished = self.screen.wish(Activate(name), replace(self.look, now=self.now))
        if isinstance(wished, Become) and isinstance(wished.screen, Session):
            self.screen = wished.screen
        return wished

    def hear(self) -> None:
        """Let the client finish."""
        while self.phase == "speaks":
            self.wish("go-on")

    def notice(self, kind: Noticing | None) -> None:
        self.run.notice(kind)
        self.screen = self.shown(self.screen)

    def respond(self, number: int = 0) -> None:
        self.hear()
        if self.phase == "notice":
            self.notice(None)
        self.run.respond(self.screen.responses[number].id)
        self.screen = self.shown(self.screen)

    @property
    def phase(self) -> str:
        return self.screen.phase(self.look, self.now)

    def text(self) -> str:
        return self.screen.view(self.look, self.now).text()


def seat(**options: object) -> Seat:
    return Seat(Run(Story(scene()), 7), Options(**options))  # type: ignore[arg-type]


# -- Speaking --------------------------------------------------------------------------------------------------------
def test_lines_come_one_by_one_and_replies_only_after_the_last() -> None:
    here = seat()
    assert "First line." in here.text()
    assert "Last line." not in here.text()
    assert "reply" not in {hit.name.split("/")[0] for hit in here.screen.view(LOOK, 0.1).hits}
    here.wish("go-on")
    here.wish("go-on")
    assert "He looks away." in here.text()
    here.hear()
    assert [hit.label.split(":")[0] for hit in here.screen.view(LOOK, here.now).hits if hit.role == "choice"] == [
        response.id for response in here.run.shown()
    ]


def test_time_alone_finishes_a_line_and_never_begins_the_next() -> None:
    here = seat()
    here.now = 600.0
    assert "He looks away." not in here.text()
    assert "go on" in here.text()
    here.wish("go-on")
    here.wish("go-on")
    here.wish("go-on")
    here.now = 1200.0
    assert here.phase == "offers"


def test_any_key_goes_on_while_the_client_speaks_and_not_afterwards() -> None:
    here = seat()
    assert here.screen.view(LOOK, 0).any_key == "go-on"
    here.hear()
    assert here.screen.view(LOOK, here.now).any_key == ""


def test_a_line_is_announced_whole_when_it_begins() -> None:
    here = seat()
    assert here.screen.view(LOOK, 0.0).live == ("Ada: First line.",)
    here.wish("go-on")
    here.wish("go-on")
    assert here.screen.view(LOOK, here.now).live == ("He looks away.",)


def test_the_face_has_words_that_follow_the_line() -> None:
    here = seat()
    assert "[image] Ada smiles and nods" in here.text()
    here.hear()
    assert "[image] Ada looks down" in here.text()


@pytest.mark.parametrize("motion", ["none", "reduced"])
def test_without_motion_lines_stand_at_once_and_the_picture_rests(motion: str) -> None:
    here = seat()
    here.look = replace(LOOK, motion=motion)  # type: ignore[arg-type]
    assert here.screen.view(here.look, 0.0).pace == "still"
    assert here.phase == "speaks"
    assert here.screen.speech(0.0).line_done(here.look)


def test_a_face_lives_only_where_motion_is_wanted() -> None:
    here = seat()
    assert here.screen.view(LOOK, 0.05).pace == "moving"
    assert here.screen.view(LOOK, 60.0).pace == "living"


def test_read_it_again_starts_from_the_first_line() -> None:
    here = seat()
    here.hear()
    here.wish("again")
    assert (here.screen.line, here.phase) == (0, "speaks")


# -- Replying --------------------------------------------------------------------------------------------------------
def test_no_reply_is_focused_and_an_arrow_lands_on_the_first() -> None:
    here = seat()
    here.hear()
    frame = here.screen.view(LOOK, here.now)
    assert (frame.initial, frame.entry) == ("", "reply/0")


def test_all_replies_look_alike_and_nothing_tells_a_score() -> None:
    here = seat()
    here.hear()
    hits = [hit for hit in here.screen.view(LOOK, here.now).hits if hit.role == "choice"]
    assert len({(hit.box.w, hit.box.h, hit.selected, hit.enabled) for hit in hits}) == 1
    assert [hit.key for hit in hits] == ["A", "B", "C", "D"]
    assert not {"score", "points", "%"} & set(here.text().lower().split())


def test_a_reply_is_wished_for_and_then_stands_above_the_answer() -> None:
    here = seat()
    here.hear()
    chosen = here.run.shown()[2]
    assert here.wish("reply/2") == Respond(chosen.id)
    assert here.wish("reply/9") is None
    here.respond(2)
    assert here.screen.own == chosen.text
    assert f"You said: {chosen.text}" in here.text()
    assert (here.screen.decision, here.phase) == (2, "speaks")


def test_confidence_is_asked_after_the_reply_and_can_be_taken_back() -> None:
    here = seat(confidence=True)
    here.hear()
    first = here.run.shown()[0].id
    here.wish("reply/0")
    assert here.phase == "sure"
    assert here.wish("sure/3") == Respond(first, 3)
    here.wish("unchoose")
    assert here.phase == "offers"


def test_own_words_first_are_kept_and_asked_once() -> None:
    here = seat(write_first=True)
    here.hear()
    assert here.phase == "write"
    wished = here.screen.wish(Write("draft", "My own line. "), LOOK)
    assert isinstance(wished, Become)
    here.screen = wished.screen  # type: ignore[assignment]
    jot = here.wish("show-replies")
    assert jot == Jot(session.jot_prompt(1), "My own line.")
    here.run.add(Wrote(jot.prompt, jot.text))
    here.screen = here.shown(here.screen)
    assert here.phase == "offers"


def test_own_words_may_be_left_empty() -> None:
    here = seat(write_first=True)
    here.hear()
    here.wish("show-replies")
    assert here.phase == "offers"


def test_a_coach_speaks_after_the_client_and_before_the_next_reply() -> None:
    here = seat(coach="each")
    here.respond()
    assert here.phase == "speaks"
    here.hear()
    assert here.phase == "coach"
    assert "Heard." in here.text()
    here.wish("go-on")
    assert here.phase == "offers"


# -- Noticing --------------------------------------------------------------------------------------------------------
def noticing(**options: object) -> Seat:
    here = seat(**options)
    while not here.run.story.scenario.beats[here.run.here.to].notice:
        here.respond()
    here.hear()
    return here


def test_a_notice_is_answered_with_its_signs() -> None:
    here = noticing()
    assert here.phase == "notice"
    assert here.wish("continue") is None
    here.wish("happened/withdrawal")
    here.wish("sign/W1")
    assert "[toggle*] Denial" in here.text()
    assert here.wish("continue") == Notice("withdrawal", ("W1",))
    here.wish("sign/W1")
    assert here.wish("continue") == Notice("withdrawal", ())


def test_another_answer_drops_the_signs_of_the_first() -> None:
    here = noticing()
    here.wish("happened/withdrawal")
    here.wish("sign/W1")
    here.wish("happened/confrontation")
    assert here.screen.signs == ()
    assert "Denial" not in here.text()


def test_nothing_is_answered_until_something_is_chosen_and_skipping_is_as_easy() -> None:
    here = noticing()
    frame = here.screen.view(LOOK, here.now)
    go, skip = frame.hit("continue"), frame.hit("skip")
    assert go is not None
    assert skip is not None
    assert (go.enabled, skip.enabled) == (False, True)
    assert go.box.h == skip.box.h
    assert here.wish("skip") == Notice(None)


def test_after_the_notice_the_replies_come_and_nothing_is_said_again() -> None:
    here = noticing()
    here.notice("nothing")
    assert here.phase == "offers"


def test_a_notice_can_be_left_out() -> None:
    here = noticing(notice=False)
    assert here.phase == "offers"
    assert isinstance(here.screen.then, Offers)


def test_the_question_fits_the_client() -> None:
    assert "She is pushing back at me" in noticing().text()


# -- Ways out and back -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "kind"), [("transcript", TranscriptPage), ("case-file", CaseFile), ("pause", Paused), ("leave", LeaveRoom)]
)
@pytest.mark.parametrize("heard", [False, True])
def test_every_way_out_is_there_at_any_time_and_leads_back(name: str, kind: type, heard: bool) -> None:
    here = seat()
    if heard:
        here.hear()
    before = here.screen
    hit = before.view(LOOK, here.now).hit(name)
    assert hit is not None
    assert hit.key
    over = here.wish(name)
    assert isinstance(over, Become)
    assert isinstance(over.screen, kind)
    names = {one.name for one in over.screen.view(LOOK, here.now).hits}
    assert not names & {"reply/0", "case-file", "transcript", "client"}
    back = next(name for name in ("close", "stay", "resume") if name in names)
    assert over.screen.wish(Activate(back), LOOK) == Become(before)


def test_the_transcript_holds_what_was_said_and_no_more() -> None:
    here = seat()
    here.respond(1)
    page = here.wish("transcript")
    assert isinstance(page, Become)
    assert isinstance(page.screen, TranscriptPage)
    said = page.screen.text().split("\n")
    assert said[:3] == ["Ada: First line.", "[He looks away.]", "Ada: Last line."]
    assert said[3].startswith("You: ")
    assert said[-1] == "Ada: First line."


def test_leaving_asks_once_and_then_leaves() -> None:
    asked = seat().wish("leave")
    assert isinstance(asked, Become)
    assert asked.screen.wish(Activate("leave-now"), LOOK) == Leave()
    assert asked.screen.wish(Press("Z"), LOOK) is None


def test_trouble_is_one_sentence_over_the_session() -> None:
    here = seat()
    trouble = Trouble("The disk is full.", here.screen)
    assert "The disk is full." in trouble.view(LOOK, 0.0).text()
    assert trouble.wish(Activate("close"), LOOK) == Become(here.screen)


def test_the_end_leads_to_looking_back() -> None:
    here = seat()
    while here.run.ending is None:
        here.respond()
    here.hear()
    assert here.phase == "ends"
    assert "The end of the session" in here.text()
    assert here.wish("finish") == Finish()


# -- Places ----------------------------------------------------------------------------------------------------------
WINDOWS = [(1024, 600), (1024, 768), (1280, 720), (1920, 1080), (2560, 1080), (3840, 2160)]


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", THEMES)
def test_everything_has_its_place_in_every_window(size: tuple[int, int], scale: float, theme: ThemeName) -> None:
    look = Look(size, scale, THEMES[theme], motion="none")
    for here in (seat(), noticing(), noticing(confidence=True)):
        here.look = look
        if here.screen.scene.options.confidence:
            here.notice(None)
            here.wish("reply/0")
        for heard in (False, True):
            if heard:
                here.hear()
                here.wish("happened/withdrawal")
            assert_placed(here, look)


def assert_placed(here: Seat, look: Look) -> None:
    frame = here.screen.view(look, here.now)
    names = [hit.name for hit in frame.hits]
    assert len(names) == len(set(names))
    regions = {region.name: region for region in frame.regions}
    for hit in frame.hits:
        if hit.region in regions:
            box = regions[hit.region].box
            assert box.h > 40
            assert hit.box.x >= box.x - 1
            assert hit.box.right <= box.right + 1
        else:
            assert hit.box.inside(look.box, 1), (here.phase, hit)
        if hit.role in ACTIVE and hit.enabled:
            assert min(hit.box.w, hit.box.h) >= 24


@pytest.mark.parametrize("size", WINDOWS)
def test_replies_do_not_cover_the_words_or_the_face(size: tuple[int, int]) -> None:
    here = seat()
    here.look = Look(size, motion="none")
    here.hear()
    frame = here.screen.view(here.look, here.now)
    replies = [hit.box for hit in frame.hits if hit.role == "choice" and not hit.region]
    lines = [hit.box for hit in frame.hits if hit.role == "live"]
    eyes = Box(0.2 * size[0], 0.3 * size[1], 0.15 * size[0], 0.2 * size[1])
    for reply in replies:
        assert not any(reply.meets(line) for line in lines)
        assert size[0] / size[1] < 1.5 or not reply.meets(eyes)
