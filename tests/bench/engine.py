"""How many responses a second one core gives through Run, and random walks through it, at small and large sizes."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

from big import big
from figure import Figure
from scenes import corridor

from game import res
from game.scenario.rubric import rubric_of
from game.story.machine import Story
from game.story.run import Run
from game.survey.walks import walk

RESPONSES = 10_000
ROUNDS = 15
BEATS_A_DECISION = 12
"""Of the big scenarios: a play passes about one beat in ten, and some of those ask for no response."""


def figures() -> Iterator[Figure]:
    path = res.path("scenarios", "_rubrics", "relational.yaml")
    rubric, _ = rubric_of(path.read_bytes(), path.name)
    assert rubric is not None
    for beats in (100, 10_000):
        story = Story(corridor(beats, judged=rubric))
        gc.collect()
        yield Figure(f"engine, {beats:,} beats", best_rate(story, play), "responses/s", 50_000, least=True)
    for beats in (100, 1_000, 10_000):
        story = Story(big(beats))
        gc.collect()
        gc.freeze()  # as the command does
        yield Figure(f"random walks, {beats:,} beats", best_rate(story, stroll), "responses/s", 50_000, least=True)
        gc.unfreeze()


def best_rate(story: Story, give: Callable[[Story, int], int]) -> float:
    """Responses a second in the best round: the others were disturbed."""
    give(story, RESPONSES)
    rates = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        given = give(story, RESPONSES)
        rates.append(given / (time.perf_counter() - start))
    return max(rates)


def stroll(story: Story, responses: int) -> int:
    """Random plays, counted as the command counts them; how many responses they gave: some more than so many."""
    plays = 1 + responses // len(story.scenario.beats) * BEATS_A_DECISION
    return walk(story, plays=plays, seed=1).decisions


def play(story: Story, responses: int) -> int:
    """Give so many responses, the next of three each time, through as many runs as that takes."""
    run, beats = Run(story, 1), story.scenario.beats
    for turn in range(responses):
        beat = beats.get(run.here.to)
        if beat is None:  # at an ending
            run = Run(story, turn)
            beat = beats[run.here.to]
        run.respond(beat.responses[turn % 3].id)
    return responses
