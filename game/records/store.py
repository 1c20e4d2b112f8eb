"""The records: every response is on the disk before the client answers. The only door of `sqlite3`.

It keeps journals as they are given; it does not replay them (`story.run`), score them, or read a clock: times are
arguments, in seconds since 1970 (UTC).

Each call is one transaction. WAL with `synchronous=FULL` means that what a call has returned from survives a killed
process and a lost power supply; the price, under a millisecond per response, is paid while nobody waits.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from game.records import aside
from game.records.errors import Busy, CannotKeep, Damaged, DiskFull, PlayedElsewhere, RecordsError, UnknownRun
from game.records.kept import KeptRun, Standing, read_journal, read_or_none, read_seed, standing_after, written
from game.records.migrations import APPLICATION_ID, MIGRATIONS, VERSION, Migration
from game.story.transcript import Entry, Transcript

PATIENCE_S = 5.0
"""How long a call waits for another window before it says so."""

_VERSION_AT = slice(60, 64)
"""Where SQLite's file format keeps `user_version`: read from the bytes, so that a newer file is not even opened."""

_MAGIC = b"SQLite format 3\0"

_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA}


_RUNS = """
    SELECT id, scenario, sha, last, standing, (SELECT count(*) FROM entries WHERE run = id) FROM runs
"""


class Store:
    """One records file, open. Close it, or use it in a `with`."""

    def __init__(self, path: Path | None, *, patience_s: float = PATIENCE_S) -> None:
        """Open the file, or make it; None keeps everything in memory only. Raises what `Store.open` would cure."""
        self.path = path
        self.complaints: tuple[str, ...] = ()
        """Sentences to show once: what was set aside and where records are kept instead."""
        self._next: dict[str, int] = {}
        self._file = str(path) if path else ":memory:"
        with _spoken(self._file):
            self._db = sqlite3.connect(_uri(path), uri=True, timeout=patience_s, isolation_level=None)
        try:
            with _spoken(self._file):
                self._prepare()
        except BaseException:
            self._db.close()
            raise

    @classmethod
    def open(cls, path: Path) -> Store:
        """The records at `path`, whatever stands there.

        A damaged file is set aside under a new name and new records are begun; a newer one is left alone and records
        are kept in a file beside it; `complaints` says so. Raises `CannotKeep` or `Busy` where neither is possible.
        """
        complaints: list[str] = []
        if _written_version(path) > VERSION:
            path, complaint = aside.beside_newer(path, VERSION)
            complaints.append(complaint)
        try:
            store = cls(path)
        except Damaged:
            damaged = aside.set_aside(path)
            store = cls(path)
            complaints.append(aside.told(path, damaged, rescued=store._rescue(damaged)))
        store.complaints = tuple(complaints)
        return store

    def close(self) -> None:
        """Close the file. Nothing is lost where this is never called."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- journalling ---------------------------------------------------------------------------------------------
    def begin(self, transcript: Transcript, *, text: str, at: float) -> str:
        """Keep a run with whatever its journal holds already, and the compiled `text` it is played with; its id.

        A run whose records were lost under it (a damaged file, a full disk) is kept again whole by this one call.
        """
        with self._transaction():
            (run,) = self._db.execute("SELECT lower(hex(randomblob(8)))").fetchone()
            kept = (transcript.sha, transcript.scenario, text)
            self._db.execute("INSERT INTO scenarios VALUES (?, ?, ?) ON CONFLICT DO NOTHING", kept)
            begun = (run, transcript.scenario, transcript.sha, str(transcript.seed), at, at)
            self._db.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, 'open')", begun)
            for n, entry in enumerate(transcript.entries):
                self._write(run, n, entry, at)
        self._next[run] = len(transcript.entries)
        return str(run)

    def keep(self, run: str, journal: Sequence[Entry], *, at: float) -> None:
        """Keep whatever of the whole journal is not kept yet: committed to the disk when this returns.

        Raises `DiskFull` or `Busy`, after which the same call may be made again: an entry is never kept twice, and
        where the trainee went on all the same, the next call brings everything in. Raises `PlayedElsewhere` when
        another window went on with the run since this one began or read it.
        """
        first = self._kept(run)
        if first >= len(journal):
            return
        with self._transaction():
            for n in range(first, len(journal)):
                self._put(run, n, journal[n], at)
        self._next[run] = len(journal)

    def finish(self, run: str, *, at: float, standing: Standing = "left") -> None:
        """Give a run up, so that it is not offered again. (A run that reaches an ending is `ended` by its entry.)"""
        with self._transaction():
            done = self._db.execute("UPDATE runs SET standing = ?, last = ? WHERE id = ?", (standing, at, run))
            if not done.rowcount:
                raise _unknown(run)

    # -- asking --------------------------------------------------------------------------------------------------
    def transcript(self, run: str) -> Transcript:
        """The journal of a run; `keep` goes on from here. Raises `UnknownRun` or `RunUnavailable`."""
        with self._reading():
            head = self._db.execute("SELECT scenario, sha, seed FROM runs WHERE id = ?", (run,)).fetchone()
            rows = self._db.execute("SELECT n, json FROM entries WHERE run = ? ORDER BY n", (run,)).fetchall()
        if head is None:
            raise _unknown(run)
        entries = read_journal(rows)
        self._next[run] = len(entries)
        scenario, sha, seed = head
        return Transcript(scenario, sha, read_seed(seed), entries)

    def runs(self, scenario: str | None = None) -> tuple[KeptRun, ...]:
        """The runs of a scenario, or all, first begun first."""
        return self._runs("(? IS NULL OR scenario = ?) ORDER BY started, id", (scenario, scenario))

    def open_runs(self) -> tuple[KeptRun, ...]:
        """The runs that can be continued, last touched first."""
        return self._runs("standing = 'open' ORDER BY last DESC, started DESC, id", ())

    def scenario(self, sha: str) -> str | None:
        """The compiled text that was kept with a run, or None."""
        with self._reading():
            found = self._db.execute("SELECT text FROM scenarios WHERE sha = ?", (sha,)).fetchone()
        return None if found is None else str(found[0])

    # -- settings ------------------------------------------------------------------------------------------------
    @property
    def settings(self) -> dict[str, Any]:
        """All settings that were kept; one that does not read is left out, so that its default holds."""
        with self._reading():
            rows = self._db.execute("SELECT key, json FROM settings ORDER BY key").fetchall()
        return {key: value for key, text in rows if (value := read_or_none(text)) is not None}

    def set(self, key: str, value: Any) -> None:
        """Keep a setting: anything JSON can hold but null, which takes it back to its default."""
        with self._transaction():
            keep = "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json"
            self._db.execute(keep, (key, json.dumps(value)))

    # -- keeping house -------------------------------------------------------------------------------------------
    def integrity(self) -> str:
        """`ok`, or what SQLite's own full check found wrong. Slow on large files: for `attune doctor` and tests."""
        with self._reading():
            return "; ".join(str(row[0]) for row in self._db.execute("PRAGMA integrity_check"))

    def _prepare(self) -> None:
        db = self._db
        if db.execute("PRAGMA user_version").fetchone()[0] > VERSION:  # raised in a WAL that the file has not got yet
            raise CannotKeep(f"The records in {self._file} were written by a newer Attune and are left as they are.")
        self._check_it_is_ours()
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA fullfsync = ON")  # macOS: without it a commit only reaches the drive's own memory
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in _BUSY:  # another window is making the same change
                raise
        known = () if self._is_new() else self._applied()
        for migration in MIGRATIONS:
            if migration.name not in known:
                self._migrate(migration)

    def _check_it_is_ours(self) -> None:
        db = self._db
        db.execute("BEGIN")  # all three answers of one instant: another window may be making the file just now
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        tables = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]
        db.execute("COMMIT")
        if found != "ok" or (tables and not ours):
            raise Damaged(f"The records in {self._file} could not be read.")

    def _is_new(self) -> bool:
        named = "SELECT count(*) FROM sqlite_master WHERE name = 'migrations'"
        return not self._db.execute(named).fetchone()[0]

    def _applied(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._db.execute("SELECT name FROM migrations ORDER BY n"))

    def _migrate(self, migration: Migration) -> None:
        with self._transaction():
            self._db.execute("CREATE TABLE IF NOT EXISTS migrations (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
            if migration.name in self._applied():  # by another window, since we looked
                return
            for statement in migration.statements:
                self._db.execute(statement)
            self._db.execute("INSERT INTO migrations (name) VALUES (?)", (migration.name,))
            if migration.raises:
                (version,) = self._db.execute("PRAGMA user_version").fetchone()
                self._db.execute(f"PRAGMA user_version = {version + 1}")

    def _rescue(self, damaged: Path) -> int:
        """Copy what still reads from a damaged file; how many runs that is."""
        with self._transaction():
            for table in ("scenarios", "runs", "settings"):
                for order in ("ASC", "DESC"):  # from both ends, up to the damage
                    self._copy(table, _readable(damaged, f"SELECT * FROM {table} ORDER BY 1 {order}"))
            for (run,) in self._db.execute("SELECT id FROM runs").fetchall():
                self._copy("entries", _readable(damaged, "SELECT * FROM entries WHERE run = ? ORDER BY n", run))
        return len(self.runs())

    def _copy(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            with suppress(sqlite3.IntegrityError):  # a row whose own run or scenario was lost
                self._db.execute(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    # -- the database --------------------------------------------------------------------------------------------
    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _spoken(self._file):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with _spoken(self._file):
            yield

    def _put(self, run: str, n: int, entry: Entry, at: float) -> None:
        there = self._db.execute("SELECT json FROM entries WHERE run = ? AND n = ?", (run, n)).fetchone()
        if there is None:
            self._write(run, n, entry, at)
        elif there[0] != written(entry):
            raise PlayedElsewhere("This session was continued in another window; go on there, or open it again.")

    def _write(self, run: str, n: int, entry: Entry, at: float) -> None:
        try:
            self._db.execute("INSERT INTO entries VALUES (?, ?, ?)", (run, n, written(entry)))
        except sqlite3.IntegrityError:
            raise _unknown(run) from None
        touch = "UPDATE runs SET last = ?, standing = coalesce(?, standing) WHERE id = ?"
        self._db.execute(touch, (at, standing_after(entry), run))

    def _kept(self, run: str) -> int:
        """How many entries of the run this window knows to be kept; asked of the file where it never looked."""
        if run not in self._next:
            with self._reading():
                counted = self._db.execute("SELECT count(*) FROM entries WHERE run = ?", (run,)).fetchone()
            self._next[run] = int(counted[0])
        return self._next[run]

    def _runs(self, where: str, values: tuple[Any, ...]) -> tuple[KeptRun, ...]:
        with self._reading():
            rows = self._db.execute(f"{_RUNS} WHERE {where}", values).fetchall()
        return tuple(KeptRun(*row) for row in rows)


@contextmanager
def _spoken(file: str) -> Iterator[None]:
    """SQLite's errors as ours, each with its sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise _trouble(error, file) from error


def _trouble(error: sqlite3.Error, file: str) -> RecordsError:
    full_code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = full_code & 0xFF
    if full_code in _FULL:
        return DiskFull(f"The disk is full: {file} could not be written. Nothing is lost yet; make room and go on.")
    if code in _BUSY:
        return Busy(f"Another window is busy writing {file}. Nothing is lost; try again.")
    if code in _DAMAGED:
        return Damaged(f"The records in {file} could not be read.")
    return CannotKeep(f"Nothing can be kept in {file}: {error}.")


def _readable(damaged: Path, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a damaged file up to the damage. Each query has its own connection: damage sticks to the cache."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(_uri(damaged) + "?mode=ro", uri=True)) as db:
        yield from db.execute(query, values)


def _uri(path: Path | None) -> str:
    return "file::memory:" if path is None else path.absolute().as_uri()


def _unknown(run: str) -> UnknownRun:
    return UnknownRun(f"There is no session '{run}' in the records.")


def _written_version(path: Path) -> int:
    """The version in the file's own bytes, without opening it as a database; 0 where there is none."""
    try:
        with path.open("rb") as file:
            head = file.read(_VERSION_AT.stop)
    except OSError:
        return 0
    return int.from_bytes(head[_VERSION_AT]) if head.startswith(_MAGIC) else 0
