"""The command line: exit codes, exact output for programs, one sentence for people, never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli import main

LITTLE = Path(__file__).with_name("cli_scenario.yaml").read_text(encoding="utf-8")


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A scenario folder anywhere on the disk, with the shipped rubric."""
    folder = tmp_path / "little"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(LITTLE, encoding="utf-8")
    return folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A scenario folder that cannot be played."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(LITTLE.replace("to: talks", "to: tolks"), encoding="utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    code = main([str(word) for word in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


# -- replay ------------------------------------------------------------------------------------------------------
def test_replay_prints_one_object_and_nothing_else(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    code, out, err = run(capsys, "replay", little, "--choose", "arrives/so-short,talks/stay", "--json")
    found = json.loads(out)
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert (found["scenario"], found["ending"]) == ("little", "opened")
    assert found["decisions"][0]["endings_before"] == ["opened", "unsaid"]  # trust stays 4
    assert found["decisions"][0]["endings_after"] == ["opened", "unsaid"]
    assert found["decisions"][1]["endings_after"] == ["opened"]
    assert found["ruptures"] == [
        {"id": "fine", "kind": "withdrawal", "opened": 0, "repaired": 1, "turns": 1, "outcome": "repaired"}
    ]


def test_replay_of_the_file_is_replay_of_the_folder(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    by_folder = run(capsys, "replay", little, "--json")
    assert run(capsys, "replay", little / "scenario.yaml", "--json") == by_folder
    assert json.loads(by_folder[1])["beat"] == "arrives"


def test_replay_of_what_is_not_on_offer(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    code, out, err = run(capsys, "replay", little, "--choose", "arrives/nobody", "--json")
    assert (code, out) == (1, "")
    assert err == "'nobody' is not on offer at 'arrives': on offer are so-short, what-next\n"


def test_replay_for_people_prints_the_debrief(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    code, out, _ = run(capsys, "replay", little, "--choose", "arrives/so-short, talks/stay")
    assert code == 0
    assert out.startswith("How it ended: Opened (repaired).\nShe said it.\n")
    assert "Decision 1: " in out


def test_a_path_that_cannot_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, "replay", tmp_path / "nothing", "--json")
    assert (code, out) == (2, "")
    assert err.strip().endswith("scenario.yaml: this file cannot be read: there is no such file.")


def test_a_scenario_that_does_not_compile(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    code, out, err = run(capsys, "replay", broken, "--json")
    assert (code, out) == (1, "")
    assert "SC012" in err
    assert err.count("\n") == 1


# -- check -------------------------------------------------------------------------------------------------------
def test_check_prints_findings_and_bounds(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    code, out, err = run(capsys, "check", little, "--json")
    found = json.loads(out)
    assert (code, err, list(found)) == (0, "", ["findings", "scenarios"])
    (scenario,) = found["scenarios"]
    assert list(scenario) == ["id", "sha", "beats", "responses", "endings", "words", "states", "bounds"]
    assert (scenario["id"], scenario["beats"], scenario["responses"]) == ("little", 3, 4)
    assert scenario["endings"]["opened"] == {"quality": "repaired", "probability": 0.25, "decisions": [2, 2]}
    assert scenario["bounds"]["empathy"] == {"moments": [1, 2], "level": [2.0, 4.0], "chance": 0.5}
    assert scenario["bounds"]["humility"] == {"moments": [0, 0], "level": None, "chance": None}


def test_words_are_those_of_the_session(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    """It was fine. Work was fine. / That was two fines in one breath. / Good. Where shall we start? / All right. It
    was not fine. / I am still here. / Good. That is that, then. / Wherever you like. / Thank you for asking twice. /
    Maybe next week. / Lovely session."""
    found = json.loads(run(capsys, "check", little, "--json")[1])
    assert found["scenarios"][0]["words"] == 6 + 7 + 5 + 6 + 4 + 5 + 3 + 5 + 3 + 2


def test_check_of_errors_fails_and_still_prints_one_object(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    code, out, _ = run(capsys, "check", broken, "--json")
    found = json.loads(out)
    assert code == 1
    assert found["scenarios"] == []
    assert {"code", "severity", "file", "line", "column", "message", "hint"} == set(found["findings"][0])


def test_check_for_people_shows_the_line_and_sums_up(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    code, out, _ = run(capsys, "check", broken)
    assert code == 1
    assert "to: tolks" in out
    assert "^^^^^" in out
    assert "did you mean 'talks'?" in out
    assert out.splitlines()[-1].startswith("1 scenario: ")


def test_check_of_a_folder_of_scenarios(capsys: pytest.CaptureFixture[str], little: Path, broken: Path) -> None:
    code, out, _ = run(capsys, "check", little.parent, "--json")
    found = json.loads(out)
    assert (code, [one["id"] for one in found["scenarios"]]) == (1, ["little"])
    assert found["findings"]


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_check_of_a_path_that_cannot_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = run(capsys, "check", tmp_path / name, "--json")
    assert code == 2
    assert json.loads(out)["scenarios"] == []
    assert err.count("\n") == 1


def test_a_file_that_is_no_text_sends_nothing_to_the_terminal(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    (little / "scenario.yaml").write_bytes(b"id: \x1b[2Jgone\x07\xff\n")
    code, out, _ = run(capsys, "check", little)
    assert code == 1
    assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_strict_makes_warnings_fail(capsys: pytest.CaptureFixture[str], little: Path) -> None:
    path = little / "scenario.yaml"
    path.write_text(LITTLE.replace("flags: [hurried]", "flags: [hurried, idle]"), encoding="utf-8")
    assert run(capsys, "check", little)[0] == 0
    assert run(capsys, "check", little, "--strict")[0] == 1


# -- play --------------------------------------------------------------------------------------------------------
def test_play_for_programs(capsys: pytest.CaptureFixture[str], little: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = driven(capsys, little, monkeypatch, '{"next": true}', '{"respond": "so-short"}', '{"quit": true}')
    assert [one["moment"] for one in shown] == ["says", "offers", "says"]


def driven(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch, *orders: str
) -> list[dict[str, Any]]:
    """The moments printed for these orders."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(orders)))
    code, out, err = run(capsys, "play", folder, "--json")
    assert (code, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


def test_the_seed_is_the_order(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    orders = set()
    for seed in range(8):
        monkeypatch.setattr(sys, "stdin", io.StringIO('{"next": true}\n{"notice": null}\n'))
        out = run(capsys, "play", "whatever-you-think-is-best", "--json", "--seed", seed)[1]
        orders.add(tuple(one["id"] for one in json.loads(out.splitlines()[-1])["responses"]))
    assert len(orders) > 1


def test_a_session_in_text_is_kept_and_continued(
    capsys: pytest.CaptureFixture[str], little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n1\n"))
    code, out, _ = run(capsys, "play", little, "--text", "--seed", 1)
    assert code == 0
    assert "You stopped after one decision." in out
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n"))
    code, out, _ = run(capsys, "play", little)
    assert "A session with Maya is open, after one decision." in out
    assert "You are back with Maya, after one decision." in out
    assert "How it ended: " in out
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "is open" not in run(capsys, "play", little)[1]


def test_nothing_is_kept_of_a_session_that_was_not_begun(
    capsys: pytest.CaptureFixture[str], little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
        assert "is open" not in run(capsys, "play", little)[1]


def test_without_an_id_one_chooses(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("2\n"))
    code, out, _ = run(capsys, "play", "--text")
    assert code == 0
    assert out.startswith("Whom do you want to sit with?\n1. Breathing, again? (")


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("whatever", "did you mean 'whatever-you-think-is-best'?"),
        ("breathing-agian", "did you mean 'breathing-again'?"),
        ("zzz", "there are: breathing-again, whatever-you-think-is-best."),
    ],
)
def test_an_unknown_id(capsys: pytest.CaptureFixture[str], named: str, hint: str) -> None:
    assert run(capsys, "play", named) == (1, "", f"There is no scenario '{named}'; {hint}\n")


# -- the rest ----------------------------------------------------------------------------------------------------
def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "sc006")
    assert code == 0
    assert "SC006" in out
    assert run(capsys, "explain", "duplicate-key")[1] == out
    code, _, err = run(capsys, "explain", "SC999")
    assert (code, err.startswith("There is no finding 'SC999'")) == (1, True)


def test_doctor(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, _ = run(capsys, "doctor")
    assert code == 0
    assert f"Records are kept in {home}" in out
    assert "transitions 0.9." in out
    assert "whatever-you-think-is-best: Whatever you think is best." in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("attune ")


@pytest.mark.parametrize("argv", [["dance"], ["play", "--json", "--text"], ["replay"], ["play", "--seed", "x"]])
def test_a_command_that_is_none_exits_with_two(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "replay", "play"])
def test_a_path_that_no_disk_can_hold(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, _, err = run(capsys, command, "x/" + "a" * 5000)
    assert (code, err.count("\n")) == (2, 1)


def test_where_there_is_no_display_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.app import start

    def refuse() -> None:
        raise start.NoWindow(f"There is no display here. {start.HINT}")

    monkeypatch.setattr(start, "window", refuse)
    code, out, err = run(capsys)
    assert (code, out) == (1, "")
    assert "attune play --text" in err


def test_what_should_never_happen_is_a_sentence_and_a_report(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a private thought")

    monkeypatch.setattr("game.app.doctor.examine", fail)
    code, out, err = run(capsys, "doctor")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("Something broke in the program, not in your answers.")
    report = (home / "fault.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report
    assert "private" not in report


def test_a_library_that_is_missing_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "game.app.doctor", None)
    code, _, err = run(capsys, "doctor")
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith("A part of the program is missing: game.app.doctor.")


def test_ctrl_c_is_a_sentence(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.app.doctor.examine", stop)
    assert run(capsys, "doctor") == (130, "", "Stopped.\n")


def test_a_reader_that_goes_away_is_no_traceback(root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "game", "explain", "SC006"]
    ended = subprocess.run(command, cwd=root, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")


@pytest.mark.parametrize("form", ["--text", "--json"])
def test_a_kept_scenario_starts_without_yaml_pydantic_or_pygame(root: Path, form: str) -> None:
    """Both weigh more than all the rest of a start (design, 15)."""
    see = (
        "import sys; from game.cli import main; main(['play', 'whatever-you-think-is-best', sys.argv[1]]); "
        "print([name for name in ('yaml', 'pydantic', 'pygame', 'sqlite3' if '--json' in sys.argv else 'pygame') "
        "if name in sys.modules], file=sys.stderr)"
    )
    for _ in range(2):
        ended = subprocess.run(
            [sys.executable, "-c", see, form], cwd=root, input="", capture_output=True, text=True, check=True
        )
    assert ended.stderr.strip() == "[]"


def test_a_console_that_knows_few_characters_ends_nothing(root: Path) -> None:
    command = [sys.executable, "-m", "game", "replay", "whatever-you-think-is-best"]
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command, cwd=root, env=narrow, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
