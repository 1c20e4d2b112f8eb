"""Conditions as authors write them: `trust >= 6 and not rushed` -> a closed tree, and back to text.

It knows the grammar only: whether a name exists is asked by `compile`, whether a condition holds by `world`.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NoReturn, assert_never, get_args

LONGEST = 400
"""Characters at most."""

DEEPEST = 20
"""Levels of `and`, `or` and `not` at most."""

Kind = Literal["gauge", "flag", "rupture", "rupture, kind or marker", "beat", "response", "code", "family"]
"""What a name in a condition must name."""

_Operator = Literal["<", "<=", ">", ">=", "==", "!="]
_OPERATORS: dict[type[ast.cmpop], _Operator] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compare:
    """`trust >= 6`: a gauge against a gauge or a whole number."""

    left: str | int
    op: Literal["<", "<=", ">", ">=", "==", "!="]
    right: str | int


@dataclass(frozen=True, slots=True)
class Has:
    """A flag is up."""

    flag: str


@dataclass(frozen=True, slots=True)
class Ruptured:
    """An open rupture has this id, kind or marker."""

    name: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """This rupture was repaired."""

    rupture: str


@dataclass(frozen=True, slots=True)
class Seen:
    """This beat was entered."""

    beat: str


@dataclass(frozen=True, slots=True)
class Chose:
    """This response was given."""

    beat: str
    response: str


@dataclass(frozen=True, slots=True)
class ChoseCode:
    """Some response so far had this code."""

    code: str


@dataclass(frozen=True, slots=True)
class LastCode:
    """The response before this one had this code."""

    code: str


@dataclass(frozen=True, slots=True)
class LastFamily:
    """The code of the response before this one is of this family."""

    family: str


@dataclass(frozen=True, slots=True)
class ErrorWithin:
    """One of the last `count` responses was of family `error`. `last_error()` is `ErrorWithin(1)`."""

    count: int


@dataclass(frozen=True, slots=True)
class SinceOpened:
    """A response of this code was given after the response that opened the newest rupture still open."""

    code: str


@dataclass(frozen=True, slots=True)
class Not:
    """The inner condition does not hold."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]


Condition = (
    Compare
    | Has
    | Ruptured
    | Repaired
    | Seen
    | Chose
    | ChoseCode
    | LastCode
    | LastFamily
    | ErrorWithin
    | SinceOpened
    | Not
    | All
    | Any
)


class ConditionFault(ValueError):
    """A condition that does not parse. `column` counts from 1 within the condition's text."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


def parse(text: str) -> Condition:
    """The tree of a condition; raises `ConditionFault` with a sentence and a column.

    >>> parse("trust >= 6 and not rushed")
    All(parts=(Compare(left='trust', op='>=', right=6), Not(inner=Has(flag='rushed'))))
    """
    if len(text) > LONGEST:
        raise ConditionFault(f"a condition has at most {LONGEST} characters; this one has {len(text)}")
    for stray in "#\\":
        if stray in text:
            raise ConditionFault(f"a condition has no {stray}", text.index(stray) + 1)
    line = re.sub(r"\s", " ", text)
    indent = len(line) - len(line.lstrip())
    line = line.strip()
    tree = _tree(line, indent)
    try:
        return _read(tree, 1)
    except ConditionFault as fault:
        before = line.encode()[: fault.column - 1].decode(errors="ignore")  # Python counts bytes, people count letters
        raise ConditionFault(fault.message, indent + len(before) + 1) from None


def _tree(line: str, indent: int) -> ast.expr:
    """Python's own tree of one line. What Python only warns of (`3or`) does not pass either."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return ast.parse(line, mode="eval").body
    except SyntaxError as error:
        column = min(error.offset or len(line) + 1, len(line) + 1)  # Python has no place for an end that came too soon
        raise ConditionFault("this is not a condition", indent + column) from None
    except (ValueError, RecursionError, MemoryError):
        raise ConditionFault("this is not a condition") from None


def text(condition: Condition) -> str:
    """The condition in the author's notation; `parse(text(c)) == c`."""
    match condition:
        case Compare(left, op, right):
            return f"{left} {op} {right}"
        case Has(flag):
            return flag
        case Not(inner):
            return f"not {_bracketed(inner)}"
        case All(parts):
            return " and ".join(_bracketed(part) for part in parts)
        case Any(parts):
            return " or ".join(_bracketed(part) for part in parts)
        case _:
            return _call_text(condition)


def mentions(condition: Condition) -> Iterator[tuple[Kind, str]]:
    """Every name the condition reads, with what it must be. A response is given as `beat/response`."""
    match condition:
        case Compare(left, _, right):
            yield from (("gauge", side) for side in (left, right) if isinstance(side, str))
        case Has(flag):
            yield "flag", flag
        case Ruptured(name):
            yield "rupture, kind or marker", name
        case Repaired(rupture):
            yield "rupture", rupture
        case Seen(beat):
            yield "beat", beat
        case Chose(beat, response):
            yield "response", f"{beat}/{response}"
        case ChoseCode(code) | LastCode(code) | SinceOpened(code):
            yield "code", code
        case LastFamily(family):
            yield "family", family
        case ErrorWithin():
            return
        case Not(inner):
            yield from mentions(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from mentions(part)
        case _:
            assert_never(condition)


def atoms(condition: Condition) -> Iterator[Condition]:
    """The leaves of the tree, left to right: everything but `Not`, `All`, `Any`."""
    match condition:
        case Not(inner):
            yield from atoms(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from atoms(part)
        case _:
            yield condition


def _bracketed(condition: Condition) -> str:
    inner = text(condition)
    return f"({inner})" if isinstance(condition, All | Any) else inner


def _call_text(condition: Condition) -> str:
    match condition:
        case ErrorWithin(1):
            return "last_error()"
        case ErrorWithin(count):
            return f"error_within({count})"
        case Chose(beat, response):
            return f"chose({f'{beat}/{response}'!r})"
    name = next(call for call, (_, made) in _CALLS.items() if made is type(condition))
    ((_, word),) = mentions(condition)
    return f"{name}({word!r})"


# -- reading -----------------------------------------------------------------------------------------------------
def _read(node: ast.expr, depth: int) -> Condition:
    if depth > DEEPEST and isinstance(node, ast.BoolOp | ast.UnaryOp):
        raise ConditionFault(f"a condition goes at most {DEEPEST} levels deep", node.col_offset + 1)
    match node:
        case ast.BoolOp(op=op, values=values):
            parts = tuple(_read(value, depth + 1) for value in values)
            return All(parts) if isinstance(op, ast.And) else Any(parts)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_read(operand, depth + 1))
        case ast.Compare():
            return _comparison(node)
        case ast.Name(id=flag):
            return Has(flag)
        case ast.Call():
            return _call(node)
    _refuse(node, "a condition is made of and, or, not, comparisons, flags and the calls of the manual")


def _comparison(node: ast.Compare) -> Condition:
    operator = _OPERATORS.get(type(node.ops[0]))
    if len(node.ops) != 1 or operator is None:
        _refuse(node, f"compare two things with one of {' '.join(get_args(_Operator))}")
    return Compare(_side(node.left), operator, _side(node.comparators[0]))


def _side(node: ast.expr) -> str | int:
    match node:
        case ast.Name(id=gauge):
            return gauge
        case ast.Constant(value=int(number)) if type(number) is int:
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))) if type(number) is int:
            return -number
    _refuse(node, "only gauges and whole numbers can be compared")


def _call(node: ast.Call) -> Condition:
    name = node.func.id if isinstance(node.func, ast.Name) else "..."
    if name not in _CALLS:
        _refuse(node, f"there is no call '{name}'; there are {', '.join(_CALLS)}")
    wanted, made = _CALLS[name]
    if node.keywords or len(node.args) != (wanted is not None):
        _refuse(node, f"{name}() takes {'one value' if wanted else 'no value'}")
    if wanted is None:
        return made()
    value = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
    if type(value) is not wanted:
        _refuse(node.args[0], f"{name}() takes {'a word in quotes' if wanted is str else 'a whole number'}")
    try:
        return made(value)
    except ConditionFault as fault:
        _refuse(node.args[0], fault.message)


def _refuse(node: ast.expr, message: str) -> NoReturn:
    raise ConditionFault(message, node.col_offset + 1)


def _last_error() -> Condition:
    return ErrorWithin(1)


def _error_within(count: int) -> Condition:
    if not 1 <= count <= 99:
        raise ConditionFault("error_within() takes a whole number from 1 to 99")
    return ErrorWithin(count)


def _chose(path: str) -> Condition:
    beat, slash, response = path.partition("/")
    if not slash or not beat or not response or "/" in response:
        raise ConditionFault("chose() takes 'beat/response'")
    return Chose(beat, response)


_CALLS: dict[str, tuple[type | None, Callable[..., Condition]]] = {
    "ruptured": (str, Ruptured),
    "repaired": (str, Repaired),
    "seen": (str, Seen),
    "chose": (str, _chose),
    "chose_code": (str, ChoseCode),
    "last_code": (str, LastCode),
    "last_family": (str, LastFamily),
    "last_error": (None, _last_error),
    "error_within": (int, _error_within),
    "since_opened": (str, SinceOpened),
}
