"""The schema for editors: what is read is valid by it, what is not is not, and every key is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from findings.fragments import merged

from game import res
from game.cli import main
from game.scenario import source
from game.scenario.tree import plain
from game.scenario.written import scenario_from
from game.scenario.written_words import WORDS, editor_schema

TESTS = res.path("tests")
LITTLE = (TESTS / "findings" / "little.yaml").read_text("utf-8")
PAGES = res.path("docs", "findings")
SHIPPED = sorted(res.path("scenarios").glob("*/scenario.yaml"))
WHOLE = editor_schema()

KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


def faults(value: Any, schema: Any = WHOLE, at: str = "") -> Iterator[str]:
    """What is wrong by the schema: as much of draft 7 as the schema uses; an unknown word of it is a KeyError."""
    if "$ref" in schema:
        yield from faults(value, WHOLE["definitions"][schema["$ref"].rpartition("/")[2]], at)
    elif "anyOf" in schema:
        if all(list(faults(value, one, at)) for one in schema["anyOf"]):
            yield f"{at}: nothing of what may stand here"
    elif type(value) is not KINDS[schema["type"]]:
        yield f"{at}: {value!r} is not {schema['type']}"
    else:
        yield from within(value, schema, at)


def within(value: Any, schema: Any, at: str) -> Iterator[str]:
    for word, bound in schema.items():
        if word in BOUNDS and not BOUNDS[word](value, bound):
            yield f"{at}: {value!r} breaks {word} {bound}"
        elif word not in BOUNDS and word not in PARTS:
            raise KeyError(word)
    if isinstance(value, dict):
        yield from (f"{at}: no {key}" for key in schema.get("required", ()) if key not in value)
        for key, inner in value.items():
            part = schema.get("properties", {}).get(key, schema["additionalProperties"])
            yield from faults(inner, part, f"{at}/{key}") if part else (f"{at}: {key} is not known",)
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, schema["items"], f"{at}/{number}")


BOUNDS = {
    "const": lambda value, bound: value == bound,
    "enum": lambda value, bound: value in bound,
    "minimum": lambda value, bound: value >= bound,
    "maximum": lambda value, bound: value <= bound,
    "minLength": lambda value, bound: len(value) >= bound,
    "minItems": lambda value, bound: len(value) >= bound,
    "minProperties": lambda value, bound: len(value) >= bound,
    "maxItems": lambda value, bound: len(value) <= bound,
    "maxProperties": lambda value, bound: len(value) <= bound,
}
PARTS = {
    "type",
    "properties",
    "additionalProperties",
    "required",
    "items",
    "description",
    "default",
    "$schema",
    "definitions",
}


def value(text: str) -> Any:
    root, findings = source.parse(text.encode(), "f.yaml")
    assert root is not None, findings
    return plain(root)


# -- what is read is valid -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_a_shipped_scenario_is_valid(path: Any) -> None:
    assert list(faults(value(path.read_text("utf-8")))) == []


BEATS = [
    "{to: end}",
    "{to: [{go: end}]}",
    "{to: [{when: trust > 1, go: end}, {go: end}]}",
    "{to: []}",
    "{to: {go: end}}",
    "{to: end, opens: [a, b], opening: [power], pulls: fix, in_play: repair}",
    "{to: end, opens: a, opening: power, pulls: [fix], in_play: []}",
    "{to: end, in_play: grace}",
    "{to: end, effects: {trust: 1.5}}",
    "{to: end, notice: yes}",
    "{to: end, gate: 12}",
    "{to: end, lines: [{text: '12', pose: sad, when: a, aside: true}], discuss: D., gate: g}",
    "{to: end, lines: [{pose: sad}]}",
    "{to: end, lines: Hello}",
    "{too: end}",
    "3",
]
RESPONSES = [
    "{text: Hm., code: NT, to: end, repairs: a}",
    "{text: Hm., code: NT, to: end, repairs: [a, {rupture: b, when: c}]}",
    "{text: Hm., code: NT, to: end, repairs: {rupture: b, when: c}, once: true, sets: a, clears: [b]}",
    "{text: Hm., code: NT, to: end, repairs: {when: c}}",
    "{text: Hm., code: NT, to: end, scores: {repair: 2, empathy: [{when: a, points: 1}]}, because: B.}",
    "{text: Hm., code: NT, to: end, scores: {repair: 3}}",
    "{text: Hm., code: NT, to: end, scores: {repair: []}}",
    "{text: Hm., code: NT, to: end, reply: [{text: Yes.}], feedback: {heard: H., stronger: x}}",
    "{text: '', code: NT, to: end}",
    "{code: NT, to: end}",
    "{text: Hm., code: NT, to: end, when: ''}",
]


@pytest.mark.parametrize("beat", [*BEATS, *(f"{{responses: {{r: {response}}}}}" for response in RESPONSES)])
def test_the_schema_takes_what_the_program_takes_and_nothing_else(beat: str) -> None:
    text = merged(LITTLE, f"beats:\n  talks: {beat}")
    root, _ = source.parse(text.encode(), "f.yaml")
    assert root is not None
    assert (list(faults(plain(root))) == []) == (scenario_from(root, "f.yaml")[0] is not None)


@pytest.mark.parametrize("code", ["SC010", "SC011", "SC013", "SC017", "SC018", "SC019"])
def test_a_fault_of_shape_is_a_fault_by_the_schema(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text("utf-8")
    broken, cured = re.findall(r"^```yaml \w+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert list(faults(value(merged(LITTLE, broken))))
    assert list(faults(value(merged(LITTLE, cured)))) == []


# -- the file, and its words -----------------------------------------------------------------------------------------
def test_the_schema_that_is_kept_is_the_one_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """When it is not: `attune schema > scenarios/schema.json`."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == res.path("scenarios", "schema.json").read_text("utf-8")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_a_shipped_scenario_names_the_schema(path: Any) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == res.path("scenarios", "schema.json")


def test_every_key_is_explained_and_nothing_else() -> None:
    shapes = {"Scenario": WHOLE, **WHOLE["definitions"]}
    assert {shape: set(words) for shape, words in WORDS.items()} == {
        name: set(shape["properties"]) for name, shape in shapes.items()
    }
