"""From a path to a Scenario: reads the file and its rubric, collects the findings, hands out what can be played.

Its parts are made in `compile_parts`; whether the whole is any good is asked by the checks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from game import res
from game.scenario import compile_parts, source
from game.scenario.desk import Desk
from game.scenario.findings import Finding, did_you_mean, in_order, stops
from game.scenario.library import FILE, RUBRICS
from game.scenario.model import Rubric, Scenario
from game.scenario.rubric import rubric_of
from game.scenario.source import Source
from game.scenario.tree import Node
from game.scenario.written import Scenario as Written
from game.scenario.written import scenario_from


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of one scenario file."""

    scenario: Scenario | None
    """None when a finding stands in the way (`findings.stops`)."""
    findings: tuple[Finding, ...]
    files: tuple[Source, ...] = ()
    """The files that were read: the scenario, then its rubric."""
    missed: tuple[str, ...] = ()
    """Where a rubric was looked for and there was none."""
    tree: Node | None = field(default=None, repr=False, compare=False)
    """The scenario file's tree, for findings about the whole."""


def compile_path(path: Path | str, *, rubrics: Path | None = None) -> Compiled:
    """The scenario in this folder or file, or why there is none. Never raises for what is written there.

    Its rubric is looked for in `rubrics` when given, then in `_rubrics` beside the scenario's folder, then among the
    shipped ones.
    """
    at = scenario_file(Path(path))
    return compile_source(source.read(at), rubric_folders(at, rubrics))


def compile_source(read: Source, folders: Sequence[Path]) -> Compiled:
    """The scenario in these bytes, with a rubric from the first of these folders that has it."""
    if read.findings:
        return Compiled(None, read.findings)
    with source.collector_paused():
        return _compiled(read, folders)


def scenario_file(path: Path) -> Path:
    """The file that a path means: itself, or `scenario.yaml` in the folder."""
    return path / FILE if path.is_dir() else path


def rubric_folders(file: Path, rubrics: Path | None = None) -> tuple[Path, ...]:
    """Where the rubric of this scenario may lie, in order."""
    beside = source.folder_of(source.folder_of(file)) / RUBRICS
    folders = (*([rubrics] if rubrics else []), beside, res.path("scenarios", RUBRICS))
    return tuple(dict.fromkeys(folders))


def _compiled(read: Source, folders: Sequence[Path]) -> Compiled:
    root, findings = source.parse(read.content, read.name)
    if root is None:
        return Compiled(None, in_order(findings), (read,))
    desk = Desk(read.name, root, {}, list(findings))
    if b"TODO" in read.content:
        desk.todos()
    written, faults = scenario_from(root, read.name)
    desk.found.extend(faults)
    if written is None:
        return Compiled(None, in_order(desk.found), (read,), tree=root)
    return _with_rubric(written, desk, read, folders)


def _with_rubric(written: Written, desk: Desk, read: Source, folders: Sequence[Path]) -> Compiled:
    candidates = [folder / f"{written.rubric}.yaml" for folder in folders] if _is_file_name(written.rubric) else []
    there = next((number for number, path in enumerate(candidates) if path.is_file()), len(candidates))
    missed = tuple(map(str, candidates[:there]))
    if there == len(candidates):
        known = [path.stem for folder in folders for path in sorted(folder.glob("*.yaml"))]
        desk.say("SC023", desk.place(("rubric",)), rubric=written.rubric, hint=did_you_mean(written.rubric, known))
        return Compiled(None, in_order(desk.found), (read,), missed, tree=desk.root)
    file = source.read(candidates[there])
    rubric, faults = (None, file.findings) if file.findings else rubric_of(file.content, file.name)
    scenario = _scenario(written, rubric, desk, _sha(read.content, file.content)) if rubric else None
    found = in_order((*desk.found, *faults))
    return Compiled(None if stops(found) else scenario, found, (read, file), missed, tree=desk.root)


def _scenario(written: Written, rubric: Rubric, desk: Desk, sha: str) -> Scenario:
    desk.names = compile_parts.names_of(written, rubric)
    return compile_parts.scenario(written, rubric, desk, sha)


def _sha(scenario: bytes, rubric: bytes) -> str:
    return sha256(scenario + rubric).hexdigest()


def _is_file_name(word: str) -> bool:
    return word not in (".", "..") and not set(word) & set("/\\:\0") and len(word) <= 100
