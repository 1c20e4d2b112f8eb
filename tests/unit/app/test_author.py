"""An author's window through the pilot: it follows the file, shows what stands behind the scene, and keeps nothing.

The file changes between two pictures, as an editor would change it. Nobody waits: the clock is moved by hand, and
the thread of the checks is asked for something else, which comes after them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.app import papers
from game.app.author import AuthorApp
from game.app.beginning import begin
from game.app.pilot import NotThere, Pilot
from game.app.plan import play_plan, read_plan
from game.app.services import Services
from game.records import places
from game.records.store import Store
from game.scenario.bounds import still_open
from game.scenario.compile import compile_path
from game.scenario.explore import explore
from game.story.machine import Story
from game.story.run import Run
from game.ui.look import Look

STILL = replace(Look(size=(1280, 720)), motion="none")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The template, as an author has it."""
    return begin("mine", tmp_path)


def story_of(file: Path) -> Story:
    scenario = compile_path(file).scenario
    assert scenario is not None
    return Story(scenario)


def author(file: Path, *, watching: bool = True) -> Pilot:
    services = Services(Store(None), scenarios=(file.parent,), now=lambda: 0.0, papers=file.parent / "papers")
    app = AuthorApp(services, STILL, file)
    story = story_of(file)
    app.sit(Run(story, 3), still_open(explore(story.laws)))
    if watching:
        app.watch(compile_path(file))
    return Pilot(app)


def checked(pilot: Pilot) -> None:
    """The checks have come to an end, and the program has seen it."""
    pilot.frame  # noqa: B018 - looks, and sets them to work
    pilot.app.services.think(lambda: None).result()
    pilot.frame  # noqa: B018 - looks


def saved(pilot: Pilot, file: Path, *changes: tuple[str, str]) -> None:
    """The author saves the file with these changes, and a second goes by."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    os.utime(file, ns=(0, 0))  # so that this save differs in time, however fast the disk and coarse its clock
    file.write_text(text, encoding="utf-8")
    pilot.wait(1.0)


def strip(pilot: Pilot) -> str:
    return pilot.hit("findings").label


# -- following the file ------------------------------------------------------------------------------------------
def test_a_saved_word_is_said_at_once_and_the_play_stands_where_it_stood(file: Path) -> None:
    pilot = author(file)
    pilot.choose("on-the-edge")
    pilot.settle()
    saved(pilot, file, ("You stood up, so I stood up.", "Up you got, so up I got."))
    pilot.expect("Up you got, so up I got.", "I stopped ten minutes early")
    assert pilot.frame.any_key == ""  # nothing has to be heard again
    assert [step.response for step in pilot.run.steps] == ["on-the-edge"]
    assert strip(pilot).endswith("1 of 1 replayed.")
    pilot.choose("own-the-minutes")
    assert pilot.run.here.to == "says-it"


def test_what_was_heard_is_not_typed_again(file: Path) -> None:
    pilot = author(file)
    pilot.app.look = replace(pilot.app.look, motion="full")
    pilot.settle()
    saved(pilot, file, ("Nothing to report, really.", "No news."))
    pilot.expect("No news.", "What just happened between you?")


def test_endings_are_told_for_the_new_text_once_they_are_known(file: Path) -> None:
    pilot = author(file)
    pilot.choose("on-the-edge")
    saved(pilot, file, ("hangs-it-up", "takes-it-off"))
    checked(pilot)
    pilot.press("F12")
    pilot.expect("takes-it-off (repaired)")


def test_nothing_is_read_between_two_looks(file: Path) -> None:
    pilot = author(file)
    pilot.frame  # noqa: B018 - the first look
    saved(pilot, file, ("Nothing to report, really.", "No news."))
    pilot.t -= 0.9
    assert "No news." not in pilot.text()
    pilot.wait(0.9)
    pilot.settle()
    pilot.expect("No news.")


def test_a_response_that_is_gone_is_named_and_the_play_stands_before_it(file: Path) -> None:
    pilot = author(file)
    pilot.choose("on-the-edge")
    pilot.choose("own-the-minutes")
    saved(pilot, file, ("own-the-minutes:", "own-them:"), ("stronger: own-the-minutes", "stronger: own-them"))
    assert strip(pilot).endswith("1 of 2 replayed; 'clock' changed: there is no response 'own-the-minutes' any more.")
    assert pilot.run.here.to == "clock"


def test_a_text_that_does_not_compile_leaves_the_last_scene_that_did(file: Path) -> None:
    pilot = author(file)
    pilot.choose("on-the-edge")
    pilot.settle()
    saved(pilot, file, ("        to: says-it\n", "        to: says-itt\n"))
    assert strip(pilot).startswith("1 error. line ")
    assert "'says-itt'" in strip(pilot)
    assert strip(pilot).endswith("This text cannot be played; the last one that could goes on.")
    pilot.choose("own-the-minutes")
    assert pilot.run.here.to == "says-it"
    saved(pilot, file, ("to: says-itt", "to: says-it"))
    checked(pilot)
    assert strip(pilot).endswith("2 of 2 replayed.")
    assert "error" not in strip(pilot)
    assert "Looking" not in strip(pilot)


def test_findings_come_in_while_the_scene_goes_on_and_can_be_read_whole(file: Path) -> None:
    pilot = author(file)
    pilot.settle()
    saved(pilot, file, ("flags: [hurried]", "flags: [hurried, idle]"), ("minutes: 6", "minutes: 6 # TODO"))
    checked(pilot)
    assert "the flag 'idle' is" in strip(pilot)
    pilot.press("F9")
    pilot.expect("What the check says", "SC054, warning, scenario.yaml, line")
    saved(pilot, file, ("flags: [hurried, idle]", "flags: [hurried]"))
    checked(pilot)
    pilot.expect("What the check says")  # the page stays, and says what is found now
    assert "SC054" not in pilot.text()
    pilot.press("Esc")
    pilot.choose("on-the-edge")


def test_an_editor_that_saves_by_renaming(file: Path) -> None:
    pilot = author(file)
    pilot.settle()
    text = file.read_text(encoding="utf-8")
    file.rename(file.with_suffix(".bak"))
    pilot.wait(0.5)
    assert "cannot be played" not in strip(pilot)
    new = file.with_suffix(".new")
    new.write_text(text.replace("Nothing to report, really.", "No news."), encoding="utf-8")
    new.replace(file)
    pilot.wait(0.5)
    pilot.expect("No news.")


def test_a_file_that_is_gone_is_a_finding_and_the_scene_goes_on(file: Path) -> None:
    pilot = author(file)
    file.unlink()
    for _ in range(3):
        pilot.wait(0.6)
        pilot.frame  # noqa: B018 - looks
    assert "there is no such file" in strip(pilot)
    pilot.choose("on-the-edge")


def test_a_scene_that_is_stuck_where_one_stands_is_told_and_not_taken(file: Path) -> None:
    pilot = author(file)
    pilot.choose("on-the-edge")
    stuck = [(f"code: {code}\n", f"code: {code}\n        when: trust > 10\n") for code in ("AK", "RC", "XD", "XB")]
    saved(pilot, file, *stuck)
    assert "The scene is stuck now: 'clock' offers no response" in strip(pilot)
    checked(pilot)
    pilot.press("F12")
    pilot.expect("Claims: empathy +1, humility +2, repair +2", "Not known: still being worked out")
    pilot.press("Esc")
    pilot.choose("own-the-minutes")


def test_a_rubric_beside_the_scenario_is_followed_too(file: Path) -> None:
    pilot = author(file)
    pilot.settle()
    rubrics = file.parents[1] / "_rubrics"
    rubrics.mkdir()
    (rubrics / "relational.yaml").write_text("id: relational", encoding="utf-8")
    pilot.wait(1.0)
    assert "cannot be played" in strip(pilot)


def test_what_was_written_before_the_replies_stays(file: Path) -> None:
    pilot = author(file)
    pilot.settle()
    pilot.click("happened/withdrawal")
    saved(pilot, file, ("Nothing to report, really.", "No news."))
    assert pilot.hit("happened/withdrawal").selected


def test_saving_in_the_debrief_shows_the_debrief_of_the_new_text(file: Path) -> None:
    pilot = author(file)
    for response in ("on-the-edge", "own-the-minutes", "held-it", "one-pocket", "whose-clock"):
        pilot.choose(response)
    pilot.settle()
    pilot.press("Enter")
    pilot.press("S")
    saved(pilot, file, ("title: The coat stays on", "title: The hat stays on"))
    pilot.expect("The hat stays on")
    assert pilot.app.place == "debrief"
    saved(
        pilot,
        file,
        ("          - {when: repaired('coat-on'), go: hangs-it-up}\n          - {go: one-button}", "          clock"),
    )
    pilot.frame  # noqa: B018 - looks
    assert (pilot.app.place, pilot.run.here.to) == ("session", "clock")  # it is not over any more


def test_in_the_library_a_saved_title_is_the_new_one(file: Path) -> None:
    pilot = author(file)
    pilot.settle()
    pilot.press("L")
    pilot.click("leave-now")
    saved(pilot, file, ("title: The coat stays on", "title: The hat stays on"))
    pilot.frame  # noqa: B018 - looks
    pilot.press("S", "Q")
    pilot.expect("The hat stays on")


# -- backstage ---------------------------------------------------------------------------------------------------
def test_backstage_tells_what_each_response_would_claim_and_do(file: Path) -> None:
    pilot = author(file, watching=False)
    pilot.choose("on-the-edge")
    pilot.press("F12")
    pilot.expect(
        "authentic_voice 3, from 0 to 10",
        "coat-on is open",
        "Last codes: NT",
        "own-the-minutes: AK, own contribution",
        "Claims: empathy +1, humility +2, repair +2",
        "Leads to: says-it",
        "hangs-it-up (repaired)",
        "on-the-dot (smoothed)",
        "1 · arrives/on-the-edge",
    )


def test_it_names_the_repair_that_would_fail_and_what_it_waits_for(file: Path) -> None:
    pilot = author(file, watching=False)
    for response in ("glad-of-it", "stood-up-too"):
        pilot.choose(response)
    pilot.press("F12")
    pilot.expect("does not repair coat-on (authentic_voice >= 4)", "Leads to: gloves")


def test_it_tells_of_beats_that_are_passed_on_the_way(file: Path) -> None:
    pilot = author(file, watching=False)
    for response in ("glad-of-it", "stood-up-too", "down-to-it"):
        pilot.choose(response)
    pilot.press("F12")
    pilot.expect("Leads to: quarter-to, then fare")


def test_what_it_says_is_what_happens(file: Path) -> None:
    pilot = author(file, watching=False)
    pilot.settle()
    pilot.press("F12")
    told = pilot.hit("offer/ten-more/Does").label if pilot.frame.hit("offer/ten-more/Does") else ""
    assert told == ""  # not on offer yet
    pilot.press("F12")
    pilot.choose("your-week")
    before = pilot.run.world
    pilot.press("F12")
    assert pilot.hit("offer/ten-more/Does").label == "Does: trust +1, tension −1"
    pilot.press("Esc")
    pilot.choose("ten-more")
    laws, after = pilot.run.story.laws, pilot.run.world
    moved = {name: laws.gauge(name, after) - laws.gauge(name, before) for name in laws.index}
    assert {name: by for name, by in moved.items() if by} == {"trust": 1, "tension": -1}


def test_back_to_a_decision(file: Path) -> None:
    pilot = author(file, watching=False)
    for response in ("on-the-edge", "fire-drill", "down-to-it"):
        pilot.choose(response)
    pilot.press("F12")
    pilot.tab_to("back/1")
    pilot.press("Enter")
    assert [step.response for step in pilot.run.steps] == ["on-the-edge"]
    assert pilot.app.place == "session"
    pilot.choose("own-the-minutes")
    assert pilot.run.here.to == "says-it"


def test_saved_as_a_plan_it_is_fulfilled_and_nothing_is_written_over(file: Path) -> None:
    pilot = author(file, watching=False)
    pilot.choose("on-the-edge")
    for _ in range(2):
        pilot.press("F12")
        pilot.click("save-plan")
        pilot.expect("Saved as")
        pilot.press("Esc", "Esc")
    made = sorted((file.parent / "plans").glob("clock*.plan"))
    assert [path.name for path in made] == ["clock (2).plan", "clock.plan"]
    run = play_plan(read_plan(made[1].read_text(encoding="utf-8"), "clock"), story_of(file))
    assert run.here.to == "clock"


def test_where_nothing_can_be_written_beside_the_scenario_a_plan_lies_with_the_papers(file: Path) -> None:
    pilot = author(file, watching=False)
    plans = file.parent / "plans"
    (plans / "first.plan").unlink()
    plans.rmdir()
    plans.write_text("not a folder", encoding="utf-8")
    told = papers.save("plan", pilot.run, pilot.app.services)
    assert told == f"Saved as {file.parent / 'papers' / 'arrives.plan'}"


def test_frame_times_are_those_of_the_last_frames(file: Path) -> None:
    pilot = author(file, watching=False)
    for ms in range(1, 101):
        pilot.app.drew(ms / 1000)
    pilot.press("F12")
    pilot.expect("Last 100.0 ms; of the last 60 the usual 70.5 ms, the slowest 100.0 ms")


def test_the_keys_are_told(file: Path) -> None:
    pilot = author(file)
    pilot.settle()
    pilot.press("F1")
    pilot.expect("F12: backstage", "F9: what the check says")


# -- a trainee's window ------------------------------------------------------------------------------------------
def test_a_trainees_window_has_no_backstage(file: Path) -> None:
    services = Services(Store(None), scenarios=(file.parent,), now=lambda: 0.0, seed=lambda: 3)
    pilot = Pilot.start("mine", look=STILL, services=services)
    pilot.settle()
    before = pilot.text()
    pilot.press("F12", "F9")
    assert pilot.text() == before
    pilot.press("F1")
    with pytest.raises(NotThere):
        pilot.expect("backstage")


def test_an_authors_window_has_the_persons_settings_and_leaves_their_records_alone(tmp_path: Path) -> None:
    with Store.open(places.find().records) as own:
        own.set("theme", "dark")
    services = Services.unkept(scenarios=(tmp_path,))
    assert services.store.settings == {"theme": "dark"}
    file = begin("mine", tmp_path)
    app = AuthorApp(services, STILL, file)
    app.sit(Run(story_of(file)))
    Pilot(app).choose("on-the-edge")
    assert app.look.theme.name == "dark"
    with Store.open(places.find().records) as own:
        assert own.runs() == ()


def test_an_authors_window_makes_no_records(tmp_path: Path) -> None:
    Services.unkept(scenarios=(tmp_path,))
    assert not places.find().records.exists()
