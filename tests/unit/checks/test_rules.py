"""Rules of ways, choices, points and repairs: what their pages cannot show."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from building import beat, said, scenario
from findings.fragments import merged

from game import res
from game.checks.heights import highest
from game.checks.kinds import RuptureKinds, one_kind
from game.checks.look import look
from game.checks.twins import Twins, twins
from game.scenario.compile import compile_source
from game.scenario.explore import explore
from game.scenario.laws import Laws
from game.scenario.model import DIMENSIONS, Line, Place
from game.scenario.quotient import quotient
from game.scenario.source import Source

MIDDLING = (Path(__file__).parents[2] / "findings" / "middling.yaml").read_text("utf-8")


def told(fragment: str) -> list[tuple[str, str, str]]:
    source = Source("middling/scenario.yaml", merged(MIDDLING, fragment).encode())
    found = look(compile_source(source, [res.path("scenarios", "_rubrics")])).findings
    return [(one.code, one.severity, one.message) for one in found]


def test_a_rupture_that_no_way_on_can_meet_is_an_error() -> None:
    fragment = (
        "ruptures:\n  bath: {kind: withdrawal, marker: W5, note: Yes.}\n"
        "beats:\n  evening:\n    responses:\n      same-time:\n        opens: bath\n"
    )
    ((severity, message),) = [(severity, message) for code, severity, message in told(fragment) if code == "SC107"]
    assert severity == "error"
    assert "no play is offered a response that meets it within 3 decisions" in message


def test_an_honest_ending_in_rupture_needs_no_repair() -> None:
    fragment = (
        "ruptures:\n  bath: {kind: withdrawal, marker: W5, note: Yes.}\n"
        "beats:\n  evening:\n    responses:\n      same-time:\n        opens: bath\n        to: leaves\n"
        "endings:\n  leaves: {quality: ruptured, note: She left, and you both know why.}\n"
    )
    assert "SC107" not in [code for code, _, _ in told(fragment)]


def test_a_dimension_in_which_nothing_can_be_won_is_an_error() -> None:
    zero = "{humility: 0, empathy: 0, repair: 0}"
    flat = {
        "letter": ("who-writes", "unopened-one", "read-it-here"),
        "unopened": ("not-knowing", "your-name", "union"),
        "on-the-table": ("take-back", "lying-there", "open-it"),
        "complaint": ("own-leaflet", "unheard", "baths-work"),
        "evening": ("what-was-missed", "ten-at-night", "same-time"),
    }
    beats = "".join(
        f"  {place}:\n    responses:\n"
        + "".join(f"      {one}:\n        scores: {zero}\n        because: It is a test.\n" for one in responses)
        for place, responses in flat.items()
    )
    found = [(severity, message) for code, severity, message in told(f"beats:\n{beats}") if code == "SC099"]
    assert ("error", "humility is in play, and every response on offer earns the same in it") in found


def test_a_moment_that_conditions_leave_with_one_response_is_told_of_with_a_way_there() -> None:
    fragment = (
        "beats:\n  letter:\n    responses:\n      who-writes:\n        when: not hurried\n"
        "      read-it-here:\n        when: not hurried\n"
    )
    messages = [message for code, _, message in told(fragment) if code == "SC093"]
    assert messages == [
        "'letter' can offer a single response after arrives/what-next, agenda/tired-of-lists, and should offer 3 to 5"
    ]


def test_ways_that_differ_only_where_the_dimension_is_not_in_play_are_one() -> None:
    first = beat("first", said("a", to="last"), said("b", to="last"), in_play=("empathy",))
    last = beat("last", said("warm", "WARM"), said("slip", "SLIP"), in_play=("repair",))
    folded = quotient(explore(Laws(scenario(first, last))))
    assert highest(folded, DIMENSIONS.index("repair"), Fraction(3)) == [1, -2]
    assert highest(folded, DIMENSIONS.index("empathy"), Fraction(3)) == [0, 0]


def test_twins_say_the_same_and_lead_to_the_same() -> None:
    said_back = (Line("Yes."),)
    moment = beat(
        "first",
        said("plain", "PLAIN", reply=said_back),
        said("warm", "WARM", reply=said_back),
        said("other", "PLAIN", reply=(Line("No."),)),
        said("away", "PLAIN", "other", reply=said_back),
    )
    assert twins(explore(Laws(scenario(moment, endings="end other")))) == (
        Twins("first", "plain", "warm", move_alike=False),
    )


def test_a_library_with_both_kinds_or_a_single_scenario_is_not_told_of() -> None:
    quiet = RuptureKinds(Place("a", 3, 1), frozenset({"withdrawal"}))
    cross = RuptureKinds(Place("b", 3, 1), frozenset({"confrontation"}))
    calm = RuptureKinds(Place("c", 3, 1), frozenset())
    assert not list(one_kind([quiet]))
    assert not list(one_kind([quiet, cross]))
    assert not list(one_kind([calm, calm]))
    assert [one.place.file for one in one_kind([calm, quiet])] == ["a"]
