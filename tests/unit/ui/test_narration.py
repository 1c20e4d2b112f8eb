"""What is said of two frames: what is new, in order, and what it may cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ui.box import Box
from game.ui.frame import Frame, Hit, Role
from game.ui.narration import Met, Utterance, everything, met, typed, utterance
from tests.stage import SCREENS, pilots

POSE = Hit("pose", Box(0, 0, 9, 9), "image", "Graham looks away, arms crossed.")


def hit(name: str, role: Role = "button", label: str = "", **more: object) -> Hit:
    return Hit(name, Box(0, 0, 9, 9), role, label or name, **more)  # type: ignore[arg-type]


def now(*hits: Hit, focus: str = "", title: str = "Session", live: tuple[str, ...] = ()) -> Met:
    return met(Frame((100, 100), (), hits, title, live=live), focus)


def line(text: str, number: int = 0) -> Hit:
    return hit(f"line/{number}", "live", text)


def said(before: Met, after: Met, *, positions: bool = True) -> str:
    told = utterance(before, after, positions=positions)
    return told.text if told else ""


REPLIES = (
    hit("reply/0", "choice", "Yes", value="Reply A", description="1 of 2"),
    hit("reply/1", "choice", "No", value="Reply B", description="2 of 2", selected=True),
)


def test_a_new_screen_is_its_title_then_what_stands_before_the_first_control_then_the_focus() -> None:
    page = (hit("go/a", "tab", "A"), hit("h", "heading", "Welcome"), hit("w", "text", "Sit down"), hit("begin"))
    told = utterance(now(title="Before"), now(*page, hit("x", "text", "Later"), focus="begin", title="First"))
    assert told == Utterance("First. Welcome. Sit down. begin, button.", True)


def test_a_session_begins_with_the_face_and_the_line_that_is_being_said() -> None:
    lines = (line("Graham: Hello."), line("Graham: Yes?", 1))
    told = said(Met(), now(POSE, hit("t", "text", "Decision 1"), hit("pause"), *lines, live=("Graham: Yes?",)))
    assert told == "Session. Graham looks away, arms crossed. Graham: Yes?"


def test_a_new_line_cuts_what_was_being_said_and_comes_with_the_face_that_changed() -> None:
    before = now(replace(POSE, label="At rest."), line("Graham: Hello."), live=("Graham: Hello.",))
    after = now(POSE, line("Graham: Hello."), line("He waits.", 1), live=("He waits.",))
    assert utterance(before, after) == Utterance("Graham looks away, arms crossed. He waits.", True)


def test_a_line_that_is_read_again_is_said_again() -> None:
    before = now(line("Graham: Hello."), line("He waits.", 1), live=("He waits.",))
    assert said(before, now(line("Graham: Hello."), live=("Graham: Hello.",))) == "Graham: Hello."


def test_earlier_lines_that_come_back_into_view_are_not_said_again() -> None:
    before = now(line("He waits.", 1), live=("He waits.",))
    after = now(line("Graham: Hello."), line("He waits.", 1), hit("q", "text", "And you?"), live=("He waits.",))
    assert utterance(before, after) == Utterance("And you?", False)


def test_the_question_after_the_last_line_and_the_focus_it_brings_wait_until_the_line_is_said() -> None:
    before = now(line("Graham: Hello."), live=("Graham: Hello.",))
    after = now(line("Graham: Hello."), hit("q", "text", "What do you say?"), *REPLIES, focus="reply/0",
                live=("Graham: Hello.",))  # fmt: skip
    told = utterance(before, after)
    assert told == Utterance("What do you say? 2 choices. Yes, choice, Reply A, 1 of 2.", False)


def test_new_focus_interrupts_and_says_the_position_last_and_once() -> None:
    here, there = now(*REPLIES, focus="reply/0"), now(*REPLIES, focus="reply/1")
    assert utterance(here, there) == Utterance("No, choice, chosen, Reply B, 2 of 2.", True)
    assert said(here, there, positions=False) == "No, choice, chosen, Reply B."
    assert said(here, now(*REPLIES)) == ""


def test_a_description_that_is_a_sentence_keeps_its_full_stop() -> None:
    one = hit("happened/x", "choice", "Moving away", description="He has stepped back.")
    two = hit("happened/y", "choice", "Moving against", description="He pushes.")
    told = said(now(one, two), now(one, two, focus="happened/x"))
    assert told == "Moving away, choice, He has stepped back. 1 of 2."


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (hit("n", "toggle", "Notice first", selected=True), hit("n", "toggle", "Notice first"), "Notice first, off."),
        (hit("n", "toggle", "Notice", value="off"), hit("n", "toggle", "Notice", value="on"), "Notice, on."),
        (hit("n", "choice", "115 %"), hit("n", "choice", "115 %", selected=True), "115 %, chosen."),
        (hit("n", "choice", "115 %", selected=True), hit("n", "choice", "115 %"), ""),
        (hit("n", label="Show"), hit("n", label="Hide"), "Hide."),
    ],
)
def test_a_change_of_what_has_the_focus_is_its_new_state(before: Hit, after: Hit, told: str) -> None:
    assert said(now(before, focus="n"), now(after, focus="n")) == told


def test_a_reply_that_was_chosen_is_not_read_twice() -> None:
    before = now(*REPLIES, focus="reply/0")
    after = now(hit("own", "text", "You said: Yes"), line("Graham: Good."), live=("Graham: Good.",))
    assert said(before, after) == "Graham: Good."


def test_the_foot_of_the_page_is_not_news() -> None:
    assert said(now(), now(hit("foot/a", "key", "go on"), hit("foot/b", "text", "move"))) == ""
    assert said(now(hit("a")), now(hit("a"), hit("foot-note", "text", "All yours"))) == ""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "I", ""),
        ("I hea", "I hear", ""),
        ("I hear", "I hear ", "hear"),
        ("I hear you", "I hear you,", "you"),
        ("I hear  ", "I hear   ", ""),
        ("I hear", "I her", "a deleted"),
        ("a b", "ab", "space deleted"),
        ("", "two words", "two words"),
        ("one", "", "one deleted"),
        ("do", "don", ""),
        ("don", "don't", "'t"),
        ("same", "same", ""),
    ],
)
def test_typing_is_heard_in_words(before: str, after: str, told: str) -> None:
    assert typed(before, after) == told


def test_typing_interrupts_and_only_the_word_is_said() -> None:
    before, after = (hit("draft", "field", "Your words", value=text) for text in ("I hear", "I hear "))
    assert utterance(now(before, focus="draft"), now(after, focus="draft")) == Utterance("hear.", True)


def test_what_an_engine_would_spell_out_is_left_out() -> None:
    assert said(Met(), now(hit("h", "heading", "Graham, 29  ·  he/him\n\x00(late)"))) == (
        "Session. Graham, 29, he/him (late)."
    )


# -- the real screens --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("screen", SCREENS)
def test_everything_on_a_screen_is_read(screen: str) -> None:
    frame = pilots()[screen].frame
    heard = everything(met(frame, ""))
    for one in met(frame, "").told:
        told = met(replace(frame, hits=(one.hit,)), "")
        assert everything(replace(told, title="")).strip(" .") in heard or one.of, one.hit.label
        assert said(Met(), replace(told, title=one.hit.label)).strip(" .") in heard, one.hit.label


@pytest.mark.parametrize("modal", ["filters", "how-it-goes", "transcript", "case-file", "pause", "leave", "keys"])
def test_nothing_under_a_panel_is_read(modal: str) -> None:
    pilot = pilots()[modal]
    frame, under = pilot.frame, pilot.app.screen
    below = under.under.view(pilot.app.look, pilot.t) if hasattr(under, "under") else None
    own = {hit.label for hit in frame.hits}
    buried = pilots()["briefing" if modal == "how-it-goes" else "library"].frame if below is None else below
    heard = everything(met(frame, "")) + said(Met(), met(frame, frame.initial))
    labels = {hit.label for hit in buried.hits if hit.active} - own
    hidden = [label for label in labels if len(label) > 12 and label not in frame.title]
    assert hidden
    assert not [label for label in hidden if label in heard]
