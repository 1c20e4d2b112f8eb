"""What authors may write in a condition, and what is refused, with a sentence and a column."""

from __future__ import annotations

import pytest

from game.scenario.condition import (
    All,
    Any,
    Chose,
    ChoseCode,
    Compare,
    Condition,
    ConditionFault,
    ErrorWithin,
    Has,
    LastCode,
    LastFamily,
    Not,
    Repaired,
    Ruptured,
    Seen,
    SinceOpened,
    atoms,
    mentions,
    parse,
    text,
)

TRUST = Compare("trust", ">=", 6)


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("trust >= 6", TRUST),
        ("6 <= trust", Compare(6, "<=", "trust")),
        ("trust != tension", Compare("trust", "!=", "tension")),
        ("shame > -2", Compare("shame", ">", -2)),
        ("rushed", Has("rushed")),
        ("not rushed", Not(Has("rushed"))),
        ("trust >= 6 and rushed and sent", All((TRUST, Has("rushed"), Has("sent")))),
        ("rushed or sent and trust >= 6", Any((Has("rushed"), All((Has("sent"), TRUST))))),
        ("(rushed or sent) and trust >= 6", All((Any((Has("rushed"), Has("sent"))), TRUST))),
        ("not (rushed or sent)", Not(Any((Has("rushed"), Has("sent"))))),
        ("ruptured('W5')", Ruptured("W5")),
        ("repaired('yes-as-no')", Repaired("yes-as-no")),
        ("seen('arrives')", Seen("arrives")),
        ("chose('arrives/name-the-yes')", Chose("arrives", "name-the-yes")),
        ("chose_code('AK')", ChoseCode("AK")),
        ("last_code('AK')", LastCode("AK")),
        ("last_family('probing')", LastFamily("probing")),
        ("last_error()", ErrorWithin(1)),
        ("error_within(2)", ErrorWithin(2)),
        ("since_opened('AK')", SinceOpened("AK")),
        ('seen("arrives")', Seen("arrives")),
        ("  rushed\n  and sent\n", All((Has("rushed"), Has("sent")))),
    ],
)
def test_what_parses(written: str, tree: Condition) -> None:
    assert parse(written) == tree
    assert parse(text(tree)) == tree


@pytest.mark.parametrize(
    ("written", "column", "words"),
    [
        ("", 1, "not a condition"),
        ("trust >=", 9, "not a condition"),
        ("trust => 6", 7, "not a condition"),
        ("trust >= 6.5", 10, "gauges and whole numbers"),
        ("trust >= '6'", 10, "gauges and whole numbers"),
        ("trust >= True", 10, "gauges and whole numbers"),
        ("trust >= --6", 10, "gauges and whole numbers"),
        ("3 < trust < 6", 1, "compare two things"),
        ("trust in tension", 1, "compare two things"),
        ("trust is tension", 1, "compare two things"),
        ("rushed and trust + 1", 12, "made of"),
        ("rushed and 3", 12, "made of"),
        ("rushed and (x := 3)", 13, "made of"),
        ("rushed if sent else late", 1, "made of"),
        ("lambda: rushed", 1, "made of"),
        ("'rushed'", 1, "made of"),
        ("trust >= 3or rushed", 10, "not a condition"),
        ("rushed # later", 8, "has no #"),
        ("seen('a\\'b')", 8, "has no \\"),
        ("sen('arrives')", 1, "no call 'sen'"),
        ("world.seen('arrives')", 1, "no call"),
        ("rushed and " + "a" + "()" * 190, 12, "no call"),
        ("seen()", 1, "one value"),
        ("seen('a', 'b')", 1, "one value"),
        ("seen(beat='a')", 1, "one value"),
        ("last_error(1)", 1, "no value"),
        ("seen(arrives)", 6, "a word in quotes"),
        ("seen(b'arrives')", 6, "a word in quotes"),
        ("error_within('2')", 14, "a whole number"),
        ("error_within(True)", 14, "a whole number"),
        ("rushed and error_within(0)", 25, "from 1 to 99"),
        ("rushed and chose('arrives')", 18, "beat/response"),
        ("chose('a/b/c')", 7, "beat/response"),
        ("chose('/b')", 7, "beat/response"),
        ("seen('café') and 3", 18, "made of"),  # columns count letters, not bytes
        ("  seen('café') and trust +", 27, "not a condition"),
        ("rushed " * 60, 1, "at most 400 characters"),
    ],
)
def test_what_is_refused(written: str, column: int, words: str) -> None:
    with pytest.raises(ConditionFault) as caught:
        parse(written)
    assert words in caught.value.message
    assert caught.value.column == column


@pytest.mark.parametrize("written", ["\ud800", "a\0b", "(" * 399, "[" * 399, "a" + "()" * 199])
def test_what_python_chokes_on_is_refused_too(written: str) -> None:
    with pytest.raises(ConditionFault):
        parse(written)


def test_four_hundred_characters_are_allowed() -> None:
    assert parse("rushed".ljust(400)) == Has("rushed")


def nested(levels: int) -> str:
    return "not (rushed and " * (levels // 2) + "sent" + ")" * (levels // 2)


def test_twenty_levels_are_allowed_and_no_more() -> None:
    parse(nested(20))
    parse("not " * 20 + "rushed")
    with pytest.raises(ConditionFault, match="20 levels"):
        parse("not " * 21 + "rushed")
    with pytest.raises(ConditionFault, match="20 levels"):
        parse("not " + nested(20))


def test_every_name_is_mentioned_with_what_it_must_be() -> None:
    tree = parse(
        "trust > tension and rushed or not ruptured('W5') and repaired('drift') or seen('a') or chose('a/b') "
        "or chose_code('AK') or last_code('XD') or last_family('probing') or error_within(3) or since_opened('OQ')"
    )
    assert list(mentions(tree)) == [
        ("gauge", "trust"),
        ("gauge", "tension"),
        ("flag", "rushed"),
        ("rupture, kind or marker", "W5"),
        ("rupture", "drift"),
        ("beat", "a"),
        ("response", "a/b"),
        ("code", "AK"),
        ("code", "XD"),
        ("family", "probing"),
        ("code", "OQ"),
    ]


def test_atoms_are_the_leaves_from_left_to_right() -> None:
    assert list(atoms(parse("trust >= 6 and not (rushed or sent)"))) == [TRUST, Has("rushed"), Has("sent")]
