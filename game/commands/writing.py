"""`new`, `warp` and `plan`: a scenario begun, a beat looked at, a play written down and held to.

What they do is `app`'s; nothing here is kept among a trainee's records.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.fault import CommandFault
from game.commands.streams import plainly

if TYPE_CHECKING:
    from game.story.machine import Story
    from game.story.run import Run


def add(commands: Any) -> None:
    """The words of these commands."""
    new = commands.add_parser("new", help="a commented scenario to begin with")
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens; also the name of its folder")
    new.add_argument("--to", default=".", metavar="FOLDER", help="where its folder is made (here, if left out)")
    new.set_defaults(run=_new)
    warp = commands.add_parser("warp", help="the window, opened at a beat")
    warp.add_argument("place", metavar="ID:BEAT", help="a scenario's id or path, a colon, and a beat or ending")
    warp.add_argument("--path", action="store_true", help="print the responses that lead there, and open nothing")
    warp.set_defaults(run=_warp)
    _add_plan(commands)


def _add_plan(commands: Any) -> None:
    kinds = commands.add_parser("plan", help="write down a play as a plan, or play the plans beside a scenario")
    words = kinds.add_subparsers(title="what to do", metavar="WORD", required=True)
    record = words.add_parser("record", help="a plan of a play")
    record.add_argument("path", metavar="PATH", help="a scenario folder or file, or an id")
    play = record.add_mutually_exclusive_group(required=True)
    play.add_argument("--choose", metavar="BEAT/RESPONSE,...", help="the responses, in order")
    play.add_argument("--last", action="store_true", help="the session with this scenario that was played last")
    record.add_argument("--title", default="", metavar="TEXT", help="what the plan is called")
    record.add_argument("--to", metavar="FILE", help="a new file; left out, the plan is printed")
    record.set_defaults(run=_record)
    check = words.add_parser("check", help="play the plans beside scenarios")
    check.add_argument("paths", nargs="*", metavar="PATH", help="plans, scenario folders, or folders of scenarios")
    check.set_defaults(run=_check)


def _new(args: Namespace) -> int:
    from game.app.beginning import begin

    made = begin(args.id, Path(args.to))
    plainly(sys.stdout)
    print(f"Made {made}. Next: attune check {made.parent}, and to see it: attune play {made.parent} --watch")
    return 0


def _warp(args: Namespace) -> int:
    from game.app.warping import way_to

    way = way_to(args.place)
    if args.path:
        plainly(sys.stdout)
        print(",".join(way.choices))
        return 0
    from game.app.start import NoWindow, warped_window

    try:
        warped_window(way)
    except NoWindow as error:
        raise CommandFault(str(error)) from None
    return 0


# -- plans -------------------------------------------------------------------------------------------------------
def _record(args: Namespace) -> int:
    from game.app.lookup import found_story
    from game.app.recording import plan_of

    story = found_story(args.path)
    text = plan_of(_last_run(story) if args.last else _chosen_run(story, args.choose), args.title)
    plainly(sys.stdout)
    if args.to is None:
        print(text, end="")
        return 0
    try:
        with Path(args.to).open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CommandFault(f"{args.to} is there already, and nothing is written over; name another file.") from None
    print(f"Written to {args.to}")
    return 0


def _chosen_run(story: Story, choose: str) -> Run:
    from game.story.run import NotOffered, NowhereToGo, replay

    try:
        return replay(story, [choice.strip() for choice in choose.split(",") if choice.strip()])
    except (NotOffered, NowhereToGo) as error:
        raise CommandFault(str(error)) from None


def _last_run(story: Story) -> Run:
    from game.app.services import Services

    services = Services.found()
    with services.store:
        return services.last_played(story)


def _check(args: Namespace) -> int:
    from game import res
    from game.app.plans import plans_beside

    plainly(sys.stdout)
    failed = False
    for path in [Path(path) for path in args.paths] or [res.path("scenarios")]:
        for one in plans_beside(path):
            failed = failed or bool(one.faults)
            for fault in one.faults:
                print(fault)
            print(one.told)
    return int(failed)
