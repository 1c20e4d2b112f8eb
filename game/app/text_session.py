"""A session in text with everything around it: a run to continue or a new one, its records, its doors.

It puts together; what is said is `terminal`'s, what is kept is `services`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.app.page import Gone, Page
from game.app.services import Services
from game.app.terminal import Sitting, play
from game.portrait.pose import DESCRIPTIONS
from game.records.errors import RecordsError
from game.records.kept import KeptRun
from game.reports import words
from game.story.machine import Story
from game.story.run import Run
from game.story.transcript import Entry


@dataclass(slots=True)
class RunJournal:
    """Keeps one run: the run itself with its first entry, so that a session nobody began leaves nothing behind."""

    services: Services
    run: Run
    kept: str = ""
    """Its id in the records; empty until the first entry."""

    def append(self, entry: Entry) -> None:
        """Keep an entry that the run already holds; raises `RecordsError`, and may then be called again."""
        if self.kept:
            self.services.keep(self.kept, entry)
        else:
            self.kept = self.services.begin(self.run)


def text_session(services: Services, story: Story | None, page: Page, *, seed: int) -> None:
    """Play in text: the given story or one from the library, new or from where an open session stands."""
    for complaint in services.complaints:
        page.block(complaint)
    try:
        story = story or _from_the_library(services, page)
        if story is None:
            return
        run, kept = _continued(services, story, page) or (Run(story, seed), "")
    except (Gone, KeyboardInterrupt):
        page.block("Nothing was begun.")
        return
    journal = RunJournal(services, run, kept)
    play(Sitting(run, page, journal, DESCRIPTIONS, lambda: services.doors(run.story)))


def _from_the_library(services: Services, page: Page) -> Story | None:
    found = [one.scenario for one in services.shelf if one.scenario]
    broken = [one for one in services.shelf if one.first and not one.scenario]
    page.block(*(f"{one.folder.name} cannot be played: {one.first.message}." for one in broken if one.first))
    if not found:
        page.block("There is nothing to play.")
        return None
    names = [f"{one.title} ({one.client.name}) {one.meta.summary}" for one in found]
    chosen = page.choose("Whom do you want to sit with?", names)
    return services.story(found[chosen].id) if chosen is not None else None


def _continued(services: Services, story: Story, page: Page) -> tuple[Run, str] | None:
    for kept in services.store.open_runs():
        if kept.scenario == story.scenario.id:
            return _offered(services, kept, page)
    return None


def _offered(services: Services, kept: KeptRun, page: Page) -> tuple[Run, str] | None:
    try:
        run = services.reopened(kept)
    except RecordsError as error:
        page.block(str(error))
        return None
    taken, client = words.counted(len(run.steps), "decision"), run.story.scenario.client.name
    question = f"A session with {client} is open, after {taken}."
    chosen = page.choose(question, ("Continue", "Begin anew; the open one is kept"))
    return None if chosen == 1 else (run, kept.id)
