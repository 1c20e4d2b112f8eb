"""The parts of a written scenario made into run-time values, every name looked up on the way.

Parts of a scenario with findings are made all the same, so that all findings come at once; `compile` then drops them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from game.scenario import compile_names, written
from game.scenario.condition import Condition
from game.scenario.desk import Desk, Names
from game.scenario.model import (
    DIMENSIONS,
    Beat,
    Client,
    Dimension,
    Effect,
    Ending,
    Feedback,
    Gauge,
    Line,
    Lower,
    Meta,
    Open,
    Override,
    Raise,
    Repair,
    Response,
    Route,
    Rubric,
    Rupture,
    Scenario,
    Shift,
)
from game.scenario.rubric import names_of as rubric_names
from game.scenario.tree import Loc


def names_of(its: written.Scenario, rubric: Rubric) -> Names:
    """For each kind of name, those that exist in this scenario with this rubric."""
    given = rubric_names(rubric)
    kinds_and_markers = given["rupture, kind or marker"]
    return {
        **given,
        "gauge": dict.fromkeys((*rubric.gauges, *its.gauges)),
        "flag": frozenset(its.flags),
        "rupture": its.ruptures,
        "rupture, kind or marker": dict.fromkeys((*its.ruptures, *kinds_and_markers)),
        "beat": its.beats,
        "way": dict.fromkeys((*its.beats, *its.endings)),
        "response": frozenset(f"{id}/{one}" for id, beat in its.beats.items() for one in beat.responses),
    }


def scenario(its: written.Scenario, rubric: Rubric, desk: Desk, sha: str) -> Scenario:
    """The whole scenario. Findings go to the desk."""
    compile_names.check(its, rubric, desk)
    return Scenario(
        id=its.id,
        title=its.title,
        format=its.format,
        sha=sha,
        client=_client(its.client),
        meta=_meta(its),
        rubric=rubric,
        gauges=_gauges(its, rubric, desk),
        flags=tuple(dict.fromkeys(its.flags)),
        ruptures={id: _rupture(id, one, desk) for id, one in its.ruptures.items()},
        start=desk.name("beat", its.start, ("start",)),
        beats={id: _beat(id, one, desk) for id, one in its.beats.items()},
        endings={id: _ending(id, one, desk) for id, one in its.endings.items()},
    )


def _client(its: written.Client) -> Client:
    return Client(
        name=its.name,
        pronouns=its.pronouns,
        age=its.age if "age" in its.model_fields_set else None,
        intake=its.intake.strip(),
        relational_image=its.relational_image,
        protects_by=its.protects_by,
        yearns_for=its.yearns_for,
        person=its.person,
    )


def _meta(its: written.Scenario) -> Meta:
    return Meta(
        summary=its.summary.strip(),
        setting=its.setting.strip(),
        difficulty=its.difficulty,
        minutes=its.minutes,
        concerns=tuple(its.concerns),
        relationships=tuple(its.relationships),
        concepts=tuple(its.concepts),
        content_note=its.content_note.strip(),
        key_status=its.key.status,
        key_raters=its.key.raters,
        waive={code: reason.strip() for code, reason in its.waive.items()},
    )


def _gauges(its: written.Scenario, rubric: Rubric, desk: Desk) -> Mapping[str, Gauge]:
    gauges = dict(rubric.gauges)
    for id, change in its.gauges.items():
        old = gauges.get(id, Gauge(id, change.start, change.min, change.max))
        new = gauges[id] = replace(old, **change.model_dump(exclude_unset=True))
        if not new.min <= new.start <= new.max:
            desk.say("SC028", desk.key_place(("gauges", id)), gauge=id, start=new.start, min=new.min, max=new.max)
    return gauges


def _rupture(id: str, its: written.Rupture, desk: Desk) -> Rupture:
    desk.name("marker", its.marker, ("ruptures", id, "marker"))
    return Rupture(id, its.kind, its.marker, its.note)


def _ending(id: str, its: written.Ending, desk: Desk) -> Ending:
    loc = ("endings", id)
    desk.name("quality", its.quality, (*loc, "quality"))
    return Ending(id, its.quality, _lines(its.lines, (*loc, "lines"), desk), its.note, desk.key_place(loc))


def _beat(id: str, its: written.Beat, desk: Desk) -> Beat:
    loc = ("beats", id)
    shifts = desk.keyed("gauge", its.effects, (*loc, "effects"))
    opens = desk.named("rupture", its.opens, (*loc, "opens"))
    return Beat(
        id=id,
        lines=_lines(its.lines, (*loc, "lines"), desk),
        responses=tuple(_response(one, what, (*loc, "responses", one), desk) for one, what in its.responses.items()),
        routes=_routes(its.to, (*loc, "to"), desk),
        effects=(*(Shift(gauge, by) for gauge, by in shifts.items()), *map(Open, opens)),
        notice=its.notice,
        openings=tuple(its.opening),
        pulls=desk.named("pull", its.pulls, (*loc, "pulls")),
        discuss=its.discuss,
        gate=its.gate,
        in_play=_in_play(its),
        place=desk.key_place(loc),
    )


def _in_play(its: written.Beat) -> tuple[Dimension, ...] | None:
    if "in_play" not in its.model_fields_set:
        return None
    return tuple(dimension for dimension in DIMENSIONS if dimension in its.in_play)


def _response(id: str, its: written.Response, loc: Loc, desk: Desk) -> Response:
    feedback = its.feedback
    return Response(
        id=id,
        text=its.text,
        code=desk.name("code", its.code, (*loc, "code")),
        routes=_routes(its.to, (*loc, "to"), desk),
        feedback=Feedback(feedback.heard, feedback.why, feedback.principle, feedback.stronger),
        when=desk.condition(its.when, (*loc, "when")),
        once=its.once,
        reply=_lines(its.reply, (*loc, "reply"), desk),
        overrides=_overrides(its.scores, (*loc, "scores"), desk),
        because=its.because,
        shifts=desk.keyed("gauge", its.effects, (*loc, "effects")),
        effects=_effects(its, loc, desk),
        place=desk.key_place(loc),
    )


def _effects(its: written.Response, loc: Loc, desk: Desk) -> tuple[Effect, ...]:
    return (
        *map(Raise, desk.named("flag", its.sets, (*loc, "sets"))),
        *map(Lower, desk.named("flag", its.clears, (*loc, "clears"))),
        *map(Open, desk.named("rupture", its.opens, (*loc, "opens"))),
        *(_repair(one, (*loc, "repairs", number), desk) for number, one in enumerate(its.repairs)),
    )


def _repair(its: written.Repair, loc: Loc, desk: Desk) -> Repair:
    rupture = desk.name("rupture", its.rupture, (*loc, "rupture"))
    return Repair(rupture, desk.condition(its.when, (*loc, "when")))


def _overrides(its: written.Scores, loc: Loc, desk: Desk) -> Mapping[Dimension, Override]:
    said: dict[Dimension, Sequence[written.Case]] = {one: getattr(its, one) for one in DIMENSIONS}
    return {one: Override(tuple(_cases(cases, (*loc, one), desk))) for one, cases in said.items() if cases}


def _cases(cases: Sequence[written.Case], loc: Loc, desk: Desk) -> Iterable[tuple[Condition | None, int]]:
    for number, case in enumerate(cases):
        yield desk.condition(case.when, (*loc, number, "when")), case.points


def _lines(lines: Sequence[written.Line], loc: Loc, desk: Desk) -> tuple[Line, ...]:
    return tuple(_line(line, (*loc, number), desk) for number, line in enumerate(lines))


def _line(its: written.Line, loc: Loc, desk: Desk) -> Line:
    pose = desk.name("pose", its.pose, (*loc, "pose")) if "pose" in its.model_fields_set else its.pose
    return Line(its.text, pose, desk.condition(its.when, (*loc, "when")), its.aside)


def _routes(routes: Sequence[written.Route], loc: Loc, desk: Desk) -> tuple[Route, ...]:
    return tuple(_route(route, (*loc, number), desk) for number, route in enumerate(routes))


def _route(its: written.Route, loc: Loc, desk: Desk) -> Route:
    to = desk.name("way", its.go, (*loc, "go"))
    return Route(to, desk.condition(its.when, (*loc, "when")))
