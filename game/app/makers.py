"""Screens made from what is there: runs, records, scenarios and settings become the values that screens show.

It makes values; which screen comes next is `flow`, what happens is `app`, and the screens of a run are `sittings`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import game
from game.app.services import Services
from game.app.settings import aloud_of
from game.records.errors import RecordsError
from game.records.kept import KeptRun
from game.reports import words
from game.scenario.library import Shelved
from game.scenario.model import DIMENSIONS, Scenario
from game.screens.about import About
from game.screens.briefing import Briefing
from game.screens.cards import KINDS, LEVELS, Broken, Card, Reached, Standing, in_words
from game.screens.casefile import Case
from game.screens.continuing import Unfinished, Welcome
from game.screens.intents import Options
from game.screens.library import Library
from game.screens.settings import Settings
from game.story.length import usual_decisions

WEEK_S = 6.5 * 24 * 3600
"""Seconds after which the name of a day no longer says which."""


# -- the library -----------------------------------------------------------------------------------------------------
def library(services: Services) -> Library:
    """The library as things stand now."""
    runs = services.runs()
    cards = tuple(_card(one.scenario, runs, services) for one in services.shelf if one.scenario)
    broken = tuple(_broken(one) for one in services.shelf if one.scenario is None)
    complaints = tuple(dict.fromkeys(services.complaints))
    services.complaints.clear()
    return Library(cards, broken, _unfinished(runs, services), None if runs else _welcome(cards), complaints)


def _welcome(cards: tuple[Card, ...]) -> Welcome | None:
    """The easiest scenario, for someone who has never played."""
    first = min(cards, key=lambda card: LEVELS.index(card.difficulty) if card.difficulty in LEVELS else 9, default=None)
    return Welcome(first.scenario, first.title, first.person) if first else None


def _broken(one: Shelved) -> Broken:
    first = one.first
    return Broken(one.folder.name, f"{first.place}  {first.code}  {first.message}" if first else "It does not read.")


def _card(scenario: Scenario, runs: Iterable[KeptRun], services: Services) -> Card:
    own = tuple(run for run in runs if run.sha == scenario.sha)
    client, meta = scenario.client, scenario.meta
    return Card(
        scenario.id, scenario.title, meta.summary, client.name, services.person(client.person), meta.difficulty,
        meta.minutes, kind_of(scenario), meta.concerns, meta.concepts, bool(meta.content_note), _standing(own),
        _reached(scenario, own, services),
    )  # fmt: skip


def _standing(own: tuple[KeptRun, ...]) -> Standing:
    if any(run.standing == "open" for run in own):
        return "open"
    return "played" if any(run.standing == "ended" for run in own) else "new"


def _reached(scenario: Scenario, own: tuple[KeptRun, ...], services: Services) -> tuple[Reached, ...]:
    """The best reach of the runs that ended, per dimension, with the chance of the same run."""
    scores = [services.score(run) for run in own if run.standing == "ended"]
    out = []
    for dimension in DIMENSIONS:
        found = [one.dimensions[dimension] for one in scores if one and one.dimensions[dimension].reach is not None]
        if found:
            best = max(found, key=lambda one: one.reach or 0.0)
            name = scenario.rubric.dimensions[dimension].name.split()[-1].lower()
            out.append(Reached(name, best.reach or 0.0, best.chance))
    return tuple(out)


def kind_of(scenario: Scenario) -> str:
    """The kinds of rupture in a scenario, as `cards.KINDS` names them."""
    kinds = {rupture.kind for rupture in scenario.ruptures.values()}
    return "both" if len(kinds) > 1 else next(iter(kinds), "")


def _unfinished(runs: Iterable[KeptRun], services: Services) -> Unfinished | None:
    """The run that was touched last among those that can be continued and still open."""
    for kept in sorted((one for one in runs if one.standing == "open"), key=lambda one: -one.last):
        try:
            run = services.reopened(kept)
        except RecordsError as error:
            services.complaints.append(str(error))
            continue
        scenario = run.story.scenario
        client = scenario.client
        said = [line.text for says in run.says() for line in says.lines if not line.aside]
        return Unfinished(
            kept.id, scenario.id, scenario.title, scenario.meta.summary, _named(scenario),
            services.person(client.person), f"in progress since {_when(kept.last, services.now())}",
            said[-1] if said else "",
            len(run.steps), usual_decisions(scenario),
        )  # fmt: skip
    return None


def _named(scenario: Scenario) -> str:
    return f"{scenario.client.name}, {scenario.client.age}" if scenario.client.age else scenario.client.name


def _when(at: float, now: float) -> str:
    """A time as a day and a part of it: `Tuesday evening`, or `3 March` when it is long ago."""
    there = datetime.fromtimestamp(at)
    if now - at > WEEK_S:
        return f"{there.day} {there:%B}"
    part = "morning" if 5 <= there.hour < 12 else "afternoon" if 12 <= there.hour < 18 else "evening"
    return f"{there:%A} {part}"


# -- before and after a session --------------------------------------------------------------------------------------
def briefing(scenario: str, services: Services, options: Options) -> Briefing:
    """The briefing of a scenario."""
    story = services.story(scenario)
    return Briefing(_case(story.scenario, services), options)


def _case(scenario: Scenario, services: Services) -> Case:
    client, meta = scenario.client, scenario.meta
    concern = in_words(meta.concerns[0]) if meta.concerns else ""
    kind = KINDS.get(kind_of(scenario), "")
    return Case(
        scenario.id, scenario.title, client.name, services.person(client.person),
        "  ·  ".join(filter(None, (_named(scenario), client.pronouns))),
        tuple(" ".join(part.split()) for part in client.intake.split("\n\n")), meta.setting, _skills(scenario),
        meta.content_note, _how_it_goes(scenario), meta.minutes,
        "  ·  ".join(filter(None, (meta.difficulty.capitalize(), concern, kind))),
    )  # fmt: skip


def _skills(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """What a session practises, from its ruptures and openings."""
    name = scenario.client.name
    kinds = dict.fromkeys(rupture.kind for rupture in scenario.ruptures.values())
    skills = [(str(kind), NOTICING[kind].format(name=name)) for kind in kinds]
    skills.append(("repair", "Repairing what went wrong between you before going on"))
    openings = dict.fromkeys(opening for beat in scenario.beats.values() for opening in beat.openings)
    if openings:
        told = words.listed(in_words(opening) for opening in openings)
        skills.append(("both", f"Following {name}'s own account of {told}"))
    return tuple(skills)


NOTICING = {
    "withdrawal": "Noticing when {name} moves away",
    "confrontation": "Hearing {name} out when it is against you",
}


def _how_it_goes(scenario: Scenario) -> tuple[str, ...]:
    """What a session holds, told without what to say: for those who want to know before they choose."""
    ruptures = [f"{rupture.note}" for rupture in scenario.ruptures.values() if rupture.note]
    return (
        scenario.meta.summary,
        scenario.meta.content_note,
        "What may come between you: " + " ".join(ruptures) if ruptures else "",
        "No one dies and no one is abandoned in any ending. You can leave at any moment, and nothing is lost.",
    )


# -- other places ----------------------------------------------------------------------------------------------------
def settings(services: Services) -> Settings:
    """The settings page."""
    kept = services.store.settings
    return Settings(str(services.store.path or ""), sound=kept.get("sound") == "on", aloud=aloud_of(kept))


def about() -> About:
    """The page about the program."""
    return About(game.__version__)
