"""A session for other programs: the present moment as one JSON object per line, one order per line of input.

Every line of input is answered with one line of output: the moment after it, with an `error` where the order was not
understood or not possible, and then nothing has changed. It keeps no records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from game.reports.machine_form import moment_object
from game.story.run import NotOffered, Run, Says
from game.story.transcript import NOTICINGS, Noticing


class NotAnOrder(ValueError):
    """A line of input that asks for nothing this program knows; says what it knows."""


def drive(run: Run, lines: Iterable[str], out: TextIO) -> None:
    """Follow orders until `{"quit": true}` or the end of the input; raises `NowhereToGo` where a scene is stuck."""
    _print(out, moment_object(run))
    for line in lines:
        if not line.strip():
            continue
        try:
            order = _order(line)
            if order.get("quit") is True:
                return
            obey(run, order)
        except (NotAnOrder, NotOffered) as error:
            _print(out, {**moment_object(run), "error": str(error)})
        else:
            _print(out, moment_object(run))


def obey(run: Run, order: dict[str, Any]) -> None:
    """Do one order; raises `NotAnOrder` or `NotOffered` and leaves the run as it was."""
    match order:
        case {"respond": str(response)}:
            run.respond(response)
        case {"next": True}:
            _next(run)
        case {"notice": None}:
            run.notice(None)
        case {"notice": str(kind)}:
            run.notice(_kind(kind), signs=_signs(order))
        case {"rewind": int(to)} if not isinstance(to, bool):
            run.rewind(to)
        case _:
            raise NotAnOrder(
                'an order is one of {"respond": id}, {"next": true}, {"notice": kind}, {"rewind": n}, {"quit": true}'
            )


def _next(run: Run) -> None:
    if not isinstance(run.moment, Says):
        raise NotOffered("the client has finished speaking")
    run.advance()


def _kind(word: str) -> Noticing:
    for kind in NOTICINGS:
        if kind == word:
            return kind
    raise NotAnOrder(f"'{word}' cannot be noticed; there are {', '.join(NOTICINGS)}")


def _signs(order: dict[str, Any]) -> tuple[str, ...]:
    signs = order.get("signs", [])
    if not isinstance(signs, list):
        raise NotAnOrder("'signs' is a list of markers")
    return tuple(str(sign) for sign in signs)


def _order(line: str) -> dict[str, Any]:
    try:
        order = json.loads(line)
    except (ValueError, RecursionError):
        raise NotAnOrder("this line is not JSON") from None
    if not isinstance(order, dict):
        raise NotAnOrder("an order is one JSON object")
    return order


def _print(out: TextIO, shown: dict[str, Any]) -> None:
    print(json.dumps(shown), file=out, flush=True)
