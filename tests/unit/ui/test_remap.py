"""Any action can have another key, no key ever means two things on one screen, and nobody is locked out."""

from __future__ import annotations

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from game.ui.attention import Attention, attend
from game.ui.box import Box
from game.ui.events import Activate, Key, Press
from game.ui.frame import Frame, Hit
from game.ui.keymap import DEFAULT, Keymap, on_pad, single
from game.ui.remap import ALWAYS, PANELS, choices, chosen, given, grouped, refusal, restoring, where

KEYS = ("A", "7", "K", "Enter", "Space", "Esc", "Tab", "F1", "F9", "Left", "Pad 1", "Pad 9", "Ctrl+K")
NAMES = [action.name for action in DEFAULT]


def press(keymap: Keymap, name: str, key: str) -> Keymap:
    """What a person does on the page of keys: press a key for an action, which is taken or refused."""
    return keymap if refusal(keymap, name, key) else keymap.changed(name, given(keymap, name, key))


def test_the_table_as_it_comes_refuses_none_of_its_own_keys() -> None:
    assert [(a.name, key) for a in DEFAULT for key in a.keys if refusal(Keymap(), a.name, key)] == []


def test_a_key_that_is_taken_is_refused_with_what_it_does_and_where() -> None:
    told = refusal(Keymap(), "transcript", "L")
    assert told.startswith("L already does “leave the room” (in a session")
    assert "give “leave the room” another one first" in told
    assert "“larger text” (everywhere)" in refusal(Keymap(), "write", "F3")
    assert "“next” (everywhere)" in refusal(Keymap(), "begin", "Tab")


def test_a_key_may_do_two_things_where_they_never_meet() -> None:
    assert refusal(Keymap(), "filters", "T") == ""
    assert refusal(Keymap(), "quit", "S")  # both in the library


def test_what_moves_and_presses_never_rests_on_a_letter() -> None:
    for name in ALWAYS:
        assert "letters can be turned off" in refusal(Keymap(), name, "K")
        assert refusal(Keymap(), name, "F9") == ""


def test_a_key_replaces_those_of_its_kind() -> None:
    assert given(Keymap(), "transcript", "K") == ("K", "Pad 4")
    assert given(Keymap(), "transcript", "Pad 9") == ("T", "Pad 9")


def test_one_action_goes_back_unless_its_key_was_given_away() -> None:
    moved = press(Keymap(), "transcript", "K")
    assert restoring(moved, "transcript") == (Keymap(), "")
    given_away = press(moved, "again", "T")
    kept, told = restoring(given_away, "transcript")
    assert kept == given_away
    assert "T already does “read it again”" in told


@over(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(KEYS)), max_size=25))
def test_whatever_is_pressed_no_key_means_two_things_and_everything_can_be_reached(
    presses: list[tuple[str, str]],
) -> None:
    keymap = Keymap()
    for name, key in presses:
        keymap = press(keymap, name, key)
    assert keymap.clashes() == ()
    for action in keymap.actions:
        assert any(not on_pad(key) for key in action.keys)
        assert action.name not in ALWAYS or not any(single(key) for key in action.keys)
    assert chosen(choices(keymap)) == keymap


@pytest.mark.parametrize(
    "kept", [None, 7, [], {"nobody": ["K"]}, {"pause": []}, {"pause": [3]}, {"pause": "K"}, {"transcript": ["L"]}]
)
def test_what_does_not_read_or_would_clash_is_left_as_it_comes(kept: object) -> None:
    assert chosen(kept) == Keymap()


def test_letters_off_leave_everything_that_is_no_letter() -> None:
    quiet = chosen({"again": ["Ctrl+R"]}, letters=False)
    assert quiet.key("again") == "Ctrl+R"
    assert quiet.key("leave") == ""
    assert quiet.key("pause") == "Esc"
    assert quiet.meant("A", "session") == ""
    assert quiet.caps("reply/0", "reply/1", "reply/2") == ()
    assert choices(quiet) == {"again": ["Ctrl+R"]}


def test_a_letter_that_is_off_does_not_even_count_as_any_key() -> None:
    speaking = Frame((9, 9), (), (), "Speaks", any_key="go-on")
    assert attend(Attention(), Key("T"), speaking, Keymap())[1] == Activate("go-on")
    assert attend(Attention(), Key("T"), speaking, Keymap(letters=False))[1] is None


def test_a_frame_that_waits_for_a_key_takes_any_as_it_is() -> None:
    frame = Frame((9, 9), (), (Hit("a", Box(0, 0, 5, 5), "button", "a"),), "Waits", catches=True)
    for key in ("Enter", "Tab", "Esc", "F1", "Pad 1"):
        assert attend(Attention(focus="a"), Key(key), frame, Keymap()) == (Attention(focus="a"), Press(key))
    assert attend(Attention(), Key("K", again=True), frame, Keymap())[1] is None


def test_groups_of_keys_are_shown_short_only_where_they_follow_each_other() -> None:
    assert Keymap().caps("reply/0", "reply/1", "reply/2", "reply/3") == ("A–D",)
    moved = Keymap().changed("reply/1", ("X",))
    assert moved.caps("reply/0", "reply/1", "reply/2") == ("A", "X", "C")
    assert Keymap().caps("left", "right") == ("Left", "Right")


def test_every_action_stands_in_one_group_and_says_where_it_holds() -> None:
    groups = grouped(Keymap())
    assert sorted(action.name for _, actions in groups for action in actions) == sorted(NAMES)
    assert {place for place, _ in groups} >= {"Everywhere", "Practise", "In a session", PANELS}
    assert all(where(action) for action in DEFAULT)
