"""Ruptures as episodes, worked out by hand on the scenario of `room`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from room import GAUGES, room

from game.scenario.model import Open, Repair, Scenario
from game.scoring.ruptures import Episode
from game.scoring.score import score
from game.story.machine import Story
from game.story.run import Run, replay


def test_a_repair_is_numbered_by_the_decision_that_made_it() -> None:
    """`bow` opens on the way from decision 1 to 2; decision 2 repairs it: voice 2 + 1 is 3."""
    assert _played("arrives/hear", "yes/own", "close/stay") == (
        Episode("bow", "withdrawal", "W5", 1, None, 2, 2, 1, "repaired"),
    )


def test_less_strain_without_more_voice_is_smoothed_over() -> None:
    """Opened at tension 2, voice 1; ended at tension 1, voice 0."""
    (bow,) = _played("arrives/tell", "yes/praise", "close/stay")
    assert (bow.outcome, bow.repaired, bow.turns) == ("smoothed", None, 2)


def test_smoothed_over_outweighs_a_response_that_met_it() -> None:
    """`own` met the rupture and raised the voice; `advise` took the voice back and the strain down further."""
    (bow,) = _played("arrives/tell", "yes/own", "close/advise")
    assert (bow.addressed, bow.outcome) == (2, "smoothed")


def test_met_and_not_mended_is_partly_repaired() -> None:
    (bow,) = _played("arrives/hear", "yes/hear", "close/stay")
    assert (bow.addressed, bow.outcome, bow.turns) == (2, "partly", 2)


def test_neither_met_nor_eased_is_left_open() -> None:
    (bow,) = _played("arrives/hear", "yes/brush", "close/push")
    assert (bow.addressed, bow.outcome) == (None, "open")


def test_a_rupture_there_before_the_first_response_opened_at_nought() -> None:
    scene = replace(room(), start="yes")
    (bow,) = score(replay(Story(scene), ["yes/own"])).ruptures
    assert (bow.opened, bow.repaired, bow.turns) == (0, 1, 1)


def test_a_rupture_still_open_counts_turns_to_where_the_run_stands() -> None:
    assert [bow.turns for bow in _played("arrives/hear")] == [0]
    assert [bow.turns for bow in _played("arrives/hear", "yes/praise")] == [1]


def test_one_that_a_response_opens_comes_before_one_of_the_beat_after_it() -> None:
    hurt, bow = _played("arrives/brush", "yes/own")
    assert (hurt.id, hurt.opened, hurt.repaired) == ("hurt", 1, 2)
    assert (bow.id, bow.opened, bow.repaired) == ("bow", 1, 2)


def test_only_the_newest_open_rupture_is_addressed() -> None:
    """`hear` earns repair points while `bow` is the newest, so `hurt` stays unmet."""
    hurt, bow = _played("arrives/brush", "yes/hear")
    assert (hurt.addressed, bow.addressed) == (None, 2)


def test_a_rupture_opened_and_repaired_by_one_response_took_no_turns() -> None:
    scene = room()
    hear = replace(scene.beats["arrives"].responses[0], effects=(Open("hurt"), Repair("hurt")))
    beat = replace(scene.beats["arrives"], responses=(hear,))
    scene = replace(scene, beats={**scene.beats, "arrives": beat})
    hurt = score(replay(Story(scene), ["arrives/hear"])).ruptures[0]
    assert (hurt.id, hurt.opened, hurt.repaired, hurt.turns, hurt.outcome) == ("hurt", 1, 1, 0, "repaired")


@pytest.mark.parametrize(("said", "noticed"), [("withdrawal", True), ("nothing", False), (None, None)])
def test_noticed_is_what_was_answered_right_after_the_opening(said: str | None, noticed: bool | None) -> None:
    run = replay(Story(room()), ["arrives/hear"])
    run.notice(said)  # type: ignore[arg-type]
    run.respond("own")
    assert score(run).ruptures[0].noticed is noticed


def test_without_the_two_gauges_nothing_is_smoothed_over() -> None:
    scene = _without_voice(room())
    (bow,) = score(replay(Story(scene), ["arrives/hear", "yes/praise"])).ruptures
    assert bow.outcome == "open"


def test_a_rewound_rupture_never_happened() -> None:
    run = replay(Story(room()), ["arrives/brush", "yes/own"])
    run.rewind(0)
    assert score(run).ruptures == ()


def _played(*choices: str) -> tuple[Episode, ...]:
    run: Run = replay(Story(room()), choices)
    return score(run).ruptures


def _without_voice(scene: Scenario) -> Scenario:
    """The scene with a gauge of tension only, and no condition that reads the other."""
    own = replace(scene.beats["yes"].responses[0], effects=(Repair("bow"),))
    yes = replace(scene.beats["yes"], responses=(own, *scene.beats["yes"].responses[1:]))
    return replace(scene, gauges={"tension": GAUGES["tension"]}, beats={**scene.beats, "yes": yes})
