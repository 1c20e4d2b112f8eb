"""The explorer's bounds are what counting every single play gives."""

from __future__ import annotations

from fractions import Fraction

import pytest
from building import scenarios
from every_play import Play, plays
from hypothesis import given, settings

from game.scenario.bounds import NEVER, UNFINISHED, Bounds, bounds, still_open
from game.scenario.explore import Explored, explore
from game.scenario.laws import Laws
from game.scenario.model import DIMENSIONS, Dimension, Scenario
from game.scenario.world import World


@given(scenarios())
@settings(max_examples=400)
def test_bounds_are_those_of_all_plays(scenario: Scenario) -> None:
    laws = Laws(scenario)
    every = list(plays(laws))
    explored = explore(laws)
    assert explored.complete
    found = bounds(explored)
    agree_on_dimensions(found, every)
    agree_on_endings(found, every)
    agree_on_what_is_met(explored, every)
    agree_on_doors(explored, every)


def agree_on_dimensions(found: Bounds, every: list[Play]) -> None:
    complete = [play for play in every if play.ending]
    for dimension in DIMENSIONS:
        told = found.dimensions[dimension]
        counts = [len(play.moments(dimension)) for play in complete]
        assert told.moments == ((min(counts), max(counts)) if counts else None)
        levels = [level(play, dimension) for play in complete if play.moments(dimension)]
        assert told.level == ((min(levels), max(levels)) if levels else None)
        assert told.reason == (UNFINISHED if not counts else NEVER if not max(counts) else "")
        agree_on_chance(told.chance, every, dimension)


def level(play: Play, dimension: Dimension) -> Fraction:
    points = [one.points[dimension] for one in play.moments(dimension)]
    return Fraction(sum(points), len(points)) + 3


def agree_on_chance(chance: float | None, every: list[Play], dimension: Dimension) -> None:
    moments = [(play.probability, one) for play in every for one in play.moments(dimension)]
    possible = sum(weight * (one.best[dimension] - one.worst[dimension]) for weight, one in moments)
    earned = sum(weight * (one.mean[dimension] - one.worst[dimension]) for weight, one in moments)
    assert chance == (pytest.approx(float(earned / possible), abs=1e-12) if possible else None)


def agree_on_endings(found: Bounds, every: list[Play]) -> None:
    for ending, told in found.endings.items():
        ways = [play for play in every if play.ending == ending]
        assert told.reachable == bool(ways)
        assert told.probability == pytest.approx(float(sum(play.probability for play in ways)), abs=1e-12)
        lengths = [len(play.chosen) for play in ways]
        assert told.decisions == ((min(lengths), max(lengths)) if lengths else None)


def agree_on_what_is_met(explored: Explored, every: list[Play]) -> None:
    scenario = explored.laws.scenario
    entered = {place for play in every for place, _ in play.passed}
    assert set(explored.unreached()) == {*scenario.beats, *scenario.endings} - entered
    chosen = {f"{one.beat}/{one.response}" for play in every for one in play.chosen}
    written = {
        f"{beat.id}/{said.id}" for beat in scenario.beats.values() if beat.id in entered for said in beat.responses
    }
    assert set(explored.never_offered()) == written - chosen
    assert {one.beat for one in explored.stuck()} == {play.stuck for play in every if play.stuck}
    assert explored.cycles() == ()
    for place in entered:
        path = explored.shortest(place)
        assert path is not None
        assert len(path) == min(decisions_before(play, place) for play in every if has(play, place))


def has(play: Play, place: str) -> bool:
    return any(place == passed for passed, _ in play.passed)


def decisions_before(play: Play, place: str) -> int:
    """Responses given before a place was entered; ways lead forwards, so each place is entered once."""
    entered = [passed for passed, _ in play.passed].index(place)
    before = {passed for passed, _ in play.passed[:entered]}
    return sum(1 for one in play.chosen if one.beat in before)


def agree_on_doors(explored: Explored, every: list[Play]) -> None:
    endings: dict[tuple[str, World], set[str]] = {}
    for play in every:
        for passed in play.passed:
            endings.setdefault(passed, set()).update({play.ending} if play.ending else ())
    endings_from = still_open(explored)
    assert endings_from is not None
    for (place, world), reached in endings.items():
        told = endings_from(place, world)
        assert set(told) == reached
        assert list(told) == [ending for ending in explored.laws.scenario.endings if ending in reached]
