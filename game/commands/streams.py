"""What commands share in reading and printing: streams that no character can end, sentences, JSON, scenarios by name.

It knows no command.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.scenario.model import Scenario


def plainly(stream: Any, *, encoding: str | None = None) -> None:
    """Let no character that a console cannot show, and no byte that is not text, end a session."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")


def said(sentence: str, code: int) -> int:
    """Say a sentence on standard error; the code."""
    plainly(sys.stderr)
    print(sentence, file=sys.stderr)
    return code


def print_json(shown: dict[str, Any]) -> None:
    """One JSON object on one line, ASCII only, so that no console can spoil it."""
    print(json.dumps(shown))


def width() -> int:
    """Columns of the terminal."""
    return shutil.get_terminal_size().columns


def playable(named: Iterable[str]) -> tuple[list[tuple[str, Scenario]], int]:
    """The scenarios that these words mean, each with a word that finds it, and the exit code so far.

    One that does not compile is told of in a sentence, and the others are given back all the same.
    """
    from game.app.fault import CommandFault
    from game.app.lookup import cache_folder, meant

    found: list[tuple[str, Scenario]] = []
    code = 0
    for one in meant(named, cache_folder()):
        try:
            found.append((one.typed, one.scenario))
        except CommandFault as fault:
            code = max(code, said(str(fault), fault.code))
    return found, code
