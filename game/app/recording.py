"""A run written down as a plan: the same statements that `plan` reads, so that what was played can be held to.

It writes text and no file; where the text goes is decided by whoever asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.app.plan import shown_level
from game.scenario.model import Line
from game.scenario.world import World
from game.scoring.score import score
from game.story.run import Run, Step
from game.story.transcript import Noticed, Responded, standing

LONGEST = 60
"""Letters of a line that a plan repeats: enough to tell it from the others, so that a comma may be mended later."""

COLUMN = 9
"""Where the words of a statement begin."""


def plan_of(run: Run, title: str = "") -> str:
    """The plan of the line that stands: what was said, noticed, on offer and chosen, and what it came to.

    A run that has not ended gives a plan of what there is. Notice prompts that were passed over are left out.
    """
    head = f"plan: {_one_line(title or _usual_title(run))}        rubric: {run.story.scenario.rubric.id}"
    blocks = [[head], *(_block(run, at, noticed) for at, noticed in enumerate(_noticed(run)))]
    blocks[-1] += _outcome(run)
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _usual_title(run: Run) -> str:
    return f"comes to {run.here.to}"


def _one_line(title: str) -> str:
    """A title that a plan reads back whole: in one line, and without the words that head a plan."""
    return re.sub(r"\b(plan|rubric):", r"\1", " ".join(title.split()))


def _block(run: Run, at: int, noticed: str) -> list[str]:
    """What happens from one decision to the next, that next one included."""
    lines = [line for says in run.said_after(at) for line in says.lines]
    told = [*_spoken(lines, run.story.scenario.client.name), *([_said("notice", noticed)] if noticed else [])]
    if at < len(run.steps):
        told += _decision(run, at)
    elif run.ending is None and (offered := _offered(run, run.here.to, run.world)):
        told.append(_said("offers", offered))
    return told


def _decision(run: Run, at: int) -> tuple[str, str]:
    step = run.steps[at]
    return _said("offers", _offered(run, step.beat, step.before)), _said("choose", _chosen(run, step))


def _offered(run: Run, beat: str, world: World) -> str:
    return ", ".join(one.id for one in run.story.laws.offered(run.story.scenario.beats[beat], world))


def _chosen(run: Run, step: Step) -> str:
    moved = ", ".join(_moved(run, step.before, step.passages[-1].world))
    return f"{step.response:<18} # {moved}" if moved else step.response


def _moved(run: Run, before: World, after: World) -> Iterator[str]:
    """The gauges that a decision and what followed it moved, where they are now."""
    gauges = zip(run.story.laws.gauges, before.gauges, after.gauges, strict=True)
    return (f"{gauge.id} is {now}" for gauge, was, now in gauges if was != now and re.fullmatch(r"\w+", gauge.id))


def _outcome(run: Run) -> list[str]:
    if run.ending is None:
        return []
    levels = ((name, shown_level(one.level)) for name, one in score(run).dimensions.items())
    scores = ", ".join(f"{name} {level}/5" for name, level in levels if level is not None)
    return [_said("ends", run.ending.id), *([_said("scores", scores)] if scores else [])]


def _noticed(run: Run) -> list[str]:
    """What was noticed before each decision, and since the last one; empty where nothing was asked or answered."""
    noticed = [""]
    for entry in standing(run.entries):
        if isinstance(entry, Noticed):
            noticed[-1] = entry.kind or ""
        elif isinstance(entry, Responded):
            noticed.append("")
    return noticed


# -- lines -------------------------------------------------------------------------------------------------------
def _spoken(lines: Iterable[Line], name: str) -> Iterator[str]:
    for line in lines:
        words = _beginning(line.text)
        if not words or (not line.aside and not _can_be_named(name)):
            continue
        yield _said("sees", words) if line.aside else _said("says", f"{name}  {words}")


def _can_be_named(name: str) -> bool:
    """Whether a plan can name this client: two blanks end a name there."""
    return bool(name) and " ".join(name.split()) == name


def _beginning(text: str) -> str:
    """As much of a line as a plan repeats, with `*` for the rest; empty where a plan cannot say it."""
    first = next(iter(text.splitlines()), "")
    if not first or first != first.lstrip():
        return ""
    if len(first) > LONGEST:
        first = first[: LONGEST + 1].rpartition(" ")[0] or first[:LONGEST]
    words = first.rstrip()
    return words if words == text else f"{words} *"


def _said(word: str, rest: str) -> str:
    return f"{word:<{COLUMN}}{rest}"
