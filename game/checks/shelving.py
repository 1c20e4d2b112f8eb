"""What of one scenario is held against the others of its library: what its codes earn, who its client is, what opens.

It makes the values that `across` judges, and judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.checks.across import CodeEarnings, Portrayed, Shelved
from game.checks.kinds import RuptureKinds
from game.checks.plays import Plays
from game.checks.tells import whole
from game.checks.wording import listed, wording
from game.scenario.model import Scenario


def shelved(plays: Plays) -> Shelved:
    """All of it."""
    return Shelved(code_earnings(plays), portrayed(plays), rupture_kinds(plays), plays.scenario.meta.waive)


def code_earnings(plays: Plays) -> CodeEarnings:
    """What the codes earn at the moments with one best reply."""
    codes: dict[str, tuple[float, int]] = {}
    for one in plays.keyed:
        for offer in one.moment.offers:
            earned, count = codes.get(offer.response.code, (0.0, 0))
            codes[offer.response.code] = (earned + offer.above, count + 1)
    moments = tuple((tuple(offer.response.code for offer in one.moment.offers), one.key) for one in plays.keyed)
    return CodeEarnings(plays.scenario.id, whole(plays), codes, moments)


def rupture_kinds(plays: Plays) -> RuptureKinds:
    """The kinds of the ruptures that some play was found to open."""
    return RuptureKinds(plays.title, frozenset(plays.scenario.ruptures[one].kind for one in plays.opened))


# -- who the client is -------------------------------------------------------------------------------------------
_YOUNG, _OLD = 25, 60
_PRONOUNS = {"she": "a woman", "he": "a man", "they": "a client who is neither he nor she"}
_SPOKEN: Mapping[str, frozenset[str]] = {
    "a client of faith": listed(
        "church mosque temple synagogue gurdwara hijab muslim christian jewish hindu sikh imam"
    ),
    "a client who came from elsewhere": listed("migrant migrated immigrant refugee asylum visa emigrated homeland"),
    "a client of colour": listed("african asian caribbean racism racist"),
    "a gay, bisexual or trans client": listed("gay lesbian bisexual queer trans transgender"),
    "a disabled client": listed("wheelchair disabled disability deaf crutches"),
    "a client without means": listed("foodbank homeless homelessness hostel evicted eviction"),
}
"""A group -> words that tell of it in a case file, none that are said of other things too. The lists are ours."""


def portrayed(plays: Plays) -> Portrayed:
    """Who the client is, as far as words tell."""
    scenario = plays.scenario
    most = scenario.rubric.lists.get("difficulties", ())[-1:]
    difficult = scenario.meta.difficulty in most
    return Portrayed(scenario.id, plays.desk.key_place(("client",)), difficult, frozenset(_tokens(scenario)))


def _tokens(scenario: Scenario) -> Iterator[str]:
    client = scenario.client
    if client.age is not None and client.age < _YOUNG:
        yield f"a client under {_YOUNG}"
    if client.age is not None and client.age >= _OLD:
        yield f"a client of {_OLD} or more"
    if (pronoun := client.pronouns.partition("/")[0].strip().lower()) in _PRONOUNS:
        yield _PRONOUNS[pronoun]
    words = {word for text in (client.intake, scenario.meta.summary) for word in wording(text).words}
    yield from (group for group, telling in _SPOKEN.items() if words & telling)
    yield from {f"the opening '{cue}'" for beat in scenario.beats.values() for cue in beat.openings}
