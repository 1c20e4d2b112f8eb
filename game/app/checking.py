"""Looks through scenarios for authors, and tells everything that is wrong with them and what their plays can come to.

What comes of one scenario is found by `checked`; the printing is `commands`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from game.app.checked import Checked, checked
from game.app.neighbours import beside_each_other
from game.app.outline import counted
from game.scenario.findings import SEVERITIES, Finding, as_record, render
from game.scenario.library import FILE, RUBRICS, scenario_folders

UNREADABLE_FILE = "SC001"


def look_through(paths: Iterable[Path], cache_dir: Path | None = None) -> tuple[list[Checked], list[str]]:
    """Every scenario of these paths, each once, and a sentence for each path that cannot be read.

    Each is also held against the scenarios in the folders beside its own: see `beside_each_other`. What came of an
    unchanged scenario is taken from `cache_dir`, and kept there.
    """
    every: list[Checked] = []
    unreadable: list[str] = []
    known: set[Path] = set()
    for path in paths:
        files = scenario_files(path)
        found = [checked(one, cache_dir) for one in files if one.resolve() not in known]
        known.update(one.resolve() for one in files)
        every += found
        for one in found:
            unreadable += [
                f"{finding.place.file}: {finding.message}."
                for finding in one.findings
                if finding.code == UNREADABLE_FILE
            ]
        if not files:
            unreadable.append(f"There is no scenario in {path}.")
    return beside_each_other(every, cache_dir), unreadable


def scenario_files(path: Path) -> tuple[Path, ...]:
    """The scenario files that a path means: the file, the folder's, or those of the folders in it.

    The file of a rubric means the scenarios beside its folder: those it judges.
    """
    if path.parent.name == RUBRICS and path.is_file():
        path = path.parent.parent
    if not path.is_dir():
        return (path,)
    return tuple(folder / FILE for folder in scenario_folders(path))


def has_errors(every: Iterable[Checked], *, strict: bool) -> bool:
    """Whether anything is wrong; with `strict`, whether anything could be better."""
    bad = ("error", "warning") if strict else ("error",)
    return any(one.counts[severity] for one in every for severity in bad)


# -- for people --------------------------------------------------------------------------------------------------
def told(every: Iterable[Checked]) -> Iterator[str]:
    """The findings with their lines and carets, one paragraph each; a line for each scenario; one that sums up."""
    everything = tuple(every)
    for one in everything:
        for finding in one.findings:
            yield from shown([finding], one.lines.get(finding.place.file, ()))
        if one.left_out:
            yield _printable(f"{one.file}: and {counted(one.left_out, 'finding')} more. Mend these first.\n")
    for one in everything:
        if one.outline:
            yield _printable(one.outline)
    if everything:
        yield summary(everything)


def shown(findings: Iterable[Finding], lines: Sequence[str]) -> list[str]:
    """The findings about one file, one paragraph each; `lines` are the file's."""
    return [_printable(render(finding, lines)) + "\n" for finding in findings]


def _printable(text: str) -> str:
    """A file that is not text may hold orders to the terminal; they are shown as signs that something is there."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def summary(every: tuple[Checked, ...]) -> str:
    """`2 scenarios: 1 error, 3 warnings.`"""
    counts = [counted(sum(one.counts[severity] for one in every), severity) for severity in reversed(SEVERITIES)]
    said = ", ".join(count for count in counts if count)
    return f"{counted(len(every), 'scenario')}: {said or 'nothing to complain of'}."


# -- for programs ------------------------------------------------------------------------------------------------
def check_object(every: Iterable[Checked]) -> dict[str, Any]:
    """All that `attune check --json` prints; `left_out` only where there are more findings than anyone could read."""
    everything = tuple(every)
    left_out = sum(one.left_out for one in everything)
    return {
        "findings": [as_record(finding) for one in everything for finding in one.findings],
        "scenarios": [one.figures for one in everything if one.figures is not None],
    } | ({"left_out": left_out} if left_out else {})
