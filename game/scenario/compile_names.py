"""Rules of structure that a shape alone cannot hold: ids, ways on, reasons, closed lists of the rubric.

Names that are looked up where they are used are looked up in `compile_parts`.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.scenario import written
from game.scenario.desk import Desk
from game.scenario.findings import TABLE, did_you_mean
from game.scenario.model import Rubric
from game.scenario.source import folder_of
from game.scenario.tree import Loc


def check(its: written.Scenario, rubric: Rubric, desk: Desk) -> None:
    """Reports what is wrong with the structure of the scenario."""
    _id(its, desk)
    _usable_names(its, rubric, desk)
    _lists(its, rubric, desk)
    _ruptures(its, rubric, desk)
    principles = _principles(rubric)
    for id, beat in its.beats.items():
        _beat(id, beat, rubric, desk)
        for one, response in beat.responses.items():
            loc = ("beats", id, "responses", one)
            _response(one, response, beat, loc, desk)
            _principle(response, loc, principles, desk)
    _waived(its, desk)
    _rounds(its, desk)


# -- names ---------------------------------------------------------------------------------------------------------
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLAIN = re.compile(r"[\w.-]+")


def _id(its: written.Scenario, desk: Desk) -> None:
    place = desk.place(("id",))
    file = Path(desk.file)
    folder = folder_of(file).name
    if not _KEBAB.fullmatch(its.id):
        desk.say("SC021", place, id=its.id)
    elif file.name == "scenario.yaml" and folder != its.id:
        desk.say("SC020", place, id=its.id, where="its folder", folder=folder)


def _usable_names(its: written.Scenario, rubric: Rubric, desk: Desk) -> None:
    for kind, key, names in (("a beat", "beats", its.beats), ("an ending", "endings", its.endings)):
        for id in names:
            _plain(id, kind, (key, id), desk)
    for id in its.endings.keys() & its.beats.keys():
        desk.say("SC027", desk.key_place(("endings", id)), word=id, first="a beat", second="an ending")
    for id, beat in its.beats.items():
        for one in beat.responses:
            _plain(one, "a response", ("beats", id, "responses", one), desk)
    for number, flag in enumerate(its.flags):
        _spoken(flag, "a flag", ("flags", number), desk)
        if flag in rubric.gauges or flag in its.gauges:
            desk.say("SC037", desk.place(("flags", number)), word=flag, first="a gauge", second="a flag")
    for gauge in its.gauges:
        _spoken(gauge, "a gauge", ("gauges", gauge), desk)
    for id in its.ruptures:
        _plain(id, "a rupture", ("ruptures", id), desk)
        if id in ("withdrawal", "confrontation") or id in rubric.markers:
            second = "a marker or a kind of rupture"
            desk.say("SC037", desk.key_place(("ruptures", id)), word=id, first="a rupture", second=second)


def _plain(word: str, kind: str, loc: Loc, desk: Desk) -> None:
    if not _PLAIN.fullmatch(word):
        why = "use letters, digits, '-', '_' and '.' only"
        desk.say("SC022", desk.key_place(loc), word=word, kind=kind, why=why)


def _spoken(word: str, kind: str, loc: Loc, desk: Desk) -> None:
    """Flags and gauges are bare words of conditions."""
    if not word.isidentifier() or keyword.iskeyword(word):
        why = "conditions could not name it; use letters, digits and '_'"
        desk.say("SC022", desk.key_place(loc), word=word, kind=kind, why=why)


def _lists(its: written.Scenario, rubric: Rubric, desk: Desk) -> None:
    if its.difficulty:
        _listed([its.difficulty], "difficulties", "a difficulty", ("difficulty",), rubric, desk)
    _listed(its.concerns, "concerns", "a concern", ("concerns",), rubric, desk)
    _listed(its.relationships, "relationships", "a relationship", ("relationships",), rubric, desk)
    _listed(its.concepts, "concepts", "a concept", ("concepts",), rubric, desk)


def _listed(words: Iterable[str], which: str, kind: str, loc: Loc, rubric: Rubric, desk: Desk) -> None:
    known = rubric.lists.get(which)
    for number, word in enumerate(words):
        if known is not None and word not in known:
            hint = did_you_mean(word, known) or f"the rubric has {', '.join(known)}"
            desk.say("SC035", desk.place((*loc, number)), word=word, kind=kind, hint=hint)


def _waived(its: written.Scenario, desk: Desk) -> None:
    """Only warnings can be let stand: an error is wrong whatever the reason, and a note asks for nothing."""
    for code in its.waive:
        kind = TABLE.get(code)
        place = desk.key_place(("waive", code))
        if kind is None:
            desk.say("SC038", place, word=code, what="no code of a finding", hint=did_you_mean(code, TABLE))
        elif kind.severity != "warning":
            desk.say("SC038", place, word=code, what="an error" if kind.severity == "error" else "a note")


def _ruptures(its: written.Scenario, rubric: Rubric, desk: Desk) -> None:
    for id, rupture in its.ruptures.items():
        marker = rubric.markers.get(rupture.marker)
        if marker and marker.kind != rupture.kind:
            place = desk.place(("ruptures", id, "marker"))
            desk.say("SC036", place, marker=marker.id, right=marker.kind, wrong=rupture.kind)


# -- beats and responses -------------------------------------------------------------------------------------------
def _beat(id: str, its: written.Beat, rubric: Rubric, desk: Desk) -> None:
    loc = ("beats", id)
    if its.responses and its.to:
        desk.say("SC026", desk.key_place((*loc, "to")), why=f"'{id}' has responses and a 'to'")
    if not its.responses and not its.to:
        desk.say("SC026", desk.key_place(loc), why=f"nothing leads on from '{id}'")
    _routes(its.to, (*loc, "to"), desk)
    _listed(its.opening, "openings", "an opening", (*loc, "opening"), rubric, desk)
    if its.gate and all(response.code != "SK" for response in its.responses.values()):
        desk.say("SC030", desk.key_place((*loc, "gate")))
    if its.notice and len(set(its.opens)) > 1:
        desk.say("SC031", desk.key_place((*loc, "opens")), beat=id, count=len(set(its.opens)))


def _routes(routes: Sequence[written.Route], loc: Loc, desk: Desk) -> None:
    for number, route in enumerate(routes):
        last = number == len(routes) - 1
        if last and route.when:
            place = desk.key_place((*loc, number, "when"))
            desk.say("SC025", place, why="the last route has a condition, so there may be no way on")
        if not last and not route.when:
            place = desk.key_place((*loc, number, "go"))
            desk.say("SC025", place, why="this route is always taken, so those below it never are")


def _response(id: str, its: written.Response, beat: written.Beat, loc: Loc, desk: Desk) -> None:
    _routes(its.to, (*loc, "to"), desk)
    if its.scores.model_fields_set and not its.because.strip():
        desk.say("SC029", desk.key_place((*loc, "scores")))
    word = its.feedback.stronger
    if word == id or (_KEBAB.fullmatch(word) and word not in beat.responses):
        others = [other for other in beat.responses if other != id]
        desk.say("SC034", desk.place((*loc, "feedback", "stronger")), word=word, hint=did_you_mean(word, others))


def _principles(rubric: Rubric) -> frozenset[str]:
    sources = {
        "3RS": (*rubric.strategies, *rubric.markers),
        "RCT": rubric.lists.get("concepts", ()),
        "MCO": rubric.lists.get("mco", ()),
        "RULE": tuple(rule.id for rule in rubric.rules),
    }
    return frozenset(f"{source}:{word}" for source, words in sources.items() for word in words)


def _principle(its: written.Response, loc: Loc, known: frozenset[str], desk: Desk) -> None:
    word = its.feedback.principle
    if word and word not in known:
        hint = did_you_mean(word, known) or "write 3RS:<strategy or marker>, RCT:<concept>, MCO:<word> or RULE:<rule>"
        desk.say("SC035", desk.place((*loc, "feedback", "principle")), word=word, kind="a principle", hint=hint)


# -- rounds --------------------------------------------------------------------------------------------------------
def _rounds(its: written.Scenario, desk: Desk) -> None:
    """Beats that lead to each other with nothing to choose and nothing to ask would never let a play go on."""
    onward = {id: beat.to[0].go for id, beat in its.beats.items() if not beat.responses and len(beat.to) == 1}
    cleared: set[str] = set()
    for id in onward:
        walked: dict[str, None] = {}
        at = id
        while at in onward and at not in walked and at not in cleared:
            walked[at] = None
            at = onward[at]
        if at in walked:
            desk.say("SC033", desk.key_place(("beats", at, "to")), beat=at)
        cleared.update(walked)
