"""The debrief screen: every word of the chosen decision, every wish, every window."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from room import room

from game import res
from game.app.plan import play_plan, read_plan
from game.portrait.person import Person
from game.scenario.bounds import still_open
from game.scenario.compile import compile_path
from game.scenario.explore import explore
from game.scenario.model import Scenario
from game.scoring.score import Safety
from game.screens.debrief_page import DebriefPage, page_of
from game.screens.debrief_writing import Unsaved, Writing
from game.screens.intents import Become, Intent, Jot, Leave, Retry, Save
from game.screens.overlays import AllKeys, TranscriptPage
from game.story.machine import Story
from game.story.run import Run, replay
from game.story.transcript import Rated, Wrote
from game.ui.attention import Attention, attend
from game.ui.events import Activate, Key, Write
from game.ui.look import Look

FOLDER = res.path("scenarios") / "whatever-you-think-is-best"
PROMPTS = ("At decision 1, what did you feel pulled to do?", "What would you like to try there next time?")


@cache
def played() -> Run:
    """A run of a shipped scenario, as long as they are, with ruptures and answers at notice prompts."""
    scenario = compile_path(FOLDER).scenario
    assert scenario is not None
    plan = read_plan((FOLDER / "plans" / "half-a-no.plan").read_text(encoding="utf-8"), "half-a-no")
    run = play_plan(plan, Story(scenario))
    run.add(Rated((("empathy", 4), ("repair", 2))))
    return run


@cache
def page() -> DebriefPage:
    """The debrief of a whole session, for all that is about words and windows."""
    run = played()
    return page_of(run, still_open(explore(run.story.laws)), Person())


@cache
def ada_run() -> Run:
    """The little scenario: an error that opens two ruptures, a reply taken back, and a repair."""
    run = Run(Story(room()), 3)
    run.notice("nothing")
    run.respond("brush", after_s=400)
    run.respond("praise", after_s=300)
    run.rewind(1)
    run.notice("withdrawal")
    run.respond("own", after_s=137)
    run.notice("confrontation")
    run.respond("ask", after_s=3)
    run.add(Rated((("empathy", 4), ("repair", 2))))
    return run


@cache
def ada() -> DebriefPage:
    """Its debrief, for all that is about numbers and wishes."""
    run = ada_run()
    return page_of(run, still_open(explore(run.story.laws)), Person())


def small(*choices: str, scene: Scenario | None = None) -> DebriefPage:
    """The debrief of the little scenario."""
    return page_of(replay(Story(scene or room()), choices), None, Person())


def become(wish: Intent | None) -> DebriefPage:
    assert isinstance(wish, Become)
    assert isinstance(wish.screen, DebriefPage)
    return wish.screen


# -- words -------------------------------------------------------------------------------------------------------
def test_all_words_of_every_decision_stand_in_the_frame() -> None:
    for number in range(1, len(page().told.moments) + 1):
        assert_told(replace(page(), chosen=number))
    for number in range(1, 4):
        assert_told(replace(ada(), chosen=number))


def assert_told(shown: DebriefPage) -> None:
    text = shown.view(Look(), 0).text()
    told = shown.told.moments[shown.chosen - 1]
    wanted = [line.text for line in (*told.before, *told.answer)] + [told.own, told.discuss, *told.attempts]
    wanted += [offer.text for offer in told.offered] + [offer.move for offer in told.offered]
    wanted += [reason for _, reason in told.reasons]
    wanted += [pull.name for pull in told.pulls]
    wanted += [told.feedback.heard, told.feedback.why, told.feedback.principle, told.feedback.stronger]
    assert told.doors is not None
    wanted += [word for door in told.doors.all for word in (door.title, door.quality)]
    missing = [words for words in wanted if words and words not in text]
    assert not missing
    assert f"Decision {shown.chosen} of {len(shown.told.moments)}" in text
    assert text.count("closed here") == len(told.doors.closed)


def test_your_reply_is_marked_in_words_with_its_points() -> None:
    lines = replace(ada(), chosen=2).view(Look(), 0).text().splitlines()
    (yours,) = [line for line in lines if ", you said: " in line]
    assert yours[1:] == ", you said: I rushed you. [Move AK] = empathy plus 1, humility plus 2, repair plus 2"
    assert yours[0] in "ABCD"


def test_the_decision_tells_rating_reasons_and_noticing() -> None:
    text = replace(ada(), chosen=2).view(Look(), 0).text()
    for words in (
        "Decision 2 of 3: Sound", "close to the best on offer", "Empathy and humility: Move AK: What AK does.",
        "Repair: timing: recovery", "Moving away (seen).", "I want to solve this. Your reply did not act on it.",
        "Good, then do that.", "Moving away: deferential. Agrees at once. Opened after decision 1",
        "Ada smiles with the mouth only", "Best still within reach: repaired.",
    ):  # fmt: skip
        assert words in text, words


def test_the_head_tells_how_it_ended_and_how_long_it_was() -> None:
    text = ada().view(Look(), 0).text()
    for words in ("# Said no", "repaired", "She disagreed, and stayed.", "You took back one decision", "3 decisions"):
        assert words in text
    assert ada().minutes == 14
    assert "3 decisions  ·  14 minutes" in text
    assert page().minutes is None
    assert "First attempt" in page().view(Look(), 0).text()


def test_arcs_tell_chance_own_rating_and_what_they_rest_on() -> None:
    text = ada().view(Look(), 0).text()
    for words in ("Empathy: 55%", "chance 47", "you said 4 of 5", "you said 2 of 5", "rests on 3 moments", "Band five"):
        assert words in text
    assert text.count("you said ") == 2  # humility was not rated


def test_a_dimension_that_was_never_in_play_has_no_arc() -> None:
    frame = small("arrives/hear").view(Look(), 0)
    assert frame.hit("arc/humility") is None
    assert frame.text().count("Never in play in this session.") == 2


def test_the_line_is_told_in_words_too() -> None:
    text = ada().view(Look(), 0).text()
    assert "Her own voice: 2, 3, 3." in text
    assert "Tension: 4, 3, 3." in text
    assert "opens" in text
    assert "Where it turned: decision 2" in text


def test_safety_stands_first_of_all() -> None:
    safe = ada()
    missed = replace(safe, told=replace(safe.told, safety=Safety(2, 0)))
    assert missed.view(Look(), 0).text().splitlines()[1] == "# First of all: safety"
    asked = replace(safe, told=replace(safe.told, safety=Safety(2, 1)))
    assert "you asked about safety" in asked.view(Look(), 0).text()
    assert "about safety" not in safe.view(Look(), 0).text()


def test_what_was_noticed_is_counted() -> None:
    frame = ada().view(Look(), 0)
    rows = {hit.label: hit.value for hit in frame.hits if hit.name.startswith("pattern/")}
    assert rows == {
        "You noticed moving away at": "1 of 1",
        "You rightly saw nothing to repair at": "1 of 2",
        "You acted on a pull at": "0 of 1",
    }
    assert "You passed over the questions" in small("arrives/hear").view(Look(), 0).text()


def test_a_session_without_decisions_can_be_looked_back_on() -> None:
    left = small()
    for size in ((1024, 600), (1920, 1080), (2560, 1080)):
        frame = left.view(Look(size), 0)
        assert "# You left before the end" in frame.text()
        assert frame.hit("try-again") is None
    assert left.wish(Activate("later"), Look()) is None
    assert left.wish(Activate("done"), Look()) == Leave()


def test_without_the_explorer_it_says_that_no_doors_are_told() -> None:
    assert "could not be worked out here" in small("arrives/hear").view(Look(), 0).text()


# -- wishes ------------------------------------------------------------------------------------------------------
def test_it_opens_at_the_decision_with_most_to_learn() -> None:
    assert ada().chosen == 1
    assert small("arrives/hear", "yes/own", "close/stay").chosen == 2  # nothing missed: where it turned
    frame = ada().view(Look(), 0)
    assert [hit.name for hit in frame.hits if hit.name.startswith("decision/") and hit.selected] == ["decision/0"]
    assert frame.entry == "decision/0"


def test_every_button_wishes_something() -> None:
    written = page().drafted(0, "I froze.").drafted(1, "Wait.")
    for hit in written.view(Look(), 0).hits:
        if hit.active and hit.role != "field":
            assert written.wish(Activate(hit.name.removeprefix("foot/")), Look()) is not None, hit.name


def test_ways_through_the_decisions() -> None:
    look, one = Look(), ada()
    assert become(one.wish(Activate("decision/2"), look)).chosen == 3
    assert become(one.wish(Activate("later"), look)).chosen == 2
    assert become(one.wish(Activate("earlier"), look)).chosen == 3
    assert become(replace(one, chosen=3).wish(Activate("later"), look)).chosen == 1
    assert become(one.wish(Activate("turn"), look)).chosen == 2
    assert become(one.wish(Activate("rupture/1"), look)).chosen == 2


def test_the_next_rupture_comes_round_again() -> None:
    (first, second) = ada().told.ruptures
    told = replace(ada().told, ruptures=(first, replace(second, opened=2, until=3)))
    one = replace(ada(), told=told)
    numbers = []
    for _ in range(3):
        one = become(one.wish(Activate("next-rupture"), Look()))
        numbers.append(one.chosen)
    assert numbers == [2, 3, 2]


def test_ways_out() -> None:
    look = Look()
    assert replace(ada(), chosen=2).wish(Activate("try-again"), look) == Retry(1)
    assert ada().wish(Activate("done"), look) == Leave()
    assert ada().wish(Activate("save"), look) == Save("transcript-text")
    assert ada().wish(Activate("help"), look) == Become(AllKeys(ada(), "debrief"))
    wish = ada().wish(Activate("transcript"), look)
    assert isinstance(wish, Become)
    assert isinstance(wish.screen, TranscriptPage)
    said = [(entry.who, entry.text) for entry in wish.screen.spoken]
    assert said[:3] == [("Ada", "I slept badly."), ("", "She rubs her eyes."), ("You", "It's only sleep.")]
    assert said[-2:] == [("You", "Are you safe at home?"), ("Ada", "No.")]
    assert wish.screen.wish(Activate("close"), look) == Become(ada())


def test_words_are_drafted_kept_and_found_again() -> None:
    look = Look()
    drafted = become(ada().wish(Write("reflect/0", "  I wanted to explain. "), look))
    assert ada().wish(Activate("keep/0"), look) is None
    assert drafted.wish(Activate("keep/0"), look) == Jot(PROMPTS[0], "I wanted to explain.")
    run = replay(Story(room()), ("arrives/brush", "yes/own", "close/ask"))
    run.add(Wrote(PROMPTS[0], "I wanted to explain."))
    later = page_of(run, None, Person())
    field = later.view(look, 0).hit("reflect/0")
    assert field is not None
    assert field.value == "I wanted to explain."
    assert later.wish(Activate("keep/0"), look) is None
    assert "Kept on this computer only. No details of real clients." in later.view(look, 0).text()


def test_what_was_chosen_and_drafted_outlives_a_save() -> None:
    before = replace(ada(), chosen=3).drafted(1, "Wait for her.")
    after = page_of(ada_run(), still_open(explore(ada_run().story.laws)), Person(), before=Writing(before))
    assert (after.chosen, after.drafts) == (3, before.drafts)
    other = page_of(replay(Story(room()), ["arrives/hear"]), None, Person(), before=before)
    assert (other.chosen, other.drafts) == (1, ())


def test_unsaved_words_are_asked_about_before_they_are_lost() -> None:
    look, drafted = Look(), ada().drafted(0, "Not yet kept")
    ways: tuple[tuple[str, Intent], ...] = (("done", Leave()), ("try-again", Retry(0)))
    for name, leaving in ways:
        assert drafted.wish(Activate(name), look) == Become(Unsaved(drafted, leaving))
        over = Unsaved(drafted, leaving)
        assert over.wish(Activate("leave-now"), look) == leaving
        assert over.wish(Activate("close"), look) == Become(drafted)
        assert {hit.name for hit in over.view(look, 0).hits if hit.active} == {"close", "leave-now"}


def test_the_larger_place_to_write_shares_the_drafts() -> None:
    look = Look()
    assert ada().wish(Activate("write"), look) == Become(Writing(ada()))
    assert Writing(ada()).view(look, 0).initial == "reflect/0"
    typed = Writing(ada()).wish(Write("reflect/1", "Slower."), look)
    assert typed == Become(Writing(ada().drafted(1, "Slower.")))
    assert Writing(ada().drafted(1, "Slower.")).wish(Activate("keep/1"), look) == Jot(PROMPTS[1], "Slower.")
    assert Writing(ada()).wish(Activate("close"), look) == Become(ada())


# -- keys --------------------------------------------------------------------------------------------------------
def pressed(key: str, focus: str = "") -> object:
    look = Look()
    return attend(Attention(focus=focus, keyboard=True), Key(key), ada().view(look, 0), look.keymap)[1]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Left", "earlier"), ("Right", "later"), ("Y", "try-again"), ("N", "next-rupture"), ("W", "write"),
        ("T", "transcript"), ("S", "save"), ("Esc", "done"),
    ],
)  # fmt: skip
def test_keys(key: str, name: str) -> None:
    assert pressed(key) == Activate(name)
    assert pressed(key, "decision/1") == Activate(name)
