"""The scenarios and people in some folders, from the cache where it fits, else compiled and kept.

The only place that decides when to compile; nothing here reads YAML unless a file has changed. It judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.scenario import cache, source
from game.scenario.findings import SEVERITIES, Finding, stops
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.scenario.compile import Compiled
    from game.scenario.tree import Node

FILE = "scenario.yaml"
RUBRICS = "_rubrics"
"""The folder of rubrics, beside the folders of scenarios."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One scenario folder of a library."""

    folder: Path
    scenario: Scenario | None
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding | None:
        """Why a broken scenario cannot be played; of a sound one, the first of its most severe findings."""
        return min(self.findings, key=_gravity, default=None)


def library(folders: Iterable[Path], cache_dir: Path | None) -> tuple[Shelved, ...]:
    """All scenarios in these folders, by title; of two with one id the first folder's. Broken ones come last."""
    found = [folder for shelf in folders for folder in scenario_folders(shelf)]
    shelved = (load(folder, cache_dir) for folder in dict.fromkeys(found))
    unique: dict[str, Shelved] = {}
    for one in shelved:
        unique.setdefault(one.scenario.id if one.scenario else str(one.folder), one)
    return tuple(sorted(unique.values(), key=_shelf_order))


def scenario_folders(shelf: Path) -> tuple[Path, ...]:
    """The folders with a `scenario.yaml`: the folder itself, or those inside it, in order of name."""
    if (shelf / FILE).is_file():
        return (shelf,)
    return scenarios_in(shelf)


def scenarios_in(shelf: Path) -> tuple[Path, ...]:
    """The folders with a `scenario.yaml` inside this one, in order of name; nothing where it cannot be read."""
    try:
        return tuple(sorted(path.parent for path in shelf.glob(f"[!_.]*/{FILE}")))
    except OSError:
        return ()


def load(folder: Path, cache_dir: Path | None) -> Shelved:
    """The scenario in this folder: from the cache when neither its file nor its rubric has changed."""
    read = source.read(folder / FILE)
    if read.findings:
        return Shelved(folder, None, read.findings)
    kept = _kept_file(cache_dir, read)
    known = _known(kept)
    if known is not None:
        return Shelved(folder, known["scenario"], known["findings"])
    return _compiled(folder, read, kept)


def person(name: str, people: Path, cache_dir: Path | None) -> Mapping[str, Any] | None:
    """What `<people>/<name>.yaml` says of a face, as plain values; None when there is no such file or it is broken."""
    read = source.read(people / f"{name}.yaml")
    if read.findings or Path(name).name != name:
        return None
    kept = _kept_file(cache_dir, read)
    known = _unpacked(kept)
    if known is not None:
        return dict(known)
    root, findings = source.parse(read.content, read.name)
    if root is None or findings or root.kind != "mapping":
        return None
    packed = _packed(root)
    if kept:
        source.keep(kept, packed)
    return dict(cache.unpack(packed) or {})


def _packed(root: Node) -> bytes:
    from game.scenario.tree import plain

    return cache.pack(plain(root))


def _compiled(folder: Path, read: source.Source, kept: Path | None) -> Shelved:
    from game.scenario.compile import compile_source, rubric_folders  # not at the top: it needs YAML and validation

    compiled = compile_source(read, rubric_folders(folder / FILE))
    if kept:
        source.keep(kept, cache.pack(_to_keep(compiled)))
    return Shelved(folder, compiled.scenario, compiled.findings)


def _to_keep(compiled: Compiled) -> Mapping[str, Any]:
    return {
        "files": {file.name: sha256(file.content).hexdigest() for file in compiled.files[1:]},
        "missed": compiled.missed,
        "scenario": compiled.scenario,
        "findings": compiled.findings,
    }


def _kept_file(cache_dir: Path | None, read: source.Source) -> Path | None:
    if cache_dir is None:
        return None
    key = sha256(read.name.encode(errors="surrogateescape") + b"\0" + read.content).hexdigest()
    return cache_dir / f"{key[:32]}.json"


def _unpacked(kept: Path | None) -> Any | None:
    if kept is None or not kept.is_file():
        return None
    return cache.unpack(source.read(kept, largest=_LARGEST).content)


def _known(kept: Path | None) -> Mapping[str, Any] | None:
    """What the cache says, when every file it rests on is still the same."""
    known: Mapping[str, Any] | None = _unpacked(kept)
    if known is None or any(Path(path).is_file() for path in known["missed"]):
        return None
    same = all(_sha(Path(path)) == sha for path, sha in known["files"].items())
    return known if same else None


def _sha(path: Path) -> str:
    return sha256(source.read(path).content).hexdigest()


_LARGEST = 64 * 1024 * 1024
"""Bytes of a kept file at most: a compiled scenario is larger than what was written."""


def _gravity(found: Finding) -> tuple[bool, int]:
    return not stops([found]), -SEVERITIES.index(found.severity)


def _shelf_order(one: Shelved) -> tuple[bool, str, str]:
    return one.scenario is None, one.scenario.title.casefold() if one.scenario else "", str(one.folder)
