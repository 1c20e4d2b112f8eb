"""A tell that is planted is found; where form is even, nothing is said; and what was learnt is not asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

import pytest
from building import beat, said, scenario

from game.checks.odds import pairs_won
from game.checks.plays import Plays
from game.checks.surface import given_away, guesses, signs
from game.checks.wording import listed, wording
from game.scenario.desk import Desk
from game.scenario.explore import explore
from game.scenario.findings import Finding
from game.scenario.laws import Laws
from game.scenario.model import Response
from game.scenario.tree import Node

WORDS = sorted(
    listed("clock door hand letter lunch morning phone river sheet stairs table van week window work garden road")
)
MOMENTS = 12


def reply(id: str, code: str, text: str, to: str) -> Response:
    return replace(said(id, code, to), text=text)


def plays(form: Callable[[int, str, str], str]) -> Plays:
    """Twelve moments with one best and two other replies, of like words; `form` has the last word on each."""
    random = Random(3)
    beats = []
    for at in range(MOMENTS):
        onward = f"m{at + 1}" if at + 1 < MOMENTS else "end"
        texts = [" ".join(["The", *random.sample(WORDS, 9)]) + "." for _ in range(3)]
        codes = random.sample(["WARM", "PLAIN", "SLIP"], 3)
        beats.append(
            beat(f"m{at}", *(reply(f"r{k}", code, form(at, code, texts[k]), onward) for k, code in enumerate(codes)))
        )
    built = scenario(*beats)
    return Plays(built, Desk("built", Node("mapping", {}, "", 1, 1, 1), {}), explore(Laws(built)))


def found(form: Callable[[int, str, str], str]) -> list[Finding]:
    return list(given_away(plays(form)))


def asked(text: str) -> str:
    return text.removesuffix(".") + "?"


def test_form_that_is_even_gives_nothing_away() -> None:
    assert len(plays(lambda at, code, text: text).keyed) == MOMENTS
    assert found(lambda at, code, text: text) == []


def test_best_replies_that_are_questions_are_found() -> None:
    (one,) = found(lambda at, code, text: asked(text) if code == "WARM" else text)
    assert one.code == "SC122"
    assert one.hint.startswith("most telling: a question, ")


def test_best_replies_that_are_never_questions_are_found() -> None:
    (one,) = found(lambda at, code, text: text if code == "WARM" else asked(text))
    assert "not a question" in one.hint


def test_questions_that_are_as_often_poor_give_nothing_away() -> None:
    balanced = ("WARM", "PLAIN", "SLIP")
    assert found(lambda at, code, text: asked(text) if code == balanced[at % 3] else text) == []


def test_a_tell_of_few_moments_is_not_told() -> None:
    assert found(lambda at, code, text: asked(text) if code == "WARM" and at < 4 else text) == []


def test_what_is_asked_about_was_not_learnt_from() -> None:
    """A sign that only one moment's best reply shows helps to find none: from the others, nothing is known of it."""
    shown = [signs([wording(text) for text in texts]) for texts in (("Is it so?", "It is so."), *[("So.", "So.")] * 5)]
    first = next(iter(guesses(shown, [0] * 6)))
    assert first[0] == pytest.approx(first[1], abs=1e-9) or first[0] < first[1]


def test_chance_alone_is_seldom_taken_for_a_tell() -> None:
    """With the best replies drawn by lot, one scenario in twenty at most looks as if its form gave it away."""
    random = Random(8)
    shown = [signs(one.wordings) for one in plays(lambda at, code, text: text if at % 2 else asked(text)).keyed]
    told = [pairs_won(_guessed(shown, [random.randrange(3) for _ in shown])) for _ in range(300)]
    assert sum(share > 0.75 and p < 0.01 for share, p in told) / len(told) <= 0.05


def _guessed(shown: list[list[tuple[bool, ...]]], keys: list[int]) -> Iterable[tuple[list[float], int]]:
    return zip(guesses(shown, keys), keys, strict=True)
