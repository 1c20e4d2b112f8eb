"""Every sentence of "what happens, exactly": entering, offering, judging, moving. One test for each."""

from __future__ import annotations

from typing import Any

import pytest
from building import GAUGES, always, beat, code, routes, rule, said, scenario, when

from game.scenario.laws import Laws
from game.scenario.model import (
    Beat,
    Dimension,
    Gauge,
    Line,
    Lower,
    Open,
    Override,
    Raise,
    Repair,
    Response,
    Scenario,
    Shift,
)
from game.scenario.world import World


def at_start(built: Scenario) -> tuple[Laws, Beat, World]:
    laws = Laws(built)
    start = built.beats[built.start]
    return laws, start, laws.enter(start, laws.first())


def after(built: Scenario, *responses: str) -> tuple[Laws, str, World]:
    """Where some responses lead, each by its id alone."""
    laws, here, world = at_start(built)
    place = here.id
    for id in responses:
        here = built.beats[place]
        response = next(one for one in laws.offered(here, world) if one.id == id)
        world = laws.answer(here, response, world)
        place = laws.route(response.routes, world) or ""
        if place in built.beats:
            world = laws.enter(built.beats[place], world)
    return laws, place, world


def claims(built: Scenario, response: Response | None = None) -> dict[Dimension, int]:
    laws, start, world = at_start(built)
    return dict(laws.claims(response or start.responses[0], world).points)


# -- entering ----------------------------------------------------------------------------------------------------
def test_entering_a_beat_marks_it_seen_before_its_lines_are_asked() -> None:
    here = beat("here", said("go"), lines=(Line("again", when=when("seen('here')")),))
    laws, start, world = at_start(scenario(here))
    assert laws.lines(start.lines, laws.first()) == ()
    assert laws.lines(start.lines, world) == start.lines


def test_entering_applies_its_effects_before_its_lines_are_asked() -> None:
    lines = (Line("a", when=when("trust >= 3 and rushed")), Line("b", when=when("ruptured('drift')")))
    effects = (Shift("trust", 1), Raise("rushed"), Open("drift"))
    laws, start, world = at_start(scenario(beat("here", said("go"), lines=lines, effects=effects)))
    assert laws.lines(start.lines, world) == lines


def test_shifts_of_one_step_are_summed_before_they_are_clamped() -> None:
    laws, _, world = at_start(scenario(beat("here", said("go"), effects=(Shift("trust", 5), Shift("trust", -3)))))
    assert laws.gauge("trust", world) == 4


def test_what_a_beat_does_it_does_on_every_entering() -> None:
    here = beat("here", said("stay", to="here"), effects=(Shift("trust", 1),))
    laws, _, world = after(scenario(here), "stay")
    assert laws.gauge("trust", world) == 4


# -- offering ----------------------------------------------------------------------------------------------------
def test_offered_is_what_holds_in_the_written_order() -> None:
    here = beat("here", said("a"), said("b", when="trust > 9"), said("c", when="trust == 2"))
    laws, start, world = at_start(scenario(here))
    assert [one.id for one in laws.offered(start, world)] == ["a", "c"]


def test_a_response_that_may_be_given_once_is_not_offered_again() -> None:
    here = beat("here", said("a", to="here", once=True), said("b", to="here"))
    laws, place, world = after(scenario(here), "b", "a")
    assert [one.id for one in laws.offered(laws.scenario.beats[place], world)] == ["b"]


def test_once_is_a_matter_of_the_beat_too() -> None:
    first = beat("first", said("a", to="second", once=True))
    laws, place, world = after(scenario(first, beat("second", said("a", once=True))), "a")
    assert [one.id for one in laws.offered(laws.scenario.beats[place], world)] == ["a"]


def test_nothing_may_be_on_offer() -> None:
    laws, start, world = at_start(scenario(beat("here", said("a", when="rushed"))))
    assert laws.offered(start, world) == ()


# -- context and what is in play ---------------------------------------------------------------------------------
def test_the_context_is_the_rupture_opened_last_that_is_still_open() -> None:
    here = beat(
        "here",
        said("clash", to="here", effects=(Open("clash"),)),
        said("mend", to="here", effects=(Repair("clash"),)),
        effects=(Open("drift"),),
    )
    built = scenario(here)
    laws, _, world = at_start(built)
    assert laws.context(laws.first()) == "none"
    assert laws.context(world) == "withdrawal"
    assert laws.context(after(built, "clash")[2]) == "confrontation"
    assert laws.context(after(built, "clash", "mend")[2]) == "withdrawal"


@pytest.mark.parametrize(
    ("more", "opened", "in_play"),
    [
        ({}, False, ("empathy",)),
        ({"openings": ("power",)}, False, ("empathy", "humility")),
        ({"openings": ("power",)}, True, ("empathy", "humility", "repair")),
        ({"in_play": ()}, True, ()),
        ({"in_play": ("repair", "humility")}, False, ("repair", "humility")),
    ],
)
def test_what_is_in_play(more: dict[str, Any], opened: bool, in_play: tuple[str, ...]) -> None:
    effects = (Open("drift"),) if opened else ()
    laws, start, world = at_start(scenario(beat("here", said("a"), effects=effects, **more)))
    assert laws.in_play(start, world) == in_play


def test_repair_is_in_play_by_the_world_before_the_response() -> None:
    laws, start, world = at_start(scenario(beat("here", said("a", "WARM", effects=(Open("drift"),)))))
    assert laws.points(start, start.responses[0], world) == {"empathy": 2}


def test_points_out_of_play_are_dropped_and_a_missing_claim_counts_nought() -> None:
    here = beat("here", said("warm", "WARM"), said("own", "OWN"), openings=("power",))
    laws, start, world = at_start(scenario(here))
    warm, own = start.responses
    assert laws.points(start, warm, world) == {"empathy": 2, "humility": 1}
    assert laws.points(start, own, world) == {"empathy": 0, "humility": 0}


# -- points ------------------------------------------------------------------------------------------------------
def test_the_code_claims_by_context() -> None:
    here = said("own", "OWN")
    assert claims(scenario(beat("here", here))) == {}
    assert claims(scenario(beat("here", here, effects=(Open("drift"),)))) == {"repair": 2}
    assert claims(scenario(beat("here", here, effects=(Open("clash"),)))) == {"repair": 1, "humility": 2}


def test_a_rule_adds_and_makes_a_claim_where_there_was_none() -> None:
    rules = [rule("more", "PLAIN WARM", "trust == 2", add={"empathy": -1, "humility": 2})]
    assert claims(scenario(beat("here", said("a", "PLAIN")), rules=rules)) == {"empathy": -1, "humility": 2}
    assert claims(scenario(beat("here", said("a", "WARM")), rules=rules))["empathy"] == 1


def test_a_rule_caps_only_a_claim_that_exists() -> None:
    rules = [rule("less", "WARM PLAIN", "trust == 2", cap={"empathy": -1, "repair": 1})]
    assert claims(scenario(beat("here", said("a", "WARM")), rules=rules)) == {"empathy": -1, "humility": 1, "repair": 1}
    assert claims(scenario(beat("here", said("a", "PLAIN")), rules=rules)) == {}


def test_one_rule_adds_before_it_caps() -> None:
    rules = [rule("both", "PLAIN", "trust == 2", add={"empathy": 2}, cap={"empathy": 1})]
    assert claims(scenario(beat("here", said("a")), rules=rules)) == {"empathy": 1}


def test_rules_work_one_after_the_other_in_the_order_of_the_rubric() -> None:
    cap, add = (
        rule("cap", "WARM", "trust == 2", cap={"empathy": 0}),
        rule("add", "WARM", "trust == 2", add={"empathy": 1}),
    )
    here = beat("here", said("a", "WARM"))
    assert claims(scenario(here, rules=[cap, add]))["empathy"] == 1
    assert claims(scenario(here, rules=[add, cap]))["empathy"] == 0


def test_points_are_kept_in_range_only_after_all_rules() -> None:
    more, less = (
        rule("a", "WARM", "trust == 2", add={"empathy": 2}),
        rule("b", "WARM", "trust == 2", add={"empathy": -1}),
    )
    here = beat("here", said("a", "WARM"))
    assert claims(scenario(here, rules=[more, less]))["empathy"] == 2  # 2 + 2 - 1, then at most 2
    assert claims(scenario(here, rules=[more, less, less]))["empathy"] == 2
    assert claims(scenario(here, rules=[less] * 6))["empathy"] == -2


def test_a_rule_needs_its_code_and_its_condition() -> None:
    rules = [
        rule("other", "ASK", "trust == 2", add={"empathy": -1}),
        rule("fails", "WARM", "trust > 2", add={"empathy": -1}),
        rule("fires", "WARM", "trust < 3", add={"humility": 1}),
    ]
    laws, start, world = at_start(scenario(beat("here", said("a", "WARM")), rules=rules))
    claim = laws.claims(start.responses[0], world)
    assert [one.id for one in claim.fired] == ["fires"]
    assert claim.points == {"empathy": 2, "humility": 2, "repair": 1}


def test_a_rule_is_read_in_the_world_before_the_response() -> None:
    rules = [rule("early", "WARM", "trust <= 2 and not rushed", add={"empathy": -1}, shifts={"shame": 1})]
    laws, _, world = after(scenario(beat("here", said("a", "WARM", effects=(Raise("rushed"),))), rules=rules), "a")
    assert laws.gauge("trust", world) == 3
    assert laws.gauge("shame", world) == 1


def test_the_author_replaces_the_computed_points() -> None:
    rules = [rule("less", "WARM", "trust == 2", cap={"empathy": -1})]
    here = said("a", "WARM", overrides={"empathy": always(2), "repair": always(-2)})
    assert claims(scenario(beat("here", here), rules=rules)) == {"empathy": 2, "humility": 1, "repair": -2}


def test_the_authors_cases_are_read_in_order_and_before_the_response() -> None:
    cases = ((when("trust >= 3"), -2), (when("trust >= 2"), -1), (when("trust >= 1"), 0))
    here = said("a", "WARM", overrides={"empathy": Override(cases)})
    assert claims(scenario(beat("here", here)))["empathy"] == -1
    assert claims(scenario(beat("here", here, effects=(Shift("trust", -2),))))["empathy"] == 2  # no case, no override
    assert claims(scenario(beat("here", here, effects=(Shift("trust", 1),))))["empathy"] == -2


# -- effects -----------------------------------------------------------------------------------------------------
def test_shifts_are_the_codes_for_the_context_and_the_rules_that_fired() -> None:
    rules = [
        rule("a", "SLIP", "trust == 2", shifts={"trust": -1, "shame": 1}),
        rule("b", "SLIP", "rushed", shifts={"shame": 9}),
    ]
    laws, start, world = at_start(scenario(beat("here", said("a", "SLIP")), rules=rules))
    assert laws.shifts(start.responses[0], world) == {"trust": -2, "tension": 2, "shame": 1}


def test_a_context_left_out_shifts_nothing() -> None:
    laws, _, world = after(scenario(beat("here", said("a", "ASK"), effects=(Open("clash"),))), "a")
    assert laws.gauge("trust", world) == 2


def test_shifts_are_by_the_context_before_the_response_opens_a_rupture() -> None:
    laws, _, world = after(scenario(beat("here", said("a", "ASK", effects=(Open("drift"),)))), "a")
    assert laws.gauge("trust", world) == 3


def test_the_authors_shifts_replace_those_of_the_gauges_they_name() -> None:
    rules = [rule("a", "SLIP", "trust == 2", shifts={"trust": -1})]
    _, _, world = after(scenario(beat("here", said("a", "SLIP", shifts={"trust": 1, "shame": 1})), rules=rules), "a")
    assert world.gauges == (3, 3, 1)


def test_each_gauge_is_clamped_once() -> None:
    codes = (code("BIG", shifts={"trust": 9, "shame": -9}),)
    rules = [rule("back", "BIG", "trust == 2", shifts={"trust": -8})]
    laws, _, world = after(scenario(beat("here", said("a", "BIG")), codes=codes, rules=rules), "a")
    assert laws.gauge("trust", world) == 3  # 2 + 9 - 8, not 4 - 8
    assert laws.gauge("shame", world) == -2


def test_a_gauge_that_the_scenario_does_not_have_is_left_alone() -> None:
    built = scenario(beat("here", said("a", "SLIP")), gauges={"trust": GAUGES["trust"]})
    assert after(built, "a")[2].gauges == (1,)


def test_flags_go_up_and_down_after_the_gauges_moved() -> None:
    here = said("a", effects=(Raise("sent"), Lower("rushed")))
    _, _, world = after(scenario(beat("here", here, effects=(Raise("rushed"),))), "a")
    assert world.flags == {"sent"}


def test_a_rupture_opens_once() -> None:
    here = beat(
        "here", said("a", to="here"), said("mend", to="here", effects=(Repair("drift"),)), effects=(Open("drift"),)
    )
    built = scenario(here)
    assert after(built, "a", "a")[2].open == ("drift",)
    _, _, world = after(built, "mend", "a")
    assert world.open == ()
    assert world.repaired == {"drift"}


def test_only_an_open_rupture_is_repaired() -> None:
    _, _, world = after(scenario(beat("here", said("a", effects=(Repair("drift"),)))), "a")
    assert world.repaired == frozenset()


def test_a_response_may_open_several_ruptures() -> None:
    _, _, world = after(scenario(beat("here", said("a", effects=(Open("clash"), Open("drift"))))), "a")
    assert world.open == ("clash", "drift")


@pytest.mark.parametrize(
    ("condition", "repaired"),
    [
        ("trust >= 3", True),  # the shifts of this response are in
        ("sent and not rushed", True),  # and its flags
        ("ruptured('clash')", True),  # and what it opens
        ("last_code('ASK')", True),  # but the last code is still the one before
        ("last_code('WARM')", False),
        ("chose('there/b')", False),
        ("chose_code('WARM')", False),
        ("since_opened('WARM')", False),
        ("since_opened('ASK')", False),  # since `clash` opened, just now, nothing was said
    ],
)
def test_a_repair_is_asked_in_the_new_world_before_the_response_is_remembered(condition: str, repaired: bool) -> None:
    effects = (Raise("sent"), Lower("rushed"), Open("clash"), Repair("drift", when(condition)))
    built = scenario(
        beat("here", said("a", "ASK", to="there", shifts={"trust": 0}), effects=(Raise("rushed"), Open("drift"))),
        beat("there", said("b", "WARM", effects=effects)),
    )
    assert ("drift" in after(built, "a", "b")[2].repaired) == repaired


# -- routes and what is remembered -------------------------------------------------------------------------------
def test_the_first_route_that_holds_in_the_new_world_is_taken() -> None:
    to = [("trust >= 4", "third"), ("trust >= 3", "other"), ("chose('here/a')", "third"), ("", "end")]
    built = scenario(beat("here", said("a", "WARM", to), said("b", to=to)), endings="end other third")
    assert after(built, "a")[1] == "other"
    assert after(built, "b")[1] == "end"


def test_a_route_knows_the_response_that_was_just_given() -> None:
    to = [("chose('here/a') and chose_code('WARM') and last_code('WARM')", "other"), ("", "end")]
    assert after(scenario(beat("here", said("a", "WARM", to)), endings="end other"), "a")[1] == "other"


def test_no_route_may_hold() -> None:
    laws, _, world = at_start(scenario(beat("here", said("a"))))
    assert laws.route(routes([("rushed", "end")]), world) is None


def test_the_reply_is_asked_in_the_new_world() -> None:
    reply = (Line("yes", when=when("trust == 3")), Line("no", when=when("trust == 2")))
    laws, start, world = at_start(scenario(beat("here", said("a", "WARM", reply=reply))))
    assert laws.lines(reply, laws.answer(start, start.responses[0], world)) == reply[:1]


def test_since_opened_does_not_count_the_response_that_opened_it() -> None:
    here = beat(
        "here",
        said("a", "OWN", to="here", effects=(Open("drift"),)),
        lines=(Line("", when=when("since_opened('OWN')")),),
    )
    built = scenario(here)
    holds = when("since_opened('OWN')")
    for chosen, expected in ((("a",), False), (("a", "a"), True)):
        laws, _, world = after(built, *chosen)
        assert laws.holds(holds, world) == expected


def test_since_opened_is_about_the_newest_rupture_still_open() -> None:
    here = beat(
        "here",
        said("own", "OWN", to="here"),
        said("clash", to="here", effects=(Open("clash"),)),
        said("mend", to="here", effects=(Repair("clash"),)),
        lines=(Line("", when=when("since_opened('OWN')")),),
        effects=(Open("drift"),),
    )
    built, holds = scenario(here), when("since_opened('OWN')")
    expected = {("own",): True, ("own", "clash"): False, ("own", "clash", "mend"): True, ("clash", "own"): True}
    for chosen, truth in expected.items():
        laws, _, world = after(built, *chosen)
        assert laws.holds(holds, world) == truth


def test_since_opened_is_false_when_none_is_open() -> None:
    here = beat(
        "here",
        said("own", "OWN", to="here"),
        said("mend", to="here", effects=(Repair("drift"),)),
        effects=(Open("drift"),),
    )
    laws, _, world = after(scenario(here), "own", "mend")
    assert not laws.holds(when("since_opened('OWN')"), world)


@pytest.mark.parametrize(
    ("chosen", "within"), [((), 0), (("slip",), 1), (("slip", "ok"), 2), (("slip", "ok", "ok"), 3), (("ok",), 0)]
)
def test_error_within_counts_responses_back(chosen: tuple[str, ...], within: int) -> None:
    lines = (Line("", when=when("error_within(3)")),)
    here = beat("here", said("slip", "SLIP", to="here"), said("ok", to="here"), lines=lines)
    laws, _, world = after(scenario(here), *chosen)
    held = [count for count in (1, 2, 3) if laws.holds(when(f"error_within({count})"), world)]
    assert held == ([] if not within else list(range(within, 4)))
    assert laws.holds(when("last_error()"), world) == (within == 1)


def test_last_family_and_last_code_are_about_the_newest_response() -> None:
    here = beat("here", said("warm", "WARM", to="here"), said("ask", "ASK", to="here"))
    built = scenario(here)
    laws, _, world = after(built, "warm", "ask")
    assert laws.holds(when("last_code('ASK') and last_family('asking') and not last_code('WARM')"), world)
    laws, _, world = at_start(built)
    assert not laws.holds(when("last_code('ASK') or last_family('asking') or last_error()"), world)


def test_ruptured_takes_an_id_a_kind_or_a_marker() -> None:
    laws, _, world = at_start(scenario(beat("here", said("a"), effects=(Open("drift"),))))
    for name, open_ in (
        ("drift", True),
        ("withdrawal", True),
        ("W5", True),
        ("clash", False),
        ("confrontation", False),
    ):
        assert laws.holds(when(f"ruptured('{name}')"), world) == open_


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "==", "!="])
def test_comparisons_of_gauges_and_numbers(op: str) -> None:
    gauges = {"trust": Gauge("trust", 3, 0, 9), "tension": Gauge("tension", 5, 0, 9)}
    laws, _, world = at_start(scenario(beat("here", said("a")), gauges=gauges))
    sides = {"trust": 3, "tension": 5, "3": 3, "4": 4}
    for left, a in sides.items():
        for right, b in sides.items():
            expected = {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "==": a == b, "!=": a != b}[op]
            assert laws.holds(when(f"{left} {op} {right}"), world) == expected


def test_a_gauge_that_is_not_there_is_a_key_error() -> None:
    laws, _, world = at_start(scenario(beat("here", said("a"))))
    with pytest.raises(KeyError):
        laws.gauge("hope", world)
