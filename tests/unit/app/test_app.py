"""The App, driven by the pilot: the whole of a trainee's way, by keys alone and by pointer alone, and what can fail."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game import res
from game.app.pilot import NotThere, Pilot
from game.app.plan import read_plan
from game.app.services import Services
from game.records.errors import DiskFull
from game.records.store import Store
from game.screens.intents import Intent
from game.story.transcript import Ended, Entry, Noticed, Rated, Responded, Rewound, Transcript
from game.ui.events import NO_SOUND, Act, Clip, Key, Play, Quit
from game.ui.frame import Frame
from game.ui.look import Look
from tests.stage import compiled

ID = "whatever-you-think-is-best"
STILL = replace(Look(), motion="none")


def services(store: Store | None = None, **more: object) -> Services:
    given = {"now": lambda: 1_700_000_000.0, "seed": lambda: 7, "cache_dir": compiled(), **more}
    return Services(store or Store(None), **given)  # type: ignore[arg-type]


def pilot(scenario: str = "", *, of: Services | None = None) -> Pilot:
    return Pilot.start(scenario, look=STILL, services=of or services())


def play_to_the_end(one: Pilot) -> None:
    plan = next(iter(sorted(res.path("scenarios", ID, "plans").glob("*.plan"))))
    one.follow(read_plan(plan.read_text(encoding="utf-8"), plan.name))
    one.settle()


# -- the whole way -----------------------------------------------------------------------------------------------
def test_by_keyboard_alone() -> None:
    one = pilot()
    one.tab_to(f"open/{ID}")
    one.press("Enter")
    one.expect("Case file", "Before you begin")
    one.press("Enter")
    play_to_the_end(one)
    one.press("Enter")
    one.expect("Before you look")
    one.tab_to("rate/empathy/4")
    one.press("Space", "Enter")
    assert one.app.place == "debrief"
    one.press("Esc")
    assert one.app.place == "library"
    one.press("Esc")
    assert one.app.closed


def test_by_pointer_alone() -> None:
    one = pilot()
    one.click(f"open/{ID}")
    one.click("begin")
    while one.run.ending is None or one.frame.any_key:
        frame = one.frame
        if frame.any_key:
            one.click("go-on") if frame.hit("go-on") else one.click(f"foot/{frame.any_key}")
        else:
            one.click("skip" if frame.hit("skip") else "reply/0")
    one.click("finish")
    one.click("skip")
    assert one.app.place == "debrief"


def test_every_answer_is_in_the_records_before_the_client_answers() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    one.settle()
    one.click("happened/nothing")
    one.click("continue")
    one.choose("give-him-the-second")
    (kept,) = store.runs()
    entries = store.transcript(kept.id).entries
    assert [type(entry) for entry in entries] == [Noticed, Responded]
    assert entries == tuple(one.run.entries)


def test_continue_stands_at_the_same_moment_with_the_same_world() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    one.choose("give-him-the-second")
    left = one.run
    again = pilot(of=services(store))
    again.expect("Continue", "in progress since")
    again.click("continue")
    assert again.run.world == left.world
    assert again.run.here == left.here
    assert again.run.entries == left.entries


def test_start_again_gives_the_old_run_up_and_opens_the_briefing() -> None:
    store = Store(None)
    pilot(ID, of=services(store)).choose("give-him-the-second")
    again = pilot(of=services(store))
    again.click("start-again")
    again.expect("Before you begin")
    assert [run.standing for run in store.runs()] == ["left"]


def test_leaving_the_room_keeps_the_run() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    one.choose("give-him-the-second")
    one.settle()
    one.press("L")
    one.press("L")
    assert one.app.place == "library"
    one.expect("Continue")


def test_the_end_is_closed_rated_and_looked_at_again() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    play_to_the_end(one)
    one.click("finish")
    one.click("rate/empathy/4")
    one.click("continue")
    (kept,) = store.runs()
    kinds = [type(entry) for entry in store.transcript(kept.id).entries]
    assert kept.standing == "ended"
    assert kinds[-2:] == [Ended, Rated]
    again = pilot(of=services(store))
    again.expect("played")


def test_notice_prompts_can_be_left_out() -> None:
    one = pilot()
    one.click(f"open/{ID}")
    one.click("notice-first")
    one.click("begin")
    one.settle()
    assert one.frame.hit("reply/0")


def test_settings_opened_in_a_session_lead_back_to_it() -> None:
    one = pilot(ID)
    one.choose("give-him-the-second")
    one.press("Esc")
    one.click("settings")
    one.click("set/theme/dark")
    one.press("Esc")
    assert one.app.place == "session"
    assert len(one.run.steps) == 1


def test_how_one_practises_is_kept_for_the_next_start() -> None:
    store = Store(None)
    one = pilot(of=services(store))
    one.click(f"open/{ID}")
    one.click("notice-first")
    one.click("coach/each")
    one.click("begin")
    again = pilot(of=services(store))
    assert not again.app.options.notice
    assert again.app.options.coach == "each"
    again.click("continue")
    again.settle()
    assert again.frame.hit("reply/0")


def test_two_keys_between_two_pictures_are_both_heard_where_they_belong() -> None:
    one = pilot(ID)
    one.settle()
    before = one.app.frame(one.app.look.size, 0.0)
    assert before.hit("skip")
    one.app.feed(Key("S"), 0.0)
    one.app.feed(Key("A", "a"), 0.0)
    assert len(one.run.steps) == 1


# -- settings ----------------------------------------------------------------------------------------------------
def test_text_size_and_theme_change_everywhere_and_stay() -> None:
    store = Store(None)
    one = pilot(of=services(store))
    one.press("F3", "F4")
    assert one.app.look.text_scale == 1.15
    assert one.app.look.theme.name == "dark"
    one.press("S")
    one.click("set/text/2.0")
    again = pilot(of=services(store))
    assert again.app.look.text_scale == 2.0
    assert again.app.look.theme.name == "dark"


def test_a_setting_that_does_not_read_is_left_at_its_default() -> None:
    store = Store(None)
    store.set("text", "enormous")
    store.set("theme", 12)
    one = pilot(of=services(store))
    assert one.app.look.text_scale == 1.0
    assert one.app.look.theme.name == "light"


def test_sound_is_off_until_it_is_asked_for_and_a_missing_device_is_one_sentence() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    one.choose("give-him-the-second")
    assert one.app.sent() == ()
    again = pilot(of=services(store))
    again.press("S")
    again.click("set/sound/on")
    assert again.app.sent() == (Play("reply"),)
    again.app.complain(NO_SOUND)
    again.expect("No sound device was found")
    again.click("close")
    assert not again.app.sound


def test_the_transcript_can_be_copied() -> None:
    one = pilot(ID)
    one.settle()
    one.press("T")
    one.click("copy")
    (out,) = one.app.sent()
    assert isinstance(out, Clip)
    assert "Graham: Sorry." in out.text


# -- what can fail -----------------------------------------------------------------------------------------------
class FullStore(Store):
    """A disk that is full for a while."""

    full = False

    def begin(self, transcript: Transcript, *, text: str, at: float) -> str:
        self._make_room()
        return super().begin(transcript, text=text, at=at)

    def keep(self, run: str, journal: Sequence[Entry], *, at: float) -> None:
        self._make_room()
        super().keep(run, journal, at=at)

    def set(self, key: str, value: object) -> None:
        self._make_room()
        super().set(key, value)

    def _make_room(self) -> None:
        if self.full:
            raise DiskFull("The disk is full.")


def test_a_full_disk_costs_a_sentence_and_no_answer() -> None:
    store = FullStore(None)
    one = pilot(ID, of=services(store))
    one.settle()
    one.press("S")
    store.full = True
    one.choose("give-him-the-second")
    one.expect("The disk is full.")
    store.full = False
    one.click("close")
    one.settle()
    one.choose(one.run.shown()[0].id)
    (kept,) = store.runs()
    assert store.transcript(kept.id).entries == tuple(one.run.entries)
    assert len([entry for entry in one.run.entries if isinstance(entry, Responded)]) == 2


def full(scenario: str = ID) -> tuple[Pilot, FullStore]:
    store = FullStore(None)
    one = pilot(scenario, of=services(store))
    if scenario:
        one.settle()
        one.press("S")
    return one, store


def kept_in(store: Store) -> tuple[Entry, ...]:
    (kept,) = store.runs()
    return store.transcript(kept.id).entries


def test_a_disk_that_is_full_at_the_beginning_keeps_the_run_whole_once_there_is_room() -> None:
    one, store = full("")
    one.click(f"open/{ID}")
    store.full = True
    one.click("begin")
    one.expect("The disk is full.")
    one.click("close")
    one.settle()
    one.press("S")
    one.expect("The disk is full.")
    assert store.runs() == ()
    store.full = False
    one.click("close")
    one.choose("give-him-the-second")
    assert kept_in(store) == tuple(one.run.entries)


class FullAtTheEnd(Store):
    """A disk that is full once, when the run is over."""

    met = False

    def keep(self, run: str, journal: Sequence[Entry], *, at: float) -> None:
        if isinstance(journal[-1], Ended) and not self.met:
            self.met = True
            raise DiskFull("The disk is full.")
        super().keep(run, journal, at=at)


def test_a_full_disk_at_the_last_reply_does_not_leave_a_finished_run_open() -> None:
    store = FullAtTheEnd(None)
    one = pilot(ID, of=services(store))
    while not store.met:
        one.choose(one.run.shown()[0].id)
    one.expect("The disk is full.")
    one.click("close")
    one.settle()
    one.click("finish")
    one.click("skip")
    assert isinstance(kept_in(store)[-1], Ended)
    assert [run.standing for run in store.runs()] == ["ended"]


def test_trying_again_on_a_full_disk_goes_back_into_the_room() -> None:
    one, store = full("")
    one.click(f"open/{ID}")
    one.click("begin")
    play_to_the_end(one)
    one.click("finish")
    one.click("skip")
    store.full = True
    one.click("try-again")
    one.expect("The disk is full.")
    one.click("close")
    assert one.app.place == "session"
    assert one.run.ending is None
    store.full = False
    one.choose(one.run.shown()[0].id)
    assert kept_in(store) == tuple(one.run.entries)


def test_leaving_on_a_full_disk_is_possible_and_says_what_it_costs() -> None:
    one, store = full()
    store.full = True
    one.choose("give-him-the-second")
    one.click("close")
    one.settle()
    one.press("L", "L")
    one.expect("Not kept yet", "The disk is full.")
    one.click("stay")
    assert one.app.place == "session"
    one.click("leave-now")
    store.full = False
    one.click("try-to-leave")
    assert one.app.place == "library"
    assert [type(entry) for entry in kept_in(store)] == [Noticed, Responded]


def test_leaving_without_what_could_not_be_kept() -> None:
    one, store = full()
    store.full = True
    one.choose("give-him-the-second")
    one.click("close")
    one.settle()
    one.press("L", "L")
    one.click("leave-anyway")
    assert one.app.place == "library"
    assert [type(entry) for entry in kept_in(store)] == [Noticed]


def test_closing_the_window_tries_once_more_to_keep_everything() -> None:
    one, store = full()
    store.full = True
    one.choose("give-him-the-second")
    store.full = False
    one.feed(Quit())
    assert one.app.closed
    assert kept_in(store) == tuple(one.run.entries)
    one.app.feed(Quit(), one.t)


def test_a_setting_changes_even_where_it_cannot_be_kept() -> None:
    one, store = full()
    store.full = True
    one.press("F4")
    one.expect("The disk is full.")
    one.click("close")
    assert one.app.look.theme.name == "dark"
    assert one.app.place == "session"


def test_a_run_that_went_on_in_another_window_can_be_left_and_opened_again(tmp_path: Path) -> None:
    records = tmp_path / "records.db"
    with Store.open(records) as first, Store.open(records) as second:
        one = pilot(ID, of=services(first))
        one.choose("give-him-the-second")
        two = pilot(of=services(second))
        two.click("continue")
        two.choose(two.run.shown()[0].id)
        one.choose(one.run.shown()[1].id)
        one.expect("This session was continued in another window")
        one.click("close")
        one.settle()
        one.press("L", "L")
        one.click("leave-anyway")
        one.click("continue")
        assert one.run.entries == two.run.entries


def test_a_run_whose_records_are_gone_is_one_sentence() -> None:
    store = Store(None)
    pilot(ID, of=services(store)).choose("give-him-the-second")
    one = pilot(of=services(store))
    store._db.execute("DELETE FROM entries")
    store._db.execute("DELETE FROM runs")
    one.click("continue")
    one.expect("This session is no longer in the records.")
    one.click("close")
    assert one.app.place == "library"


def test_the_records_that_cannot_be_read_just_now_are_one_sentence() -> None:
    store = Store(None)
    pilot(ID, of=services(store)).choose("give-him-the-second")
    one = pilot(of=services(store))
    store.close()
    one.click("continue")
    one.expect("That did not work")


def test_start_again_where_the_scenario_is_gone_leads_back_to_the_library() -> None:
    store = Store(None)
    pilot(ID, of=services(store)).choose("give-him-the-second")
    one = pilot(of=services(store, scenarios=(Path("/nowhere"),)))
    one.click("start-again")
    one.expect("That scenario is no longer here")
    assert one.app.place == "library"
    assert [run.standing for run in store.runs()] == ["left"]


def test_a_scene_that_leads_nowhere_ends_in_the_library_with_a_sentence(tmp_path: Path) -> None:
    one = pilot(of=services(scenarios=(_stuck(tmp_path),)))
    one.click("open/stuck")
    one.click("begin")
    one.settle()
    one.press("A")
    one.expect("offers no response in the present state of the scene")
    one.click("close")
    assert one.app.place == "library"
    one.click("continue")
    one.expect("offers no response in the present state of the scene")


def test_a_briefing_leads_back_to_the_library() -> None:
    one = pilot()
    one.click(f"open/{ID}")
    one.press("Esc")
    assert one.app.place == "library"
    one.expect("Practise")


def _stuck(shelf: Path) -> Path:
    """A shelf with one scenario that offers nothing after its first reply."""
    folder = shelf / "stuck"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(STUCK, encoding="utf-8")
    shutil.copytree(res.path("scenarios", "_rubrics"), shelf / "_rubrics")
    return shelf


STUCK = """format: 1
id: stuck
title: Stuck
rubric: relational
client: {name: Ada}
start: one
beats:
  one: {responses: {a: {text: Hm., code: NT, to: two}}}
  two: {responses: {b: {text: Hm., code: NT, to: end, when: trust > 9}}}
endings: {end: {quality: partial}}
"""


# -- trying again ------------------------------------------------------------------------------------------------
def test_two_retries_then_leaving_and_going_on() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    for _ in range(2):
        while one.run.ending is None:
            one.choose(one.run.shown()[0].id)
        one.settle()
        one.click("finish")
        one.click("skip")
        one.click("decision/2")
        one.click("try-again")
        assert (one.app.place, len(one.run.steps)) == ("session", 2)
    one.settle()
    one.click("leave")
    one.click("leave-now")
    again = pilot(of=services(store))
    again.click("continue")
    assert again.run.world == one.app.services.reopened(store.runs()[0]).world
    assert len(again.run.steps) == 2
    assert len([entry for entry in again.run.entries if isinstance(entry, Rewound)]) == 2
    assert kept_in(store) == tuple(again.run.entries)


def test_leaving_in_the_middle_of_a_notice_prompt_asks_again() -> None:
    store = Store(None)
    one = pilot(ID, of=services(store))
    one.settle()
    one.click("happened/withdrawal")
    one.click("leave")
    one.click("leave-now")
    one.click("continue")
    one.settle()
    one.expect("What just happened between you?")
    assert one.run.entries == []


def test_an_old_text_is_played_to_its_end_beside_the_new_one(tmp_path: Path) -> None:
    store, shelf = Store(None), tmp_path / "shelf"
    shutil.copytree(res.path("scenarios"), shelf)
    pilot(ID, of=services(store, scenarios=(shelf,))).choose("give-him-the-second")
    written = shelf / ID / "scenario.yaml"
    written.write_text(written.read_text(encoding="utf-8") + "\n# another text\n", encoding="utf-8")
    one = pilot(of=services(store, scenarios=(shelf,)))
    old = store.runs()[0].sha
    one.click("continue")
    assert one.run.story.scenario.sha == old
    one.settle()
    one.click("leave")
    one.click("leave-now")
    one.click(f"open/{ID}")
    one.click("begin")
    assert one.run.story.scenario.sha != old


def test_a_broken_scenario_is_listed_and_the_others_play(tmp_path: Path) -> None:
    broken = tmp_path / "goes-nowhere"
    broken.mkdir()
    (broken / "scenario.yaml").write_text("format: 1\nid: goes-nowhere\nstart: [", encoding="utf-8")
    one = pilot(of=services(scenarios=(tmp_path, res.path("scenarios"))))
    one.expect("goes-nowhere cannot be played", "scenario.yaml:")
    one.click(f"open/{ID}")


def test_a_run_of_a_scenario_that_is_gone_still_opens() -> None:
    store = Store(None)
    pilot(ID, of=services(store)).choose("give-him-the-second")
    gone = services(store, scenarios=(Path("/nowhere"),))
    one = pilot(of=gone)
    one.click("continue")
    assert one.run.story.scenario.id == ID


class Impossible:
    """A screen with a fault of the program in it."""

    def view(self, look: Look, t: float) -> Frame:
        raise ZeroDivisionError("Graham said something private")

    def wish(self, act: Act, look: Look) -> Intent | None:
        raise ZeroDivisionError


def test_the_impossible_has_a_page_a_report_and_keeps_the_records(tmp_path: Path) -> None:
    store = Store(None)
    one = pilot(ID, of=services(store, papers=tmp_path))
    one.choose("give-him-the-second")
    one.app.screen = Impossible()
    one.expect("Something broke in the program, not in your answers.", "fault.txt")
    report = (tmp_path / "fault.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report
    assert "Graham" not in report
    one.click("to-library")
    one.expect("Continue")


def test_the_pilot_says_what_is_there() -> None:
    with pytest.raises(NotThere, match="'begin' is not on the screen 'Practise'; there are go/library"):
        pilot().click("begin")
