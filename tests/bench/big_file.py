"""The big random scenarios of `big` as the files an author would hand in, with a small rubric of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from big import big

from game.scenario.condition import text
from game.scenario.model import Beat, Code, Dimension, Line, Open, Raise, Repair, Response, Route, Rule, Scenario, Shift

CARD = """\
format: 1
id: {id}
title: Big
rubric: made-up
summary: Layers of beats.
difficulty: beginner
minutes: 15
client: {{name: Ada, intake: A case.}}
setting: Session four.
gauges: {{{gauges}}}
flags: [rushed]
ruptures: {{drift: {{kind: withdrawal, marker: W5}}}}
start: {start}
beats:
"""

ENDINGS = """\
endings:
  end: {quality: repaired, lines: [{text: Goodbye.}], note: An end.}
  other: {quality: partial, lines: [{text: So long.}], note: An end.}
"""

SCALES = "\n".join(
    f"  {dimension}: {{anchors: {{'-2': a, '-1': b, '0': c, '1': d, '2': e}}, "
    "bands: {'1': a, '2': b, '3': c, '4': d, '5': e}}"
    for dimension in ("empathy", "humility", "repair")
)


def write(beats: int, folder: Path) -> Path:
    """The scenario folder, made in `folder` with its rubric beside it: so many beats, three times as many responses."""
    scenario = big(beats)
    home = folder / f"big-{beats}"
    home.mkdir(parents=True, exist_ok=True)
    (folder / "_rubrics").mkdir(exist_ok=True)
    (folder / "_rubrics" / "made-up.yaml").write_text(_rubric(scenario), encoding="utf-8")
    (home / "scenario.yaml").write_text("".join(_scenario(scenario, home.name)), encoding="utf-8")
    return home


def _scenario(scenario: Scenario, id: str) -> Iterator[str]:
    gauges = (f"{one.id}: {{start: {one.start}}}" for one in scenario.gauges.values())
    yield CARD.format(id=id, gauges=", ".join(gauges), start=scenario.start)
    for beat in scenario.beats.values():
        yield from _beat(beat)
    yield ENDINGS


def _beat(beat: Beat) -> Iterator[str]:
    yield f"  {beat.id}:\n"
    if beat.lines:
        yield f"    lines: [{', '.join(map(_line, beat.lines))}]\n"
    shifts = [f"{one.gauge}: {one.by}" for one in beat.effects if isinstance(one, Shift)]
    opens = [one.rupture for one in beat.effects if isinstance(one, Open)]
    yield f"    effects: {{{', '.join(shifts)}}}\n" if shifts else ""
    yield f"    opens: {opens[0]}\n" if opens else ""
    yield "    opening: power\n" if beat.openings else ""
    if beat.routes:
        yield f"    to: {_routes(beat.routes)}\n"
    else:
        yield "    responses:\n"
        yield from map(_response, beat.responses)


def _line(line: Line) -> str:
    return f"{{text: Hm., when: {text(line.when)}}}" if line.when else "{text: Well.}"


def _routes(routes: tuple[Route, ...]) -> str:
    if len(routes) == 1:
        return routes[0].to
    return f"[{', '.join(_route(one) for one in routes)}]"


def _route(route: Route) -> str:
    return f"{{when: {text(route.when)}, go: {route.to}}}" if route.when else f"{{go: {route.to}}}"


def _response(said: Response) -> str:
    more = ", once: true" if said.once else ""
    for effect in said.effects:
        more += ", sets: rushed" if isinstance(effect, Raise) else ""
        if isinstance(effect, Repair) and effect.when is not None:
            more += f", repairs: {{rupture: {effect.rupture}, when: {text(effect.when)}}}"
    feedback = "feedback: {heard: Hm, why: So, principle: RULE:wait}"
    return (
        f"      {said.id}: {{text: Say {said.id}, code: {said.code}, {feedback}{more}, to: {_routes(said.routes)}}}\n"
    )


# -- the rubric ------------------------------------------------------------------------------------------------------
def _rubric(scenario: Scenario) -> str:
    rubric = scenario.rubric
    gauges = (f"  {one.id}: {{start: {one.start}, min: {one.min}, max: {one.max}}}" for one in rubric.gauges.values())
    parts = (
        "id: made-up\ntitle: Made up",
        f"dimensions:\n{SCALES}",
        "gauges:\n" + "\n".join(gauges),
        "difficulties: [beginner]\nopenings: [power]\nposes: [neutral]\nqualities: [repaired, partial]",
        "markers: {W5: {kind: withdrawal, name: Yes, looks: So}}",
        "codes:\n" + "\n".join(_code(one, rubric.gauges) for one in rubric.codes.values()),
        "rules:\n" + "\n".join(map(_rule, rubric.rules)),
    )
    return "\n".join(parts) + "\n"


def _code(code: Code, gauges: Mapping[str, object]) -> str:
    dimensions: dict[Dimension, dict[str, int]] = {}
    for context, claims in code.points.items():
        for dimension, points in claims.items():
            dimensions.setdefault(dimension, {})[context] = points
    shifts = {
        context: {gauge: by for gauge, by in its.items() if gauge in gauges} for context, its in code.shifts.items()
    }
    return (
        f"  {code.id}: {{name: {code.id}, definition: So, family: {code.family}, "
        f"points: {_mapping(dimensions)}, effects: {_mapping(shifts)}}}"
    )


def _rule(rule: Rule) -> str:
    does = {"add": rule.add, "cap": rule.cap, "effects": rule.shifts}
    said = ", ".join(f"{key}: {_mapping(value)}" for key, value in does.items() if value)
    return f'  - {{id: {rule.id}, codes: [{", ".join(sorted(rule.codes))}], when: "{text(rule.when)}", {said}}}'


def _mapping(value: Mapping[str, object]) -> str:
    inner = (f"{key}: {_mapping(it) if isinstance(it, Mapping) else it}" for key, it in value.items())
    return f"{{{', '.join(inner)}}}"
