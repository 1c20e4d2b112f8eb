"""`import` and `export` on the command line: files, exit codes, and nothing written over."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main

LITTLE = Path(__file__).with_name("cli_scenario.yaml").read_text(encoding="utf-8")
STORY = (
    ":: StoryTitle\nThe Door\n\n:: Start\nYou stand there.\n[[Go in->Hall]]\n[[Leave->Street]]\n\n:: Hall\nA hall.\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the author's, with a story and a scenario in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "door.twee").write_text(STORY, encoding="utf-8")
    (tmp_path / "little").mkdir()
    (tmp_path / "little" / "scenario.yaml").write_text(LITTLE, encoding="utf-8")
    return tmp_path


def run(*argv: object) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in argv])
    return code, out.getvalue(), err.getvalue()


# -- import --------------------------------------------------------------------------------------------------------
def test_import_writes_a_scenario_and_says_what_is_wrong_with_the_story(here: Path) -> None:
    code, out, err = run("import", "door.twee")
    assert (code, err) == (0, "")
    assert out == (
        "door.twee:7:1  SC145  this link leads to 'Street', and no passage has this name\n"
        "     7 | [[Leave->Street]]\n"
        "         ^\n\n"
        "Written: the-door/scenario.yaml, with 1 beat and 2 endings.\n"
        "8 TODOs to write. What it lacks: attune check the-door\n"
        "It can be played as it stands: attune play the-door\n"
    )
    assert "Go in" in (here / "the-door" / "scenario.yaml").read_text("utf-8")


def test_what_was_imported_is_checked_and_played(here: Path) -> None:
    run("import", "door.twee", "--to", "mine/scenarios")
    code, out, _ = run("check", "mine/scenarios/the-door")
    assert code == 0  # no errors: warnings and TODOs only
    assert out.count("SC032") == 8
    code, out, _ = run("replay", "mine/scenarios/the-door", "--choose", "start/go-in")
    assert (code, out.splitlines()[0]) == (0, "How it ended: Hall (partly repaired).")


def test_import_writes_nothing_over(here: Path) -> None:
    (here / "the-door").mkdir()
    code, out, err = run("import", "door.twee")
    assert (code, out.count("SC145")) == (1, 1)
    assert err == "There is already the-door: nothing is written over. Move it, or say where else with --to.\n"
    assert list((here / "the-door").iterdir()) == []


def test_import_where_nothing_can_be_written(here: Path) -> None:
    code, _, err = run("import", "door.twee", "--to", "door.twee")
    assert (code, err) == (1, "door.twee/the-door/scenario.yaml cannot be written: not a directory.\n")


@pytest.mark.parametrize(
    ("content", "code", "first"),
    [
        (None, 2, "gone.twee:1:1  SC001  this file cannot be read: there is no such file"),
        (b"", 1, "gone.twee:1:1  SC140  "),
        (b"\xff\xfe:\x00:\x00", 1, "gone.twee:1:1  SC003  "),
        (b":: A\n\xe9", 1, "gone.twee:2:1  SC003  "),
        (b"<html>", 1, "gone.twee:1:1  SC140  "),
        (b":: StoryTitle\nOnly a title\n", 1, "gone.twee:1:1  SC140  "),
        (b":: A\n" + b"x" * (4 * 1024 * 1024), 1, "gone.twee:1:1  SC002  "),
        (b":: a\n" * 30_000, 1, "gone.twee:1:1  SC141  "),
    ],
)
def test_what_is_no_story_is_told_so(here: Path, content: bytes | None, code: int, first: str) -> None:
    if content is not None:
        (here / "gone.twee").write_bytes(content)
    found, out, err = run("import", "gone.twee")
    assert (found, err) == (code, "")
    assert out.startswith(first)
    assert sorted(path.name for path in here.iterdir() if path.name != "gone.twee") == ["door.twee", "little"]


def test_a_folder_is_no_story(here: Path) -> None:
    assert run("import", "little")[0] == 2


def test_what_attune_knew_and_somebody_spoilt_is_written_and_told(here: Path) -> None:
    run("export", "little")
    twee = (here / "little.twee").read_text("utf-8").replace('"code": "NT"', '"code": "NO"', 1)
    (here / "spoilt.twee").write_text(twee, encoding="utf-8")
    code, out, err = run("import", "spoilt.twee", "--to", "back")
    assert code == 1
    assert "Written: back/little/scenario.yaml" in out
    assert err.startswith("It cannot be played as it stands: back/little/scenario.yaml:")
    assert "SC012" in err


# -- export --------------------------------------------------------------------------------------------------------
def test_export_writes_a_story_that_comes_back(here: Path) -> None:
    assert run("export", "little") == (0, "Written: little.twee. In Twine: Library, Import.\n", "")
    assert (here / "little.twee").read_text("utf-8").startswith(":: StoryTitle\n")
    code, out, _ = run("import", "little.twee", "--to", "back")
    assert code == 0
    assert out.startswith("Written: back/little/scenario.yaml, with ")
    plays = [run("replay", path, "--choose", "arrives/so-short,talks/stay")[1] for path in ("little", "back/little")]
    assert plays[0] == plays[1]


def test_export_of_a_shipped_scenario_by_its_id_into_a_file_that_is_named(here: Path) -> None:
    code, out, _ = run("export", "whatever-you-think-is-best", "--to", "out/graham.twee")
    assert (code, out) == (0, "Written: out/graham.twee. In Twine: Library, Import.\n")


def test_export_writes_nothing_over(here: Path) -> None:
    (here / "little.twee").write_text("mine", encoding="utf-8")
    code, _, err = run("export", "little")
    assert code == 1
    assert err == "There is already little.twee: nothing is written over. Move it, or say where else with --to.\n"
    assert (here / "little.twee").read_text("utf-8") == "mine"


def test_export_of_what_is_not_there_or_broken(here: Path) -> None:
    assert run("export", "nobody")[0] == 1
    code, _, err = run("export", "./nobody")
    assert (code, err.count("\n")) == (2, 1)
    (here / "little" / "scenario.yaml").write_text(LITTLE.replace("to: talks", "to: tolks"), encoding="utf-8")
    code, _, err = run("export", "little")
    assert (code, err.count("\n"), "SC012" in err) == (1, 1, True)


def test_export_where_nothing_can_be_written(here: Path) -> None:
    code, _, err = run("export", "little", "--to", "door.twee/x.twee")
    assert (code, err) == (1, "door.twee/x.twee cannot be written: file exists.\n")


# -- any bytes -----------------------------------------------------------------------------------------------------
PIECES = (
    b":: A\n",
    b":: B [x] {",
    b"[[A]]",
    b"[[x->B]]",
    b"\n",
    b"<!-- attune\n{",
    b"}\n-->\n",
    b"\xff",
    b"\x00",
    b"\xef\xbb\xbf",
)


@given(st.binary(max_size=60) | st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=20).map(b"".join))
@settings(
    max_examples=80, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)  # fmt: skip
def test_whatever_the_bytes_they_are_brought_over_or_told_of(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.twee"
        path.write_bytes(content)
        code, out, err = run("import", path, "--to", folder)
        assert code in (0, 1)
        assert ("SC" in out) if code and not err else ("Written" in out)
