"""What is said of repairs is true of the whole product of beats and Worlds, with nothing dropped."""

from __future__ import annotations

from building import scenarios
from hypothesis import assume, given, settings
from whole_product import Product, product

from game.checks.mends import Mend, mends
from game.scenario.explore import explore
from game.scenario.laws import Laws
from game.scenario.model import Scenario


@given(scenarios(round=True))
@settings(max_examples=150)
def test_a_repair_is_told_as_it_is(scenario: Scenario) -> None:
    laws = Laws(scenario)
    whole = product(laws)
    assume(whole is not None)
    assert whole is not None
    for mend in mends(explore(laws)):
        assert mend.met == is_met(mend, laws, whole)
        if mend.when is None:
            assert (mend.held, mend.failed) == (mend.met, False)
        else:
            outcomes = whole.asked.get((mend.beat, mend.response, "repair", mend.at, ""), set())
            assert {seen for seen, told in ((True, mend.held), (False, mend.failed)) if told} == outcomes


def is_met(mend: Mend, laws: Laws, whole: Product) -> bool:
    """Whether in some World the response is offered while the rupture is open."""
    beat = laws.scenario.beats[mend.beat]
    for _, world in (node for node in whole.moves if node[0] == mend.beat):
        if mend.rupture in world.open and any(one.id == mend.response for one in laws.offered(beat, world)):
            return True
    return False
