"""What the rules of whole plays count and follow is what counting every single play gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pytest
from building import scenarios
from every_play import Play, plays
from hypothesis import given, settings

from game.checks.heights import highest, least
from game.checks.openings import Hope, Hopes, after_an_error, openings, repairs_on_offer
from game.checks.styles import Worth, reach, style, total, warmth
from game.scenario.explore import explore
from game.scenario.laws import Laws
from game.scenario.model import DIMENSIONS, Beat, Open, Repair, Response, Scenario
from game.scenario.quotient import Move, quotient
from game.scenario.world import World

LEVEL = Fraction(7, 2)
UP, DOWN = LEVEL.denominator, (LEVEL - 3).numerator


@dataclass(frozen=True)
class Stand:
    """One decision of a play: where it was taken, what else was on offer, and what was given."""

    beat: Beat
    world: World
    offered: tuple[Response, ...]
    moves: tuple[Move, ...]
    given: int


def stands(laws: Laws, play: Play) -> list[Stand]:
    asked = [(laws.scenario.beats[place], world) for place, world in play.passed if place in laws.scenario.beats]
    moments = [(beat, world) for beat, world in asked if beat.responses]
    return [_stand(laws, *moment, chosen.response) for moment, chosen in zip(moments, play.chosen, strict=False)]


def _stand(laws: Laws, beat: Beat, world: World, given: str) -> Stand:
    offered = laws.offered(beat, world)
    points = [laws.points(beat, one, world) for one in offered]
    moves = tuple(((its.get("empathy"), its.get("humility"), its.get("repair")), 0) for its in points)
    return Stand(beat, world, offered, moves, [one.id for one in offered].index(given))


def excess(play: list[Stand], at: int) -> int | None:
    earned = [points for one in play if (points := one.moves[one.given][0][at]) is not None]
    return sum(UP * points - DOWN for points in earned) if earned else None


def in_style(play: list[Stand], worth: Worth) -> bool:
    return all(worth(one.moves[one.given]) == max(map(worth, one.moves)) for one in play)


# -- styles and heights ------------------------------------------------------------------------------------------
@given(scenarios())
@settings(max_examples=150)
@pytest.mark.parametrize("worth", [total, warmth])
def test_a_style_reaches_what_its_plays_reach(worth: Worth, scenario: Scenario) -> None:
    laws = Laws(scenario)
    folded = quotient(explore(laws))
    every = [(play, stands(laws, play)) for play in plays(laws)]
    own = [(play, taken) for play, taken in every if in_style(taken, worth)]
    for at in range(len(DIMENSIONS)):
        lowest = [one for play, taken in own if play.ending and (one := excess(taken, at)) is not None]
        assert least(style(folded, worth).moves, folded, at, LEVEL) == min(lowest, default=None)
        expected = expected_reach([taken for _, taken in own], worth, at)
        assert reach(style(folded, worth), at) == (None if expected is None else pytest.approx(expected))


def expected_reach(own: list[list[Stand]], worth: Worth, at: int) -> float | None:
    earned = possible = 0.0
    for taken in own:
        share = 1.0
        for one in taken:
            share /= sum(worth(move) == max(map(worth, one.moves)) for move in one.moves)
        for one in taken:
            points = [its for move in one.moves if (its := move[0][at]) is not None]
            if points:
                earned += share * ((one.moves[one.given][0][at] or 0) - min(points))
                possible += share * (max(points) - min(points))
    return earned / possible if possible else None


@given(scenarios())
@settings(max_examples=150)
def test_the_two_highest_ways_are_those_of_all_plays(scenario: Scenario) -> None:
    laws = Laws(scenario)
    folded = quotient(explore(laws))
    every = [stands(laws, play) for play in plays(laws) if play.ending]
    for at in range(len(DIMENSIONS)):
        heights = sorted((one for taken in every if (one := excess(taken, at)) is not None), reverse=True)
        found = highest(folded, at, LEVEL)
        assert found[:1] == heights[:1]
        assert set(found) <= set(heights)
        high = {earned(taken, at) for taken in every if (excess(taken, at) or -1) >= 0}
        assert len(high) <= 1 or len([one for one in found if one >= 0]) == 2


def earned(taken: list[Stand], at: int) -> tuple[int, ...]:
    return tuple(points for one in taken if (points := one.moves[one.given][0][at]) is not None)


# -- ruptures ----------------------------------------------------------------------------------------------------
def repairs(laws: Laws, one: Stand, response: Response) -> set[str]:
    tried = {its.rupture for its in response.effects if isinstance(its, Repair)} & set(one.world.open)
    return tried - set(laws.answer(one.beat, response, one.world).open) if tried else set()


@given(scenarios())
@settings(max_examples=200)
def test_plays_that_err_and_then_repair(scenario: Scenario) -> None:
    laws = Laws(scenario)
    explored = explore(laws)
    every = [stands(laws, play) for play in plays(laws) if play.ending]
    mended = [excess(taken, DIMENSIONS.index("repair")) or 0 for taken in every if errs_then_repairs(laws, taken)]
    assert after_an_error(explored, repairs_on_offer(explored), UP, DOWN) == max(mended, default=None)


def errs_then_repairs(laws: Laws, taken: list[Stand]) -> bool:
    codes = laws.scenario.rubric.codes
    given = [(codes[one.offered[one.given].code].is_error, one) for one in taken]
    first = next((at for at, (is_error, _) in enumerate(given) if is_error), len(given))
    return any(repairs(laws, one, one.offered[one.given]) for _, one in given[first + 1 :])


@given(scenarios())
@settings(max_examples=200)
def test_ruptures_open_where_plays_open_them_and_are_met_as_plays_meet_them(scenario: Scenario) -> None:
    laws = Laws(scenario)
    explored = explore(laws)
    hopes = Hopes(explored, repairs_on_offer(explored), 1)
    found = {(one.rupture, explored.places[one.state], hopes.of(one, 3)) for one in openings(explored)}
    real = set(met(laws))
    assert found <= real
    for rupture, place, _ in real - found:  # only where it may have been opened and repaired before
        assert [*opening(scenario)].count(rupture) > 1, (place, found, real)


def opening(scenario: Scenario) -> Iterator[str]:
    for beat in scenario.beats.values():
        for effect in (*beat.effects, *(effect for response in beat.responses for effect in response.effects)):
            if isinstance(effect, Open):
                yield effect.rupture


def met(laws: Laws) -> Iterator[tuple[str, str, Hope]]:
    """Rupture, where it opened, and whether what follows each beginning of a play gives a chance to meet it."""
    ahead: dict[tuple[str, str, tuple[str, ...]], list[bool]] = {}
    for play in plays(laws):
        before: set[str] = set()
        for at, (place, world) in enumerate(play.passed):
            for rupture in set(world.open) - before:
                passed = sum(bool(beat_of(laws, where)) for where, _ in play.passed[:at])
                beginning = tuple(one.response for one in play.chosen[:passed])
                key = (rupture, f"{place}", (*(where for where, _ in play.passed[:at]), *beginning))
                ahead.setdefault(key, []).append(can_be_met(laws, play, rupture, passed))
            before |= set(world.open)
    for (rupture, place, _), chances in ahead.items():
        yield rupture, place, Hope(any(chances), all(chances))


def beat_of(laws: Laws, place: str) -> Sequence[Response]:
    beat = laws.scenario.beats.get(place)
    return beat.responses if beat else ()


def can_be_met(laws: Laws, play: Play, rupture: str, passed: int) -> bool:
    taken = stands(laws, play)[passed:]
    if any(is_met(laws, one, rupture) for one in taken[:3]):
        return True
    if len(taken) > 3:
        return False
    ending = laws.scenario.endings.get(play.ending or "")
    if ending is None:  # stuck after three decisions or fewer: told of elsewhere
        return True
    return ending.quality == "ruptured" and bool(ending.note.strip())


def is_met(laws: Laws, one: Stand, rupture: str) -> bool:
    step = any((move[0][2] or 0) >= 1 for move in one.moves)
    return step or any(rupture in repairs(laws, one, response) for response in one.offered)
