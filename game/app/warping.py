"""The shortest way to a beat, as the explorer found it: from what was typed to the responses that lead there.

It opens nothing and plays nothing that would be kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.app import lookup
from game.app.fault import CommandFault
from game.scenario.explore import Explored, explore
from game.scenario.findings import did_you_mean
from game.story.machine import Story
from game.story.run import Run, replay


@dataclass(frozen=True)
class Way:
    """A shortest way to a beat or ending."""

    file: Path
    """The scenario's."""
    story: Story
    explored: Explored
    choices: tuple[str, ...]
    """As `beat/response`; none for where the scene begins."""

    def run(self, seed: int) -> Run:
        """The run that has just come there."""
        return replay(self.story, self.choices, seed=seed)


def way_to(typed: str) -> Way:
    """The way that `ID:beat` or `PATH:beat` asks for; raises `CommandFault` with a sentence where there is none."""
    named, _, place = typed.rpartition(":")
    if not named or not place:
        raise CommandFault("Which beat? Write the scenario, a colon and the beat: attune warp ID:BEAT")
    story = lookup.found_story(named)
    scenario = story.scenario
    known = (*scenario.beats, *scenario.endings)
    if place not in known:
        hint = did_you_mean(place, known) or f"there are: {', '.join(known)}."
        raise CommandFault(f"There is no beat or ending '{place}' in '{scenario.id}'; {hint}")
    explored = explore(story.laws)
    choices = explored.shortest(place)
    if choices is None:
        raise CommandFault(_unreached(place, explored))
    return Way(lookup.file_of(named), story, explored, choices)


def _unreached(place: str, explored: Explored) -> str:
    if explored.complete:
        return f"No play comes to '{place}', so there is no way to open it; attune check says why."
    return f"No way to '{place}' was found among the first {explored.limit:,} situations."
