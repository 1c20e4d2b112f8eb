"""Reading aloud as the program sees it: keys that hold on every screen, settings that are kept, what goes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.app.pilot import Pilot
from game.app.services import Services
from game.app.settings import aloud_of
from game.records.store import Store
from game.ui.events import Aloud, Tone, Utter
from game.ui.keymap import Keymap
from game.ui.look import Look
from tests.stage import SCREENS, compiled, standing_at

STILL = replace(Look(), motion="none")


def at_home(store: Store | None = None) -> Pilot:
    services = Services(store or Store(None), cache_dir=compiled(), now=lambda: 0.0, seed=lambda: 7)
    return Pilot.start(look=STILL, services=services)


@pytest.mark.parametrize("screen", [one for one in SCREENS if one != "remap-new"])  # there any key is a new key
def test_the_keys_hold_on_every_screen_and_change_nothing_there(screen: str) -> None:
    pilot = standing_at(screen)
    before = pilot.text().replace("[choice*] Off", "[choice] Off").replace("[choice*] On", "[choice] On")
    pilot.app.sent()
    pilot.press("F5", "F6", "F7", "F8", "F5")
    on, *uttered, off = pilot.app.sent()
    assert isinstance(on, Aloud)
    assert on.on
    assert on.greeting.startswith("Reading aloud is on. F6 reads everything")
    assert uttered == [Utter("everything"), Utter("again"), Utter("stop")]
    assert isinstance(off, Aloud)
    assert not off.on
    after = pilot.text().replace("[choice*] Off", "[choice] Off").replace("[choice*] On", "[choice] On")
    assert after == before


def test_no_screen_has_another_use_for_these_keys() -> None:
    ours = {"F5", "F6", "F7", "F8"}
    others = [a.name for a in Keymap().actions if ours & set(a.keys) and not a.name.startswith("aloud")]
    assert others == []


def test_the_first_screen_says_which_key_turns_it_on() -> None:
    pilot = at_home()
    pilot.expect("F5 reads every page aloud.", "[key] read aloud <F5>")
    changed = at_home()
    changed.app.look = replace(changed.app.look, keymap=Keymap().changed("aloud", ("F9",)))
    changed.expect("F9 reads every page aloud.", "[key] read aloud <F9>")


def test_it_is_off_until_it_is_asked_for_and_then_kept(tmp_path: Path) -> None:
    with Store(tmp_path / "records") as store:
        pilot = at_home(store)
        assert pilot.app.sent() == ()
        pilot.click("go/settings")
        for chosen in ("aloud-rate/2.0", "aloud-pitch/0.25", "aloud-positions/off", "aloud/on"):
            pilot.click(f"set/{chosen}")
        assert [type(one) for one in pilot.app.sent()] == [Aloud] * 4
        assert pilot.hit("set/aloud-rate/2.0").selected
        assert pilot.hit("set/aloud/on").selected
    with Store(tmp_path / "records") as store:
        again = at_home(store).app
        assert again.sent() == (Aloud(True, Tone(2.0, 0.25), positions=False),)


def test_what_was_kept_and_does_not_read_is_the_usual_voice() -> None:
    assert aloud_of({"aloud": "perhaps", "aloud-rate": "very", "aloud-pitch": "9"}) == Aloud()


def test_the_pointer_and_the_key_agree() -> None:
    pilot = at_home()
    pilot.click("go/settings")
    pilot.press("F5")
    assert pilot.hit("set/aloud/on").selected
    pilot.click("set/aloud/off")
    assert not pilot.app.aloud.on
