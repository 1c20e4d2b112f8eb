"""The part of a passage that only Attune reads, and what is known again of what was changed."""

from __future__ import annotations

import random
from typing import Any

import pytest

from game.twee.block import BEGINS, ENDS, Again, block_text, known_again, parted
from game.twee.passages import Report


def read(text: str) -> tuple[str, Any, list[str]]:
    report = Report("story.twee")
    two = parted(text, 1, report)
    return two.text.strip(), two.known, [one.code for one in report.findings()]


@pytest.mark.parametrize(
    "known",
    [
        {
            "id": "a",
            "notice": True,
            "effects": {"trust": -1},
            "in_play": [],
            "lines": ["x", {"mark": "y", "when": "a > 1"}],
        },
        {"a": "-->", "b": "<!-- attune", "c": "[[no link]]", "d": {"e": "[[[[", "f": {"g": [1, None]}}, "h": "\n-->\n"},
        {"ü": "«»\u2028", "x": 1.5},
    ],
)
def test_what_is_written_is_read_and_ends_no_comment_and_links_nowhere(known: dict[str, Any]) -> None:
    block = block_text(known)
    assert "[[" not in block
    assert block.count("-->") == block.count("<!--") == 1
    text, again, found = read(f"Hello.\n{block}\nThere.")
    assert text.split() == ["Hello.", "There."]
    assert found == []
    assert again == {**known, "ü": "«»"} if "ü" in known else again == known  # what YAML cannot hold is left out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{BEGINS}\n{{", "SC149"),
        (f"{BEGINS}\n{{\n{ENDS}", "SC144"),
        (f"{BEGINS}\n[]\n{ENDS}", "SC144"),
        (f"{BEGINS}\n{'[' * 100_000}\n{ENDS}", "SC144"),
        (f'{BEGINS}\n{{"a": {"9" * 5000}}}\n{ENDS}', "SC144"),
        (f'{BEGINS}\n{{"a": {"[" * 20}{"]" * 20}}}\n{ENDS}', "SC149"),
        (f'{BEGINS}\n{{"{"k" * 600}": 1}}\n{ENDS}', "SC149"),
        (f'{BEGINS}\n{{"": 1}}\n{ENDS}', "SC149"),
    ],
)
def test_a_block_that_was_spoilt_is_told_and_left_out(text: str, code: str) -> None:
    assert read(f"Hello.\n{text}") == ("Hello.", {}, [code])


def again(shown: str, known: str) -> str:
    """For each letter shown the number of the known one; in brackets where it was rewritten, `-` where it is new."""
    told = {None: "-"}
    found = known_again(shown, known)
    return " ".join(
        told.get(None) if one is None else str(one.number) if one.same else f"({one.number})" for one in found
    )


@pytest.mark.parametrize(
    ("shown", "known", "told"),
    [
        ("abc", "abc", "0 1 2"),
        ("abXc", "abc", "0 1 - 2"),
        ("ac", "abc", "0 2"),
        ("aXc", "abc", "0 (1) 2"),
        ("Xabc", "abc", "- 0 1 2"),
        ("abcX", "abc", "0 1 2 -"),
        ("XY", "a", "(0) -"),
        ("", "abc", ""),
        ("abc", "", "- - -"),
        ("aaa", "aa", "0 1 -"),
    ],
)
def test_what_is_known_again(shown: str, known: str, told: str) -> None:
    assert again(shown, known) == told


def test_a_long_passage_is_compared_in_place() -> None:
    marks = [str(number) for number in range(2_000)]
    turned = random.Random(7).sample(marks, len(marks))
    found = known_again(["x", *turned, "z"], ["x", *marks, "z"])
    assert found[0] == Again(0, True)
    assert found[-1] == Again(2_001, True)
    assert None not in found
