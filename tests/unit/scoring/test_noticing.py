"""Answers at notice prompts, in the words of signal detection."""

from __future__ import annotations

import pytest
from room import room

from game.scoring.noticing import noticing
from game.story.machine import Story
from game.story.run import Run, replay
from game.story.transcript import Noticing


@pytest.mark.parametrize(
    ("choices", "said", "result"),
    [
        ([], "nothing", "correct rejection"),
        ([], "withdrawal", "false alarm"),
        ([], "confrontation", "false alarm"),
        (["arrives/hear"], "withdrawal", "hit"),
        (["arrives/hear"], "nothing", "miss"),
        (["arrives/hear"], "confrontation", "miss"),
        (["arrives/brush"], "confrontation", "hit"),  # the response opened one, the beat another
        (["arrives/hear", "yes/praise"], "nothing", "correct rejection"),  # an older one is still open
        (["arrives/hear", "yes/praise"], "withdrawal", "hit"),
        (["arrives/hear", "yes/praise"], "confrontation", "false alarm"),
        (["arrives/hear", "yes/own"], "withdrawal", "false alarm"),  # it was repaired
    ],
)
def test_results(choices: list[str], said: Noticing, result: str) -> None:
    run = replay(Story(room()), choices)
    run.notice(said)
    (answer,) = noticing(run)
    assert (answer.before, answer.said, answer.result) == (len(choices) + 1, said, result)


def test_prompts_passed_over_are_left_out() -> None:
    run = Run(Story(room()))
    run.notice(None)
    assert noticing(run) == ()


def test_answers_of_attempts_are_left_out() -> None:
    run = Run(Story(room()))
    run.notice("withdrawal")
    run.respond("hear")
    run.notice("nothing")
    run.respond("own")
    run.rewind(0)
    run.notice("nothing")
    assert [(answer.before, answer.result) for answer in noticing(run)] == [(1, "correct rejection")]


def test_an_answer_keeps_its_signs_and_what_had_opened() -> None:
    run = Run(Story(room()))
    run.notice("nothing")
    run.respond("hear")
    run.notice("withdrawal", signs=["W5"])
    run.respond("own")
    answers = noticing(run)
    assert [answer.result for answer in answers] == ["correct rejection", "hit"]
    assert answers[1].signs == ("W5",)
    assert answers[1].opened == ("bow",)
