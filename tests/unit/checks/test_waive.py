"""What is let stand is told with its reason, and only warnings can be."""

from __future__ import annotations

from pathlib import Path

from game.checks.look import look
from game.scenario.compile import compile_path
from game.scenario.findings import Finding

MIDDLING = (Path(__file__).parents[2] / "findings" / "middling.yaml").read_text("utf-8")


def findings(folder: Path, more: str) -> tuple[Finding, ...]:
    path = folder / "middling" / "scenario.yaml"
    path.parent.mkdir()
    path.write_text(MIDDLING.replace("flags: [hurried]", "flags: [hurried, tired]") + more, "utf-8")
    return look(compile_path(path)).findings


def test_a_warning_is_a_warning(tmp_path: Path) -> None:
    assert [(one.code, one.severity) for one in findings(tmp_path, "")] == [("SC054", "warning")]


def test_a_warning_that_is_let_stand_is_a_note_with_its_reason(tmp_path: Path) -> None:
    (one,) = findings(tmp_path, "waive: {SC054: Kept for session two.}\n")
    assert (one.code, one.severity, one.waived) == ("SC054", "note", "Kept for session two.")
    assert one.message.endswith("(waived: Kept for session two.)")


def test_a_waiver_with_nothing_to_waive_is_told_of(tmp_path: Path) -> None:
    found = findings(tmp_path, "waive: {SC054: Kept., SC055: Kept too.}\n")
    assert [(one.code, one.severity) for one in found] == [("SC054", "note"), ("SC039", "warning")]


def test_an_error_cannot_be_waived_and_no_unknown_code(tmp_path: Path) -> None:
    found = findings(tmp_path, "waive: {SC052: Meant., SC999: Who knows., SC054: Kept.}\n")
    assert [(one.code, one.severity) for one in found] == [("SC054", "note"), ("SC038", "error"), ("SC038", "error")]


def test_a_waiver_needs_a_reason(tmp_path: Path) -> None:
    assert [one.code for one in findings(tmp_path, "waive: {SC054: ''}\n")] == ["SC013"]
