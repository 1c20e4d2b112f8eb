"""A scenario that is being written while it is played: when its files changed, and a play carried over to the new text.

The carrying over is a function of the old play and the new story. What is shown of it is `author`'s.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from game.story.machine import Story
from game.story.run import NotOffered, NowhereToGo, Run
from game.story.transcript import Noticed, Rated, Responded, Wrote, standing

EVERY_S = 0.5
"""Seconds between two looks at the files: as quick as a person changes windows, and too seldom to be felt."""

Stamp = tuple[int, int, int] | None
"""What changes with a file's content: when it was written, its size, and which file it is. None: it is not there."""


class Watched:
    """Some files, looked at now and then."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = tuple(files)
        self._stamps = self._now()
        self._next = 0.0
        self._missed = False

    def changed(self, t: float) -> bool:
        """Whether a file was written since the last time, at time t (s); asks the disk twice a second at most.

        An editor may take a file away before it puts the new one there, so one that is gone is given another look.
        """
        if t < self._next:
            return False
        self._next = t + EVERY_S
        stamps = self._now()
        if stamps == self._stamps:
            self._missed = False
            return False
        gone = any(now is None and before is not None for now, before in zip(stamps, self._stamps, strict=True))
        if gone and not self._missed:
            self._missed = True
            return False
        self._stamps, self._missed = stamps, False
        return True

    def _now(self) -> tuple[Stamp, ...]:
        return tuple(map(_stamp, self.files))


def _stamp(file: str) -> Stamp:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


# -- carrying over -----------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class CaughtUp:
    """A play carried over to another text."""

    run: Run | None
    """None where the new text leaves nothing to play at this moment."""
    sentence: str
    """How far it came, and what stood in the way."""


def catch_up(old: Run, story: Story) -> CaughtUp:
    """The responses that stand in `old`, given again in `story` as far as they fit, and a sentence that says so.

    Notice prompts that are still asked are answered alike, what was written and rated is kept, the order of the
    responses is that of the same seed.
    """
    entries = standing(old.entries)
    whole = sum(isinstance(entry, Responded) for entry in entries)
    try:
        run = Run(story, old.seed)
        trouble = _given_again(run, entries)
        run.offered()  # or it raises: a scene that offers nothing is no place to stand
    except NowhereToGo as stuck:
        return CaughtUp(None, f"The scene is stuck now: {stuck}. The one before goes on.")
    run.end()
    told = f"{len(run.steps)} of {whole} replayed"
    return CaughtUp(run, f"{told}; {trouble}." if trouble else f"{told}." if whole else "")


def _given_again(run: Run, entries: Iterable[object]) -> str:
    """Does again what fits; what no longer does, in words, or nothing."""
    for entry in entries:
        match entry:
            case Noticed(beat, kind, signs):
                _noticed_again(run, beat, Noticed(beat, kind, signs))
            case Responded(beat, response):
                if trouble := _changed(run, beat, response):
                    return trouble
                run.respond(response, after_s=entry.after_s, confidence=entry.confidence)
            case Rated() | Wrote():
                run.add(entry)
    return ""


def _noticed_again(run: Run, beat: str, said: Noticed) -> None:
    if run.here.to == beat:
        try:
            run.notice(said.kind, signs=said.signs)
        except NotOffered:  # nobody asks here any more
            return


def _changed(run: Run, beat: str, response: str) -> str:
    """Why this response cannot be given here any more; empty where it can."""
    there = run.story.scenario.beats.get(beat)
    if there is None:
        return f"there is no beat '{beat}' any more"
    if run.here.to != beat:
        return f"the scene comes to '{run.here.to}' now, not to '{beat}'"
    if response not in (one.id for one in there.responses):
        return f"'{beat}' changed: there is no response '{response}' any more"
    if response not in (one.id for one in run.offered()):
        return f"'{beat}' changed: '{response}' is not on offer now"
    return ""
