"""What an exploration finds, and what it proves."""

from __future__ import annotations

from building import beat, rule, said, scenario, when

from game.scenario.explore import NOWHERE, Explored, explore
from game.scenario.laws import Laws
from game.scenario.model import Gauge, Line, Lower, Open, Override, Raise, Repair, Scenario, Shift


def explored(built: Scenario, **more: int) -> Explored:
    return explore(Laws(built), **more)


def states(found: Explored, place: str) -> int:
    return found.places.count(place)


# -- states ------------------------------------------------------------------------------------------------------
def test_the_states_of_a_small_scenario_and_the_ways_between_them() -> None:
    first = beat("first", said("a", "WARM", to="way"), said("b", to="last"))
    found = explored(scenario(first, beat("way", to="last"), beat("last", said("c"))))
    assert found.complete
    assert found.places == ["first", "way", "last", "end"]
    assert found.arrows == [(1, 2), (2,), (3,), ()]
    assert [[one.id for one in offers] for offers in found.offers] == [["a", "b"], [], ["c"], []]
    assert found.points == [((2, None, None), (0, None, None)), (), ((0, None, None),), ()]


def test_a_gauge_that_nobody_asks_for_makes_no_states() -> None:
    first = beat("first", said("a", "WARM", to="second"), said("b", "SLIP", to="second"))
    assert states(explored(scenario(first, beat("second", said("c")))), "second") == 1


def test_values_of_a_gauge_that_no_condition_tells_apart_are_one_state() -> None:
    shifts = [said(f"r{by}", to="second", shifts={"trust": by}) for by in range(-2, 3)]
    second = beat("second", said("c", to=[("trust >= 3", "other"), ("", "end")]))
    found = explored(scenario(beat("first", *shifts), second, endings="end other"))
    assert states(found, "second") == 2
    assert [world.gauges[0] for place, world in zip(found.places, found.worlds, strict=True) if place == "second"] == [
        0,
        3,
    ]


def test_a_threshold_lies_lower_before_a_shift_that_is_sure_to_come() -> None:
    shifts = [said(f"r{by}", to="second", shifts={"trust": by}) for by in range(-2, 3)]
    second = beat("second", said("c", to="third", shifts={"trust": 1}))
    third = beat("third", said("d", to=[("trust >= 3", "other"), ("", "end")]))
    found = explored(scenario(beat("first", *shifts), second, third, endings="end other"))
    assert [world.gauges[0] for place, world in zip(found.places, found.worlds, strict=True) if place == "second"] == [
        0,
        2,
    ]


def test_an_enormous_gauge_costs_no_more_than_its_values_that_are_met() -> None:
    gauges = {"trust": Gauge("trust", 500_000, 0, 1_000_000)}
    first = beat("first", said("a", "WARM", to="second"), said("b", to="second"))
    second = beat("second", said("c", to=[("trust > 500000", "other"), ("", "end")]))
    found = explored(scenario(first, second, endings="end other", gauges=gauges))
    assert states(found, "second") == 2
    assert states(found, "end") == 1


def test_a_gauge_compared_with_a_gauge_is_kept_whole() -> None:
    shifts = [said(f"r{by}", to="second", shifts={"trust": by}) for by in range(-2, 3)]
    second = beat("second", said("c", to=[("trust > tension", "other"), ("", "end")]))
    assert states(explored(scenario(beat("first", *shifts), second, endings="end other")), "second") == 5


def test_a_flag_that_is_set_anew_before_it_is_asked_for_makes_no_states() -> None:
    first = beat("first", said("a", to="second", effects=(Raise("rushed"),)), said("b", to="second"))
    second = beat("second", said("c", to="third"), effects=(Lower("rushed"),))
    third = beat("third", said("d"), lines=(Line("", when=when("rushed")),))
    found = explored(scenario(first, second, third))
    assert states(found, "second") == states(found, "third") == 1


def test_the_last_code_matters_only_as_far_as_it_is_asked_for() -> None:
    first = beat(
        "first", *(said(code.lower(), code, to="second", shifts=_STILL) for code in ("WARM", "ASK", "OWN", "PUSH"))
    )
    second = beat("second", said("c", to="third"), lines=(Line("", when=when("last_family('warm')")),))
    third = beat("third", said("d"), lines=(Line("", when=when("error_within(2)")),))
    found = explored(scenario(first, second, third))
    assert states(found, "second") == 3  # warm, an error, neither
    assert states(found, "third") == 2


_STILL = {"trust": 0, "tension": 0, "shame": 0}


def test_the_order_of_ruptures_matters_where_the_context_does() -> None:
    opens = [
        said("a", to="second", effects=(Open("drift"), Open("clash"))),
        said("b", to="second", effects=(Open("clash"), Open("drift"))),
    ]
    for code, expected in (("OWN", 2), ("PLAIN", 1)):
        found = explored(scenario(beat("first", *opens), beat("second", said("c", code), openings=("power",))))
        assert states(found, "second") == expected


def test_a_rule_that_can_change_nothing_makes_no_states() -> None:
    first = beat("first", said("a", "WARM", to="second"), said("b", to="second"))
    second = beat("second", said("c", "WARM"), openings=("power",))
    for cap, expected in ((0, 2), (1, 1)):  # WARM claims 1 in humility
        rules = [rule("r", "WARM", "trust >= 3", cap={"humility": cap})]
        assert states(explored(scenario(first, second, rules=rules)), "second") == expected


def test_a_real_world_is_found_by_its_state() -> None:
    first = beat("first", said("a", "WARM", to="second"), said("b", to="second"))
    second = beat("second", said("c", to=[("trust >= 3", "other"), ("", "end")]))
    found = explored(scenario(first, second, endings="end other"))
    laws = found.laws
    world = laws.enter(second, laws.answer(first, first.responses[0], laws.enter(first, laws.first())))
    assert found.number("second", world) == found.arrows[0][0]
    assert found.number("second", world._replace(gauges=(4, 3, 2))) == found.arrows[0][0]
    assert found.number("elsewhere", world) is None
    assert found.number("second", world._replace(open=("drift",), since=(frozenset(),))) is None


# -- ways --------------------------------------------------------------------------------------------------------
def test_the_shortest_way_counts_responses_and_not_beats() -> None:
    first = beat("first", said("near", to="p1"), said("far", to="second"))
    passing = [beat("p1", to="p2"), beat("p2", to="p3"), beat("p3", to="goal")]
    found = explored(scenario(first, *passing, beat("second", said("c", to="goal")), beat("goal", said("d"))))
    assert found.shortest("goal") == ("first/near",)
    assert found.shortest("end") == ("first/near", "goal/d")
    assert found.shortest("first") == ()


def test_what_cannot_be_reached_or_is_never_offered() -> None:
    first = beat("first", said("a", to=[("trust > 3", "far"), ("", "end")]), said("b", when="rushed"))
    found = explored(scenario(first, beat("far", said("c")), endings="end other"))
    assert found.unreached() == ("far", "other")
    assert found.never_offered() == ("first/b",)  # `far/c` is told of by `far`
    assert found.shortest("far") is None


def test_a_moment_that_offers_nothing_is_told_with_a_shortest_way_there() -> None:
    first = beat("first", said("a", to="second"), said("b", to="second", effects=(Raise("rushed"),)))
    found = explored(scenario(first, beat("second", said("c", when="rushed"))))
    (stuck,) = found.stuck()
    assert (stuck.beat, stuck.path) == ("second", ("first/a",))
    assert stuck.world.flags == frozenset()


def test_a_way_on_that_does_not_exist_is_told_too() -> None:
    first = beat("first", said("a", to=[("rushed", "end")]), said("b", to="way"))
    found = explored(scenario(first, beat("way", to=[("trust > 3", "end")])))
    assert [(one.beat, one.path) for one in found.stuck()] == [("first", ("first/a",)), ("way", ("first/b",))]
    assert NOWHERE in found.places


def test_a_play_that_goes_round_unchanged_is_told_with_its_beats() -> None:
    second = beat("second", said("back", to="way"), said("on"))
    found = explored(scenario(beat("first", said("a", to="second")), second, beat("way", to="second")))
    (cycle,) = found.cycles()
    assert cycle.beats == ("second", "way")
    assert cycle.path == ("first/a",)


def test_a_beat_that_leads_to_itself_is_a_cycle_and_not_a_loop_for_ever() -> None:
    found = explored(scenario(beat("first", to="first")))
    assert found.complete
    assert [cycle.beats for cycle in found.cycles()] == [("first",)]
    assert found.stuck() == ()


def test_going_round_is_no_cycle_as_long_as_something_changes_that_matters() -> None:
    here = beat("here", said("a", to="here", once=True), said("b", to="here", once=True), said("c"))
    assert explored(scenario(here)).cycles() == ()
    here = beat("here", said("a", to="here", once=True), said("b", to="here"), said("c"))
    assert [cycle.beats for cycle in explored(scenario(here)).cycles()] == [("here",)]


def test_of_a_knot_the_shortest_round_from_its_entry_is_told() -> None:
    one = beat("one", said("a", to="two"), said("b", to="three"))
    two = beat("two", said("c", to="four"), said("d", to="one"))
    built = scenario(one, two, beat("three", to="four"), beat("four", said("e", to="five")), beat("five", to="one"))
    (cycle,) = explored(built).cycles()
    assert cycle.beats == ("one", "two")


def test_in_a_round_too_a_gauge_is_kept_only_as_finely_as_it_is_asked_for() -> None:
    shifts = [said(f"r{by}", to="hub", shifts={"trust": by}) for by in range(-2, 3)]
    hub = beat("hub", said("round", to="hub"), said("out", to=[("trust >= 3", "end"), ("", "other")]))
    assert states(explored(scenario(beat("first", *shifts), hub, endings="end other")), "hub") == 2


def test_counting_up_to_a_threshold_ends() -> None:
    here = beat("here", said("a", to=[("trust >= 4", "end"), ("", "here")], shifts={"trust": 1}))
    found = explored(scenario(here))
    assert found.cycles() == ()
    assert states(found, "here") == 2


def test_beyond_the_limit_it_says_that_it_is_not_complete() -> None:
    beats = [beat(f"b{at}", said("a", to=f"b{at + 1}")) for at in range(20)]
    found = explored(scenario(*beats, beat("b20", said("a"))), limit=10)
    assert not found.complete
    assert len(found.places) <= 12
    assert found.stuck() == ()


def test_ten_thousand_beats_in_a_row_need_no_recursion() -> None:
    beats = [beat(f"b{at}", said("a", to=f"b{at + 1}" if at < 9_999 else "end")) for at in range(10_000)]
    found = explored(scenario(*beats))
    assert len(found.components) == 10_001
    assert len(found.shortest("end") or ()) == 10_000


# -- conditions --------------------------------------------------------------------------------------------------
def told(built: Scenario) -> dict[tuple[str, str, str, int, str], tuple[bool, bool]]:
    return {one[:5]: (one.held, one.failed) for one in explored(built).asked}


def test_what_came_of_every_condition() -> None:
    first = beat("first", said("a", "WARM", to="second"), said("b", to="second", when="trust > 3"))
    second = beat(
        "second",
        said(
            "c",
            to=[("trust >= 4", "end"), ("trust >= 3", "other"), ("trust >= 2", "end"), ("", "end")],
            reply=(Line("", when=when("trust < 9")),),
            overrides={"empathy": Override(((when("trust > 4"), 1), (when("trust > 0"), 0), (when("rushed"), 2)))},
            effects=(Repair("drift", when("rushed")), Repair("clash", when("rushed"))),
        ),
        lines=(Line("", when=when("trust == 3")), Line("", when=when("trust == 2"))),
        effects=(Open("drift"),),
    )
    ending = (Line("", when=when("ruptured('drift')")),)
    assert told(scenario(first, second, endings="end other", last_lines=ending)) == {
        ("end", "", "line", 0, ""): (False, False),
        ("first", "b", "response", 0, ""): (False, True),
        ("second", "", "line", 0, ""): (True, False),
        ("second", "", "line", 1, ""): (False, True),
        ("second", "c", "score", 0, "empathy"): (False, True),
        ("second", "c", "score", 1, "empathy"): (True, False),
        ("second", "c", "score", 2, "empathy"): (False, False),  # the case before it always holds
        ("second", "c", "repair", 0, ""): (False, True),
        ("second", "c", "repair", 1, ""): (False, False),  # `clash` is never open
        ("second", "c", "reply", 0, ""): (True, False),
        ("second", "c", "route", 0, ""): (False, True),
        ("second", "c", "route", 1, ""): (True, False),
        ("second", "c", "route", 2, ""): (False, False),
    }


def test_a_condition_that_holds_on_one_way_and_fails_on_another() -> None:
    first = beat("first", said("a", "WARM", to="way"), said("b", to="way"))
    way = beat("way", to=[("trust >= 3", "end"), ("", "end")], effects=(Shift("tension", 1),))
    assert told(scenario(first, way)) == {("way", "", "route", 0, ""): (True, True)}


def test_scores_of_dimensions_out_of_play_are_not_asked() -> None:
    only = said("a", overrides={"repair": Override(((when("trust > 1"), 1),))})
    assert told(scenario(beat("first", only))) == {("first", "a", "score", 0, "repair"): (False, False)}


def test_a_scenario_without_gauges_and_ruptures_is_explored() -> None:
    found = explored(scenario(beat("first", said("a", "WARM")), gauges={}, ruptures={}))
    assert found.complete
