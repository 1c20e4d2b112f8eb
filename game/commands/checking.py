"""`check`, `explain` and `schema`: what is wrong with a scenario, what a finding means, what an editor can know.

What is wrong is found by `checks`; how it is told is `app.checking`'s.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from game.app.fault import UNREADABLE
from game.commands.streams import plainly, print_json, said


def add(commands: Any) -> None:
    """The words of these commands."""
    check = commands.add_parser("check", help="what is wrong with a scenario, and what its plays can come to")
    check.add_argument("paths", nargs="*", metavar="PATH", help="scenario folders or files, or folders of scenarios")
    check.add_argument("--json", action="store_true", help="one JSON object")
    check.add_argument("--strict", action="store_true", help="warnings fail too")
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", help="what a finding means and how to cure it")
    explain.add_argument("code", metavar="SCnnn")
    explain.set_defaults(run=_explain)
    schema = commands.add_parser("schema", help="the JSON Schema of a scenario, for an editor")
    schema.set_defaults(run=_schema)


def _check(args: Namespace) -> int:
    from game import res
    from game.app.checking import check_object, has_errors, look_through, told
    from game.app.lookup import cache_folder

    paths = [Path(path) for path in args.paths] or [res.path("scenarios")]
    checked, unreadable = look_through(paths, cache_folder())
    if args.json:
        print_json(check_object(checked))
    else:
        plainly(sys.stdout)
        for paragraph in told(checked):
            print(paragraph)
    for sentence in unreadable:
        said(sentence, UNREADABLE)
    return UNREADABLE if unreadable else int(has_errors(checked, strict=args.strict))


def _explain(args: Namespace) -> int:
    from game.app.explaining import explained

    plainly(sys.stdout)
    print(explained(args.code))
    return 0


def _schema(args: Namespace) -> int:
    from game.scenario.written_words import editor_schema

    print(json.dumps(editor_schema(), indent=2))
    return 0
