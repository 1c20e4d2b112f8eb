"""The rubric as a value: points and shifts for every context, rules with conditions, names checked."""

from __future__ import annotations

import pytest

from game import res
from game.scenario.condition import parse
from game.scenario.rubric import rubric_of

SHIPPED = res.path("scenarios", "_rubrics", "relational.yaml")

SMALL = """id: small
dimensions: {empathy: {}, humility: {}, repair: {}}
gauges: {trust: {start: 4}}
codes:
  LT:
    name: Link
    family: linking
    points: {empathy: 0, repair: {withdrawal: 2, none: 1}}
    effects: {withdrawal: {trust: 1}}
  XD:
    name: Defend
    family: error
    points: {humility: -1}
    effects: {trust: -1}
"""


def small(more: str = "", **replaced: str) -> list[tuple[str, int]]:
    text = SMALL
    for old, new in replaced.items():
        text = text.replace(old, new)
    findings = rubric_of((text + more).encode(), "small.yaml")[1]
    return [(one.code, one.place.line) for one in findings if one.code != "SC064"]


def test_the_shipped_rubric_has_no_findings() -> None:
    rubric, findings = rubric_of(SHIPPED.read_bytes(), SHIPPED.name)
    assert findings == ()
    assert rubric is not None
    assert (len(rubric.codes), len(rubric.markers), len(rubric.strategies)) == (43, 14, 10)
    assert rubric.codes["XD"].is_error
    assert rubric.dimensions["empathy"].anchors[-2].startswith("Dismisses")
    assert rubric.dimensions["repair"].bands[5].startswith("Strain became")
    assert rubric.lists["mco"] == ("humility", "opportunities", "comfort")


def test_points_stand_for_every_context_and_what_is_left_out_makes_no_claim() -> None:
    rubric, _ = rubric_of(SMALL.encode(), "small.yaml")
    assert rubric is not None
    assert rubric.codes["LT"].points == {
        "withdrawal": {"empathy": 0, "repair": 2},
        "confrontation": {"empathy": 0},
        "none": {"empathy": 0, "repair": 1},
    }


def test_shifts_are_for_every_context_or_for_those_named() -> None:
    rubric, _ = rubric_of(SMALL.encode(), "small.yaml")
    assert rubric is not None
    assert rubric.codes["LT"].shifts == {"withdrawal": {"trust": 1}, "confrontation": {}, "none": {}}
    assert rubric.codes["XD"].shifts == {context: {"trust": -1} for context in ("withdrawal", "confrontation", "none")}


def test_rules_are_read_with_their_conditions() -> None:
    more = "rules: [{id: r, codes: [LT], when: trust < 5, add: {repair: 1}, cap: {empathy: 0}, effects: {trust: -1}}]\n"
    rubric, _ = rubric_of((SMALL + more).encode(), "small.yaml")
    assert rubric is not None
    (rule,) = rubric.rules
    assert (rule.codes, rule.when) == (frozenset({"LT"}), parse("trust < 5"))
    assert (rule.add, rule.cap, rule.shifts) == ({"repair": 1}, {"empathy": 0}, {"trust": -1})


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("rules: [{id: r, codes: [LX], when: trust < 5}]", "SC012"),
        ("rules: [{id: r, codes: [LT], when: hope < 5}]", "SC012"),
        ("rules: [{id: r, codes: [LT], when: seen('a')}]", "SC012"),
        ("rules: [{id: r, codes: [LT], when: last_family('steering')}]", "SC012"),
        ("rules: [{id: r, codes: [LT], when: trust <}]", "SC024"),
        ("rules: [{id: r, codes: [LT], when: last_error(), effects: {hope: 1}}]", "SC012"),
        ("rules: [{id: r, codes: [], when: last_error()}]", "SC013"),
        ("rules: [{id: r, codes: [LT], when: last_error(), cap: {repairs: 1}}]", "SC010"),
        ("pulls: {fix: {name: F, acts_out: [LX]}}", "SC012"),
        ("families: [linking]", "SC012"),
        ("feelings: [sad]", "SC010"),
        ("poses: sad", "SC013"),
    ],
)
def test_what_does_not_fit_together_is_a_finding(more: str, code: str) -> None:
    assert [one for one, _ in small(more)] == [code]


def test_a_gauge_that_starts_outside_its_bounds_is_a_finding() -> None:
    assert small(start="min: 5, start") == [("SC028", 3)]


def test_mixed_effects_are_a_finding_each_once() -> None:
    assert small(**{"effects: {trust: -1}": "effects: {trust: -1, none: {trust: 1}}"}) == [("SC010", 14)]


def test_no_yaml_is_a_finding() -> None:
    assert [one.code for one in rubric_of(b"a: [", "f")[1]] == ["SC005"]
