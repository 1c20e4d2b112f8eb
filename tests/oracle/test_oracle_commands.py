"""The commands that other programs build on: one object on standard output, one sentence on standard error, exit codes.

What the objects say is held by `test_oracle`; here it is only how they are said.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import generator
import oracle
import oracle_scores
import pytest
from driving import attune
from oracle_conditions import Book

FINDING = {"code", "severity", "file", "line", "column", "message", "hint"}
SCENARIO = {"id", "sha", "beats", "responses", "endings", "words", "states", "bounds"}
DECISION = {"beat", "response", "code", "offered", "points", "best", "worst", "mean", "endings_before", "endings_after"}


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    return generator.write(tmp_path / "scenarios", 3)


def rewritten(scenario: Path, old: str, new: str) -> Path:
    """The same scenario with something else in one place."""
    file = scenario / "scenario.yaml"
    written = file.read_text(encoding="utf-8")
    assert old in written
    file.write_text(written.replace(old, new, 1), encoding="utf-8")
    return scenario


def with_an_error(scenario: Path) -> Path:
    """A safety cue in the last beat without anybody who asks: an error that leaves the scenario playable."""
    return rewritten(scenario, "  passing-0:\n", "  passing-0:\n    gate: suicide\n")


# -- check -------------------------------------------------------------------------------------------------------
def test_a_folder_a_file_and_a_folder_of_folders_are_checked_alike(scenario: Path) -> None:
    told = [attune("check", path, "--json") for path in (scenario, scenario / "scenario.yaml", scenario.parent)]
    assert [one.code for one in told] == [0, 0, 0]
    assert told[0].only["scenarios"] == told[1].only["scenarios"] == told[2].only["scenarios"]
    (found,) = told[0].only["scenarios"]
    assert set(found) == SCENARIO
    assert all(set(finding) == FINDING for finding in told[0].only["findings"])


def test_an_error_exits_with_1_and_the_bounds_are_there_all_the_same(scenario: Path) -> None:
    bounds = attune("check", scenario, "--json").only["scenarios"][0]["bounds"]
    told = attune("check", with_an_error(scenario), "--json")
    assert (told.code, told.err) == (1, "")
    assert "error" in {finding["severity"] for finding in told.only["findings"]}
    assert told.only["scenarios"][0]["bounds"] == bounds
    assert attune("replay", scenario, "--json").code == 0


def test_what_does_not_compile_exits_with_1_and_has_findings_only(scenario: Path) -> None:
    told = attune("check", rewritten(scenario, "start: ", "start: not-"), "--json")
    assert (told.code, told.only["scenarios"]) == (1, [])
    assert any(finding["severity"] == "error" and finding["line"] > 1 for finding in told.only["findings"])


def test_a_path_that_cannot_be_read_exits_with_2_and_the_others_are_checked(scenario: Path) -> None:
    told = attune("check", scenario, scenario.parent / "nowhere", "--json")
    assert told.code == 2
    assert told.err.count("\n") == 1
    assert [found["id"] for found in told.only["scenarios"]] == [scenario.name]


# -- replay ------------------------------------------------------------------------------------------------------
def test_a_replay_has_the_keys_of_the_manual(scenario: Path) -> None:
    choices = next(each for each in walks(scenario) if each)
    found = attune("replay", scenario, "--choose", ",".join(choices), "--json").only
    play = {"scenario", "sha", "decisions", "scores", "safety", "ruptures", "world"}
    assert set(found) - play in ({"beat"}, {"ending"})
    assert all(set(decision) == DECISION | {"rating"} for decision in found["decisions"])
    assert all(set(score) == {"reach", "chance", "level", "moments"} for score in found["scores"].values())
    assert set(found["world"]) == {"gauges", "flags", "open", "repaired"}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_not_on_offer_exits_with_1_and_one_sentence(tmp_path: Path, seed: int) -> None:
    path = generator.write(tmp_path, 2000 + seed)
    book = oracle.read(path)
    for choices in walks(path):
        for refused in not_offered(book, choices):
            told = attune("replay", path, "--choose", ",".join([*choices, refused]), "--json")
            assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
            assert refused.partition("/")[2] in told.err


def walks(path: Path) -> list[list[str]]:
    """A few plays and where they stop on the way."""
    book, dice = oracle.read(path), random.Random(1)
    world, place, _ = oracle.settle(book, oracle.begin(book), book["start"])
    found: list[list[str]] = [[]]
    while place in book["beats"]:
        response = dice.choice(oracle.offered(book, world, place))
        found.append([*found[-1], f"{place}/{response}"])
        world, place, _ = oracle.respond(book, world, place, response)
    return found


def not_offered(book: Book, choices: list[str]) -> set[str]:
    """Something unknown, something of another beat, and whatever this moment holds back."""
    played = oracle_scores.played(book, choices)
    place = played["place"]
    offered = oracle.offered(book, played["world"], place) if place in book["beats"] else []
    written = book["beats"].get(place, {"responses": {}})["responses"]
    other = next(beat for beat, each in book["beats"].items() if each["responses"] and beat != place)
    return {f"{place}/nobody", f"{other}/says-0", *(f"{place}/{id}" for id in written if id not in offered)}


# -- play --------------------------------------------------------------------------------------------------------
def test_an_order_that_cannot_be_followed_is_answered_and_changes_nothing(
    scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = ('{"respond": "nobody"}', "not JSON", '{"notice": "happiness"}', '{"rewind": 9}', "[]", '{"quit": true}')
    monkeypatch.setattr("sys.stdin", iter(f"{order}\n" for order in orders))
    told = attune("play", scenario, "--json")
    assert told.code == 0
    first, *others = [json.loads(line) for line in told.out.splitlines()]
    assert [{**other, "error": ""} for other in others] == [{**first, "error": ""}] * 5
    assert all(other["error"] for other in others)
