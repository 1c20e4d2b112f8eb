"""`stats` and `graph`: what scenarios hold, and how one hangs together. What is told is `survey`'s."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.fault import CommandFault
from game.commands.streams import plainly, playable, print_json

if TYPE_CHECKING:
    from game.survey.chart import Chart


def add(commands: Any) -> None:
    """The words of these commands."""
    stats = commands.add_parser("stats", help="how long scenarios are, and what they cover")
    stats.add_argument("paths", nargs="*", metavar="PATH", help="ids, scenario folders or files, folders of scenarios")
    stats.add_argument("--json", action="store_true", help="one JSON object")
    stats.set_defaults(run=_stats)
    graph = commands.add_parser("graph", help="how a scenario hangs together, as Mermaid text or as a page")
    graph.add_argument("scenario", metavar="PATH", help="an id, a scenario folder or a file")
    form = graph.add_mutually_exclusive_group()
    form.add_argument("--mermaid", action="store_true", help="Mermaid text (this is what happens anyway)")
    form.add_argument("--html", metavar="FILE", help="write a page for a browser, which needs no network")
    graph.set_defaults(run=_graph)


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


def _graph(args: Namespace) -> int:
    from game.app.lookup import cache_folder, meant
    from game.survey.chart import chart
    from game.survey.mermaid import mermaid

    found = tuple(meant([args.scenario], cache_folder()))
    if len(found) > 1:
        raise CommandFault(f"{args.scenario} holds {len(found)} scenarios: name one of them.")
    drawn = chart(found[0].scenario)
    if args.html is None:
        plainly(sys.stdout)
        print(mermaid(drawn), end="")
    else:
        _write_page(drawn, Path(args.html))
    return 0


def _write_page(drawn: Chart, to: Path) -> None:
    from game import res
    from game.survey.chart_page import page

    style, script = (res.path("assets", "graph", name).read_text("utf-8") for name in ("graph.css", "graph.js"))
    to.write_text(page(drawn, style=style, script=script), encoding="utf-8")
