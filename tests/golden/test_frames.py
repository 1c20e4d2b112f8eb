"""Every screen in words, as the pilot and a screen reader meet it; a difference is read, then accepted.

Accept with `ATTUNE_GOLDEN=write python -m pytest tests/golden`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.ui.look import PlainMeasurer
from game.ui.theme import LIGHT
from tests.stage import AUTHORS, SCREENS, fonts, pilots

FOLDER = Path(__file__).parent / "frames"


@pytest.mark.parametrize("screen", [*SCREENS, *AUTHORS])
def test_the_screen_in_words(screen: str) -> None:
    pilot = pilots()[screen]
    pilot.app.look = replace(pilot.app.look, size=(1280, 720), text_scale=1.0, theme=LIGHT)
    seen = pilot.text() + "\n"
    golden = FOLDER / f"{screen}.txt"
    if os.environ.get("ATTUNE_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("screen", SCREENS)
def test_the_words_do_not_rest_on_who_looked_before(screen: str) -> None:
    """A session keeps what it laid out; what was measured in other letters must not come back from there."""
    app = pilots()[screen].app
    app.look = replace(app.look, size=(1280, 720), text_scale=1.0, theme=LIGHT, measurer=PlainMeasurer())
    pilots()[screen].text()
    app.look = replace(app.look, measurer=fonts())
    assert pilots()[screen].text() + "\n" == (FOLDER / f"{screen}.txt").read_text(encoding="utf-8")
