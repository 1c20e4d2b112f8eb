"""Scenarios built in code: small ones by hand for unit tests, random ones for properties. None is good teaching.

Conditions are written as authors write them. The rubric is made up: its codes are named after what they are for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import Any

from hypothesis import strategies as st

from game.scenario.condition import LONGEST, Condition, parse
from game.scenario.model import (
    CONTEXTS,
    DIMENSIONS,
    Beat,
    Client,
    Code,
    Dimension,
    Effect,
    Ending,
    Gauge,
    Line,
    Lower,
    Meta,
    Open,
    Override,
    Raise,
    Repair,
    Response,
    Route,
    Rubric,
    Rule,
    Rupture,
    Scenario,
    Shift,
)

GAUGES = {"trust": Gauge("trust", 2, 0, 4), "tension": Gauge("tension", 1, 0, 3), "shame": Gauge("shame", 0, -2, 2)}
RUPTURES = {"drift": Rupture("drift", "withdrawal", "W5"), "clash": Rupture("clash", "confrontation", "C1")}
FLAGS = ("rushed", "sent")


# -- by hand -----------------------------------------------------------------------------------------------------
def when(text: str) -> Condition | None:
    """A condition as authors write it; empty for none."""
    return parse(text) if text else None


def routes(to: str | Iterable[tuple[str, str]]) -> tuple[Route, ...]:
    """`"end"`, or pairs of a condition and a beat."""
    return (Route(to),) if isinstance(to, str) else tuple(Route(go, when(text)) for text, go in to)


def said(id: str, code: str = "PLAIN", to: str | Iterable[tuple[str, str]] = "end", **more: Any) -> Response:
    """A response; `when` may be given as text."""
    more["when"] = when(more.get("when", ""))
    return Response(id, id, code, routes(to), **more)


def beat(id: str, *responses: Response, to: str | Iterable[tuple[str, str]] = (), **more: Any) -> Beat:
    """A beat with responses, or with a way on."""
    return Beat(id, responses=responses, routes=routes(to), **more)


def always(points: int) -> Override:
    """The author's points whatever the World."""
    return Override(((None, points),))


def code(id: str, family: str = "plain", points: Any = None, shifts: Any = None) -> Code:
    """A code; points and shifts either the same in every context, or by context."""
    return Code(id, id, id, family, None, None, _by_context(points or {}), _by_context(shifts or {}))


def _by_context(values: Mapping[Any, Any]) -> dict[Any, dict[Any, int]]:
    if any(isinstance(value, Mapping) for value in values.values()):
        return {context: dict(values.get(context, {})) for context in CONTEXTS}
    return {context: dict(values) for context in CONTEXTS}


def rule(id: str, codes: str, text: str, **does: Mapping[Any, int]) -> Rule:
    """A timing rule: `add`, `cap` and `shifts` by name."""
    return Rule(
        id, frozenset(codes.split()), parse(text), does.get("add", {}), does.get("cap", {}), does.get("shifts", {})
    )


CODES = (
    code("PLAIN"),
    code("WARM", "warm", {"empathy": 2, "humility": 1, "repair": 1}, {"trust": 1}),
    code("ASK", "asking", {"empathy": 1, "repair": 0}, {"withdrawal": {"trust": -1}, "none": {"trust": 1}}),
    code("OWN", "owning", {"withdrawal": {"repair": 2}, "confrontation": {"repair": 1, "humility": 2}, "none": {}}),
    code("SLIP", "error", {"empathy": -2, "repair": -2}, {"trust": -1, "tension": 2}),
    code("PUSH", "error", {"empathy": -1, "humility": -2}, {"confrontation": {"tension": 1, "shame": 1}}),
)


def scenario(*beats: Beat, endings: str = "end", rules: Iterable[Rule] = (), **more: Any) -> Scenario:
    """A scenario that starts at its first beat; `codes` and `gauges` may replace the usual ones."""
    codes = more.pop("codes", CODES)
    gauges = more.pop("gauges", GAUGES)
    quality = dict(zip(endings.split(), ("repaired", "partial", "ruptured", "smoothed"), strict=False))
    return Scenario(
        id="built", title="Built", format=1, sha="0" * 64, client=Client("Ada"), meta=Meta(),
        rubric=_rubric(codes, gauges, rules), gauges=gauges, flags=FLAGS, ruptures=more.pop("ruptures", RUPTURES),
        start=beats[0].id, beats={one.id: one for one in beats},
        endings={id: Ending(id, of, more.pop("last_lines", ()), "") for id, of in quality.items()},
    )  # fmt: skip


def _rubric(codes: Iterable[Code], gauges: Mapping[str, Gauge], rules: Iterable[Rule]) -> Rubric:
    known = {one.id: one for one in codes}
    families = tuple(dict.fromkeys(one.family for one in known.values()))
    return Rubric("made-up", "Made up", "0" * 64, {}, gauges, known, tuple(rules), {}, {}, {}, families, {})


# -- by chance ---------------------------------------------------------------------------------------------------
@st.composite
def scenarios(draw: st.DrawFn, *, round: bool = False) -> Scenario:
    """Small scenarios with everything in them. Ways lead forwards only, unless `round` allows any."""
    size = draw(st.integers(1, 4) if round else st.integers(2, 7))
    return _Dice(Random(draw(st.integers(0, 2**40))), size, round=round).scenario()


def conditions(random: Random, beats: list[str], depth: int = 2) -> Condition:
    """A random condition over the names of random scenarios."""
    return _Dice(random, len(beats), round=False).condition(depth)


class _Dice:
    """Makes one random scenario. Seeds shrink badly, but a hundred scenarios are made in the time of one drawn."""

    def __init__(self, random: Random, size: int, *, round: bool) -> None:
        self.random = random
        self.round = round
        self.beats = [f"b{at}" for at in range(size)]
        self.codes = [f"K{at}" for at in range(4)] + ["X0", "X1"]
        self.paired = self.maybe(0.5)

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def some(self, chance: float, make: Callable[[], Any]) -> Any:
        return make() if self.maybe(chance) else None

    def few(self, most: int, make: Callable[[], Any]) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.random.randint(0, most)))

    # -- conditions ----------------------------------------------------------------------------------------------
    def condition(self, depth: int = 2) -> Condition:
        text = self.text(depth)
        return parse(text if len(text) <= LONGEST else self.text(0))

    def text(self, depth: int) -> str:
        if depth and self.maybe(0.35):
            word = self.random.choice([" and ", " or "])
            return word.join(f"({self.text(depth - 1)})" for _ in range(self.random.randint(2, 3)))
        if self.maybe(0.25):
            return f"not ({self.text(max(0, depth - 1))})"
        return self.random.choice([self.comparison, self.comparison, self.state, self.past])()

    def comparison(self) -> str:
        gauge, *others = self.random.sample(sorted(GAUGES), 2)
        op = self.random.choice(["<", "<=", ">", ">=", "==", "!="])
        right = others[0] if self.maybe(0.15) else str(self.random.randint(-2, 4))
        return f"{gauge} {op} {right}" if self.maybe(0.8) else f"{right} {op} {gauge}"

    def state(self) -> str:
        pick = self.random.choice
        return pick(
            [
                pick(FLAGS),
                f"ruptured({pick(['drift', 'clash', 'withdrawal', 'confrontation', 'W5', 'C1'])!r})",
                f"repaired({pick(sorted(RUPTURES))!r})",
                self.since(),
                f"last_family('warm') and ruptured({pick(['withdrawal', 'clash'])!r}) and {self.since()}",
            ]
        )

    def since(self) -> str:
        """In half of the scenarios two codes are only ever asked for together."""
        together = "(since_opened('K0') or since_opened('K1'))"
        if not self.paired:
            return together if self.maybe(0.3) else f"since_opened({self.random.choice(self.codes)!r})"
        return self.random.choice([together, together, f"not since_opened({self.random.choice(self.codes[2:])!r})"])

    def past(self) -> str:
        pick = self.random.choice
        return pick(
            [
                f"seen({pick(self.beats)!r})",
                f"chose({pick(self.beats) + '/r' + str(self.random.randint(0, 2))!r})",
                f"chose_code({pick(self.codes)!r})",
                f"last_code({pick(self.codes)!r})",
                f"last_family({pick(['asking', 'warm', 'error'])!r})",
                "last_error()",
                f"error_within({self.random.randint(2, 3)})",
            ]
        )

    # -- the parts of a scenario ---------------------------------------------------------------------------------
    def scenario(self) -> Scenario:
        codes = [self.code(one) for one in self.codes]
        rules = [self.rule(f"rule{at}") for at in range(self.random.randint(0, 5))]
        beats = [self.beat(at) for at in range(len(self.beats))]
        return scenario(*beats, endings="end other third", rules=rules, codes=codes, last_lines=self.lines())

    def code(self, id: str) -> Code:
        family = "error" if id.startswith("X") else self.random.choice(["asking", "warm"])
        by_context = self.maybe(0.5)
        return code(id, family, self.varied(by_context, self.points), self.varied(by_context, self.shifts))

    def varied(self, by_context: bool, make: Callable[[], Any]) -> Any:
        return {context: make() for context in CONTEXTS} if by_context else make()

    def points(self) -> dict[Dimension, int]:
        return {one: self.random.randint(-2, 2) for one in DIMENSIONS if self.maybe(0.7)}

    def shifts(self) -> dict[str, int]:
        return {gauge: self.random.choice([-2, -1, 1, 2]) for gauge in GAUGES if self.maybe(0.4)}

    def rule(self, id: str) -> Rule:
        codes = frozenset(self.random.sample(self.codes, self.random.randint(1, 3)))
        add = self.some(0.4, self.points) or {}
        return Rule(
            id, codes, self.condition(1), add, self.some(0.4, self.points) or {}, self.some(0.5, self.shifts) or {}
        )

    def lines(self) -> tuple[Line, ...]:
        return self.few(2, lambda: Line("...", when=self.some(0.5, self.condition)))

    def ways(self, at: int) -> tuple[Route, ...]:
        ahead = self.beats if self.round else self.beats[at + 1 : at + 3]
        goals = [*ahead * 4, "end"] if ahead else ["end", "other", "third"]
        return (
            *self.few(1, lambda: Route(self.random.choice(goals), self.condition())),
            Route(self.random.choice(goals)),
        )

    def beat(self, at: int) -> Beat:
        passing = self.maybe(0.2)
        return Beat(
            self.beats[at],
            self.lines(),
            () if passing else tuple(self.response(at, f"r{one}") for one in range(self.random.randint(2, 3))),
            self.ways(at) if passing else (),
            self.entering(),
            openings=("power",) if self.maybe(0.3) else (),
            in_play=self.some(0.1, lambda: tuple(one for one in DIMENSIONS if self.maybe(0.5))),
        )

    def entering(self) -> tuple[Effect, ...]:
        shifts = tuple(Shift(gauge, by) for gauge, by in (self.some(0.3, self.shifts) or {}).items())
        return (*shifts, *self.flags(), *self.opens(0.3))

    def flags(self) -> tuple[Effect, ...]:
        return self.few(1, lambda: self.random.choice([Raise, Lower])(self.random.choice(FLAGS)))

    def opens(self, chance: float) -> tuple[Effect, ...]:
        return (Open(self.random.choice(sorted(RUPTURES))),) if self.maybe(chance) else ()

    def response(self, at: int, id: str) -> Response:
        return Response(
            id,
            id,
            self.random.choice(self.codes),
            self.ways(at),
            when=self.some(0.25, self.condition),
            once=self.maybe(0.3),
            reply=self.lines(),
            overrides={one: self.override() for one in DIMENSIONS if self.maybe(0.2)},
            shifts=self.some(0.3, self.shifts) or {},
            effects=(*self.flags(), *self.opens(0.15), *self.repairs()),
        )

    def repairs(self) -> tuple[Effect, ...]:
        repair = self.some(0.3, lambda: Repair(self.random.choice(sorted(RUPTURES)), self.some(0.6, self.condition)))
        return (repair,) if repair else ()

    def override(self) -> Override:
        cases = [(self.condition(), self.random.randint(-2, 2)) for _ in range(self.random.randint(0, 2))]
        last = [(None, self.random.randint(-2, 2))] if self.maybe(0.6) or not cases else []
        return Override((*cases, *last))
