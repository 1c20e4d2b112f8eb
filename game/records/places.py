"""Where data lies on this machine: beside the program in portable use, else in the user's folders.

It finds and makes folders, and says so when it had to settle for another one; what goes into them is `store`'s.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.records.errors import CannotKeep

APP = "attune"

HOME = "ATTUNE_HOME"
"""Environment variable: the folder for all data, whatever else holds. For schools, shared machines and tests."""

PORTABLE = "portable.txt"
"""A file of this name beside the program keeps all data beside the program: for a stick, or a borrowed laptop."""

BESIDE = "attune-data"
"""The folder beside the program in portable use."""

RECORDS = "records.db"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders to use. Both exist and can be written to."""

    data: Path
    """What must never be lost: the records."""
    cache: Path
    """What may be deleted at any time: compiled scenarios."""
    complaint: str = ""
    """One sentence to show when this is not where data was asked to lie; empty when all is well."""

    @property
    def records(self) -> Path:
        """The records file."""
        return self.data / RECORDS


@dataclass(frozen=True, slots=True)
class _Choice:
    """A place to try."""

    data: Path
    cache: Path
    lasts: bool = True
    """Whether the folder is still there tomorrow."""


def find(environ: Mapping[str, str] | None = None, *, program: Path | None = None) -> Places:
    """The first folders that can be written to, made if they are not there.

    `environ` and `program` (the folder that holds the program) are this process's own unless given. Raises
    `CannotKeep` when nothing on this machine can be written to, not even the temporary folder.
    """
    environ = os.environ if environ is None else environ
    asked: Path | None = None
    try:
        for choice in _choices(environ, program or program_folder()):
            if _writable(choice.data):
                return Places(choice.data, _cache(choice), _complaint(asked, choice))
            asked = asked or choice.data
    except OSError:  # no temporary folder either
        pass
    raise CannotKeep(f"Neither {asked} nor any other folder can be written to, so nothing can be kept.")


def program_folder() -> Path:
    """The folder that a person sees as the program: of the executable when frozen, else of the checkout."""
    if not getattr(sys, "frozen", False):
        return Path(__file__).resolve().parents[2]
    folder = Path(sys.executable).resolve().parent
    # Inside a macOS bundle the person sees Attune.app, three folders up.
    return folder.parents[2] if folder.name == "MacOS" and folder.parent.name == "Contents" else folder


def _choices(environ: Mapping[str, str], program: Path) -> Iterator[_Choice]:
    if home := environ.get(HOME):
        yield _under(Path(home).expanduser())
    elif (program / PORTABLE).is_file():
        yield _under(program / BESIDE)
    yield _users_own()
    yield _until_restart()


def _under(folder: Path) -> _Choice:
    return _Choice(folder, folder / "cache")


def _users_own() -> _Choice:
    import platformdirs  # here, because portable use need not wait for it

    return _Choice(
        platformdirs.user_data_path(APP, appauthor=False),
        platformdirs.user_cache_path(APP, appauthor=False),
    )


def _until_restart() -> _Choice:
    folder = _temporary()
    return _Choice(folder, folder / "cache", lasts=False)


def _temporary() -> Path:
    import tempfile  # here, because it is slow to load and hardly ever needed

    return Path(tempfile.mkdtemp(prefix=f"{APP}-"))


def _cache(choice: _Choice) -> Path:
    beside = choice.data / "cache"
    return next((folder for folder in (choice.cache, beside) if _writable(folder)), None) or _temporary()


def _writable(folder: Path) -> bool:
    """Whether files can be made in the folder, which is made first. Tried, because permissions alone do not tell."""
    probe = folder / f".writable-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def _complaint(asked: Path | None, choice: _Choice) -> str:
    if asked is None:
        return ""
    if choice.lasts:
        return f"The folder {asked} cannot be written to, so your records are kept in {choice.data}."
    return (
        f"The folder {asked} cannot be written to, so your records are kept in {choice.data} "
        "and may be gone after a restart."
    )
