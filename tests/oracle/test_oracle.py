"""The whole program, through its commands, against an implementation written from the manual alone."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import generator
import oracle
import oracle_scores
import pytest
from driving import attune, play, replay
from oracle_bounds import Walk, by_history, by_what_is_read, check
from oracle_conditions import Book

import game.commands.playing

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
IDS = sorted(folder.parent.name for folder in SHIPPED.glob("*/scenario.yaml"))
FEW, MANY = range(25), range(25, 200)
NEAR = 1e-9

Json = dict[str, Any]


# -- what a replay must say --------------------------------------------------------------------------------------
def expected_replay(book: Book, choices: Iterable[str], walk: Walk | None) -> Json:
    """The object of `attune replay`; without a walk nothing is said of endings."""
    played = oracle_scores.played(book, choices)
    world, place = played["world"], played["place"]
    return {
        "scenario": book["id"],
        "ending" if place in book["endings"] else "beat": place,
        "decisions": [_expected_decision(decision, walk) for decision in played["decisions"]],
        "scores": oracle_scores.scores(book, played),
        "safety": oracle_scores.safety(book, played),
        "ruptures": oracle_scores.ruptures(book, played),
        "world": {
            "gauges": world["gauges"],
            "flags": set(world["flags"]),
            "open": world["open"],
            "repaired": set(world["repaired"]),
        },
    }


def _expected_decision(decision: Json, walk: Walk | None) -> Json:
    told = {key: value for key, value in decision.items() if key not in ("before", "after")}
    if walk is not None:
        told["endings_before"] = walk.endings(*decision["before"])
        told["endings_after"] = walk.endings(*decision["after"])
    return told


def differences(found: Any, expected: Any, where: str = "") -> list[str]:
    """Every place in which what was found is not what was expected; numbers may be off by 1e-9, sets have no order."""
    if isinstance(expected, dict) and isinstance(found, dict):
        pairs = [
            (f"{where}.{key}", found.get(key, "nothing"), expected.get(key, "nothing")) for key in found | expected
        ]
        return [each for at, one, other in pairs for each in differences(one, other, at)]
    if isinstance(expected, list) and isinstance(found, list) and len(found) == len(expected):
        pairs = [(f"{where}[{at}]", one, other) for at, (one, other) in enumerate(zip(found, expected, strict=True))]
        return [each for at, one, other in pairs for each in differences(one, other, at)]
    if isinstance(expected, set) and isinstance(found, list):
        same = len(found) == len(expected) and set(found) == expected
    elif isinstance(expected, Fraction | float) and isinstance(found, int | float):
        same = abs(found - float(expected)) <= NEAR
    else:
        same = type(found) is type(expected) and found == expected
    return [] if same else [f"{where}: found {found!r}, expected {expected!r}"]


def compare_replay(path: Path, book: Book, choices: list[str], walk: Walk | None) -> None:
    """Fails where the program's replay is not the one of the manual."""
    found = replay(path, choices)
    assert re.fullmatch(r"[0-9a-f]{8,}", found.pop("sha"))
    if walk is None:
        for decision in found["decisions"]:
            assert decision.pop("endings_before")
            assert decision.pop("endings_after")
    assert differences(found, expected_replay(book, choices, walk)) == []


def compare_check(path: Path, walk: Walk) -> None:
    """Fails where the program's bounds are not those of all plays."""
    told = attune("check", path, "--json")
    assert (told.err, set(told.only)) == ("", {"findings", "scenarios"})
    wrong = {one["code"] for one in told.only["findings"] if one["severity"] == "error"}
    assert wrong <= {"SC099", "SC107"}  # a random scenario may be poor teaching, and no more
    assert told.code == int(bool(wrong))
    (found,) = told.only["scenarios"]
    expected = check(walk)
    assert found.pop("sha") == replay(path, [])["sha"]
    assert found.pop("words") > 0
    assert 0 < found.pop("states") <= 200_000
    assert differences(found, expected) == []


# -- random plays ------------------------------------------------------------------------------------------------
def a_play(book: Book, dice: random.Random) -> list[str]:
    """Responses taken blindly until an ending."""
    choices: list[str] = []
    world, place, _ = oracle.settle(book, oracle.begin(book), book["start"])
    while place in book["beats"]:
        response = dice.choice(oracle.offered(book, world, place))
        choices.append(f"{place}/{response}")
        world, place, _ = oracle.respond(book, world, place, response)
    return choices


def some_plays(book: Book, count: int) -> list[list[str]]:
    """Whole plays, one that has only begun, and one that stops halfway."""
    dice = random.Random(len(book["beats"]))
    plays = [a_play(book, dice) for _ in range(count)]
    return [*plays, [], plays[0][: len(plays[0]) // 2]]


def compare_all(folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One random scenario: its bounds, some replays, one session driven by another program."""
    path = generator.write(folder, seed)
    book = oracle.read(path)
    walk = Walk(book, by_history)
    compare_check(path, walk)
    for choices in some_plays(book, 3):
        compare_replay(path, book, choices, walk)
    choices = a_play(book, random.Random(seed))
    assert heard(play(path, choices, monkeypatch)) == scripted(book, choices)


@pytest.mark.parametrize("seed", FEW)
def test_a_random_scenario_means_what_the_manual_says(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare_all(tmp_path, seed, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_many_random_scenarios_mean_what_the_manual_says(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare_all(tmp_path, seed, monkeypatch)


# -- sessions driven by another program --------------------------------------------------------------------------
def scripted(book: Book, choices: list[str]) -> list[Any]:
    """What a session says, asks, offers and ends with, in order."""
    return [
        {"offers": set(each["offers"])} if "offers" in each else each
        for each in oracle_scores.played(book, choices)["said"]
        if "chose" not in each
    ]


def heard(moments: list[Json]) -> list[Any]:
    """The same of what the program printed."""
    found: list[Any] = []
    for moment in moments:
        match moment["moment"]:
            case "says":
                found += [{"says": line["text"]} for line in moment["lines"]]
            case "notices":
                found.append({"notice": moment["beat"]})
            case "offers":
                found.append({"offers": {response["id"] for response in moment["responses"]}})
            case _:
                found.append({"ends": moment["ending"]})
    return found


# -- the shipped scenarios ---------------------------------------------------------------------------------------
def plans(id: str) -> list[list[str]]:
    """The choices of every plan, each with the beat at which it is taken."""
    book = oracle.read(SHIPPED / id)
    written = sorted((SHIPPED / id / "plans").glob("*.plan"))
    return [_choices(book, plan.read_text(encoding="utf-8")) for plan in written]


def _choices(book: Book, plan: str) -> list[str]:
    choices: list[str] = []
    world, place, _ = oracle.settle(book, oracle.begin(book), book["start"])
    for response in re.findall(r"^choose\s+([\w-]+)", plan, re.MULTILINE):
        choices.append(f"{place}/{response}")
        world, place, _ = oracle.respond(book, world, place, response)
    return choices


@pytest.fixture
def explored_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let many replays of one scenario share one exploration, which takes a second or two."""
    explored: dict[str, Any] = {}
    explore = game.commands.playing._endings_from

    def shared(story: Any) -> Any:
        sha = story.scenario.sha
        if sha not in explored:
            explored[sha] = explore(story)
        return explored[sha]

    monkeypatch.setattr(game.commands.playing, "_endings_from", shared)


@pytest.mark.parametrize("id", IDS)
def test_every_plan_of_a_shipped_scenario_is_scored_as_the_manual_says(id: str, explored_once: None) -> None:
    book = oracle.read(SHIPPED / id)
    whole = plans(id)
    assert whole
    for choices in whole:
        compare_replay(SHIPPED / id, book, choices, None)


@pytest.mark.parametrize("id", IDS)
def test_a_shipped_scenario_is_spoken_as_it_is_written(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    book = oracle.read(SHIPPED / id)
    for choices in (a_play(book, random.Random(seed)) for seed in range(8)):
        assert heard(play(SHIPPED / id, choices, monkeypatch)) == scripted(book, choices)


@pytest.mark.slow
@pytest.mark.parametrize("id", IDS)
def test_all_plays_of_a_shipped_scenario_come_to_what_check_says(id: str, explored_once: None) -> None:
    book = oracle.read(SHIPPED / id)
    walk = Walk(book, by_what_is_read(book), float)
    compare_check(SHIPPED / id, walk)
    for choices in [*plans(id), *some_plays(book, 12)]:
        compare_replay(SHIPPED / id, book, choices, walk)


@pytest.mark.parametrize("seed", range(8))
def test_leaving_out_what_nobody_reads_changes_nothing(tmp_path: Path, seed: int) -> None:
    book = oracle.read(generator.write(tmp_path, 1000 + seed))
    assert check(Walk(book, by_what_is_read(book))) == check(Walk(book, by_history))
