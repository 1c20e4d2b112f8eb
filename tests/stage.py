"""A pilot standing at each screen of the program: for tests of how screens look, and for the pictures of the manual."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from game import res
from game.app.pilot import Pilot
from game.app.plan import read_plan
from game.app.services import Services
from game.records.store import Store
from game.scenario.library import Shelved, library
from game.ui.fonts import Fonts
from game.ui.look import Look
from tests.wordier import longest_worded

SCREENS = (
    "library", "filters", "briefing", "how-it-goes", "settings", "about", "speaks", "notice", "signs", "offers",
    "transcript", "case-file", "pause", "leave", "keys", "ends", "rating", "debrief", "debrief-first",
)  # fmt: skip
ID = "whatever-you-think-is-best"


class Longest(Services):
    """The shipped scenarios with every text as long as the longest of its kind."""

    @cached_property
    def shelf(self) -> tuple[Shelved, ...]:
        there = library((res.path("scenarios"),), self.cache_dir)
        worded = longest_worded([one.scenario for one in there if one.scenario])
        return tuple(replace(one, scenario=worded[one.scenario.id]) for one in there if one.scenario)


@cache
def compiled() -> Path:
    """A folder for compiled scenarios, one for all tests of a run, so that they are compiled once."""
    return Path(tempfile.mkdtemp(prefix="attune-tests-"))


@cache
def fonts() -> Fonts:
    return Fonts(res.path("assets", "fonts"))


@cache
def pilots() -> dict[str, Pilot]:
    """A pilot standing at each screen."""
    return {name: standing_at(name) for name in SCREENS}


@cache
def longest_pilot(name: str) -> Pilot:
    """The same pilot in scenarios whose every text is the longest of its kind that ships."""
    return standing_at(name, longest=True)


def standing_at(name: str, *, longest: bool = False) -> Pilot:
    services = (Longest if longest else Services)(Store(None), cache_dir=compiled(), now=lambda: 0.0, seed=lambda: 7)
    if name in ("library", "filters"):
        _begun(services).choose("give-him-the-second")
    look = replace(Look(), motion="none", measurer=fonts())
    pilot = Pilot.start(look=look, services=services)
    for hit in _way_to(name):
        pilot.click(hit)
    if name in ("ends", "rating", "debrief", "debrief-first"):
        plan = sorted(res.path("scenarios", ID, "plans").glob("*.plan"))[0]
        pilot.follow(read_plan(plan.read_text(encoding="utf-8"), plan.name))
    if name not in ("library", "filters", "briefing", "how-it-goes", "settings", "about", "speaks"):
        pilot.settle()
    for hit in _further(name):
        pilot.click(hit)
    return pilot


def _begun(services: Services) -> Pilot:
    return Pilot.start(ID, services=services)


def _way_to(name: str) -> tuple[str, ...]:
    match name:
        case "library":
            return ()
        case "filters":
            return ("filter/concept",)
        case "settings" | "about":
            return (f"go/{name}",)
        case "briefing":
            return (f"open/{ID}",)
        case "how-it-goes":
            return (f"open/{ID}", "how-it-goes")
        case _:
            return (f"open/{ID}", "begin")


def _further(name: str) -> tuple[str, ...]:
    match name:
        case "signs":
            return ("happened/withdrawal",)
        case "offers":
            return ("skip",)
        case "transcript" | "case-file" | "pause" | "leave":
            return (name,)
        case "keys":
            return ("pause", "all-keys")
        case "rating":
            return ("finish",)
        case "debrief":
            return ("finish", "skip")
        case "debrief-first":
            return ("finish", "rate/empathy/4", "continue", "earlier")
    return ()
