"""What holds for every shipped scenario: plans to every ending, full feedback, and no reply given away by its form.

It reads scenarios as they lie in the checkout. Whether a reply is clinically right, people must judge; the limits for
tells are those of situational-judgement tests (p < .05, one-sided).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import comb
from pathlib import Path
from typing import Any

import pytest

from game import res
from game.app.plan import MODES, Mode, Plan, play_plan, read_plan
from game.checks.structure import check
from game.scenario.bounds import Bounds, bounds
from game.scenario.compile import Compiled, compile_path
from game.scenario.explore import Explored, explore
from game.scenario.library import scenario_folders
from game.scenario.model import Beat, Response, Rubric, Scenario
from game.scenario.tree import plain
from game.scoring.evidence import Decision, decisions
from game.scoring.score import score
from game.story.machine import Story

FOLDERS = scenario_folders(res.path("scenarios"))
MOST_ABOVE_CHANCE = 0.12
"""How much of the reach a strategy that looks at the form alone may earn beyond guessing."""
LONGEST_TO_SHORTEST = 1.8
CHANCE_BETWEEN = (0.2, 0.6)
JARGON = re.compile(
    r"\b(attachment|boundar(y|ies)|cop(e|ing) (skill|mechanism)|countertransference|defen[cs]e mechanism|dysregulat\w+|"
    r"maladaptive|process (it|this|that)|rapport|relational|rupture|schema|toxic|transference|trauma\w*|trigger\w*|"
    r"validat\w+|vulnerab\w+)\b",
    re.IGNORECASE,
)
"""Words that people seldom say of themselves unless a therapist has taught them to."""


@dataclass(frozen=True)
class Weighed:
    """One moment as it can be met in play."""

    beat: Beat
    points: Mapping[str, int]
    """Response on offer -> its points above the worst, over all dimensions in play."""
    most: int
    """What could be earned: best - worst, over all dimensions in play."""
    chance: float
    """How often random play meets it."""

    @property
    def best(self) -> frozenset[str]:
        return frozenset(id for id, points in self.points.items() if points == max(self.points.values()))


def _weighed(beat: Beat, offers: tuple[str, ...], points: tuple[tuple[int | None, ...], ...], chance: float) -> Weighed:
    in_play = [[one for one in each if one is not None] for each in points]
    columns = list(zip(*in_play, strict=True))
    above = (sum(each) - sum(map(min, columns)) for each in in_play)
    return Weighed(beat, dict(zip(offers, above, strict=True)), sum(max(one) - min(one) for one in columns), chance)


@dataclass(frozen=True)
class Shipped:
    """A shipped scenario with what can be proved of it."""

    compiled: Compiled

    @property
    def scenario(self) -> Scenario:
        assert self.compiled.scenario is not None, self.compiled.findings
        return self.compiled.scenario

    @cached_property
    def story(self) -> Story:
        return Story(self.scenario)

    @cached_property
    def explored(self) -> Explored:
        return explore(self.story.laws)

    @cached_property
    def bounds(self) -> Bounds:
        return bounds(self.explored)

    @property
    def moments(self) -> tuple[Beat, ...]:
        return tuple(beat for beat in self.scenario.beats.values() if beat.responses)

    @cached_property
    def visits(self) -> list[float]:
        """State -> how often random play comes by."""
        chances = [1.0] + [0.0] * (len(self.explored.places) - 1)
        for state in (one for group in reversed(self.explored.components) for one in group):
            for to in self.explored.arrows[state]:
                chances[to] += chances[state] / len(self.explored.arrows[state])
        return chances

    @cached_property
    def weighed(self) -> tuple[Weighed, ...]:
        """Everything that can be at stake, states with the same offers and points taken together."""
        alike: defaultdict[tuple[str, tuple[str, ...], Any], float] = defaultdict(float)
        for state, chance in enumerate(self.visits):
            if offers := self.explored.offers[state]:
                ids = tuple(one.id for one in offers)
                alike[self.explored.places[state], ids, self.explored.points[state]] += chance
        return tuple(
            _weighed(self.scenario.beats[beat], ids, points, chance) for (beat, ids, points), chance in alike.items()
        )

    @cached_property
    def keys(self) -> Mapping[str, Response]:
        """Beat -> the response that is best there most often in random play, all dimensions together."""
        best: dict[str, dict[str, float]] = {beat.id: defaultdict(float) for beat in self.moments}
        for one in self.weighed:
            for id in one.best:
                best[one.beat.id][id] += one.chance
        won = {beat: max(chances, key=chances.__getitem__) for beat, chances in best.items()}
        return {beat.id: next(one for one in beat.responses if one.id == won[beat.id]) for beat in self.moments}

    def above_chance(self, likes: Callable[[Beat, Response], float]) -> float:
        """What always choosing the response liked best earns beyond guessing, as a share of all that can be earned."""
        beyond = whole = 0.0
        for one in self.weighed:
            liked = {said.id: likes(one.beat, said) for said in one.beat.responses if said.id in one.points}
            chosen = [one.points[id] for id, like in liked.items() if like == max(liked.values())]
            beyond += one.chance * (sum(chosen) / len(chosen) - sum(one.points.values()) / len(one.points))
            whole += one.chance * one.most
        return beyond / whole

    def qualities(self) -> Mapping[str, float]:
        """Quality of ending -> how likely random play comes to it."""
        shares: defaultdict[str, float] = defaultdict(float)
        for id, ending in self.scenario.endings.items():
            shares[ending.quality] += self.bounds.endings[id].probability or 0.0
        return shares


@cache
def shipped(folder: Path) -> Shipped:
    """The scenario of a folder, compiled and explored once for all tests."""
    return Shipped(compile_path(folder))


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def it(request: pytest.FixtureRequest) -> Shipped:
    """Each shipped scenario in turn."""
    return shipped(request.param)


@cache
def plans(folder: Path) -> tuple[Plan, ...]:
    """The plans beside a scenario."""
    files = sorted((folder / "plans").glob("*.plan"))
    return tuple(read_plan(file.read_text("utf-8"), file.name) for file in files)


def test_there_are_scenarios() -> None:
    assert len(FOLDERS) >= 2


# -- plans ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_plans_reach_every_ending(folder: Path, mode: Mode) -> None:
    one = shipped(folder)
    ended = {play_plan(plan, one.story, mode=mode).here.to for plan in plans(folder)}
    assert ended == set(one.scenario.endings)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_two_routes_lead_to_repair(folder: Path) -> None:
    """Two different replies mend one and the same rupture, each in a play that ends repaired."""
    mended: dict[str, set[str]] = {}
    for taken, quality in _played(folder):
        if quality == "repaired":
            for episode, by in taken.items():
                mended.setdefault(episode, set()).add(by)
    assert max(map(len, mended.values()), default=0) >= 2, mended


def _played(folder: Path) -> Iterator[tuple[dict[str, str], str]]:
    story = shipped(folder).story
    for plan in plans(folder):
        run = play_plan(plan, story)
        assert run.ending is not None
        told = score(run).ruptures
        yield {one.id: run.steps[one.repaired - 1].response for one in told if one.repaired}, run.ending.quality


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_mistake_can_be_mended(folder: Path) -> None:
    """Some plan makes an error, owns it within two turns to good effect, and ends repaired."""
    story = shipped(folder).story
    ended = [run for plan in plans(folder) if (run := play_plan(plan, story)).ending]
    mended = [run for run in ended if run.ending and run.ending.quality == "repaired"]
    assert any(_mends(decisions(run), story.scenario.rubric) for run in mended)


def _mends(taken: tuple[Decision, ...], rubric: Rubric) -> bool:
    erred = [rubric.codes[one.given.response.code].is_error for one in taken]
    owned = [at for at, one in enumerate(taken) if one.given.response.code == "AK" and "repair" in one.in_play]
    return any(taken[at].given.earns("repair") >= 1 and any(erred[max(0, at - 2) : at]) for at in owned)


# -- completeness --------------------------------------------------------------------------------------------------
def test_nothing_is_found_wanting(it: Shipped) -> None:
    assert (*it.compiled.findings, *check(it.compiled)) == ()
    assert it.explored.complete
    assert (it.explored.unreached(), it.explored.never_offered()) == ((), ())
    assert (it.explored.stuck(), it.explored.cycles()) == ((), ())


def test_every_condition_can_hold_and_can_fail(it: Shipped) -> None:
    dead = [(one.place, one.response, one.part, one.at) for one in it.explored.asked if not (one.held and one.failed)]
    assert dead == []


def test_nothing_is_left_to_do(it: Shipped) -> None:
    assert all("TODO" not in Path(file.name).read_text("utf-8") for file in it.compiled.files)


def test_feedback_is_full(it: Shipped) -> None:
    """Heard, why, principle; and a stronger line wherever a reply is not the best there is."""
    best = {(one.beat.id, id) for one in it.weighed for id in one.best}
    for beat in it.moments:
        for response in beat.responses:
            told = response.feedback
            assert all((told.heard, told.why, told.principle)), response.id
            assert told.stronger or (beat.id, response.id) in best, f"{beat.id}/{response.id} names nothing stronger"


def test_a_stronger_reply_is_stronger(it: Shipped) -> None:
    """Somewhere at least, where both are on offer."""
    proved = {(one.beat.id, worse, better) for one in it.weighed
              for worse in one.points for better in one.points if one.points[better] > one.points[worse]}  # fmt: skip
    for beat in it.moments:
        named = {one.id: one.feedback.stronger for one in beat.responses}
        for response, stronger in named.items():
            assert stronger not in named or (beat.id, response, stronger) in proved, f"{beat.id}/{response}"


def test_every_line_has_a_pose(it: Shipped) -> None:
    assert it.compiled.tree is not None
    without = [line for line in _lines(plain(it.compiled.tree)) if "pose" not in line]
    assert without == []


def _lines(tree: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from value if key in ("lines", "reply") else _lines(value)


def test_clients_speak_as_people_do(it: Shipped) -> None:
    beats = it.scenario.beats.values()
    replies = (line for beat in beats for response in beat.responses for line in response.reply)
    endings = (line for ending in it.scenario.endings.values() for line in ending.lines)
    for line in (*(line for beat in beats for line in beat.lines), *replies, *endings):
        assert JARGON.search(line.text) is None or line.aside, line.text
        assert len(line.text.split()) <= 45, line.text


# -- shape ---------------------------------------------------------------------------------------------------------
def test_the_scene_has_its_size(it: Shipped) -> None:
    assert 20 <= len(it.scenario.beats) <= 35
    for one in it.weighed:
        assert 3 <= len(one.points) <= 5, one.beat.id
    for ending in it.bounds.endings.values():
        assert ending.decisions is not None
        assert ending.decisions[0] >= 10
        assert ending.decisions[1] is not None
        assert ending.decisions[1] <= 14


def test_noticing_can_be_wrong_both_ways(it: Shipped) -> None:
    asked = [beat for beat in it.moments if beat.notice]
    opening = [beat for beat in asked if beat.effects and any(hasattr(effect, "rupture") for effect in beat.effects)]
    assert len(opening) >= 2
    assert len(asked) > len(opening)


def test_guessing_earns_appeasement_and_seldom_repair(it: Shipped) -> None:
    shares = it.qualities()
    assert all(bound.probability for bound in it.bounds.endings.values())
    assert 0.005 <= shares["repaired"] <= 0.15
    assert shares["smoothed"] >= 3 * shares["repaired"]
    assert 0.02 <= shares["ruptured"] <= 0.25
    for dimension in it.bounds.dimensions.values():
        assert dimension.chance is not None
        assert CHANCE_BETWEEN[0] <= dimension.chance <= CHANCE_BETWEEN[1]


# -- tells ---------------------------------------------------------------------------------------------------------
def test_replies_of_one_moment_are_of_one_length(it: Shipped) -> None:
    for beat in it.moments:
        words = [len(response.text.split()) for response in beat.responses]
        assert max(words) / min(words) <= LONGEST_TO_SHORTEST, beat.id


def test_the_best_reply_is_not_the_longest_or_shortest(it: Shipped) -> None:
    for extreme in (max, min):
        told = [len(it.keys[beat.id].text) == extreme(len(one.text) for one in beat.responses) for beat in it.moments]
        assert sum(told) < _too_many(len(told)), extreme.__name__


def test_the_best_reply_has_no_place_of_its_own(it: Shipped) -> None:
    places = Counter(beat.responses.index(it.keys[beat.id]) for beat in it.moments)
    assert max(places.values()) < _too_many(len(it.moments))


def _too_many(moments: int) -> int:
    """The count from which one in four is no accident (p < .05): 5 of 8, 7 of 12, 9 of 20."""
    tail, count = 0.0, moments + 1
    while tail < 0.05:
        count -= 1
        tail += comb(moments, count) * 0.25**count * 0.75 ** (moments - count)
    return count + 1


def test_no_code_is_best_everywhere_or_nowhere(it: Shipped) -> None:
    """Of codes on offer at four moments or more, none wins them all, and none of use to a client wins none."""
    offered = Counter(code for beat in it.moments for code in {response.code for response in beat.responses})
    wins = {(one.beat.id, id) for one in it.weighed for id in one.best}
    won = Counter(code for beat in it.moments
                  for code in {one.code for one in beat.responses if (beat.id, one.id) in wins})  # fmt: skip
    for code, count in offered.items():
        useful = sum(it.scenario.rubric.codes[code].points["withdrawal"].values()) > 0
        assert count < 4 or won[code] < count, f"{code} is always best"
        assert count < 4 or won[code] > 0 or not useful, f"{code} is never best"
        assert won[code] <= len(it.moments) / 2, code


STRATEGIES: dict[str, Callable[[Beat, Response], float]] = {
    "the longest": lambda beat, one: len(one.text),
    "the shortest": lambda beat, one: -len(one.text),
    "a question": lambda beat, one: "?" in one.text,
    "no question": lambda beat, one: "?" not in one.text,
    "most sentences": lambda beat, one: len(re.findall(r"[.?!](\s|$)", one.text)),
    "fewest commas": lambda beat, one: -one.text.count(","),
    "about me": lambda beat, one: bool(re.search(r"\b(I|my|me)\b", one.text)),
    "about you": lambda beat, one: one.text.startswith("You"),
    "about us": lambda beat, one: bool(re.search(r"\b(we|us|our)\b", one.text, re.IGNORECASE)),
    "sorry": lambda beat, one: "sorry" in one.text.lower(),
    "thanks": lambda beat, one: "thank" in one.text.lower(),
    "tentative": lambda beat, one: bool(re.search(r"\b(think|guess|wonder|may|might|perhaps)\b", one.text)),
    "outright": lambda beat, one: not re.search(r"\b(think|guess|wonder|may|might|perhaps)\b", one.text),
    "silence": lambda beat, one: one.text.startswith("("),
    "own a part": lambda beat, one: one.code == "AK",
    "name the shift": lambda beat, one: one.code == "NT",
    "go deeper": lambda beat, one: one.code == "RC",
    "a joining word": lambda beat, one: one.text.startswith(("And ", "So ")),
    "first written": lambda beat, one: -beat.responses.index(one),
    "last written": lambda beat, one: beat.responses.index(one),
}
"""Ways of choosing that need not listen to the client."""


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_form_gives_nothing_away(it: Shipped, strategy: str) -> None:
    assert it.above_chance(STRATEGIES[strategy]) <= MOST_ABOVE_CHANCE
