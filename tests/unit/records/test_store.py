"""The records keep what they are given, once, in order, through every trouble a disk can make."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import corridor

from game.records.errors import (
    Busy,
    CannotKeep,
    DiskFull,
    PlayedElsewhere,
    RecordsError,
    RunUnavailable,
    UnknownRun,
)
from game.records.migrations import APPLICATION_ID, MIGRATIONS, VERSION
from game.records.store import Store
from game.story.machine import Story
from game.story.run import Run, resume
from game.story.transcript import Ended, Entry, Noticed, Rated, Responded, Rewound, Transcript, Wrote

ENTRIES: tuple[Entry, ...] = (
    Noticed("b0", "withdrawal", ("W1", "W5")),
    Responded("b0", "r1", ("r2", "r1", "r0"), 3.25, 4),
    Responded("b1", "r0", ("r0", "r1", "r2")),
    Rewound(1),
    Noticed("b1", None),
    Rated((("empathy", 4), ("repair", 2))),
    Wrote("What did you feel?", "Zażółć — “gęślą” \ud800 jaźń\n"),
    Ended("parted"),
)
HEAD = Transcript("corridor", "ab" * 32, 7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.db"


def begun(store: Store, *entries: Entry, at: float = 100.0) -> str:
    run = store.begin(HEAD, text="{}", at=at)
    for count in range(1, len(entries) + 1):
        store.keep(run, entries[:count], at=at)
    return run


def whole(store: Store, count: int) -> list[str]:
    """Finished runs, each kept in one transaction."""
    return [store.begin(replace(HEAD, entries=ENTRIES), text="{}", at=float(n)) for n in range(count)]


# -- keeping -----------------------------------------------------------------------------------------------------
def test_every_kind_of_entry_comes_back_as_it_was(path: Path) -> None:
    with Store.open(path) as store:
        run = begun(store, *ENTRIES)
    with Store.open(path) as again:
        assert again.transcript(run) == Transcript("corridor", "ab" * 32, 7, ENTRIES)


@given(st.lists(st.sampled_from(ENTRIES), max_size=8), st.integers())
def test_any_journal_with_any_seed_comes_back(entries: list[Entry], seed: int) -> None:
    journal = Transcript("corridor", "cd" * 32, seed, tuple(entries))
    with Store(None) as store:
        assert store.transcript(store.begin(journal, text="{}", at=1.0)) == journal


def test_what_keep_returned_from_is_seen_by_another_connection_at_once(path: Path) -> None:
    with Store.open(path) as store, Store.open(path) as other:
        run = begun(store)
        for count in range(1, len(ENTRIES) + 1):
            store.keep(run, ENTRIES[:count], at=5.0)
            assert other.transcript(run).entries == ENTRIES[:count]


def test_commits_reach_the_disk_and_not_only_the_system(path: Path) -> None:
    with Store.open(path) as store:
        assert store._db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert store._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_run_resumes_from_the_records_to_the_same_moment_and_world(path: Path) -> None:
    story = Story(corridor())
    run = Run(story, seed=5)
    with Store.open(path) as store:
        kept = store.begin(run.transcript, text="{}", at=1.0)
        for choice in ("r0", "r1", "r2", "r1"):
            run.respond(choice)
            store.keep(kept, run.entries, at=2.0)
        run.notice("withdrawal")
        store.keep(kept, run.entries, at=2.5)
        run.rewind(2)
        store.keep(kept, run.entries, at=3.0)
        again = resume(story, store.transcript(kept))
    assert (again.here, again.moment, again.steps, again.entries) == (run.here, run.moment, run.steps, run.entries)


# -- asking ------------------------------------------------------------------------------------------------------
def test_runs_tell_how_they_stand(path: Path) -> None:
    with Store.open(path) as store:
        ended = begun(store, Responded("b0", "r0"), Ended("parted"), at=10.0)
        going = begun(store, Responded("b0", "r0"), at=20.0)
        left = begun(store, at=30.0)
        store.finish(left, at=31.0)
        assert [(run.id, run.standing, run.entries, run.last) for run in store.runs("corridor")] == [
            (ended, "ended", 2, 10.0),
            (going, "open", 1, 20.0),
            (left, "left", 0, 31.0),
        ]
        assert [run.id for run in store.open_runs()] == [going]
        assert store.runs("another") == ()


def test_continue_means_the_run_that_was_touched_last(path: Path) -> None:
    with Store.open(path) as store:
        assert store.open_runs() == ()
        first, second = begun(store, at=10.0), begun(store, at=20.0)
        assert [run.id for run in store.open_runs()] == [second, first]
        store.keep(first, [Responded("b0", "r0")], at=30.0)
        assert store.open_runs()[0] == store.runs()[0]


def test_a_rewound_ending_can_be_continued_and_a_reflection_after_it_reopens_nothing(path: Path) -> None:
    with Store.open(path) as store:
        journal = (Responded("b0", "r0"), Ended("parted"), Wrote("How was it?", "Long."))
        run = begun(store, *journal)
        assert store.open_runs() == ()
        store.keep(run, (*journal, Rewound(0)), at=9.0)
        assert [kept.id for kept in store.open_runs()] == [run]


def test_an_unknown_run_is_said_and_nothing_is_kept(path: Path) -> None:
    with Store.open(path) as store:
        for call in (
            lambda: store.transcript("nobody"),
            lambda: store.keep("nobody", [Ended("parted")], at=1.0),
            lambda: store.finish("nobody", at=1.0),
        ):
            with pytest.raises(UnknownRun, match="no session 'nobody'"):
                call()
        assert store.runs() == ()


def test_the_text_a_run_was_played_with_is_kept_once(path: Path) -> None:
    with Store.open(path) as store:
        store.begin(HEAD, text='{"old": 1}', at=1.0)
        store.begin(HEAD, text='{"old": 1}', at=2.0)
        assert store.scenario(HEAD.sha) == '{"old": 1}'
        assert store.scenario("ff" * 32) is None


def test_settings_come_back_and_one_that_does_not_read_falls_to_its_default(path: Path) -> None:
    with Store.open(path) as store:
        store.set("text-size", 150)
        store.set("keys", {"next": ["space", "return"]})
        store.set("theme", "dark")
        store.set("theme", "light")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE settings SET json = '{' WHERE key = 'text-size'")
    with Store.open(path) as store:
        assert store.settings == {"keys": {"next": ["space", "return"]}, "theme": "light"}


# -- trouble: one run --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entries SET json = '{\"entry\":' WHERE run = ? AND n = 1",
        "UPDATE entries SET json = '[1]' WHERE run = ? AND n = 1",
        'UPDATE entries SET json = \'{"entry": "danced"}\' WHERE run = ? AND n = 1',
        "UPDATE entries SET json = x'ff00' WHERE run = ? AND n = 1",
        'UPDATE entries SET json = \'{"entry": "rewound", "to": "1"}\' WHERE run = ? AND n = 1',
        "DELETE FROM entries WHERE run = ? AND n = 1",
    ],
)
def test_one_broken_journal_leaves_the_others_alone(path: Path, harm: str) -> None:
    with Store.open(path) as store:
        broken, sound = begun(store, *ENTRIES), begun(store, *ENTRIES)
        with sqlite3.connect(path) as raw:
            raw.execute(harm, (broken,))
        with pytest.raises(RunUnavailable, match=r"^This session cannot be opened: entry 2 of its journal"):
            store.transcript(broken)
        assert store.transcript(sound).entries == ENTRIES
        assert len(store.runs()) == 2


def test_a_run_whose_seed_does_not_read_is_listed_and_leaves_the_others_alone(path: Path) -> None:
    with Store.open(path) as store:
        broken, sound = begun(store, *ENTRIES), begun(store, *ENTRIES)
        store._db.execute("UPDATE runs SET seed = 'seven' WHERE id = ?", (broken,))
        with pytest.raises(RunUnavailable, match="the order of its responses does not read"):
            store.transcript(broken)
        assert store.transcript(sound).entries == ENTRIES
        assert len(store.runs()) == 2


# -- trouble: the file -------------------------------------------------------------------------------------------
def test_a_file_that_is_no_database_is_set_aside_and_never_overwritten(path: Path) -> None:
    for n in (1, 2):
        path.write_bytes(b"not a database at all, %d" % n * 400)
        with Store.open(path) as store:
            assert len(store.complaints) == 1
            assert f"records-damaged-{n}.db" in store.complaints[0]
            begun(store, *ENTRIES)
        for companion in ("-wal", "-shm"):
            assert not path.with_name(f"records-damaged-{n}.db{companion}").exists()
        path.unlink()
    for n in (1, 2):
        assert path.with_name(f"records-damaged-{n}.db").read_bytes() == b"not a database at all, %d" % n * 400


def test_another_programs_database_is_not_taken_for_records(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE shopping (item TEXT)")
        raw.execute("INSERT INTO shopping VALUES ('bread')")
    raw.close()
    with Store.open(path) as store:
        assert "damaged" in store.complaints[0]
    with sqlite3.connect(path.with_name("records-damaged-1.db")) as raw:
        assert raw.execute("SELECT item FROM shopping").fetchall() == [("bread",)]
    raw.close()


@pytest.mark.parametrize("page", range(2, 14, 2))
def test_a_damaged_page_sets_the_file_aside_and_brings_over_what_still_reads(path: Path, page: int) -> None:
    with Store.open(path) as store:
        runs = whole(store, 40)
        store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoilt = bytearray(path.read_bytes())
    spoilt[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(spoilt)
    with Store.open(path) as store:
        assert "were damaged" in store.complaints[0]
        kept = {run.id for run in store.runs()}
        assert kept <= set(runs)
        assert store.integrity() == "ok"
        for run in kept:
            try:
                entries = store.transcript(run).entries
            except RunUnavailable:
                continue
            assert entries == ENTRIES[: len(entries)]
        begun(store, *ENTRIES)
    assert path.with_name("records-damaged-1.db").read_bytes() == bytes(spoilt)


LEAVES = (10, 13)
"""First byte of a page that holds rows and no way to other pages, in SQLite's file format."""


def test_most_runs_survive_a_damaged_page_of_entries(path: Path) -> None:
    with Store.open(path) as store:
        whole(store, 200)
        store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoilt = bytearray(path.read_bytes())
    page = next(
        at
        for at in range(len(spoilt) // 4096 // 2, len(spoilt) // 4096)
        if spoilt[at * 4096] in LEAVES and b'"responded"' in spoilt[at * 4096 : (at + 1) * 4096]
    )
    spoilt[page * 4096 : (page + 1) * 4096] = bytes(4096)
    path.write_bytes(spoilt)
    with Store.open(path) as store:
        unharmed = 0
        for run in store.runs():
            try:
                unharmed += store.transcript(run.id).entries == ENTRIES
            except RunUnavailable:
                continue
        assert unharmed >= 190


@pytest.mark.parametrize("length", [0, 15, 99, 100, 4096, 5000])
def test_a_file_cut_short_never_stops_the_program(path: Path, length: int) -> None:
    with Store.open(path) as store:
        begun(store, *ENTRIES)
        store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(path.read_bytes()[:length])
    with Store.open(path) as store:
        assert bool(store.complaints) == (length > 0)
        run = begun(store, *ENTRIES)
        assert store.transcript(run).entries == ENTRIES


def test_a_newer_file_is_left_byte_for_byte_and_work_goes_on_beside_it(path: Path) -> None:
    with Store.open(path) as store:
        begun(store, *ENTRIES)
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    newer = path.read_bytes()
    for expected in (1, 2):  # and the second start finds what the first one kept
        with Store.open(path) as store:
            assert "newer Attune" in store.complaints[0]
            assert store.path == path.with_name(f"records-version-{VERSION}.db")
            begun(store, *ENTRIES)
            assert len(store.runs()) == expected
    assert path.read_bytes() == newer


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotKeep, match="Nothing can be kept in"):
        Store.open(tmp_path / "nowhere" / "records.db")


def test_a_full_disk_is_one_sentence_and_the_same_call_succeeds_when_there_is_room(path: Path) -> None:
    with Store.open(path) as store:
        run = begun(store, *ENTRIES[:2])
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        long = Wrote("?", "x" * 50_000)
        for _ in range(2):
            with pytest.raises(DiskFull, match="The disk is full"):
                store.keep(run, (*ENTRIES[:2], long), at=3.0)
        assert Store.open(path).transcript(run).entries == ENTRIES[:2]
        store._db.execute("PRAGMA max_page_count = 100000")
        store.keep(run, (*ENTRIES[:2], long), at=3.0)
        assert store.transcript(run).entries == (*ENTRIES[:2], long)


def test_whoever_goes_on_while_the_disk_is_full_loses_nothing_once_there_is_room(path: Path) -> None:
    with Store.open(path) as store:
        run = begun(store, *ENTRIES[:2])
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        journal: list[Entry] = [*ENTRIES[:2], Wrote("?", "x" * 50_000)]
        with pytest.raises(DiskFull):
            store.keep(run, journal, at=3.0)
        journal.append(ENTRIES[2])
        store._db.execute("PRAGMA max_page_count = 100000")
        store.keep(run, journal, at=4.0)
        store.keep(run, journal, at=5.0)
        assert store.transcript(run).entries == tuple(journal)


def test_a_run_whose_records_were_lost_is_kept_again_whole(path: Path) -> None:
    journal = replace(HEAD, entries=ENTRIES)
    with Store.open(path) as store:
        run = store.begin(journal, text="{}", at=4.0)
        assert store.transcript(run) == journal
        assert store.runs()[0].standing == "ended"


# -- two windows -------------------------------------------------------------------------------------------------
def test_two_windows_play_side_by_side(path: Path) -> None:
    with Store.open(path) as one, Store.open(path) as two:
        first, second = begun(one), begun(two)
        for count in range(1, len(ENTRIES) + 1):
            one.keep(first, ENTRIES[:count], at=1.0)
            two.keep(second, ENTRIES[:count], at=1.0)
        assert one.transcript(second).entries == two.transcript(first).entries == ENTRIES


def test_the_same_run_in_two_windows_never_forks_or_doubles(path: Path) -> None:
    with Store.open(path) as one, Store.open(path) as two:
        journal = tuple(Responded(f"b{n}", "r0") for n in range(3))
        run = begun(one, journal[0])
        two.transcript(run)
        one.keep(run, journal[:2], at=2.0)
        two.keep(run, journal[:2], at=2.0)  # the very same: already kept
        one.keep(run, journal, at=3.0)
        with pytest.raises(PlayedElsewhere, match="another window"):
            two.keep(run, (*journal[:2], Responded("b2", "r1")), at=3.0)
        kept = [entry.response for entry in two.transcript(run).entries if isinstance(entry, Responded)]
        assert kept == ["r0", "r0", "r0"]


def test_a_window_that_holds_the_file_too_long_is_said_and_the_call_may_be_made_again(path: Path) -> None:
    with Store.open(path) as other, Store(path, patience_s=0.05) as store:
        run = begun(store)
        other._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="try again"):
            store.keep(run, ENTRIES[:1], at=1.0)
        other._db.execute("COMMIT")
        store.keep(run, ENTRIES[:1], at=1.0)
        assert store.transcript(run).entries == ENTRIES[:1]


def test_windows_that_make_the_file_at_the_same_instant_agree(tmp_path: Path) -> None:
    for trial in range(10):
        path, failures = tmp_path / f"{trial}.db", []
        gate = threading.Barrier(4)

        def window(path: Path = path, gate: threading.Barrier = gate, failures: list[RecordsError] = failures) -> None:
            gate.wait()
            try:
                with Store.open(path) as store:
                    begun(store, *ENTRIES[:2])
            except RecordsError as error:
                failures.append(error)

        windows = [threading.Thread(target=window) for _ in range(4)]
        for each in windows:
            each.start()
        for each in windows:
            each.join()
        assert failures == []
        with Store.open(path) as store:
            assert len(store.runs()) == 4
            assert store._applied() == tuple(migration.name for migration in MIGRATIONS)


# -- migrations --------------------------------------------------------------------------------------------------
def test_each_migration_is_recorded_and_the_file_is_marked_as_ours(path: Path) -> None:
    with Store.open(path) as store:
        assert store._applied() == tuple(migration.name for migration in MIGRATIONS)
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    raw.close()


def test_a_migration_that_fails_leaves_nothing_of_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.records import migrations, store

    half = migrations.Migration("half", ("CREATE TABLE half (a)", "CREATE TABLE half (a)"), raises=True)
    monkeypatch.setattr(store, "MIGRATIONS", (*MIGRATIONS, half))
    with pytest.raises(CannotKeep):
        Store(path)
    monkeypatch.undo()
    with Store.open(path) as again:
        assert again.complaints == ()
        assert again._applied() == tuple(migration.name for migration in MIGRATIONS)
        assert not again._db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone()[0]
        begun(again, *ENTRIES)


def test_a_migration_that_does_not_raise_the_version_is_applied_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.records import migrations, store

    begun(Store.open(path), *ENTRIES)
    more = migrations.Migration("notes", ("CREATE TABLE notes (run TEXT, text TEXT)",), raises=False)
    monkeypatch.setattr(store, "MIGRATIONS", (*MIGRATIONS, more))
    for _ in range(2):
        with Store.open(path) as newer:
            assert newer._applied()[-1] == "notes"
            assert len(newer.runs()) == 1
    monkeypatch.undo()
    with Store.open(path) as older:
        assert older.complaints == ()
        assert len(older.runs()) == 1
