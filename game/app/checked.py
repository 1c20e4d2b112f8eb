"""What came of looking through one scenario file: what is printed and no more, kept while nothing it rests on changes.

The looking is done by `checks`; how it is told is `checking`'s.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.checks.across import CodeEarnings, Portrayed, Shelved
from game.checks.kinds import RuptureKinds
from game.scenario import cache as keeping
from game.scenario import source
from game.scenario.findings import SEVERITIES, Finding, in_order
from game.scenario.source import Source

if TYPE_CHECKING:
    from game.checks.look import Looked
    from game.scenario.compile import Compiled

FOLDER = "checked"
"""The folder of these in the folder of all that is kept and may be lost."""

KINDS = (Shelved, CodeEarnings, Portrayed, RuptureKinds)
"""What is kept beside what every cache can hold."""

MOST_KEPT = 500
"""Scenarios whose findings are kept, the newest: more than one library has."""

MOST_TOLD = 500
"""Findings of one file that are told: a person mends the first, and looks again."""

LARGEST = 16 * 1024 * 1024
"""Bytes of a kept file at most."""

NOT_THERE = ""
"""The state of a path at which there is nothing."""

NO_RUBRIC = "SC023"
"""Its hint rests on whatever rubrics lie about, so what is found beside it is not kept."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One scenario file that was looked through."""

    file: str
    findings: tuple[Finding, ...]
    """In order; of very many, the most severe."""
    left_out: int
    """How many findings are not among them."""
    counts: Mapping[str, int]
    """Severity -> how many findings, those left out among them."""
    outline: str
    """How long it is and what its plays can score, in words; empty where it cannot be played."""
    figures: Mapping[str, Any] | None
    """The same for programs; None where it cannot be played."""
    shelved: Shelved | None = None
    """What is held against other scenarios; None where not all of it could be looked through."""
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """File -> its lines, of those with findings, to show where one stands. Never kept: the file has them."""


def checked(path: Path, cache_dir: Path | None = None) -> Checked:
    """What comes of looking through this file: from the cache while nothing it rests on has changed, else anew."""
    read = source.read(path)
    kept = _kept_file(cache_dir, read)
    known = _known(kept)
    if known is not None:
        return _with_lines(Checked(read.name, **known["checked"]), (read, *map(_read, known["rests"])))
    with source.collector_paused():
        looked = _looked(read, path)
        found = _light(read.name, looked)
    if kept and not read.findings and all(one.code != NO_RUBRIC for one in looked.findings):
        source.keep(kept, keeping.pack({"rests": _rests(looked.compiled), "checked": _plain(found)}, KINDS))
        _let_go(kept.parent)
    return _with_lines(found, looked.compiled.files)


def _looked(read: Source, path: Path) -> Looked:
    from game.checks.look import look  # not at the top: what was kept is told without reading YAML or validating
    from game.scenario.compile import compile_source, rubric_folders

    return look(compile_source(read, rubric_folders(path)))


def _light(file: str, looked: Looked) -> Checked:
    from game.app.outline import figures, outline

    one = with_more(Checked(file, (), 0, dict.fromkeys(SEVERITIES, 0), "", None), looked.findings)
    scenario = looked.compiled.scenario
    if scenario is None or looked.plays is None:
        return one
    found = looked.plays.bounds
    return replace(one, outline=outline(scenario, found), figures=figures(scenario, found), shelved=looked.shelved)


def with_more(one: Checked, findings: Iterable[Finding]) -> Checked:
    """The same with these findings too."""
    more = tuple(findings)
    if not more:
        return one
    every = in_order((*one.findings, *more))
    told, counts = _most_severe(every), dict(one.counts)
    for finding in more:
        counts[finding.severity] += 1
    return replace(one, findings=told, left_out=one.left_out + len(every) - len(told), counts=counts)


def _most_severe(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if len(found) <= MOST_TOLD:
        return found
    return in_order(sorted(found, key=lambda one: -SEVERITIES.index(one.severity))[:MOST_TOLD])


def _with_lines(one: Checked, files: Iterable[Source]) -> Checked:
    """The same with the lines of files in which a finding stands, or, of the scenario's own, can come to stand."""
    named = {one.file, *(finding.place.file for finding in one.findings)}
    return replace(one, lines={file.name: file.lines for file in files if file.name in named})


# -- keeping -----------------------------------------------------------------------------------------------------
def _plain(one: Checked) -> Mapping[str, Any]:
    parts = ("findings", "left_out", "counts", "outline", "figures", "shelved")
    return {part: getattr(one, part) for part in parts}


def _kept_file(cache_dir: Path | None, read: Source) -> Path | None:
    """Where it is kept: named after the file, what stands in it, and the program that looks."""
    if cache_dir is None or read.findings:
        return None
    names = f"{read.name}\0{Path(read.name).absolute()}\0{_program()}\0".encode(errors="surrogateescape")
    return cache_dir / FOLDER / f"{sha256(names + read.content).hexdigest()[:32]}.json"


def _known(kept: Path | None) -> Mapping[str, Any] | None:
    """What was kept, when all that it rests on is still the same."""
    if kept is None or not kept.is_file():
        return None
    known = keeping.unpack(source.read(kept, largest=LARGEST).content, KINDS)
    if not isinstance(known, dict) or known.keys() != {"rests", "checked"}:
        return None
    if any(_state(path) != state for path, state in known["rests"].items()):
        return None
    return known  # its digest says that this program wrote it


def _rests(compiled: Compiled) -> Mapping[str, str]:
    """Path -> its state when it was read, for all but the scenario file itself that the findings depend on.

    A check that looks at more must name it here: files, folders, and where it looked for one that was not there.
    """
    there = {file.name: sha256(file.content).hexdigest() for file in compiled.files[1:]}
    return there | dict.fromkeys(compiled.missed, NOT_THERE)


def _state(path: str) -> str:
    """A digest of what stands in a file, or of the names in a folder; `NOT_THERE` where there is neither."""
    at = Path(path)
    if at.is_dir():
        return sha256("\0".join(sorted(one.name for one in at.iterdir())).encode(errors="surrogateescape")).hexdigest()
    return sha256(source.read(at).content).hexdigest() if at.is_file() else NOT_THERE


def _read(path: str) -> Source:
    return source.read(Path(path)) if Path(path).is_file() else Source(path, b"")


@cache
def _program() -> str:
    """A digest of the code that looks, where it lies about as files: whoever changes it is told what it finds now.

    In a bundle there are no such files, and the release, which every kept file carries, has to do.
    """
    digest = sha256(sys.version.encode())
    package = Path(__file__).parents[1]
    for part in ("scenario/*.py", "checks/*.py", "app/checked.py", "app/outline.py"):
        for path in sorted(package.glob(part)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _let_go(folder: Path) -> None:
    """Of very many that are kept, the oldest are let go."""
    with suppress(OSError):  # another process may be doing the same
        newest_first = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest_first[MOST_KEPT:]:
            path.unlink()
