"""The debrief as a value, worked out by hand on the scenario of `room`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from room import room

from game.reports.debrief import Debrief, debrief
from game.reports.moment import PullTold
from game.scenario.bounds import still_open
from game.scenario.condition import Compare
from game.scenario.explore import explore
from game.scenario.laws import Laws
from game.scenario.model import Scenario
from game.story.machine import Story
from game.story.run import Run, replay
from game.story.transcript import Rated, Wrote

WELL = ("arrives/hear", "yes/own", "close/stay")


def test_arcs_carry_scores_bands_and_the_own_rating() -> None:
    run = replay(Story(room()), WELL)
    run.add(Rated((("empathy", 2),)))
    run.add(Rated((("empathy", 5), ("repair", 3))))
    empathy, humility, repair = debrief(run).arcs
    assert (empathy.name, empathy.reach, empathy.level, empathy.band) == ("Empathy", 9 / 11, 4.0, "Band four.")
    assert (empathy.own, humility.own, repair.own) == (5, None, 3)  # the latest counts
    assert (repair.name, repair.moments, repair.at_stake) == ("Rupture repair", 1, 1)


def test_the_own_rating_of_an_attempt_that_was_taken_back_is_not_shown_beside_the_next() -> None:
    run = replay(Story(room()), WELL)
    run.add(Rated((("empathy", 5),)))
    run.rewind(2)
    run.respond("stay")
    assert [arc.own for arc in debrief(run).arcs] == [None, None, None]


def test_the_session_line_starts_before_the_first_decision() -> None:
    """Tension 3, voice 2; hear moves neither; own +1 -1; stay neither."""
    line = debrief(replay(Story(room()), WELL)).line
    assert (line.strain, line.voice) == ((3, 3, 2, 2), (2, 2, 3, 3))
    assert (line.least, line.most) == (0, 10)


def test_ruptures_are_shaded_from_opening_to_repair_or_to_the_end() -> None:
    (mended,) = debrief(replay(Story(room()), WELL)).ruptures
    assert (mended.opened, mended.until, mended.sign, mended.note) == (1, 2, "Deferential", "Agrees at once.")
    (left,) = debrief(replay(Story(room()), ("arrives/hear", "yes/praise", "close/stay"))).ruptures
    assert (left.opened, left.until, left.repaired) == (1, 3, None)


def test_a_decision_tells_what_was_said_before_and_answered() -> None:
    first, second, third = debrief(replay(Story(room()), ("arrives/brush", "yes/own", "close/stay"))).moments
    assert [line.text for line in first.before] == ["I slept badly.", "She rubs her eyes."]
    assert (first.own, [line.text for line in first.answer]) == ("It's only sleep.", ["Is it."])
    assert [line.text for line in second.before] == ["Is it.", "Whatever you think is best."]
    assert [line.text for line in third.answer] == ["No."]


def test_what_was_on_offer_stands_in_the_order_shown_with_what_it_would_have_earned() -> None:
    run = Run(Story(room()), 5)
    shown = run.respond("tell").offered
    (told,) = debrief(run).moments
    assert tuple(offer.id for offer in told.offered) == shown
    assert {offer.id: dict(offer.points)["empathy"] for offer in told.offered} == {"hear": 2, "tell": -1, "brush": -2}
    assert [offer.id for offer in told.offered if offer.chosen] == ["tell"]
    assert told.points == (("empathy", -1),)


def test_a_stronger_line_is_told_in_full() -> None:
    (told,) = debrief(replay(Story(room()), ["arrives/tell"])).moments
    assert (told.feedback.stronger, told.feedback.stronger_id) == ("That sounds worn out.", "hear")
    assert told.feedback.principle == "Acknowledges own contribution (3RS S5)"


def test_a_remark_instead_of_a_stronger_line_stays_a_remark() -> None:
    (told,) = debrief(replay(Story(room()), ["arrives/hear"])).moments
    assert (told.feedback.stronger, told.feedback.stronger_id) == ("Nothing stronger is needed.", "")


def test_what_was_not_on_offer_or_earns_no_more_here_is_not_called_stronger() -> None:
    """`praise` names `own`: not on offer in this World. `hear` names `tell`, which earns less."""
    scene = _changed(room(), "yes", "own", when=Compare("tension", ">", 9))
    told = debrief(replay(Story(scene), ["arrives/hear", "yes/praise"])).moments[1]
    assert (told.feedback.stronger, told.feedback.stronger_id) == ("", "")
    hear = replace(room().beats["arrives"].responses[0].feedback, stronger="tell")
    scene = _changed(room(), "arrives", "hear", feedback=hear)
    (told,) = debrief(replay(Story(scene), ["arrives/hear"])).moments
    assert told.feedback.stronger == ""


def test_doors_by_the_explorer() -> None:
    told = _with_doors("arrives/hear", "yes/praise", "close/push")
    second = told.moments[1].doors
    assert second is not None
    assert [(door.title, door.quality) for door in second.closed] == [("Said no", "repaired")]
    assert [door.title for door in second.open] == ["Half", "Lovely"]
    assert (second.best_before, second.best_after) == ("repaired", "partly repaired")


def test_without_an_explorer_no_doors_are_told() -> None:
    assert debrief(replay(Story(room()), WELL)).moments[0].doors is None


def test_pulls_say_whether_the_reply_acted_on_them() -> None:
    acted, not_acted = (
        debrief(replay(Story(room()), ("arrives/hear", f"yes/{reply}"))).moments[1].pulls for reply in ("praise", "own")
    )
    assert acted == (PullTold("I want to solve this.", True),)
    assert not_acted == (PullTold("I want to solve this.", False),)


def test_attempts_are_told_where_they_were_made() -> None:
    run = replay(Story(room()), ["arrives/brush", "yes/own"])
    run.rewind(1)
    run.respond("hear")
    told = debrief(run)
    assert told.attempts == 1
    assert [moment.attempts for moment in told.moments] == [(), ("I rushed you.",)]


def test_an_answer_at_a_prompt_belongs_to_the_decision_after_it() -> None:
    run = replay(Story(room()), ["arrives/hear"])
    run.notice("withdrawal")
    run.respond("own")
    first, second = debrief(run).moments
    assert first.noticed is None
    assert second.noticed is not None
    assert second.noticed.result == "hit"


def test_reflections_are_no_part_of_it() -> None:
    run = replay(Story(room()), WELL)
    plain = debrief(run)
    run.add(Wrote("What stayed with you?", "Her eyes."))
    assert debrief(run) == plain


def test_a_session_that_was_left_has_no_ending() -> None:
    assert debrief(replay(Story(room()), ["arrives/hear"])).ending is None
    ended = debrief(replay(Story(room()), WELL)).ending
    assert ended is not None
    assert (ended.title, ended.quality, ended.note) == ("Said no", "repaired", "She disagreed, and stayed.")


def test_before_the_first_decision_there_is_a_debrief_too() -> None:
    told = debrief(Run(Story(room())))
    assert (told.moments, told.ruptures, told.line.strain) == ((), (), (3,))


@pytest.mark.parametrize(("status", "raters", "words"), [("author", 0, "author's key"), ("panel", 9, "nine expert")])
def test_it_says_where_the_points_come_from(status: str, raters: int, words: str) -> None:
    scene = room()
    scene = replace(scene, meta=replace(scene.meta, key_status=status, key_raters=raters))
    assert words in debrief(Run(Story(scene))).key


def _with_doors(*choices: str) -> Debrief:
    scene = room()
    return debrief(replay(Story(scene), choices), still_open(explore(Laws(scene))))


def _changed(scene: Scenario, beat: str, response: str, **changes: object) -> Scenario:
    old = scene.beats[beat]
    changed = tuple(replace(one, **changes) if one.id == response else one for one in old.responses)
    return replace(scene, beats={**scene.beats, beat: replace(old, responses=changed)})
