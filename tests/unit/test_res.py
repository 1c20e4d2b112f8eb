"""Where shipped files lie, in each of the three ways Attune can be installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game import res


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert res.path("scenarios", "_rubrics", "relational.yaml").is_file()


def test_in_a_wheel_they_lie_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(res, "PACKAGE", tmp_path)
    assert res.path("assets") == tmp_path / "_data" / "assets"


def test_in_a_bundle_they_lie_where_it_unpacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert res.path("assets") == tmp_path / "game" / "_data" / "assets"
