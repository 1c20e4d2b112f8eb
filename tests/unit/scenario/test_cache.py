"""Compiled scenarios kept by content: the same value comes back, any damage is a miss, a start needs no YAML."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game import res
from game.scenario import cache
from game.scenario.compile import compile_path
from game.scenario.findings import finding
from game.scenario.library import library, load, person, scenario_folders
from game.scenario.model import Place, Scenario

LITTLE = (Path(__file__).parents[2] / "findings" / "little.yaml").read_bytes()
RUBRIC = res.path("scenarios", "_rubrics", "relational.yaml").read_bytes()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "_rubrics").mkdir()
    (tmp_path / "_rubrics" / "relational.yaml").write_bytes(RUBRIC)
    (tmp_path / "little").mkdir()
    (tmp_path / "little" / "scenario.yaml").write_bytes(LITTLE)
    return tmp_path


def exemplar() -> Scenario:
    scenario = compile_path(res.path("scenarios", "whatever-you-think-is-best")).scenario
    assert scenario is not None
    return scenario


def test_a_scenario_comes_back_from_json_as_it_was() -> None:
    scenario = exemplar()
    again = cache.from_json(json.loads(json.dumps(cache.to_json(scenario))))
    assert again == scenario
    assert list(again.beats) == list(scenario.beats)
    assert again.rubric.dimensions["empathy"].anchors[-2] == scenario.rubric.dimensions["empathy"].anchors[-2]


@pytest.mark.parametrize("value", [(), (1, (2, ())), {"a": (1,)}, {"": 1}, {1: "a"}, frozenset({"a", "b"}), None, "é"])
def test_values_come_back_as_they_were(value: object) -> None:
    again = cache.unpack(cache.pack(value))
    assert again == value
    assert type(again) is type(value)


def test_what_it_does_not_know_is_not_kept() -> None:
    with pytest.raises(TypeError, match="Path cannot be kept"):
        cache.pack(Path())


def test_json_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="not a compiled scenario"):
        cache.from_json({"title": "A"})


def test_every_damaged_byte_is_a_miss() -> None:
    packed = cache.pack(finding("SC032", Place("f", 1, 1)))
    for at in range(len(packed)):
        assert cache.unpack(packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :]) is None
        assert cache.unpack(packed[:at]) is None


def test_another_version_is_a_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = cache.pack("kept")
    monkeypatch.setattr(cache, "VERSION", cache.VERSION + 1)
    assert cache.unpack(packed) is None


def test_a_second_load_is_the_same_and_reads_no_yaml(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(shelf / "little", shelf / "cache")
    monkeypatch.setattr("game.scenario.source.parse", None)
    second = load(shelf / "little", shelf / "cache")
    assert first == second
    assert second.scenario is not None


def test_a_changed_scenario_or_rubric_is_compiled_again(shelf: Path) -> None:
    before = load(shelf / "little", shelf / "cache").scenario
    (shelf / "_rubrics" / "relational.yaml").write_bytes(RUBRIC.replace(b"Relational practice", b"Ours"))
    with_rubric = load(shelf / "little", shelf / "cache").scenario
    (shelf / "little" / "scenario.yaml").write_bytes(LITTLE.replace(b"A little scene", b"A changed scene"))
    with_scene = load(shelf / "little", shelf / "cache").scenario
    assert before is not None
    assert with_rubric is not None
    assert with_scene is not None
    assert (before.rubric.title, with_rubric.rubric.title) == ("Relational practice", "Ours")
    assert with_scene.title == "A changed scene"
    assert len({before.sha, with_rubric.sha, with_scene.sha}) == 3


def test_a_rubric_that_appears_nearer_is_taken(tmp_path: Path) -> None:
    (tmp_path / "little").mkdir()
    (tmp_path / "little" / "scenario.yaml").write_bytes(LITTLE)
    load(tmp_path / "little", tmp_path / "cache")
    (tmp_path / "_rubrics").mkdir()
    (tmp_path / "_rubrics" / "relational.yaml").write_bytes(RUBRIC.replace(b"Relational practice", b"Ours"))
    again = load(tmp_path / "little", tmp_path / "cache").scenario
    assert again is not None
    assert again.rubric.title == "Ours"


def test_a_damaged_or_deleted_cache_is_made_again(shelf: Path) -> None:
    first = load(shelf / "little", shelf / "cache")
    (kept,) = (shelf / "cache").iterdir()
    whole = kept.read_bytes()
    for damage in (whole[:-1], b"", b"{}", whole.replace(b"Maya", b"Myra")):
        kept.write_bytes(damage)
        assert load(shelf / "little", shelf / "cache") == first
        assert kept.read_bytes() == whole
    kept.unlink()
    assert load(shelf / "little", shelf / "cache") == first


def test_a_cache_that_cannot_be_written_is_done_without(shelf: Path) -> None:
    (shelf / "cache").write_bytes(b"a file where a folder should be")
    assert load(shelf / "little", shelf / "cache").scenario is not None
    assert load(shelf / "little", None).scenario is not None


def test_broken_scenarios_are_listed_with_their_first_finding_and_stop_nobody(shelf: Path) -> None:
    for name, content in (("bad", b"a: ["), ("worse", LITTLE.replace(b"start: arrives", b"start: a")), ("empty", b"")):
        (shelf / name).mkdir()
        (shelf / name / "scenario.yaml").write_bytes(content)
    (shelf / "no-scenario").mkdir()
    for _ in range(2):
        shelved = library([shelf], shelf / "cache")
        assert [one.folder.name for one in shelved] == ["little", "bad", "empty", "worse"]
        assert [one.scenario is None for one in shelved] == [False, True, True, True]
        assert [one.first.code for one in shelved if one.first] == ["SC005", "SC016", "SC012"]


def test_of_two_scenarios_with_one_id_the_first_folders_is_taken(
    shelf: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    mine = tmp_path_factory.mktemp("mine")
    (mine / "little").mkdir()
    (mine / "little" / "scenario.yaml").write_bytes(LITTLE.replace(b"A little scene", b"Mine"))
    assert [one.scenario.title for one in library([mine, shelf], None) if one.scenario] == ["Mine"]
    assert scenario_folders(shelf / "little") == (shelf / "little",)
    assert scenario_folders(shelf / "absent") == ()


def test_people_are_read_and_kept(tmp_path: Path) -> None:
    (tmp_path / "maya.yaml").write_text("skin: 3\nhair: {style: bun, colours: [a, b]}\n", "utf-8")
    (tmp_path / "bad.yaml").write_text("skin: [", "utf-8")
    for _ in range(2):
        assert person("maya", tmp_path, tmp_path / "cache") == {
            "skin": 3,
            "hair": {"style": "bun", "colours": ("a", "b")},
        }
    assert person("bad", tmp_path, tmp_path / "cache") is None
    assert person("absent", tmp_path, None) is None
    assert person("../maya", tmp_path / "cache", None) is None


def test_a_warm_start_imports_neither_yaml_nor_pydantic(shelf: Path) -> None:
    load(shelf / "little", shelf / "cache")
    program = (
        "import sys\nfrom pathlib import Path\nfrom game.scenario import cache, library, model\n"
        "one = library.load(Path(sys.argv[1]) / 'little', Path(sys.argv[1]) / 'cache')\n"
        "assert one.scenario is not None\n"
        "sys.exit(','.join(sorted({'yaml', 'pydantic', 'difflib'} & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(shelf)], capture_output=True, text=True, cwd=res.PACKAGE.parent
    )
    assert (done.returncode, done.stderr) == (0, "")
