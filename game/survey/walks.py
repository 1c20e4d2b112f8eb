"""Plays at random through the engine: what was met how often, how the plays ended, and which came to grief.

It draws from the seed it is given and proves nothing: what all plays can come to is `scenario.bounds`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from random import Random

from game.scenario.model import Scenario
from game.story.machine import Story
from game.story.run import NowhereToGo, Run

ENOUGH = 20
"""Plays that come to grief before the walking of a scenario stops: one would do to find the fault."""

LEAST_LIMIT = 1_000
ROUNDS = 20
"""A play that has taken more decisions than this many for each beat, and more than the least limit, goes round."""

SEEDS = 2**31
"""Seeds of plays are below this, as everywhere in the program."""


@dataclass(frozen=True, slots=True)
class Grief:
    """A play that came to grief, so that it can be played again."""

    seed: int
    """The seed of this play: it is the first play of walks with this seed."""
    choices: tuple[str, ...]
    """Its responses as `beat/response`, the last one the one that failed if one did."""
    why: str
    """One sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Walks:
    """What random plays of one scenario met. Everything there is stands in the counts, at 0 where it was not met."""

    scenario: Scenario
    seed: int
    plays: int
    """Plays that were begun: fewer than were asked for where too many came to grief."""
    decisions: int
    beats: Mapping[str, int]
    """Beat -> how often it was entered."""
    responses: Mapping[str, int]
    """`beat/response` -> how often it was given."""
    endings: Mapping[str, int]
    """Ending -> how many plays ended there."""
    griefs: Mapping[str, tuple[Grief, int]]
    """Why -> the play with fewest responses that came to that grief, and how many did."""

    @property
    def well(self) -> bool:
        """Whether every play came to an ending."""
        return not self.griefs


def walk(story: Story, *, plays: int, seed: int) -> Walks:
    """So many random plays, each offered response equally likely; notice prompts are passed over."""
    tally = _Tally(story)
    for own in islice(seeds(seed), plays):
        if tally.failed == ENOUGH:
            break
        tally.play(own)
    return tally.walks(seed)


def seeds(seed: int) -> Iterator[int]:
    """The seeds of the plays of a walk: its own, then those that follow from it."""
    yield seed
    dice = Random(f"plays of {seed}")
    while True:
        yield dice.randrange(SEEDS)


@dataclass(slots=True)
class _Tally:
    story: Story
    beats: Counter[str] = field(default_factory=Counter)
    responses: Counter[tuple[str, str]] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    griefs: dict[str, tuple[Grief, int]] = field(default_factory=dict)
    plays: int = 0
    failed: int = 0

    def play(self, seed: int) -> None:
        """One play, counted."""
        self.plays += 1
        try:
            run = Run(self.story, seed)
        except Exception as error:
            self._fail(Grief(seed, (), _sentence(error)))
            return
        grief = _played(run, _limit(self.story.scenario))
        self.beats.update([passage.to for passage in run.opening])
        self.beats.update([passage.to for passage in chain.from_iterable([step.passages for step in run.steps])])
        self.responses.update([(step.beat, step.response) for step in run.steps])
        if grief is not None:
            self._fail(grief)
        else:
            self.endings[run.here.to] += 1

    def _fail(self, grief: Grief) -> None:
        self.failed += 1
        shortest, times = self.griefs.get(grief.why, (grief, 0))
        if len(grief.choices) < len(shortest.choices):
            shortest = grief
        self.griefs[grief.why] = (shortest, times + 1)

    def walks(self, seed: int) -> Walks:
        """All that was counted."""
        scenario = self.story.scenario
        said = [(beat.id, response.id) for beat in scenario.beats.values() for response in beat.responses]
        return Walks(
            scenario,
            seed,
            self.plays,
            self.responses.total(),
            {beat: self.beats[beat] for beat in scenario.beats},
            {f"{beat}/{response}": self.responses[beat, response] for beat, response in said},
            {ending: self.endings[ending] for ending in scenario.endings},
            self.griefs,
        )


def _played(run: Run, limit: int) -> Grief | None:
    """Play a fresh run to its ending; what it came to where it came to none."""
    chance, endings, attempt = Random(run.seed).random, run.story.scenario.endings, ""
    try:
        while run.here.to not in endings:
            attempt = ""
            if len(run.steps) >= limit:
                return Grief(run.seed, _choices(run), f"no ending after {limit:,} decisions")
            shown = run.shown()
            given = shown[int(chance() * len(shown))].id
            attempt = given
            run.respond(given)
    except Exception as error:  # whatever it is: an author must be able to play it again
        last = (f"{run.here.to}/{attempt}",) if attempt else ()
        return Grief(run.seed, (*_choices(run), *last), _sentence(error))
    return None


def _limit(scenario: Scenario) -> int:
    return max(LEAST_LIMIT, ROUNDS * len(scenario.beats))


def _choices(run: Run) -> tuple[str, ...]:
    return tuple(f"{step.beat}/{step.response}" for step in run.steps)


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, NowhereToGo) else f"the engine broke: {type(error).__name__}: {error}"
