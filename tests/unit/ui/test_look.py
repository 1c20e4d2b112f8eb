"""Sizes stay legible, words wrap into their width, quotes are typographic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.look import Look, PlainMeasurer, curly
from game.ui.theme import BODY, CONTRAST, PAGE_TITLE, REPLY, SMALL, SPEECH, Style

WINDOWS = [(1024, 600), (1280, 720), (1366, 768), (1920, 1080), (2560, 1080), (3840, 2160)]


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("style", [BODY, REPLY, SPEECH, SMALL])
def test_text_is_never_too_small(size: tuple[int, int], scale: float, style: Style) -> None:
    look = Look(size, scale)
    assert look.px(style) >= 15 * scale
    if size[1] >= 1080 and size[0] >= 1920:
        assert look.px(BODY) >= 18 * look.unit


def test_text_doubles_and_distances_do_not() -> None:
    one, two = Look(), Look(text_scale=2.0)
    assert two.px(BODY) == 2 * one.px(BODY)
    assert two.em(3) == 2 * one.em(3)
    assert two.u(24) == one.u(24) == 24


def test_a_small_window_or_large_text_stands_in_one_column() -> None:
    assert not Look((1024, 600)).narrow
    assert Look((1024, 600), 2.0).narrow
    assert Look((1920, 1080), 2.0).narrow
    assert not Look((1920, 1080), 1.5).narrow


def test_what_can_be_pressed_is_large_enough() -> None:
    assert Look((1024, 600)).target >= 40
    assert Look((1024, 600), 2.0).target >= 54
    assert Look((3840, 2160)).target == 96


@given(st.text("abc de'\n", max_size=300), st.floats(30, 600))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: float) -> None:
    look = Look()
    lines = look.wrap(text, BODY, width)
    assert "".join("".join(lines).split()) == "".join(curly(text).split())
    room = max(width, look.px(BODY))
    assert all(look.measure(line, BODY)[0] <= room + 0.01 or len(line) == 1 for line in lines)


def test_wrapping_breaks_at_words_and_keeps_newlines() -> None:
    look = Look()
    assert look.wrap("one two three", BODY, 75) == ("one two", "three")
    assert look.wrap("one\n\ntwo", BODY, 400) == ("one", "", "two")
    assert look.height("one two three", BODY, 75) == 2 * look.line(BODY)


def test_quotes_are_curled_letter_for_letter() -> None:
    told = """It's 'fine', he said: "You're the expert." (\"Yes.\")"""
    assert curly(told) == "It’s ‘fine’, he said: “You’re the expert.” (“Yes.”)"
    assert len(curly(told)) == len(told)
    assert curly("plain") == "plain"


def test_fonts_follow_family_theme_and_style() -> None:
    assert Look().font(PAGE_TITLE).family == "newsreader"
    assert Look(family="opendyslexic").font(PAGE_TITLE).family == "opendyslexic"
    assert Look(theme=CONTRAST).font(BODY).weight == 500
    assert Look().font(Style(20, italic=True)).italic


def test_scale_is_kept_in_bounds_and_offsets_are_found() -> None:
    assert Look().scaled(3).text_scale == 2.0
    assert Look().scaled(0.2).text_scale == 1.0
    look = replace(Look(), offsets=(("main", 40.0),), focus="a", keyboard=True)
    assert look.offset("main") == 40
    assert look.offset("other") == 0
    assert look.ringed("a")
    assert not look.ringed("b")
    assert not replace(look, keyboard=False).ringed("a")


def test_the_plain_measurer_knows_nothing_of_windows() -> None:
    assert PlainMeasurer().width("four", Look().font(BODY), 20) == 40
