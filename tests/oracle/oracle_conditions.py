"""What the words of a condition mean, by Python's own parser and an evaluator written from the manual alone.

It knows nothing of the program: a world is a dictionary, and a condition is read afresh each time it is asked.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from functools import cache
from typing import Any

World = dict[str, Any]
"""gauges, flags, open, repaired, used, seen, codes, and `marks`: how many codes there were when a rupture opened."""

Book = dict[str, Any]
"""Everything that stays as it is: beats, endings, codes, rules, gauges, ruptures, families."""

COMPARISONS: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def holds(book: Book, world: World, text: str | None) -> bool:
    """Whether a condition holds; one that is left out always does."""
    return not text or _true(book, world, parsed(text))


@cache
def parsed(text: str) -> ast.expr:
    """The tree of a condition."""
    return ast.parse(text.strip(), mode="eval").body


def _true(book: Book, world: World, node: ast.expr) -> bool:
    match node:
        case ast.BoolOp(op=ast.And()):
            return all(_true(book, world, value) for value in node.values)
        case ast.BoolOp(op=ast.Or()):
            return any(_true(book, world, value) for value in node.values)
        case ast.UnaryOp(op=ast.Not()):
            return not _true(book, world, node.operand)
        case ast.Compare(ops=[sign], comparators=[right]):
            return COMPARISONS[type(sign)](_number(world, node.left), _number(world, right))
        case ast.Name():
            return node.id in world["flags"]
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return CALLS[name](book, world, *[ast.literal_eval(argument) for argument in arguments])
    raise ValueError(f"not a condition: {ast.unparse(node)}")


def _number(world: World, node: ast.expr) -> int:
    return int(world["gauges"][node.id]) if isinstance(node, ast.Name) else int(ast.literal_eval(node))


# -- calls -------------------------------------------------------------------------------------------------------
def _ruptured(book: Book, world: World, name: str) -> bool:
    return any(name in (id, book["ruptures"][id]["kind"], book["ruptures"][id]["marker"]) for id in world["open"])


def _last(world: World, count: int = 1) -> list[str]:
    return list(world["codes"][-count:]) if count else []


def _error(book: Book, code: str) -> bool:
    return bool(book["codes"][code]["family"] == "error")


def _error_within(book: Book, world: World, count: int) -> bool:
    return any(_error(book, code) for code in _last(world, count))


def _since_opened(book: Book, world: World, code: str) -> bool:
    return bool(world["open"]) and code in world["codes"][world["marks"][world["open"][-1]] :]


CALLS: dict[str, Callable[..., bool]] = {
    "ruptured": _ruptured,
    "repaired": lambda book, world, name: name in world["repaired"],
    "seen": lambda book, world, name: name in world["seen"],
    "chose": lambda book, world, name: name in world["used"],
    "chose_code": lambda book, world, code: code in world["codes"],
    "last_code": lambda book, world, code: _last(world) == [code],
    "last_family": lambda book, world, name: [book["codes"][code]["family"] for code in _last(world)] == [name],
    "last_error": lambda book, world: _error_within(book, world, 1),
    "error_within": _error_within,
    "since_opened": _since_opened,
}
