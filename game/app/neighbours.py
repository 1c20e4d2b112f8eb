"""Scenarios beside each other: which stand in the folders beside one, and what is told of them all together.

What comes of each is found by `checked`, what of that shows only together by `across`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from game.app.checked import Checked, checked, with_more
from game.checks.across import across
from game.scenario.findings import Finding
from game.scenario.library import FILE, scenarios_in
from game.scenario.source import folder_of

MOST = 200
"""Scenarios beside one that are looked through, the first by name. A library of more is told of in part."""

LARGEST = 400_000
"""Bytes of a scenario file beside one, about a thousand beats: a larger one would be waited for."""


def beside_each_other(every: Iterable[Checked], cache_dir: Path | None) -> list[Checked]:
    """The same scenarios, with what shows only beside those in the folders next to theirs.

    Those are looked through as these are, and nothing else is said of them. Left out is whatever has an error, or
    could not be looked through completely; of those beside, also files larger than `LARGEST`.
    """
    given = list(every)
    shelves: dict[Path, dict[Path, Checked]] = {}
    for one in given:
        file = Path(one.file)
        if file.name == FILE:
            shelves.setdefault(folder_of(folder_of(file)), {})[file.resolve()] = one
    found = [finding for shelf, known in shelves.items() for finding in _together(shelf, known, cache_dir)]
    return [with_more(one, (finding for finding in found if finding.place.file == one.file)) for one in given]


def _together(shelf: Path, known: dict[Path, Checked], cache_dir: Path | None) -> tuple[Finding, ...]:
    """What is told of the scenarios of one folder, those that were given and those beside them."""
    beside = {id: checked(file, cache_dir) for id, file in _neighbours(shelf) if id not in known}
    library = [one for _, one in sorted((known | beside).items()) if not one.counts["error"]]
    return across([one.shelved for one in library if one.shelved is not None])


def _neighbours(shelf: Path) -> Iterator[tuple[Path, Path]]:
    """The files that are not too large, each with the path by which it is known again."""
    for folder in scenarios_in(shelf)[:MOST]:
        with suppress(OSError):  # what goes meanwhile, or may not be read, is no neighbour
            file = folder / FILE
            if file.is_file() and file.stat().st_size <= LARGEST:
                yield file.resolve(), file
