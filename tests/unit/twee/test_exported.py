"""A scenario goes to Twine and comes back whole; what was changed there counts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from findings.fragments import merged

from game import res
from game.scenario import source
from game.scenario.compile import compile_source
from game.scenario.model import Scenario
from game.scenario.source import Source
from game.scenario.written import as_values, scenario_from
from game.twee.exported import exported, ifid, passage_names
from game.twee.imported import Imported, imported
from game.twee.passages import Passage, Report, read_passages

TESTS = Path(__file__).parents[2]
LITTLE = (TESTS / "findings" / "little.yaml").read_text("utf-8")
SHIPPED = sorted(res.path("scenarios").glob("*/scenario.yaml"))
RUBRICS = [res.path("scenarios", "_rubrics")]

ODD = """
start: StoryData
beats:
  StoryData:
    lines:
      - {text: "  [[Fine]]  ", pose: blank, when: trust > 1}
      - {text: "<!-- attune"}
      - {text: ":: Fine", aside: true}
      - {text: "one\\n\\ntwo -->"}
    to: [{when: hurried, go: arrives}, {when: trust > 9, go: Un.said_2}, {go: talks}]
  Un.said_2: {to: Start-}
  Start-: {to: arrives, in_play: [], effects: {trust: 1}}
  arrives:
    position: {x: -5, y: 7}
    discuss: "Why?\\nAnd how?"
    in_play: [repair]
    responses:
      a: {text: "]][[->x|y<-", code: NT, to: [{when: hurried, go: talks}, {go: nods}], sets: hurried}
      b: {text: or, code: NT, to: [{when: trust > 3, go: nods}, {when: hurried, go: talks}, {go: nods}], once: true}
      c: {text: talks, code: NT, to: talks, repairs: {rupture: fine, when: trust > 1}, when: not hurried,
          scores: {repair: [{when: trust > 2, points: 1}, {points: -1}], empathy: 0}, because: "So: yes."}
"""


def written(yaml: str) -> dict[str, Any]:
    root, _ = source.parse(yaml.encode(), "little/scenario.yaml")
    assert root is not None
    its, faults = scenario_from(root, "f")
    assert its is not None, faults
    return as_values(its)


def compiled(yaml: str) -> Scenario:
    made = compile_source(Source("little/scenario.yaml", yaml.encode()), RUBRICS)
    assert made.scenario is not None, made.findings
    return made.scenario


def there_and_back(yaml: str) -> Imported:
    return imported(exported(written(yaml)), "story.twee")


def without_places(value: Any) -> Any:
    """Everything a compiled scenario says, but not where it was written; and not its digest, which is of the bytes."""
    if isinstance(value, dict):
        return {key: without_places(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [without_places(one) for one in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    said = [name for name in value.__dataclass_fields__ if name not in ("place", "sha")]
    return (type(value).__name__, {name: without_places(getattr(value, name)) for name in said})


# -- there and back ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("yaml", [*(path.read_text("utf-8") for path in SHIPPED), LITTLE, merged(LITTLE, ODD)])
def test_what_comes_back_compiles_to_the_same(yaml: str) -> None:
    brought = there_and_back(yaml)
    assert brought.findings == ()
    assert without_places(compiled(brought.yaml)) == without_places(compiled(yaml))


@pytest.mark.parametrize("yaml", [*(path.read_text("utf-8") for path in SHIPPED), LITTLE, merged(LITTLE, ODD)])
def test_the_second_way_changes_nothing_any_more(yaml: str) -> None:
    """Positions included, which Twine, the scenario and Twine again have in the same place."""
    once = exported(written(yaml))
    again = imported(once, "story.twee").yaml
    assert exported(written(again)) == once


def test_positions_of_the_author_are_kept_and_others_made() -> None:
    its = written(there_and_back(merged(LITTLE, ODD)).yaml)
    assert its["beats"]["arrives"]["position"] == {"x": -5, "y": 7}
    assert its["beats"]["StoryData"]["position"] == {"x": 150, "y": 150}  # the start


# -- what Twine sees -----------------------------------------------------------------------------------------------
def passages(twee: str) -> dict[str, Passage]:
    report = Report("story.twee")
    found = {one.name: one for one in read_passages(twee, report)}
    assert not report.found
    return found


def test_twine_is_told_what_the_specification_asks_for() -> None:
    found = passages(exported(written(LITTLE)))
    assert list(found)[:3] == ["StoryTitle", "StoryData", "Attune"]
    assert found["StoryTitle"].text == "A little scene"
    told = json.loads(found["StoryData"].text)
    assert (told["format"], told["start"]) == ("Harlowe", "arrives")
    assert re.fullmatch(r"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}", told["ifid"])
    assert {name: one.tags for name, one in found.items() if name[0].islower()} == {
        "arrives": ("client", "rupture", "repair"),
        "talks": ("client",),
        "nods": ("client",),
        "opened": ("end",),
        "unsaid": ("end",),
        "pleasant": ("end",),
    }


def test_twine_sees_texts_and_every_way_and_no_other() -> None:
    found = passages(exported(written(LITTLE)))
    assert found["arrives"].text.split("\n")[:5] == [
        "It was fine. Work was fine.",
        "",
        "[[That was two fines in one breath.->talks]]",
        "[[Good. Where shall we start?->nods]]",
        "[[Fine, and fine.->nods]]",
    ]
    assert found["nods"].text.split("\n")[:4] == ["Wherever you like.", "", "[[pleasant]]", "[[unsaid]]"]
    assert all(one.text.count("[[") == (3, 1, 2, 0, 0, 0)[at] for at, one in enumerate(list(found.values())[3:]))


def test_the_story_is_the_same_to_twine_whatever_is_changed_in_it() -> None:
    assert ifid("little") == ifid("little") != ifid("large")
    assert len({ifid(str(number)) for number in range(1000)}) == 1000


def test_no_passage_has_a_name_that_means_something_else() -> None:
    names = passage_names(("Attune", "Attune-", "StoryData", "arrives"))
    assert names == {"Attune": "Attune--", "Attune-": "Attune-", "StoryData": "StoryData-", "arrives": "arrives"}


# -- what was changed in Twine counts ------------------------------------------------------------------------------
def changed(*pairs: tuple[str, str]) -> tuple[dict[str, Any], list[str]]:
    """What comes back of the little scene after these texts were replaced, and the codes that were told."""
    twee = exported(written(LITTLE))
    for old, new in pairs:
        assert old in twee
        twee = twee.replace(old, new, 1)
    brought = imported(twee, "story.twee")
    return written(brought.yaml), [one.code for one in brought.findings]


def difference(now: Any, before: Any, way: str = "") -> dict[str, Any]:
    """Every place that differs, with what stands there now."""
    if isinstance(now, dict) and isinstance(before, dict):
        parts = [difference(now.get(key), before.get(key), f"{way}/{key}") for key in {**before, **now}]
        return {place: value for part in parts for place, value in part.items()}
    return {} if now == before else {way: now}


BACK, _ = changed()


def test_a_line_that_was_rewritten_keeps_its_face() -> None:
    its, found = changed(("Wherever you like.", "Where you like: no, wherever."))
    line = {"text": "Where you like: no, wherever.", "pose": "polite"}
    assert (difference(its, BACK), found) == ({"/beats/nods/lines": [line]}, [])


def test_a_line_that_was_added_and_one_that_was_removed() -> None:
    its, _ = changed(("It was fine. Work was fine.", "Hm.\n\nIt was fine. Work was fine.\nReally."))
    lines = [{"text": "Hm."}, {"text": "It was fine. Work was fine.", "pose": "blank"}, {"text": "Really."}]
    assert difference(its, BACK) == {"/beats/arrives/lines": lines}
    its, _ = changed(("Wherever you like.", ""))
    assert difference(its, BACK) == {"/beats/nods/lines": None}


def test_a_response_that_was_rewritten_or_led_elsewhere_keeps_the_rest() -> None:
    its, found = changed(("[[Fine, and fine.->nods]]", "[[Fine.->talks]]"))
    place = "/beats/arrives/responses/fine-and-fine"
    assert difference(its, BACK) == {f"{place}/text": "Fine.", f"{place}/to": [{"go": "talks"}]}
    assert found == []


def test_a_response_that_was_added_in_between_is_nobody_elses() -> None:
    its, _ = changed(("[[Fine, and fine.->nods]]", "[[Say that again?->arrives]]\n[[Fine, and fine.->nods]]"))
    new = {"text": "Say that again?", "code": "RS", "to": [{"go": "arrives"}]}
    found = difference(its, BACK)
    assert list(found) == ["/beats/arrives/responses/say-that-again"]
    assert {key: value for key, value in found.popitem()[1].items() if key != "feedback"} == new
    assert list(its["beats"]["arrives"]["responses"])[-1] == "fine-and-fine"


def test_a_response_that_was_removed_is_gone() -> None:
    its, found = changed(("[[Fine, and fine.->nods]]\n", ""))
    assert (difference(its, BACK), found) == ({"/beats/arrives/responses/fine-and-fine": None}, [])


def test_a_passage_that_was_renamed_is_the_same_beat() -> None:
    its, found = changed((":: nods", ":: She nods"), ("->nods]]", "->She nods]]"), ("->nods]]", "->She nods]]"))
    assert (difference(its, BACK), found) == ({}, [])


def test_a_passage_that_was_moved_stands_there() -> None:
    its, _ = changed((':: talks [client] {"position":"150,300"}', ':: talks {"position":"9,9.5","size":"100,100"}'))
    assert difference(its, BACK) == {"/beats/talks/position/x": 9, "/beats/talks/position/y": 9}


def test_the_title_and_the_start_are_those_that_twine_shows() -> None:
    its, _ = changed(("A little scene", "A new title"), ('"start": "arrives"', '"start": "nods"'))
    assert difference(its, BACK) == {"/title": "A new title", "/start": "nods"}


def test_a_way_that_was_taken_away_leaves_one_without_condition() -> None:
    its, found = changed(("[[pleasant]]\n", ""))
    assert (difference(its, BACK), found) == ({"/beats/nods/to": [{"go": "unsaid"}]}, [])
    its, found = changed(("[[unsaid]]\n", ""))
    assert (difference(its, BACK), found) == ({"/beats/nods/to": [{"go": "pleasant"}]}, ["SC149"])


def test_a_way_on_that_became_a_choice_loses_its_conditions_and_says_so() -> None:
    its, found = changed(("[[unsaid]]", "[[unsaid]]\n[[Ask again->arrives]]"))
    assert [one["text"] for one in its["beats"]["nods"]["responses"].values()] == ["pleasant", "unsaid", "Ask again"]
    assert found == ["SC149"]


def test_an_ending_that_goes_on_and_a_beat_that_ends() -> None:
    its, found = changed(("Maybe next week.", "Maybe.\n\n[[opened]]"), ("[[opened]]\n\n<!--", "\n\n<!--"))
    assert its["beats"]["unsaid"]["to"] == [{"go": "opened"}]
    assert its["endings"]["talks"]["quality"] == "partial"
    assert found == ["SC149", "SC149"]


def test_a_copy_of_a_passage_becomes_a_beat_of_its_own() -> None:
    twee = exported(written(LITTLE))
    its = imported(
        twee + "\n" + twee[twee.index(":: nods") :].split("\n\n\n")[0].replace(":: nods", ":: nods 1"), "s.twee"
    )
    assert its.findings == ()
    beats = written(its.yaml)["beats"]
    assert beats["nods-1"] == beats["nods"]


def test_a_story_that_lost_what_attune_knew_is_a_story_like_any_other() -> None:
    twee = re.sub(r"<!-- attune\n.*?-->", "", exported(written(LITTLE)), flags=re.S)
    brought = imported(twee, "story.twee")
    assert brought.findings == ()
    assert compiled(brought.yaml).beats.keys() == compiled(LITTLE).beats.keys()
