"""What one scenario holds: its length, its endings, and the codes, signs and themes that an instructor chooses by.

It counts what was written and asks the explorer; whether that is good is the checks' to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from random import Random

from game.scenario.bounds import EndingBounds, bounds
from game.scenario.explore import explore
from game.scenario.model import Scenario
from game.story.length import word_count, words_in
from game.story.machine import Story
from game.story.run import NowhereToGo, Run
from game.survey.walks import LEAST_LIMIT, seeds

WORDS_A_MINUTE = 238
"""Silent reading of English by adults, on average: Brysbaert 2019, Journal of Memory and Language 109."""

SAMPLE, SEED = 200, 7
"""Random plays whose words are counted for the length of a usual one, and the seed of the first."""

THEMES = ("markers", "strategies", "codes", "concerns", "relationships", "concepts", "openings")
"""What a library should cover, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What one scenario holds."""

    scenario: Scenario
    words: int
    """All that can be read during a session."""
    words_a_play: float | None
    """What is said and all that is on offer, in the mean of a sample of random plays; None where one is stuck."""
    endings: Mapping[str, EndingBounds]
    themes: Mapping[str, Mapping[str, int]]
    """Theme -> name -> how often it is there: ruptures with a marker, responses of a code or strategy, beats with an
    opening; 1 for what the card names."""

    @property
    def responses(self) -> int:
        """How many there are."""
        return sum(len(beat.responses) for beat in self.scenario.beats.values())

    @property
    def reading_minutes(self) -> float | None:
        """Minutes to read a usual play at `WORDS_A_MINUTE`, without thinking about it."""
        return None if self.words_a_play is None else self.words_a_play / WORDS_A_MINUTE

    @property
    def decisions(self) -> tuple[int, int | None] | None:
        """Fewest and most decisions of a play; the most None where there is no end, all None where no ending is met."""
        spans = [ending.decisions for ending in self.endings.values() if ending.decisions]
        longest = [most for _, most in spans if most is not None]
        if not spans:
            return None
        return min(least for least, _ in spans), max(longest) if len(longest) == len(spans) else None

    def qualities(self) -> Mapping[str, float | None]:
        """Quality -> how probable random play makes it, in the rubric's order; None where it could not be proved."""
        found: dict[str, float | None] = {}
        for quality in self.scenario.rubric.lists.get("qualities", ()):
            of = [self.endings[one.id] for one in self.scenario.endings.values() if one.quality == quality]
            if of:
                proved = [one.probability for one in of if one.probability is not None]
                found[quality] = sum(proved) if len(proved) == len(of) else None
        return found


def contents(scenario: Scenario) -> Contents:
    """What the scenario holds; explores it, which takes a second or two for a large one."""
    story = Story(scenario)
    return Contents(
        scenario,
        word_count(scenario),
        _words_a_play(story),
        bounds(explore(story.laws)).endings,
        {theme: _in_order(counted, known(scenario, theme)) for theme, counted in _themes(scenario).items()},
    )


def known(scenario: Scenario, theme: str) -> tuple[str, ...]:
    """Every name that a theme has in the rubric."""
    rubric = scenario.rubric
    tables = {"markers": rubric.markers, "strategies": rubric.strategies, "codes": rubric.codes}
    return tuple(tables[theme]) if theme in tables else rubric.lists.get(theme, ())


def _themes(scenario: Scenario) -> Mapping[str, Counter[str]]:
    codes = Counter(said.code for beat in scenario.beats.values() for said in beat.responses)
    strategies: Counter[str] = Counter()
    for code, times in codes.items():
        strategy = scenario.rubric.codes[code].strategy
        if strategy:
            strategies[strategy] += times
    return {
        "markers": Counter(rupture.marker for rupture in scenario.ruptures.values()),
        "strategies": strategies,
        "codes": codes,
        "concerns": Counter(set(scenario.meta.concerns)),
        "relationships": Counter(set(scenario.meta.relationships)),
        "concepts": Counter(set(scenario.meta.concepts)),
        "openings": Counter(opening for beat in scenario.beats.values() for opening in beat.openings),
    }


def _in_order(counts: Counter[str], names: Iterable[str]) -> Mapping[str, int]:
    return {name: counts[name] for name in names if counts[name]}


def _words_a_play(story: Story) -> float | None:
    try:
        return sum(_words_of(story, seed) for seed in islice(seeds(SEED), SAMPLE)) / SAMPLE
    except NowhereToGo:
        return None


def _words_of(story: Story, seed: int) -> int:
    """The words of one random play; raises `NowhereToGo` where it does not come to an end."""
    run, dice = Run(story, seed), Random(seed)
    words = _heard(run)
    while run.ending is None:
        if len(run.steps) == LEAST_LIMIT:
            raise NowhereToGo("the play goes round")
        shown = run.shown()
        words += sum(words_in(response.text) for response in shown)
        run.respond(dice.choice(shown).id)
        words += _heard(run)
    return words


def _heard(run: Run) -> int:
    return sum(words_in(line.text) for said in run.says() for line in said.lines)
