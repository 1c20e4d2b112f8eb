"""A finding is explained by its page wherever Attune is installed, and by its row where there is no page."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from game import res
from game.app.explaining import explained
from game.app.fault import CommandFault
from game.scenario.findings import TABLE


@pytest.mark.parametrize("code", sorted(TABLE))
def test_every_code_is_explained_with_both_examples(code: str) -> None:
    page = explained(code)
    assert page.startswith(f"# {code}: {TABLE[code].name}")
    assert "## Broken" in page
    assert "## Cured" in page


def test_a_wheel_brings_the_pages(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laid out as the wheel is told to: what `force-include` names, where it says."""
    told = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    included = told["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for here, there in included.items():
        if here.startswith("docs"):
            shutil.copytree(root / here, tmp_path / there)
    monkeypatch.setattr(res, "PACKAGE", tmp_path / "game")
    assert "## Cured" in explained("SC071")


def test_a_bundle_brings_the_pages(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laid out as `build.spec` says; that it is so in a bundle that was built is held in `tests/packaged`."""
    spec = (root / "build.spec").read_text("utf-8")
    assert '(str(ROOT / "docs" / "findings"), f"{DATA}/docs/findings")' in spec
    shutil.copytree(root / "docs" / "findings", tmp_path / "game" / "_data" / "docs" / "findings")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert "## Cured" in explained("goes-round")


def test_without_pages_the_row_of_the_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(res, "PACKAGE", tmp_path / "game")
    assert explained("SC003") == (
        "SC003 not-utf-8 (error)\nthis file is not UTF-8 text: {why}\nCure: save it as UTF-8 in your editor."
    )


@pytest.mark.parametrize(
    ("asked", "hint"), [("SC07", "did you mean 'SC"), ("goes-around", "did you mean 'goes-round'?"), ("zzz", ".")]
)
def test_what_is_not_in_the_table_is_one_sentence(asked: str, hint: str) -> None:
    with pytest.raises(CommandFault) as raised:
        explained(asked)
    assert str(raised.value).startswith(f"There is no finding '{asked}'")
    assert hint in str(raised.value)
