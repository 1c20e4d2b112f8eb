"""A pilot standing at each screen of the program: for tests of how screens look, and for the pictures of the manual."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from game import res
from game.app.author import AuthorApp
from game.app.pilot import Pilot
from game.app.plan import read_plan
from game.app.services import Services
from game.records.store import Store
from game.scenario.bounds import still_open
from game.scenario.explore import explore
from game.scenario.findings import finding
from game.scenario.library import FILE, Shelved, library
from game.scenario.model import Place
from game.screens.findings_strip import Told
from game.story.run import replay
from game.ui.fonts import Fonts
from game.ui.look import Look
from tests.wordier import longest_worded

SCREENS = (
    "library", "filters", "briefing", "how-it-goes", "settings", "about", "remap", "remap-one", "remap-new",
    "speaks", "notice",
    "signs", "offers",
    "transcript", "case-file", "pause", "leave", "keys", "ends", "rating", "debrief", "debrief-first",
)  # fmt: skip
AUTHORS = ("watch", "watch-broken", "findings", "backstage", "backstage-first")
"""Screens of an author's window."""

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
    return {name: standing_at(name) for name in SCREENS} | {name: author_at(name) for name in AUTHORS}


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
    if name not in (
        "library",
        "filters",
        "briefing",
        "how-it-goes",
        "settings",
        "about",
        "remap",
        "remap-one",
        "remap-new",
        "speaks",
    ):
        pilot.settle()
    for hit in _further(name):
        pilot.click(hit)
    return pilot


def author_at(name: str) -> Pilot:
    """In an author's window, two decisions into a session, with findings that no change of the checks can change."""
    services = Services(Store(None), cache_dir=compiled(), now=lambda: 0.0, seed=lambda: 7)
    story = services.story(ID)
    app = AuthorApp(services, replace(Look(), motion="none", measurer=fonts()), res.path("scenarios", ID, FILE))
    choices = () if name == "backstage-first" else ("arrives/to-business", "plan/fast-yes")
    app.sit(replay(story, choices, seed=7), still_open(explore(story.laws)))
    for at in range(30):
        app.drew(0.0031 + 0.0001 * (at % 7))
    if name.startswith(("watch", "findings")):
        app.look = replace(app.look, keymap=app.look.keymap.with_findings())
        app.told = Told((), sentence="2 of 2 replayed.") if name == "watch" else _told(name)
    pilot = Pilot(app)
    pilot.settle()
    if name == "findings":
        pilot.press("F9")
    if name.startswith("backstage"):
        pilot.press("F12")
    return pilot


def _told(name: str) -> Told:
    def at(line: int, column: int) -> Place:
        return Place(f"scenarios/{ID}/{FILE}", line, column)

    found = (
        finding("SC012", at(187, 17), word="goes-quite", kind="a beat or an ending", hint="did you mean 'goes-quiet'?"),
        finding("SC054", at(48, 9), flag="sent", why="raised, and nothing asks for it"),
        finding("SC058", at(203, 7), response="name-the-yes", parts="'why' and 'principle'"),
        finding("SC032", at(311, 13)),
    )
    if name == "watch-broken":
        return Told(found, plays=False)
    return Told(found[1:], sentence="1 of 2 replayed; 'plan' changed: 'fast-yes' is not on offer now.")


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
        case "remap":
            return ("go/settings", "keys")
        case "remap-one":
            return ("go/settings", "keys", "action/transcript")
        case "remap-new":
            return ("go/settings", "keys", "action/transcript", "new-key")
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
