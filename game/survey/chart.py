"""A scenario as a chart: its beats and endings, and the ways between them with what they ask and do.

It places nothing (`layout`) and draws nothing (`mermaid`, `drawing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.scenario.condition import Condition, text
from game.scenario.model import Beat, Effect, Ending, Open, Repair, Response, Scenario


@dataclass(frozen=True, slots=True)
class Way:
    """One route: by which response, and when."""

    response: str
    """Empty where a beat leads on by itself."""
    when: str
    """What must hold for the response and the route; empty for nothing."""
    opens: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """All ways from one beat to one beat or ending."""

    source: str
    target: str
    ways: tuple[Way, ...]

    @property
    def conditional(self) -> bool:
        """Whether none of its ways is always open."""
        return all(way.when for way in self.ways)


@dataclass(frozen=True, slots=True)
class Chart:
    """The beats, the endings, and the arrows between them in the written order."""

    scenario: Scenario
    arrows: tuple[Arrow, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Beats, then endings."""
        return (*self.scenario.beats, *self.scenario.endings)

    def place(self, name: str) -> Beat | Ending:
        """The beat or ending of this name."""
        return self.scenario.beats.get(name) or self.scenario.endings[name]


def chart(scenario: Scenario) -> Chart:
    """The chart of a scenario."""
    return Chart(scenario, tuple(arrow for beat in scenario.beats.values() for arrow in _arrows(beat)))


def opened(beat: Beat) -> tuple[str, ...]:
    """The ruptures that entering the beat or one of its responses opens."""
    told = (one for part in (beat.effects, *(said.effects for said in beat.responses)) for one in _opens(part))
    return tuple(dict.fromkeys(told))


def repaired(beat: Beat) -> tuple[str, ...]:
    """The ruptures that some response of the beat can repair."""
    return tuple(dict.fromkeys(one for said in beat.responses for one in _repairs(said.effects)))


def _arrows(beat: Beat) -> Iterator[Arrow]:
    ways: dict[str, list[Way]] = {}
    for route in beat.routes:
        ways.setdefault(route.to, []).append(Way("", _when(route.when)))
    for said in beat.responses:
        for to, way in _ways(said):
            ways.setdefault(to, []).append(way)
    for target, found in ways.items():
        yield Arrow(beat.id, target, tuple(found))


def _ways(said: Response) -> Iterator[tuple[str, Way]]:
    for route in said.routes:
        yield route.to, Way(said.id, _when(said.when, route.when), _opens(said.effects), _repairs(said.effects))


def _when(*conditions: Condition | None) -> str:
    told = [text(one) for one in conditions if one is not None]
    return told[0] if len(told) == 1 else " and ".join(f"({one})" for one in told)


def _opens(effects: Iterable[Effect]) -> tuple[str, ...]:
    return tuple(effect.rupture for effect in effects if isinstance(effect, Open))


def _repairs(effects: Iterable[Effect]) -> tuple[str, ...]:
    return tuple(effect.rupture for effect in effects if isinstance(effect, Repair))
