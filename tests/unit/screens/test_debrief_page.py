"""The debrief screen: every word of the chosen decision, every wish, every window."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, product

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
from game.ui.box import Box
from game.ui.events import Activate, Key, Write
from game.ui.fonts import Fonts
from game.ui.frame import Frame
from game.ui.look import Look
from game.ui.orders import ClipBegin, ClipEnd, Text
from game.ui.theme import THEMES, ThemeName

WINDOWS = [
    ((1920, 1080), 1.0), ((1280, 720), 1.0), ((1024, 600), 1.0), ((1024, 600), 2.0), ((1366, 768), 1.5),
    ((2560, 1080), 1.0), ((3840, 2160), 1.0), ((1920, 1080), 2.0),
]  # fmt: skip
FOLDER = res.path("scenarios") / "whatever-you-think-is-best"
PROMPTS = ("At decision 9, what did you feel pulled to do?", "What would you like to try there next time?")


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    """Real widths of real words."""
    return Fonts(res.path("assets", "fonts"))


@cache
def played() -> Run:
    """A run with errors in it, two ruptures, answers at notice prompts and a self-rating."""
    scenario = compile_path(FOLDER).scenario
    assert scenario is not None
    plan = read_plan((FOLDER / "plans" / "half-a-no.plan").read_text(encoding="utf-8"), "half-a-no")
    run = play_plan(plan, Story(scenario))
    run.add(Rated((("empathy", 4), ("repair", 2))))
    return run


@cache
def page() -> DebriefPage:
    run = played()
    return page_of(run, still_open(explore(run.story.laws)), Person())


def small(*choices: str, scene: Scenario | None = None) -> DebriefPage:
    """The debrief of the little scenario."""
    return page_of(replay(Story(scene or room()), choices), None, Person())


def become(wish: Intent | None) -> DebriefPage:
    assert isinstance(wish, Become)
    assert isinstance(wish.screen, DebriefPage)
    return wish.screen


# -- words -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", range(1, 13))
def test_all_words_of_the_chosen_decision_stand_in_the_frame(number: int) -> None:
    shown = replace(page(), chosen=number)
    text = shown.view(Look(), 0).text()
    told = shown.told.moments[number - 1]
    wanted = [line.text for line in (*told.before, *told.answer)] + [told.own, told.discuss]
    wanted += [offer.text for offer in told.offered] + [offer.move for offer in told.offered]
    wanted += [reason for _, reason in told.reasons]
    wanted += [pull.name for pull in told.pulls]
    wanted += [told.feedback.heard, told.feedback.why, told.feedback.principle, told.feedback.stronger]
    assert told.doors is not None
    wanted += [word for door in told.doors.all for word in (door.title, door.quality)]
    missing = [words for words in wanted if words and words not in text]
    assert not missing
    assert f"Decision {number} of 12" in text
    assert text.count("closed here") == len(told.doors.closed)


def test_your_reply_is_marked_in_words_with_its_points() -> None:
    text = replace(page(), chosen=9).view(Look(), 0).text()
    assert ", you said: You told me something, and had apologised before I could draw a breath." in text
    assert "[Name the shift] = empathy 0, humility 0, repair minus 1" in text
    assert text.count(", you said: ") == 1


def test_the_head_tells_how_it_ended_and_how_long_it_was() -> None:
    text = replace(page(), minutes=14).view(Look(), 0).text()
    for words in (
        "# Half a no",
        "partly repaired",
        "He kept something back",
        "First attempt",
        "12 decisions  ·  14 min",
    ):
        assert words in text


def test_arcs_tell_chance_own_rating_and_what_they_rest_on() -> None:
    text = page().view(Look(), 0).text()
    for words in ("chance 41", "you said 4 of 5", "you said 2 of 5", "rests on 12 moments", "Often caught what was"):
        assert words in text
    assert text.count("you said ") == 2  # humility was not rated


def test_a_dimension_that_was_never_in_play_has_no_arc() -> None:
    frame = small("arrives/hear").view(Look(), 0)
    assert frame.hit("arc/humility") is None
    assert frame.text().count("Never in play in this session.") == 2


def test_the_line_is_told_in_words_too() -> None:
    text = page().view(Look(), 0).text()
    assert "His own voice: 1, 2, 3, 3, 3, 4, 4, 6, 3, 5, 5, 5." in text
    assert "Tension: 3, 4, 3, 3, 3, 3, 3, 6, 4, 5, 4, 4." in text
    assert "opens: moving away, partly repaired" in text


def test_safety_stands_first_of_all() -> None:
    safe = page()
    missed = replace(safe, told=replace(safe.told, safety=Safety(2, 0)))
    assert missed.view(Look(), 0).text().splitlines()[1] == "# First of all: safety"
    asked = replace(safe, told=replace(safe.told, safety=Safety(2, 1)))
    assert "you asked about safety" in asked.view(Look(), 0).text()
    assert "safety" not in safe.view(Look(), 0).text()


def test_what_was_noticed_is_counted() -> None:
    frame = page().view(Look(), 0)
    rows = {hit.label: hit.value for hit in frame.hits if hit.name.startswith("pattern/")}
    assert rows["You noticed moving away at"] == "1 of 1"
    assert rows["You rightly saw nothing to repair at"] == "1 of 1"


def test_a_session_without_decisions_can_be_looked_back_on() -> None:
    left = small()
    for size, scale in WINDOWS:
        frame = left.view(Look(size, scale), 0)
        assert "# You left before the end" in frame.text()
        assert frame.hit("try-again") is None
    assert left.wish(Activate("later"), Look()) is None
    assert left.wish(Activate("done"), Look()) == Leave()


# -- wishes ------------------------------------------------------------------------------------------------------
def test_it_opens_at_the_decision_with_most_to_learn() -> None:
    assert page().chosen == 9
    assert page().view(Look(), 0).hit("decision/8").selected  # type: ignore[union-attr]


def test_every_button_wishes_something() -> None:
    written = page().drafted(0, "I froze.").drafted(1, "Wait.")
    for hit in written.view(Look(), 0).hits:
        if hit.active and hit.role != "field":
            assert written.wish(Activate(hit.name.removeprefix("foot/")), Look()) is not None, hit.name


def test_ways_through_the_decisions() -> None:
    look, nine = Look(), page()
    assert become(nine.wish(Activate("decision/2"), look)).chosen == 3
    assert become(nine.wish(Activate("earlier"), look)).chosen == 8
    assert become(replace(nine, chosen=12).wish(Activate("later"), look)).chosen == 1
    assert become(replace(nine, chosen=1).wish(Activate("earlier"), look)).chosen == 12
    assert become(nine.wish(Activate("turn"), look)).chosen == 3
    assert become(nine.wish(Activate("next-rupture"), look)).chosen == 2
    assert become(replace(nine, chosen=2).wish(Activate("next-rupture"), look)).chosen == 9
    assert become(nine.wish(Activate("rupture/1"), look)).chosen == 9


def test_ways_out() -> None:
    look = Look()
    assert page().wish(Activate("try-again"), look) == Retry(8)
    assert page().wish(Activate("done"), look) == Leave()
    assert page().wish(Activate("save"), look) == Save("transcript-text")
    assert page().wish(Activate("help"), look) == Become(AllKeys(page(), "debrief"))
    wish = page().wish(Activate("transcript"), look)
    assert isinstance(wish, Become)
    assert isinstance(wish.screen, TranscriptPage)
    assert wish.screen.spoken[0].who == "Graham"
    assert [entry.text for entry in wish.screen.spoken if entry.who == "You"] == [m.own for m in page().told.moments]
    assert wish.screen.wish(Activate("close"), look) == Become(page())


def test_words_are_drafted_kept_and_found_again() -> None:
    look = Look()
    drafted = become(page().wish(Write("reflect/0", "  I wanted to explain. "), look))
    assert page().wish(Activate("keep/0"), look) is None
    assert drafted.wish(Activate("keep/0"), look) == Jot(PROMPTS[0], "I wanted to explain.")
    run = replay(played().story, [f"{step.beat}/{step.response}" for step in played().steps])
    run.add(Wrote(PROMPTS[0], "I wanted to explain."))
    later = page_of(run, None, Person())
    field = later.view(look, 0).hit("reflect/0")
    assert field is not None
    assert field.value == "I wanted to explain."
    assert later.wish(Activate("keep/0"), look) is None
    assert "Kept on this computer only. No details of real clients." in later.view(look, 0).text()


def test_what_was_chosen_and_drafted_outlives_a_save() -> None:
    before = replace(page(), chosen=3).drafted(1, "Wait for him.")
    after = page_of(played(), still_open(explore(played().story.laws)), Person(), before=Writing(before))
    assert (after.chosen, after.drafts) == (3, before.drafts)


def test_unsaved_words_are_asked_about_before_they_are_lost() -> None:
    look, drafted = Look(), page().drafted(0, "Not yet kept")
    for name, leaving in (("done", Leave()), ("try-again", Retry(8))):
        asked = drafted.wish(Activate(name), look)
        assert asked == Become(Unsaved(drafted, leaving))  # type: ignore[arg-type]
        over = Unsaved(drafted, leaving)  # type: ignore[arg-type]
        assert over.wish(Activate("leave-now"), look) == leaving
        assert over.wish(Activate("close"), look) == Become(drafted)
        assert {hit.name for hit in over.view(look, 0).hits if hit.active} == {"close", "leave-now"}


def test_the_larger_place_to_write_shares_the_drafts() -> None:
    look = Look()
    wish = page().wish(Activate("write"), look)
    assert wish == Become(Writing(page()))
    assert Writing(page()).view(look, 0).initial == "reflect/0"
    typed = Writing(page()).wish(Write("reflect/1", "Slower."), look)
    assert typed == Become(Writing(page().drafted(1, "Slower.")))
    assert Writing(page().drafted(1, "Slower.")).wish(Activate("keep/1"), look) == Jot(PROMPTS[1], "Slower.")
    assert Writing(page()).wish(Activate("close"), look) == Become(page())


# -- keys --------------------------------------------------------------------------------------------------------
def pressed(key: str, focus: str = "") -> object:
    look = Look()
    return attend(Attention(focus=focus, keyboard=True), Key(key), page().view(look, 0), look.keymap)[1]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Left", "earlier"), ("Right", "later"), ("Y", "try-again"), ("N", "next-rupture"), ("W", "write"),
        ("T", "transcript"), ("S", "save"), ("Esc", "done"),
    ],
)  # fmt: skip
def test_keys(key: str, name: str) -> None:
    assert pressed(key) == Activate(name)
    assert pressed(key, "decision/8") == Activate(name)


@pytest.mark.parametrize(("size", "scale"), WINDOWS)
def test_tab_reaches_everything_and_brings_it_into_sight(size: tuple[int, int], scale: float, fonts: Fonts) -> None:
    look = Look(size, scale, measurer=fonts)
    attention, seen = Attention(), set()
    frame = page().view(look, 0)
    for _ in frame.stops():
        attention, _ = attend(attention, Key("Tab"), frame, look.keymap)
        frame = page().view(attention.onto(look), 0)
        hit = frame.hit(attention.focus)
        assert hit is not None
        region = frame.region(hit.region)
        if region is not None:
            assert hit.box.both(region.box).h >= min(hit.box.h, region.box.h) - 1, hit
        seen.add(hit.name)
    assert seen == {hit.name for hit in frame.stops()}


# -- windows -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("window", "theme"), list(product(WINDOWS, THEMES)), ids=str)
def test_it_holds_in_every_window(window: tuple[tuple[int, int], float], theme: ThemeName, fonts: Fonts) -> None:
    size, scale = window
    frame = page().view(Look(size, scale, THEMES[theme], measurer=fonts), 0)
    names = [hit.name for hit in frame.hits]
    assert len(names) == len(set(names))
    for hit in frame.hits:
        region = frame.region(hit.region)
        around = region.box if region else Box(0, 0, *map(float, size))
        assert around.x - 1 <= hit.box.x, hit
        assert hit.box.right <= around.right + 1, hit
        assert region or hit.box.inside(around, 1), hit
        assert hit.box.h > 0, hit
    assert_apart(frame)
    assert_words_fit(frame, fonts)


def assert_apart(frame: Frame) -> None:
    """Nothing that can be pressed covers another, nor do words of one region cover each other."""
    for one, other in combinations(frame.hits, 2):
        pressable = one.active and other.active
        said = one.role in ("text", "heading", "live") and other.role in ("text", "heading", "live")
        if one.region == other.region and (pressable or said):
            assert not one.box.inset(1).meets(other.box.inset(1)), (one, other)


def assert_words_fit(frame: Frame, fonts: Fonts) -> None:
    """No line of words is cut by the side of the column that it stands in."""
    clips = [Box(0, 0, *map(float, frame.size))]
    for order in frame.orders:
        if isinstance(order, ClipBegin):
            clips.append(order.box)
        elif isinstance(order, ClipEnd):
            clips.pop()
        elif isinstance(order, Text):
            widest = max(fonts.width(line, order.font, order.size) for line in order.lines)
            free = order.box.w - widest
            left = order.box.x + {"left": 0.0, "centre": free / 2, "right": free}[order.align]
            assert left >= clips[-1].x - 1, order
            assert left + widest <= clips[-1].right + 1, order


def test_it_stands_in_three_columns_two_or_one() -> None:
    def regions(size: tuple[int, int], scale: float = 1.0) -> list[str]:
        return [region.name for region in page().view(Look(size, scale), 0).regions]

    assert regions((2560, 1080)) == ["main", "decision", "aside"]
    assert regions((1920, 1080)) == ["main", "aside"]
    assert regions((1024, 600), 2.0) == ["main"]


@pytest.mark.parametrize(("size", "scale"), WINDOWS)
def test_tags_of_three_ruptures_keep_apart(size: tuple[int, int], scale: float, fonts: Fonts) -> None:
    """Ruptures that lie within each other: their tags say less before they cover each other."""
    (first, second) = page().told.ruptures
    mended = (
        replace(first, until=11, repaired=11),
        replace(second, id="within", opened=4, until=6, repaired=6),
        replace(second, until=9, repaired=9),
    )
    frame = replace(page(), told=replace(page().told, ruptures=mended)).view(Look(size, scale, measurer=fonts), 0)
    tags = [hit for hit in frame.hits if hit.name.startswith("episode/")]
    assert sum(tag.label.startswith("opens") for tag in tags) == 3
    assert sum(tag.label == "repaired" for tag in tags) in (0, 3)
    assert not any(one.box.meets(other.box) for one, other in combinations(tags, 2))
    steps = [hit.box for hit in frame.hits if hit.name.startswith("decision/")]
    if size == (1920, 1080) and scale == 1.0:
        assert [tag.label for tag in tags].count("repaired") == 3
        assert all(any(abs(tag.box.x - box.cx) <= 2 * box.w for box in steps) for tag in tags)
