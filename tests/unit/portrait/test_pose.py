"""Poses: the twenty names, blending, breathing and blinking."""

from __future__ import annotations

import itertools
import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from game.portrait.arms import folded, offered
from game.portrait.pose import BREATH_S, DESCRIPTIONS, POSES, Pose, blend, blink, breathe

RUBRIC = Path(__file__).parents[3] / "scenarios" / "_rubrics" / "relational.yaml"
PARTS = {
    "gaze": ("gaze_x", "gaze_y", "lid"),
    "brow": ("brow_raise", "brow_inner"),
    "mouth": ("curve", "open", "press", "width"),
    "posture": ("tilt", "nod", "turn", "posture"),
}
VISIBLE = {"tilt": 3.0}
"""Degrees; every other number must move by a tenth to count."""
NAMES = sorted(POSES)


def test_the_rubric_and_the_kit_know_the_same_poses() -> None:
    assert set(yaml.safe_load(RUBRIC.read_text(encoding="utf-8"))["poses"]) == set(POSES)


def test_a_pose_is_sixteen_numbers() -> None:
    assert len(fields(Pose)) == 16


def test_every_pose_is_described_in_one_line_without_a_pronoun() -> None:
    assert set(DESCRIPTIONS) == set(POSES)
    assert len(set(DESCRIPTIONS.values())) == len(POSES)
    for text in DESCRIPTIONS.values():
        assert text == text.strip()
        assert "\n" not in text
        assert not re.search(r"\b(he|she|they|his|her|hers|him|their|them)\b", text)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "neutral"])
def test_each_pose_leaves_neutral_in_two_ways(name: str) -> None:
    rest, pose = POSES["neutral"], POSES[name]

    def moved(key: str) -> bool:
        return abs(getattr(pose, key) - getattr(rest, key)) >= VISIBLE.get(key, 0.1)

    assert sum(any(map(moved, keys)) for keys in PARTS.values()) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_a_blend_starts_and_ends_where_it_says(name: str) -> None:
    rest, pose = POSES["neutral"], POSES[name]
    assert blend(rest, pose, 0) == rest
    assert all(getattr(blend(rest, pose, 1), f.name) == pytest.approx(getattr(pose, f.name)) for f in fields(Pose))


def test_half_way_is_half_way() -> None:
    assert blend(Pose(tilt=-4, curve=0), Pose(tilt=8, curve=0.5), 0.5) == Pose(tilt=2, curve=0.25)


def test_breathing_comes_back() -> None:
    pose = POSES["neutral"]
    assert breathe(pose, 0) == pose
    assert breathe(pose, BREATH_S / 4).posture < pose.posture < breathe(pose, BREATH_S * 3 / 4).posture
    assert breathe(pose, BREATH_S).posture == pytest.approx(pose.posture)


@pytest.mark.parametrize("name", NAMES)
def test_breathing_does_not_fold_or_open_the_arms(name: str) -> None:
    """Between a breath in and a breath out the arms move by less than one part in fifty of their way."""
    low, high = breathe(POSES[name], 1).posture, breathe(POSES[name], 3).posture
    assert abs(folded(low) - folded(high)) < 0.02
    assert abs(offered(low) - offered(high)) < 0.02


def test_eyes_blink_briefly_and_now_and_then() -> None:
    pose = POSES["neutral"]
    lids = [blink(pose, k / 60).lid for k in range(60 * 60)]
    shut = [lid < 0.3 * pose.lid for lid in lids]
    blinks = sum(now and not before for before, now in itertools.pairwise(shut))
    assert 10 <= blinks <= 20
    assert lids.count(pose.lid) > 0.9 * len(lids)


def test_a_living_face_is_a_function_of_time() -> None:
    assert breathe(POSES["sad"], 12.3) == breathe(POSES["sad"], 12.3)
    assert breathe(POSES["sad"], 12.3) != breathe(POSES["sad"], 13.3)
