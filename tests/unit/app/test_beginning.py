"""A scenario begun from the template: checked without a warning, its plan fulfilled, and nothing written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import res
from game.app.beginning import begin
from game.app.fault import CommandFault
from game.app.plans import plans_beside
from game.checks.look import look
from game.portrait.pose import DESCRIPTIONS
from game.scenario.compile import compile_path
from game.scenario.model import Scenario


@pytest.fixture
def begun(tmp_path: Path) -> Scenario:
    """The template as an author has it."""
    scenario = compile_path(begin("keeps-her-hat-on", tmp_path)).scenario
    assert scenario is not None
    return scenario


def test_the_check_has_nothing_against_it(tmp_path: Path) -> None:
    looked = look(compile_path(begin("keeps-her-hat-on", tmp_path)))
    against = [one for one in looked.findings if one.severity != "note"]  # that its key is unrated, say, is only noted
    assert [(one.code, one.place.line, one.message) for one in against] == []


def test_its_plan_is_fulfilled(tmp_path: Path) -> None:
    (plans,) = plans_beside(begin("mine", tmp_path).parent)
    assert (plans.scenario, plans.count, plans.faults) == ("mine", 1, ())


def test_it_shows_what_an_author_can_write(begun: Scenario) -> None:
    beats, responses = begun.beats.values(), [one for beat in begun.beats.values() for one in beat.responses]
    assert {one.quality for one in begun.endings.values()} == {"repaired", "partial", "smoothed"}
    assert all(ending.note for ending in begun.endings.values())
    assert all(3 <= len(beat.responses) <= 4 for beat in beats if beat.responses)
    assert all(one.feedback.heard and one.feedback.why and one.feedback.principle for one in responses)
    assert any(beat.notice for beat in beats)
    assert any(line.when for beat in beats for line in beat.lines)
    assert any(one.overrides and one.because for one in responses)
    assert begun.flags
    assert {line.pose for beat in beats for line in beat.lines} <= set(DESCRIPTIONS)


def test_its_replies_are_about_equally_long(begun: Scenario) -> None:
    for beat in begun.beats.values():
        lengths = [len(response.text.split()) for response in beat.responses]
        assert not lengths or max(lengths) <= 1.3 * min(lengths), beat.id


def test_every_ending_can_be_reached_and_guessing_does_not_pay(tmp_path: Path) -> None:
    plays = look(compile_path(begin("mine", tmp_path))).plays
    assert plays is not None
    found = plays.bounds
    assert all(ending.reachable for ending in found.endings.values())
    assert all(one.chance is not None and 0.2 < one.chance < 0.6 for one in found.dimensions.values())


def test_an_editor_finds_its_keys(tmp_path: Path) -> None:
    file = begin("mine", tmp_path)
    assert file.read_text(encoding="utf-8").splitlines()[0] == "# yaml-language-server: $schema=schema.json"
    shipped = json.loads(res.path("scenarios", "schema.json").read_text(encoding="utf-8"))
    assert json.loads((file.parent / "schema.json").read_text(encoding="utf-8")) == shipped


def test_an_editor_uses_the_keys_that_are_there_already(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text("{}", encoding="utf-8")
    file = begin("mine", tmp_path)
    assert file.read_text(encoding="utf-8").splitlines()[0] == "# yaml-language-server: $schema=../schema.json"
    assert not (file.parent / "schema.json").exists()


@pytest.mark.parametrize("id", ["", "Mine", "my_client", "-mine", "mine-", "a--b", "../up", "a/b", "münze", "x" * 3000])
def test_a_name_that_cannot_be_an_id_or_a_folder_makes_nothing(tmp_path: Path, id: str) -> None:
    with pytest.raises((CommandFault, OSError)):
        begin(id, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scenario.yaml").write_text("my own", encoding="utf-8")
    with pytest.raises(CommandFault, match="is there already, and nothing is written over"):
        begin("mine", tmp_path)
    assert [path.read_text() for path in (tmp_path / "mine").iterdir()] == ["my own"]


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandFault, match=r"There is no folder .*--to"):
        begin("mine", tmp_path / "nowhere")
