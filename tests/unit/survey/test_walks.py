"""Random plays: what is counted is what happened, the seed decides, and a play that comes to grief can be had again."""

from __future__ import annotations

import pytest
from building import beat, said, scenario
from scenes import corridor

from game.scenario.model import Scenario
from game.story.machine import Story
from game.story.run import NowhereToGo, replay
from game.survey.walks import ENOUGH, LEAST_LIMIT, Walks, seeds, walk


def walks(scene: Scenario, *, plays: int = 200, seed: int = 7) -> Walks:
    return walk(Story(scene), plays=plays, seed=seed)


def fork() -> Scenario:
    """One decision between an ending, and a beat that leads on by itself to another."""
    return scenario(beat("a", said("left"), said("right", to="b")), beat("b", to="other"), endings="end other third")


def stuck() -> Scenario:
    """A moment that can be left three times and then offers nothing."""
    return scenario(
        beat("a", said("go", to="a", once=True), said("on", to="a", once=True), said("and", to="a", once=True))
    )


def endless() -> Scenario:
    return scenario(beat("a", said("again", to="a"), said("more", to="a")))


def test_everything_that_happened_is_counted_and_nothing_else() -> None:
    found = walks(fork())
    right = found.responses["a/right"]
    assert found.plays == found.decisions == found.beats["a"] == 200
    assert 60 < right < 140
    assert found.responses == {"a/left": 200 - right, "a/right": right}
    assert found.beats["b"] == right
    assert found.endings == {"end": 200 - right, "other": right, "third": 0}
    assert found.well


def test_each_response_is_as_likely_as_any_other() -> None:
    found = walks(corridor(20, width=4), plays=500)
    assert min(found.responses.values()) > 85  # of 125 on average: farther out than one in a million
    assert max(found.responses.values()) < 175


def test_the_same_seed_is_the_same_walk_and_another_is_another() -> None:
    assert walks(corridor()) == walks(corridor())
    assert walks(corridor()).responses != walks(corridor(), seed=8).responses


def test_seeds_begin_with_the_one_that_was_given() -> None:
    """So that a single play can be had again by its own seed."""
    few = [seed for seed, _ in zip(seeds(7), range(50), strict=False)]
    assert few[0] == 7
    assert len(set(few)) == 50
    assert next(seeds(few[30])) == few[30]


def test_a_moment_that_offers_nothing_is_told_with_the_play_that_came_there() -> None:
    found = walks(stuck())
    ((why, (grief, times)),) = found.griefs.items()
    assert why == "'a' offers no response in the present state of the scene"
    assert (found.plays, times, found.well) == (ENOUGH, ENOUGH, False)
    assert sorted(grief.choices) == ["a/and", "a/go", "a/on"]
    run = replay(Story(stuck()), grief.choices)
    with pytest.raises(NowhereToGo, match="offers no response"):
        run.shown()
    again = walks(stuck(), plays=1, seed=grief.seed)
    assert again.griefs[why][0] == grief


def test_a_play_that_never_ends_is_given_up() -> None:
    found = walks(endless(), plays=3)
    ((why, (grief, times)),) = found.griefs.items()
    assert (why, times, len(grief.choices)) == (f"no ending after {LEAST_LIMIT:,} decisions", 3, LEAST_LIMIT)


def test_a_long_play_is_not_taken_for_an_endless_one() -> None:
    assert walks(corridor(1_500), plays=1).well


def test_a_beginning_that_leads_nowhere_is_a_grief_without_responses() -> None:
    found = walks(scenario(beat("a", to=[("trust > 3", "end")])))
    ((why, (grief, _)),) = found.griefs.items()
    assert why == "'a' leads nowhere in the present state of the scene"
    assert grief.choices == ()


def test_whatever_breaks_in_the_engine_is_told_with_the_response_that_did_it() -> None:
    """A code that the rubric does not have would never compile; here it stands for a fault nobody foresaw."""
    found = walks(scenario(beat("a", said("well", to="b")), beat("b", said("ill", code="NOWHERE"))))
    ((why, (grief, _)),) = found.griefs.items()
    assert why == "the engine broke: KeyError: 'NOWHERE'"
    assert grief.choices == ("a/well", "b/ill")


def test_of_plays_with_one_grief_the_shortest_is_shown() -> None:
    again = said("again", to="a")
    found = walks(scenario(beat("a", again, again, said("ill", code="NOWHERE"))))
    ((grief, times),) = found.griefs.values()
    assert (grief.choices, times) == (("a/ill",), ENOUGH)
