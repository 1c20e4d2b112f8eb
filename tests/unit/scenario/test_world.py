"""A World remembers what some condition can ask for, and no more."""

from __future__ import annotations

from building import beat, code, rule, said, scenario, when

from game.scenario.condition import Condition, text
from game.scenario.laws import Laws
from game.scenario.model import Line, Open, Override, Repair
from game.scenario.world import conditions, watch


def test_every_condition_of_a_scenario_and_its_rubric_is_found() -> None:
    here = beat(
        "here",
        said(
            "a",
            to=[("trust > 1", "way"), ("", "way")],
            when="trust > 2",
            reply=(Line("", when=when("trust > 3")),),
            overrides={"empathy": Override(((when("trust > 4"), 1), (None, 0)))},
            effects=(Repair("drift", when("trust > 5")), Repair("clash")),
        ),
        lines=(Line("", when=when("trust > 6")), Line("")),
    )
    way = beat("way", to=[("trust > 7", "end"), ("", "end")])
    rules = [rule("r", "PLAIN", "trust > 8")]
    built = scenario(here, way, rules=rules, last_lines=(Line("", when=when("trust > 9")),))
    found = sorted(text(condition) for condition in conditions(built))
    assert found == [f"trust > {n}" for n in range(1, 10)]


def remembering(condition: str) -> Laws:
    here = beat(
        "here", said("a", "WARM", to="here"), said("b", to="here", once=True), lines=(Line("", when=when(condition)),)
    )
    return Laws(scenario(here))


def test_what_nobody_asks_for_is_not_remembered() -> None:
    laws = remembering("trust > 1")
    here = laws.scenario.beats["here"]
    world = laws.answer(here, here.responses[0], laws.enter(here, laws.first()))
    assert (world.used, world.seen, world.codes, world.since) == (frozenset(), frozenset(), frozenset(), ())
    assert world.last == ("WARM",)


def test_what_is_asked_for_is_remembered() -> None:
    laws = remembering("seen('here') and chose('here/a') and chose_code('WARM')")
    here = laws.scenario.beats["here"]
    world = laws.answer(here, here.responses[0], laws.enter(here, laws.first()))
    assert world.used == {"here/a"}
    assert world.seen == {"here"}
    assert world.codes == {"WARM"}


def test_what_may_be_said_once_is_remembered_though_nobody_asks() -> None:
    assert watch(remembering("trust > 1").scenario).responses == {"here/b"}


def test_as_many_codes_are_remembered_as_a_condition_looks_back() -> None:
    laws = remembering("error_within(3) or error_within(2)")
    here = laws.scenario.beats["here"]
    world = laws.first()
    for at in (0, 1, 0, 0, 1):
        world = laws.answer(here, here.responses[at], world)
    assert world.last == ("WARM", "WARM", "PLAIN")


def test_codes_since_a_rupture_opened_are_remembered_for_each() -> None:
    here = beat(
        "here",
        said("a", "WARM", to="here"),
        said("b", "OWN", to="here", effects=(Open("clash"),)),
        lines=(Line("", when=when("since_opened('WARM') or since_opened('OWN')")),),
        effects=(Open("drift"),),
    )
    laws = Laws(scenario(here))
    world = laws.enter(here, laws.first())
    for at in (0, 1, 0):
        world = laws.answer(here, here.responses[at], world)
    assert world.since == (frozenset({"WARM", "OWN"}), frozenset({"WARM"}))


def test_worlds_that_are_equal_are_one_in_a_set() -> None:
    laws = remembering("seen('here')")
    here = laws.scenario.beats["here"]
    assert len({laws.enter(here, laws.first()), laws.enter(here, laws.enter(here, laws.first()))}) == 1


def test_a_condition_may_stand_in_several_places() -> None:
    shared: Condition | None = when("trust > 1")
    here = beat("here", said("a", "ONLY"), lines=(Line("", when=shared), Line("", when=shared)))
    assert len(list(conditions(scenario(here, codes=(code("ONLY"),))))) == 2
