"""What commands share in reading and printing: streams that no character can end, sentences, JSON.

It knows no command.
"""

from __future__ import annotations

import json
import shutil
import sys
from io import TextIOWrapper
from typing import Any


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
