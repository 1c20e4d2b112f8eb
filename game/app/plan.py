"""Plans: transcripts with expectations that stand beside a scenario and are played against it.

    plan: recovers after rushing        rubric: relational
    says     Graham  You're the expert. *
    notice   withdrawal
    offers   agree-a-plan, name-the-yes
    choose   agree-a-plan               # trust is 4
    ends     says-no-once
    scores   empathy 3/5, repair 2/5

A trailing `*` matches any rest; lines that are not stated are passed over; `sees` states an aside. It reads and checks
plans; it does not draw (`pilot`) or judge (`scoring`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from game.scenario.model import Line
from game.scoring.score import score
from game.story.machine import Story
from game.story.run import NotOffered, NowhereToGo, Run, resume
from game.story.transcript import NOTICINGS, Noticing

Mode = Literal["straight", "resumed", "rewound"]
MODES: tuple[Mode, ...] = ("straight", "resumed", "rewound")
"""As written; saved and loaded before each response; each response undone and given again."""


class PlanFault(ValueError):
    """A plan that does not read, or that the scenario did not fulfil; says the file, the line and what was found."""


@dataclass(frozen=True, slots=True)
class Said:
    """`says NAME TEXT`, or `sees TEXT` with an empty name."""

    at: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """`notice KIND`: the prompt is there, and is answered so."""

    at: int
    kind: Noticing


@dataclass(frozen=True, slots=True)
class Offered:
    """`offers A, B`: exactly these, in the written order."""

    at: int
    responses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """`choose ID  # trust is 4`: gives the response; the comment is expected of the World after it."""

    at: int
    response: str
    gauges: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EndsAt:
    """`ends ENDING`."""

    at: int
    ending: str


@dataclass(frozen=True, slots=True)
class Scores:
    """`scores DIMENSION N/5, ...`: the level, rounded to the nearest whole."""

    at: int
    levels: tuple[tuple[str, int], ...]


Statement = Said | Notice | Offered | Choose | EndsAt | Scores


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as read."""

    name: str
    title: str
    rubric: str
    statements: tuple[Statement, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The responses it gives, in order."""
        return tuple(one.response for one in self.statements if isinstance(one, Choose))

    @property
    def ending(self) -> str | None:
        """The ending it expects."""
        return next((one.ending for one in self.statements if isinstance(one, EndsAt)), None)


# -- reading -----------------------------------------------------------------------------------------------------
def read_plan(text: str, name: str) -> Plan:
    """The plan of a text; raises `PlanFault` with `name:line` for anything it does not understand."""
    heads: dict[str, str] = {}
    statements: list[Statement] = []
    for at, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if re.match(r"(plan|rubric):", bare):  # at the beginning only: a client may speak of a plan
            heads |= dict(re.findall(r"\b(plan|rubric):\s*(.*?)(?=\s+(?:plan|rubric):|$)", bare))
        else:
            statements.append(_statement(name, at, bare))
    return Plan(name, heads.get("plan", name), heads.get("rubric", ""), tuple(statements))


def _statement(name: str, at: int, bare: str) -> Statement:
    word, _, rest = bare.partition(" ")
    make = _STATEMENTS.get(word)
    if make is None:
        raise PlanFault(f"{name}:{at}: '{word}' is not a statement of a plan; there are {', '.join(_STATEMENTS)}")
    try:
        return make(at, rest.strip())
    except ValueError as error:
        raise PlanFault(f"{name}:{at}: {error}") from None


def _says(at: int, rest: str) -> Said:
    name, gap, text = rest.partition("  ")
    if not gap:
        raise ValueError("write 'says  Name  text', with two spaces after the name")
    return Said(at, name, text.strip())


def _notice(at: int, rest: str) -> Notice:
    kind = next((kind for kind in NOTICINGS if kind == rest), None)
    if kind is None:
        raise ValueError(f"'{rest}' cannot be noticed; there are {', '.join(NOTICINGS)}")
    return Notice(at, kind)


def _choose(at: int, rest: str) -> Choose:
    response, _, comment = rest.partition("#")
    gauges = tuple(_pair(part, r"(\w+) is (-?\d+)", "trust is 4") for part in _parts(comment))
    return Choose(at, response.strip(), gauges)


def _scores(at: int, rest: str) -> Scores:
    return Scores(at, tuple(_pair(part, r"(\w+) (\d)/5", "empathy 3/5") for part in _parts(rest)))


def _pair(text: str, pattern: str, like: str) -> tuple[str, int]:
    found = re.fullmatch(pattern, text)
    if found is None:
        raise ValueError(f"'{text}' does not read; write it like '{like}'")
    return found[1], int(found[2])


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(",") if part.strip())


_STATEMENTS: Mapping[str, Callable[[int, str], Statement]] = {
    "says": _says,
    "sees": lambda at, rest: Said(at, "", rest),
    "notice": _notice,
    "offers": lambda at, rest: Offered(at, tuple(_parts(rest))),
    "choose": _choose,
    "ends": lambda at, rest: EndsAt(at, rest),
    "scores": _scores,
}


# -- playing -----------------------------------------------------------------------------------------------------
def play_plan(plan: Plan, story: Story, *, mode: Mode = "straight") -> Run:
    """The run of a plan that was fulfilled to its last statement; raises `PlanFault` at the first that was not."""
    run = Run(story)
    said = _heard(run)
    for one in plan.statements:
        try:
            run, said = _fulfil(one, run, said, mode)
        except (_Unfulfilled, NotOffered, NowhereToGo) as unmet:
            raise PlanFault(f"{plan.name}:{one.at}: {unmet}") from None
    return run


class _Unfulfilled(Exception):
    pass


def _fulfil(one: Statement, run: Run, said: list[Line], mode: Mode) -> tuple[Run, list[Line]]:
    match one:
        case Said():
            return run, _after(one, said, run.story.scenario.client.name)
        case Notice(_, kind):
            run.notice(kind)
        case Offered(_, responses):
            offered = tuple(response.id for response in run.offered())
            _expect(offered == responses, f"on offer are {', '.join(offered) or 'no responses'}")
        case Choose(_, response, gauges):
            run = _given(response, run, mode)
            for name, value in gauges:
                _expect(name in run.story.laws.index, f"there is no gauge '{name}'")
                is_now = run.story.laws.gauge(name, run.world)
                _expect(is_now == value, f"after '{response}' {name} is {is_now}, not {value}")
            return run, _heard(run)
        case EndsAt(_, ending):
            _expect(run.ending is not None, f"the session has not ended; it stands at '{run.here.to}'")
            _expect(run.here.to == ending, f"it ended at '{run.here.to}', not '{ending}'")
        case Scores(_, wanted):
            reached = {str(name): one.level for name, one in score(run).dimensions.items()}
            for dimension, level in wanted:
                shown = shown_level(reached.get(dimension))
                _expect(shown == level, f"{dimension} is {shown}/5, not {level}/5")
        case _:
            assert_never(one)
    return run, said


def _given(response: str, run: Run, mode: Mode) -> Run:
    if mode == "resumed":
        run = resume(run.story, run.transcript)
    run.respond(response)
    if mode == "rewound":
        run.rewind(len(run.steps) - 1)
        run.respond(response)
    return run


def _heard(run: Run) -> list[Line]:
    return [line for says in run.says() for line in says.lines]


def _after(wanted: Said, said: list[Line], client: str) -> list[Line]:
    _expect(not wanted.name or wanted.name == client, f"the client's name is {client}, not {wanted.name}")
    for at, line in enumerate(said):
        if line.aside == (not wanted.name) and _matches(wanted.text, line.text):
            return said[at + 1 :]
    heard = " / ".join(line.text for line in said) or "nothing"
    raise _Unfulfilled(f"'{wanted.text}' was not said; from here on there is: {heard}")


def _matches(pattern: str, text: str) -> bool:
    return text.startswith(pattern[:-1].rstrip()) if pattern.endswith("*") else text == pattern


def shown_level(level: float | None) -> int | None:
    """A level as a plan states it: the nearest whole of 1 to 5; None where the dimension never was in play."""
    return None if level is None else int(level + 0.5)


def _expect(met: bool, otherwise: str) -> None:
    if not met:
        raise _Unfulfilled(otherwise)
