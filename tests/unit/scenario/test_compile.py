"""From a path to a Scenario: every part, every name, every rule of structure; any bytes give findings."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from findings.fragments import merged
from hypothesis import given
from hypothesis import strategies as st

from game import res
from game.scenario.compile import Compiled, compile_path, compile_source
from game.scenario.condition import Compare, Has, parse
from game.scenario.model import Lower, Open, Override, Raise, Repair, Route, Scenario, Shift
from game.scenario.source import Source

LITTLE = Path(__file__).parents[2] / "findings" / "little.yaml"
RUBRICS = res.path("scenarios", "_rubrics")


def compiled(fragment: str = "") -> Compiled:
    text = merged(LITTLE.read_text("utf-8"), fragment) if fragment else LITTLE.read_text("utf-8")
    return compile_source(Source("little/scenario.yaml", text.encode()), [RUBRICS])


def scenario(fragment: str = "") -> Scenario:
    found = compiled(fragment)
    assert found.scenario is not None, found.findings
    return found.scenario


def codes(fragment: str) -> list[str]:
    return [one.code for one in compiled(fragment).findings]


def response(keys: str) -> str:
    return f"beats:\n  arrives:\n    responses:\n      so-short:\n        {keys}\n"


def beat(keys: str) -> str:
    return f"beats:\n  arrives:\n    {keys}\n"


# -- the value -----------------------------------------------------------------------------------------------------
def test_the_exemplar_compiles_without_findings() -> None:
    found = compile_path(res.path("scenarios", "whatever-you-think-is-best"))
    assert found.findings == ()
    assert found.scenario is not None
    assert 15 <= found.scenario.decisions <= 25


def test_the_whole_of_a_little_scenario() -> None:
    its = scenario()
    assert (its.id, its.title, its.start, its.format) == ("little", "A little scene", "arrives", 1)
    assert (its.client.name, its.client.age, its.meta.minutes) == ("Maya", 34, 5)
    assert list(its.beats) == ["arrives", "talks", "nods"]
    assert list(its.gauges) == list(its.rubric.gauges)
    arrives = its.beats["arrives"]
    assert arrives.effects == (Open("fine"),)
    assert arrives.in_play is None
    assert arrives.responses[0].effects == (Repair("fine"),)
    assert arrives.responses[1].effects == (Raise("hurried"),)
    assert arrives.responses[0].routes == (Route("talks"),)
    assert its.beats["nods"].routes == (Route("pleasant", Has("hurried")), Route("unsaid"))
    line = LITTLE.read_text("utf-8").split("\n").index("  arrives:") + 1
    assert (arrives.place.line, arrives.place.column) == (line, 3)
    assert its.endings["opened"].place.file == "little/scenario.yaml"


def test_the_sha_is_that_of_both_files() -> None:
    rubric = (RUBRICS / "relational.yaml").read_bytes()
    assert scenario().sha == sha256(LITTLE.read_bytes() + rubric).hexdigest()


def test_a_scenario_changes_gauges_and_adds_its_own() -> None:
    gauges = scenario("gauges:\n  trust: {start: 6, max: 8}\n  hope: {start: 1, means: M.}").gauges
    trust, hope = gauges["trust"], gauges["hope"]
    assert (trust.start, trust.min, trust.max, trust.means) == (6, 0, 8, "Safe enough to stay.")
    assert (hope.start, hope.min, hope.max, hope.means) == (1, 0, 10, "M.")
    assert list(gauges)[-1] == "hope"


def test_effects_stand_in_the_order_of_the_laws() -> None:
    one = "ruptures:\n  two: {kind: confrontation, marker: C1}\n"
    repairs = "repairs: [{rupture: fine, when: trust >= 5}, two]"
    keys = (repairs, "opens: two", "clears: hurried", "sets: [hurried]")
    made = scenario(one + response("\n        ".join(keys))).beats["arrives"].responses[0].effects
    assert made == (Raise("hurried"), Lower("hurried"), Open("two"), Repair("fine", parse("trust >= 5")), Repair("two"))
    entered = scenario(beat("effects: {trust: -1, shame: 2}")).beats["arrives"].effects
    assert entered == (Shift("trust", -1), Shift("shame", 2), Open("fine"))


def test_scores_are_cases() -> None:
    keys = "scores: {repair: -1, empathy: [{when: trust >= 5, points: 2}, {points: 0}]}\n        because: B."
    made = scenario(response(keys)).beats["arrives"].responses[0].overrides
    assert made == {
        "repair": Override(((None, -1),)),
        "empathy": Override(((Compare("trust", ">=", 5), 2), (None, 0))),
    }


@pytest.mark.parametrize(
    ("written", "meant"), [("[]", ()), ("repair", ("repair",)), ("[repair, empathy]", ("empathy", "repair"))]
)
def test_in_play_replaces_what_would_be(written: str, meant: tuple[str, ...]) -> None:
    assert scenario(beat(f"in_play: {written}")).beats["arrives"].in_play == meant


# -- findings ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("start: nowhere", "SC012"),
        ("start: opened", "SC012"),
        (beat("opens: fime"), "SC012"),
        (beat("effects: {trsut: 1}"), "SC012"),
        (beat("pulls: fixx"), "SC012"),
        (beat("lines: [{text: A., pose: sadd}]"), "SC012"),
        (beat("lines: [{text: A., when: seen('nod')}]"), "SC012"),
        (beat("lines: [{text: A., when: chose('nods/so-short')}]"), "SC012"),
        (beat("lines: [{text: A., when: ruptured('fime')}]"), "SC012"),
        (beat("lines: [{text: A., when: repaired('W5')}]"), "SC012"),
        (beat("lines: [{text: A., when: trust}]"), "SC012"),
        (beat("lines: [{text: A., when: hurried > 1}]"), "SC012"),
        (beat("lines: [{text: A., when: chose_code('AKK')}]"), "SC012"),
        (beat("lines: [{text: A., when: last_family('oops')}]"), "SC012"),
        (beat("lines: [{text: A., when: since_opened('AKK')}]"), "SC012"),
        (beat("lines: [{text: A., when: trust >}]"), "SC024"),
        (beat("lines: [{text: A., when: __import__('os')}]"), "SC024"),
        (response("code: NN"), "SC012"),
        (response("to: nowhere"), "SC012"),
        (response("sets: hurry"), "SC012"),
        (response("clears: [hurry]"), "SC012"),
        (response("repairs: {rupture: fime}"), "SC012"),
        (response("effects: {hope: 1}"), "SC012"),
        (response("scores: {repair: [{when: hop, points: 1}]}\n        because: B."), "SC012"),
        (response("feedback: {stronger: so-short}"), "SC034"),
        (response("feedback: {principle: '3RS:S11'}"), "SC035"),
        (response("feedback: {principle: S5}"), "SC035"),
        (beat("opening: [powr]"), "SC035"),
        ("difficulty: hard", "SC035"),
        ("ruptures:\n  fine: {kind: withdrawal, marker: W8}", "SC012"),
        ("ruptures:\n  confrontation: {kind: withdrawal, marker: W2}", "SC037"),
        ("flags: [hurried, trust]", "SC037"),
        ("flags: [hurried, and]", "SC022"),
        ("endings:\n  opened: {quality: fixed}", "SC012"),
        ("endings:\n  'a/b': {quality: partial}", "SC022"),
        ("rubric: ../relational", "SC023"),
        ("rubric: ''", "SC013"),
        (response("scores: {repair: 1}\n        because: ' '"), "SC029"),
        (response("to: [{go: talks}, {go: nods}]"), "SC025"),
        ("beats:\n  talks: {to: nods}\n  nods: {to: talks}", "SC033"),
        ("beats:\n  talks: {to: talks}", "SC033"),
    ],
)  # fmt: skip
def test_each_broken_name_and_rule_is_one_finding(fragment: str, code: str) -> None:
    assert codes(fragment) == [code]


def test_words_in_feedback_are_not_taken_for_names() -> None:
    for words in ("Nothing stronger is needed.", "Wait.", "so-shortly said, and warm"):
        assert codes(response(f"feedback: {{stronger: '{words}'}}")) == []


def test_a_gauge_used_as_a_flag_is_told_apart() -> None:
    (found,) = compiled(beat("lines: [{text: A., when: not trust}]")).findings
    assert found.hint == "this is a gauge: compare it with a number"


@pytest.mark.parametrize(
    ("condition", "at"),
    [
        ("hurried and hast > 3", "hast"),
        ("'hurried and hast > 3'", "hast"),
        ("hurried and seen('nodds')", "nodds"),
        ("trust >= 3 and (trust + 1 > 3)", "trust + 1"),
    ],
)
def test_a_finding_points_into_the_condition(condition: str, at: str) -> None:
    text = merged(LITTLE.read_text("utf-8"), beat(f"lines: [{{text: A., when: {condition}}}]"))
    (found,) = compile_source(Source("little/scenario.yaml", text.encode()), [RUBRICS]).findings
    assert text.split("\n")[found.place.line - 1][found.place.column - 1 :].startswith(at)


def test_what_is_only_poor_or_odd_still_compiles() -> None:
    for fragment in ("id: other", "id: Other Thing", "title: TODO", "concerns: [love]", beat("gate: suicide")):
        found = compiled(fragment)
        assert found.findings
        assert found.scenario is not None


def test_all_broken_names_come_at_once() -> None:
    fragment = beat("opens: fime\n    effects: {trst: 1}\n    lines: [{text: A., pose: sadd, when: hury}]")
    assert codes(fragment) == ["SC012"] * 4


# -- where the rubric lies -----------------------------------------------------------------------------------------
def test_a_rubric_beside_the_scenario_comes_before_the_shipped_one(tmp_path: Path) -> None:
    folder = tmp_path / "little"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes(LITTLE.read_bytes())
    shipped = compile_path(folder).scenario
    (tmp_path / "_rubrics").mkdir()
    text = (RUBRICS / "relational.yaml").read_text("utf-8").replace("title: Relational practice", "title: Ours")
    (tmp_path / "_rubrics" / "relational.yaml").write_text(text, "utf-8")
    ours = compile_path(folder / "scenario.yaml").scenario
    assert shipped is not None
    assert ours is not None
    assert (shipped.rubric.title, ours.rubric.title) == ("Relational practice", "Ours")
    assert shipped.sha != ours.sha


def test_a_broken_rubric_is_told_in_its_own_file(tmp_path: Path) -> None:
    folder = tmp_path / "little"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes(LITTLE.read_bytes())
    (tmp_path / "_rubrics").mkdir()
    (tmp_path / "_rubrics" / "relational.yaml").write_text("id: [", "utf-8")
    found = compile_path(folder)
    assert found.scenario is None
    assert [(one.code, Path(one.place.file).name) for one in found.findings] == [("SC005", "relational.yaml")]


def test_a_path_from_within_the_folder_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "little"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes(LITTLE.read_bytes())
    monkeypatch.chdir(folder)
    (folder / "plans").mkdir()
    assert compile_path("scenario.yaml").findings == ()
    assert compile_path(".").findings == ()
    monkeypatch.chdir(folder / "plans")
    assert compile_path("..").findings == ()
    assert compile_path("../scenario.yaml").findings == ()


def test_the_rubric_beside_is_found_from_within_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "little"
    (folder / "plans").mkdir(parents=True)
    (folder / "scenario.yaml").write_bytes(LITTLE.read_bytes().replace(b"relational\n", b"ours\n"))
    (tmp_path / "_rubrics").mkdir()
    (tmp_path / "_rubrics" / "ours.yaml").write_bytes((RUBRICS / "relational.yaml").read_bytes())
    for place, path in ((folder, "."), (folder / "plans", ".."), (tmp_path, "little"), (folder, "scenario.yaml")):
        monkeypatch.chdir(place)
        assert compile_path(path).findings == ()


@pytest.mark.parametrize("name", ["absent", ""])
def test_no_scenario_there_is_a_finding(tmp_path: Path, name: str) -> None:
    found = compile_path(tmp_path / name)
    assert (found.scenario, [one.code for one in found.findings]) == (None, ["SC001"])


# -- any bytes -----------------------------------------------------------------------------------------------------
@given(st.binary(max_size=300))
def test_any_bytes_give_a_scenario_or_findings(content: bytes) -> None:
    found = compile_source(Source("a/scenario.yaml", content), [RUBRICS])
    assert found.scenario is not None or found.findings


WORDS = LITTLE.read_text("utf-8")


@given(
    st.integers(0, len(WORDS)),
    st.integers(0, 40),
    st.sampled_from(["", "x", "12", "[]", "{}", "~", "- ", ": ", "'", "\n", "&a ", "*a", "true"]),
)
def test_any_damage_to_a_scenario_gives_a_scenario_or_findings(start: int, cut: int, put: str) -> None:
    content = (WORDS[:start] + put + WORDS[start + cut :]).encode()
    found = compile_source(Source("little/scenario.yaml", content), [RUBRICS])
    assert found.scenario is not None or found.findings
    lines = content.decode().count("\n") + 1
    assert all(1 <= one.place.line <= lines for one in found.findings)
