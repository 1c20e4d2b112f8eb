"""Findings about the whole; what each is about stands on its page, here only what the pages cannot show."""

from __future__ import annotations

from pathlib import Path

from findings.fragments import merged

from game import res
from game.checks.structure import check
from game.scenario.compile import compile_path, compile_source
from game.scenario.source import Source

LITTLE = (Path(__file__).parents[2] / "findings" / "little.yaml").read_text("utf-8")


def checked(fragment: str) -> list[tuple[str, str]]:
    source = Source("little/scenario.yaml", merged(LITTLE, fragment).encode())
    compiled = compile_source(source, [res.path("scenarios", "_rubrics")])
    assert compiled.scenario is not None, compiled.findings
    return [(one.code, one.message) for one in check(compiled)]


def test_nothing_is_checked_where_nothing_compiled(tmp_path: Path) -> None:
    assert check(compile_path(tmp_path)) == ()


def test_the_exemplar_has_no_errors() -> None:
    found = check(compile_path(res.path("scenarios", "whatever-you-think-is-best")))
    assert [one for one in found if one.severity == "error"] == []


def test_a_beat_reached_only_by_an_unreachable_one_is_unreachable_too() -> None:
    found = checked("beats:\n  a: {lines: [{text: A.}], to: b}\n  b: {lines: [{text: B.}], to: unsaid}")
    assert [code for code, _ in found] == ["SC050", "SC050"]


def test_a_flag_set_by_one_and_asked_by_a_line_is_in_use() -> None:
    assert checked("endings:\n  unsaid:\n    lines: [{text: A., when: hurried}]") == []


def test_idle_names_say_in_which_way() -> None:
    assert checked("flags: [hurried, late]") == [("SC054", "the flag 'late' is never set and never asked for")]
    set_only = "flags: [hurried, late]\nbeats:\n  arrives:\n    responses:\n      so-short:\n        sets: late"
    assert checked(set_only) == [("SC054", "the flag 'late' is never asked for")]


def test_a_rupture_opened_by_a_response_counts_as_opened() -> None:
    fragment = (
        "ruptures:\n  late: {kind: confrontation, marker: C4}\n"
        "beats:\n  arrives:\n    responses:\n"
        "      so-short:\n        repairs: late\n      what-next:\n        opens: late"
    )
    assert [message for _, message in checked(fragment)] == ["the rupture 'fine' is opened and nothing can repair it"]


def test_a_scenario_without_ruptures_may_end_as_it_likes() -> None:
    fragment = "ruptures: {}\nbeats:\n  arrives:\n    opens: []\n    responses:\n      so-short:\n        repairs: []\n"
    assert checked(fragment + "endings:\n  pleasant: {quality: partial, note: N.}") == []
