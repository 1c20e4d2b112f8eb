"""The whole program is killed while somebody plays at its screens, and *Continue* finds everything.

The player is the pilot: real hits through the real input path, the app, the records on the disk. What a person has seen
answered is what must be there.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from killing import Answered, Answers, Tell, kill

from game.app.pilot import Pilot
from game.app.services import Services
from game.records.kept import KeptRun, written
from game.records.store import Store
from game.story.run import Run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL"),
]

LIVES = 8
KILLS = 5
LONGEST_S = 0.9

SHELF = Services(Store(None)).shelf
"""Compiled once, before the processes part."""


def services(path: Path) -> Services:
    made = Services(Store.open(path), seed=lambda: 11)
    made.shelf = SHELF
    return made


def test_continue_finds_everything_that_was_answered_on_the_screen(tmp_path: Path) -> None:
    dice = random.Random(4)
    found = 0
    for life in range(LIVES):
        path, answered = tmp_path / f"{life}.db", Answers()
        for _ in range(KILLS):
            answered |= kill(partial(play, path, dice.randrange(1 << 30)), delay_s=dice.uniform(0, LONGEST_S))
            hold(path, answered)
        found += len(answered)
    print(f"\n{LIVES * KILLS} kills at the screens, {found} answers found again")
    assert found >= 40


def hold(path: Path, answered: Answers) -> None:
    """What a new start of the program finds."""
    again = services(path)
    with again.store as store:
        assert again.complaints == []
        assert store.integrity() == "ok"
        for kept in store.runs():
            entries = [written(entry) for entry in store.transcript(kept.id).entries]
            mine = {n: one for (run, n), one in answered.items() if run == kept.id}
            assert {n: entries[n] for n in mine} == {n: one.entry for n, one in mine.items()}
            run = again.reopened(kept)
            if last := mine.get(len(entries) - 1):
                assert (last.world, last.moment) == (repr(run.world), place(run))
        for latest in store.open_runs()[:1]:
            continue_it(again, latest)


def continue_it(again: Services, latest: KeptRun) -> None:
    """*Continue* on the first screen leads to the run as the records have it."""
    pilot = Pilot.start(services=again)
    pilot.click("continue")
    assert pilot.app.kept == latest.id
    assert repr(pilot.run.world) == repr(again.reopened(latest).world)


def play(path: Path, seed: int, tell: Tell) -> None:
    """Continue where there is something to continue, else begin; and play on without end."""
    dice = random.Random(seed)
    pilot = Pilot.start(services=services(path))
    while True:
        if pilot.frame.hit("continue"):
            pilot.click("continue")
        else:
            pilot.click(dice.choice([hit.name for hit in pilot.frame.hits if hit.name.startswith("open/")]))
            pilot.click("begin")
        while pilot.run.ending is None:
            before = len(pilot.run.entries)
            pilot.choose(dice.choice(pilot.run.shown()).id)
            for n, entry in enumerate(pilot.run.entries[before:], start=before):
                tell(Answered(pilot.app.kept or "", n, written(entry), repr(pilot.run.world), place(pilot.run)))
        pilot = Pilot.start(services=pilot.app.services)


def place(run: Run) -> str:
    """Where a run stands once everything was heard: how far the client has got in a speech is nobody's decision."""
    return f"{run.here.to} {[one.id for one in run.shown()]}"


def test_a_run_that_was_stopped_between_its_last_response_and_its_end_is_closed_when_it_is_opened(
    tmp_path: Path,
) -> None:
    made = services(tmp_path / "records.db")
    pilot = Pilot.start(SHELF[0].folder.name, services=made)
    while pilot.run.ending is None:
        pilot.choose(pilot.run.shown()[0].id)
    whole = pilot.run.transcript
    again = services(tmp_path / "other.db")
    text = made.store.scenario(whole.sha)
    assert text is not None
    again.store.begin(replace(whole, entries=whole.entries[:-1]), text=text, at=1.0)
    Pilot.start(services=again).click("continue")
    assert [kept.standing for kept in again.store.runs()] == ["ended"]
