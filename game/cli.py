"""The command `attune`: finds the command, runs it, and turns whatever goes wrong into one sentence and an exit code.

The commands themselves are in `commands`; what they do is `app`'s.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from game import __version__
from game.app.fault import BROKE, UNREADABLE, CommandFault
from game.commands import checking, installation, playing, surveying, twee, walking, writing
from game.commands.streams import said

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells expect it."""

INSTALL = "python -m pip install -e ."


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code. 0 well, 1 cannot be done, 2 a path cannot be read or the command is not one."""
    args = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        code = run(args)
        sys.stdout.flush()
        return code
    except CommandFault as fault:
        return said(str(fault), fault.code)
    except KeyboardInterrupt:
        return said("Stopped.", INTERRUPTED)
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        return said(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.", UNREADABLE)
    except Exception as error:  # the last line before a person: never a traceback
        return _broke(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="attune", description="Rehearse the hard moments of relational therapy. Without a command: the window."
    )
    parser.add_argument("--version", action="version", version=f"attune {__version__}")
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for family in (playing, checking, writing, surveying, walking, twee, installation):
        family.add(commands)
    return parser


def _open(args: argparse.Namespace) -> int:
    from game.app.start import NoWindow, window

    try:
        window()
    except NoWindow as error:
        raise CommandFault(str(error)) from None
    return 0


def _nobody_reads() -> int:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the flush at exit would complain
    return 1


def _broke(error: Exception) -> int:
    if isinstance(error, ModuleNotFoundError):
        return said(f"A part of the program is missing: {error.name}. Install Attune again: {INSTALL}", 1)
    from game.app.fault import write_report
    from game.records import places
    from game.records.errors import RecordsError
    from game.story.run import NowhereToGo

    if isinstance(error, RecordsError | NowhereToGo):
        return said(str(error), 1)
    try:
        report = write_report(error, places.find().data, __version__)
    except RecordsError:
        report = None
    return said(f"{BROKE}{f' What went wrong is noted in {report}.' if report else ''}", 1)
