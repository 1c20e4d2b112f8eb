"""Rectangles are cut and put together without losing or inventing px."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.box import NOTHING, Box

BOX = Box(10, 20, 300, 200)
sides = st.floats(0, 4000)
boxes = st.builds(Box, sides, sides, st.floats(1, 4000), st.floats(1, 4000))


@pytest.mark.parametrize("cut", [Box.from_top, Box.from_bottom, Box.from_left])
def test_a_cut_and_its_rest_fill_the_box_but_for_the_gap(cut: Callable[[Box, float, float], tuple[Box, Box]]) -> None:
    piece, rest = cut(BOX, 50, 8)
    assert not piece.meets(rest)
    assert piece.inside(BOX)
    assert rest.inside(BOX)
    lost = BOX.w * BOX.h - piece.w * piece.h - rest.w * rest.h
    assert lost == pytest.approx(8 * (BOX.w if piece.w == BOX.w else BOX.h))


def test_a_cut_larger_than_the_box_leaves_nothing() -> None:
    assert BOX.from_top(500, 8)[1].h == 0
    assert BOX.from_left(500)[1].w == 0


@given(boxes, st.integers(1, 6), st.floats(0, 20))
def test_columns_are_equal_and_end_at_the_right_side(box: Box, count: int, gap: float) -> None:
    columns = box.columns(count, gap)
    assert len({round(column.w, 6) for column in columns}) == 1
    if columns[0].w > 0:
        assert columns[-1].right == pytest.approx(box.right, abs=0.01)


def test_split_keeps_shares() -> None:
    one, two = BOX.split(1, 2, gap=30)
    assert (one.w, two.w) == pytest.approx((90, 180))
    assert two.x == pytest.approx(one.right + 30)


def test_rows_are_columns_on_their_side() -> None:
    rows = BOX.rows(4, 20)
    assert [row.h for row in rows] == [35] * 4
    assert rows[-1].bottom == BOX.bottom


def test_inset_never_turns_inside_out() -> None:
    assert BOX.inset(400).w == 0
    assert BOX.inset(10, 20) == Box(20, 40, 280, 160)


@given(boxes, boxes)
def test_both_and_around_agree_with_meets(one: Box, other: Box) -> None:
    shared = one.both(other)
    assert (shared.w > 0 and shared.h > 0) == one.meets(other)
    whole = one.around(other)
    assert one.inside(whole, 0.01)
    assert other.inside(whole, 0.01)


def test_neighbours_and_middles() -> None:
    assert BOX.below(10, 5) == Box(10, 225, 300, 10)
    assert BOX.centred(100, 100) == Box(110, 70, 100, 100)
    assert BOX.holds(10, 20)
    assert not BOX.holds(310, 20)
    assert BOX.grown(5).moved(5, 5).wide(1).tall(2) == Box(10, 20, 1, 2)
    assert not BOX.meets(NOTHING)
