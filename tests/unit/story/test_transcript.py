"""The journal as values and as JSON, and which of its entries stand."""

from __future__ import annotations

import json

import pytest

from game.story.transcript import (
    Ended,
    Entry,
    NotATranscript,
    Noticed,
    Rated,
    Responded,
    Rewound,
    Wrote,
    from_json,
    standing,
    to_json,
)

EVERY: tuple[Entry, ...] = (
    Noticed("arrives", "withdrawal", ("W5", "W6")),
    Noticed("arrives", None),
    Responded("arrives", "hear", ("tell", "hear"), 2.5, 3),
    Responded("arrives", "hear"),
    Rewound(0),
    Rated((("empathy", 3), ("repair", 5))),
    Wrote("What stayed with you?", "Zażółć “gęślą” jaźń\n\u2028"),
    Ended("said-no"),
)


@pytest.mark.parametrize("entry", EVERY)
def test_an_entry_written_as_json_and_read_again_is_the_same(entry: Entry) -> None:
    assert from_json(json.loads(json.dumps(to_json(entry)))) == entry


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"entry": "sang"},
        {"entry": None},
        {"entry": "ended"},
        {"entry": "ended", "ending": "a", "more": 1},
        {"entry": "ended", "ending": 1},
        {"entry": "rewound", "to": "1"},
        {"entry": "wrote", "prompt": "?", "text": None},
        {"entry": "noticed", "beat": "b", "kind": "joy"},
        {"entry": "noticed", "beat": "b", "kind": None, "signs": [1]},
        {"entry": "responded", "beat": "b", "response": "r", "offered": "r"},
        {"entry": "rated", "ratings": [["a"]]},
        {"entry": "responded", "beat": "b", "response": "r", "after_s": "soon"},
    ],
)
def test_anything_else_is_refused_in_a_sentence(written: dict[str, object]) -> None:
    with pytest.raises(NotATranscript, match="journal entry"):
        from_json(written)


def test_without_a_rewind_everything_stands() -> None:
    assert standing(EVERY[:4]) == EVERY[:4]


def test_a_rewind_drops_later_decisions_and_what_belongs_to_them() -> None:
    first, second = Responded("a", "x"), Responded("b", "y")
    entries = (Noticed("a", "nothing"), first, Noticed("b", "withdrawal"), second, Ended("z"), Rewound(1))
    assert standing(entries) == (Noticed("a", "nothing"), first)
    assert standing((*entries, second)) == (Noticed("a", "nothing"), first, second)


def test_a_rewind_to_the_start_leaves_nothing() -> None:
    assert standing((Noticed("a", "nothing"), Responded("a", "x"), Rewound(0))) == ()


def test_a_rewind_to_where_one_stands_takes_back_the_answer_at_the_prompt() -> None:
    """The prompt is asked again there, so only the later answer may count."""
    first = Responded("a", "x")
    assert standing((first, Noticed("b", "nothing"), Rewound(1))) == (first,)
