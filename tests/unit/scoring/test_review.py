"""Ratings, doors, attempts and the turn of a session."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from room import GAUGES, room

from game.scenario.bounds import still_open
from game.scenario.explore import explore
from game.scenario.laws import Laws
from game.scenario.world import World
from game.scoring.evidence import decisions
from game.scoring.review import Attempt, EndingsFrom, Turn, attempts, best_quality, doors, rating, turn
from game.scoring.score import score
from game.story.machine import Story
from game.story.run import Run, replay


@pytest.mark.parametrize(
    ("choices", "rated"),
    [
        (["arrives/hear"], "attuned"),
        (["arrives/tell"], "misattuned"),  # 3 of 4
        (["arrives/hear", "yes/own"], "sound"),  # 1 of 11
        (["arrives/hear", "yes/hear"], "sound"),  # 3 of 11
        (["arrives/hear", "yes/praise"], "misattuned"),  # 9 of 11
        (["arrives/hear", "yes/own", "close/ask"], "attuned"),
        (["arrives/hear", "yes/own", "close/stay"], "sound"),  # exactly a third
        (["arrives/hear", "yes/own", "close/advise"], "missed"),  # exactly two thirds
        (["arrives/hear", "yes/own", "close/push"], "misattuned"),
    ],
)
def test_rating_is_the_share_of_what_was_lost(choices: list[str], rated: str) -> None:
    assert rating(decisions(replay(Story(room()), choices))[-1]) == rated


def test_nothing_at_stake_is_not_rated() -> None:
    scene = room()
    arrives = replace(scene.beats["arrives"], responses=scene.beats["arrives"].responses[:1])
    scene = replace(scene, beats={**scene.beats, "arrives": arrives})
    assert rating(decisions(replay(Story(scene), ["arrives/hear"]))[0]) is None


def test_doors_before_and_after() -> None:
    run = replay(Story(room()), ["arrives/hear", "yes/praise", "close/stay"])
    within = walked(run)
    first, second, third = (doors(run, number, within) for number in (1, 2, 3))
    assert (first.before, first.after, first.closed) == (("said-no", "half", "lovely"),) * 2 + ((),)
    assert (second.after, second.closed) == (("half", "lovely"), ("said-no",))
    assert (second.best_before, second.best_after) == ("repaired", "partial")
    assert (third.after, third.closed) == (("half",), ("lovely",))


def test_doors_are_listed_in_the_scenarios_order_whatever_the_explorer_says() -> None:
    run = replay(Story(room()), ["arrives/hear"])
    assert doors(run, 1, lambda beat, world: ("lovely", "said-no")).before == ("said-no", "lovely")


def test_the_best_quality_among_endings() -> None:
    assert best_quality(room(), ("lovely", "half")) == "partial"
    assert best_quality(room(), ()) == ""


def test_attempts_are_the_decisions_taken_back() -> None:
    run = replay(Story(room()), ["arrives/brush", "yes/own"])
    run.rewind(1)
    run.respond("hear")
    run.rewind(0)
    run.respond("hear")
    assert attempts(run) == (Attempt(2, "yes", "own"), Attempt(1, "arrives", "brush"), Attempt(2, "yes", "hear"))


def test_it_turned_where_voice_and_strain_moved_most() -> None:
    """tell: voice -1, strain -1, so nothing between them; own: voice +1, strain -1."""
    run = replay(Story(room()), ["arrives/tell", "yes/own", "close/push"])
    found = turn(run)
    assert found == Turn(2, 1, -1)
    assert found.better


def test_a_small_movement_is_no_turn() -> None:
    assert turn(replay(Story(room()), ["arrives/hear", "yes/hear", "close/push"])) is None
    assert turn(Run(Story(room()))) is None


def test_without_the_two_gauges_there_is_no_turn() -> None:
    scene = replace(room(), gauges={"authentic_voice": GAUGES["authentic_voice"]})
    assert turn(replay(Story(scene), ["arrives/hear", "yes/own"])) is None


@pytest.mark.parametrize("seed", range(20))
def test_on_random_plays_the_explorer_agrees_and_doors_only_close(seed: int) -> None:
    dice, story = random.Random(seed), Story(room())
    run, told = Run(story), still_open(explore(story.laws))
    assert told is not None
    while run.ending is None:
        run.respond(dice.choice(run.offered()).id)
    for number in range(1, len(run.steps) + 1):
        found = doors(run, number, told)
        assert found == doors(run, number, walked(run))
        assert set(found.after) <= set(found.before)
        assert run.ending.id in found.after
    for scored in score(run).dimensions.values():
        assert scored.reach is None or 0 <= scored.reach <= 1
        assert scored.chance is None or 0 < scored.chance < 1


def walked(run: Run) -> EndingsFrom:
    """Endings within reach, by trying everything: a plain second opinion for a scenario this small."""
    laws, scenario = Laws(run.story.scenario), run.story.scenario

    def within(at: str, world: World) -> tuple[str, ...]:
        if at in scenario.endings:
            return (at,)
        found: set[str] = set()
        for response in laws.offered(scenario.beats[at], world):
            after = laws.answer(scenario.beats[at], response, world)
            to = laws.route(response.routes, after) or ""
            found.update(within(to, laws.enter(scenario.beats[to], after) if to in scenario.beats else after))
        return tuple(found)

    return within
