"""A session in text, driven line by line: everything a person can type at a prompt, and what is kept of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from room import room

from game.app.page import Page
from game.app.terminal import Sitting, play
from game.records.errors import DiskFull
from game.scenario.bounds import still_open
from game.scenario.explore import explore
from game.scenario.model import Scenario
from game.story.machine import Story
from game.story.run import Run, resume
from game.story.transcript import Ended, Entry, Noticed, Rated, Responded, Rewound

BEGIN = "1"
OVER = ""


@dataclass
class Kept:
    """A journal in a list, which can be made to fail."""

    entries: list[Entry] = field(default_factory=list)
    failures: int = 0

    def keep(self, run: Run) -> None:
        if self.failures:
            self.failures -= 1
            raise DiskFull("There is no room on the disk.")
        self.entries = list(run.entries)


def sit(*typed: str, run: Run | None = None, journal: Kept | None = None, width: int = 80) -> tuple[str, Kept]:
    """What was printed and kept when this was typed, line by line, and then the input ended."""
    run, journal, out = run or Run(Story(room())), journal or Kept(), io.StringIO()
    doors = still_open(explore(run.story.laws))
    lines: Iterator[str] = iter([f"{line}\n" for line in typed])
    play(Sitting(run, Page(lines, out, width), journal, {"tired": "yawns"}, lambda: doors))
    return out.getvalue(), journal


def test_the_end_of_the_input_keeps_the_run() -> None:
    said, journal = sit(BEGIN, OVER, "1")
    assert journal.entries == [Noticed("arrives", None), Responded("arrives", "hear", ("hear", "tell", "brush"))]
    assert said.endswith("You stopped after one decision. Your place and your answers are kept.\n\n")


def test_declining_the_content_note_begins_nothing() -> None:
    said, journal = sit("2")
    assert "Before you begin: Mentions a quarrel." in said
    assert journal.entries == []
    assert "I slept badly" not in said


def test_an_input_that_ends_at_once_is_told_so() -> None:
    assert sit()[0].endswith("You stopped before your first answer.\n\n")


def test_a_scene_without_a_note_begins_with_enter() -> None:
    scene = room()
    said, _ = sit("", run=Run(Story(replace(scene, meta=replace(scene.meta, content_note="")))))
    assert "Press Enter to begin." in said
    assert "I slept badly" in said


def test_poses_are_told_when_they_change_and_asides_stand_in_brackets() -> None:
    said, _ = sit(BEGIN)
    assert "[Ada yawns.]\nAda: I slept badly.\n[She rubs her eyes.]\n" in said


def test_what_is_not_understood_is_asked_again_without_the_whole_list() -> None:
    said, journal = sit(BEGIN, OVER, "9", "0", "one", "", "1.")
    assert said.count("Type a number from 1 to 3, or h for help.") == 4
    assert said.count("What do you say?") == 1
    assert [type(entry) for entry in journal.entries] == [Noticed, Responded]


def test_help_transcript_case_file_and_feedback_on_request() -> None:
    said, journal = sit(BEGIN, OVER, "f", "1", OVER, "h", "t", "c", "f")
    assert "You have not replied yet." in said
    assert "p, pause: stop here and keep your place" in said
    assert said.count("Ada: I slept badly.") == 2  # once in the session, once in the transcript
    assert said.count("Works nights.") == 2
    assert "What Ada may have heard: You listen." in said
    assert len(journal.entries) == 3


def test_no_score_is_shown_during_the_session() -> None:
    said, _ = sit(BEGIN, OVER, "1", OVER, "f", "1", "f", "p")
    assert "plus" not in said
    assert "%" not in said


def test_noticing_with_signs() -> None:
    _, journal = sit(BEGIN, OVER, "1", "2", "1, 7")
    assert journal.entries[-1] == Noticed("yes", "withdrawal", ("W5",))


def test_taking_back_a_reply_keeps_it_as_an_attempt() -> None:
    said, journal = sit(BEGIN, OVER, "b", "3", "b", OVER, "1")
    assert "There is no reply to take back yet." in said
    assert [type(entry) for entry in journal.entries] == [Noticed, Responded, Rewound, Noticed, Responded]
    assert journal.entries[-1].response == "hear"  # type: ignore[union-attr]


def test_pausing_and_coming_back_shows_the_last_exchange() -> None:
    story = Story(room())
    run = Run(story)
    sit(BEGIN, OVER, "3", "p", run=run)
    again = resume(story, run.transcript)
    said, _ = sit(OVER, run=again)
    assert said.startswith("You are back with Ada, after one decision.\n\nYou: It's only sleep.\n\nAda: Is it.\n")
    assert "Case file" not in said


def test_leaving_the_room_leads_to_the_debrief_of_what_was() -> None:
    said, journal = sit(BEGIN, OVER, "1", "l", "2")
    assert "You left the session after one decision." in said
    assert journal.entries[-1] == Rated((("empathy", 2),))


def test_leaving_before_the_first_reply_is_possible() -> None:
    said, _ = sit(BEGIN, "l")
    assert "You left the session after no decisions." in said


def test_ratings_are_asked_before_any_score_and_only_where_something_was_in_play() -> None:
    said, journal = sit(BEGIN, OVER, "1", "l", "5")
    assert said.index("how do you think it went") < said.index("of what was within reach")
    assert "Humility." not in said
    assert journal.entries[-1] == Rated((("empathy", 5),))


def test_an_ending_is_kept_and_the_debrief_told_to_its_end() -> None:
    said, journal = sit(*WHOLE)
    assert Ended("said-no") in journal.entries
    assert "How it ended: Said no (repaired).\nShe disagreed, and stayed." in said
    for number in (1, 2, 3):
        assert f"Decision {number}: " in said
    assert "Doors that closed: Lovely (smoothed over)." in said


def test_in_the_debrief_decisions_are_shown_one_by_one_or_as_asked() -> None:
    said, _ = sit(*WHOLE, "2", "99", "", "q")
    shown = [line.split(":")[0] for line in said.splitlines() if line.startswith("Decision ")]
    assert shown == ["Decision 2", "Decision 3"]
    assert "There are decisions 1 to 3." in said
    assert "That was the last decision." in said
    assert sit(*WHOLE, "a", "q")[0].count("Decision ") >= 3


def test_trying_a_moment_again_goes_on_from_there() -> None:
    said, journal = sit(*WHOLE, "r 3", OVER, *_say("close", "push"), OVER, OVER, OVER, "q")
    assert "Back at decision 3." in said
    assert Rewound(2) in journal.entries
    assert journal.entries[-1] == Ended("lovely")
    assert "You took back one decision. Only what stands is scored." in said


def test_a_disk_that_is_full_is_said_and_tried_again() -> None:
    said, journal = sit(BEGIN, OVER, "", "1", journal=Kept(failures=1))
    assert "There is no room on the disk." in said
    assert [type(entry) for entry in journal.entries] == [Noticed, Responded]


def test_one_may_go_on_and_the_next_answer_brings_in_what_was_not_kept() -> None:
    said, journal = sit(BEGIN, OVER, "x", "1", journal=Kept(failures=1))
    assert [type(entry) for entry in journal.entries] == [Noticed, Responded]
    assert "You: " in said
    assert said.endswith("Your place and your answers are kept.\n\n")


def test_a_farewell_does_not_promise_what_could_not_be_kept() -> None:
    said, journal = sit(BEGIN, OVER, "x", "1", "x", journal=Kept(failures=9))
    assert journal.entries == []
    assert said.endswith("You stopped after one decision. What you answered last could not be kept.\n\n")


def test_a_missed_safety_cue_comes_first() -> None:
    said, _ = sit(BEGIN, OVER, "1", "l", OVER, run=Run(Story(_gated(room()))))
    debrief = said[said.index("First of all") :]
    assert debrief.index("First of all") < debrief.index("You left the session")


@pytest.mark.parametrize("width", [20, 40, 80, 300])
def test_lines_are_wrapped_at_the_width_and_stay_readable(width: int) -> None:
    said, _ = sit(*WHOLE, width=width)
    longest = max(len(line) for line in said.splitlines() if "to end:" not in line and "try that" not in line)
    assert longest <= min(100, max(30, width - 1)) or width == 20


def test_nothing_but_text_is_printed() -> None:
    said, _ = sit(*WHOLE)
    assert "\x1b" not in said
    assert "\r" not in said
    assert all(character.isprintable() or character == "\n" for character in said)


def _gated(scene: Scenario) -> Scenario:
    return replace(scene, beats={**scene.beats, "arrives": replace(scene.beats["arrives"], gate="suicide")})


def _say(beat: str, response: str) -> tuple[str]:
    """The number under which a response is shown, for seed 0."""
    at = {"arrives": 0, "yes": 1, "close": 2}[beat]
    run = Run(Story(room()))
    for one in ("hear", "own")[:at]:
        run.respond(one)
    return (str([offer.id for offer in run.shown()].index(response) + 1),)


WHOLE = (
    BEGIN,
    "1",
    *_say("arrives", "hear"),
    "2",
    "1",
    *_say("yes", "own"),
    OVER,
    *_say("close", "stay"),
    "4",
    OVER,
    "3",
)
