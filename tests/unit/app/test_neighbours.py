"""What shows only beside other scenarios is told of those that are checked, whichever of them are named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import res
from game.app import checked as keeping
from game.app import neighbours
from game.app.checked import Checked
from game.app.checking import has_errors, look_through

SCENES = Path(__file__).parents[2] / "findings"
LITTLE = (SCENES / "little.yaml").read_text(encoding="utf-8")
ALONE = "SC089"
"""Told of two little scenes together: both open a withdrawal and nothing else."""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "shelf" / "_rubrics").mkdir(parents=True)
    rubric = res.path("scenarios", "_rubrics", "relational.yaml").read_bytes()
    (tmp_path / "shelf" / "_rubrics" / "relational.yaml").write_bytes(rubric)
    return tmp_path / "shelf"


def put(shelf: Path, id: str, text: str = LITTLE) -> Path:
    (shelf / id).mkdir()
    file = shelf / id / "scenario.yaml"
    file.write_text(text.replace("id: little", f"id: {id}"), encoding="utf-8")
    return file


def told(every: list[Checked]) -> list[tuple[str, str]]:
    return [(Path(one.file).parent.name, finding.severity) for one in every for finding in one.findings
            if finding.code == ALONE]  # fmt: skip


def check(*paths: Path, cache: Path | None = None) -> list[tuple[str, str]]:
    return told(look_through(paths, cache)[0])


def test_one_scenario_is_no_library(shelf: Path) -> None:
    assert check(put(shelf, "a")) == []


def test_it_is_told_of_the_first_also_where_that_alone_is_checked(shelf: Path) -> None:
    first, second = put(shelf, "a"), put(shelf, "b")
    assert check(shelf) == check(first, second) == check(second, first) == check(first) == [("a", "warning")]
    assert check(second) == []


def test_it_fails_a_strict_check_and_is_counted(shelf: Path) -> None:
    put(shelf, "a", LITTLE.replace("  SC093: Where a second moment is added, two responses are enough.\n", ""))
    (alone,), _ = look_through([shelf])
    put(shelf, "b")
    first = look_through([shelf])[0][0]
    assert first.counts["warning"] == alone.counts["warning"] + 1
    assert first.findings == tuple(sorted(first.findings, key=lambda one: one.place.line))
    assert has_errors([first], strict=True)
    assert first.lines[first.file]


def test_a_waiver_is_heard(shelf: Path) -> None:
    put(shelf, "a", LITTLE.replace("waive:\n", f"waive:\n  {ALONE}: The others are still to come.\n"))
    put(shelf, "b")
    assert check(shelf) == [("a", "note")]


def test_a_scenario_with_the_other_kind_is_enough(shelf: Path) -> None:
    put(shelf, "a")
    put(shelf, "b", LITTLE.replace("kind: withdrawal, marker: W2", "kind: confrontation, marker: C3"))
    assert check(shelf) == []


@pytest.mark.parametrize("broken", ["", "format: 1\nid: b\n", LITTLE.replace("id: little", "id: other"), "a: [" * 99])
def test_what_has_an_error_is_no_neighbour(broken: str, shelf: Path) -> None:
    first = put(shelf, "a")
    put(shelf, "b", broken)
    assert check(first) == []
    assert [one.file for one in look_through([first])[0]] == [str(first)]


def test_what_is_no_file_or_too_large_is_no_neighbour(shelf: Path) -> None:
    first = put(shelf, "a")
    (shelf / "b" / "scenario.yaml").mkdir(parents=True)
    put(shelf, "c", LITTLE + "#" * neighbours.LARGEST)
    if hasattr(os, "mkfifo"):
        (shelf / "d").mkdir()
        os.mkfifo(shelf / "d" / "scenario.yaml")
    assert check(first) == []
    assert check(first, shelf / "c") == [("a", "warning")]


def test_a_file_by_another_name_has_no_neighbours(shelf: Path) -> None:
    first = put(shelf, "a")
    put(shelf, "b")
    assert check(first.rename(first.with_name("draft.yaml"))) == []


def test_of_very_many_the_first_are_looked_through(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put(shelf, "a")
    put(shelf, "b")
    monkeypatch.setattr(neighbours, "MOST", 2)
    assert check(first) == [("a", "warning")]
    monkeypatch.setattr(neighbours, "MOST", 1)
    assert check(first) == []


def test_neighbours_are_kept_as_well(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put(shelf, "a")
    put(shelf, "b")
    cold = look_through([first], tmp_path / "cache")

    def refuse(*_: object) -> None:
        raise AssertionError("it was looked through again")

    monkeypatch.setattr(keeping, "_looked", refuse)
    assert look_through([first], tmp_path / "cache") == cold
    assert told(look_through([shelf], tmp_path / "cache")[0]) == told(cold[0]) == [("a", "warning")]
