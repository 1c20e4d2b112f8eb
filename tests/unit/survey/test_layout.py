"""A layout of any graph: every box in place, none upon another, arrows downwards unless they go round."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from building import scenarios
from hypothesis import given

from game.scenario.model import Scenario
from game.survey.chart import chart
from game.survey.layers import layers
from game.survey.layout import BESIDE, HEIGHT, WIDTH, Layout, layout
from game.survey.rows import crossings, ordered


def random_graph(size: int, seed: int) -> tuple[list[str], list[tuple[str, str]]]:
    """Some arrows forwards, a few back, a few to themselves."""
    dice = Random(seed)
    names = [f"b{at}" for at in range(size)]
    arrows = [
        (names[at], names[min(size - 1, max(0, at + dice.choice([1, 1, 2, 3, 5, -2, 0])))])
        for at in range(size)
        for _ in range(dice.randint(0, 3))
    ]
    return names, arrows


def assert_sound(found: Layout, names: list[str], arrows: list[tuple[str, str]]) -> None:
    assert list(found.boxes) == names
    assert sorted(name for row in found.rows for name in row) == sorted(names)
    assert set(found.lines) == set(arrows)
    for x, y in found.boxes.values():
        assert WIDTH / 2 <= x <= found.width - WIDTH / 2
        assert HEIGHT / 2 <= y <= found.height - HEIGHT / 2
    for (x, y), (other_x, other_y) in combinations(found.boxes.values(), 2):
        assert abs(x - other_x) >= WIDTH + BESIDE - 1e-6 or abs(y - other_y) >= HEIGHT
    for (source, target), line in found.lines.items():
        assert_touches(line[0], found.boxes[source])
        assert_touches(line[-1], found.boxes[target])


def assert_touches(point: tuple[float, float], box: tuple[float, float]) -> None:
    assert abs(point[0] - box[0]) <= WIDTH / 2 + 1e-6
    assert abs(point[1] - box[1]) <= HEIGHT / 2 + 1e-6


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("size", [1, 2, 7, 40])
def test_every_graph_is_laid_out_soundly(size: int, seed: int) -> None:
    names, arrows = random_graph(size, seed)
    assert_sound(layout(names, arrows), names, arrows)


@given(scenarios(round=True))
def test_every_scenario_is_laid_out_soundly(scene: Scenario) -> None:
    found = chart(scene)
    arrows = [(arrow.source, arrow.target) for arrow in found.arrows]
    assert_sound(layout(found.names, arrows), list(found.names), arrows)


@pytest.mark.parametrize("seed", range(8))
def test_no_line_goes_through_a_box(seed: int) -> None:
    names, arrows = random_graph(30, seed)
    found = layout(names, arrows)
    for pair, line in found.lines.items():
        for x, y in line[1:-1]:
            for name, (box_x, box_y) in found.boxes.items():
                if name not in pair and abs(y - box_y) <= HEIGHT / 2:
                    assert abs(x - box_x) > WIDTH / 2, (pair, name)


def test_layers_are_the_longest_ways() -> None:
    layer, back = layers("abcde", [("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"), ("d", "d")])
    assert layer == {"a": 0, "b": 1, "c": 2, "d": 0, "e": 0}
    assert back == {("c", "a")}


@pytest.mark.parametrize("seed", range(12))
def test_arrows_lead_down_unless_they_are_told_to_lead_back(seed: int) -> None:
    names, arrows = random_graph(60, seed)
    layer, back = layers(names, arrows)
    for source, target in arrows:
        if source != target:
            assert (layer[source] < layer[target]) != ((source, target) in back)


def test_crossed_arrows_are_uncrossed() -> None:
    rows, below, above = [[0, 1, 2], [3, 4, 5]], {0: [5], 1: [4], 2: [3]}, {5: [0], 4: [1], 3: [2]}
    assert crossings(rows, below) == 3
    assert crossings(ordered(rows, below, above), below) == 0


def test_the_same_graph_has_the_same_places() -> None:
    assert layout(*random_graph(40, 3)) == layout(*random_graph(40, 3))


def test_what_leads_to_one_place_stands_over_it() -> None:
    boxes = layout("abc", [("a", "c"), ("b", "c")]).boxes
    assert boxes["c"][0] == pytest.approx((boxes["a"][0] + boxes["b"][0]) / 2)
