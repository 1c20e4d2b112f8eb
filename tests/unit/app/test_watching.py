"""A play carried over to another text of its scenario, and files that are seen to change."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from building import beat, said, scenario

from game.app.watching import EVERY_S, Watched, catch_up
from game.scenario.model import Line, Scenario
from game.story.machine import Story
from game.story.run import Notices, Offers, Run
from game.story.transcript import Noticed


def three(**changed: object) -> Scenario:
    """Three moments in a row, of which some are written otherwise."""
    beats = {
        "one": beat("one", said("a", to="two"), said("b", to="two")),
        "two": beat("two", said("c", to="three"), said("d", to="three"), notice=True),
        "three": beat("three", said("e"), said("f")),
    }
    beats |= changed  # type: ignore[arg-type]
    return scenario(*beats.values())


def played(*choices: str) -> Run:
    run = Run(Story(three()), seed=5)
    for choice in choices:
        run.respond(choice)
    return run


def test_the_same_text_with_another_word_stands_at_the_same_moment() -> None:
    old = played("b", "c")
    new = catch_up(old, Story(three(three=beat("three", said("e"), said("f"), lines=(Line("Well."),)))))
    assert new.run is not None
    assert new.sentence == "2 of 2 replayed."
    assert (new.run.here, new.run.seed) == (old.here, 5)
    assert new.run.says()[-1].lines == (Line("Well."),)
    assert [one.id for one in new.run.shown()] == [one.id for one in old.shown()]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"two": beat("two", said("d", to="three"))},
            "1 of 3 replayed; 'two' changed: there is no response 'c' any more.",
        ),
        ({"two": beat("two", said("c", to="three", once=True), said("d", to="three"))}, "3 of 3 replayed."),
        (
            {"one": beat("one", said("a", to="three"), said("b", to="three"))},
            "1 of 3 replayed; the scene comes to 'three' now, not to 'two'.",
        ),
        ({"three": beat("three", said("f"))}, "2 of 3 replayed; 'three' changed: there is no response 'e' any more."),
    ],
)
def test_the_first_response_that_does_not_fit_is_named(changed: dict[str, object], sentence: str) -> None:
    assert catch_up(played("b", "c", "e"), Story(three(**changed))).sentence == sentence


def test_a_response_that_is_not_on_offer_now_is_told_apart_from_one_that_is_gone() -> None:
    two = beat("two", said("c", to="three", when="trust > 9"), said("d", to="three"))
    caught = catch_up(played("b", "c"), Story(three(two=two)))
    assert caught.sentence == "1 of 2 replayed; 'two' changed: 'c' is not on offer now."
    assert caught.run is not None
    assert caught.run.here.to == "two"


def test_a_beat_that_is_gone() -> None:
    ends = scenario(beat("one", said("a"), said("b")))
    assert catch_up(played("b", "c"), Story(ends)).sentence == "1 of 2 replayed; there is no beat 'two' any more."


def test_nothing_said_yet_is_nothing_to_tell() -> None:
    assert catch_up(played(), Story(three())).sentence == ""


def test_a_prompt_stays_answered_and_what_was_taken_back_stays_so() -> None:
    old = played("b")
    old.notice("withdrawal", signs=("W5",))
    old.respond("c")
    old.rewind(1)
    old.notice("nothing")
    new = catch_up(old, Story(three())).run
    assert new is not None
    assert [entry for entry in new.entries if isinstance(entry, Noticed)] == [Noticed("two", "nothing")]
    new.hear_all()
    assert isinstance(new.moment, Offers)


def test_a_prompt_that_is_not_asked_any_more_is_left_out() -> None:
    old = played("b")
    old.notice("withdrawal")
    old.respond("c")
    new = catch_up(old, Story(three(two=beat("two", said("c", to="three"), said("d", to="three")))))
    assert new.sentence == "2 of 2 replayed."


def test_a_prompt_that_is_new_is_asked() -> None:
    new = catch_up(played("b", "c"), Story(three(three=beat("three", said("e"), said("f"), notice=True)))).run
    assert new is not None
    new.hear_all()
    assert isinstance(new.moment, Notices)


def test_a_scene_that_is_stuck_now_leaves_the_old_one() -> None:
    stuck = three(three=beat("three", said("e", when="trust > 9")))
    caught = catch_up(played("b", "c"), Story(stuck))
    assert caught.run is None
    assert caught.sentence.startswith("The scene is stuck now: 'three' offers no response")


def test_an_ending_stays_one() -> None:
    old = played("b", "c", "e")
    new = catch_up(old, Story(replace(three(), title="Other"))).run
    assert new is not None
    assert new.ending is not None


# -- files -------------------------------------------------------------------------------------------------------
@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scenario.yaml"
    path.write_text("one", encoding="utf-8")
    return path


def test_a_file_at_rest_does_not_change(file: Path) -> None:
    watched = Watched([str(file)])
    assert not any(watched.changed(t / 10) for t in range(100))


def test_a_file_that_is_written_changes_once(file: Path) -> None:
    watched = Watched([str(file)])
    assert not watched.changed(0)
    file.write_text("another", encoding="utf-8")
    assert [watched.changed(EVERY_S * n) for n in (0.5, 1, 2, 3)] == [False, True, False, False]


def test_a_file_that_is_replaced_by_another_of_the_same_size_and_time_changes(file: Path, tmp_path: Path) -> None:
    watched = Watched([str(file)])
    new = tmp_path / "new"
    new.write_text("two", encoding="utf-8")
    stamp = file.stat()
    os.utime(new, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    new.replace(file)
    assert watched.changed(0)


def test_a_file_that_is_away_for_a_moment_is_given_another_look(file: Path) -> None:
    watched = Watched([str(file)])
    file.unlink()
    assert not watched.changed(0)
    file.write_text("back again", encoding="utf-8")
    assert watched.changed(EVERY_S)


def test_a_file_that_is_gone_is_told_once(file: Path) -> None:
    watched = Watched([str(file)])
    file.unlink()
    assert [watched.changed(EVERY_S * n) for n in range(4)] == [False, True, False, False]


def test_a_file_that_was_not_there_changes_when_it_comes(file: Path) -> None:
    watched = Watched([str(file.with_name("relational.yaml"))])
    assert not watched.changed(0)
    file.with_name("relational.yaml").write_text("id: relational", encoding="utf-8")
    assert watched.changed(EVERY_S)
