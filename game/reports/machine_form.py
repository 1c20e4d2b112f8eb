"""Runs and moments as the JSON objects that other programs build on (`docs/authoring.md`, commands).

It shapes values for `json.dumps` and computes nothing that a debrief would not show.
"""

from __future__ import annotations

from typing import Any, assert_never

from game.scenario.model import Line
from game.scenario.world import World
from game.scoring.evidence import Decision
from game.scoring.review import EndingsFrom, doors, rating
from game.scoring.ruptures import Episode
from game.scoring.score import DimensionScore, Score, score
from game.story.run import Ends, Moment, Notices, Offers, Run, Says

Json = dict[str, Any]


def replay_object(run: Run, endings_from: EndingsFrom | None) -> Json:
    """All that `attune replay --json` prints. Floats are not rounded; `offered` is in the written order."""
    scored = score(run)
    return {
        "scenario": run.story.scenario.id,
        "sha": run.story.scenario.sha,
        ("beat" if run.ending is None else "ending"): run.here.to,
        "decisions": [_decision(run, decision, endings_from) for decision in scored.decisions],
        "scores": {dimension: _score(found) for dimension, found in scored.dimensions.items()},
        "safety": _safety(scored),
        "ruptures": [_rupture(episode) for episode in scored.ruptures],
        "world": _world(run, run.world),
    }


def _decision(run: Run, decision: Decision, endings_from: EndingsFrom | None) -> Json:
    reach = doors(run, decision.number, endings_from) if endings_from else None
    return {
        "beat": decision.beat.id,
        "response": decision.given.response.id,
        "code": decision.given.response.code,
        "offered": [option.response.id for option in decision.offered],
        "points": dict(decision.given.points),
        "best": {dimension: decision.best(dimension) for dimension in decision.in_play},
        "worst": {dimension: decision.worst(dimension) for dimension in decision.in_play},
        "mean": {dimension: float(decision.mean(dimension)) for dimension in decision.in_play},
        "endings_before": list(reach.before) if reach else None,
        "endings_after": list(reach.after) if reach else None,
        "rating": rating(decision),
    }


def _score(found: DimensionScore) -> Json:
    return {"reach": found.reach, "chance": found.chance, "level": found.level, "moments": found.moments}


def _safety(scored: Score) -> Json:
    return {"cued": scored.safety.cued, "asked": scored.safety.asked}


def _rupture(episode: Episode) -> Json:
    return {
        "id": episode.id,
        "kind": episode.kind,
        "opened": episode.opened,
        "repaired": episode.repaired,
        "turns": episode.turns,
        "outcome": episode.outcome,
    }


def _world(run: Run, world: World) -> Json:
    return {
        "gauges": dict(zip(run.story.laws.index, world.gauges, strict=True)),
        "flags": sorted(world.flags),
        "open": list(world.open),
        "repaired": sorted(world.repaired),
    }


def moment_object(run: Run) -> Json:
    """The present moment, as `attune play --json` prints it; `decisions` says how many were taken."""
    return {**_moment(run.moment), "decisions": len(run.steps)}


def _moment(moment: Moment) -> Json:
    match moment:
        case Says(beat, lines, after):
            return {"moment": "says", "beat": beat, "after": after, "lines": [_line(line) for line in lines]}
        case Notices(beat):
            return {"moment": "notices", "beat": beat.id}
        case Offers(beat, responses):
            offered = [{"id": response.id, "text": response.text} for response in responses]
            return {"moment": "offers", "beat": beat.id, "responses": offered}
        case Ends(ending):
            return {"moment": "ends", "ending": ending.id, "quality": ending.quality, "note": ending.note}
        case _:
            assert_never(moment)


def _line(line: Line) -> Json:
    return {"text": line.text, "pose": line.pose, "aside": line.aside}
