"""What shows only beside other scenarios, on values made by hand."""

from __future__ import annotations

from game.checks.across import CodeEarnings, Portrayed, Shelved, across, identity_difficult, playing_codes
from game.checks.kinds import RuptureKinds
from game.scenario.model import Place, RuptureKind


def earnings(name: str, codes: dict[str, tuple[float, int]], *moments: tuple[str, int]) -> CodeEarnings:
    return CodeEarnings(name, Place(name, 1, 1), codes, tuple((tuple(said.split()), key) for said, key in moments))


def portrait(name: str, tokens: str, *, difficult: bool = False) -> Portrayed:
    return Portrayed(name, Place(name, 1, 1), difficult, frozenset(tokens.split()))


def opened(name: str, *kinds: RuptureKind) -> RuptureKinds:
    return RuptureKinds(Place(name, 3, 1), frozenset(kinds))


WORTH = earnings("other", {"AK": (20, 4), "RC": (9, 3), "AR": (0, 5)})


def told(*library: CodeEarnings) -> list[tuple[str, str]]:
    return [(one.place.file, one.message) for one in playing_codes(library)]


def test_one_scenario_is_no_library() -> None:
    assert told(earnings("one", {"AK": (9, 3)}, *[("AK RC AR", 0)] * 9)) == []


def test_codes_that_earn_most_elsewhere_find_the_best_reply() -> None:
    """At four moments of five: AK is worth 5 elsewhere, RC 3, AR 0; what it earns here does not count."""
    one = earnings("one", {"AR": (90, 1)}, *[("AR AK RC", 1)] * 4, ("AR AK RC", 0))
    said = "choosing the code that earns most in the other scenarios finds the best reply at 80% of 5 moments"
    assert told(WORTH, one) == [("one", f"{said} (at most 60%)")]


def test_at_three_moments_of_five_nothing_is_said() -> None:
    assert told(WORTH, earnings("one", {}, *[("AR AK RC", 1)] * 3, *[("AR AK RC", 0)] * 2)) == []


def test_few_moments_prove_nothing() -> None:
    assert told(WORTH, earnings("one", {}, ("AR AK RC", 1), ("RC AR AK", 2))) == []


def test_replies_of_one_code_share_the_find() -> None:
    """Two of three are coded AK: half of each moment is found, which is not enough."""
    assert told(WORTH, earnings("one", {}, *[("AK AK RC", 1)] * 10)) == []


def test_a_code_that_stands_nowhere_else_is_worth_what_all_are() -> None:
    """29 points on 12 replies make 2.4: less than RC, more than AR."""
    assert told(WORTH, earnings("one", {"XX": (90, 9)}, *[("AR XX AR", 1)] * 6)) != []
    assert told(WORTH, earnings("one", {"XX": (90, 9)}, *[("RC XX AR", 1)] * 6)) == []


def difficult(*library: Portrayed) -> list[str]:
    return [one.message for one in identity_difficult(library)]


def test_a_group_that_is_always_difficult_is_told_of() -> None:
    """3 of 8, all among the 3 difficult ones: by accident 1 in 56."""
    library = [portrait(f"d{at}", "old", difficult=True) for at in range(3)]
    library += [portrait(f"e{at}", "young") for at in range(5)]
    assert difficult(*library) == [
        "of 8 scenarios, the 3 with old are all among the most difficult (accident: p = .018)"
    ]


def test_one_easy_scenario_with_them_is_enough() -> None:
    library = [portrait(f"d{at}", "old", difficult=True) for at in range(3)]
    assert difficult(*library, portrait("e", "old"), *[portrait(f"e{at}", "young") for at in range(5)]) == []


def test_a_small_library_proves_nothing() -> None:
    assert difficult(portrait("d", "old", difficult=True), portrait("e", "young")) == []


def test_a_waiver_is_heard() -> None:
    one = earnings("one", {}, *[("AR AK RC", 1)] * 5)
    library = [
        Shelved(WORTH, portrait("other", ""), opened("other"), {}),
        Shelved(one, portrait("one", ""), opened("one"), {"SC134": "It is a scene for drill."}),
    ]
    assert [(found.severity, found.waived) for found in across(library)] == [("note", "It is a scene for drill.")]


def test_the_one_kind_of_rupture_is_told_of_in_the_first_that_opens_one() -> None:
    library = [
        Shelved(earnings(name, {}), portrait(name, ""), opened(name, *kinds), {})
        for name, kinds in (("a", ()), ("b", ("withdrawal",)), ("c", ("withdrawal",)))
    ]
    assert [(found.code, found.place) for found in across(library)] == [("SC089", Place("b", 3, 1))]
    assert across(library[:1]) == across([]) == ()
