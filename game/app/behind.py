"""What stands behind a moment of a run, for its author: the World, the way here, and what each response would do.

It puts it into words for the backstage page; nothing of it is shown to a trainee.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.reports.words import signed
from game.scenario.condition import text
from game.scenario.model import Beat, Repair, Response
from game.scenario.world import World
from game.scoring.evidence import decisions
from game.scoring.review import EndingsFrom
from game.screens.backstage_parts import Behind, GaugeNow, Offer, Past
from game.story.run import NowhereToGo, Run, Step

RECENT = 3
"""Codes of the last responses that are told."""


def behind(run: Run, endings_from: EndingsFrom | None, times: Iterable[float] = ()) -> Behind:
    """All of it; `times` are the seconds that the last frames took, oldest first."""
    world, laws = run.world, run.story.laws
    return Behind(
        where=run.here.to,
        gauges=tuple(GaugeNow(one.id, laws.gauge(one.id, world), one.min, one.max) for one in laws.gauges),
        flags=tuple(sorted(world.flags)),
        open=world.open,
        repaired=tuple(sorted(world.repaired)),
        codes=tuple(run.response(step).code for step in run.steps[-RECENT:]),
        offers=tuple(_offers(run)),
        past=tuple(_past(run)),
        endings=_endings(run, endings_from),
        times=tuple(times),
    )


def _endings(run: Run, endings_from: EndingsFrom | None) -> tuple[tuple[str, str], ...] | None:
    """The endings still open with their quality; None where it is not known, or not yet."""
    if endings_from is None:
        return None
    endings = run.story.scenario.endings
    return tuple((id, endings[id].quality) for id in endings_from(run.here.to, run.world))


def _past(run: Run) -> Iterator[Past]:
    for step, decision in zip(run.steps, decisions(run), strict=True):
        yield Past(f"{step.beat}/{step.response}", decision.given.response.text, _told(decision.given.points))


# -- what could be said now --------------------------------------------------------------------------------------
def _offers(run: Run) -> Iterator[Offer]:
    beat = run.story.scenario.beats.get(run.here.to)
    if beat is not None:
        yield from (_offer(run, beat, response) for response in run.shown())


def _offer(run: Run, beat: Beat, response: Response) -> Offer:
    laws, before = run.story.laws, run.world
    claim = laws.claims(response, before)
    in_play = laws.in_play(beat, before)
    idle = [(name, points) for name, points in claim.points.items() if name not in in_play]
    does, leads = _consequences(run, response)
    return Offer(
        id=response.id,
        text=response.text,
        code=f"{response.code}, {run.story.scenario.rubric.codes[response.code].name.lower()}",
        points=_told(laws.points(beat, response, before).items()),
        idle=_told(idle),
        rules=tuple(rule.id for rule in claim.fired),
        does=does,
        leads=leads,
    )


def _consequences(run: Run, response: Response) -> tuple[tuple[str, ...], str]:
    try:
        step = run.would(response.id)
    except NowhereToGo as stuck:
        return (), f"nowhere: {stuck}"
    does = (*_moved(run, step.before, step.after), *_unrepaired(response, step))
    there = step.passages[-1]
    entering = tuple(f"then {word}" for word in _moved(run, step.after, there.world))
    return (*does, *entering), ", then ".join(passage.to for passage in step.passages)


def _moved(run: Run, before: World, after: World) -> Iterator[str]:
    """What differs between two Worlds, in words."""
    for gauge, was, now in zip(run.story.laws.gauges, before.gauges, after.gauges, strict=True):
        if was != now:
            yield f"{gauge.id} {signed(now - was)}"
    yield from (f"raises {flag}" for flag in sorted(after.flags - before.flags))
    yield from (f"lowers {flag}" for flag in sorted(before.flags - after.flags))
    yield from (f"opens {rupture}" for rupture in after.open if rupture not in before.open)
    yield from (f"repairs {rupture}" for rupture in sorted(after.repaired - before.repaired))


def _unrepaired(response: Response, step: Step) -> Iterator[str]:
    """The repairs that it would try in vain, with what they wait for."""
    for effect in response.effects:
        if isinstance(effect, Repair) and effect.rupture in step.after.open and effect.when is not None:
            yield f"does not repair {effect.rupture} ({text(effect.when)})"


def _told(points: Iterable[tuple[str, int]]) -> str:
    """`empathy +1, repair -2`."""
    return ", ".join(f"{name} {signed(count)}" for name, count in points)
