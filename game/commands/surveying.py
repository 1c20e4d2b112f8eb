"""`stats` and `graph`: what scenarios hold, and how one hangs together. What is told is `survey`'s."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from game.commands.streams import plainly, playable, print_json


def add(commands: Any) -> None:
    """The words of these commands."""
    stats = commands.add_parser("stats", help="how long scenarios are, and what they cover")
    stats.add_argument("paths", nargs="*", metavar="PATH", help="ids, scenario folders or files, folders of scenarios")
    stats.add_argument("--json", action="store_true", help="one JSON object")
    stats.set_defaults(run=_stats)


def _stats(args: Namespace) -> int:
    from game.survey.contents import contents
    from game.survey.stats_words import library_told, stats_object, told

    plainly(sys.stdout)
    found, code = playable(args.paths)
    library = [contents(scenario) for _, scenario in found]
    if args.json:
        print_json(stats_object(library))
        return code
    for one in library:
        print(*told(one), "", sep="\n")
    if len(library) > 1:
        print(*library_told(library), sep="\n")
    return code
