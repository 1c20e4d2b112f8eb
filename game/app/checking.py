"""Looks through scenarios for authors: everything that is wrong with them, and what their plays can come to.

It gathers what `scenario` finds; the printing is `cli`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.checks.look import look
from game.scenario.bounds import Bounds, DimensionBounds, EndingBounds
from game.scenario.compile import compile_path
from game.scenario.findings import Finding, as_record, render
from game.scenario.library import FILE, scenario_folders
from game.scenario.model import Line, Scenario

UNREADABLE_FILE = "SC001"


@dataclass(frozen=True, slots=True)
class Checked:
    """One scenario file that was looked through."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]
    lines: dict[str, tuple[str, ...]]
    """File -> its lines, to show where a finding stands."""
    bounds: Bounds | None


def look_through(paths: Iterable[Path]) -> tuple[list[Checked], list[str]]:
    """Every scenario of these paths, and a sentence for each path that cannot be read."""
    checked: list[Checked] = []
    unreadable: list[str] = []
    for path in paths:
        found = [_checked(one) for one in scenario_files(path)]
        checked += found
        for one in found:
            unreadable += [
                f"{finding.place.file}: {finding.message}."
                for finding in one.findings
                if finding.code == UNREADABLE_FILE
            ]
        if not found:
            unreadable.append(f"There is no scenario in {path}.")
    return checked, unreadable


def scenario_files(path: Path) -> tuple[Path, ...]:
    """The scenario files that a path means: the file, the folder's, or those of the folders in it."""
    if not path.is_dir():
        return (path,)
    return tuple(folder / FILE for folder in scenario_folders(path))


def _checked(path: Path) -> Checked:
    compiled = compile_path(path)
    lines = {file.name: file.lines for file in compiled.files}
    looked = look(compiled)
    found = None if looked.plays is None else looked.plays.bounds
    return Checked(compiled.scenario, looked.findings, lines, found)


def has_errors(checked: Iterable[Checked], *, strict: bool) -> bool:
    """Whether anything is wrong; with `strict`, whether anything could be better."""
    bad = {"error", "warning"} if strict else {"error"}
    return any(finding.severity in bad for one in checked for finding in one.findings)


# -- for people --------------------------------------------------------------------------------------------------
def told(checked: Iterable[Checked]) -> Iterator[str]:
    """The findings with their lines and carets, one paragraph each; a line for each scenario; one that sums up."""
    everything = tuple(checked)
    for one in everything:
        for finding in one.findings:
            yield _printable(render(finding, one.lines.get(finding.place.file, ()))) + "\n"
    for one in everything:
        if one.scenario is not None and one.bounds is not None:
            yield _printable(outline(one.scenario, one.bounds))
    if everything:
        yield summary(everything)


def _printable(text: str) -> str:
    """A file that is not text may hold orders to the terminal; they are shown as signs that something is there."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def outline(scenario: Scenario, found: Bounds) -> str:
    """How long the scenario is, and, in a second line, what its plays can score; what is not known is left out."""
    sizes = [
        (len(scenario.beats), "beat"),
        (sum(len(beat.responses) for beat in scenario.beats.values()), "response"),
        (word_count(scenario), "word"),
        (sum(ending.reachable is True for ending in found.endings.values()), "ending"),
    ]
    seen = f"Looked at {'every situation' if found.complete else 'many situations, not all'} ({found.states:,})."
    length = f"{', '.join(_count(*size) or f'no {size[1]}s' for size in sizes)}{_length(found)}. {seen}"
    scores = ", ".join(_score(dimension, one) for dimension, one in found.dimensions.items() if one.level)
    return f"{scenario.id}: {length}" + (f"\n    {scores}." if scores else "")


def _length(found: Bounds) -> str:
    """`, 10 to 14 decisions`; nothing where no ending was found."""
    spans = [ending.decisions for ending in found.endings.values() if ending.decisions]
    if not spans:
        return ""
    least = min(fewest for fewest, _ in spans)
    longest = [most for _, most in spans if most is not None]
    if len(longest) < len(spans):
        return f", {least:,} or more decisions"
    return f", {_count(least, 'decision') if least == max(longest) else f'{least} to {max(longest)} decisions'}"


def _score(dimension: str, found: DimensionBounds) -> str:
    least, greatest = found.level or (0, 0)
    chance = "" if found.chance is None else f" (guessing reaches {found.chance:.0%})"
    return f"{dimension} {float(least):.1f} to {float(greatest):.1f}{chance}"


def summary(checked: tuple[Checked, ...]) -> str:
    """`2 scenarios: 1 error, 3 warnings.`"""
    found = [finding.severity for one in checked for finding in one.findings]
    counts = [_count(found.count(severity), severity) for severity in ("error", "warning", "note")]
    said = ", ".join(count for count in counts if count)
    return f"{_count(len(checked), 'scenario')}: {said or 'nothing to complain of'}."


def _count(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}" if count else ""


# -- for programs ------------------------------------------------------------------------------------------------
def check_object(checked: Iterable[Checked]) -> dict[str, Any]:
    """All that `attune check --json` prints; what could not be proved is null."""
    everything = tuple(checked)
    return {
        "findings": [as_record(finding) for one in everything for finding in one.findings],
        "scenarios": [
            _scenario(one.scenario, one.bounds) for one in everything if one.scenario is not None and one.bounds
        ],
    }


def _scenario(scenario: Scenario, found: Bounds) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "sha": scenario.sha,
        "beats": len(scenario.beats),
        "responses": sum(len(beat.responses) for beat in scenario.beats.values()),
        "endings": {id: _ending(scenario, id, ending) for id, ending in found.endings.items()},
        "words": word_count(scenario),
        "states": found.states,
        "bounds": {dimension: _dimension(one) for dimension, one in found.dimensions.items()},
    }


def _ending(scenario: Scenario, id: str, found: EndingBounds) -> dict[str, Any]:
    decisions = list(found.decisions) if found.decisions else None
    return {"quality": scenario.endings[id].quality, "probability": found.probability, "decisions": decisions}


def _dimension(found: DimensionBounds) -> dict[str, Any]:
    return {
        "moments": list(found.moments) if found.moments else None,
        "level": [float(level) for level in found.level] if found.level else None,
        "chance": found.chance,
    }


def word_count(scenario: Scenario) -> int:
    """Words that can be read during a session: what the client says and shows, and every response."""
    return sum(len(re.findall(r"\w+(?:['’]\w+)*", text)) for text in _texts(scenario))


def _texts(scenario: Scenario) -> Iterator[str]:
    for beat in scenario.beats.values():
        yield from _line_texts(beat.lines)
        for response in beat.responses:
            yield response.text
            yield from _line_texts(response.reply)
    for ending in scenario.endings.values():
        yield from _line_texts(ending.lines)


def _line_texts(lines: Iterable[Line]) -> Iterator[str]:
    return (line.text for line in lines)
