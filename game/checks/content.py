"""What a scenario is about and for whom: risk without a word of warning, whose key it is, lines too long to take in.

It reads words and declarations; whether a scenario is right, people must judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.checks.limits import limit
from game.checks.plays import Plays
from game.scenario.findings import Finding, finding
from game.scenario.model import Line
from game.scenario.tree import Loc

RISK = re.compile(
    r"\b(suicid\w*|self-harm\w*|overdos\w+|kill(ed|ing)? (my|your|him|her|them)sel(f|ves)|abus(e|ed|er|es|ing|ive)|"
    r"raped?|sexual(ly)? assault\w*|want(ed|s)? to die|end(ed|ing)? (my|your|his|her|their|it)( own)? (life|all))\b",
    re.IGNORECASE,
)
"""Words of self-harm, suicide and abuse, in which a trainee should be told what is coming. The list is ours."""

_NEEDS = ("suicid", "self-harm", "overdos", "kill", "abus", "rape", "assault", "to die", " life", " all")
"""Where none of these stands, the slower search need not begin."""


def risk_without_note(plays: Plays) -> Iterator[Finding]:
    """A safety cue, or words of risk, without a content note; the first of them."""
    if plays.scenario.meta.content_note.strip():
        return
    gate = next((beat for beat in plays.scenario.beats.values() if beat.gate), None)
    if gate is not None:
        place = plays.desk.key_place(("beats", gate.id, "gate"))
        yield finding("SC130", place, what=f"a safety cue stands here ('{gate.gate}')")
        return
    for loc, text in _texts(plays):
        low = text.lower()
        if any(part in low for part in _NEEDS) and (met := RISK.search(text)):
            yield finding("SC130", plays.desk.place(loc), what=f"'{met.group()}' is spoken of here")
            return


def _texts(plays: Plays) -> Iterator[tuple[Loc, str]]:
    """What a trainee reads in the case file and in the scene."""
    scenario = plays.scenario
    yield ("summary",), scenario.meta.summary
    yield ("setting",), scenario.meta.setting
    yield ("client", "intake"), scenario.client.intake
    yield from ((loc, line.text) for loc, line in _lines(plays))
    for beat in scenario.beats.values():
        for said in beat.responses:
            yield ("beats", beat.id, "responses", said.id, "text"), said.text


def _lines(plays: Plays) -> Iterator[tuple[Loc, Line]]:
    """Every line, with its way in the file."""
    for beat in plays.scenario.beats.values():
        yield from _numbered(("beats", beat.id, "lines"), beat.lines)
        for said in beat.responses:
            yield from _numbered(("beats", beat.id, "responses", said.id, "reply"), said.reply)
    for ending in plays.scenario.endings.values():
        yield from _numbered(("endings", ending.id, "lines"), ending.lines)


def _numbered(loc: Loc, lines: tuple[Line, ...]) -> Iterator[tuple[Loc, Line]]:
    return (((*loc, number), line) for number, line in enumerate(lines))


def authors_key(plays: Plays) -> Iterator[Finding]:
    """A reminder that the points are one person's, or too few people's, judgement."""
    meta, few = plays.scenario.meta, limit("raters")
    if meta.key_status == "author":
        whose = "its author's alone"
    elif meta.key_raters < few:
        whose = f"that of fewer than {few:g} raters ({meta.key_raters}), who agree by accident too often"
    else:
        return
    yield finding("SC131", plays.desk.key_place(("key",)), whose=whose)


def line_too_long(plays: Plays) -> Iterator[Finding]:
    """Lines of more words than one takes in at once."""
    for loc, line in _lines(plays):
        count = len(line.text.split())
        if count > limit("line words"):
            yield finding("SC132", plays.desk.place(loc), count=count, most=limit("line words"))


CONTENT = (
    risk_without_note,
    authors_key,
    line_too_long,
)
"""Every check of this module."""
