"""What a beat's lens keeps of a World, and what it may drop."""

from __future__ import annotations

from typing import Any

import pytest
from building import CODES, beat, code, rule, said, scenario, when

from game.scenario.laws import Laws
from game.scenario.lens import Lenses
from game.scenario.model import Line, Open, Raise, Repair, Scenario
from game.scenario.strains import NEWEST_UNKNOWN, Strains
from game.scenario.sway import Sway, Sways
from game.scenario.world import World

NONE: frozenset[str] = frozenset()
FULL = World(
    (4, 3, 2),
    frozenset({"rushed", "sent"}),
    ("clash", "drift"),
    frozenset({"other"}),
    frozenset({"first/a"}),
    frozenset({"first"}),
    frozenset({"WARM"}),
    ("SLIP", "WARM"),
    (frozenset({"OWN"}), frozenset({"OWN", "ASK"})),
)


def asks(condition: str) -> Scenario:
    """A beat that is passed after any response, with nothing but one condition."""
    any_response = beat("opening", *(said(one.id, one.id, to="first") for one in CODES))
    return scenario(any_response, beat("first", to=[(condition, "end"), ("", "other")]), endings="end other")


def seen(built: Scenario, world: World = FULL, place: str = "first") -> World:
    return Lenses(Laws(built)).view(place, world)


BLANK = World((0, 0, -2), NONE, (), NONE, NONE, NONE, NONE, (), ())


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        ("trust > 99", {}),
        ("trust >= 0", {}),
        ("trust >= 3", {"gauges": (3, 0, -2)}),
        ("trust > 3", {"gauges": (4, 0, -2)}),
        ("3 < trust", {"gauges": (4, 0, -2)}),
        ("trust <= 3", {"gauges": (4, 0, -2)}),
        ("trust < 3", {"gauges": (3, 0, -2)}),
        ("trust == 2", {"gauges": (3, 0, -2)}),
        ("trust != 4", {"gauges": (4, 0, -2)}),
        ("trust > shame", {"gauges": (4, 0, 2)}),
        ("shame > -1", {"gauges": (0, 0, 0)}),
        ("sent", {"flags": frozenset({"sent"})}),
        ("ruptured('clash')", {"open": ("clash",), "since": (NONE,)}),
        ("ruptured('withdrawal')", {"open": ("drift",), "since": (NONE,)}),
        ("repaired('other')", {"repaired": frozenset({"other"})}),
        ("seen('first') or seen('elsewhere')", {}),  # it was just entered, and nobody else asks
        ("chose('first/a')", {"used": frozenset({"first/a"})}),
        ("chose_code('WARM')", {"codes": frozenset({"WARM"})}),
        ("last_code('WARM')", {"last": ("WARM",)}),
        ("last_code('OWN')", {}),
        ("last_family('warm')", {"last": ("WARM",)}),
        ("last_error()", {}),
        ("error_within(2)", {"last": ("SLIP", "")}),
        ("error_within(2) and last_code('WARM')", {"last": ("SLIP", "WARM")}),
        (
            "since_opened('OWN')",
            {"open": ("clash", "drift"), "since": (frozenset({"OWN"}), frozenset({"OWN"}))},
        ),
    ],
)
def test_what_a_condition_keeps(condition: str, kept: dict[str, Any]) -> None:
    view = seen(asks(condition))
    if condition.startswith("seen"):
        assert view == BLANK._replace(seen=frozenset({"first"}))
    else:
        assert view == BLANK._replace(**kept)


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ((), ()),
        (("WARM", "ASK"), ()),
        (("PUSH",), ("SLIP",)),
        (("PUSH", "ASK"), ("SLIP", "")),
        (("PUSH", "SLIP", "ASK", "WARM"), ("SLIP", "", "")),
        (("SLIP", "ASK", "WARM", "ASK"), ()),
        (("",), ()),
    ],
)
def test_of_errors_only_how_long_ago_the_last_one_was(last: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert seen(asks("error_within(3)"), FULL._replace(last=last)).last == kept


def test_an_error_lies_one_response_further_back_after_each_response() -> None:
    second = beat("second", to=[("error_within(2)", "end"), ("", "other")])
    built = scenario(beat("first", said("a", to="second"), in_play=()), second, endings="end other")
    assert seen(built).last == ()  # two responses ago is three at `second`
    assert seen(built, FULL._replace(last=("WARM", "PUSH"))).last == ("SLIP",)
    built = scenario(
        beat("first", said("a", "PUSH", to="second", shifts={"shame": 0}), in_play=()), second, endings="end other"
    )
    assert seen(built, FULL._replace(last=("WARM", "PUSH"))).last == ()  # the response is an error itself


def test_what_is_certain_before_it_is_asked_is_dropped() -> None:
    second = beat(
        "second", to=[("chose('first/a') and chose_code('PLAIN') and last_code('WARM') and sent", "end"), ("", "other")]
    )
    first = beat("first", said("a", to="second", effects=(Raise("sent"),)), in_play=())
    assert seen(scenario(first, second, endings="end other")) == BLANK


def test_a_rupture_that_may_open_once_is_remembered_as_repaired() -> None:
    second = beat("second", to=[("ruptured('drift')", "end"), ("", "other")], effects=(Open("drift"),))
    built = scenario(beat("first", to="second"), second, endings="end other")
    healed = FULL._replace(repaired=frozenset({"drift"}), open=(), since=())
    assert seen(built, healed) == BLANK._replace(repaired=frozenset({"drift"}))


def test_a_repair_reads_its_condition_though_nothing_may_come_of_it() -> None:
    mend = said("a", to="second", effects=(Repair("drift", when("sent")), Repair("clash")))
    built = scenario(beat("first", mend, in_play=()), beat("second", to="end"))
    assert seen(built) == BLANK._replace(flags=frozenset({"sent"}), open=("clash", "drift"), since=(NONE, NONE))


def test_lines_and_replies_are_asked_too() -> None:
    first = beat(
        "first", said("a", reply=(Line("", when=when("trust >= 2")),)), lines=(Line("", when=when("sent")),), in_play=()
    )
    assert seen(scenario(first)) == BLANK._replace(gauges=(2, 0, -2), flags=frozenset({"sent"}))
    ending = (Line("", when=when("trust >= 3")),)
    assert seen(scenario(beat("first", to="end"), last_lines=ending), place="end").gauges == (3, 0, -2)


def test_a_code_that_shifts_by_context_needs_the_newest_rupture() -> None:
    shifty = code("SHIFTY", shifts={"withdrawal": {"trust": 1}, "confrontation": {"trust": 1}})
    turning = code("TURNING", shifts={"withdrawal": {"trust": 1}, "confrontation": {"trust": -1}})
    second = beat("second", to=[("trust >= 3", "end"), ("", "other")])
    for one in (shifty, turning):
        built = scenario(
            beat("first", said("a", one.id, to="second"), in_play=()), second, endings="end other", codes=(one,)
        )
        assert seen(built).open == ("clash", "drift")
        assert seen(built, FULL._replace(open=("drift", "clash"))).open == ("drift", "clash")


def test_repair_put_into_play_by_the_author_is_judged_without_a_rupture_too() -> None:
    quiet = code("QUIET", points={"withdrawal": {"repair": 1}, "confrontation": {"repair": 1}})
    built = scenario(beat("first", said("a", "QUIET"), in_play=("repair",)), codes=(quiet,))
    assert seen(built).open == ("clash", "drift")


# -- what was said since, and what was said last -----------------------------------------------------------------
def since(condition: str) -> tuple[frozenset[str], ...]:
    """Of what was said since each rupture opened, what the condition keeps. `drift` opens first, then `clash`."""
    opening = beat("opening", to="middle", effects=(Open("drift"),))
    middle = beat("middle", *(said(one, one, to="first") for one in ("WARM", "ASK")), effects=(Open("clash"),))
    asking = beat("first", to=[(condition, "end"), ("", "other")])
    return seen(scenario(opening, middle, asking, endings="end other"), FULL._replace(open=("drift", "clash"))).since


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        ("since_opened('OWN')", ({"OWN"}, {"OWN"})),
        ("since_opened('ASK')", (set(), {"ASK"})),
        ("since_opened('ASK') or since_opened('OWN')", ({"ASK"}, {"ASK"})),  # asked together, known together
        ("since_opened('ASK') and since_opened('OWN')", ({"OWN"}, {"ASK", "OWN"})),
        ("(since_opened('ASK') or since_opened('OWN')) and not since_opened('OWN')", ({"OWN"}, {"ASK", "OWN"})),
        ("ruptured('withdrawal') and since_opened('OWN')", ({"OWN"}, {"OWN"})),
        ("ruptured('confrontation') and since_opened('OWN')", (set(), {"OWN"})),  # none is older than `drift`
        ("ruptured('W1') and since_opened('OWN')", (set(), set())),  # there is no such rupture
        ("last_code('WARM') and since_opened('OWN')", ({"OWN"}, {"OWN"})),
        ("last_code('ASK') and since_opened('OWN')", (set(), set())),  # it was WARM
        ("last_code('ASK') or since_opened('OWN')", ({"OWN"}, {"OWN"})),
        ("last_code('WARM') or since_opened('OWN')", (set(), set())),
        ("not last_family('warm') and since_opened('OWN')", (set(), set())),
    ],
)
def test_what_was_said_since_is_kept_only_where_it_can_tell(condition: str, kept: tuple[set[str], ...]) -> None:
    assert since(condition) == tuple(frozenset(codes) for codes in kept)


def test_codes_asked_for_together_here_and_alone_there_are_known_apart() -> None:
    rules = [rule("alone", "PLAIN", "since_opened('OWN')", cap={"empathy": 0})]
    asking = beat(
        "first", to=[("since_opened('ASK') or since_opened('OWN')", "end"), ("", "other")], effects=(Open("drift"),)
    )
    strains = Strains(scenario(asking, endings="end other", rules=rules))
    assert (strains.group("ASK"), strains.group("OWN")) == ("ASK", "OWN")
    strains = Strains(scenario(asking, endings="end other"))
    assert (strains.group("ASK"), strains.group("OWN")) == ("ASK", "ASK")


@pytest.mark.parametrize(
    ("condition", "read"),
    [
        ("ruptured('drift') or ruptured('clash') or since_opened('OWN') or rushed", True),  # when none is open
        ("since_opened('OWN') or not ruptured('drift') and not ruptured('clash') and rushed", True),
        ("last_code('WARM') and last_family('warm') or rushed", False),
        ("not (last_code('WARM') and last_family('warm')) or rushed", True),
        ("(last_code('OWN') or last_code('ASK')) and rushed", False),
        ("not (last_code('OWN') or last_code('ASK')) and rushed", True),
        ("ruptured('W1') and rushed", False),
    ],
)
def test_what_is_certain_of_a_part_may_decide_or_leave_it_to_the_rest(condition: str, read: bool) -> None:
    assert seen(asks(condition)).flags == ({"rushed"} if read else NONE)


def test_worlds_that_differ_in_the_last_code_that_is_asked_for_stay_apart() -> None:
    built = asks("last_code('ASK') and rushed")
    assert seen(built) == BLANK
    assert seen(built, FULL._replace(last=("ASK",))) == BLANK._replace(last=("ASK",), flags=frozenset({"rushed"}))


def test_the_last_code_is_known_through_beats_that_lead_on() -> None:
    second = beat("second", to=[("last_code('ASK') and rushed", "end"), ("", "other")])
    first = beat("first", said("a", "ASK", to="way"), said("b", to="way"), in_play=())
    built = scenario(first, beat("way", to="second"), second, endings="end other")
    assert seen(built) == BLANK._replace(flags=frozenset({"rushed"}))
    assert seen(built, place="way") == BLANK
    assert seen(built, FULL._replace(last=("ASK",)), place="way").flags == {"rushed"}


def test_a_response_makes_certain_what_was_said_since() -> None:
    second = beat("second", to=[("since_opened('OWN')", "end"), ("", "other")])
    for given, kept in (("OWN", NONE), ("WARM", frozenset({"OWN"}))):
        first = beat("first", said("a", given, to="second"), in_play=())
        assert seen(scenario(first, second, endings="end other")).since == (kept, kept)


def test_which_rupture_can_be_older_than_which() -> None:
    one = beat("one", said("a", to="two", effects=(Open("drift"),)), said("b", to="two"))
    two = beat("two", said("c", to="one"), said("d"), effects=(Open("clash"),))
    strains = Strains(scenario(one, two))
    assert strains.verdict("clash", "drift") is None  # round by `two`, then `a`
    assert strains.verdict("drift", "clash") is None
    strains = Strains(
        scenario(
            beat("one", said("a", to="two", effects=(Open("drift"),))), beat("two", said("d"), effects=(Open("clash"),))
        )
    )
    assert strains.verdict("clash", "drift") is False
    assert strains.verdict("drift", "clash") is None
    assert strains.verdict("withdrawal", "drift") is True
    assert strains.verdict("withdrawal", None) is False
    assert strains.verdict("withdrawal", NEWEST_UNKNOWN) is None


# -- what a code depends on --------------------------------------------------------------------------------------
def test_what_a_claim_depends_on() -> None:
    rules = [
        rule("caps", "OWN", "trust > 1", cap={"repair": 1}),
        rule("idle", "OWN", "trust > 2", cap={"repair": 2}),
        rule("other", "WARM", "trust > 3", cap={"repair": -2}),
    ]
    sways = Sways(scenario(beat("first", said("a")), rules=rules))
    claim = sways.claim("OWN", "repair", strained=True)
    assert ([one.id for one in claim.rules], claim.context) == (["caps"], True)
    assert not sways.claim("WARM", "humility", strained=False).context
    assert not sways.claim("ASK", "repair", strained=False).rules


def test_a_claim_that_differs_only_while_nothing_is_open() -> None:
    quiet = code("QUIET", points={"withdrawal": {"repair": 1}, "confrontation": {"repair": 1}})
    sways = Sways(scenario(beat("first", said("a", "QUIET")), codes=(quiet,)))
    assert sways.claim("QUIET", "repair", strained=False).context
    assert not sways.claim("QUIET", "repair", strained=True).context


def test_more_rules_than_can_be_tried_all_matter() -> None:
    rules = [rule(f"r{at}", "OWN", "trust > 1", cap={"repair": 2}) for at in range(9)]
    claim = Sways(scenario(beat("first", said("a")), rules=rules)).claim("OWN", "repair", strained=True)
    assert len(claim.rules) == 9
    assert claim.context


def test_all_that_a_shift_can_come_to() -> None:
    rules = [
        rule("a", "ASK", "trust > 1", shifts={"trust": 2}),
        rule("b", "ASK", "trust > 2", shifts={"trust": -1, "shame": 1}),
    ]
    sways = Sways(scenario(beat("first", said("a")), rules=rules))
    shift = sways.shift("ASK", "trust")
    assert shift.values == {-2, -1, 0, 1, 2, 3}  # -1, 0 or 1 by context, then 2 and -1 or not
    assert ([one.id for one in shift.rules], shift.context) == (["a", "b"], True)
    assert sways.shift("ASK", "shame") == Sway((rules[1],), False, frozenset({0, 1}))
