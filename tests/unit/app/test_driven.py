"""A session for other programs: one line in, one line out."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from room import room

from game.app.driven import drive
from game.story.machine import Story
from game.story.run import Run


def driven(*lines: str) -> list[dict[str, Any]]:
    """The lines printed for these lines of input."""
    out = io.StringIO()
    drive(Run(Story(room())), lines, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_whole_session() -> None:
    shown = driven(
        '{"next": true}', '{"notice": "nothing"}', '{"respond": "hear"}', '{"next": true}',
        '{"notice": "withdrawal", "signs": ["W5"]}', '{"respond": "own"}', '{"respond": "stay"}', '{"next": true}',
    )  # fmt: skip
    kinds = [one["moment"] for one in shown]
    assert kinds == ["says", "notices", "offers", "says", "notices", "offers", "says", "says", "ends"]
    assert shown[-1]["ending"] == "said-no"
    assert [one["decisions"] for one in shown] == [0, 0, 0, 1, 1, 1, 2, 3, 3]


def test_quitting_says_nothing_more() -> None:
    assert len(driven('{"quit": true}', '{"next": true}')) == 1


def test_going_back() -> None:
    shown = driven('{"respond": "brush"}', '{"rewind": 0}')
    assert (shown[1]["beat"], shown[2]["beat"], shown[2]["decisions"]) == ("arrives", "arrives", 0)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("nonsense", "this line is not JSON"),
        ("[" * 100_000, "this line is not JSON"),
        ("[]", "an order is one JSON object"),
        ("{}", "an order is one of"),
        ('{"next": false}', "an order is one of"),
        ('{"rewind": true}', "an order is one of"),
        ('{"rewind": 5}', "there are 0 decisions to go back to, not 5"),
        ('{"respond": "own"}', "'own' is not on offer at 'arrives': on offer are hear, tell, brush"),
        ('{"notice": "storm"}', "'storm' cannot be noticed; there are withdrawal, confrontation, nothing"),
        ('{"notice": "nothing", "signs": "W5"}', "'signs' is a list of markers"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(line: str, error: str) -> None:
    before, after = driven(line)
    assert after.pop("error").startswith(error)
    assert after == before


def test_empty_lines_ask_nothing() -> None:
    assert len(driven("", "  \n")) == 1


def test_next_only_while_the_client_speaks() -> None:
    assert driven('{"next": true}', '{"next": true}')[2]["error"] == "the client has finished speaking"
