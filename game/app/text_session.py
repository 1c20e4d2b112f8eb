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
from game.reports import words
from game.story.machine import Story
from game.story.run import Run


@dataclass(slots=True)
class RunJournal:
    """Keeps one run: the run itself with its first entry, so that a session nobody began leaves nothing behind."""

    services: Services
    kept: str | None
    """Its id in the records; None until the first entry."""

    def keep(self, run: Run) -> None:
        """Keep what the run holds and the records do not; raises `RecordsError`, and may then be called again."""
        self.kept = self.services.keep(run, self.kept)


def text_session(services: Services, story: Story | None, page: Page, *, seed: int) -> None:
    """Play in text: the given story or one from the library, new or from where an open session stands."""
    for complaint in services.complaints:
        page.block(complaint)
    try:
        story = story or _from_the_library(services, page)
        if story is None:
            return
        run, kept = _continued(services, story, page) or (Run(story, seed), None)
    except (Gone, KeyboardInterrupt):
        page.block("Nothing was begun.")
        return
    play(Sitting(run, page, RunJournal(services, kept), DESCRIPTIONS, lambda: services.doors(run.story)))


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
    """The run that was touched last among those that can be opened, where the trainee wants to go on with it."""
    for kept in services.store.open_runs():
        if kept.scenario == story.scenario.id:
            try:
                run = services.reopened(kept)
            except RecordsError as error:
                page.block(str(error))
            else:
                return _offered(run, kept.id, page)
    return None


def _offered(run: Run, kept: str, page: Page) -> tuple[Run, str] | None:
    taken, client = words.counted(len(run.steps), "decision"), run.story.scenario.client.name
    question = f"A session with {client} is open, after {taken}."
    chosen = page.choose(question, ("Continue", "Begin anew; the open one is kept"))
    return None if chosen == 1 else (run, kept)
