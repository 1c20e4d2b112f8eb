"""What is told in words: everything once, in order, with its position among its kind."""

from __future__ import annotations

from game.ui.box import Box
from game.ui.frame import Frame, Hit, Role
from game.ui.spoken import Spoken, spoken


def hit(name: str, role: Role = "button", label: str | None = None) -> Hit:
    return Hit(name, Box(0, 0, 10, 10), role, name if label is None else label)


def told(*hits: Hit) -> tuple[Spoken, ...]:
    return spoken(Frame((100, 100), (), hits, "Test"))


def test_order_is_the_order_of_the_picture_and_nothing_without_words_is_told() -> None:
    assert [one.hit.name for one in told(hit("a"), hit("b", label=""), hit("c", "heading"))] == ["a", "c"]


def test_what_the_footer_repeats_is_told_once() -> None:
    names = [one.hit.name for one in told(hit("pause"), hit("foot/pause", "key"), hit("foot/go-on", "key"))]
    assert names == ["pause", "foot/go-on"]


def test_choices_that_belong_together_have_a_position() -> None:
    replies = told(hit("reply/0", "choice"), hit("reply/1", "choice"), hit("card/x", "choice"), hit("pause"))
    assert [(one.position, one.of) for one in replies] == [(1, 2), (2, 2), (0, 0), (0, 0)]
    assert replies[0].among == replies[1].among != replies[2].among
