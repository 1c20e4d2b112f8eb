"""What all plays of a scenario together reach, are offered, open and take, beside where each part was written.

It puts an exploration and the file side by side; what is wanting is said by `explored`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from game.checks import moments
from game.checks.keyed import Keyed, keyed
from game.checks.limits import limit
from game.checks.mends import Mend, mends
from game.checks.moments import Moment, Situation
from game.checks.openings import Repairing, repairs_on_offer
from game.checks.structure import Whole, no_way_out, unreachable
from game.checks.twins import Twins, twins
from game.checks.wording import Wording, wording
from game.scenario.asked import Asked
from game.scenario.bounds import Bounds, bounds
from game.scenario.desk import Desk
from game.scenario.explore import Explored
from game.scenario.findings import Finding
from game.scenario.model import DIMENSIONS, Beat, Ending, Open, Place, Repair, Response, Route, Scenario
from game.scenario.quotient import Quotient, quotient
from game.scenario.tree import Loc

Row = tuple[str, str, tuple[Route, ...]]
"""Routes of which the first that holds is taken, with their beat and their response (empty: the beat's own)."""


@dataclass(frozen=True)
class Plays:
    """A scenario with the exploration of it, and the desk it was read at."""

    scenario: Scenario
    desk: Desk
    explored: Explored

    @cached_property
    def said(self) -> dict[tuple[str, str], Response]:
        """Beat and response -> the response."""
        return {(beat.id, one.id): one for beat in self.scenario.beats.values() for one in beat.responses}

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
    def lost(self) -> frozenset[str]:
        """The names of the beats and endings that no play was found to reach."""
        return frozenset(one.id for one in self.unreached)

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
    def repairing(self) -> Repairing:
        """What every response on offer would repair, situation by situation."""
        return repairs_on_offer(self.explored)

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
        return moments.situations(self.explored, self.chances)

    @cached_property
    def chances(self) -> list[float]:
        """State -> how often random play comes by."""
        return moments.chances(self.explored)

    @cached_property
    def flows(self) -> dict[str, dict[str, float]]:
        """Beat -> the beats and endings it goes on to -> how often random play does."""
        explored, flows = self.explored, dict[str, dict[str, float]]()
        for place, arrows, chance in zip(explored.places, explored.arrows, self.chances, strict=True):
            onward = flows.setdefault(place, {})
            for to in arrows:
                there = explored.places[to]
                onward[there] = onward.get(there, 0.0) + chance / len(arrows)
        return flows

    @cached_property
    def situations_at(self) -> dict[str, list[Situation]]:
        """Beat -> its situations."""
        at: dict[str, list[Situation]] = {}
        for one in self.situations:
            at.setdefault(one.beat.id, []).append(one)
        return at

    @cached_property
    def twins(self) -> tuple[Twins, ...]:
        """Responses of one moment after which everything is the same."""
        return twins(self.explored)

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

    # -- what they come to ---------------------------------------------------------------------------------------
    @cached_property
    def folded(self) -> Quotient:
        """The plays as points and endings only; of a complete exploration."""
        return quotient(self.explored)

    @cached_property
    def bounds(self) -> Bounds:
        """The exact bounds of all plays."""
        return bounds(self.explored, self.folded if self.explored.complete else None)

    @cached_property
    def decisions(self) -> tuple[int, int] | None:
        """Fewest and most decisions of a play that ends; None where none ends, or where there is no most."""
        spans = [ending.decisions for ending in self.bounds.endings.values() if ending.decisions]
        longest = [most for _, most in spans if most is not None]
        if not spans or len(longest) < len(spans):
            return None
        return min(least for least, _ in spans), max(longest)

    @cached_property
    def is_whole(self) -> bool:
        """Whether plays are long enough for what is asked of whole plays. One moment is told to be short, no more."""
        return not self.folded.knots and (self.decisions or (0, 0))[1] >= limit("fewest decisions")

    @cached_property
    def title(self) -> Place:
        """Where findings about the scenario as a whole stand."""
        return self.desk.key_place(("title",))

    # -- ways ----------------------------------------------------------------------------------------------------
    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every way on that some play comes to."""
        own = ((beat.id, "", beat.routes) for beat in self.reached if beat.routes)
        return (*own, *((beat.id, response.id, response.routes) for beat, response in self.offered))

    @cached_property
    def leading(self) -> dict[str, list[tuple[str, str, int]]]:
        """Beat or ending -> the routes that lead there: beat, response, and which of the routes."""
        leading: dict[str, list[tuple[str, str, int]]] = {}
        for beat, response, routes in self.rows:
            for at, route in enumerate(routes):
                leading.setdefault(route.to, []).append((beat, response, at))
        return leading

    @cached_property
    def ways(self) -> dict[tuple[str, str, int], Asked]:
        """What came of the condition of a route: by beat, response, and which of the routes."""
        return {(one.place, one.response, one.at): one for one in self.explored.asked if one.part == "route"}

    def routes(self, one: Asked) -> tuple[Route, ...]:
        """The routes among which this one stands."""
        said = self.said.get((one.place, one.response))
        return self.scenario.beats[one.place].routes if said is None else said.routes

    def response(self, beat: str, id: str) -> Response:
        """A response by its beat and id; StopIteration where there is none."""
        return next(one for one in self.scenario.beats[beat].responses if one.id == id)

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
        effects = self.said[beat, response].effects
        number = sum(isinstance(effect, Repair) for effect in effects[:at])
        return ("beats", beat, "responses", response, "repairs", number)


Check = Callable[[Plays], Iterator[Finding]]
"""One check of a scenario with all its plays."""
