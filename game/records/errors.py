"""What can go wrong with keeping records, each with one sentence for the person at the screen.

It names the troubles; `store` decides when they arise, app and cli say them. None of them loses what is in memory.
"""

from __future__ import annotations


class RecordsError(Exception):
    """Any trouble with the records. Its text is one sentence that can be shown as it stands."""


class CannotKeep(RecordsError):
    """The file can neither be opened nor made, or the disk refuses to be written to."""


class DiskFull(RecordsError):
    """There is no room. Nothing was written; the same call may be made again when there is."""


class Busy(RecordsError):
    """Another window kept the file locked for too long. Nothing was written; the call may be made again."""


class Damaged(RecordsError):
    """The file was found damaged while it was in use. Opening it again sets it aside and begins a new one."""


class PlayedElsewhere(RecordsError):
    """Another window went on with the same run, so this entry would fork it. Nothing was written."""


class UnknownRun(RecordsError):
    """There is no run with this id."""


class RunUnavailable(RecordsError):
    """The journal of this one run does not read. It is left as it is; all other runs stay available."""
