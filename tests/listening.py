"""Starts a program on a screen nobody sees and plays it through the accessibility bus (`tests/access/playing.py`)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.records.store import Store
from game.story.transcript import Responded

PLAYING = Path(__file__).parent / "access" / "playing.py"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")

needs_the_bus = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xvfb-run", "dbus-run-session"))) or not LAUNCHER.exists(),
    reason="there is no accessibility bus here",
)

OURS = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")


def played(home: Path, *program: str) -> dict[str, list[str]]:
    """What the client met in a session of this program, which kept its records in `home`."""
    words = ["xvfb-run", "-a", "dbus-run-session", "--", sys.executable, str(PLAYING), *program]
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    environment |= {"ATTUNE_HOME": str(home), "SDL_AUDIODRIVER": "dummy", "XDG_CACHE_HOME": str(home / "cache")}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-3000:]
    met: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return met


def hold(met: dict[str, list[str]], home: Path) -> None:
    """A whole session was heard, answered and kept."""
    assert len(met["chosen"]) >= 10
    assert all(one.startswith("Reply ") and " of " in one for one in met["chosen"])
    assert any(line.startswith("Graham: ") for line in met["announced"])
    assert len(set(met["poses"])) > 3
    with Store.open(next(home.rglob("*.db"))) as store:
        (run,) = store.runs()
        given = [one for one in store.transcript(run.id).entries if isinstance(one, Responded)]
    assert run.standing == "ended"
    assert len(given) == len(met["chosen"])
