"""Every pair of colours that carries words or meaning can be told apart."""

from __future__ import annotations

from itertools import product

import pytest

from game.ui.theme import THEMES, Mark, Theme, contrast, luminance, mix

MARKS: tuple[Mark, ...] = ("teal", "clay", "sage", "dusk", "plain")
ALL = list(THEMES.values())


def least(theme: Theme) -> float:
    return 7.0 if theme.name == "contrast" else 4.5


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["ink", "quiet", "teal", "clay", "sage", "dusk"])
@pytest.mark.parametrize("paper", ["paper", "ground", "ground_lit"])
def test_words_hold_on_every_ground(theme: Theme, ink: str, paper: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, paper)) >= least(theme)


@pytest.mark.parametrize(("theme", "mark"), list(product(ALL, MARKS)), ids=lambda one: getattr(one, "name", one))
def test_marks_and_ink_hold_on_their_tint(theme: Theme, mark: Mark) -> None:
    for ink in (theme.mark(mark), theme.ink):
        assert contrast(ink, theme.tint(mark)) >= least(theme)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_words_hold_on_a_selected_card_and_a_button(theme: Theme) -> None:
    for ink in (theme.ink, theme.quiet):
        assert contrast(ink, theme.selected) >= least(theme)
    assert contrast(theme.on_primary, theme.primary) >= least(theme)
    assert contrast(theme.on_primary, mix(theme.primary, theme.ink, 0.18)) >= 4.5
    assert contrast(theme.paper, theme.dusk) >= 4.5


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("part", ["edge", "focus", "teal"])
@pytest.mark.parametrize("paper", ["paper", "ground", "ground_lit"])
def test_borders_ring_and_meters_can_be_seen(theme: Theme, part: str, paper: str) -> None:
    assert contrast(getattr(theme, part), getattr(theme, paper)) >= 3.0


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert luminance("#FFFFFF") == pytest.approx(1.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_mix_goes_from_one_to_the_other() -> None:
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#000000", "#FFFFFF", 1) == "#FFFFFF"
