"""`import` and `export`: a Twine story brought over as a scenario, and a scenario as a Twine story.

What becomes of passages and beats is decided by `twee`.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.fault import REFUSED, UNREADABLE, CommandFault
from game.commands.streams import plainly, said

if TYPE_CHECKING:
    from game.scenario.findings import Finding
    from game.twee.imported import Imported

NOT_OVER = ": nothing is written over. Move it, or say where else with --to."


def add(commands: Any) -> None:
    """The words of these commands."""
    bring = commands.add_parser("import", help="a Twine story (a Twee file) as the beginning of a scenario")
    bring.add_argument("story", metavar="STORY.twee", help="in Twine: Build, Export As Twee")
    bring.add_argument("--to", default=".", metavar="FOLDER", help="where the scenario's own folder is made")
    bring.set_defaults(run=_import)
    export = commands.add_parser("export", help="a scenario as a Twine story (a Twee file)")
    export.add_argument("scenario", metavar="ID|PATH", help="a scenario's id, or the path of its folder or file")
    export.add_argument("--to", metavar="FILE", help="the file that is written; else ID.twee in this folder")
    export.set_defaults(run=_export)


# -- import --------------------------------------------------------------------------------------------------------
def _import(args: Namespace) -> int:
    from game.app.checking import shown
    from game.scenario import source
    from game.twee.imported import imported

    plainly(sys.stdout)
    path = Path(args.story)
    read = source.read(path)
    text, faults = (None, read.findings) if read.findings else source.decoded(read.content, read.name)
    if text is None:
        _tell(shown(faults, read.lines))
        return UNREADABLE if any(fault.code == "SC001" for fault in faults) else REFUSED
    brought = imported(text, read.name, path.stem)
    _tell(shown(brought.findings, read.lines))
    return _kept(brought, Path(args.to)) if brought.yaml else REFUSED


def _tell(paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        print(paragraph)


def _kept(brought: Imported, to: Path) -> int:
    """Writes the scenario into a folder of its own and says what it has; the exit code."""
    from game.scenario.compile import compile_path
    from game.scenario.library import FILE

    folder = to / brought.id
    if folder.exists() or folder.is_symlink():
        raise CommandFault(f"There is already {folder}{NOT_OVER}")
    _write_new(folder / FILE, brought.yaml)
    print(f"Written: {folder / FILE}, with {_count(brought.beats, 'beat')} and {_count(brought.endings, 'ending')}.")
    compiled = compile_path(folder)
    todo = sum(found.code == "SC032" for found in compiled.findings)
    print(f"{_count(todo, 'TODO')} to write. What it lacks: attune check {folder}")
    if compiled.scenario is None:
        return said(f"It cannot be played as it stands: {_first(compiled.findings)}", REFUSED)
    print(f"It can be played as it stands: attune play {folder}")
    return 0


def _first(findings: Sequence[Finding]) -> str:
    from game.scenario.findings import stops

    found = next(one for one in findings if stops([one]))
    return f"{found.place} {found.code} {found.message}."


def _write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet, with the folders on the way to it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(text.encode())
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise CommandFault(f"{path} cannot be written: {why}.") from None


def _count(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


# -- export --------------------------------------------------------------------------------------------------------
def _export(args: Namespace) -> int:
    from game.app.lookup import file_of
    from game.scenario.compile import compile_path
    from game.scenario.written import as_values, scenario_from
    from game.twee.exported import exported

    plainly(sys.stdout)
    compiled = compile_path(file_of(args.scenario))
    if compiled.scenario is None or compiled.tree is None:
        code = UNREADABLE if any(found.code == "SC001" for found in compiled.findings) else REFUSED
        raise CommandFault(f"'{args.scenario}' cannot be exported: {_first(compiled.findings)}", code)
    written, _ = scenario_from(compiled.tree, "")
    assert written is not None  # it was compiled from this tree
    path = Path(args.to or f"{compiled.scenario.id}.twee")
    if path.exists() or path.is_symlink():
        raise CommandFault(f"There is already {path}{NOT_OVER}")
    _write_new(path, exported(as_values(written)))
    print(f"Written: {path}. In Twine: Library, Import.")
    return 0
