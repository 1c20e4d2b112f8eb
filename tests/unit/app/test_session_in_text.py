"""A session in text with its records: which run is gone on with, and what stands in the way of one."""

from __future__ import annotations

import io

from game.app.page import Page
from game.app.services import Services
from game.app.text_session import text_session
from game.records.store import Store
from game.story.run import Run

ID = "whatever-you-think-is-best"


def services(store: Store) -> Services:
    return Services(store, now=lambda: 1_700_000_000.0, seed=lambda: 7)


def begun(of: Services, *responses: str) -> str:
    run = Run(of.story(ID), 7)
    for response in responses:
        run.respond(response)
    return of.keep(run, None)


def played(of: Services, *typed: str) -> str:
    out = io.StringIO()
    text_session(of, of.story(ID), Page(iter([f"{line}\n" for line in typed]), out), seed=7)
    return out.getvalue()


def test_the_open_run_is_gone_on_with() -> None:
    of = services(Store(None))
    begun(of, "give-him-the-second")
    said = played(of, "1")
    assert "A session with Graham is open, after one decision." in said
    assert "You are back with Graham, after one decision." in said


def test_a_run_that_does_not_open_is_said_and_the_one_before_it_is_offered() -> None:
    of = services(Store(None))
    begun(of, "give-him-the-second")
    broken = begun(of, "give-him-the-second")
    of.store._db.execute("UPDATE entries SET json = '{' WHERE run = ?", (broken,))
    of.store._db.execute("UPDATE runs SET last = last + 1 WHERE id = ?", (broken,))
    said = played(of, "1")
    assert "This session cannot be opened: entry 1 of its journal does not read." in said
    assert "You are back with Graham, after one decision." in said
    assert len(of.store.runs()) == 2


def test_a_new_run_is_kept_with_its_first_answer() -> None:
    of = services(Store(None))
    played(of, "1")
    assert of.store.runs() == ()
    played(of, "1", "")
    (kept,) = of.store.runs()
    assert kept.entries == 1
