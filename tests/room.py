"""One small scenario with all three scores, whose numbers can be worked out in the head.

    arrives --> yes (opens `bow`) --> close --> said-no | half | lovely

At `arrives` only empathy is in play: hear +2, tell -1, brush -2. At `yes` all three are:

              empathy  humility  repair
    own  (AK)    1        2        2        repairs `bow` when the voice is 3 or more
    praise(DG)  -1       -1       -1
    hear (RC)    2        0        1
    brush(XM)   -2       -1       -2

At `close` empathy is, and repair while a rupture is open: stay 0/0, push -2/-2, ask +1/+1, advise -1/-1.
"""

from __future__ import annotations

from game.scenario.condition import Compare, ErrorWithin, Repaired
from game.scenario.model import (
    CONTEXTS,
    Beat,
    Client,
    Code,
    Ending,
    Feedback,
    Gauge,
    Line,
    Marker,
    Meta,
    Open,
    Pull,
    Repair,
    Response,
    Route,
    Rubric,
    Rule,
    Rupture,
    Scale,
    Scenario,
    Strategy,
)

GAUGES = {name: Gauge(name, start, 0, 10) for name, start in (("tension", 3), ("authentic_voice", 2))}

BANDS = {1: "Band one.", 2: "Band two.", 3: "Band three.", 4: "Band four.", 5: "Band five."}


def room() -> Scenario:
    """The scenario above."""
    return Scenario(
        id="room",
        title="A small room",
        format=1,
        sha="f" * 64,
        client=Client("Ada", "she/her", 41, "Sleeps badly.\nWorks nights.\n\nLives alone."),
        meta=Meta("A client who agrees.", "Session two.", "beginner", 5, content_note="Mentions a quarrel."),
        rubric=rubric(),
        gauges=GAUGES,
        flags=(),
        ruptures={
            "bow": Rupture("bow", "withdrawal", "W5", "Agrees at once."),
            "hurt": Rupture("hurt", "confrontation", "C1", "Says that it hurt."),
        },
        start="arrives",
        beats={beat.id: beat for beat in (_arrives(), _yes(), _close())},
        endings={
            "said-no": Ending("said-no", "repaired", (Line("No.", "relieved"),), "She disagreed, and stayed."),
            "half": Ending("half", "partial", (Line("Maybe.", "tired"),), "She may say it yet."),
            "lovely": Ending("lovely", "smoothed", (Line("Lovely.", "polite"),), "It felt like success."),
        },
    )


def _arrives() -> Beat:
    yes = (Route("yes"),)
    hear = Feedback("You listen.", "It names the tiredness.", "RCT:mutuality", "Nothing stronger is needed.")
    tell = Feedback("You know best.", "It skips the tiredness.", "3RS:S5", "hear")
    return Beat(
        "arrives",
        (Line("I slept badly.", "tired"), Line("She rubs her eyes.", "tired", aside=True)),
        (
            Response("hear", "That sounds worn out.", "RC", yes, hear),
            Response("tell", "Go to bed earlier.", "DG", yes, tell),
            Response("brush", "It's only sleep.", "XM", yes, reply=(Line("Is it."),), effects=(Open("hurt"),)),
        ),
        notice=True,
        discuss="What tells you that it is tiredness?",
    )


def _yes() -> Beat:
    close, voiced = (Route("close"),), Compare("authentic_voice", ">=", 3)
    return Beat(
        "yes",
        (Line("Whatever you think is best.", "smile-off"),),
        (
            Response("own", "I rushed you.", "AK", close, effects=(Repair("bow", voiced), Repair("hurt"))),
            Response("praise", "Good, then do that.", "DG", close, Feedback(stronger="own")),
            Response("hear", "You would like me to choose.", "RC", close, Feedback(stronger="own")),
            Response("brush", "You'll be fine.", "XM", close),
        ),
        effects=(Open("bow"),),
        notice=True,
        openings=("power",),
        pulls=("fix",),
    )


def _close() -> Beat:
    by_repair = (Route("said-no", Repaired("bow")), Route("half"))
    return Beat(
        "close",
        (Line("So.", "neutral"),),
        (
            Response("stay", "(You stay with her.)", "SL", by_repair),
            Response("push", "Cheer up.", "XM", (Route("lovely"),)),
            Response("ask", "Are you safe at home?", "SK", by_repair),
            Response("advise", "Try camomile.", "DG", (Route("lovely"),)),
        ),
        notice=True,
    )


def rubric() -> Rubric:
    """Six codes, one timing rule: owning after an error earns one more point for repair, up to 2."""
    return Rubric(
        id="small",
        title="Small",
        sha="0" * 64,
        dimensions={
            "empathy": Scale("empathy", "Empathy", {}, BANDS),
            "humility": Scale("humility", "Humility", {}, BANDS),
            "repair": Scale("repair", "Rupture repair", {}, BANDS),
        },
        gauges=GAUGES,
        codes={code.id: code for code in _codes()},
        rules=(Rule("recovery", frozenset({"AK"}), ErrorWithin(1), {"repair": 1}, {}, {}),),
        markers={
            "W5": Marker("W5", "withdrawal", "Deferential", "Quick agreement."),
            "C1": Marker("C1", "confrontation", "Complaint", "Says what you did."),
        },
        strategies={"S5": Strategy("S5", "Acknowledges own contribution", "exploratory")},
        pulls={"fix": Pull("fix", "I want to solve this.", ("DG",))},
        families=("reflecting", "owning", "room", "steering", "safety", "error"),
        lists={"qualities": ("repaired", "partial", "smoothed", "ruptured", "referred")},
    )


def _codes() -> tuple[Code, ...]:
    return (
        _code("RC", "reflecting", {"empathy": 2, "repair": 1}, {}),
        _code("AK", "owning", {"empathy": 1, "humility": 2, "repair": 2}, {"authentic_voice": 1, "tension": -1}),
        _code("SL", "room", {"empathy": 0}, {}),
        _code("DG", "steering", {"empathy": -1, "humility": -1, "repair": -1}, {"authentic_voice": -1, "tension": -1}),
        _code("SK", "safety", {"empathy": 1, "repair": 1}, {}),
        _code("XM", "error", {"empathy": -2, "humility": -1, "repair": -2}, {"tension": 1}),
    )


def _code(id: str, family: str, points: dict, shifts: dict) -> Code:  # type: ignore[type-arg]
    """The same points and shifts in every context."""
    return Code(
        id, f"Move {id}", f"What {id} does.", family, None, None,
        dict.fromkeys(CONTEXTS, points), dict.fromkeys(CONTEXTS, shifts),
    )  # fmt: skip
