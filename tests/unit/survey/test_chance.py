"""What is called unlikely is unlikely: held against exact sums, and against walks of scenarios with known endings."""

from __future__ import annotations

from dataclasses import replace
from math import comb

import pytest
from building import beat, said, scenario

from game.scenario.bounds import bounds
from game.scenario.explore import explore
from game.story.machine import Story
from game.survey.chance import SELDOM, likelihood, unlike
from game.survey.walks import walk


def tail(times: int, of: int, p: float) -> float:
    """How likely a count is at least as far out on its own side, exactly."""
    far = range(times, of + 1) if times / of >= p else range(times + 1)
    return sum(comb(of, k) * p**k * (1 - p) ** (of - k) for k in far)


@pytest.mark.parametrize("p", [0.001, 0.1, 0.5, 0.97])
def test_never_smaller_than_the_exact_likelihood(p: float) -> None:
    for times in range(61):
        assert likelihood(times, 60, p) >= tail(times, 60, p) * (1 - 1e-9)


@pytest.mark.parametrize(("times", "p"), [(60, 0.1), (0, 0.5), (1, 0.0), (59, 1.0)])
def test_what_cannot_be_chance_is_seen(times: int, p: float) -> None:
    assert likelihood(times, 60, p) < SELDOM


@pytest.mark.parametrize(("times", "p"), [(1, 0.001), (0, 0.0), (60, 1.0), (31, 0.5)])
def test_what_can_be_chance_is_left_alone(times: int, p: float) -> None:
    assert likelihood(times, 60, p) > SELDOM


def test_walks_agree_with_the_explorer_and_wrong_counts_do_not() -> None:
    scene = scenario(
        beat("a", said("left"), said("on", to="b"), said("sly", to=[("trust > 9", "b"), ("", "end")])),
        beat("b", said("x"), said("y", to="other")),
        endings="end other",
    )
    story = Story(scene)
    walks, exact = walk(story, plays=3_000, seed=7), bounds(explore(story.laws)).endings
    assert not list(unlike(walks, exact))
    wrong = replace(walks, endings={"end": 1_500, "other": 1_500})
    assert list(unlike(wrong, exact)) == ["end", "other"]
