"""Numbers and verdicts in words."""

from __future__ import annotations

import pytest
from room import room, rubric

from game.reports import words
from game.scenario.model import Scenario


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0%"), (1.0, "100%"), (0.625, "63%"), (0.994, "99%"), (13 / 27, "48%"), (0.005, "1%")]
)
def test_percent(share: float, said: str) -> None:
    assert words.percent(share) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "no moments"), (1, "one moment"), (12, "twelve moments"), (13, "13 moments")]
)
def test_counted(count: int, said: str) -> None:
    assert words.counted(count, "moment") == said


@pytest.mark.parametrize(("points", "shown", "said"), [(2, "+2", "plus 2"), (0, "0", "0"), (-1, "\u22121", "minus 1")])
def test_points(points: int, shown: str, said: str) -> None:
    assert (words.signed(points), words.spoken(points)) == (shown, said)


@pytest.mark.parametrize(
    ("reach", "chance", "said"),
    [
        (0.75, 0.5, "well above guessing"),
        (0.65, 0.5, "above guessing"),
        (0.55, 0.5, "about what guessing gives"),
        (0.45, 0.5, "about what guessing gives"),
        (0.35, 0.5, "below guessing"),
        (0.0, 0.5, "well below guessing"),
        (None, None, "nothing was at stake"),
    ],
)
def test_against_chance(reach: float | None, chance: float | None, said: str) -> None:
    assert words.against_chance(reach, chance) == said


@pytest.mark.parametrize(
    ("things", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(things: list[str], said: str) -> None:
    assert words.listed(things) == said


def test_an_ending_is_called_by_its_id_in_words() -> None:
    assert words.ending_title(room().endings["said-no"]) == "Said no"


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("3RS:S5", "Acknowledges own contribution (3RS S5)"),
        ("3RS:W5", "Deferential (3RS W5)"),
        ("3RS:X9", "3RS:X9"),
        ("RCT:mutual-empathy", "Mutual empathy (relational-cultural therapy)"),
        ("MCO:comfort", "Comfort (multicultural orientation)"),
        ("RULE:links-wait", "Links wait (timing)"),
        ("free words", "free words"),
    ],
)
def test_principles(cited: str, said: str) -> None:
    assert words.principle(rubric(), cited) == said


def test_every_quality_of_the_closed_list_has_a_word() -> None:
    scene: Scenario = room()
    assert set(scene.rubric.lists["qualities"]) == set(words.QUALITIES)
