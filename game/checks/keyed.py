"""The moments at which one reply is the best, with the wording of each reply: what tells are looked for in.

It pairs values; what gives the best reply away is asked by the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.checks.moments import Moment
from game.checks.wording import Wording
from game.scenario.model import Response

MOST_LOOKED = 1_000
"""Of more moments than this, every second or third and so on is looked at: that settles a share to two hundredths."""


@dataclass(frozen=True)
class Keyed:
    """A moment at which one reply earns more, more often, than each of the others."""

    moment: Moment
    wordings: tuple[Wording, ...]
    """Of each reply, in the order of the moment's offers."""
    key: int
    """The number of the best reply among them."""

    @property
    def id(self) -> str:
        """The beat."""
        return self.moment.beat.id

    @property
    def chance(self) -> float:
        """How likely a guess is the best."""
        return 1 / len(self.wordings)

    @property
    def best(self) -> Response:
        """The best reply."""
        return self.moment.offers[self.key].response

    @property
    def earned(self) -> tuple[float, ...]:
        """What each reply earns above the worst, on average."""
        return tuple(one.above for one in self.moment.offers)

    @property
    def others(self) -> tuple[Wording, ...]:
        """The wordings of all replies but the best."""
        return (*self.wordings[: self.key], *self.wordings[self.key + 1 :])


def keyed(moments: Iterable[Moment], wordings: Mapping[str, Wording]) -> tuple[Keyed, ...]:
    """The moments at which one reply is the best; where two share that, the form of one gives nothing away."""
    clear = [one for one in moments if one.at_stake and not _shared(one)]
    return tuple(_keyed(one, wordings) for one in clear[:: len(clear) // MOST_LOOKED + 1])


def _keyed(moment: Moment, wordings: Mapping[str, Wording]) -> Keyed:
    key = next(at for at, one in enumerate(moment.offers) if one is moment.key)
    return Keyed(moment, tuple(wordings[one.response.text] for one in moment.offers), key)


def _shared(moment: Moment) -> bool:
    """Whether two replies are equal in what `Moment.key` compares, but for the last digits of arithmetic."""
    most = max(one.chance for one in moment.offers)
    merits = [(round(one.best * one.chance / most, 9), round(one.above, 9)) for one in moment.offers]
    return merits.count(max(merits)) > 1
