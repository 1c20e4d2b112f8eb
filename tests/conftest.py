"""What every test may count on: no window, no sound, and never the records of whoever runs the tests."""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

os.environ["TZ"] = "UTC"  # times are told in words where the person is; goldens are told in one place
if hasattr(time, "tzset"):
    time.tzset()

HOMES = itertools.count()
ROOT = Path(__file__).resolve().parents[1]
pytest.register_assert_rewrite("listening")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home for data and cache, for this test and every process it starts."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(HOMES)}"  # numbered here: pytest looks through all of them
    folder.mkdir()
    monkeypatch.setenv("ATTUNE_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT
