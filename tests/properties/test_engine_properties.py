"""Two ways to walk a scenario, one by the machine that runs a play and one by the laws alone, and they agree."""

from __future__ import annotations

from random import Random

from building import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.explore import Explored, explore
from game.scenario.laws import Laws
from game.scenario.model import DIMENSIONS, Scenario
from game.story.machine import Story
from game.story.run import NowhereToGo, Run

LONGEST = 25
"""Decisions after which a walk that goes round is left."""


@given(scenarios(), st.randoms(use_true_random=False))
@settings(max_examples=120)
def test_the_engine_is_the_explorer(scenario: Scenario, random: Random) -> None:
    walk_side_by_side(Story(scenario), explore(Laws(scenario)), random)


@given(scenarios(round=True), st.randoms(use_true_random=False))
@settings(max_examples=120)
def test_the_engine_is_the_explorer_going_round(scenario: Scenario, random: Random) -> None:
    walk_side_by_side(Story(scenario), explore(Laws(scenario)), random)


def walk_side_by_side(story: Story, explored: Explored, random: Random) -> None:
    try:
        run = Run(story)
        while run.ending is None and len(run.steps) < LONGEST:
            one_step(run, explored, random)
    except NowhereToGo:
        assert explored.stuck() or explored.cycles()


def one_step(run: Run, explored: Explored, random: Random) -> None:
    laws, beat, before = run.story.laws, run.here.to, run.here.world
    state = explored.number(beat, before)
    assert state is not None
    offered = tuple(response.id for response in run.offered())
    assert offered == tuple(response.id for response in explored.offers[state])
    chosen = random.randrange(len(offered))
    points = laws.points(laws.scenario.beats[beat], explored.offers[state][chosen], before)
    assert tuple(points.get(one) for one in DIMENSIONS) == explored.points[state][chosen]
    run.respond(offered[chosen])
    at = explored.arrows[state][chosen]
    for passage in run.steps[-1].passages:
        assert (explored.places[at], at) == (passage.to, explored.number(passage.to, passage.world))
        assert all(
            gauge.min <= value <= gauge.max for gauge, value in zip(laws.gauges, passage.world.gauges, strict=True)
        )
        at = explored.arrows[at][0] if explored.arrows[at] else at
