"""The table of findings, and how one is shown."""

from __future__ import annotations

import string

import pytest

from game.scenario.findings import SEVERITIES, TABLE, as_record, did_you_mean, finding, in_order, render, stops
from game.scenario.model import Place

PLACE = Place("scenario.yaml", 2, 9)


def test_a_finding_is_shown_with_its_line_a_caret_and_the_cure() -> None:
    found = finding("SC012", PLACE, word="goes_quite", kind="a beat", hint="did you mean 'goes_quiet'?")
    assert render(found, ["to:", "    go: goes_quite  # where"]) == (
        "scenario.yaml:2:9  SC012  'goes_quite' is not a beat\n"
        "     2 |     go: goes_quite  # where\n"
        "                 ^^^^^^^^^^   did you mean 'goes_quiet'?"
    )


@pytest.mark.parametrize(
    ("line", "column", "width"), [("a: 'b c', d", 4, 5), ('a: "x', 4, 2), ("a", 9, 1), ("{a: b}", 5, 1)]
)
def test_the_caret_is_as_wide_as_the_word(line: str, column: int, width: int) -> None:
    shown = render(finding("SC032", Place("f", 1, column)), [line])
    assert shown.count("^") == width


def test_a_finding_outside_the_text_is_shown_without_it() -> None:
    assert render(finding("SC016", Place("f", 9, 1)), []) == "f:9:1  SC016  there is nothing in this file"


def test_severity_can_be_changed_but_not_below_the_floor() -> None:
    assert finding("SC054", PLACE, flag="f", why="idle", severity="error").severity == "error"
    assert finding("SC005", PLACE, why="", severity="note").severity == "error"


def test_near_names_are_offered_and_far_ones_are_not() -> None:
    assert did_you_mean("trst", ["tension", "trust"]) == "did you mean 'trust'?"
    assert did_you_mean("xyz", ["tension", "trust"]) == ""


def test_the_record_has_the_seven_fields_of_the_machine_form() -> None:
    record = as_record(finding("SC032", PLACE))
    assert list(record) == ["code", "severity", "file", "line", "column", "message", "hint"]
    assert (record["file"], record["line"], record["column"]) == ("scenario.yaml", 2, 9)


def test_findings_come_in_order_of_place_each_once() -> None:
    one, two = finding("SC032", Place("f", 2, 1)), finding("SC032", Place("f", 1, 7))
    assert in_order([one, two, one]) == (two, one)


def test_only_what_breaks_a_play_stops_it() -> None:
    assert stops([finding("SC012", PLACE, word="x", kind="a beat")])
    assert not stops(
        [finding("SC054", PLACE, flag="f", why="idle"), finding("SC020", PLACE, id="a", where="b", folder="c")]
    )


@pytest.mark.parametrize("code", sorted(TABLE))
def test_each_row_is_sound(code: str) -> None:
    kind = TABLE[code]
    fields = {name for _, name, _, _ in string.Formatter().parse(kind.message) if name}
    assert fields.isdisjoint({"code", "place", "hint", "severity"})
    assert SEVERITIES.index(kind.floor) <= SEVERITIES.index(kind.severity)
    assert not kind.stops or kind.floor == "error"
    assert kind.name == kind.name.lower()
