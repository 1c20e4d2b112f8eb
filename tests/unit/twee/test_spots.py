"""Places of passages that nobody has placed."""

from __future__ import annotations

from game.twee.layout import STEP, spots


def test_rows_are_distances_from_the_start() -> None:
    ways = {"alone": ["b"], "a": ["b", "c", "gone"], "b": ["d"], "c": ["d", "a"], "d": []}
    found = {name: (x // STEP, y // STEP) for name, (x, y) in spots(ways, "a").items()}
    assert found == {"a": (1, 1), "b": (1, 2), "c": (2, 2), "d": (1, 3), "alone": (1, 4)}


def test_no_two_stand_in_one_place() -> None:
    ways = {str(number): [str(number * 2), str(number * 2 + 1)] for number in range(1, 200)}
    found = spots(ways, "1")
    assert len(set(found.values())) == len(ways)
