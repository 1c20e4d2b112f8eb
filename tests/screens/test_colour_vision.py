"""Nothing is told by colour alone: states that differ still differ in lightness and shape for dichromats.

Each pair is drawn by the widget that the screens use, painted, and seen through the simulations of `tests.eyes`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.ui.box import Box
from game.ui.charts import Episode, Series, line_plot, small_arc
from game.ui.choices import field, option_card, pill, rail_entry, segmented, toggle
from game.ui.frame import Frame, Part
from game.ui.look import Look
from game.ui.orders import Fill, Order, Text
from game.ui.theme import THEMES, Theme, ThemeName
from game.ui.widgets import TAGS, badge, button, dots, sign_plate
from tests.eyes import ALL_EYES, Eyes, differing, number_of, painted, ratio
from tests.stage import fonts, pilots

SIZE = (640, 240)
BOX = Box(40, 40, 420, 120)
LEAST = 3.0
"""Contrast from which a shape counts as seen (WCAG 2.2, 1.4.11)."""
SHAPE = 30
"""px that make a shape: a tick, a heavier edge, another knob. A tint alone has none that differ by LEAST."""

Drawn = Callable[[Look, bool], Part]
STATES: dict[str, Drawn] = {
    "an answer": lambda look, on: option_card(look, BOX, "a", "Moving away", "Goes quiet.", key="1", selected=on),
    "a pill": lambda look, on: pill(look, BOX, "a", "Deferential", selected=on),
    "a switch": lambda look, on: toggle(look, BOX, "a", "Notice prompts", "Ask me.", on),
    "a choice of two": lambda look, on: segmented(look, BOX, "a", (("x", "Light"), ("y", "Dark")), "x" if on else "y"),
    "a place in the rail": lambda look, on: rail_entry(look, BOX, "a", "chat", "Practise", here=on),
    "a chosen reply's letter": lambda look, on: badge(look, BOX, "A", selected=on),
    "how hard": lambda look, on: dots(look, BOX, 2 if on else 1, 3),
    "how much was reached": lambda look, on: small_arc(look, BOX, 0.8 if on else 0.5, None, "empathy"),
    "where chance stands": lambda look, on: small_arc(look, BOX, 0.8, 0.3 if on else 0.6, "empathy"),
    "a field with the keyboard": lambda look, on: field(replace(look, focus="a" if on else ""), BOX, "a", "Words", ""),
    "a button with the keyboard": lambda look, on: button(replace(look, focus="a", keyboard=on), BOX, "a", "Go on"),
    "a button that can be pressed": lambda look, on: button(look, BOX, "a", "Go on", kind="primary", enabled=on),
}


def look(theme: ThemeName) -> Look:
    return Look((1920, 1080), theme=THEMES[theme], motion="none", measurer=fonts())


def picture(theme: Theme, *orders: Order) -> pygame.Surface:
    page = Fill(Box(0, 0, *map(float, SIZE)), theme.paper)
    return painted(Frame(SIZE, (page, *orders), (), "Test"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_a_state_shows_in_more_than_its_colour(theme: ThemeName, state: str) -> None:
    on, off = (picture(THEMES[theme], *STATES[state](look(theme), which).orders) for which in (True, False))
    assert {eyes: n for eyes in ALL_EYES if (n := differing(on, off, LEAST, eyes)) < SHAPE} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_what_happened_has_a_sign_of_its_own(theme: ThemeName) -> None:
    """Rupture, repair, moving away, moving against, both: signs of five shapes, whatever their colours are."""
    signs = {TAGS[what][0]: sign_plate(look(theme), BOX, what) for what in TAGS}
    pictures = [picture(THEMES[theme], *part.orders) for part in signs.values()]
    assert len(pictures) == 5
    for one, other in itertools.combinations(pictures, 2):
        assert min(differing(one, other, LEAST, eyes) for eyes in ALL_EYES) >= SHAPE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", ALL_EYES)
def test_lines_of_the_session_differ_by_their_points(theme: ThemeName, eyes: Eyes) -> None:
    """The same numbers as either line: round or square points, and a name at the end, tell which it is."""

    def drawn(name: str, square: bool) -> pygame.Surface:
        series = (Series(name, (0.3, 0.6, 0.4), "teal", square),)
        return picture(THEMES[theme], *line_plot(look(theme), Box(10, 10, 600, 220), series).orders)

    assert differing(drawn("one", False), drawn("one", True), LEAST, eyes) >= SHAPE
    assert differing(drawn("voice", False), drawn("tension", True), LEAST, eyes) >= 3 * SHAPE


@pytest.mark.parametrize("theme", THEMES)
def test_a_rupture_on_the_line_is_named_and_hatched(theme: ThemeName) -> None:
    series = (Series("voice", (0.3, 0.6, 0.4), "teal"),)
    shaded = line_plot(look(theme), Box(10, 10, 600, 220), series, (Episode(0, 1, "opens", "repaired"),))
    told = [line for order in shaded.orders if isinstance(order, Text) for line in order.lines]
    assert {"opens", "repaired"} <= set(told)
    plain = line_plot(look(theme), Box(10, 10, 600, 220), series)
    with_, without = (picture(THEMES[theme], *part.orders) for part in (shaded, plain))
    assert min(differing(with_, without, LEAST, eyes) for eyes in ALL_EYES) >= 10 * SHAPE


def test_points_and_outcomes_stand_in_words_and_signs_on_the_debrief() -> None:
    told = pilots()["debrief"].text()
    for words in ("smoothed over", "still open", "closed here", "empathy minus 1"):
        assert words in told


def test_a_difference_of_hue_alone_would_be_found() -> None:
    """Red and green of one lightness to a deuteranope: 3:1 for nobody."""
    red, green = number_of("#C83C32"), number_of("#6E7D28")
    assert ratio(red, green, "deuteranopia") < 1.6
    box = Box(40, 40, 60, 60)
    one, other = (picture(THEMES["light"], Fill(box, colour)) for colour in ("#C83C32", "#6E7D28"))
    assert differing(one, other, LEAST, "deuteranopia") == 0
