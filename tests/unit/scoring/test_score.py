"""The three scores, worked out by hand on the scenario of `room`."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from room import room, rubric

from game.scenario.model import Scenario
from game.scoring.score import band, score
from game.story.machine import Story
from game.story.run import Run, replay

WELL = ["arrives/hear", "yes/own", "close/stay"]


def test_reach_is_what_was_earned_of_what_could_be() -> None:
    """Empathy: 4 of 4, 3 of 4, 2 of 3."""
    scores = score(replay(Story(room()), WELL)).dimensions
    assert scores["empathy"].reach == pytest.approx(9 / 11, abs=0)
    assert scores["humility"].reach == 1
    assert scores["repair"].reach == 1


def test_chance_is_what_guessing_at_the_same_moments_earns() -> None:
    """Empathy: 5/3 of 4, 2 of 4, 3/2 of 3; humility 1 of 3; repair 2 of 4."""
    scores = score(replay(Story(room()), WELL)).dimensions
    assert scores["empathy"].chance == float((Fraction(5, 3) + 2 + Fraction(3, 2)) / 11)
    assert scores["humility"].chance == float(Fraction(1, 3))
    assert scores["repair"].chance == 0.5


def test_level_is_the_mean_over_all_moments_in_play_plus_three() -> None:
    scores = score(replay(Story(room()), WELL)).dimensions
    assert {name: one.level for name, one in scores.items()} == {"empathy": 4.0, "humility": 5.0, "repair": 5.0}
    assert {name: one.moments for name, one in scores.items()} == {"empathy": 3, "humility": 1, "repair": 1}


def test_repair_stays_in_play_while_the_rupture_is_open() -> None:
    """yes/praise earns -1 of -2..2, close/push -2 of -2..1."""
    repair = score(replay(Story(room()), ["arrives/tell", "yes/praise", "close/push"])).dimensions["repair"]
    assert (repair.moments, repair.reach, repair.level) == (2, 1 / 7, 1.5)


def test_levels_at_every_extreme() -> None:
    worst = score(replay(Story(room()), ["arrives/brush", "yes/brush", "close/push"])).dimensions
    assert {name: one.reach for name, one in worst.items()} == {"empathy": 0, "humility": 0, "repair": 0}
    assert score(replay(Story(room()), ["arrives/brush", "yes/brush", "close/push"])).dimensions["empathy"].level == 1.0


def test_a_dimension_never_in_play_has_no_score() -> None:
    humility = score(replay(Story(room()), ["arrives/hear"])).dimensions["humility"]
    assert (humility.reach, humility.chance, humility.level, humility.moments, humility.band) == (
        None,
        None,
        None,
        0,
        "",
    )


def test_a_moment_where_all_replies_earn_the_same_counts_for_the_level_only() -> None:
    scene = _only(room(), "arrives", "tell")
    empathy = score(replay(Story(scene), ["arrives/tell"])).dimensions["empathy"]
    assert (empathy.reach, empathy.chance, empathy.level, empathy.moments, empathy.at_stake) == (None, None, 2.0, 1, 0)
    later = score(replay(Story(scene), ["arrives/tell", "yes/hear"])).dimensions["empathy"]
    assert (later.reach, later.level, later.moments, later.at_stake) == (1.0, 3.5, 2, 1)


@pytest.mark.parametrize(
    ("level", "words"),
    [(1, "Band one."), (Fraction(5, 2), "Band three."), (Fraction(34, 10), "Band three."), (5, "Band five.")],
)
def test_a_band_is_that_of_the_nearest_whole_level(level: Fraction, words: str) -> None:
    assert band(rubric(), "empathy", Fraction(level)) == words


def test_a_missed_safety_cue_holds_repair_at_chance() -> None:
    """Repair at yes: 2 of 2. At close, with the rupture open: -1/2 + 2 = 3/2 of 3 by chance."""
    scene = _gated(room())
    missed = score(replay(Story(scene), ["arrives/tell", "yes/own", "close/stay"]))
    assert (missed.safety.cued, missed.safety.asked, missed.safety.missed) == (1, 0, True)
    assert missed.dimensions["repair"].chance == float(Fraction(2 * 2 + 3, 14))  # (2 + 3/2) of 7
    assert missed.dimensions["repair"].reach == missed.dimensions["repair"].chance
    assert missed.dimensions["empathy"].reach != missed.dimensions["empathy"].chance


def test_a_low_repair_score_is_not_raised_to_chance() -> None:
    missed = score(replay(Story(_gated(room())), ["arrives/tell", "yes/brush", "close/push"]))
    assert missed.dimensions["repair"].reach == 0


def test_asking_about_safety_anywhere_lifts_the_cap() -> None:
    asked = score(replay(Story(_gated(room())), ["arrives/tell", "yes/own", "close/ask"]))
    assert (asked.safety.cued, asked.safety.asked, asked.safety.missed) == (1, 1, False)
    assert asked.dimensions["repair"].reach == 1


def test_a_cue_without_repair_in_play_caps_nothing() -> None:
    missed = score(replay(Story(_gated(room(), "arrives")), ["arrives/hear"]))
    assert (missed.safety.missed, missed.dimensions["repair"].reach) == (True, None)


def test_an_unbegun_run_has_empty_scores() -> None:
    found = score(Run(Story(room())))
    assert all(one.level is None for one in found.dimensions.values())
    assert (found.ruptures, found.noticing, found.decisions) == ((), (), ())


def test_only_the_line_that_stands_is_scored() -> None:
    run = replay(Story(room()), ["arrives/brush", "yes/brush", "close/push"])
    run.rewind(0)
    for response in ("hear", "own", "stay"):
        run.respond(response)
    assert score(run).dimensions == score(replay(Story(room()), WELL)).dimensions


def _only(scene: Scenario, beat: str, response: str) -> Scenario:
    kept = tuple(one for one in scene.beats[beat].responses if one.id == response)
    return replace(scene, beats={**scene.beats, beat: replace(scene.beats[beat], responses=kept)})


def _gated(scene: Scenario, beat: str = "close") -> Scenario:
    return replace(scene, beats={**scene.beats, beat: replace(scene.beats[beat], gate="suicide")})
