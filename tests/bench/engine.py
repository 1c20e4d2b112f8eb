"""How many responses a second one core can give through Run, in small and in very large scenarios."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

from figure import Figure
from scenes import corridor

from game import res
from game.scenario.rubric import rubric_of
from game.story.machine import Story
from game.story.run import Run

RESPONSES = 10_000
ROUNDS = 15


def figures() -> Iterator[Figure]:
    path = res.path("scenarios", "_rubrics", "relational.yaml")
    rubric, _ = rubric_of(path.read_bytes(), path.name)
    assert rubric is not None
    for beats in (100, 10_000):
        story = Story(corridor(beats, judged=rubric))
        gc.collect()
        yield Figure(f"engine, {beats:,} beats", best_rate(story), "responses/s", 50_000, least=True)


def best_rate(story: Story) -> float:
    """Responses a second in the best round: the others were disturbed."""
    play(story, RESPONSES)
    rates = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        play(story, RESPONSES)
        rates.append(RESPONSES / (time.perf_counter() - start))
    return max(rates)


def play(story: Story, responses: int) -> None:
    """Give so many responses, the next of three each time, through as many runs as that takes."""
    run, beats = Run(story, 1), story.scenario.beats
    for turn in range(responses):
        beat = beats.get(run.here.to)
        if beat is None:  # at an ending
            run = Run(story, turn)
            beat = beats[run.here.to]
        run.respond(beat.responses[turn % 3].id)
