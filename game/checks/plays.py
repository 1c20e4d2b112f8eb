"""What all plays of a scenario together reach, are offered, open and take, beside where each part was written.

It puts an exploration and the file side by side; what is wanting is said by `explored`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from game.checks import moments
from game.checks.keyed import Keyed, keyed
from game.checks.mends import Mend, mends
from game.checks.moments import Moment, Situation
from game.checks.structure import Whole, no_way_out, unreachable
from game.checks.wording import Wording, wording
from game.scenario.asked import Asked
from game.scenario.desk import Desk
from game.scenario.explore import Explored
from game.scenario.model import DIMENSIONS, Beat, Ending, Open, Place, Repair, Response, Route, Scenario
from game.scenario.tree import Loc

Row = tuple[str, str, tuple[Route, ...]]
"""Routes of which the first that holds is taken, with their beat and their response (empty: the beat's own)."""


@dataclass(frozen=True)
class Plays:
    """A scenario with the exploration of it, and the desk it was read at."""

    scenario: Scenario
    desk: Desk
    explored: Explored

    # -- what is reached -----------------------------------------------------------------------------------------
    @cached_property
    def reached(self) -> tuple[Beat, ...]:
        """The beats that some play was found to reach."""
        return tuple(beat for beat in self.scenario.beats.values() if beat.id in self.explored.first)

    @cached_property
    def unreached(self) -> tuple[Beat | Ending, ...]:
        """The beats and endings that no play was found to reach."""
        every: dict[str, Beat | Ending] = {**self.scenario.beats, **self.scenario.endings}
        return tuple(every[place] for place in self.explored.unreached())

    @cached_property
    def unheard(self) -> frozenset[str]:
        """The responses of reached beats that no play was found to be offered, as `beat/response`."""
        return frozenset(self.explored.never_offered())

    @cached_property
    def offered(self) -> tuple[tuple[Beat, Response], ...]:
        """The responses that some play was found to be offered, each with its beat."""
        every = ((beat, response) for beat in self.reached for response in beat.responses)
        return tuple((beat, response) for beat, response in every if f"{beat.id}/{response.id}" not in self.unheard)

    @cached_property
    def opened(self) -> frozenset[str]:
        """The ruptures that some play was found to open."""
        effects = chain(*(beat.effects for beat in self.reached), *(one.effects for _, one in self.offered))
        return frozenset(effect.rupture for effect in effects if isinstance(effect, Open))

    @cached_property
    def mends(self) -> tuple[Mend, ...]:
        """What comes of every repair on offer."""
        return mends(self.explored)

    @cached_property
    def mended(self) -> frozenset[str]:
        """The ruptures that some play was found to repair, or that a response opens and repairs at once."""
        at_once = (
            {one.rupture for one in said.effects if isinstance(one, Open)}
            & {one.rupture for one in said.effects if isinstance(one, Repair)}
            for _, said in self.offered
        )
        return frozenset(mend.rupture for mend in self.mends if mend.held).union(*at_once)

    @cached_property
    def in_play(self) -> frozenset[tuple[str, str, str]]:
        """Beat, response and dimension, wherever a response with the author's points was on offer."""
        explored = self.explored
        judged = {beat.id for beat, response in self.offered if response.overrides}
        every = zip(explored.places, explored.offers, explored.points, strict=True)
        moments = {(place, id(offers), id(points)): (place, offers, points) for place, offers, points in every}
        return frozenset(
            (place, response.id, dimension)
            for place, offers, told in moments.values()
            if place in judged
            for response, points in zip(offers, told, strict=True)
            for dimension, claim in zip(DIMENSIONS, points, strict=True)
            if claim is not None
        )

    # -- what is at stake ----------------------------------------------------------------------------------------
    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """Everything that can be at stake at some moment, weighed by how often random play meets it."""
        return moments.situations(self.explored)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The beats with responses, each over all its situations."""
        return moments.moments(self.situations)

    @cached_property
    def keyed(self) -> tuple[Keyed, ...]:
        """The moments at which one reply is the best, with the wording of each reply."""
        return keyed(self.moments, self.wordings)

    @cached_property
    def wordings(self) -> Mapping[str, Wording]:
        """Text of a reply that some play is offered -> that text taken apart."""
        texts = {offer.response.text for one in self.moments for offer in one.offers}
        return {text: wording(text) for text in texts}

    # -- ways ----------------------------------------------------------------------------------------------------
    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every way on that some play comes to."""
        own = ((beat.id, "", beat.routes) for beat in self.reached if beat.routes)
        return (*own, *((beat.id, response.id, response.routes) for beat, response in self.offered))

    @cached_property
    def ways(self) -> dict[tuple[str, str, int], Asked]:
        """What came of the condition of a route: by beat, response, and which of the routes."""
        return {(one.place, one.response, one.at): one for one in self.explored.asked if one.part == "route"}

    def routes(self, one: Asked) -> tuple[Route, ...]:
        """The routes among which this one stands."""
        beat = self.scenario.beats[one.place]
        return next((said.routes for said in beat.responses if said.id == one.response), beat.routes)

    # -- places --------------------------------------------------------------------------------------------------
    @cached_property
    def told(self) -> frozenset[Place]:
        """Where `check` says already that no way leads there, or none out."""
        whole = Whole(self.scenario, self.desk)
        return frozenset(one.place for one in chain(unreachable(whole), no_way_out(whole)))

    def place(self, one: Asked) -> Place:
        """Where the condition is written."""
        return self.desk.place((*self.way(one), "when"))

    def way(self, one: Asked) -> Loc:
        """The way in the file to what the condition belongs to."""
        if one.place in self.scenario.endings:
            return ("endings", one.place, "lines", one.at)
        whole: Loc = ("beats", one.place, "responses", one.response) if one.response else ("beats", one.place)
        match one.part:
            case "line":
                return (*whole, "lines", one.at)
            case "response":
                return whole
            case "score":
                return (*whole, "scores", one.dimension, one.at)
            case "repair":
                return self.repair(one.place, one.response, one.at)
            case "reply":
                return (*whole, "reply", one.at)
            case "route":
                return (*whole, "to", one.at)

    def repair(self, beat: str, response: str, at: int) -> Loc:
        """The way in the file to a repair, given which of the response's effects it is."""
        effects = next(one.effects for one in self.scenario.beats[beat].responses if one.id == response)
        number = sum(isinstance(effect, Repair) for effect in effects[:at])
        return ("beats", beat, "responses", response, "repairs", number)
