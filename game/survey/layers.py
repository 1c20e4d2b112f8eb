"""In which layer each node of a graph stands, so that arrows lead downwards: by the longest way there.

It knows names and arrows only. Arrows that lead back are turned round for this, and told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Pair = tuple[str, str]


def layers(names: Sequence[str], arrows: Sequence[Pair]) -> tuple[dict[str, int], frozenset[Pair]]:
    """Name -> layer from 0, and the arrows that lead back up; those from a node to itself are in neither.

    What the first name does not lead to stands as near as can be above what it leads to itself.
    """
    after: dict[str, list[str]] = {name: [] for name in names}
    for source, target in dict.fromkeys(arrows):
        if source != target:
            after[source].append(target)
    order, back = _depth_first(names, after)
    layer = dict.fromkeys(names, 0)
    for name in reversed(order):
        for target in after[name]:
            if (name, target) not in back:
                layer[target] = max(layer[target], layer[name] + 1)
    for name in _unreached(names, order):
        down = [layer[target] for target in after[name] if (name, target) not in back]
        layer[name] = max(layer[name], min(down, default=0) - 1)
    return layer, frozenset(back)


def _unreached(names: Sequence[str], order: Sequence[str]) -> Sequence[str]:
    """What the first name does not lead to, each after all that it leads to."""
    return order[order.index(names[0]) + 1 :] if names else ()


def _depth_first(names: Sequence[str], after: Mapping[str, Sequence[str]]) -> tuple[list[str], set[Pair]]:
    """The names, each after all that it leads to; and the arrows to a name that the walk is still inside."""
    order: list[str] = []
    back: set[Pair] = set()
    inside: set[str] = set()
    met: set[str] = set()
    for root in names:
        if root in met:
            continue
        path: list[tuple[str, Iterator[str]]] = [(root, iter(after[root]))]
        met.add(root)
        inside.add(root)
        while path:
            name, left = path[-1]
            target = next(left, None)
            if target is None:
                path.pop()
                inside.discard(name)
                order.append(name)
            elif target in inside:
                back.add((name, target))
            elif target not in met:
                met.add(target)
                inside.add(target)
                path.append((target, iter(after[target])))
    return order, back
