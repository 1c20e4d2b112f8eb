"""Movement is a function of time, has an end, and stops where a person asked for that."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.motion import blink, breath, ease, progress, typed, typing_time

times = st.floats(0, 1000)


@given(st.text(max_size=80), times, times)
def test_typing_only_grows_and_ends(text: str, one: float, other: float) -> None:
    early, late = sorted((one, other))
    assert 0 <= typed(text, early) <= typed(text, late) <= len(text)
    assert typed(text, typing_time(text) + 0.001) == len(text)


def test_typing_rests_after_a_sentence() -> None:
    assert typing_time("Yes. No") > typing_time("Yess No") + 0.1


def test_without_motion_words_stand_at_once() -> None:
    assert typed("Hello", 0, "reduced") == typed("Hello", 0, "none") == 5
    assert typing_time("Hello", "reduced") == 0


@given(times)
def test_breath_and_blink_stay_in_bounds(t: float) -> None:
    assert -1 <= breath(t) <= 1
    assert 0 <= blink(t) <= 1
    assert breath(t, "reduced") == blink(t, "none") == 0


def test_a_face_blinks_about_every_four_seconds_and_never_twice_at_once() -> None:
    open_before, moments = True, []
    for step in range(6000):
        t = step / 100
        if blink(t) > 0 and open_before:
            moments.append(t)
        open_before = blink(t) == 0
    assert 12 <= len(moments) <= 16
    assert min(b - a for a, b in itertools.pairwise(moments)) > 1.0


def test_progress_and_easing() -> None:
    assert progress(1, 2, 4) == 0
    assert progress(4, 2, 4) == 0.5
    assert progress(9, 2, 4) == 1
    assert progress(0, 0, 0) == 1
    assert (ease(0), ease(0.5), ease(1), ease(7)) == pytest.approx((0, 0.5, 1, 1))
