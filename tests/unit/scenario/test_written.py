"""The shape of a written scenario: all faults at once, in plain words, each at its place."""

from __future__ import annotations

import pytest

from game.scenario import source, written, written_rubric
from game.scenario.findings import Finding

RESPONSE = "{text: Hm., code: NT, to: end}"


def faults(beats: str, more: str = "") -> list[Finding]:
    text = f"""format: 1
id: a
title: A
rubric: relational
client: {{name: Maya}}
start: one
endings: {{end: {{quality: partial}}}}
{more}
beats:
  one: {beats}
"""
    root, findings = source.parse(text.encode(), "f.yaml")
    assert root is not None
    assert findings == ()
    return list(written.scenario_from(root, "f.yaml")[1])


def told(beats: str, more: str = "") -> list[tuple[str, str, str]]:
    return [(one.code, one.message, one.hint) for one in faults(beats, more)]


@pytest.mark.parametrize(
    "beat",
    [
        "{to: end}",
        "{to: [{go: end}]}",
        "{to: [{when: trust > 1, go: end}, {go: end}]}",
        "{opens: [a, b], opening: [power], pulls: fix, in_play: repair, to: end}",
        "{opens: a, opening: power, pulls: [fix], in_play: [], to: end}",
        "{lines: [{text: '12', pose: sad, when: a, aside: true}], effects: {trust: -1}, discuss: D., gate: g, to: end}",
        "{responses: {r: {text: Hm., code: NT, to: end, repairs: a}}}",
        "{responses: {r: {text: Hm., code: NT, to: end, repairs: [a, {rupture: b, when: c}]}}}",
        "{responses: {r: {text: Hm., code: NT, to: end, repairs: {rupture: b, when: c}, once: true, sets: a}}}",
        "{responses: {r: {text: H., code: NT, to: end, scores: {repair: 2, empathy: [{when: a, points: 1}]}}}}",
    ],
)
def test_all_that_the_format_allows_is_read(beat: str) -> None:
    assert faults(beat) == []


@pytest.mark.parametrize(
    ("beat", "code", "message", "hint"),
    [
        ("{too: end}", "SC010", "there is no key 'too' in 'one'", "did you mean 'to'?"),
        ("{sets: [a], to: end}", "SC010", "there is no key 'sets' in 'one'", None),
        ("{lines: [{pose: sad}], to: end}", "SC011", "the key 'text' is missing in 'lines'", ""),
        ("{notice: yes, to: end}", "SC013", "'notice' should be true or false, and is the text 'yes'", None),
        ("{gate: 12, to: end}", "SC013", "'gate' should be text, and is the number 12", "put it in quotes: '12'"),
        ("{gate: true, to: end}", "SC013", "'gate' should be text, and is the switch true", "put it in quotes: 'true'"),
        ("{gate: , to: end}", "SC013", "'gate' should be text, and is left empty", ""),
        ("{effects: {trust: '1'}, to: end}", "SC013", "'trust' should be a whole number, and is the text '1'", None),
        (
            "{effects: {trust: true}, to: end}",
            "SC013",
            "'trust' should be a whole number, and is the switch true",
            None,
        ),
        ("{effects: {trust: 1.0}, to: end}", "SC013", "'trust' should be a whole number, and is the number 1.0", None),
        ("{lines: Hello, to: end}", "SC013", "'lines' should be a list, and is the text 'Hello'", None),
        ("{to: []}", "SC013", "'to' should be not empty, and is an empty list", None),
        ("{to: {go: end}}", "SC013", "'to' should be a list, and is a mapping", None),
        ("{in_play: [empaty], to: end}", "SC017", None, "did you mean 'empathy'?"),
        ("{responses: {r: {text: '', code: NT, to: end}}}", "SC013", "'text' should be text, and is left empty", ""),
        ("{responses: {r: {code: NT, to: end}}}", "SC011", "the key 'text' is missing in 'r'", ""),
        (
            "{responses: {r: {text: T, code: NT, to: end, scores: {repair: 3}}}}",
            "SC018",
            "'points' is 3, and should be at most 2",
            "",
        ),
        ("3", "SC013", "'one' should be a mapping of keys and values, and is the number 3", None),
    ],
)
def test_each_fault_is_told_in_plain_words(beat: str, code: str, message: str | None, hint: str | None) -> None:
    found = told(beat)
    assert [one[0] for one in found] == [code]
    assert message in (None, found[0][1])
    assert hint in (None, found[0][2])


def test_all_faults_of_a_file_come_at_once_in_order() -> None:
    found = faults("{too: end, notice: no, responses: {r: {code: NT, txt: Hm.}}}", more="minutes: -1\ntitel: A")
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("SC018", 8, 10),
        ("SC010", 9, 1),
        ("SC010", 11, 9),
        ("SC013", 11, 27),
        ("SC011", 11, 43),
        ("SC011", 11, 43),
        ("SC010", 11, 57),
    ]


def test_a_newer_format_is_told_instead_of_its_unknown_keys() -> None:
    root, _ = source.parse(b"format: 2\nworlds: 3\n", "f")
    assert root is not None
    assert [one.code for one in written.scenario_from(root, "f")[1]] == ["SC019"]


@pytest.mark.parametrize("text", [b"- a", b"word", b"12", b"format: 1", b"format: [1]\nbeats: 3"])
def test_a_file_of_another_shape_is_a_finding(text: bytes) -> None:
    root, _ = source.parse(text, "f")
    assert root is not None
    shape, findings = written.scenario_from(root, "f")
    assert shape is None
    assert findings


def test_the_schema_allows_the_short_forms() -> None:
    schema = written.schema()
    beat = schema["definitions"]["Beat"]["properties"]
    assert {"type": "string", "minLength": 1} in beat["to"]["anyOf"]
    assert beat["opens"]["anyOf"][1]["type"] == "array"
    assert schema["additionalProperties"] is False
    assert written_rubric.schema()["required"] == ["id", "dimensions", "gauges", "codes"]
