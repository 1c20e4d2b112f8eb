"""Small scenarios made by hand, for tests of what comes after compiling. They are not good teaching."""

from __future__ import annotations

from game.scenario.condition import Has
from game.scenario.model import (
    CONTEXTS,
    Beat,
    Client,
    Code,
    Ending,
    Gauge,
    Line,
    Meta,
    Open,
    Raise,
    Repair,
    Response,
    Route,
    Rubric,
    Rupture,
    Scale,
    Scenario,
)

GAUGES = {"trust": Gauge("trust", 4, 0, 10), "tension": Gauge("tension", 2, 0, 10)}


def rubric() -> Rubric:
    """Two codes and nothing more: one that helps, one that hurries."""
    return Rubric(
        id="plain",
        title="Plain",
        sha="0" * 64,
        dimensions={"empathy": Scale("empathy", "Empathy", {}, {})},
        gauges=GAUGES,
        codes={"EX": _code("EX", 1, "skill"), "DG": _code("DG", -1, "error")},
        rules=(),
        markers={},
        strategies={},
        pulls={},
        families=("skill", "error"),
        lists={},
    )


def corridor(length: int = 12, *, width: int = 3, judged: Rubric | None = None) -> Scenario:
    """Beats in a row, each with `width` responses that go on; with one rupture on the way, and two endings.

    The responses take the codes of the rubric in turn: the plain one's, or those of `judged`.
    """
    judged = judged or rubric()
    codes = tuple(judged.codes)
    beats = {f"b{n}": _beat(n, length, width, codes) for n in range(length)}
    return Scenario(
        id="corridor",
        title="Corridor",
        format=1,
        sha=f"{length:032x}{width:032x}",
        client=Client("Ada"),
        meta=Meta(),
        rubric=judged,
        gauges=judged.gauges,
        flags=("hurried",),
        ruptures={"rift": Rupture("rift", "withdrawal", "W1")},
        start="b0",
        beats=beats,
        endings={name: Ending(name, "steady", (Line("Bye."),), "") for name in ("parted", "hurried-away")},
    )


def _beat(n: int, length: int, width: int, codes: tuple[str, ...]) -> Beat:
    return Beat(
        id=f"b{n}",
        lines=(Line(f"This is beat {n}."),),
        responses=tuple(_response(n, at, length, codes[(n * width + at) % len(codes)]) for at in range(width)),
        effects=(Open("rift"),) if n == 3 else (),
        notice=n % 5 == 4,
    )


def _response(n: int, at: int, length: int, code: str) -> Response:
    onward = (Route(f"b{n + 1}"),) if n + 1 < length else (Route("hurried-away", Has("hurried")), Route("parted"))
    effects = ((Raise("hurried"),), (Repair("rift"),), ())[at % 3]
    return Response(f"r{at}", f"Response {at}.", code, onward, effects=effects)


def _code(name: str, points: int, family: str) -> Code:
    return Code(
        id=name,
        name=name,
        definition="",
        family=family,
        strategy=None,
        tag=None,
        points={context: {"empathy": points} for context in CONTEXTS},
        shifts={context: {"trust": points, "tension": -points} for context in CONTEXTS},
    )
