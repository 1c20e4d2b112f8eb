"""Data lies where it was asked to, or somewhere else with a sentence that says so."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from game.records.errors import CannotKeep
from game.records.places import find, program_folder


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, moved into the test's."""
    folder = tmp_path / "own"
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: folder / "share")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: folder / "cache")
    return folder


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A path where no folder can be made, whoever asks: a file stands in the way."""
    (tmp_path / "blocked").write_text("")
    return tmp_path / "blocked"


def test_without_a_word_it_is_the_users_folder(tmp_path: Path, own: Path) -> None:
    places = find({}, program=tmp_path)
    assert (places.data, places.cache, places.complaint) == (own / "share", own / "cache", "")
    assert places.data.is_dir()
    assert places.cache.is_dir()
    assert places.records.parent == places.data


def test_portable_txt_keeps_everything_beside_the_program(tmp_path: Path, own: Path) -> None:
    (tmp_path / "portable.txt").write_text("")
    places = find({}, program=tmp_path)
    assert (places.data, places.complaint) == (tmp_path / "attune-data", "")
    assert places.cache.is_relative_to(places.data)
    assert not own.exists()


def test_the_environment_decides_before_anything_else(tmp_path: Path) -> None:
    (tmp_path / "portable.txt").write_text("")
    assert find({"ATTUNE_HOME": str(tmp_path / "school")}, program=tmp_path).data == tmp_path / "school"


def test_a_stick_that_cannot_be_written_to_falls_back_and_says_so(tmp_path: Path, own: Path) -> None:
    (tmp_path / "portable.txt").write_text("")
    (tmp_path / "attune-data").write_text("a file stands where the folder should be")
    places = find({}, program=tmp_path)
    assert places.data == own / "share"
    assert str(tmp_path / "attune-data") in places.complaint
    assert str(own / "share") in places.complaint


def test_with_nothing_else_it_is_a_temporary_folder_and_says_that_it_may_go(
    blocked: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: blocked / "own")
    places = find({"ATTUNE_HOME": str(blocked / "school")}, program=tmp_path)
    assert places.data.parent == tmp_path
    assert str(blocked / "school") in places.complaint
    assert "after a restart" in places.complaint
    assert list(places.data.iterdir()) == [places.cache]


def test_with_nothing_at_all_it_says_so(blocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(blocked / "tmp"))
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: blocked / "own")
    with pytest.raises(CannotKeep, match="nothing can be kept"):
        find({}, program=blocked)


def test_a_cache_that_cannot_be_made_moves_beside_the_data(
    blocked: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: blocked / "cache")
    places = find({}, program=own)
    assert places.cache == own / "share" / "cache"
    assert places.complaint == ""


def test_the_program_is_the_checkout_or_the_frozen_folder(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program_folder() == root
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Attune" / "attune"))
    assert program_folder() == tmp_path / "Attune"
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Attune.app" / "Contents" / "MacOS" / "attune"))
    assert program_folder() == tmp_path
