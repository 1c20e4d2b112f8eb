"""Findings about plays; what each is about stands on its page, here only what the pages cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest
from findings.fragments import merged

from game import res
from game.checks.explored import check_explored
from game.checks.plays import Plays
from game.checks.structure import check
from game.scenario.compile import Compiled, compile_path, compile_source
from game.scenario.condition import parse
from game.scenario.desk import Desk
from game.scenario.explore import LIMIT, explore
from game.scenario.findings import Finding
from game.scenario.laws import Laws
from game.scenario.source import Source
from game.scenario.tree import find

LITTLE = (Path(__file__).parents[2] / "findings" / "little.yaml").read_text("utf-8")
WORDS = "feedback: {heard: H., why: W., principle: '3RS:W2'}"
SHIPPED = sorted(path.parent for path in res.path("scenarios").glob("*/scenario.yaml"))


def compiled(fragment: str) -> Compiled:
    source = Source("little/scenario.yaml", merged(LITTLE, fragment).encode())
    found = compile_source(source, [res.path("scenarios", "_rubrics")])
    assert found.scenario is not None, found.findings
    return found


def findings(fragment: str, limit: int = LIMIT) -> list[Finding]:
    found = compiled(fragment)
    assert found.scenario is not None
    return [*check_explored(found, explore(Laws(found.scenario), limit=limit))]


def told(fragment: str, limit: int = LIMIT) -> list[tuple[str, str, str]]:
    return [(one.code, one.message, one.hint) for one in findings(fragment, limit)]


def said(id: str, text: str, to: str, more: str = "") -> str:
    return f"      {id}: {{text: '{text}', code: OQ, {WORDS}, {more}to: {to}}}\n"


def asks(*responses: str, first: str = "") -> str:
    """A beat `asks` with these responses, and a response that leads there."""
    lines = "    lines: [{text: Hm., pose: blank}]\n    responses:\n"
    return (
        f"beats:\n  arrives:\n    responses:\n{said('go', 'Go on.', 'asks', first)}  asks:\n{lines}{''.join(responses)}"
    )


def test_nothing_is_told_where_nothing_compiled(tmp_path: Path) -> None:
    whole = compiled("flags: [hurried]")
    assert whole.scenario is not None
    assert check_explored(compile_path(tmp_path), explore(Laws(whole.scenario))) == ()


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_condition_is_found_where_it_was_written(folder: Path) -> None:
    whole = compile_path(folder)
    assert whole.scenario is not None
    assert whole.tree is not None
    plays = Plays(whole.scenario, Desk("f", whole.tree, {}), explore(Laws(whole.scenario), limit=1))
    assert plays.explored.asked
    for one in plays.explored.asked:
        assert parse(find(whole.tree, (*plays.way(one), "when")).text) == one.condition


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_scenario_has_no_errors(folder: Path) -> None:
    whole = compile_path(folder)
    assert whole.scenario is not None
    found = check_explored(whole, explore(Laws(whole.scenario)))
    assert [one for one in found if one.severity == "error"] == []


# -- plays that come to grief ----------------------------------------------------------------------------------------
def test_the_shortest_way_to_nothing_is_told() -> None:
    found = told(asks(said("on", "On?", "asks", "once: true, "), said("off", "Off.", "unsaid", "when: not hurried, "),
                      said("off-you-go", "Quick.", "asks", "once: true, sets: hurried, ")))  # fmt: skip
    assert [(code, message) for code, message, _ in found] == [
        ("SC070", "'asks' can offer nothing, after arrives/go, asks/on, asks/off-you-go")
    ]


def test_a_round_is_told_once_with_the_way_into_it() -> None:
    back = (said("back", "B.", "arrives"), said("off", "O.", "unsaid"), said("quick", "Q.", "asks", "sets: hurried, "))
    assert [one[:2] for one in told(asks(*back))] == [
        ("SC071", "a play can go round unchanged: asks > asks, after arrives/go, asks/quick"),
        ("SC071", "a play can go round unchanged: asks > arrives > asks, after arrives/go"),
    ]


def test_where_no_way_leads_out_only_that_is_told() -> None:
    fragment = asks(said("on", "On?", "asks"), said("off", "Off?", "asks"))
    assert [one.code for one in check(compiled(fragment))] == ["SC052"]
    assert findings(fragment) == []


GATE = "    gate: suicide\n    responses:\n"


@pytest.mark.parametrize(("once", "codes"), [("once: true, ", []), ("when: not hurried, ", ["SC080"])])
def test_a_safety_question_asked_once_was_asked(once: str, codes: list[str]) -> None:
    ask = said("ask", "Ask.", "asks", f"{once}sets: hurried, ").replace("OQ", "SK")
    fragment = asks(ask, said("off", "Off.", "unsaid"), said("no", "No.", "unsaid")).replace(
        "    responses:\n      ask", f"{GATE}      ask"
    )
    found = [one for one in findings(fragment) if one.code != "SC071"]
    assert [one.code for one in found] == codes
    assert all(one.message.endswith("after arrives/go, asks/ask") for one in found)


# -- what no play comes to -------------------------------------------------------------------------------------------
def test_what_nothing_leads_to_is_not_told_again() -> None:
    fragment = "beats:\n  lost: {lines: [{text: A.}], to: gone}\nendings:\n  gone: {quality: partial, note: N.}"
    assert [one.code for one in check(compiled(fragment))] == ["SC050", "SC051"]
    assert findings(fragment) == []


def test_the_hint_names_what_stands_in_the_way_and_what_is_lost() -> None:
    fragment = (
        "ruptures:\n  late: {kind: confrontation, marker: C4}\nbeats:\n"
        "  arrives:\n    responses:\n      so-short:\n        to: [{when: not hurried, go: talks}, {go: rests}]\n"
        "        repairs: [fine, late]\n"
        "  rests: {lines: [{text: A.}], opens: late, to: opened}\n"
    )
    ((code, message, hint),) = told(fragment)
    assert (code, message) == ("SC072", "no play reaches the beat 'rests'")
    line = merged(LITTLE, fragment).split("\n").index("        to: [{when: not hurried, go: talks}, {go: rests}]") + 1
    assert hint == f"'not hurried' always holds, and stands above it (line {line}); without it 'late' never opens"


def test_a_response_nobody_is_offered_tells_why_and_what_is_lost() -> None:
    fragment = (
        "ruptures:\n  late: {kind: confrontation, marker: C4}\nbeats:\n  arrives:\n    responses:\n      so-short:\n"
        "        repairs: [fine, late]\n" + said("brave", "B.", "talks", "when: trust > 8 and hurried, opens: late, ")
    )
    assert told(fragment) == [
        (
            "SC074",
            "no play is offered the response 'brave'",
            "'trust > 8 and hurried' never holds; without it 'late' never opens",
        )
    ]


def test_beyond_the_limit_only_what_was_met_is_told() -> None:
    both = "beats:\n  talks:\n    lines: [{text: A., when: hurried}]\n"
    assert [one[0] for one in told(both)] == ["SC075"]
    ((code, message, _),) = told(both, limit=2)
    assert (code, message) == (
        "SC081",
        "there are more than 2 situations, too many to look through; not met so far: 'opened', 'unsaid', 'pleasant'",
    )


# -- conditions ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("where", "keys", "code", "hint"),
    [
        ("endings/opened", "lines: [{text: A., when: hurried}]", "SC075", "so the line is never said"),
        ("endings/unsaid", "lines: [{text: A., when: not hurried}]", "SC076", "the line needs no 'when'"),
        ("so-short", "reply: [{text: A., when: hurried}]", "SC075", "so the line is never said"),
        ("what-next", "reply: [{text: A., when: hurried}]", "SC076", "the line needs no 'when'"),
        ("so-short", "when: not hurried", "SC076", "the response needs no 'when'"),
        ("so-short", "because: B.; scores: {empathy: [{when: hurried, points: 1}]}", "SC075",
         "so these points never count"),
        ("so-short", "because: B.; scores: {empathy: [{when: not hurried, points: 1}]}", "SC076",
         "these points need no 'when'"),
        ("so-short", "repairs: {rupture: fine, when: not hurried}", "SC076", "the repair needs no 'when'"),
        ("what-next", "repairs: {rupture: fine, when: not hurried}", "SC075", "so it repairs nothing"),
        ("so-short", "to: [{when: hurried, go: unsaid}, {go: talks}]", "SC075", "so this way is never taken"),
        ("so-short", "to: [{when: not hurried, go: talks}, {go: unsaid}]", "SC076",
         "so the routes below it are never taken"),
    ],
)  # fmt: skip
def test_a_condition_that_decides_nothing_is_found_where_it_stands(where: str, keys: str, code: str, hint: str) -> None:
    way = where.split("/") if "/" in where else ["beats", "arrives", "responses", where]
    fragment = "\n".join("  " * at + f"{key}:" for at, key in enumerate(way))
    for key in keys.split("; "):
        fragment += "\n" + "  " * len(way) + key
    (found,) = findings(fragment)
    lines = merged(LITTLE, fragment).split("\n")
    assert (found.code, found.hint) == (code, hint)
    assert lines[found.place.line - 1][found.place.column - 1 :].startswith(("hurried", "not hurried"))


def test_a_last_repair_is_asked_of_real_trust() -> None:
    """Nothing reads the repair afterwards, so an exploration drops what it depends on; it must not be misjudged."""
    first = "effects: {trust: 3}, "
    last = said("mend", "M.", "opened", "repairs: {rupture: fine, when: trust >= 6}, ") + said("off", "O.", "unsaid")
    wary = said("wary", "W.", "asks", "effects: {trust: 0}, ")
    fragment = asks(last, first=first).replace("  asks:\n", f"{wary}  asks:\n")
    assert findings(fragment) == []
    assert [one.code for one in findings(fragment.replace("trust >= 6", "trust >= 8"))] == ["SC075"]


def test_a_rupture_nobody_repairs_tells_what_each_repair_lacks() -> None:
    mend = said("mend", "M.", "opened", "repairs: {rupture: late, when: trust > 8}, ")
    fragment = (
        "ruptures:\n  late: {kind: confrontation, marker: C4}\n"
        + asks(mend, said("off", "O.", "unsaid"), first="opens: late, ")
    ).replace("responses:\n", "responses:\n      so-short:\n        repairs: [fine, late]\n", 1)
    ((code, message, hint),) = told(fragment)
    assert (code, message) == ("SC077", "the rupture 'late' opens, and no play repairs it")
    assert hint.startswith("it is never open when 'so-short' is given; 'trust > 8' never holds (line ")


def test_of_a_rupture_opened_and_repaired_at_once_nothing_is_told() -> None:
    fragment = (
        "ruptures:\n  late: {kind: confrontation, marker: C4}\n"
        "beats:\n  arrives:\n    responses:\n      what-next:\n        opens: late\n        repairs: late\n"
    )
    assert findings(fragment) == []
