"""The shape of the records file, as the ordered list of steps that made it.

It holds SQL text only; `store` applies each step in one transaction together with the record of it.

Before adding a step, ask: **can an older Attune still write to a file that this step has changed, and be understood?**
If it can (a new table, a column with a default), give the step `raises=False`: the file keeps its version and both
programs share it. If it cannot, give it `raises=True`: older programs will then leave the file alone and work in
another one, and whoever uses two versions side by side has two sets of records. A step is never edited once released.
"""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION_ID = 0x41545455
"""Marks the file as ours ("ATTU"), so that another program's database is never taken for records."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step, applied once, in one transaction with its record."""

    name: str
    statements: tuple[str, ...]
    raises: bool
    """Whether older programs must keep off the file afterwards; each such step raises `user_version` by one."""


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "journal",
        (
            f"PRAGMA application_id = {APPLICATION_ID}",
            # The compiled text a run was played with: an old run still opens when its scenario has been rewritten.
            "CREATE TABLE scenarios (sha TEXT PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE runs (
                id TEXT PRIMARY KEY,
                scenario TEXT NOT NULL,
                sha TEXT NOT NULL REFERENCES scenarios (sha),
                seed TEXT NOT NULL,
                started REAL NOT NULL,
                last REAL NOT NULL,
                standing TEXT NOT NULL CHECK (standing IN ('open', 'ended', 'left'))
            ) WITHOUT ROWID
            """,
            "CREATE INDEX runs_by_scenario ON runs (scenario, started)",
            """
            CREATE TABLE entries (
                run TEXT NOT NULL REFERENCES runs (id),
                n INTEGER NOT NULL,
                json TEXT NOT NULL,
                PRIMARY KEY (run, n)
            ) WITHOUT ROWID
            """,
            "CREATE TABLE settings (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
        ),
        raises=True,
    ),
)

VERSION = sum(migration.raises for migration in MIGRATIONS)
"""The `user_version` this program writes. A file with a greater one is left alone."""
