"""Every pair of colours that carries words or meaning can be told apart, by dichromats too."""

from __future__ import annotations

from itertools import product

import pytest

from game.ui.theme import THEMES, Theme, contrast, luminance, mix
from tests.eyes import ALL_EYES, Eyes, number_of, ratio

ALL = list(THEMES.values())


INKS = ("ink", "quiet", "teal", "clay", "sage", "dusk")
"""What words are written in, on any ground: the words of a mark stand on its tint, but also on cards and walls."""
GROUNDS = (
    "paper", "ground", "ground_lit", "tint_plain", "selected", "tint_teal", "tint_clay", "tint_sage", "tint_dusk",
)  # fmt: skip


def told(theme: Theme, one: str, other: str, eyes: Eyes) -> float:
    return ratio(number_of(getattr(theme, one)), number_of(getattr(theme, other)), eyes)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("eyes", ALL_EYES)
def test_words_hold_on_every_ground_for_everyone(theme: Theme, eyes: Eyes) -> None:
    least = 7.0 if theme.name == "contrast" else 4.5
    pairs = [*product(INKS, GROUNDS), ("on_primary", "primary"), ("paper", "dusk"), ("paper", "teal"), ("paper", "ink")]
    assert [(ink, on) for ink, on in pairs if told(theme, ink, on, eyes) < least] == []


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_the_words_of_a_main_button_hold_while_it_is_touched(theme: Theme) -> None:
    assert contrast(theme.on_primary, mix(theme.primary, theme.ink, 0.18)) >= (7.0 if theme.name == "contrast" else 4.5)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("eyes", ALL_EYES)
def test_borders_ring_and_meters_can_be_seen_by_everyone(theme: Theme, eyes: Eyes) -> None:
    """Edges and the ring on every ground, the full part of a meter beside the empty one, a main button on the page."""
    pairs = [*product(("edge", "focus", "primary"), GROUNDS), ("teal", "divider"), ("teal", "paper")]
    assert [(part, on) for part, on in pairs if told(theme, part, on, eyes) < 3.0] == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert luminance("#FFFFFF") == pytest.approx(1.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_mix_goes_from_one_to_the_other() -> None:
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#000000", "#FFFFFF", 1) == "#FFFFFF"
