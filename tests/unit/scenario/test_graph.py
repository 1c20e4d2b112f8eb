"""Knots in graphs."""

from __future__ import annotations

from random import Random

from game.scenario.graph import components, knotted


def test_components_stand_before_what_leads_to_them() -> None:
    arrows = [[1], [2], [1, 3], [4, 4], [4], [0]]
    assert [sorted(one) for one in components(arrows)] == [[4], [3], [1, 2], [0], [5]]
    assert [knotted(one, arrows) for one in components(arrows)] == [True, False, True, False, False]


def test_within_a_component_nodes_stand_as_the_walk_finished_them() -> None:
    assert components([[1], [2], [0, 3], [1]]) == [[3, 2, 1, 0]]


def reachable(arrows: list[list[int]], start: int) -> set[int]:
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        new = set(arrows[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return reached


def test_two_nodes_are_in_one_component_if_each_reaches_the_other() -> None:
    for seed in range(60):
        random = Random(seed)
        size = random.randint(1, 9)
        arrows = [[random.randrange(size) for _ in range(random.randint(0, 2))] for _ in range(size)]
        found = components(arrows)
        home = {node: at for at, members in enumerate(found) for node in members}
        assert sorted(home) == list(range(size))
        ahead = [reachable(arrows, node) for node in range(size)]
        for one in range(size):
            assert all(home[to] <= home[one] for to in arrows[one])
            assert knotted(found[home[one]], arrows) == (one in ahead[one])
            for other in set(range(size)) - {one}:
                assert (home[one] == home[other]) == (other in ahead[one] and one in ahead[other])
