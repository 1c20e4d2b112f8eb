"""The product of beats and Worlds with nothing dropped, for scenarios in which a play may go round for ever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.scenario.condition import Condition
from game.scenario.laws import Laws
from game.scenario.model import Beat, Dimension, Line, Repair, Response
from game.scenario.world import World

Node = tuple[str, World]
Site = tuple[str, str, str, int, str]
"""Place, response, part, which of that part, and the dimension of a score: where a condition stands."""


@dataclass
class Product:
    """Every node that can be reached, with where each of its moves leads; None for nowhere."""

    moves: dict[Node, list[Node | None]] = field(default_factory=dict)
    points: dict[Node, list[dict[Dimension, int]]] = field(default_factory=dict)
    """At moments only: the points of each move."""
    asked: dict[Site, set[bool]] = field(default_factory=dict)
    """What came of every condition that was asked."""

    def ask(self, laws: Laws, site: Site, when: Condition | None, world: World) -> bool:
        """Ask a condition and remember what came of it."""
        held = laws.holds(when, world)
        if when is not None:
            self.asked.setdefault(site, set()).add(held)
        return held


def product(laws: Laws, *, most: int = 300) -> Product | None:
    """The whole product; None when it has more nodes than `most`."""
    found = Product()
    waiting = [_enter(laws, laws.scenario.start, laws.first())]
    while waiting:
        node = waiting.pop()
        if node is None or node in found.moves:
            continue
        found.moves[node] = _moves(laws, node, found)
        waiting += found.moves[node]
        if len(found.moves) > most:
            return None
    return found


def start(laws: Laws) -> Node:
    """The node at which every play starts."""
    node = _enter(laws, laws.scenario.start, laws.first())
    assert node is not None
    return node


def _enter(laws: Laws, to: str | None, world: World) -> Node | None:
    if to is None:
        return None
    beat = laws.scenario.beats.get(to)
    return (to, laws.enter(beat, world) if beat else world)


def _moves(laws: Laws, node: Node, found: Product) -> list[Node | None]:
    at, world = node
    beat = laws.scenario.beats.get(at)
    _lines(laws, (at, "", "line"), (beat or laws.scenario.endings[at]).lines, world, found)
    if beat is None:
        return []
    if not beat.responses:
        _first(laws, (at, "", "route"), (route.when for route in beat.routes), world, found)
        return [_enter(laws, laws.route(beat.routes, world), world)]
    for response in beat.responses:
        found.ask(laws, (at, response.id, "response", 0, ""), response.when, world)
    offered = laws.offered(beat, world)
    found.points[node] = [laws.points(beat, response, world) for response in offered]
    return [_answered(laws, beat, response, world, found) for response in offered]


def _answered(laws: Laws, beat: Beat, response: Response, world: World, found: Product) -> Node | None:
    for dimension in laws.in_play(beat, world):
        if override := response.overrides.get(dimension):
            cases = (when for when, _ in override.cases)
            _first(laws, (beat.id, response.id, "score"), cases, world, found, dimension)
    after = laws.answer(beat, response, world)
    for at, effect in enumerate(response.effects):
        if isinstance(effect, Repair) and effect.when and effect.rupture in world.open:
            site = (beat.id, response.id, "repair", at, "")
            found.asked.setdefault(site, set()).add(effect.rupture in after.repaired)
    _lines(laws, (beat.id, response.id, "reply"), response.reply, after, found)
    _first(laws, (beat.id, response.id, "route"), (route.when for route in response.routes), after, found)
    return _enter(laws, laws.route(response.routes, after), after)


def _lines(laws: Laws, where: tuple[str, str, str], lines: Iterable[Line], world: World, found: Product) -> None:
    for at, line in enumerate(lines):
        found.ask(laws, (*where, at, ""), line.when, world)


def _first(
    laws: Laws,
    where: tuple[str, str, str],
    whens: Iterable[Condition | None],
    world: World,
    found: Product,
    dimension: str = "",
) -> None:
    for at, when in enumerate(whens):
        if found.ask(laws, (*where, at, dimension), when, world):
            return


def reaches(found: Product, endings: set[str]) -> dict[Node, set[str]]:
    """The endings that can be reached from each node."""
    reached = {node: {node[0]} & endings for node in found.moves}
    changed = True
    while changed:
        changed = False
        for node, moves in found.moves.items():
            more = set().union(*(reached[to] for to in moves if to)) - reached[node]
            if more:
                reached[node] |= more
                changed = True
    return reached


def cyclic(found: Product) -> set[Node]:
    """The nodes that can be reached from themselves."""
    ahead = {node: {to for to in moves if to} for node, moves in found.moves.items()}
    left = _without_ends(ahead)
    return {node for node in left if node in _beyond(node, left)}


def _without_ends(ahead: dict[Node, set[Node]]) -> dict[Node, set[Node]]:
    """What is left when all that leads on to nothing is taken away, again and again."""
    left = dict(ahead)
    while done := {node for node, moves in left.items() if not moves & left.keys()}:
        for node in done:
            del left[node]
    return left


def _beyond(node: Node, ahead: dict[Node, set[Node]]) -> set[Node]:
    reached: set[Node] = set()
    waiting = [node]
    while waiting:
        new = (ahead[waiting.pop()] & ahead.keys()) - reached
        reached |= new
        waiting += new
    return reached
