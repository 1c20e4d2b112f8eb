"""The page of keys in use: a key is chosen, told, kept and shown everywhere, and there is always a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.pilot import Pilot
from game.app.services import Services
from game.records.store import Store
from game.ui.events import Key, WholeScreen

ID = "whatever-you-think-is-best"


def at_keys() -> Pilot:
    pilot = Pilot.start()
    pilot.click("go/settings")
    pilot.click("keys")
    return pilot


def given(pilot: Pilot, action: str, key: str) -> None:
    pilot.click(f"action/{action}")
    pilot.click("new-key")
    pilot.press(key)


def test_a_new_key_works_and_is_shown_at_once() -> None:
    pilot = at_keys()
    given(pilot, "transcript", "F10")
    pilot.expect("“transcript” is now on F10.", "[button] transcript = F10 or Pad 4")
    assert pilot.app.focus == "action/transcript"
    pilot.press("Esc", "Esc")
    pilot.click(f"open/{ID}")
    pilot.click("begin")
    pilot.expect("[key] transcript <F10>")
    pilot.press("F10")
    assert pilot.frame.title == "Transcript"


def test_by_keyboard_alone_a_key_is_found_changed_and_put_back() -> None:
    pilot = at_keys()
    pilot.tab_to("action/help")
    pilot.press("Enter", "Enter", "F1")
    pilot.expect("is now on F1")
    pilot.press("Enter", "Enter", "F12")
    pilot.expect("“all keys” is now on F12.")
    pilot.tab_to("restore-all")
    pilot.press("Enter")
    pilot.expect("All keys are as they came.", "[button] all keys = F1")


def test_a_key_that_is_taken_is_told_and_nothing_changes() -> None:
    pilot = at_keys()
    before = pilot.app.look.keymap
    given(pilot, "transcript", "L")
    pilot.expect("L already does “leave the room”")
    assert pilot.app.look.keymap == before


def test_esc_leaves_the_waiting_and_has_a_button_of_its_own() -> None:
    pilot = at_keys()
    given(pilot, "full-screen", "Esc")
    assert pilot.frame.title == "Full screen"
    pilot.click("use-esc")
    pilot.expect("Esc already does “quit” (practise)")
    pilot.click("close")
    given(pilot, "quit", "F10")
    pilot.click("action/quit")
    pilot.click("use-esc")
    pilot.expect("“quit” is now on Esc.")


def test_the_pointer_leaves_the_waiting_too() -> None:
    pilot = at_keys()
    pilot.click("action/back")
    pilot.click("new-key")
    pilot.click("cancel")
    assert pilot.frame.title == "Back"


def test_esc_itself_can_be_taken_from_an_action() -> None:
    pilot = at_keys()
    given(pilot, "pause", "F9")
    pilot.press("Esc", "Esc")
    pilot.click(f"open/{ID}")
    pilot.click("begin")
    pilot.settle()
    pilot.press("Esc")
    assert pilot.frame.title != "Paused"
    pilot.press("F9")
    assert pilot.frame.title == "Paused"


def test_full_screen_follows_its_key() -> None:
    pilot = at_keys()
    given(pilot, "full-screen", "F12")
    pilot.press("F11")
    assert pilot.app.sent() == ()
    pilot.press("F12")
    assert pilot.app.sent() == (WholeScreen(),)


def test_keys_and_letters_are_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        pilot = Pilot.start(services=Services(store, now=lambda: 0.0))
        pilot.click("go/settings")
        pilot.click("keys")
        given(pilot, "transcript", "F10")
        pilot.click("set/letters/off")
    with Store.open(tmp_path / "a.db") as store:
        again = Pilot.start(services=Services(store, now=lambda: 0.0))
        assert again.app.look.keymap == pilot.app.look.keymap
        assert again.app.look.keymap.key("transcript") == "F10"
        assert not again.app.look.keymap.letters


@pytest.mark.parametrize("letters", ["on", "off"])
def test_with_letters_off_a_reply_is_given_with_the_arrows_and_not_with_a(letters: str) -> None:
    pilot = at_keys()
    pilot.click(f"set/letters/{letters}")
    pilot.press("Esc", "Esc")
    pilot.click(f"open/{ID}")
    pilot.click("begin")
    pilot.settle()
    if pilot.frame.hit("happened/nothing"):
        pilot.click("skip")
    taken = len(pilot.run.steps)
    pilot.press("A")
    assert len(pilot.run.steps) == taken + (letters == "on")
    if letters == "off":
        pilot.press("Down", "Enter")
        assert len(pilot.run.steps) == taken + 1


def test_a_key_that_is_held_presses_once_and_moves_on() -> None:
    pilot = Pilot.start()
    pilot.press("Tab")
    first = pilot.app.focus
    pilot.feed(Key("Tab", again=True))
    assert pilot.app.focus != first
    pilot.feed(Key("Enter", again=True))
    assert pilot.app.place == "library"
    pilot.feed(Key("F3", again=True))
    assert pilot.app.look.text_scale == 1.0
