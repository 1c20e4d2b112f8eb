"""What the program can lay hands on: scenarios, faces, records, settings, the time and chance.

The App alone holds it. Whatever fails here ends as one sentence in `complaints` or as
a named error, never as lost answers.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from game import res
from game.portrait.person import NotAPerson, Person, from_mapping
from game.records import places
from game.records.errors import RecordsError, RunUnavailable
from game.records.kept import KeptRun
from game.records.store import Store
from game.scenario import cache
from game.scenario.library import Shelved, library, person
from game.scenario.model import Scenario
from game.scoring.review import EndingsFrom
from game.scoring.score import Score, score
from game.story.machine import Story
from game.story.run import NotOffered, NowhereToGo, Run, resume
from game.story.transcript import NotATranscript

_Found = TypeVar("_Found")


class Services:
    """Everything outside the program's own values, in one place; made once per window."""

    def __init__(
        self,
        store: Store,
        *,
        scenarios: tuple[Path, ...] = (),
        cache_dir: Path | None = None,
        now: Callable[[], float] = time.time,
        seed: Callable[[], int] | None = None,
        papers: Path | None = None,
    ) -> None:
        self.store = store
        self.cache_dir = cache_dir
        self.now = now
        self.papers = papers or Path.home()
        """The folder that transcripts are saved to."""
        self.plans: Path | None = None
        """The folder of plans beside the scenario that is being written; None where nobody writes one."""
        self.seed = seed or (lambda: secrets.randbelow(2**31))
        self.complaints: list[str] = list(store.complaints)
        self._folders = scenarios or (res.path("scenarios"),)
        self._stories: dict[str, Story] = {}
        """By the sha of their text: two texts of one scenario are two stories."""
        self._people: dict[str, Person | None] = {}
        self._scores: dict[tuple[str, int], Score | None] = {}
        self._doors: dict[str, Future[EndingsFrom | None]] = {}
        self._thinker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="look-ahead")

    @classmethod
    def found(cls, *, scenarios: tuple[Path, ...] = ()) -> Services:
        """The services of this machine: the person's own folders, or wherever can be written."""
        there = places.find()
        services = cls(_store(there.records), scenarios=scenarios, cache_dir=there.cache, papers=there.data / "papers")
        if there.complaint:
            services.complaints.insert(0, there.complaint)
        return services

    @classmethod
    def unkept(cls, *, scenarios: tuple[Path, ...]) -> Services:
        """The services for an author: the person's settings, and records that are gone when the window closes."""
        there = places.find()
        store = Store(None)
        if there.records.is_file():
            with _store(there.records) as own:
                for key, value in own.settings.items():
                    store.set(key, value)
        return cls(store, scenarios=scenarios, cache_dir=there.cache, papers=there.data / "papers")

    # -- scenarios -----------------------------------------------------------------------------------------------
    @cached_property
    def shelf(self) -> tuple[Shelved, ...]:
        """Every scenario that was found, the broken ones last with their findings."""
        return library(self._folders, self.cache_dir)

    def restock(self) -> None:
        """Read the scenarios again when they are next asked for."""
        self.__dict__.pop("shelf", None)

    def story(self, scenario: str) -> Story:
        """The story of a scenario by id; KeyError for one that is not there or does not compile."""
        for one in self.shelf:
            if one.scenario and one.scenario.id == scenario:
                return self._made(one.scenario)
        raise KeyError(scenario)

    def _made(self, scenario: Scenario) -> Story:
        """The story of a text, made once."""
        if scenario.sha not in self._stories:
            self._stories[scenario.sha] = Story(scenario)
        return self._stories[scenario.sha]

    def think(self, job: Callable[[], _Found]) -> Future[_Found]:
        """Have something worked out on another thread, one after the other."""
        return self._thinker.submit(job)

    def look_ahead(self, story: Story) -> None:
        """Begin to work out the doors on another thread, while the trainee rates themselves."""
        sha = story.scenario.sha
        if sha not in self._doors:
            self._doors[sha] = self.think(lambda: _doors(story))

    def doors(self, story: Story) -> EndingsFrom | None:
        """Which endings can still be reached from a beat and a World; None where the explorer could not prove it."""
        self.look_ahead(story)
        return self._doors[story.scenario.sha].result()

    def person(self, name: str) -> Person | None:
        """The face of this name in `assets/people`, or None where there is none that reads."""
        if name not in self._people:
            told = person(name, res.path("assets", "people"), self.cache_dir)
            try:
                self._people[name] = from_mapping(told) if told is not None else None
            except NotAPerson as error:
                self.complaints.append(str(error))
                self._people[name] = None
        return self._people[name]

    # -- runs ----------------------------------------------------------------------------------------------------
    def keep(self, run: Run, kept: str | None) -> str:
        """Put on the disk whatever of a run is not there yet, a run without an id whole; its id in the records.

        Raises `RecordsError` with a sentence; the next call then brings in everything that is missing.
        """
        if kept is None:
            text = json.dumps(cache.to_json(run.story.scenario))
            return self.store.begin(run.transcript, text=text, at=self.now())
        self.store.keep(kept, run.entries, at=self.now())
        return kept

    def give_up(self, kept: str) -> None:
        """Close an unfinished run as it is; it stays in the records and is not offered again."""
        self.store.finish(kept, at=self.now())

    def reopened(self, kept: KeptRun) -> Run:
        """The run as it stood, played with the text it was begun with. Raises `RunUnavailable` with a sentence."""
        transcript = self.store.transcript(kept.id)
        try:
            return resume(self._story_of(kept), transcript)
        except (NotOffered, NowhereToGo, NotATranscript) as error:
            raise RunUnavailable(f"This session cannot be opened: {error}.") from error

    def last_played(self, story: Story) -> Run:
        """The session with this scenario that was touched last, played with this text of it.

        Raises `RunUnavailable` with a sentence: where there is none, and where its responses do not fit this text.
        """
        there = [one for one in self.store.runs(story.scenario.id) if one.entries]
        if not there:
            raise RunUnavailable(f"There is no session with '{story.scenario.id}' in your records.")
        latest = max(there, key=lambda one: one.last)
        try:
            return resume(story, self.store.transcript(latest.id))
        except (NotOffered, NowhereToGo, NotATranscript) as error:
            raise RunUnavailable(f"The last session was played with another text, and does not fit: {error}.") from None

    def kept_run(self, kept: str) -> KeptRun:
        """The run with this id as the records list it. Raises `RecordsError` with a sentence."""
        for one in self.store.runs():
            if one.id == kept:
                return one
        raise RunUnavailable("This session is no longer in the records.")

    def runs(self) -> tuple[KeptRun, ...]:
        """All runs that were kept; empty where the records cannot be read just now."""
        try:
            return self.store.runs()
        except RecordsError as error:
            self.complaints.append(str(error))
            return ()

    def score(self, kept: KeptRun) -> Score | None:
        """The score of a run that was kept, worked out once while the program runs; None where it does not open."""
        key = (kept.id, kept.entries)
        if key not in self._scores:
            try:
                self._scores[key] = score(self.reopened(kept))
            except RecordsError:
                self._scores[key] = None
        return self._scores[key]

    def _story_of(self, kept: KeptRun) -> Story:
        if kept.sha in self._stories:
            return self._stories[kept.sha]
        for one in self.shelf:
            if one.scenario and one.scenario.sha == kept.sha:
                return self._made(one.scenario)
        text = self.store.scenario(kept.sha)
        if text is None:
            raise RunUnavailable("This session cannot be opened: its scenario is no longer here.")
        try:
            return self._made(cache.from_json(json.loads(text)))
        except (ValueError, KeyError, TypeError) as error:
            raise RunUnavailable("This session cannot be opened: its scenario does not read any more.") from error


def _doors(story: Story) -> EndingsFrom | None:
    from game.scenario.bounds import still_open  # not at the top: nobody needs it before the first debrief
    from game.scenario.explore import explore

    return still_open(explore(story.laws))


def _store(records: Path) -> Store:
    """The records, or records in memory with a sentence that says so."""
    try:
        return Store.open(records)
    except RecordsError as error:
        store = Store(None)
        store.complaints = (f"{error} Nothing from this sitting will be kept.",)
        return store
