"""`walk`: plays scenarios at random through the engine. How it walks and what it tells is `survey`'s."""

from __future__ import annotations

import gc
import os
import shlex
import sys
import time
from argparse import ArgumentTypeError, Namespace
from typing import Any

from game.commands.streams import plainly, playable, print_json

PLAYS, SEED = 1_000, 7


def add(commands: Any) -> None:
    """The words of this command."""
    walk = commands.add_parser("walk", help="play at random: what is met how often, and what comes to grief")
    walk.add_argument("paths", nargs="*", metavar="PATH", help="ids, scenario folders or files, folders of scenarios")
    walk.add_argument("--plays", type=_count, default=PLAYS, help=f"plays of each scenario ({PLAYS:,} if left out)")
    walk.add_argument("--seed", type=int, default=SEED, help=f"the same seed, the same plays ({SEED} if left out)")
    walk.add_argument("--speed", action="store_true", help="tell also how many responses a second were given")
    walk.add_argument("--json", action="store_true", help="one JSON object")
    walk.set_defaults(run=_walk)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"'{text}' is no number of plays: give 1 or more")
    return int(text)


def _walk(args: Namespace) -> int:
    from game.scenario.bounds import bounds
    from game.scenario.explore import explore
    from game.story.machine import Story
    from game.survey.chance import unlike
    from game.survey.walk_words import told, walks_object
    from game.survey.walks import walk

    plainly(sys.stdout)
    found, code = playable(args.paths)
    objects: list[dict[str, Any]] = []
    for number, (typed, scenario) in enumerate(found):
        story = Story(scenario)
        gc.collect()
        gc.freeze()  # a large scenario is not looked through again and again for what could be thrown away
        began = time.perf_counter()
        walks = walk(story, plays=args.plays, seed=args.seed)
        took = time.perf_counter() - began
        gc.unfreeze()
        exact = bounds(explore(story.laws)).endings
        code = max(code, int(not walks.well or any(unlike(walks, exact))))
        if args.json:
            speed = {"responses_per_second": round(walks.decisions / took)} if args.speed else {}
            objects.append({**walks_object(walks, _as_typed(typed), exact), **speed})
            continue
        print("\n" * (number > 0), end="")
        for line in told(walks, _as_typed(typed), exact):
            print(line)
        if args.speed:
            print(f"\n  {walks.decisions / took:,.0f} responses a second.")
    if args.json:
        print_json({"scenarios": objects})
    return code


def _as_typed(word: str) -> str:
    """A word as it must stand in a command, quoted where a shell would take it apart."""
    if os.name == "nt":  # no name of a file holds a quote there
        return f'"{word}"' if " " in word else word
    return shlex.quote(word)
