"""The plans beside scenarios, played: which of them are fulfilled, and the first line of each that is not.

It finds and plays them; what a plan says is `plan`'s, how it is written down `recording`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.app import lookup
from game.app.fault import UNREADABLE, CommandFault
from game.app.plan import MODES, Mode, PlanFault, play_plan, read_plan
from game.scenario.library import FILE, scenario_folders
from game.story.machine import Story
from game.story.run import NowhereToGo

FOLDER = "plans"
"""Beside the scenario's file."""

ENDING = ".plan"

AGAIN: dict[Mode, str] = {
    "straight": "",
    "resumed": " (when it is saved and loaded before each response)",
    "rewound": " (when each response is undone and given again)",
}
"""How a play went that was not straight."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The plans of one scenario, and what was wrong with them."""

    scenario: str
    count: int
    faults: tuple[str, ...]
    """One sentence for each plan that was not fulfilled, with file and line."""

    @property
    def told(self) -> str:
        """What came of them, in a sentence."""
        if not self.count:
            return f"{self.scenario}: there are no plans yet. To make one: attune plan record"
        well = self.count - len(self.faults)
        return f"{self.scenario}: {well} of {self.count} {'plan' if self.count == 1 else 'plans'} fulfilled."


def plans_beside(path: Path) -> Iterator[Beside]:
    """Plays the plans that a path means: a plan, a scenario's folder, file or id, or a folder of scenarios.

    Raises `CommandFault` where there is no scenario, or it cannot be played.
    """
    if path.suffix == ENDING:
        yield _played(path.parent.parent, (path,))
        return
    folders = scenario_folders(path) if path.is_dir() else (lookup.file_of(str(path)).parent,)
    if not folders:
        raise CommandFault(f"There is no scenario in {path}.", UNREADABLE)
    for folder in folders:
        yield _played(folder, tuple(sorted((folder / FOLDER).glob(f"*{ENDING}"))))


def _played(folder: Path, plans: tuple[Path, ...]) -> Beside:
    story = lookup.found_story(str(folder / FILE))
    faults = (fault_of(plan, story) for plan in plans)
    return Beside(story.scenario.id, len(plans), tuple(fault for fault in faults if fault))


def fault_of(path: Path, story: Story) -> str:
    """The first thing that a plan states and the story does not fulfil, in any of the three ways; empty for none."""
    how = ""
    try:
        plan = read_plan(path.read_text(encoding="utf-8", errors="replace"), str(path))
        for mode in MODES:
            how = AGAIN[mode]
            play_plan(plan, story, mode=mode)
    except (PlanFault, NowhereToGo) as fault:
        return f"{fault}{how}."
    return ""
