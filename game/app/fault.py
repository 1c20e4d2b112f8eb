"""What a command says when it cannot be done: one sentence and an exit code; and a page for what should never happen.

It translates at the edge; nothing below raises these.
"""

from __future__ import annotations

import traceback
from pathlib import Path

REFUSED, UNREADABLE = 1, 2
"""Exit codes: what was asked cannot be done; a path cannot be read."""

BROKE = "Something broke in the program, not in your answers. They are saved up to the last response."


class CommandFault(Exception):
    """A command that cannot be done. Its text is for the person who typed it."""

    def __init__(self, sentence: str, code: int = REFUSED) -> None:
        super().__init__(sentence)
        self.code = code


def write_report(error: BaseException, folder: Path, version: str) -> Path | None:
    """A report that can be sent to whoever mends the program: where it broke, with no names and nothing typed.

    None where it could not be written.
    """
    frames = traceback.extract_tb(error.__traceback__)
    steps = "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    path = folder / "fault.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Attune {version}\n{type(error).__name__}\n{steps}\n", encoding="utf-8")
    except OSError:
        return None
    return path
