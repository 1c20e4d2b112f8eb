"""The commands that survey a scenario: `walk`, `stats`, `graph`; exit codes, exact output, one sentence for people."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from game.cli import main
from game.survey.table import WIDE

LITTLE = Path(__file__).with_name("cli_scenario.yaml").read_text(encoding="utf-8")
STUCK = LITTLE.replace("id: little", "id: stuck").replace(
    "        code: RF", "        code: RF\n        when: trust > 9"
)
STUCK = STUCK.replace("        code: XT", "        code: XT\n        when: trust > 9")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of two scenarios, one of them stuck; its name needs quoting."""
    for name, text in (("little", LITTLE), ("stuck", STUCK)):
        folder = tmp_path / "my clients" / name
        folder.mkdir(parents=True)
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "my clients"


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    code = main([str(word) for word in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


# -- walk --------------------------------------------------------------------------------------------------------
def test_a_walk_reads_the_same_every_time(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    told = run(capsys, "walk", shelf / "little", "--plays", 100)
    assert told == run(capsys, "walk", shelf / "little" / "scenario.yaml", "--plays", 100)
    code, out, err = told
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("little: 100 random plays, ")
    assert lines[1] == "  Met all 3 beats and all 4 responses."
    assert max(map(len, lines)) <= WIDE


def test_a_grief_can_be_pasted(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    code, out, _ = run(capsys, "walk", shelf, "--plays", 50)
    assert code == 1
    assert "little: 50 random plays" in out
    (again,) = [line.strip() for line in out.splitlines() if line.strip().startswith("attune walk")]
    (replayed,) = [line.strip() for line in out.splitlines() if line.strip().startswith("attune replay")]
    code, out, _ = run(capsys, *shlex.split(again)[1:])
    assert code == 1
    assert "1 play came to grief: 'talks' offers no response" in out
    code, _, err = run(capsys, *shlex.split(replayed)[1:])
    assert code == 1
    assert err == "The scene is stuck: 'talks' offers no response in the present state of the scene.\n"


def test_a_walk_for_programs(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    code, out, _ = run(capsys, "walk", shelf, "--plays", 40, "--seed", 3, "--json")
    little, stuck = json.loads(out)["scenarios"]
    assert code == 1
    assert (little["id"], little["plays"], little["seed"], little["griefs"], little["unlike"]) == (
        "little",
        40,
        3,
        [],
        [],
    )
    assert sum(ending["plays"] for ending in little["endings"].values()) == 40
    assert little["endings"]["opened"]["probability"] == 0.25
    assert little["decisions"] == sum(little["responses"].values())
    assert stuck["never"]["responses"] == ["talks/stay", "talks/go"]
    assert stuck["griefs"][0]["choices"] == ["arrives/so-short"]
    assert "responses_per_second" not in little
    assert json.loads(run(capsys, "walk", shelf / "little", "--speed", "--json")[1])["scenarios"][0][
        "responses_per_second"
    ]


def test_all_that_come_with_attune_are_walked(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "walk", "--plays", 20)
    assert code == 0
    assert out.count("random plays") >= 2


@pytest.mark.parametrize("plays", ["0", "-1", "many"])
def test_plays_are_a_number(capsys: pytest.CaptureFixture[str], plays: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["walk", "--plays", plays])
    assert stopped.value.code == 2
    assert "plays" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["walk", "stats"])
def test_one_broken_scenario_does_not_keep_the_others(
    capsys: pytest.CaptureFixture[str], shelf: Path, command: str
) -> None:
    (shelf / "stuck" / "scenario.yaml").write_text(STUCK.replace("to: talks", "to: tolks"), encoding="utf-8")
    code, out, err = run(capsys, command, shelf)
    assert code == 1
    assert out.startswith("little: ")
    assert "SC012" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["walk", "stats", "graph"])
def test_a_folder_without_scenarios(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    code, out, err = run(capsys, command, tmp_path)
    assert (code, out, err) == (2, "", f"There is no scenario in {tmp_path}.\n")


# -- stats -------------------------------------------------------------------------------------------------------
def test_stats_of_a_library(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    code, out, err = run(capsys, "stats", shelf)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == ["little: A little scene", "  Maya, 34, she/her; beginner."]
    assert "  3 beats, 4 responses, 1 rupture; 1 to 2 decisions a play." in lines
    assert "  W2 Minimal response  1  1    2" in lines
    assert "  she/her (2)            2" in lines
    assert "  26 to 39 (2)           2" in lines
    assert any(line.startswith("  In none: W1, W3, ") for line in lines)
    assert max(map(len, lines)) <= WIDE


def test_stats_for_programs(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    found = json.loads(run(capsys, "stats", shelf / "little", "--json")[1])
    (little,) = found["scenarios"]
    assert (little["words"], little["decisions"], little["markers"]) == (46, [1, 2], {"W2": 1})
    assert little["codes"] == {"RF": 1, "CQ": 1, "NT": 1, "XT": 1}
    assert little["qualities"]["repaired"] == 0.25
    assert found["coverage"]["markers"]["W2"] == {"little": 1}
    assert found["coverage"]["markers"]["C1"] == {"little": 0}
    assert [group["group"] for group in found["groups"]] == ["she/her", "26 to 39"]


def test_a_usual_play_is_counted_by_what_is_said_and_offered(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    """6 + 12 words at the start; half of the plays go on through 6 + 9 more, half by 3; then 2 to 5 of an ending."""
    (little,) = json.loads(run(capsys, "stats", shelf / "little", "--json")[1])["scenarios"]
    assert 18 + 3 + 2 < little["words_a_play"] < 18 + 15 + 5
    assert json.loads(run(capsys, "stats", shelf / "stuck", "--json")[1])["scenarios"][0]["words_a_play"] is None


# -- graph -------------------------------------------------------------------------------------------------------
def test_graph_prints_mermaid(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    code, out, err = run(capsys, "graph", shelf / "little")
    assert (code, err) == (0, "")
    assert out.startswith('flowchart TD\n    n0["arrives<br/>opens fine<br/>can repair fine"]\n')
    assert '|"if hurried and trust #60; 4"|' in out
    assert run(capsys, "graph", shelf / "little", "--mermaid")[1] == out


def test_graph_writes_a_page(capsys: pytest.CaptureFixture[str], shelf: Path, tmp_path: Path) -> None:
    page = tmp_path / "chart.html"
    assert run(capsys, "graph", shelf / "little", "--html", page) == (0, "", "")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "That was two fines in one breath." in text
    assert "addEventListener" in text


def test_graph_where_nothing_can_be_written(capsys: pytest.CaptureFixture[str], shelf: Path, tmp_path: Path) -> None:
    code, _, err = run(capsys, "graph", shelf / "little", "--html", tmp_path / "no" / "chart.html")
    assert code == 2
    assert err.startswith("No such file or directory: ")


def test_graph_draws_one(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    code, out, err = run(capsys, "graph", shelf)
    assert (code, out, err) == (1, "", f"{shelf} holds 2 scenarios: name one of them.\n")


# -- check of a rubric -------------------------------------------------------------------------------------------
def test_the_file_of_a_rubric_means_what_it_judges(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    rubrics = shelf / "_rubrics"
    rubrics.mkdir()
    shipped = Path(__file__).resolve().parents[2] / "scenarios" / "_rubrics" / "relational.yaml"
    (rubrics / "relational.yaml").write_bytes(shipped.read_bytes())
    found = json.loads(
        run(capsys, "check", rubrics / "relational.yaml", shelf / "little" / "scenario.yaml", "--json")[1]
    )
    assert [one["id"] for one in found["scenarios"]] == ["little", "stuck"]  # each once
