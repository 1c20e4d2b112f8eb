"""From what a person typed, an id or a path, to the story it means.

Reads one folder where it can, the whole library only to say what is there; judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game import res
from game.app.fault import UNREADABLE, CommandFault
from game.records import places
from game.records.errors import RecordsError
from game.scenario.findings import did_you_mean
from game.scenario.library import FILE, Shelved, library, load, scenario_folders
from game.scenario.model import Scenario
from game.story.machine import Story


def story(named: str, cache_dir: Path | None) -> Story:
    """The story of a shipped scenario by its id, or of any scenario folder or file by its path.

    Raises `CommandFault`: for an unknown id with the nearest one, for a broken scenario with its first finding.
    """
    return Story(_playable(_shelved(named, cache_dir), named))


@dataclass(frozen=True, slots=True)
class Meant:
    """A scenario that some words of a command mean."""

    typed: str
    """An id or path by which every command finds it."""
    shelved: Shelved

    @property
    def scenario(self) -> Scenario:
        """The scenario; raises `CommandFault` with its first finding where it does not compile."""
        return _playable(self.shelved, self.typed)


def meant(named: Iterable[str], cache_dir: Path | None) -> Iterator[Meant]:
    """The scenarios of these ids, folders, files and folders of scenarios; of no words, all that are shipped.

    Raises `CommandFault` for an id that is not there and for a folder without scenarios.
    """
    words = tuple(named)
    if not words:
        for folder in scenario_folders(res.path("scenarios")):
            yield Meant(folder.name, load(folder, cache_dir))
    for word in words:
        path = Path(word)
        folders = scenario_folders(path) if path.is_dir() else (path,)
        if folders == (path,) or (res.path("scenarios", word) / FILE).is_file():
            yield Meant(word, _shelved(word, cache_dir))
        elif not folders:
            raise CommandFault(f"There is no scenario in {path}.", UNREADABLE)
        for folder in folders if folders != (path,) else ():
            yield Meant(str(folder), load(folder, cache_dir))


def file_of(named: str) -> Path:
    """The scenario file of an id that comes with the program, or of a path; raises `CommandFault` for an unknown id."""
    path = Path(named)
    if _is_path(named, path):
        return path / FILE if path.is_dir() else path
    folder = res.path("scenarios", named)
    if named and (folder / FILE).is_file():
        return folder / FILE
    raise _unknown(named, cache_folder())


def found_story(named: str) -> Story:
    """The same, with compiled scenarios kept where this machine keeps them."""
    return story(named, cache_folder())


def cache_folder() -> Path | None:
    """Where compiled scenarios are kept on this machine; None where nothing can be written."""
    try:
        return places.find().cache
    except RecordsError:
        return None


def shelf(cache_dir: Path | None) -> tuple[Shelved, ...]:
    """All scenarios that come with the program."""
    return library((res.path("scenarios"),), cache_dir)


def _shelved(named: str, cache_dir: Path | None) -> Shelved:
    path = Path(named)
    if _is_path(named, path):
        return _at(path, cache_dir)
    folder = res.path("scenarios", named)
    if named and (folder / FILE).is_file():
        return load(folder, cache_dir)
    raise _unknown(named, cache_dir)


def _unknown(named: str, cache_dir: Path | None) -> CommandFault:
    ids = [one.scenario.id for one in shelf(cache_dir) if one.scenario]
    hint = _nearest(named, ids) or f"there are: {', '.join(sorted(ids)) or 'none'}."
    return CommandFault(f"There is no scenario '{named}'; {hint}")


def _nearest(named: str, ids: list[str]) -> str:
    """The one whose id begins like this, else the one that is spelt most like it."""
    alike = [id for id in ids if named and id.startswith(named.lower())]
    return f"did you mean '{alike[0]}'?" if len(alike) == 1 else did_you_mean(named, ids)


def _is_path(named: str, path: Path) -> bool:
    return any(mark in named for mark in "/\\.") or (path / FILE).is_file()


def _at(path: Path, cache_dir: Path | None) -> Shelved:
    if path.name == FILE:
        return load(path.parent, cache_dir)
    if path.is_file():
        from game.scenario.compile import compile_path  # a file of another name is never kept, so it is compiled

        compiled = compile_path(path)
        return Shelved(path, compiled.scenario, compiled.findings)
    return load(path, cache_dir)


def _playable(shelved: Shelved, named: str) -> Scenario:
    if shelved.scenario is not None:
        return shelved.scenario
    first = shelved.first
    if first is not None and first.code == UNREADABLE_FILE:
        raise CommandFault(f"{first.place.file}: {first.message}.", UNREADABLE)
    why = f"{first.place} {first.code} {first.message}" if first else "nothing in it can be played"
    raise CommandFault(f"'{named}' cannot be played: {why}.")


UNREADABLE_FILE = "SC001"
"""The code of a file that cannot be read at all."""
