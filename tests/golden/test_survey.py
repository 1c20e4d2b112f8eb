"""What `walk`, `stats` and `graph` print of one small scenario, word for word.

After a change that is meant: `ATTUNE_GOLDEN=write python -m pytest tests/golden`, and read the difference.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game.cli import main

GOLDEN = Path(__file__).with_name("survey.txt")
LITTLE = Path(__file__).resolve().parents[1] / "unit" / "cli_scenario.yaml"


def test_a_survey_reads_as_it_did(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("little", "other"):
        (tmp_path / name).mkdir()
        shutil.copy(LITTLE, tmp_path / name / "scenario.yaml")
    other = tmp_path / "other" / "scenario.yaml"
    text = other.read_text(encoding="utf-8").replace("id: little", "id: other").replace("age: 34", "age: 19")
    other.write_text(text.replace("marker: W2", "marker: C4"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for words in ("walk ./little --plays 200", "stats .", "graph ./little"):
        print(f"$ attune {words}")
        assert main(words.split()) == 0
    printed = capsys.readouterr().out
    if os.environ.get("ATTUNE_GOLDEN") == "write":
        GOLDEN.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == GOLDEN.read_text(encoding="utf-8")
