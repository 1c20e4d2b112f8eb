"""Whatever a Twee file holds, it is brought over or told of; and any scenario comes back from Twine whole."""

from __future__ import annotations

import json
import re
from typing import Any

from findings.fragments import merged
from hypothesis import given, settings
from hypothesis import strategies as st

from game import res
from game.scenario import source
from game.scenario.compile import compile_source
from game.scenario.events import HIDDEN
from game.scenario.findings import stops
from game.scenario.source import Source
from game.scenario.written import as_values, scenario_from
from game.twee.exported import exported
from game.twee.imported import Imported, imported
from game.twee.passages import Passage, Report, read_passages, twee_text

LITTLE = (res.path("tests", "findings", "little.yaml")).read_text("utf-8")
RUBRICS = [res.path("scenarios", "_rubrics")]
WORDS = (
    ":: ", "::", "\n", "\r\n", "\n:: A\n", "\n:: B [x] {}\n", "[[", "]]", "->", "<-", "|", "[[A]]", "[[b->A]]",
    "[[A|B]]", "[", "]", "{", "}", "\\", '"', "StoryTitle", "StoryData", '\n:: StoryData\n{"start":"A"}\n', "Start",
    "script", "(set: $a)", "<<b>>", "<!--", "-->", "é", "日本", "TODO", "'", "- ", ": ", "#", "no", "\t",
    "\x00", "\u2028", "\ufeff", '{"position":"1,2"}', "A", "B", " ",
)  # fmt: skip
KNOWN = (
    "<!-- attune\n",
    "\n-->\n",
    "null",
    "[]",
    "{}",
    "1e999",
    "NaN",
    '{"id": 3}',
    '{"id": "A", "lines": [1, {"mark": {}}, null]}',
    '{"responses": {"x": {"links": ["a", 2], "whens": 3}}}',
    '{"responses": {"x": 1, "y": {"links": "z", "code": []}}}',
    '{"to": {"links": [null], "whens": ["q"]}}',
    '{"quality": []}',
    '{"text": 5}',
    '"\\ud800\\u0000"',
    "\n:: Attune\n<!-- attune\n",
)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=40).map("".join))
@settings(max_examples=150)
def test_a_story_of_anybody_can_be_played_or_has_no_passage(text: str) -> None:
    brought = imported(text, "story.twee", "any")
    if "<!-- attune" not in text:
        agree(brought, text)


@given(st.lists(st.sampled_from(WORDS + KNOWN), max_size=40).map("".join))
@settings(max_examples=150)
def test_a_block_that_anybody_changed_is_told_of_here_or_when_it_is_compiled(text: str) -> None:
    brought = imported(f":: A\n{text}", "story.twee", "any")
    assert brought.yaml
    compile_source(Source("any/scenario.yaml", brought.yaml.encode()), RUBRICS)


def agree(brought: Imported, text: str) -> None:
    lines = len(re.split(r"\r\n|\r|\n", text))
    assert all(1 <= one.place.line <= lines and one.place.column >= 1 for one in brought.findings)
    assert bool(brought.yaml) != stops(brought.findings)
    if brought.yaml:
        made = compile_source(Source(f"{brought.id}/scenario.yaml", brought.yaml.encode()), RUBRICS)
        assert made.scenario is not None, made.findings
        assert {one.code for one in made.findings} <= {"SC032"}


# -- passages ------------------------------------------------------------------------------------------------------
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=8).map("".join)
SEEN = TEXTS.map(lambda text: HIDDEN.sub("", text.encode("utf-8", "replace").decode()))
ONE_LINE = SEEN.map(lambda text: " ".join(text.split())).filter(bool)
TAG = ONE_LINE.map(lambda text: text.replace(" ", "-"))


@given(
    st.lists(
        st.builds(
            Passage,
            ONE_LINE,
            st.lists(TAG, max_size=3).map(tuple),
            st.dictionaries(SEEN, SEEN, max_size=2),
            SEEN.map(lambda text: text.replace("\r", "\n").rstrip()),
        ),
        max_size=4,
    )
)
def test_passages_that_are_written_are_read_again(passages: list[Passage]) -> None:
    report = Report("story.twee")
    again = read_passages(twee_text(passages), report)
    told = [(one.name, one.tags, one.metadata, one.text) for one in again]
    assert told == [(one.name, one.tags, one.metadata, one.text) for one in passages]
    assert report.findings() == ()


# -- scenarios -----------------------------------------------------------------------------------------------------
NEW = """
title: {title}
client:
  intake: {text}
beats:
  arrives:
    lines: [{{text: {first}, when: trust > 1}}, {{text: {second}}}, {{text: {first}, aside: true}}]
    discuss: {text}
    responses:
      so-short:
        text: {first}
        reply: [{{text: {second}}}]
      what-next:
        text: {second}
        to: [{{when: hurried, go: talks}}, {{when: trust > 2, go: nods}}, {{go: nods}}]
  talks: {{lines: [{{text: {second}}}], to: [{{when: hurried, go: nods}}, {{go: opened}}]}}
endings:
  unsaid:
    note: {text}
"""


@given(SEEN.filter(bool), SEEN.filter(bool), SEEN.filter(bool), SEEN)
@settings(max_examples=100)
def test_a_scenario_with_any_texts_comes_back_as_it_was(title: str, first: str, second: str, text: str) -> None:
    told = {"title": title, "first": first, "second": second, "text": text}
    yaml = merged(LITTLE, NEW.format(**{key: json.dumps(one, ensure_ascii=False) for key, one in told.items()}))
    its = values(yaml)
    brought = imported(exported(its), "story.twee")
    assert brought.findings == ()
    assert without_positions(values(brought.yaml)) == without_positions(its)


def values(yaml: str) -> dict[str, Any]:
    root, findings = source.parse(yaml.encode(), "f.yaml")
    assert root is not None, findings
    its, faults = scenario_from(root, "f.yaml")
    assert its is not None, faults
    return as_values(its)


def without_positions(its: dict[str, Any]) -> dict[str, Any]:
    for one in (*its["beats"].values(), *its["endings"].values()):
        one.pop("position", None)
    return its
