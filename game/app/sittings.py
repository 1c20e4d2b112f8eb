"""The screens of a run: the session, the self-rating and the debrief, made from the run as it stands.

Apart from `makers`, so that the first screen of the program need not wait for these to be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.app.services import Services
from game.portrait.person import Person, from_mapping
from game.scoring.score import score
from game.screens import session
from game.screens.debrief_page import DebriefPage, page_of
from game.screens.intents import Options
from game.screens.rating import Rating, Scale
from game.screens.screen import Screen
from game.story.length import usual_decisions
from game.story.run import Run


def rating(run: Run) -> Rating:
    """The self-rating of a run: the dimensions that were in play in it."""
    scales = run.story.scenario.rubric.dimensions
    played = [name for name, one in score(run).dimensions.items() if one.moments]
    return Rating(tuple(_scale(name, scales[name].name, scales[name].anchors) for name in played))


def _scale(dimension: str, name: str, anchors: Mapping[int, str]) -> Scale:
    return Scale(dimension, name, tuple(anchors.get(points, "") for points in range(-2, 3)))


def sitting(run: Run, services: Services, options: Options, t: float, *, before: object = None) -> session.Session:
    """The session screen of a run's present moment."""
    scenario = run.story.scenario
    person = services.person(scenario.client.person) or STRANGER
    return session.of_run(run, person, options, t, about=usual_decisions(scenario), before=before)


def reseated(made: session.Session, before: session.Session) -> session.Session:
    """The session of another text of the scenario, at the line, and with the words, at which this one stood before."""
    if made.decision != before.decision:
        return made
    ids = [response.id for response in made.responses]
    return replace(
        made,
        line=max(0, min(before.line, len(made.lines) - 1)),
        hurried=True,
        since=before.since,
        coach=made.coach if before.coach else (),
        kind=before.kind,
        signs=before.signs,
        chosen=before.chosen if before.chosen in ids else "",
        draft=before.draft,
        drafted=before.drafted,
    )


STRANGER: Person = from_mapping({"name": "client"})
"""A plain face for a client whose own was not found."""


def debrief(run: Run, services: Services, *, before: Screen | None = None) -> DebriefPage:
    """The debrief of a run, with the doors that closed; `before` is the screen it follows, with what was drafted."""
    person = services.person(run.story.scenario.client.person) or STRANGER
    return page_of(run, services.doors(run.story), person, before=before)
