"""What plays can come to, on scenarios small enough to be worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from building import always, beat, said, scenario

from game.scenario.bounds import (
    BEYOND,
    ENDLESS,
    NEVER,
    UNFINISHED,
    Bounds,
    DimensionBounds,
    EndingBounds,
    bounds,
    still_open,
)
from game.scenario.explore import Explored, explore
from game.scenario.laws import Laws
from game.scenario.model import Open, Raise, Response, Scenario
from game.scenario.ratio import means


def explored(built: Scenario, limit: int = 200_000) -> Explored:
    return explore(Laws(built), limit=limit)


def found(built: Scenario) -> Bounds:
    return bounds(explored(built))


def worth(id: str, points: int, to: str = "end") -> Response:
    """A response with these points in empathy."""
    return said(id, to=to, overrides={"empathy": always(points)})


def test_the_best_play_is_not_the_greedy_one() -> None:
    """The first step of 2 leads where only -2 can be had; the first step of 0 leads to 2 and 2."""
    first = beat("first", worth("tempting", 2, "poor"), worth("patient", 0, "rich"))
    built = scenario(
        first, beat("poor", worth("a", -2)), beat("rich", worth("b", 2, "more")), beat("more", worth("c", 2))
    )
    empathy = found(built).dimensions["empathy"]
    assert empathy.moments == (2, 3)
    assert empathy.level == (3, Fraction(4, 3) + 3)


def test_a_longer_way_may_have_the_poorer_mean_and_the_better_sum() -> None:
    first = beat("first", worth("short", 2), worth("long", 2, "second"))
    built = scenario(first, beat("second", worth("a", 1, "third")), beat("third", worth("b", 1)))
    assert found(built).dimensions["empathy"].level == (Fraction(4, 3) + 3, 5)


def test_plays_without_a_moment_do_not_count_for_the_level() -> None:
    first = beat("first", said("aside"), said("in", to="second"), in_play=())
    empathy = found(scenario(first, beat("second", worth("a", -2)))).dimensions["empathy"]
    assert empathy == DimensionBounds((0, 1), (Fraction(1), Fraction(1)), None)


def test_points_that_do_not_change_the_way_still_count() -> None:
    first = beat("first", worth("a", -1), worth("b", 2))
    empathy = found(scenario(first)).dimensions["empathy"]
    assert empathy == DimensionBounds((1, 1), (Fraction(2), Fraction(5)), 0.5)


def test_chance_weighs_each_moment_by_how_likely_it_is_met() -> None:
    first = beat("first", worth("a", 2), worth("b", 0, "second"))
    second = beat("second", worth("c", 2), worth("d", 1), worth("e", -2))
    chance = found(scenario(first, second)).dimensions["empathy"].chance
    # the first moment: 1 of 2 on average; the second, met half of the time: 7/3 of 4
    assert chance == pytest.approx((1 + Fraction(7, 3) / 2) / (2 + 4 / 2))


def test_a_dimension_that_is_never_in_play_says_so() -> None:
    told = found(scenario(beat("first", said("a"))))
    assert told.dimensions["repair"] == DimensionBounds((0, 0), None, None, NEVER)
    assert told.dimensions["empathy"] == DimensionBounds((1, 1), (Fraction(3), Fraction(3)), None)


def test_endings_with_their_probability_and_their_decisions() -> None:
    first = beat("first", said("a"), said("b", to="second"), said("c", to="way"))
    second = beat("second", said("d", to="way"), said("e", to="other"))
    built = scenario(first, second, beat("way", to="end"), endings="end other third")
    assert found(built).endings == {
        "end": EndingBounds(True, pytest.approx(5 / 6), (1, 2)),
        "other": EndingBounds(True, pytest.approx(1 / 6), (2, 2)),
        "third": EndingBounds(False, 0.0, None),
    }


def test_a_play_that_gets_stuck_is_no_complete_play() -> None:
    first = beat("first", worth("a", 1), worth("b", 2, "second"))
    told = found(scenario(first, beat("second", said("c", when="rushed"))))
    assert told.dimensions["empathy"].level == (4, 4)
    assert told.dimensions["empathy"].moments == (1, 1)
    assert told.endings["end"].probability == 0.5


def test_when_no_play_ends_nothing_is_bounded() -> None:
    told = found(scenario(beat("first", said("c", when="rushed"))))
    assert told.dimensions["empathy"] == DimensionBounds(None, None, None, UNFINISHED)
    assert told.endings["end"] == EndingBounds(False, 0.0, None)


# -- going round -------------------------------------------------------------------------------------------------
def test_going_round_has_a_least_and_a_probability_and_no_most() -> None:
    first = beat("first", worth("again", -1, "first"), worth("on", 1), worth("off", 0, "other"))
    told = found(scenario(first, endings="end other"))
    assert told.endings["end"] == EndingBounds(True, pytest.approx(0.5), (1, None))
    empathy = told.dimensions["empathy"]
    assert (empathy.moments, empathy.level, empathy.reason) == ((1, None), None, ENDLESS)
    assert empathy.chance == pytest.approx(0.5)


def test_a_round_without_moments_leaves_the_level_alone() -> None:
    first = beat("first", worth("a", 2, "hub"), worth("b", -1, "hub"))
    hub = beat("hub", said("round", to="side"), said("out", to="last"), in_play=())
    side = beat("side", said("back", to="hub"), in_play=())
    built = scenario(first, hub, side, beat("last", worth("c", 1)))
    told = found(built)
    assert told.dimensions["empathy"] == DimensionBounds((2, 2), (Fraction(3), Fraction(9, 2)), 0.5)
    assert told.endings["end"].decisions == (3, None)
    assert told.endings["end"].probability == pytest.approx(1)


def test_a_trap_has_no_say_in_what_complete_plays_come_to() -> None:
    first = beat("first", worth("in", 1), worth("trap", 2, "trap"))
    told = found(scenario(first, beat("trap", worth("a", -2, "trap"), worth("b", 2, "trap"))))
    empathy = told.dimensions["empathy"]
    assert (empathy.moments, empathy.level) == ((1, 1), (4, 4))
    assert (empathy.chance, empathy.reason) == (None, ENDLESS)
    assert told.endings["end"] == EndingBounds(True, 0.5, (1, 1))


def test_beats_that_lead_round_by_themselves_are_a_trap() -> None:
    told = found(scenario(beat("first", said("a"), said("b", to="p")), beat("p", to="q"), beat("q", to="p")))
    assert told.endings["end"] == EndingBounds(True, 0.5, (1, 1))
    assert told.dimensions["empathy"] == DimensionBounds((1, 1), (Fraction(3), Fraction(3)), None)


def test_the_way_through_a_knot_is_counted_by_its_shortest() -> None:
    one = beat("one", said("a", to="two"), said("b", to="three"))
    two = beat("two", said("c", to="three"), said("d", to="one"))
    three = beat("three", said("e", to="one"), said("f"))
    told = found(scenario(one, two, three))
    assert told.endings["end"].decisions == (2, None)
    assert told.dimensions["empathy"].moments == (2, None)
    assert told.endings["end"].probability == pytest.approx(1)


def test_a_knot_too_hard_to_leave_is_given_up_and_not_waited_for() -> None:
    many = [said(f"r{at}", to="first") for at in range(3_000)]
    told = found(scenario(beat("first", *many, said("out"))))
    assert told.endings["end"] == EndingBounds(True, None, (1, None))
    assert told.dimensions["empathy"].chance is None


# -- beyond the limit --------------------------------------------------------------------------------------------
def test_beyond_the_limit_only_what_was_met_is_told() -> None:
    beats = [beat(f"b{at}", said("a", to=f"b{at + 1}"), said("b")) for at in range(20)]
    built = scenario(*beats, beat("b20", said("a", to="other")), endings="end other")
    told = bounds(explored(built, limit=8))
    assert not told.complete
    assert told.dimensions["empathy"] == DimensionBounds(None, None, None, BEYOND)
    assert told.endings == {"end": EndingBounds(True, None, (1, None)), "other": EndingBounds(None, None, None)}
    assert still_open(explored(built, limit=8)) is None


# -- doors -------------------------------------------------------------------------------------------------------
def test_doors_close_for_real_worlds() -> None:
    to = [("sent", "other"), ("trust >= 3", "third"), ("", "end")]
    second = beat("second", said("c", to=to), said("d", "WARM", to=to))
    first = beat("first", said("a", to="second"), said("b", to="second", effects=(Raise("sent"), Open("drift"))))
    built = scenario(first, second, endings="end other third")
    endings_from = still_open(explored(built))
    assert endings_from is not None
    laws = Laws(built)
    world = laws.enter(first, laws.first())
    assert endings_from("first", world) == ("end", "other", "third")
    a, b = (laws.enter(second, laws.answer(first, one, world)) for one in first.responses)
    assert endings_from("second", a) == ("end", "third")
    assert endings_from("second", b) == ("other",)
    assert endings_from("other", laws.answer(second, second.responses[0], b)) == ("other",)
    with pytest.raises(LookupError):
        endings_from("second", a._replace(flags=frozenset({"sent"})))
    with pytest.raises(LookupError):
        endings_from("nowhere", a)


# -- the ratio ---------------------------------------------------------------------------------------------------
def test_a_mean_is_solved_and_not_searched() -> None:
    """Twelve steps of 1 or 0 and a last one of 2 or -2, with a way out after each."""
    steps: list[tuple[tuple[tuple[int], int], ...]] = [(), (((2,), 0), ((-2,), 0))]
    for node in range(1, 13):
        steps.append((((1,), node), ((0,), node), ((0,), 0)))
    counts, ends = [False] + [True] * 13, [True] + [False] * 13
    assert means(steps, 0, counts=counts, ends=ends) == (Fraction(-2, 13), Fraction(14, 13))


def test_two_ways_to_one_node_are_kept_apart_by_whether_a_step_counted() -> None:
    """5 leads on by 4, which counts 2, and 2; or by 3 alone; both come to 1, which counts -2."""
    steps = [(), (((-2,), 0),), (((None,), 1),), (((None,), 1),), (((2,), 2),), (((None,), 4), ((None,), 3))]
    counts, ends = [False, True, False, False, True, False], [True] + [False] * 5
    assert means(steps, 0, counts=counts, ends=ends) == (-2, 0)


def test_no_way_that_counts_has_no_mean() -> None:
    assert means([(), (((1,), 0),)], 0, counts=[False, False], ends=[True, False]) is None
    assert means([(), (((1,), 0),)], 0, counts=[False, True], ends=[False, False]) is None
