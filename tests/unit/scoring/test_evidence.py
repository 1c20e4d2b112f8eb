"""Evidence of single decisions, worked out by hand on the scenario of `room`."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from room import room

from game.scenario.condition import Compare
from game.scenario.model import Dimension, Override, Scenario
from game.scoring.evidence import decisions, why
from game.story.machine import Story
from game.story.run import Run, replay


def test_each_dimension_in_play_has_what_was_earned_beside_what_could_have_been() -> None:
    run = replay(Story(room()), ["arrives/hear", "yes/own"])
    assert [
        (
            one.number,
            dimension,
            one.given.earns(dimension),
            one.best(dimension),
            one.worst(dimension),
            one.mean(dimension),
        )
        for one in decisions(run)
        for dimension in one.in_play
    ] == [
        (1, "empathy", 2, 2, -2, Fraction(-1, 3)),
        (2, "empathy", 1, 2, -2, 0),
        (2, "humility", 2, 2, -1, 0),
        (2, "repair", 2, 2, -2, 0),
    ]


def test_a_response_without_a_claim_has_nought_where_the_dimension_is_in_play() -> None:
    run = replay(Story(room()), ["arrives/tell", "yes/hear"])
    assert dict(decisions(run)[1].given.points) == {"empathy": 2, "humility": 0, "repair": 1}


def test_points_are_judged_in_the_world_before_the_response() -> None:
    """The rupture that `yes/own` repairs is still open when it is judged."""
    decided = decisions(replay(Story(room()), ["arrives/tell", "yes/own", "close/stay"]))
    assert [decision.context for decision in decided] == ["none", "withdrawal", "withdrawal"]  # voice 1 + 1 < 3
    assert [decision.rupture for decision in decided] == [None, "bow", "bow"]


def test_best_and_worst_are_those_of_what_was_offered_there() -> None:
    """A reply whose condition fails is not on offer, so what it would earn counts for nothing."""
    scene = _with(room(), "yes", "hear", when=Compare("authentic_voice", ">=", 9))
    decided = decisions(replay(Story(scene), ["arrives/hear", "yes/own"]))[1]
    assert [option.response.id for option in decided.offered] == ["own", "praise", "brush"]
    assert (decided.best("empathy"), decided.mean("empathy")) == (1, Fraction(-2, 3))


def test_a_rule_that_fired_is_the_reason() -> None:
    run = replay(Story(room()), ["arrives/brush", "yes/own"])
    assert decisions(run)[1].given.earns("repair") == 2  # 2 + 1, held within bounds
    assert _why(run, 2, "repair") == "timing: recovery"
    assert _why(run, 2, "empathy") == "Move AK: What AK does."


def test_the_authors_word_is_the_reason_where_one_of_its_cases_holds() -> None:
    cases = Override(((Compare("tension", ">=", 4), 1), (Compare("tension", ">=", 3), 0)))
    scene = _with(room(), "arrives", "tell", overrides={"empathy": cases}, because="She asked for it.")
    run = replay(Story(scene), ["arrives/tell"])
    assert (decisions(run)[0].given.earns("empathy"), _why(run, 1, "empathy")) == (0, "She asked for it.")
    silent = _with(scene, "arrives", "tell", overrides={"empathy": Override(((Compare("tension", ">", 9), 2),))})
    run = replay(Story(silent), ["arrives/tell"])
    assert (decisions(run)[0].given.earns("empathy"), _why(run, 1, "empathy")) == (-1, "Move DG: What DG does.")


def test_rewound_decisions_give_no_evidence() -> None:
    run = replay(Story(room()), ["arrives/brush"])
    run.rewind(0)
    run.respond("hear")
    assert [(one.number, one.given.earns("empathy")) for one in decisions(run)] == [(1, 2)]


def _why(run: Run, number: int, dimension: Dimension) -> str:
    """Where the points of a decision come from."""
    return why(run.story.laws, decisions(run)[number - 1].given.response, dimension, run.steps[number - 1].before)


def _with(scene: Scenario, beat: str, response: str, **changes: object) -> Scenario:
    """The scene with one response changed."""
    old = scene.beats[beat]
    changed = tuple(replace(one, **changes) if one.id == response else one for one in old.responses)
    return replace(scene, beats={**scene.beats, beat: replace(old, responses=changed)})
