"""How this installation is: versions, fonts, where data lies, which scenarios can be played.

It looks and tells; it mends nothing.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from game import __version__, res
from game.app.lookup import shelf
from game.records import places
from game.records.errors import RecordsError
from game.records.store import Store

LIBRARIES = ("pygame-ce", "PyYAML", "pydantic", "transitions", "platformdirs", "accesskit")


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that was looked at."""

    well: bool
    sentence: str


def examine() -> Iterator[Symptom]:
    """Everything that was looked at, in order; whatever is not well says what it means for the person."""
    yield Symptom(True, f"Attune {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}.")
    yield from (_library(name) for name in LIBRARIES)
    yield _fonts(res.path("assets", "fonts"))
    try:
        there = places.find()
    except RecordsError as error:
        yield Symptom(False, str(error))
        return
    yield from _records(there)
    yield from _scenarios(there.cache)


def _library(name: str) -> Symptom:
    try:
        return Symptom(True, f"{name} {version(name)}.")
    except PackageNotFoundError:
        return Symptom(bool(getattr(sys, "frozen", False)), f"{name}: no version is recorded.")


def _fonts(folder: Path) -> Symptom:
    faces = sorted(path.name for path in folder.glob("*.[ot]tf")) if folder.is_dir() else []
    if not faces:
        return Symptom(False, f"No typefaces in {folder}: the window will use the engine's own.")
    return Symptom(True, f"{len(faces)} typefaces in {folder}.")


def _records(there: places.Places) -> Iterator[Symptom]:
    yield Symptom(not there.complaint, there.complaint or f"Records are kept in {there.data}.")
    if not there.records.is_file():
        yield Symptom(True, "No records yet.")
        return
    try:
        with Store(there.records) as store:
            found = store.integrity()
            yield Symptom(found == "ok", f"{len(store.runs())} sessions kept; the records read {found}.")
    except RecordsError as error:
        yield Symptom(False, str(error))


def _scenarios(cache_dir: Path) -> Iterator[Symptom]:
    found = shelf(cache_dir)
    for one in found:
        if one.scenario is not None:
            yield Symptom(True, f"{one.scenario.id}: {one.scenario.title}.")
        elif one.first is not None:
            yield Symptom(False, f"{one.folder.name} cannot be played: {one.first.place} {one.first.message}.")
    if not found:
        yield Symptom(False, f"No scenarios in {res.path('scenarios')}.")
