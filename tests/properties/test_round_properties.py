"""Where plays may go round for ever, the explorer still ends, and still says what is true."""

from __future__ import annotations

from building import scenarios
from hypothesis import assume, given, settings
from whole_product import Node, Product, cyclic, product, reaches, start

from game.scenario.bounds import ENDLESS, Bounds, bounds, still_open
from game.scenario.explore import Explored, explore
from game.scenario.laws import Laws
from game.scenario.model import DIMENSIONS, Scenario


@given(scenarios(round=True))
@settings(max_examples=150)
def test_what_can_be_said_of_endless_plays_is_said(scenario: Scenario) -> None:
    laws = Laws(scenario)
    whole = product(laws)
    assume(whole is not None)
    assert whole is not None
    explored = explore(laws)
    found = bounds(explored)
    assert explored.complete
    assert bool(explored.cycles()) == bool(cyclic(whole))
    assert {place for place, _ in whole.moves} == {*scenario.beats, *scenario.endings} - set(explored.unreached())
    endings_from = still_open(explored)
    assert endings_from is not None
    reached = reaches(whole, set(scenario.endings))
    assert all(set(endings_from(*node)) == reached[node] for node in whole.moves)
    agree_on_endings(found, whole, laws)
    agree_on_moments(found, whole, laws, scenario)
    agree_on_what_has_no_end(found, whole, reached)
    agree_on_what_was_asked(explored, whole)


def agree_on_endings(found: Bounds, whole: Product, laws: Laws) -> None:
    likely, left = probabilities(whole, laws)
    fewest = shortest(whole, laws, dict.fromkeys(whole.points, 1))
    for ending, told in found.endings.items():
        nodes = [node for node in whole.moves if node[0] == ending]
        assert told.reachable == bool(nodes)
        if told.probability is not None:
            followed = sum(likely.get(node, 0.0) for node in nodes)
            assert followed - 1e-9 <= told.probability <= followed + left + 1e-9
        assert (told.decisions or (None,))[0] == min((fewest[node] for node in nodes), default=None)


def agree_on_moments(found: Bounds, whole: Product, laws: Laws, scenario: Scenario) -> None:
    for dimension in DIMENSIONS:
        weights = {node: int(bool(moves) and dimension in moves[0]) for node, moves in whole.points.items()}
        fewest = shortest(whole, laws, weights)
        least = min((fewest[node] for node in whole.moves if node[0] in scenario.endings), default=None)
        assert (found.dimensions[dimension].moments or (None,))[0] == least


def agree_on_what_has_no_end(found: Bounds, whole: Product, reached: dict[Node, set[str]]) -> None:
    rounds = cyclic(whole)
    for ending, told in found.endings.items():
        if told.decisions:
            endless = any(node in whole.points and ending in reached[node] for node in rounds)
            assert (told.decisions[1] is None) == endless
    for dimension, bound in found.dimensions.items():
        at_stake = (node for node in rounds if dimension in (*whole.points.get(node, ()), {})[0])
        endless = any(reached[node] for node in at_stake)
        assert bound.moments is None or (bound.moments[1] is None) == endless
        assert not endless or (bound.level is None and bound.reason == ENDLESS)


def agree_on_what_was_asked(explored: Explored, whole: Product) -> None:
    for asked in explored.asked:
        told = {outcome for outcome, seen in ((True, asked.held), (False, asked.failed)) if seen}
        real = whole.asked.get(asked[:5], set())
        assert told == real


def shortest(whole: Product, laws: Laws, weights: dict[Node, int]) -> dict[Node, int]:
    least: dict[Node, int] = {start(laws): 0}
    waiting = [start(laws)]
    while waiting:
        node = waiting.pop(0)
        for to in whole.moves[node]:
            near = least[node] + weights.get(node, 0)
            if to is not None and near < least.get(to, 10**9):
                least[to] = near
                waiting.append(to)
    return least


def probabilities(whole: Product, laws: Laws) -> tuple[dict[Node, float], float]:
    """How likely random play ends at each node, by following it for long, and how likely it still goes on then."""
    going: dict[Node, float] = {start(laws): 1.0}
    ended: dict[Node, float] = {}
    for _ in range(300):
        onward: dict[Node, float] = {}
        for node, much in going.items():
            moves = whole.moves[node]
            if not moves:
                ended[node] = ended.get(node, 0.0) + much
            for to in moves:
                if to is not None:
                    onward[to] = onward.get(to, 0.0) + much / len(moves)
        going = onward
        if sum(going.values()) < 1e-8:
            break
    return ended, sum(going.values())
