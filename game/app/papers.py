"""Papers that a person asks for: the transcript of a run in their own folder, or a plan of it beside the scenario.

It writes only when a person asks; what stands in a transcript is made by `reports`. Free text is left out.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.app.recording import plan_of
from game.app.services import Services
from game.portrait.pose import DESCRIPTIONS
from game.reports import plain
from game.reports.debrief import debrief
from game.screens.intents import Paper
from game.story.run import Run


def save(paper: Paper, run: Run, services: Services) -> str:
    """Write a paper; the sentence that says where it lies. Raises OSError where it cannot be written."""
    if paper == "plan":
        return f"Saved as {_plan(run, services)}"
    services.papers.mkdir(parents=True, exist_ok=True)
    when = datetime.fromtimestamp(services.now())
    path = _free(services.papers / f"{run.story.scenario.id} {when:%Y-%m-%d %H%M}.txt")
    path.write_text(_text(run, services), encoding="utf-8")
    return f"Saved as {path}"


def _plan(run: Run, services: Services) -> Path:
    """The plan of a run: beside its scenario, or with the other papers where nothing can be written there."""
    beside = (services.plans,) if services.plans is not None else ()
    for folder in (*beside, services.papers):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = _free(folder / f"{run.here.to}.plan")
            path.write_text(plan_of(run), encoding="utf-8")
        except OSError:
            if folder == services.papers:
                raise
        else:
            break
    return path


def _text(run: Run, services: Services) -> str:
    blocks = [*plain.transcript(run, DESCRIPTIONS)]
    if run.ending is not None:
        told = debrief(run, services.doors(run.story))
        blocks += plain.overview(told)
        for one in told.moments:
            blocks += plain.moment(one, told.client, DESCRIPTIONS)
    title = run.story.scenario.title
    return "\n\n".join((title, *("\n".join(block) for block in blocks))) + "\n"


def _free(path: Path) -> Path:
    """A name that no file has yet: nothing is ever written over."""
    at = path
    count = 2
    while at.exists():
        at = path.with_stem(f"{path.stem} ({count})")
        count += 1
    return at
