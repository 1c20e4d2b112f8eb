"""What happens to a records file that cannot be used: it is moved out of the way or walked around, never overwritten.

It moves files and makes the sentence to show; whether a file is usable is `store`'s judgement.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

from game.records.errors import CannotKeep

COMPANIONS = ("", "-wal", "-shm")
"""SQLite's own files beside a database: its latest commits may still stand in the first of them."""


def set_aside(path: Path) -> Path:
    """Give the file and its companions a new name that nothing has; that name.

    Raises `CannotKeep` when the file cannot be moved, for instance because another window holds it open.
    """
    kept = _free(path)
    try:
        for ending in COMPANIONS:
            if _beside(path, ending).exists():
                _beside(path, ending).rename(_beside(kept, ending))
    except OSError as error:
        why = error.strerror or error
        raise CannotKeep(f"The records in {path} are damaged and cannot be set aside: {why}.") from None
    return kept


def told(path: Path, kept: Path, *, rescued: int) -> str:
    """What to tell the person after a damaged file was set aside as `kept`."""
    sessions = "no session" if not rescued else "one session" if rescued == 1 else f"{rescued} sessions"
    return (
        f"The records in {path} were damaged. The file was set aside as {kept.name}, "
        f"new records were begun in its place, and {sessions} could be brought over."
    )


def beside_newer(path: Path, version: int) -> tuple[Path, str]:
    """The file to use instead of one that a newer program wrote, and what to tell the person."""
    ours = path.with_name(f"{path.stem}-version-{version}{path.suffix}")
    return ours, (
        f"The records in {path} were written by a newer Attune and are left as they are. "
        f"What you do now is kept beside them in {ours.name}."
    )


def _free(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}-damaged-{n}{path.suffix}") for n in count(1))
    return next(name for name in names if not any(_beside(name, ending).exists() for ending in COMPANIONS))


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
