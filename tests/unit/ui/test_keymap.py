"""The table of keys has no key with two meanings on one screen, and every change keeps that visible."""

from __future__ import annotations

from game.ui.keymap import DEFAULT, EVERYWHERE, Keymap, key_words


def test_no_key_means_two_things_on_one_screen() -> None:
    assert Keymap().clashes() == ()


def test_a_clash_is_named() -> None:
    changed = Keymap().changed("transcript", ("L",))
    assert ("session", "L", "leave") in changed.clashes()


def test_screens_come_before_everywhere() -> None:
    keymap = Keymap()
    assert keymap.meant("Esc", "session") == "pause"
    assert keymap.meant("Tab", "session") == "next"
    assert keymap.meant("Ctrl+Q", "session") == ""
    assert keymap.does("Enter") == "press"
    assert keymap.does("T") == ""


def test_keys_are_found_by_action_and_screen() -> None:
    keymap = Keymap()
    assert keymap.key("transcript") == "T"
    assert keymap.key("nothing-of-the-kind") == ""
    assert keymap.action("close", "overlay") is not None
    assert keymap.key("reply/2", "session") == "C"


def test_leaving_is_one_key_on_every_screen_of_a_session() -> None:
    for screen in ("session", "notice", "coach"):
        assert any(action.name == "leave" for action in Keymap().on(screen))


def test_everything_has_a_label_and_a_place() -> None:
    for action in DEFAULT:
        assert action.label
        assert action.screens
    assert any(EVERYWHERE in action.screens for action in DEFAULT)
    assert key_words("Left") == "left arrow"
    assert key_words("Esc") == "Esc"
