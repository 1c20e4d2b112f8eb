"""The rubric: codes, dimensions, rules and closed lists, from its file to the run-time value.

It computes no points (`world`) and no scores (`scoring`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from game.scenario import source
from game.scenario.condition import Has
from game.scenario.desk import Desk, Names
from game.scenario.findings import Finding, in_order, stops
from game.scenario.model import (
    CONTEXTS,
    DIMENSIONS,
    Code,
    Context,
    Dimension,
    Gauge,
    Marker,
    Pull,
    Rubric,
    Rule,
    Scale,
    Strategy,
)

if TYPE_CHECKING:
    from game.scenario import written_rubric as shape

LISTS = ("difficulties", "qualities", "poses", "concerns", "relationships", "concepts", "openings", "mco")
"""The closed lists of a rubric. A list that a rubric leaves out closes nothing."""

_BROKEN = Has("")
"""Stands for a condition that does not parse, in a rubric that is not handed out."""


@lru_cache(maxsize=8)
def rubric_of(content: bytes, name: str) -> tuple[Rubric | None, tuple[Finding, ...]]:
    """The rubric written in these bytes, or why there is none. Remembered, since all scenarios share one."""
    from game.scenario.written_rubric import rubric_from

    root, findings = source.parse(content, name)
    if root is None:
        return None, in_order(findings)
    written, faults = rubric_from(root, name)
    desk = Desk(name, root, {} if written is None else names_of(written), [*findings, *faults])
    desk.todos()
    if written is None:
        return None, in_order(desk.found)
    rubric = _rubric(written, desk, sha256(content).hexdigest())
    return (None if stops(desk.found) else rubric), in_order(desk.found)


def names_of(rubric: shape.Rubric | Rubric) -> Names:
    """For each kind of name, those that the rubric gives."""
    lists = rubric.lists if isinstance(rubric, Rubric) else {key: tuple(getattr(rubric, key)) for key in LISTS}
    names: dict[str, tuple[str, ...]] = {
        "gauge": tuple(rubric.gauges),
        "flag": (),
        "rupture": (),
        "beat": (),
        "response": (),
        "rupture, kind or marker": ("withdrawal", "confrontation", *rubric.markers),
        "code": tuple(rubric.codes),
        "pull": tuple(rubric.pulls),
        "family": tuple(rubric.families) or tuple({code.family: None for code in rubric.codes.values()}),
    }
    if rubric.markers:
        names["marker"] = tuple(rubric.markers)
    if rubric.strategies:
        names["strategy"] = tuple(rubric.strategies)
    if lists.get("poses"):
        names["pose"] = lists["poses"]
    if lists.get("qualities"):
        names["quality"] = lists["qualities"]
    return names


def _rubric(written: shape.Rubric, desk: Desk, sha: str) -> Rubric:
    for gauge, its in written.gauges.items():
        if not its.min <= its.start <= its.max:
            place = desk.key_place(("gauges", gauge))
            desk.say("SC028", place, gauge=gauge, start=its.start, min=its.min, max=its.max)
    lists = {key: tuple(getattr(written, key)) for key in LISTS if getattr(written, key)}
    return Rubric(
        id=written.id,
        title=written.title,
        sha=sha,
        dimensions={dimension: _scale(dimension, written, desk) for dimension in DIMENSIONS},
        gauges={id: Gauge(id, its.start, its.min, its.max, its.means) for id, its in written.gauges.items()},
        codes={id: _code(id, its, written, desk) for id, its in written.codes.items()},
        rules=tuple(_rule(number, its, desk) for number, its in enumerate(written.rules)),
        markers={id: Marker(id, its.kind, its.name, its.looks) for id, its in written.markers.items()},
        strategies={id: Strategy(id, its.name, its.type) for id, its in written.strategies.items()},
        pulls={id: _pull(id, its, desk) for id, its in written.pulls.items()},
        families=tuple(desk.names["family"]),
        lists=lists | ({"tags": tuple(written.therapist_tags)} if written.therapist_tags else {}),
    )


def _scale(dimension: Dimension, written: shape.Rubric, desk: Desk) -> Scale:
    its: shape.Scale = getattr(written.dimensions, dimension)
    anchors = {int(points): text for points, text in its.anchors.items()}
    bands = {int(level): text for level, text in its.bands.items()}
    missing = [f"the anchor {points}" for points in (-2, -1, 0, 1, 2) if points not in anchors]
    missing += [f"the band {level}" for level in range(1, 6) if level not in bands]
    if missing:
        desk.say("SC064", desk.key_place(("dimensions", dimension)), dimension=dimension, parts=", ".join(missing))
    return Scale(dimension, its.name or dimension.capitalize(), anchors, bands)


def _code(id: str, its: shape.Code, written: shape.Rubric, desk: Desk) -> Code:
    loc = ("codes", id)
    desk.name("family", its.family, (*loc, "family"))
    if its.strategy:
        desk.name("strategy", its.strategy, (*loc, "strategy"))
    if its.tag and written.therapist_tags and its.tag not in written.therapist_tags:
        desk.say("SC012", desk.place((*loc, "tag")), word=its.tag, kind="a therapist tag")
    return Code(
        id=id,
        name=its.name,
        definition=its.definition,
        family=its.family,
        strategy=its.strategy or None,
        tag=its.tag or None,
        points={context: _points(its.points, context) for context in CONTEXTS},
        shifts={context: _shifts(its.effects, context, id, desk) for context in CONTEXTS},
    )


def _points(claims: shape.Claims, context: Context) -> Mapping[Dimension, int]:
    said = {dimension: getattr(claims, dimension) for dimension in DIMENSIONS if dimension in claims.model_fields_set}
    return {dimension: getattr(by, context) for dimension, by in said.items() if context in by.model_fields_set}


def _shifts(effects: shape.Shifts, context: Context, code: str, desk: Desk) -> Mapping[str, int]:
    return desk.keyed("gauge", getattr(effects, context), ("codes", code, "effects", context))


def _rule(number: int, its: shape.Rule, desk: Desk) -> Rule:
    loc = ("rules", number)
    when = desk.condition(its.when, (*loc, "when"))
    return Rule(
        id=its.id,
        codes=frozenset(desk.named("code", its.codes, (*loc, "codes"))),
        when=when or _BROKEN,
        add=_given(its.add),
        cap=_given(its.cap),
        shifts=desk.keyed("gauge", its.effects, (*loc, "effects")),
    )


def _given(its: shape.PerDimension) -> Mapping[Dimension, int]:
    return {dimension: getattr(its, dimension) for dimension in DIMENSIONS if dimension in its.model_fields_set}


def _pull(id: str, its: shape.Pull, desk: Desk) -> Pull:
    return Pull(id, its.name, desk.named("code", its.acts_out, ("pulls", id, "acts_out")))
