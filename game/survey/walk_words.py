"""Random walks in words and as JSON: coverage, what was met most and least, endings, and how to play a grief again.

It walks nothing (`walks`) and prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.scenario.bounds import EndingBounds
from game.survey.chance import unlike
from game.survey.table import counted, listed, share, table
from game.survey.walks import Grief, Walks

SHOWN = 5
"""Names at each end of a table of counts."""

Exact = Mapping[str, EndingBounds]
"""Ending -> what the explorer proved of it."""


# -- for people --------------------------------------------------------------------------------------------------
def told(walks: Walks, typed: str, exact: Exact) -> Iterator[str]:
    """The lines about one scenario; `typed` is how the commands find it."""
    yield f"{walks.scenario.id}: {counted(walks.plays, 'random play')}, {_length(walks)}, seed {walks.seed}."
    yield f"  Met {_coverage(walks.beats, 'beat')} and {_coverage(walks.responses, 'response')}."
    yield from listed("Beats never met", never(walks.beats))
    yield from listed("Responses never given", never(walks.responses))
    yield from ("", *table(_endings(walks, exact)))
    for thing, counts in (("beat", walks.beats), ("response", walks.responses)):
        yield from ("", *table(_extremes(thing, counts)))
    for ending in unlike(walks, exact):
        yield ""
        yield f"  '{ending}' was met more or less often than chance allows: engine and explorer disagree about it."
    for why, (grief, times) in walks.griefs.items():
        yield ""
        yield f"  {counted(times, 'play')} came to grief: {why}."
        yield f"    {again(grief, typed)}"
        yield f"    {replay(grief, typed)}"


def _length(walks: Walks) -> str:
    mean = walks.decisions / walks.plays if walks.plays else 0
    return f"{counted(walks.decisions, 'decision')} ({mean:.1f} a play)"


def _coverage(counts: Mapping[str, int], thing: str) -> str:
    met = sum(times > 0 for times in counts.values())
    return f"{'all' if met == len(counts) else f'{met:,} of'} {counted(len(counts), thing)}"


def never(counts: Mapping[str, int]) -> list[str]:
    """The names that were not met, in the written order."""
    return [name for name, times in counts.items() if not times]


def _endings(walks: Walks, exact: Exact) -> Iterator[tuple[str, ...]]:
    yield "ending", "quality", "plays", "share", "exactly"
    for ending, times in walks.endings.items():
        probability = exact[ending].probability
        proved = "-" if probability is None else share(probability)
        quality = walks.scenario.endings[ending].quality
        yield ending, quality, f"{times:,}", share(times, walks.plays), proved


def _extremes(thing: str, counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """All names where they are few; else those met most and those met least, never-met ones left out."""
    met = sorted(((name, times) for name, times in counts.items() if times), key=lambda one: -one[1])
    few = len(met) <= 2 * SHOWN
    yield (thing if few else f"{thing}, most often"), "times"
    for name, times in met if few else met[:SHOWN]:
        yield name, f"{times:,}"
    if not few:
        yield f"{thing}, most seldom", ""
        for name, times in met[-SHOWN:]:
            yield name, f"{times:,}"


def replay(grief: Grief, typed: str) -> str:
    """The command that plays a grief's responses again."""
    chosen = f" --choose {','.join(grief.choices)}" if grief.choices else ""
    return f"attune replay {typed}{chosen}"


def again(grief: Grief, typed: str) -> str:
    """The command that walks into it again."""
    return f"attune walk {typed} --plays 1 --seed {grief.seed}"


# -- for programs ------------------------------------------------------------------------------------------------
def walks_object(walks: Walks, typed: str, exact: Exact) -> dict[str, Any]:
    """One scenario of `attune walk --json`."""
    return {
        "id": walks.scenario.id,
        "sha": walks.scenario.sha,
        "seed": walks.seed,
        "plays": walks.plays,
        "decisions": walks.decisions,
        "beats": dict(walks.beats),
        "responses": dict(walks.responses),
        "endings": {
            ending: {
                "quality": walks.scenario.endings[ending].quality,
                "plays": times,
                "probability": exact[ending].probability,
            }
            for ending, times in walks.endings.items()
        },
        "never": {"beats": never(walks.beats), "responses": never(walks.responses)},
        "unlike": list(unlike(walks, exact)),
        "griefs": [
            {
                "why": why,
                "plays": times,
                "seed": grief.seed,
                "choices": list(grief.choices),
                "replay": replay(grief, typed),
            }
            for why, (grief, times) in walks.griefs.items()
        ],
    }
