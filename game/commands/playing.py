"""`play` and `replay`: a session in a terminal, for people or for programs, and given responses played and scored.

How a session goes in words is `app`'s.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from game.app.fault import REFUSED, CommandFault
from game.commands.streams import plainly, print_json, said, width

if TYPE_CHECKING:
    from game.scoring.review import EndingsFrom
    from game.story.machine import Story


def add(commands: Any) -> None:
    """The words of these commands."""
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
    form.add_argument("--watch", action="store_true", help="for authors: in the window, following the scenario's file")
    play.add_argument("--seed", type=int, help="the order in which responses are shown")
    play.set_defaults(run=_play)
    replay = commands.add_parser("replay", help="play given responses and score them")
    replay.add_argument("path", metavar="PATH", help="a scenario folder or file, or an id")
    replay.add_argument("--choose", default="", metavar="BEAT/RESPONSE,...", help="the responses, in order")
    replay.add_argument("--json", action="store_true", help="one JSON object")
    replay.set_defaults(run=_replay)


def _play(args: Namespace) -> int:
    return _driven(args) if args.json else _watched(args) if args.watch else _text(args)


def _watched(args: Namespace) -> int:
    from game.app.lookup import file_of, found_story
    from game.app.start import NoWindow, watching_window

    if args.scenario is None:
        raise CommandFault("Which scenario? Name it: attune play ID --watch")
    story = found_story(args.scenario)
    try:
        watching_window(file_of(args.scenario), story, seed=args.seed)
    except NoWindow as error:
        raise CommandFault(str(error)) from None
    return 0


def _driven(args: Namespace) -> int:
    from game.app.driven import drive
    from game.app.lookup import found_story
    from game.story.run import Run

    if args.scenario is None:
        raise CommandFault("Which scenario? Programs name it: attune play ID --json")
    plainly(sys.stdin, encoding="utf-8")
    drive(Run(found_story(args.scenario), args.seed or 0), sys.stdin, sys.stdout)
    return 0


def _text(args: Namespace) -> int:
    from game.app.lookup import found_story
    from game.app.page import Page
    from game.app.services import Services
    from game.app.text_session import text_session

    story = found_story(args.scenario) if args.scenario else None
    for stream in (sys.stdin, sys.stdout):
        plainly(stream)
    services = Services.found()
    page = Page(iter(sys.stdin), sys.stdout, width())
    with services.store:
        text_session(services, story, page, seed=services.seed() if args.seed is None else args.seed)
    return 0


def _replay(args: Namespace) -> int:
    from game.app.lookup import found_story
    from game.reports.machine_form import replay_object
    from game.story.run import NotOffered, NowhereToGo, replay

    story = found_story(args.path)
    try:
        run = replay(story, [choice.strip() for choice in args.choose.split(",") if choice.strip()])
    except (NotOffered, NowhereToGo) as error:
        raise CommandFault(str(error)) from None
    if args.json:
        print_json(replay_object(run, _endings_from(story)))
    else:
        _print_debrief(run, _endings_from(story))
    try:
        run.offered()
    except NowhereToGo as error:  # told after all that led there
        return said(f"The scene is stuck: {error}.", REFUSED)
    return 0


def _endings_from(story: Story) -> EndingsFrom | None:
    from game.scenario.bounds import still_open
    from game.scenario.explore import explore

    return still_open(explore(story.laws))


def _print_debrief(run: Any, endings_from: EndingsFrom | None) -> None:
    from game.app.page import Page
    from game.app.terminal_debrief import print_all
    from game.portrait.pose import DESCRIPTIONS

    plainly(sys.stdout)
    print_all(run, Page(iter(()), sys.stdout, width()), DESCRIPTIONS, endings_from)
