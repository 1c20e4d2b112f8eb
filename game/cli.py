"""The command `attune`: what each command reads, prints and exits with.

Each command is short and imports what it needs when it runs, because a start is felt. What commands do is `app`'s.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import __version__
from game.app.fault import BROKE, UNREADABLE, CommandFault

if TYPE_CHECKING:
    from game.scoring.review import EndingsFrom
    from game.story.machine import Story

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
        return _said(str(fault), fault.code)
    except KeyboardInterrupt:
        return _said("Stopped.", INTERRUPTED)
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        return _said(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.", UNREADABLE)
    except Exception as error:  # the last line before a person: never a traceback
        return _broke(error)


# -- commands ----------------------------------------------------------------------------------------------------
def _open(args: argparse.Namespace) -> int:
    from game.app.start import NoWindow, window

    try:
        window()
    except NoWindow as error:
        raise CommandFault(str(error)) from None
    return 0


def _play(args: argparse.Namespace) -> int:
    return _driven(args) if args.json else _text(args)


def _driven(args: argparse.Namespace) -> int:
    from game.app.driven import drive
    from game.story.run import Run

    if args.scenario is None:
        raise CommandFault("Which scenario? Programs name it: attune play ID --json")
    _plainly(sys.stdin, encoding="utf-8")
    drive(Run(_story(args.scenario), args.seed or 0), sys.stdin, sys.stdout)
    return 0


def _text(args: argparse.Namespace) -> int:
    import shutil

    from game.app.page import Page
    from game.app.services import Services
    from game.app.text_session import text_session

    story = _story(args.scenario) if args.scenario else None
    for stream in (sys.stdin, sys.stdout):
        _plainly(stream)
    services = Services.found()
    page = Page(iter(sys.stdin), sys.stdout, shutil.get_terminal_size().columns)
    with services.store:
        text_session(services, story, page, seed=services.seed() if args.seed is None else args.seed)
    return 0


def _check(args: argparse.Namespace) -> int:
    from game import res
    from game.app.checking import check_object, has_errors, look_through, told

    checked, unreadable = look_through([Path(path) for path in args.paths] or [res.path("scenarios")])
    if args.json:
        _print_json(check_object(checked))
    else:
        _plainly(sys.stdout)
        for paragraph in told(checked):
            print(paragraph)
    for sentence in unreadable:
        _said(sentence, UNREADABLE)
    return UNREADABLE if unreadable else int(has_errors(checked, strict=args.strict))


def _replay(args: argparse.Namespace) -> int:
    from game.reports.machine_form import replay_object
    from game.story.run import NotOffered, NowhereToGo, replay

    story = _story(args.path)
    try:
        run = replay(story, [choice.strip() for choice in args.choose.split(",") if choice.strip()])
    except (NotOffered, NowhereToGo) as error:
        raise CommandFault(str(error)) from None
    if args.json:
        _print_json(replay_object(run, _endings_from(story)))
    else:
        _print_debrief(run, _endings_from(story))
    return 0


def _explain(args: argparse.Namespace) -> int:
    from game.app.explaining import explained

    _plainly(sys.stdout)
    print(explained(args.code))
    return 0


def _schema(args: argparse.Namespace) -> int:
    from game.scenario.written_words import editor_schema

    print(json.dumps(editor_schema(), indent=2))
    return 0


def _doctor(args: argparse.Namespace) -> int:
    from game.app.doctor import examine

    _plainly(sys.stdout)
    symptoms = list(examine())
    for symptom in symptoms:
        print(symptom.sentence if symptom.well else f"Not well: {symptom.sentence}")
    return int(not all(symptom.well for symptom in symptoms))


# -- what commands share -----------------------------------------------------------------------------------------
def _story(named: str) -> Story:
    from game.app.lookup import story

    return story(named, _cache())


def _cache() -> Path | None:
    from game.records import places
    from game.records.errors import RecordsError

    try:
        return places.find().cache
    except RecordsError:
        return None


def _endings_from(story: Story) -> EndingsFrom | None:
    from game.scenario.bounds import still_open
    from game.scenario.explore import explore

    return still_open(explore(story.laws))


def _print_json(shown: dict[str, Any]) -> None:
    print(json.dumps(shown))  # ASCII only, so that no console can spoil it


def _print_debrief(run: Any, endings_from: EndingsFrom | None) -> None:
    import shutil

    from game.app.page import Page
    from game.app.terminal_debrief import print_all
    from game.portrait.pose import DESCRIPTIONS

    _plainly(sys.stdout)
    print_all(run, Page(iter(()), sys.stdout, shutil.get_terminal_size().columns), DESCRIPTIONS, endings_from)


def _plainly(stream: Any, *, encoding: str | None = None) -> None:
    """Let no character that a console cannot show, and no byte that is not text, end a session."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")


def _said(sentence: str, code: int) -> int:
    _plainly(sys.stderr)
    print(sentence, file=sys.stderr)
    return code


def _nobody_reads() -> int:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the flush at exit would complain
    return 1


def _broke(error: Exception) -> int:
    if isinstance(error, ModuleNotFoundError):
        return _said(f"A part of the program is missing: {error.name}. Install Attune again: {INSTALL}", 1)
    from game.app.fault import write_report
    from game.records import places
    from game.records.errors import RecordsError
    from game.story.run import NowhereToGo

    if isinstance(error, RecordsError | NowhereToGo):
        return _said(str(error), 1)
    try:
        report = write_report(error, places.find().data, __version__)
    except RecordsError:
        report = None
    return _said(f"{BROKE}{f' What went wrong is noted in {report}.' if report else ''}", 1)


# -- the words of the command line -------------------------------------------------------------------------------
def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="attune", description="Rehearse the hard moments of relational therapy. Without a command: the window."
    )
    parser.add_argument("--version", action="version", version=f"attune {__version__}")
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_play(commands)
    _add_check(commands)
    _add_replay(commands)
    explain = commands.add_parser("explain", help="what a finding means and how to cure it")
    explain.add_argument("code", metavar="SCnnn")
    explain.set_defaults(run=_explain)
    schema = commands.add_parser("schema", help="the JSON Schema of a scenario, for an editor")
    schema.set_defaults(run=_schema)
    doctor = commands.add_parser("doctor", help="versions, typefaces, data folder, scenarios")
    doctor.set_defaults(run=_doctor)
    return parser


def _add_play(commands: Any) -> None:
    play = commands.add_parser("play", help="a session in this terminal")
    play.add_argument(
        "scenario",
        nargs="?",
        metavar="ID",
        help="a scenario's id or the path of its folder; left out, you choose from the library",
    )
    form = play.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="for people (this is what happens anyway)")
    form.add_argument("--json", action="store_true", help="for programs: one JSON object per line")
    play.add_argument("--seed", type=int, help="the order in which responses are shown")
    play.set_defaults(run=_play)


def _add_check(commands: Any) -> None:
    check = commands.add_parser("check", help="what is wrong with a scenario, and what its plays can come to")
    check.add_argument("paths", nargs="*", metavar="PATH", help="scenario folders or files, or folders of scenarios")
    check.add_argument("--json", action="store_true", help="one JSON object")
    check.add_argument("--strict", action="store_true", help="warnings fail too")
    check.set_defaults(run=_check)


def _add_replay(commands: Any) -> None:
    replay = commands.add_parser("replay", help="play given responses and score them")
    replay.add_argument("path", metavar="PATH", help="a scenario folder or file, or an id")
    replay.add_argument("--choose", default="", metavar="BEAT/RESPONSE,...", help="the responses, in order")
    replay.add_argument("--json", action="store_true", help="one JSON object")
    replay.set_defaults(run=_replay)
