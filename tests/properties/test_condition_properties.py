"""A condition that is printed and parsed again is the same tree, and whatever is written is read or refused."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

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

NAMES = st.sampled_from(["trust", "felt_understood", "rushed", "x1"])
WORDS = st.sampled_from(["arrives", "name-the-yes", "yes-as-no", "it's", "café", "naïve—so"])
SIDES = st.one_of(NAMES, st.integers(-99, 99))
LEAVES = st.one_of(
    st.builds(Compare, SIDES, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), SIDES),
    st.builds(Has, NAMES),
    st.builds(Chose, WORDS, WORDS),
    st.builds(ErrorWithin, st.integers(1, 99)),
    *(st.builds(call, WORDS) for call in (Ruptured, Repaired, Seen, ChoseCode, LastCode, LastFamily, SinceOpened)),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(lambda parts: All(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
        st.builds(lambda parts: Any(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)


@given(TREES)
@settings(max_examples=300)
def test_a_condition_printed_and_parsed_is_the_same_tree(condition: Condition) -> None:
    written = text(condition)
    if len(written) <= 400:
        assert parse(written) == condition
        assert parse(f"  {written} ") == condition


@given(TREES)
@settings(max_examples=100)
def test_every_name_that_is_read_is_in_the_text(condition: Condition) -> None:
    written = text(condition).replace("\\'", "'")
    assert all(name in written for _, name in mentions(condition))
    assert not any(isinstance(leaf, Not | All | Any) for leaf in atoms(condition))


WORDS_AND_SIGNS = """trust and or not ( ) [ ] < <= == != >= 3 -1 0x1f 1_0 chose seen 'a/b' "a" b'a' lambda : , . * **
if else True None is in = := @ # ~ -- f'{x}' last_error() error_within(0) a.b x[0] await é ²"""
PIECES = st.lists(
    st.sampled_from([*WORDS_AND_SIGNS.split(), "\\", "\n", "\0", "\ud800", "3or", "0777", "'\\d'"]), max_size=14
).map(" ".join)


@given(st.one_of(st.text(max_size=60), PIECES))
@settings(max_examples=500)
def test_whatever_is_written_is_read_or_refused_with_a_place(written: str) -> None:
    try:
        condition = parse(written)
    except ConditionFault as caught:
        fault = caught
    else:
        assert parse(text(condition)) == condition
        return
    assert fault.message
    assert 1 <= fault.column <= len(written) + 1
