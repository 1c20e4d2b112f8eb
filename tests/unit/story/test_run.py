"""The step engine: moments, decisions, rewinding, seeded order, and that resuming changes nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from room import room
from scenes import corridor

from game.scenario.condition import Compare
from game.scenario.model import Beat, Line, Response, Route, Scenario, Shift
from game.story.machine import Story
from game.story.run import Ends, Notices, NotOffered, NowhereToGo, Offers, Run, Says, replay, resume
from game.story.transcript import Ended, Noticed, Rated, Responded, Rewound, Transcript, Wrote


# -- moments -----------------------------------------------------------------------------------------------------
def test_a_session_is_pulled_moment_by_moment() -> None:
    run = Run(Story(room()))
    assert [type(moment) for moment in _until_offered(run)] == [Says, Notices, Offers]
    run.respond("brush")
    assert [type(moment) for moment in _until_offered(run)] == [Says, Says, Notices, Offers]
    run.respond("own")
    _ = list(_until_offered(run))
    run.respond("stay")
    run.hear_all()
    assert isinstance(run.moment, Ends)
    assert run.ending is not None
    assert run.ending.id == "said-no"


def test_the_reply_is_said_before_the_beats_own_lines_and_after_ones_own() -> None:
    run = replay(Story(room()), ["arrives/brush"])
    assert [(says.beat, says.after, says.lines[0].text) for says in run.says()] == [
        ("arrives", "It's only sleep.", "Is it."),
        ("yes", "It's only sleep.", "Whatever you think is best."),
    ]


def test_a_reply_is_asked_in_the_world_after_the_effects_and_before_the_next_beats() -> None:
    scene = room()
    lines = tuple(Line(f"tension {n}", when=Compare("tension", "==", n)) for n in range(8))
    brush = replace(scene.beats["arrives"].responses[2], reply=lines)  # XM: tension 3 + 1
    arrives = replace(scene.beats["arrives"], responses=(brush,))
    yes = replace(scene.beats["yes"], lines=lines, effects=(Shift("tension", 2),))
    run = replay(Story(replace(scene, beats={**scene.beats, "arrives": arrives, "yes": yes})), ["arrives/brush"])
    assert [line.text for says in run.says() for line in says.lines] == ["tension 4", "tension 6"]


def test_a_beat_that_leads_on_by_itself_is_passed_through() -> None:
    run = Run(Story(_with_corridor(room())))
    run.respond("hear")
    assert [passage.to for passage in run.steps[0].passages] == ["passage", "yes"]
    assert [says.beat for says in run.says()] == ["passage", "yes"]


def test_silence_is_not_a_moment() -> None:
    scene = room()
    quiet = replace(scene.beats["arrives"], lines=(), notice=False)
    assert isinstance(Run(Story(replace(scene, beats={**scene.beats, "arrives": quiet}))).moment, Offers)


# -- what is not on offer ----------------------------------------------------------------------------------------
def test_a_response_that_is_not_there_is_refused_in_a_sentence() -> None:
    run = Run(Story(room()))
    with pytest.raises(NotOffered) as refused:
        run.respond("own")
    assert str(refused.value) == "'own' is not on offer at 'arrives': on offer are hear, tell, brush"
    assert (run.here.to, run.steps, run.entries) == ("arrives", [], [])


def test_after_the_end_nothing_is_on_offer() -> None:
    run = replay(Story(room()), ["arrives/hear", "yes/own", "close/push"])
    with pytest.raises(NotOffered, match="'stay' is not on offer: the session has ended at 'lovely'"):
        run.respond("stay")


def test_a_choice_of_another_beat_is_refused() -> None:
    with pytest.raises(NotOffered, match="'close/stay' is not on offer: the scene stands at 'arrives'"):
        replay(Story(room()), ["close/stay"])


def test_once_means_once() -> None:
    scene = room()
    again = Response("again", "Again.", "SL", (Route("arrives"),), once=True)
    beat = replace(scene.beats["arrives"], responses=(again, *scene.beats["arrives"].responses))
    run = Run(Story(replace(scene, beats={**scene.beats, "arrives": beat})))
    run.respond("again")
    with pytest.raises(NotOffered):
        run.respond("again")


def test_a_prompt_is_answered_once_and_only_where_it_is_asked() -> None:
    scene = room()
    run = Run(Story(replace(scene, beats={**scene.beats, "yes": replace(scene.beats["yes"], notice=False)})))
    run.notice("nothing")
    with pytest.raises(NotOffered, match="nobody asks what you noticed here"):
        run.notice("nothing")
    run.respond("hear")
    with pytest.raises(NotOffered):
        run.notice("withdrawal")


def test_passing_over_a_prompt_is_an_answer_too() -> None:
    run = Run(Story(room()))
    run.hear_all()
    run.notice(None)
    assert isinstance(run.moment, Offers)
    assert run.entries == [Noticed("arrives", None)]


# -- scenarios that are broken -----------------------------------------------------------------------------------
def test_a_moment_that_offers_nothing_is_nowhere_to_go() -> None:
    scene = _changed(room(), "yes", responses=(_never(),))
    run = replay(Story(scene), ["arrives/hear"])
    with pytest.raises(NowhereToGo, match="'yes' offers no response in the present state of the scene"):
        run.respond("own")


def test_a_response_without_a_way_on_leaves_the_run_as_it_was() -> None:
    stuck = Response("go", "Go.", "SL", (Route("yes", Compare("tension", ">", 9)),))
    run = Run(Story(_changed(room(), "arrives", responses=(stuck,))))
    with pytest.raises(NowhereToGo, match="'arrives/go' leads nowhere"):
        run.respond("go")
    assert (run.here.to, run.steps, run.entries) == ("arrives", [], [])


def test_beats_that_lead_round_unchanged_are_nowhere_to_go() -> None:
    scene = _with_corridor(room())
    back = replace(scene.beats["passage"], routes=(Route("other"),))
    other = Beat("other", routes=(Route("passage"),))
    run = Run(Story(replace(scene, beats={**scene.beats, "passage": back, "other": other})))
    with pytest.raises(NowhereToGo, match="leads back to itself and nothing changes"):
        run.respond("hear")
    assert run.steps == []


def test_beats_that_lead_round_and_change_something_come_to_an_end() -> None:
    scene = _with_corridor(room())
    routes = (Route("passage", Compare("tension", "<", 7)), Route("yes"))
    passage = replace(scene.beats["passage"], routes=routes, effects=(Shift("tension", 1),))
    run = Run(Story(replace(scene, beats={**scene.beats, "passage": passage})))
    run.respond("hear")
    assert [passage.to for passage in run.steps[0].passages] == ["passage"] * 4 + ["yes"]


# -- order -------------------------------------------------------------------------------------------------------
def test_the_order_shown_is_the_seeds_and_is_recorded() -> None:
    story = Story(room())
    shown = [tuple(one.id for one in Run(story, seed).shown()) for seed in range(40)]
    assert set(map(frozenset, shown)) == {frozenset({"hear", "tell", "brush"})}
    assert len(set(shown)) == 6  # every order comes up
    assert shown == [tuple(one.id for one in Run(story, seed).shown()) for seed in range(40)]
    run = Run(story, 5)
    assert run.respond("tell").offered == shown[5]


def test_the_order_is_the_same_on_every_machine() -> None:
    """Written down, because a run that is resumed elsewhere must show what was shown before."""
    assert [one.id for one in Run(Story(room()), 0).shown()] == ["hear", "tell", "brush"]
    assert [one.id for one in Run(Story(room()), 1).shown()] == ["tell", "brush", "hear"]


def test_each_decision_is_shuffled_anew() -> None:
    run = Run(Story(corridor(30)), 3)
    orders = set()
    while run.ending is None:
        orders.add(tuple(one.id for one in run.shown()))
        run.respond("r2")
    assert len(orders) > 1


# -- going back --------------------------------------------------------------------------------------------------
def test_rewinding_restores_the_moment_and_keeps_the_attempt() -> None:
    story = Story(room())
    run = replay(story, ["arrives/brush", "yes/own"])
    assert run.rewind(1) == Rewound(1)
    assert (run.here, run.world) == (replay(story, ["arrives/brush"]).here, replay(story, ["arrives/brush"]).world)
    assert isinstance(run.moment, Says)
    assert [type(entry) for entry in run.entries] == [Responded, Responded, Rewound]


def test_rewinding_to_the_start_asks_again() -> None:
    run = Run(Story(room()))
    run.notice("nothing")
    run.respond("hear")
    run.rewind(0)
    run.hear_all()
    assert isinstance(run.moment, Notices)


@pytest.mark.parametrize("to", [-1, 2, 99])
def test_there_is_no_going_back_to_what_never_was(to: int) -> None:
    run = replay(Story(room()), ["arrives/hear"])
    with pytest.raises(NotOffered, match=f"there are 1 decisions to go back to, not {to}"):
        run.rewind(to)
    assert len(run.steps) == 1


def test_what_follows_a_rewind_is_what_would_have_followed_without_it() -> None:
    story = Story(room())
    straight = replay(story, ["arrives/hear", "yes/own", "close/stay"])
    winding = replay(story, ["arrives/brush", "yes/praise"])
    winding.rewind(0)
    for response in ("hear", "own", "stay"):
        winding.respond(response)
    assert winding.steps == straight.steps


# -- ending ------------------------------------------------------------------------------------------------------
def test_an_ending_is_entered_in_the_journal_once() -> None:
    run = replay(Story(room()), ["arrives/hear", "yes/own", "close/push"])
    assert run.end() == Ended("lovely")
    assert run.end() is None
    run.add(Rated((("empathy", 3),)))
    assert run.end() is None
    run.rewind(2)
    assert run.end() is None
    run.respond("stay")
    assert run.end() == Ended("said-no")


# -- resuming ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("seed", range(12))
def test_resumed_is_never_interrupted(seed: int) -> None:
    """Save and load after every entry of a random play with answers, rewinds and notes: nothing differs."""
    dice = random.Random(seed)
    story = Story(_with_corridor(room()))
    run = Run(story, seed)
    for _ in range(30):
        _do_something(run, dice)
        again = resume(story, run.transcript)
        assert (again.here, again.steps, again.entries, again.seed) == (run.here, run.steps, run.entries, run.seed)
        run.hear_all()
        again.hear_all()
        assert again.moment == run.moment
        if dice.random() < 0.5:
            run = again


def test_a_transcript_that_no_longer_fits_is_refused() -> None:
    story = Story(room())
    with pytest.raises(NotOffered, match="'yes/own' is not on offer: the scene stands at 'arrives'"):
        resume(story, Transcript("room", "", 0, (Responded("yes", "own"),)))
    with pytest.raises(NotOffered, match="'gone' is not on offer at 'arrives'"):
        resume(story, Transcript("room", "", 0, (Responded("arrives", "gone"),)))


def test_what_was_measured_is_kept_as_it_was() -> None:
    entry = Responded("arrives", "hear", ("tell", "hear", "brush"), 3.25, 4)
    assert resume(Story(room()), Transcript("room", "", 9, (entry,))).entries == [entry]


def _do_something(run: Run, dice: random.Random) -> None:
    roll = dice.random()
    if run.ending is not None:
        run.end()
        run.rewind(dice.randrange(len(run.steps)))
    elif roll < 0.15:
        run.rewind(dice.randint(0, len(run.steps)))
    elif roll < 0.25:
        run.add(Wrote("What stayed with you?", "The smile."))
    else:
        run.hear_all()
        if isinstance(run.moment, Notices) and roll < 0.7:
            run.notice(dice.choice(["withdrawal", "nothing", None]))  # type: ignore[arg-type]
        else:
            run.respond(dice.choice(run.offered()).id)


def _until_offered(run: Run) -> Iterator[object]:
    while True:
        moment = run.moment
        yield moment
        match moment:
            case Says():
                run.advance()
            case Notices():
                run.notice(None)
            case _:
                return


def _with_corridor(scene: Scenario) -> Scenario:
    """The scene with a beat in between that leads on by itself."""
    arrives = scene.beats["arrives"]
    hear = replace(arrives.responses[0], routes=(Route("passage"),))
    passage = Beat("passage", (Line("Yes. Well."),), routes=(Route("yes"),))
    beats = {**scene.beats, "arrives": replace(arrives, responses=(hear, *arrives.responses[1:])), "passage": passage}
    return replace(scene, beats=beats)


def _changed(scene: Scenario, beat: str, **changes: object) -> Scenario:
    return replace(scene, beats={**scene.beats, beat: replace(scene.beats[beat], **changes)})


def _never() -> Response:
    return Response("own", "Never.", "AK", (Route("close"),), when=Compare("tension", ">", 9))
