"""The contract with `transitions`: one shared machine without a model, moved by cursors. Held so that an update of the
library that breaks it is found here and not by a trainee.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
import transitions
from room import room

from game.scenario.condition import Compare
from game.scenario.model import Response, Route
from game.story.machine import Cursor, Story
from game.story.run import Run


def test_the_library_is_of_the_pinned_line() -> None:
    assert transitions.__version__.startswith("0.9.")


def test_one_machine_has_no_model_and_no_extra_transitions() -> None:
    story = Story(room())
    assert story.machine.models == []
    assert set(story.machine.states) == {*story.scenario.beats, *story.scenario.endings}
    responses = {f"{beat.id}/{said.id}" for beat in story.scenario.beats.values() for said in beat.responses}
    assert set(story.machine.events) == responses  # no `to_...` for every pair of states


def test_a_trigger_moves_the_cursor_that_is_given_and_no_other() -> None:
    story = Story(room())
    first, second = (Cursor("arrives", story.laws.first()) for _ in range(2))
    assert story.move(first, "arrives/hear")
    assert (first.state, second.state) == ("yes", "arrives")


def test_a_trigger_of_another_beat_moves_nothing() -> None:
    story = Story(room())
    cursor = Cursor("arrives", story.laws.first())
    assert not story.move(cursor, "yes/own")
    assert not story.move(cursor, "arrives/nobody")
    assert cursor.state == "arrives"


def test_the_cursor_keeps_nothing_of_the_library() -> None:
    assert Cursor.__slots__ == ("state", "world")


@pytest.mark.parametrize("name", ["trigger", "state", "world", "may_trigger", "to", "is_arrives"])
def test_responses_may_be_named_like_methods_of_the_library(name: str) -> None:
    """With a decorated model the library skips such names without a word."""
    scene = room()
    beat = replace(scene.beats["arrives"], responses=(Response(name, "Hm.", "RC", (Route("yes"),)),))
    run = Run(Story(replace(scene, beats={**scene.beats, "arrives": beat})))
    run.respond(name)
    assert run.here.to == "yes"


def test_the_first_route_that_holds_is_taken_and_guards_see_the_cursors_world() -> None:
    scene = room()
    routes = (
        Route("close", Compare("tension", ">=", 9)),
        Route("yes", Compare("tension", ">=", 3)),
        Route("half"),
    )
    beat = replace(scene.beats["arrives"], responses=(Response("go", "Go.", "SL", routes),))
    story = Story(replace(scene, beats={**scene.beats, "arrives": beat}))
    world = story.laws.first()
    reached = {}
    for tension in (9, 3, 0):
        cursor = Cursor("arrives", world._replace(gauges=(tension, 2)))
        story.move(cursor, "arrives/go")
        reached[tension] = cursor.state
    assert reached == {9: "close", 3: "yes", 0: "half"}


def test_where_no_route_holds_nothing_moves() -> None:
    scene = room()
    stuck = Response("go", "Go.", "SL", (Route("yes", Compare("tension", ">=", 9)),))
    beat = replace(scene.beats["arrives"], responses=(stuck,))
    story = Story(replace(scene, beats={**scene.beats, "arrives": beat}))
    cursor = Cursor("arrives", story.laws.first())
    assert not story.move(cursor, "arrives/go")
    assert cursor.state == "arrives"


def test_a_beat_may_lead_to_itself() -> None:
    scene = room()
    again = Response("again", "Again.", "SL", (Route("arrives"),))
    beat = replace(scene.beats["arrives"], responses=(again,))
    run = Run(Story(replace(scene, beats={**scene.beats, "arrives": beat})))
    run.respond("again")
    assert (run.here.to, len(run.steps)) == ("arrives", 1)
