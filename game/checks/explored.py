"""Whether plays of a scenario come to what its author meant: one small function for each thing they can lack.

It says what an exploration proved, and nothing beyond that; what shows without playing is `check`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from game.checks.mends import Mend
from game.checks.plays import Check, Plays
from game.scenario.asked import Asked
from game.scenario.compile import Compiled
from game.scenario.condition import Condition, text
from game.scenario.desk import Desk
from game.scenario.explore import Explored
from game.scenario.findings import Finding, finding, in_order
from game.scenario.model import Beat, Effect, Open, Response, Route
from game.scenario.world import World

SAFETY = "SK"
"""The code of a response that asks after safety."""

MOST_NAMED = 5
"""More names than this in one finding nobody reads."""


def check_explored(compiled: Compiled, explored: Explored) -> tuple[Finding, ...]:
    """What plays of the scenario lack, beyond what `check` finds; nothing where there is no scenario."""
    if compiled.scenario is None or compiled.tree is None:
        return ()
    plays = Plays(compiled.scenario, Desk(compiled.files[0].name, compiled.tree, {}), explored)
    checks = FOUND + PROVED if explored.complete else FOUND
    return in_order(chain.from_iterable(one(plays) for one in checks))


# -- plays that come to grief ----------------------------------------------------------------------------------------
def offers_nothing(plays: Plays) -> Iterator[Finding]:
    """Moments at which a play stands before nothing. That some route always holds is known from compiling."""
    for stuck in plays.explored.stuck():
        beat = plays.scenario.beats[stuck.beat]
        if beat.responses:
            yield finding("SC070", beat.place, beat=beat.id, after=_after(stuck.path))


def goes_round(plays: Plays) -> Iterator[Finding]:
    """Rounds in which a play comes back to the same beat in the same World; of each set of beats the nearest."""
    farthest_first = sorted(plays.explored.cycles(), key=lambda one: -len(one.path))
    rounds = {frozenset(one.beats): one for one in farthest_first}
    for one in rounds.values():
        beats = [plays.scenario.beats[beat] for beat in one.beats]
        if any(beat.place not in plays.told for beat in beats):
            ring = " > ".join((*one.beats, one.beats[0]))
            yield finding("SC071", beats[0].place, beats=ring, after=_after(one.path))


def gate_unmet(plays: Plays) -> Iterator[Finding]:
    """Safety cues at which a response that asks after safety exists, is not on offer, and was not given before."""
    asking = {beat.id: _safe(beat.responses) for beat in plays.reached if beat.gate and _safe(beat.responses)}
    explored = plays.explored
    first: dict[str, int] = {}
    for state, offers in enumerate(explored.offers):
        beat = explored.places[state]
        if offers and beat in asking and not _safe(offers) and not _used(beat, asking[beat], explored.worlds[state]):
            first.setdefault(beat, state)
    for beat, state in first.items():
        yield finding("SC080", plays.desk.key_place(("beats", beat, "gate")), after=_after(explored.path(state)))


def _safe(responses: Iterable[Response]) -> tuple[Response, ...]:
    return tuple(response for response in responses if response.code == SAFETY)


def _used(beat: str, responses: Iterable[Response], world: World) -> bool:
    return any(f"{beat}/{response.id}" in world.used for response in responses if response.once)


def unproved(plays: Plays) -> Iterator[Finding]:
    """That there is something beyond the limit of the exploration, and what may lie there."""
    if not plays.explored.complete:
        unmet = [f"'{one.id}'" for one in plays.unreached]
        more = f" and {len(unmet) - MOST_NAMED} more" if len(unmet) > MOST_NAMED else ""
        said = f"; not met so far: {', '.join(unmet[:MOST_NAMED])}{more}" if unmet else ""
        yield finding(
            "SC081",
            plays.desk.key_place(("beats",)),
            most=plays.explored.limit,
            what=plays.explored.counted,
            unmet=said,
        )


# -- what no play comes to -------------------------------------------------------------------------------------------
def unreached(plays: Plays) -> Iterator[Finding]:
    """Beats and endings that ways lead to, and no play."""
    for one in plays.unreached:
        if one.place in plays.told:
            continue
        barred = _barred(one.id, plays)
        if isinstance(one, Beat):
            yield finding("SC072", one.place, beat=one.id, hint=_joined(barred, _loss(one.effects, plays)))
        else:
            yield finding("SC073", one.place, ending=one.id, hint=_joined(barred))


def _barred(place: str, plays: Plays) -> list[str]:
    """Why the ways that lead there from where plays come are never taken."""
    return [_bar((beat, response), at, plays) for beat, response, at in plays.leading.get(place, ())]


def _bar(where: tuple[str, str], at: int, plays: Plays) -> str:
    """A route is never taken because its condition never holds, or because one above it always does."""
    own = plays.ways.get((*where, at))
    if own is not None and own.failed:
        return _of_line(own, plays, f"'{text(own.condition)}' never holds")
    above = (one for other in range(at) if (one := plays.ways.get((*where, other))))
    always = next((one for one in above if one.held and not one.failed), None)
    return _of_line(always, plays, f"'{text(always.condition)}' always holds, and stands above it") if always else ""


def never_offered(plays: Plays) -> Iterator[Finding]:
    """Responses that no play is offered, though their beat is reached."""
    for beat in plays.reached:
        for one in beat.responses:
            if f"{beat.id}/{one.id}" in plays.unheard and one.when is not None:
                hint = _joined([f"'{text(one.when)}' never holds"], _loss(one.effects, plays))
                yield finding("SC074", one.place, response=one.id, hint=hint)


def _loss(effects: Iterable[Effect], plays: Plays) -> list[str]:
    lost = [effect.rupture for effect in effects if isinstance(effect, Open) and effect.rupture not in plays.opened]
    return [f"without it '{rupture}' never opens" for rupture in lost]


# -- conditions ------------------------------------------------------------------------------------------------------
def never_holds(plays: Plays) -> Iterator[Finding]:
    """Conditions that are asked and never hold, but for those told of as the cause of something else."""
    for one in _asked(plays):
        if one.failed and not one.held and one.part != "response" and not _all_lost(_own(one, plays), plays):
            yield finding("SC075", plays.place(one), condition=text(one.condition), hint=_NEVER[one.part])


def always_holds(plays: Plays) -> Iterator[Finding]:
    """Conditions that are asked and never fail, but for those told of as the cause of something else."""
    for one in _asked(plays):
        if one.held and not one.failed and not _all_lost(_below(one, plays), plays):
            yield finding("SC076", plays.place(one), condition=text(one.condition), hint=_ALWAYS[one.part])


_NEVER = {
    "line": "so the line is never said",
    "reply": "so the line is never said",
    "score": "so these points never count",
    "repair": "so it repairs nothing",
    "route": "so this way is never taken",
}
_ALWAYS = {
    "line": "the line needs no 'when'",
    "reply": "the line needs no 'when'",
    "response": "the response needs no 'when'",
    "score": "these points need no 'when'",
    "repair": "the repair needs no 'when'",
    "route": "so the routes below it are never taken",
}


def _asked(plays: Plays) -> Iterator[Asked]:
    """The conditions with what came of them; of repairs, only those of ruptures that are repaired somewhere."""
    yield from (one for one in plays.explored.asked if one.part != "repair")
    for mend in plays.mends:
        if mend.met and mend.when is not None and mend.rupture in plays.mended:
            yield _of_repair(mend, mend.when)


def _of_repair(mend: Mend, when: Condition) -> Asked:
    return Asked(mend.beat, mend.response, "repair", mend.at, "", when, mend.held, mend.failed)


def _own(one: Asked, plays: Plays) -> tuple[Route, ...]:
    return plays.routes(one)[one.at :][:1] if one.part == "route" else ()


def _below(one: Asked, plays: Plays) -> tuple[Route, ...]:
    return plays.routes(one)[one.at + 1 :] if one.part == "route" else ()


def _all_lost(routes: tuple[Route, ...], plays: Plays) -> bool:
    """Whether all that these lead to is told of as unreached; False where there are none."""
    return bool(routes) and all(route.to in plays.lost for route in routes)


# -- repairs and points ----------------------------------------------------------------------------------------------
def never_repaired(plays: Plays) -> Iterator[Finding]:
    """Ruptures that open, that responses on offer would repair, and that no play repairs."""
    for rupture in plays.scenario.ruptures:
        tried = [mend for mend in plays.mends if mend.rupture == rupture]
        if tried and rupture in plays.opened - plays.mended:
            hint = _joined([_unmended(mend, plays) for mend in tried])
            yield finding("SC077", plays.desk.key_place(("ruptures", rupture)), rupture=rupture, hint=hint)


def _unmended(mend: Mend, plays: Plays) -> str:
    if mend.met and mend.when is not None:
        return _of_line(_of_repair(mend, mend.when), plays, f"'{text(mend.when)}' never holds")
    return f"it is never open when '{mend.response}' is given"


def repairs_nothing(plays: Plays) -> Iterator[Finding]:
    """Repairs that never meet their rupture open, though others do: else `never_repaired` tells of it."""
    for mend in plays.mends:
        if not mend.met and mend.rupture in plays.mended:
            place = plays.desk.place((*plays.repair(mend.beat, mend.response, mend.at), "rupture"))
            yield finding("SC078", place, rupture=mend.rupture, response=mend.response)


def scores_unused(plays: Plays) -> Iterator[Finding]:
    """The author's points in a dimension that is never in play where the response is on offer."""
    for beat, response in plays.offered:
        for dimension in response.overrides:
            if (beat.id, response.id, dimension) not in plays.in_play:
                place = plays.desk.key_place(("beats", beat.id, "responses", response.id, "scores", dimension))
                yield finding("SC079", place, dimension=dimension, response=response.id)


FOUND: tuple[Check, ...] = (offers_nothing, goes_round, gate_unmet, unproved)
"""What was met is true, however far the exploration came."""

PROVED: tuple[Check, ...] = (
    unreached,
    never_offered,
    never_holds,
    always_holds,
    never_repaired,
    repairs_nothing,
    scores_unused,
)
"""What was not met is only known of a complete exploration."""


# -- words -----------------------------------------------------------------------------------------------------------
def _after(path: tuple[str, ...]) -> str:
    return f", after {', '.join(path)}" if path else ""


def _of_line(one: Asked, plays: Plays, said: str) -> str:
    return f"{said} (line {plays.place(one).line})"


def _joined(*groups: list[str]) -> str:
    return "; ".join(dict.fromkeys(part for part in chain(*groups) if part))
