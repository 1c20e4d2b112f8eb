"""One session in the terminal, from the case file to the last decision of the debrief, as it reads.

After a change that is meant: `ATTUNE_GOLDEN=write python -m pytest tests/golden`, and read the difference.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from room import room

from game.app.page import Page
from game.app.terminal import Sitting, play
from game.portrait.pose import DESCRIPTIONS
from game.scenario.bounds import still_open
from game.scenario.explore import explore
from game.story.machine import Story
from game.story.run import Run

GOLDEN = Path(__file__).with_name("text_session.txt")

TYPED = ("1", "1", "f", "3", "2", "1", "h", "b", "", "2", "3", "", "2", "t", "4", "4", "", "3", "2", "", "5")


class Nowhere:
    """A journal that keeps nothing."""

    def keep(self, run: Run) -> None:
        pass


def test_a_session_reads_as_it_did() -> None:
    story, out = Story(room()), io.StringIO()
    doors = still_open(explore(story.laws))
    page = Page(iter(_echoed(out)), out, 80)
    play(Sitting(Run(story), page, Nowhere(), DESCRIPTIONS, lambda: doors))
    if os.environ.get("ATTUNE_GOLDEN") == "write":
        GOLDEN.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    assert out.getvalue() == GOLDEN.read_text(encoding="utf-8")


def _echoed(out: io.StringIO):  # type: ignore[no-untyped-def]
    """What is typed, shown as a terminal shows it."""
    for typed in TYPED:
        out.write(f"<{typed}>")
        yield f"{typed}\n"
