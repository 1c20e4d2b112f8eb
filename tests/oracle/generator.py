"""Writes random small scenarios, each with a random rubric of its own, as real YAML files.

Every play of one comes to an end, and no moment is without a response: what is odd about them is only what they mean.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

FAMILIES = {
    "RS": "reflecting",
    "OQ": "probing",
    "NT": "probing",
    "VA": "validating",
    "AK": "owning",
    "SK": "safety",
    "XD": "error",
    "XP": "error",
}
MARKERS = {"W1": "withdrawal", "W5": "withdrawal", "C1": "confrontation", "C7": "confrontation"}
CONTEXTS = ("withdrawal", "confrontation", "none")
DIMENSIONS = ("empathy", "humility", "repair")
GAUGES = ("trust", "tension", "authentic_voice", "felt_understood")
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
SHAPES = ("{0} and {1}", "{0} or {1}", "not {0}", "not ({0} or {1})", "({0} or not {1}) and {0}", "({1}) or {0}")
WORDS_OF_YAML_1_1 = ("on", "no", "yes", "off")

Yaml = dict[str, Any]


def write(folder: Path, seed: int) -> Path:
    """The folder of the scenario of this seed, written below `folder` with its rubric."""
    maker = _Maker(random.Random(seed), f"random-{seed}")
    home = folder / maker.id
    home.mkdir(parents=True)
    (folder / "_rubrics").mkdir(exist_ok=True)
    rubric, scenario = maker.rubric(), maker.scenario()
    (folder / "_rubrics" / f"{maker.id}-rubric.yaml").write_text(_text(rubric), encoding="utf-8")
    (home / "scenario.yaml").write_text(_text(scenario), encoding="utf-8")
    return home


def _text(written: Yaml) -> str:
    text = yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=1000)
    for word in WORDS_OF_YAML_1_1:  # plain, as an author would write them: YAML 1.2 reads words
        text = text.replace(f"- '{word}'\n", f"- {word}\n").replace(f"when: '{word}'\n", f"when: {word}\n")
    return text


class _Maker:
    """One scenario in the making: its dice and its names, which conditions are made of."""

    def __init__(self, dice: random.Random, id: str) -> None:
        self.dice, self.id = dice, id
        self.gauges = list(GAUGES)
        self.flags = ["rushed", dice.choice(["sent", "on", "no"])]
        self.ruptures = {f"strain-{n}": dice.choice(list(MARKERS)) for n in range(dice.randint(1, 3))}
        self.layers = [[f"beat-{depth}-{n}" for n in range(dice.randint(1, 2))] for depth in range(dice.randint(3, 5))]
        self.responses = {
            beat: [f"says-{n}" for n in range(dice.randint(2, 3))] for layer in self.layers for beat in layer
        }
        self.passing = [f"passing-{depth}" for depth in range(len(self.layers) + 1)]  # before each layer, and a last
        self.endings = [f"ending-{n}" for n in range(dice.randint(2, 4))]
        self.loops = 2  # every way back doubles the plays, so there are few
        self.texts = 0

    def some(self, chance: float) -> bool:
        return self.dice.random() < chance

    def text(self) -> str:
        self.texts += 1
        return f"Said, number {self.texts}."

    # -- the rubric ----------------------------------------------------------------------------------------------
    def rubric(self) -> Yaml:
        known = {"ruptures": self.ruptures, "flags": self.flags, "gauges": self.gauges}
        self.ruptures, self.flags, self.gauges = {}, [], list(GAUGES)  # a rubric knows no scenario's names
        written = {
            "id": f"{self.id}-rubric",
            "dimensions": {dimension: _scale() for dimension in DIMENSIONS},
            "gauges": {name: self.gauge() for name in GAUGES},
            "families": sorted(set(FAMILIES.values())),
            "qualities": ["repaired", "partial", "smoothed", "ruptured", "referred"],
            "poses": ["neutral", "sad"],
            "openings": ["power", "faith"],
            "difficulties": ["beginner"],
            "markers": {id: {"kind": kind, "name": f"Sign {id}"} for id, kind in MARKERS.items()},
            "codes": {code: self.code(code) for code in FAMILIES},
            "rules": [self.rule(n) for n in range(self.dice.randint(3, 8))],
        }
        vars(self).update(known)
        return written

    def gauge(self) -> Yaml:
        least, most = self.dice.randint(-1, 1), self.dice.randint(3, 6)
        return {"start": self.dice.randint(least, most), "min": least, "max": most}

    def code(self, code: str) -> Yaml:
        written: Yaml = {"name": f"Move {code}", "family": FAMILIES[code]}
        if self.some(0.9):
            written["points"] = {dimension: self.claim() for dimension in DIMENSIONS if self.some(0.75)}
        if self.some(0.9):
            written["effects"] = self.shifts() if self.some(0.3) else self.shifts_by_context()
        return written

    def claim(self) -> Any:
        if self.some(0.5):
            return self.dice.randint(-2, 2)
        return {context: self.dice.randint(-2, 2) for context in CONTEXTS if self.some(0.75)}

    def shifts(self, chance: float = 0.4) -> Yaml:
        return {gauge: self.dice.randint(-3, 3) for gauge in self.gauges if self.some(chance)}

    def shifts_by_context(self) -> Yaml:
        return {context: self.shifts() for context in CONTEXTS if self.some(0.75)}

    def rule(self, number: int) -> Yaml:
        codes = self.dice.sample(list(FAMILIES), self.dice.randint(2, 5))
        written: Yaml = {"id": f"rule-{number}", "codes": codes, "when": "trust < 9"}
        if self.some(0.6):  # else it always fires
            written["when"] = self.condition(0.4)
        if self.some(0.7):
            written["add"] = {one: self.dice.choice([-3, -1, 1, 2, 3]) for one in DIMENSIONS if self.some(0.5)}
        if self.some(0.6):
            written["cap"] = {one: self.dice.randint(-2, 1) for one in DIMENSIONS if self.some(0.5)}
        if self.some(0.5):
            written["effects"] = self.shifts()
        return written

    # -- conditions ----------------------------------------------------------------------------------------------
    def condition(self, deeper: float = 0.5) -> str:
        """A condition of atoms, `and`, `or`, `not` and parentheses."""
        if not self.some(deeper):
            return self.atom()
        left, right = self.condition(deeper / 2), self.condition(deeper / 2)
        return self.dice.choice(SHAPES).format(left, right)

    def atom(self) -> str:
        if self.some(0.35):
            return self.comparison()
        atoms = [
            f"chose_code('{self.a_code()}')",
            f"last_code('{self.a_code()}')",
            *(f"since_opened('{self.a_code()}')" for _ in range(5)),  # the hardest to get right
            f"last_family('{self.dice.choice(list(FAMILIES.values()))}')",
            "last_error()",
            f"error_within({self.dice.randint(1, 3)})",
            f"ruptured('{self.dice.choice(CONTEXTS[:2])}')",
            f"ruptured('{self.dice.choice(list(MARKERS))}')",
        ]
        return self.dice.choice(atoms + self.atoms_of_the_scenario())

    def atoms_of_the_scenario(self) -> list[str]:
        if not self.ruptures:
            return []
        rupture, beat = self.a_rupture(), self.dice.choice(list(self.responses))
        return [
            f"ruptured('{rupture}')",
            f"repaired('{rupture}')",
            f"seen('{self.dice.choice([beat, *self.passing])}')",
            f"chose('{beat}/{self.dice.choice(self.responses[beat])}')",
            *self.flags,
        ]

    def comparison(self) -> str:
        gauge, sign = self.dice.choice(self.gauges), self.dice.choice(COMPARISONS)
        other = self.dice.choice(self.gauges) if self.some(0.15) else self.dice.randint(0, 5)
        return f"{gauge} {sign} {other}" if self.some(0.8) else f"{other} {sign} {gauge}"

    def a_code(self) -> str:
        return self.dice.choice(list(FAMILIES))

    def a_rupture(self) -> str:
        return self.dice.choice(list(self.ruptures))

    # -- the scenario --------------------------------------------------------------------------------------------
    def scenario(self) -> Yaml:
        changed = {"trust": {"max": 7}, "hope": {"start": 1, "min": 0, "max": 3}} if self.some(0.6) else {}
        self.gauges = [*GAUGES, *(["hope"] if changed else [])]
        changed["rounds"] = {"start": 0, "min": 0, "max": 2}
        beats = {beat: self.beat(depth, beat) for depth, layer in enumerate(self.layers) for beat in layer}
        for depth, beat in enumerate(self.passing):
            beats[beat] = self.passes(depth)
        return {
            "format": 1,
            "id": self.id,
            "title": "A random scene",
            "rubric": f"{self.id}-rubric",
            "client": {"name": "Maya"},
            "gauges": changed,
            "flags": self.flags,
            "ruptures": {id: {"kind": MARKERS[marker], "marker": marker} for id, marker in self.ruptures.items()},
            "start": self.dice.choice([self.passing[0], *self.layers[0]]),
            "beats": beats,
            "endings": {id: self.ending() for id in self.endings},
        }

    def ending(self) -> Yaml:
        qualities = ("repaired", "partial", "smoothed", "ruptured", "referred")
        return {"quality": self.dice.choice(qualities), "lines": self.lines()}

    def beat(self, depth: int, id: str) -> Yaml:
        written: Yaml = {"lines": self.lines(), **self.on_entering()}
        if self.some(0.3):
            written["opening"] = self.dice.choice(["power", ["power", "faith"]])
        if self.some(0.2):
            written["in_play"] = self.dice.sample(DIMENSIONS, self.dice.randint(0, 3))
        if self.some(0.3):
            written["notice"] = True
        if gate := self.some(0.2):
            written["gate"] = "suicide"
        written["responses"] = {one: self.response(depth, id, one) for one in self.responses[id]}
        if gate:
            first = written["responses"][self.responses[id][0]]
            first["code"] = "SK"
        return written

    def passes(self, depth: int) -> Yaml:
        return {"lines": self.lines(), **self.on_entering(), "to": self.routes(self.below(depth))}

    def below(self, depth: int) -> list[str]:
        """The beats of a layer, or the endings below the last."""
        return self.layers[depth] if depth < len(self.layers) else self.endings

    def on_entering(self) -> Yaml:
        written: Yaml = {}
        if self.some(0.4):
            written["effects"] = self.shifts()
        if self.some(0.4):
            written["opens"] = self.a_rupture()
        return written

    def lines(self) -> list[Yaml]:
        return [self.line() for _ in range(self.dice.randint(0, 2))]

    def line(self) -> Yaml:
        return {"text": self.text(), **({"when": self.condition()} if self.some(0.4) else {})}

    def response(self, depth: int, beat: str, id: str) -> Yaml:
        sure = id == self.responses[beat][0]  # one that is always on offer and leads on
        written: Yaml = {"text": self.text(), "code": self.a_code()}
        written |= {} if sure else self.held_back()
        written |= self.changes()
        if self.some(0.4):
            written["scores"] = {dimension: self.cases() for dimension in DIMENSIONS if self.some(0.5)}
            written["because"] = "It is so."
        written["reply"] = self.lines()
        if not sure and self.loops and self.some(0.25):
            self.loops -= 1
            return {**written, **self.way_back(depth, beat)}
        return {**written, "to": self.onwards(depth)}

    def held_back(self) -> Yaml:
        return {
            **({"when": self.condition()} if self.some(0.35) else {}),
            **({"once": True} if self.some(0.2) else {}),
        }

    def changes(self) -> Yaml:
        written: Yaml = {}
        if self.some(0.4):
            written["effects"] = self.shifts()
        for key in ("sets", "clears"):
            if self.some(0.3):
                written[key] = self.dice.sample(self.flags, self.dice.randint(1, 2))
        if self.some(0.35):
            written["opens"] = self.dice.choice([self.a_rupture(), list(self.ruptures)])
        if self.some(0.45):
            rupture = self.a_rupture()
            written["repairs"] = rupture if self.some(0.5) else {"rupture": rupture, "when": self.condition()}
        return written

    def cases(self) -> Any:
        if self.some(0.5):
            return self.dice.randint(-2, 2)
        asked = [{"when": self.condition(), "points": self.dice.randint(-2, 2)} for _ in range(self.dice.randint(1, 2))]
        return [*asked, {"points": self.dice.randint(-2, 2)}] if self.some(0.6) else asked

    def way_back(self, depth: int, beat: str) -> Yaml:
        """To any beat so far, once or while rounds are left: so there are only so many ways round."""
        so_far = [one for layer in self.layers[: depth + 1] for one in layer]
        to = self.dice.choice([beat, self.dice.choice(so_far)])
        if self.some(0.5):
            return {"once": True, "to": to}
        return {"when": "rounds < 2", "effects": {**self.shifts(), "rounds": 1}, "to": to}

    def onwards(self, depth: int) -> Any:
        return self.routes([*self.below(depth + 1), self.passing[depth + 1]])

    def routes(self, targets: list[str]) -> Any:
        last = self.dice.choice(targets)
        if self.some(0.5):
            return last
        asked = [{"when": self.condition(), "go": self.dice.choice(targets)} for _ in range(self.dice.randint(1, 2))]
        return [*asked, {"go": last}]


def _scale() -> Yaml:
    return {
        "anchors": dict.fromkeys(range(-2, 3), "As it is."),
        "bands": dict.fromkeys(range(1, 6), "As it is."),
    }
