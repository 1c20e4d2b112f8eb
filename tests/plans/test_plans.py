"""Every plan beside a shipped scenario is fulfilled: played straight, resumed before each response, and rewound."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game import res
from game.app.plan import MODES, Mode, PlanFault, play_plan, read_plan
from game.scenario.compile import compile_path
from game.story.machine import Story

PLANS = sorted(res.path("scenarios").glob("*/plans/*.plan"))


@cache
def story_of(folder: Path) -> Story:
    scenario = compile_path(folder).scenario
    assert scenario is not None
    return Story(scenario)


def test_there_are_plans() -> None:
    assert len(PLANS) >= 10


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_plan(path: Path, mode: Mode) -> None:
    plan = read_plan(path.read_text(encoding="utf-8"), path.name)
    run = play_plan(plan, story_of(path.parents[1]), mode=mode)
    assert plan.ending is not None
    assert run.ending is not None
    assert run.ending.id == plan.ending


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("chose  x", "x.plan:1: 'chose' is not a statement of a plan"),
        ("says  Graham hello", "two spaces after the name"),
        ("notice  sadness", "'sadness' cannot be noticed"),
        ("choose  x  # trust=4", "write it like 'trust is 4'"),
        ("scores  empathy 3", "write it like 'empathy 3/5'"),
    ],
)
def test_a_plan_that_does_not_read(text: str, says: str) -> None:
    with pytest.raises(PlanFault, match=says.replace("(", r"\(")):
        read_plan(text, "x.plan")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("choose  nonsense", "'nonsense' is not on offer"),
        ("says  Graham  Bananas.", "'Bananas.' was not said"),
        ("says  Nobody  Sorry. *", "the client's name is Graham"),
        ("offers  a, b", "on offer are give-him-the-second"),
        ("choose  give-him-the-second  # trust is 99", "trust is"),
        ("ends  says-no-once", "the session has not ended"),
        ("notice  withdrawal\nnotice  withdrawal", "x.plan:2: nobody asks"),
    ],
)
def test_a_plan_that_is_not_fulfilled(text: str, says: str) -> None:
    story = story_of(res.path("scenarios") / "whatever-you-think-is-best")
    with pytest.raises(PlanFault, match=says):
        play_plan(read_plan(text, "x.plan"), story)
