"""Whatever is played can be written down as a plan, and the plan is fulfilled: straight, resumed and rewound."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from random import Random

from building import scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.plan import MODES, play_plan, read_plan
from game.app.recording import plan_of
from game.scenario.model import Line, Scenario
from game.story.machine import Story
from game.story.run import NotOffered, NowhereToGo, Run
from game.story.transcript import NOTICINGS

LONGEST = 12
SPOKEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=90) | st.sampled_from(
    [
        "Here's my plan: we go.",
        "rubric: mine",
        "# not a remark",
        "ends  here *",
        "one\ntwo",
        "  leans in",
        "so*",
        "*",
        "",
    ]
)


@given(scenarios(), st.randoms(use_true_random=False), st.lists(SPOKEN, min_size=1, max_size=6), SPOKEN)
@settings(max_examples=150)
def test_a_recorded_plan_is_fulfilled(scenario: Scenario, random: Random, spoken: list[str], title: str) -> None:
    story = Story(saying(scenario, spoken))
    try:
        run = walked(story, random)
    except NowhereToGo:
        return
    text = plan_of(run, title)
    plan = read_plan(text, "walk")
    assert len(plan.statements) == len([line for line in text.split("\n") if line]) - 1
    assert plan.choices == tuple(step.response for step in run.steps)
    assert plan.ending == (run.ending.id if run.ending else None)
    for mode in MODES:
        played = play_plan(plan, story, mode=mode)
        assert [step.after for step in played.steps] == [step.after for step in run.steps]


def saying(scenario: Scenario, spoken: list[str]) -> Scenario:
    """The same with these words in the client's mouth, said and seen in turn."""
    beats = {}
    for number, (id, beat) in enumerate(scenario.beats.items()):
        words = spoken[number % len(spoken)]
        lines = (Line(words), Line(words, aside=True), Line("And that."))
        beats[id] = replace(beat, lines=lines, notice=bool(beat.responses) and number % 2 == 0)
    return replace(scenario, beats=beats)


def walked(story: Story, random: Random) -> Run:
    """A play at random, with prompts answered or passed over and steps taken back."""
    run = Run(story)
    while run.ending is None and len(run.steps) < LONGEST and len(run.entries) < 4 * LONGEST:
        if random.random() < 0.5:
            with contextlib.suppress(NotOffered):
                run.notice(random.choice((*NOTICINGS, None)))
        run.respond(random.choice(run.offered()).id)
        if random.random() < 0.2:
            run.rewind(random.randrange(len(run.steps)))
    return run
