"""Values spelt as YAML: every one comes back as it was, and the text reads as authors write it."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import source
from game.scenario.events import HIDDEN
from game.scenario.spelling import LONGEST_KEY, spelt
from game.scenario.tree import plain


def read(text: str) -> Any:
    root, findings = source.parse(text.encode(), "f.yaml")
    assert root is not None, (findings, text)
    assert not findings, (findings, text)
    return plain(root)


NASTY = (
    "no", "yes", "null", "~", "12", "-1", "0x1F", "1e3", ".5", ".inf", "1:30", "2026-11-27", "true", "y", "",
    "a: b", "a:", "a #b", "# a", "- a", "-", "?", "? a", "*a", "&a", "!!a", "%a", "@a", "`a", "|", ">", "<<", "=",
    "'", '"', "''", "a'b", 'a"b', "\\", "a\\nb", " a", "a ", "  ", "\t", "a\tb", "\n", "a\n", "\na", "a\n\n",
    "a\n\nb", "a\n b", "a\nb\n", " a\nb", "a \nb", "a\r\nb", "\r", "a\n---\nb", "a\n#b", "a\n- b", "a\n\tb",
    "[a]", "{a: b}", "a, b", "---", "...", "«ä»", "日本", "e\u0301", "\u00a0a", "a\u3000", "\U0001f469\u200d\u2695",
    "a" * 600, "TODO: x", "[[a->b]]", "%YAML 1.2",
)  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=("Cs",)), max_size=20).map(
    lambda text: HIDDEN.sub("", text)
)
SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False) | TEXTS
KEYS = TEXTS.filter(lambda key: len(key) <= LONGEST_KEY)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_survives_everywhere(text: str) -> None:
    for value in (
        {"a": text},
        {"a": [text]},
        {"a": [{"text": text, "b": [text, {"c": [[text]]}]}]},
        {"a": {"b": {"c": text}}},
    ):
        assert read(spelt(value)) == value
    if len(text) <= LONGEST_KEY:
        assert read(spelt({text: {text: 1, "b": [{text: []}]}})) == {text: {text: 1, "b": [{text: []}]}}


@given(st.dictionaries(KEYS, VALUES, max_size=5))
@settings(max_examples=200, derandomize=True, deadline=None, database=None)
def test_every_value_comes_back(value: dict[str, Any]) -> None:
    assert read(spelt(value, ["A comment: with #."])) == value or not value


def test_what_is_no_number() -> None:
    again = read(spelt({"a": math.nan, "b": math.inf, "c": -math.inf}))
    assert math.isnan(again["a"])
    assert (again["b"], again["c"]) == (math.inf, -math.inf)


def test_it_reads_as_authors_write_it() -> None:
    value = {
        "id": "little",
        "client": {"name": "Maya", "intake": "Two lines.\nOf text.\n"},
        "beats": {
            "arrives": {
                "lines": [{"text": "It was fine.", "pose": "blank"}, {"text": "No: fine.", "aside": True}],
                "opens": ["fine"],
                "responses": {
                    "so-short": {"text": "Hm.", "code": "NT", "to": [{"when": "trust > 1", "go": "a"}, {"go": "b"}]}
                },
            }
        },
    }
    assert (
        spelt(value, ["Hello."])
        == """\
# Hello.
id: little

client:
  name: Maya
  intake: |
    Two lines.
    Of text.

beats:
  arrives:
    lines:
      - {text: It was fine., pose: blank}
      - {text: "No: fine.", aside: true}
    opens: [fine]
    responses:
      so-short:
        text: Hm.
        code: NT
        to:
          - {when: "trust > 1", go: a}
          - {go: b}
"""
    )
