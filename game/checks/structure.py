"""Whether a compiled scenario is any good as a whole: one small function for each thing that can be wanting.

It follows routes without asking conditions; what a play can really reach is known to the explorer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from game.scenario.compile import Compiled
from game.scenario.condition import mentions
from game.scenario.desk import Desk
from game.scenario.findings import Finding, finding, in_order
from game.scenario.model import Beat, Open, Raise, Repair, Response, Route, Scenario, Shift
from game.scenario.world import conditions


@dataclass(frozen=True, slots=True)
class Whole:
    """A scenario with the desk it was read at, for the places of what has none of its own."""

    scenario: Scenario
    desk: Desk

    @property
    def responses(self) -> Iterator[tuple[Beat, Response]]:
        """Every response with its beat."""
        return ((beat, response) for beat in self.scenario.beats.values() for response in beat.responses)

    def asked(self, kind: str) -> frozenset[str]:
        """The names of this kind that some condition reads."""
        named = chain.from_iterable(mentions(condition) for condition in conditions(self.scenario))
        return frozenset(name for its, name in named if its == kind)


Check = Callable[[Whole], Iterator[Finding]]


def check(compiled: Compiled) -> tuple[Finding, ...]:
    """What is wanting in the scenario, beyond the findings of compiling it; nothing where there is no scenario."""
    if compiled.scenario is None or compiled.tree is None:
        return ()
    whole = Whole(compiled.scenario, Desk(compiled.files[0].name, compiled.tree, {}))
    return in_order(chain.from_iterable(one(whole) for one in CHECKS))


# -- ways ----------------------------------------------------------------------------------------------------------
def unreachable(whole: Whole) -> Iterator[Finding]:
    """Beats and endings that nothing leads to."""
    scenario = whole.scenario
    reached = reached_from({scenario.start}, {id: _ways(beat) for id, beat in scenario.beats.items()})
    for beat in scenario.beats.values():
        if beat.id not in reached:
            yield finding("SC050", beat.place, beat=beat.id)
    for ending in scenario.endings.values():
        if ending.id not in reached:
            yield finding("SC051", ending.place, ending=ending.id)


def no_way_out(whole: Whole) -> Iterator[Finding]:
    """Beats from which no ending can be reached."""
    back: dict[str, set[str]] = {}
    for beat in whole.scenario.beats.values():
        for to in _ways(beat):
            back.setdefault(to, set()).add(beat.id)
    ending = reached_from(set(whole.scenario.endings), back)
    for beat in whole.scenario.beats.values():
        if beat.id not in ending:
            yield finding("SC052", beat.place, beat=beat.id)


def _ways(beat: Beat) -> set[str]:
    routes: Iterator[Route] = chain(beat.routes, *(response.routes for response in beat.responses))
    return {route.to for route in routes}


def reached_from(start: set[str], ways: Mapping[str, set[str]]) -> set[str]:
    """These places, and all that the ways lead to from them."""
    reached, waiting = set(start), list(start)
    while waiting:
        fresh = ways.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached


# -- moments -------------------------------------------------------------------------------------------------------
def no_choice(whole: Whole) -> Iterator[Finding]:
    """Moments with a single response."""
    for beat in whole.scenario.beats.values():
        if len(beat.responses) == 1:
            yield finding("SC053", beat.responses[0].place, beat=beat.id)


def asks_without_responses(whole: Whole) -> Iterator[Finding]:
    """Prompts on a beat where nobody is asked anything."""
    for beat in whole.scenario.beats.values():
        asks = {"notice": beat.notice, "pulls": beat.pulls, "opening": beat.openings, "in_play": beat.in_play}
        for key in (key for key, value in asks.items() if value and not beat.responses):
            yield finding("SC062", whole.desk.key_place(("beats", beat.id, key)), beat=beat.id, key=key)


def same_words(whole: Whole) -> Iterator[Finding]:
    """Two responses of one moment that say the same."""
    for beat in whole.scenario.beats.values():
        first: dict[str, str] = {}
        for response in beat.responses:
            other = first.setdefault(_bare(response.text), response.id)
            if other != response.id:
                yield finding("SC061", response.place, first=other, second=response.id)


def _bare(text: str) -> str:
    return " ".join("".join(character for character in text if character.isalnum() or character == " ").lower().split())


def feedback_missing(whole: Whole) -> Iterator[Finding]:
    """Responses whose feedback does not say what was heard, why, and by which principle."""
    for _, response in whole.responses:
        said = {part: getattr(response.feedback, part) for part in ("heard", "why", "principle")}
        lacking = [f"'{part}'" for part, text in said.items() if not text.strip()]
        if lacking:
            yield finding("SC058", response.place, response=response.id, parts=", ".join(lacking))


# -- what is declared ----------------------------------------------------------------------------------------------
def flag_idle(whole: Whole) -> Iterator[Finding]:
    """Flags that are never set, or that no condition reads."""
    raised = {
        effect.flag for _, response in whole.responses for effect in response.effects if isinstance(effect, Raise)
    }
    asked = whole.asked("flag")
    for number, flag in enumerate(whole.scenario.flags):
        why = [f"never {verb}" for verb, names in (("set", raised), ("asked for", asked)) if flag not in names]
        if why:
            yield finding("SC054", whole.desk.place(("flags", number)), flag=flag, why=" and ".join(why))


def gauge_idle(whole: Whole) -> Iterator[Finding]:
    """Gauges of the scenario's own that nothing moves, or that no condition reads."""
    scenario, asked = whole.scenario, whole.asked("gauge")
    moved = {gauge for _, response in whole.responses for gauge in response.shifts}
    moved |= {effect.gauge for beat in scenario.beats.values() for effect in beat.effects if isinstance(effect, Shift)}
    for gauge in scenario.gauges.keys() - scenario.rubric.gauges.keys():
        why = [f"never {verb}" for verb, names in (("moved", moved), ("asked for", asked)) if gauge not in names]
        if why:
            yield finding("SC055", whole.desk.key_place(("gauges", gauge)), gauge=gauge, why=" and ".join(why))


def rupture_idle(whole: Whole) -> Iterator[Finding]:
    """Ruptures that never open, and those that nothing can repair."""
    beats = whole.scenario.beats.values()
    effects = [*chain(*(beat.effects for beat in beats), *(response.effects for _, response in whole.responses))]
    opened = {effect.rupture for effect in effects if isinstance(effect, Open)}
    repaired = {effect.rupture for effect in effects if isinstance(effect, Repair)}
    for rupture in whole.scenario.ruptures:
        place = whole.desk.key_place(("ruptures", rupture))
        if rupture not in opened:
            yield finding("SC056", place, rupture=rupture)
        elif rupture not in repaired:
            yield finding("SC057", place, rupture=rupture)


# -- the whole -----------------------------------------------------------------------------------------------------
def ending_kinds(whole: Whole) -> Iterator[Finding]:
    """A scenario with a rupture ends in more ways than well: repaired, partly, and smoothed over."""
    there = {ending.quality for ending in whole.scenario.endings.values()}
    for quality in ("repaired", "partial", "smoothed"):
        if whole.scenario.ruptures and quality not in there:
            yield finding("SC059", whole.desk.key_place(("endings",)), quality=quality)


def ending_notes(whole: Whole) -> Iterator[Finding]:
    """Endings that leave the trainee without a word."""
    for ending in whole.scenario.endings.values():
        if not ending.note.strip():
            yield finding("SC063", ending.place, ending=ending.id)


def card_incomplete(whole: Whole) -> Iterator[Finding]:
    """What the library card and the case file show, and is not there."""
    meta, client = whole.scenario.meta, whole.scenario.client
    shown = {"summary": meta.summary, "setting": meta.setting, "difficulty": meta.difficulty, "minutes": meta.minutes}
    shown["client's intake"] = client.intake
    lacking = ", ".join(part for part, value in shown.items() if not value)
    if lacking:
        yield finding("SC060", whole.desk.key_place(("title",)), parts=lacking)


CHECKS: tuple[Check, ...] = (
    unreachable,
    no_way_out,
    no_choice,
    asks_without_responses,
    same_words,
    feedback_missing,
    flag_idle,
    gauge_idle,
    rupture_idle,
    ending_kinds,
    ending_notes,
    card_incomplete,
)
"""Every check of a whole scenario."""
