"""What holds for every shipped scenario: plans to every ending, full feedback, and no reply given away by its form.

It reads scenarios as they lie in the checkout. Whether a reply is clinically right, people must judge. What `attune
check` can tell, it tells: here stands only what it does not ask of other people's scenarios.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from game import res
from game.app.plan import MODES, Mode, Plan, play_plan, read_plan
from game.checks.look import Looked, look
from game.checks.moments import Situation
from game.checks.plays import Plays
from game.checks.wording import JARGON
from game.scenario.bounds import Bounds
from game.scenario.compile import Compiled, compile_path
from game.scenario.explore import Explored
from game.scenario.library import scenario_folders
from game.scenario.model import Beat, Response, Rubric, Scenario
from game.scenario.tree import plain
from game.scoring.evidence import Decision, decisions
from game.scoring.score import score
from game.story.machine import Story

FOLDERS = scenario_folders(res.path("scenarios"))
MOST_ABOVE_CHANCE = 0.12
"""How much of the reach a strategy that looks at the form alone may earn beyond guessing."""
CHANCE_BETWEEN = (0.2, 0.6)


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
    def looked(self) -> Looked:
        return look(self.compiled)

    @property
    def explored(self) -> Explored:
        return self.plays.explored

    @property
    def plays(self) -> Plays:
        assert self.looked.plays is not None
        return self.looked.plays

    @property
    def bounds(self) -> Bounds:
        return self.plays.bounds

    @property
    def moments(self) -> tuple[Beat, ...]:
        return tuple(beat for beat in self.scenario.beats.values() if beat.responses)

    @property
    def situations(self) -> tuple[Situation, ...]:
        """Everything that can be at stake, and how often random play meets it."""
        return self.plays.situations

    def above_chance(self, likes: Callable[[Beat, Response], float]) -> float:
        """What always choosing the response liked best earns beyond guessing, as a share of all that can be earned."""
        beyond = whole = 0.0
        for one in self.situations:
            liked = {said.id: likes(one.beat, said) for said in one.offers}
            chosen = [one.earned[id] for id, like in liked.items() if like == max(liked.values())]
            beyond += one.chance * (sum(chosen) / len(chosen) - sum(one.earned.values()) / len(one.earned))
            whole += one.chance * one.stake
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
    """Nor is any reply given away: that is among the checks."""
    assert [one for one in it.looked.findings if one.severity != "note"] == []
    assert {one.code for one in it.looked.findings if not one.waived} <= {"SC131"}  # the key is an author's
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
    best = {(one.beat.id, id) for one in it.situations for id in one.best}
    for beat in it.moments:
        for response in beat.responses:
            told = response.feedback
            assert all((told.heard, told.why, told.principle)), response.id
            assert told.stronger or (beat.id, response.id) in best, f"{beat.id}/{response.id} names nothing stronger"


def test_a_stronger_reply_is_stronger(it: Shipped) -> None:
    """Somewhere at least, where both are on offer."""
    proved = {(one.beat.id, worse, better) for one in it.situations
              for worse in one.earned for better in one.earned if one.earned[better] > one.earned[worse]}  # fmt: skip
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


# -- shape ---------------------------------------------------------------------------------------------------------
def test_the_scene_has_its_size(it: Shipped) -> None:
    assert 20 <= len(it.scenario.beats) <= 35
    for one in it.situations:
        assert 3 <= len(one.offers) <= 5, one.beat.id
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
