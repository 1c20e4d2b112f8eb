"""What came of looking through a scenario is told again from the cache: the same, and only while it is still so."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from game import res
from game.app import checked as keeping
from game.app.checked import FOLDER, MOST_KEPT, MOST_TOLD, checked
from game.app.checking import check_object, has_errors, look_through, summary, told
from game.cli import main

LITTLE = (Path(__file__).parents[2] / "findings" / "little.yaml").read_text(encoding="utf-8")
RUBRIC = res.path("scenarios", "_rubrics", "relational.yaml").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small scenario with a warning, and its rubric beside it."""
    path = tmp_path / "shelf" / "little" / "scenario.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(LITTLE.replace("flags: [", "flags: [idle, "), encoding="utf-8")
    (tmp_path / "shelf" / "_rubrics").mkdir()
    (tmp_path / "shelf" / "_rubrics" / "relational.yaml").write_text(RUBRIC, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted((cache / FOLDER).glob("*"))


def forbid_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it was looked through again")

    monkeypatch.setattr(keeping, "_looked", refuse)


def codes(path: Path, cache: Path) -> list[str]:
    return [one.code for one in checked(path, cache).findings]


@pytest.mark.parametrize("option", [[], ["--json"]], ids=["for people", "for programs"])
def test_check_prints_the_same_bytes_cold_and_warm(option: list[str], file: Path, home: Path) -> None:
    def run() -> str:
        out = io.StringIO()
        with redirect_stdout(out):
            main(["check", str(file), str(res.path("scenarios")), *option])
        return out.getvalue()

    cold = run()
    assert "SC054" in cold
    assert len(list(home.glob(f"**/{FOLDER}/*.json"))) == 3
    assert run() == cold


def test_an_unchanged_file_is_not_looked_through_again(
    file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = checked(file, cache)
    forbid_looking(monkeypatch)
    assert checked(file, cache) == first


def test_a_changed_file_is_looked_through_again(file: Path, cache: Path) -> None:
    assert "SC054" in codes(file, cache)
    file.write_text(LITTLE, encoding="utf-8")
    assert "SC054" not in codes(file, cache)


def test_a_changed_rubric_is_looked_through_again(file: Path, cache: Path) -> None:
    assert "SC012" not in codes(file, cache)
    rubric = file.parents[1] / "_rubrics" / "relational.yaml"
    rubric.write_text(RUBRIC.replace("\n  NT:", "\n  NX:"), encoding="utf-8")
    assert "SC012" in codes(file, cache)


def test_a_rubric_that_was_not_there_is_found_when_it_comes(file: Path, cache: Path) -> None:
    rubric = file.parents[1] / "_rubrics" / "relational.yaml"
    rubric.unlink()
    assert "SC012" not in codes(file, cache)  # the shipped one was taken
    rubric.write_text(RUBRIC.replace("\n  NT:", "\n  NX:"), encoding="utf-8")
    assert "SC012" in codes(file, cache)


def test_without_a_rubric_nothing_is_kept(file: Path, cache: Path) -> None:
    file.write_text(LITTLE.replace("rubric: relational", "rubric: relatonal"), encoding="utf-8")
    assert "SC023" in codes(file, cache)
    assert kept(cache) == []


def test_another_program_looks_for_itself(file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(file, cache)
    monkeypatch.setattr(keeping, "_program", lambda: "another")
    checked(file, cache)
    assert len(kept(cache)) == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b"attune 1 0.1.0 00\n{}", b"\xff\x00"])
def test_what_is_damaged_is_not_believed(damage: bytes, file: Path, cache: Path) -> None:
    first = checked(file, cache)
    (entry,) = kept(cache)
    entry.write_bytes(damage)
    assert checked(file, cache) == first
    assert entry.read_bytes() != damage


def test_a_kept_thing_of_another_kind_is_not_believed(file: Path, cache: Path) -> None:
    first = checked(file, cache)
    (entry,) = kept(cache)
    entry.write_bytes(keeping.keeping.pack({"scenario": 1}))
    assert checked(file, cache) == first


def test_of_many_only_the_newest_are_kept(file: Path, cache: Path) -> None:
    folder = cache / FOLDER
    folder.mkdir(parents=True)
    for number in range(MOST_KEPT + 5):
        (folder / f"{number}.json").write_bytes(b"")
    checked(file, cache)
    assert len(kept(cache)) == MOST_KEPT
    assert checked(file, cache).file == str(file)


def test_the_cache_may_be_anything_but_a_folder(file: Path, cache: Path) -> None:
    cache.write_bytes(b"")
    assert "SC054" in codes(file, cache)


def test_of_very_many_findings_the_most_severe_are_told(file: Path, cache: Path) -> None:
    flags = ", ".join(f"f{number}" for number in range(MOST_TOLD + 30))
    many = LITTLE.replace("flags: [", f"flags: [{flags}, ").replace("id: little", "id: lottle")
    file.write_text(many, encoding="utf-8")
    every, _ = look_through([file], cache)
    (one,) = every
    assert len(one.findings) == MOST_TOLD
    assert one.left_out == sum(one.counts.values()) - MOST_TOLD > 0
    assert "SC020" in [finding.code for finding in one.findings]
    assert has_errors(every, strict=False)
    assert any(f"{one.left_out} findings more" in paragraph for paragraph in told(every))
    assert check_object(every)["left_out"] == one.left_out
    assert summary(tuple(every)) == f"1 scenario: 1 error, {MOST_TOLD + 32} warnings, 1 note."  # the scene has waivers


def test_a_warm_check_reads_no_yaml_and_validates_nothing(file: Path, root: Path) -> None:
    script = (
        "import sys; from game.cli import main; main(['check', sys.argv[1]]); "
        "print(*sorted({'pydantic', 'yaml'} & set(sys.modules)), file=sys.stderr)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script, str(file)], cwd=root, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stderr.split() for run in runs] == [["pydantic", "yaml"], []]
    assert runs[0].stdout == runs[1].stdout
