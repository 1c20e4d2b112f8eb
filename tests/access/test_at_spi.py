"""A screen reader's client plays a whole session through the accessibility bus, without screen, mouse or keyboard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from listening import hold, needs_the_bus, played

pytest.importorskip("accesskit")

pytestmark = [pytest.mark.slow, needs_the_bus]


def test_a_session_is_played_through_the_accessibility_interface_alone(tmp_path: Path) -> None:
    hold(played(tmp_path, sys.executable, "-m", "game"), tmp_path)
