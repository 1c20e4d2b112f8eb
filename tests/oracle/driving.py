"""Runs the command `attune` in this process, as another program would.

Words go in; one line of JSON and an exit code come out. It knows nothing of what the words mean.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from game.cli import main


@dataclass(frozen=True, slots=True)
class Told:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def only(self) -> Any:
        """The one object on standard output; fails where there is anything else."""
        assert self.out.count("\n") == 1
        assert self.out.endswith("\n")
        return json.loads(self.out, parse_constant=_not_json)


def _not_json(word: str) -> None:
    raise AssertionError(f"{word} is not JSON")


def attune(*words: object) -> Told:
    """Run a command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
    return Told(code, out.getvalue(), err.getvalue())


def replay(path: Path, choices: list[str]) -> Any:
    """The object of a replay that must go well."""
    told = attune("replay", path, "--choose", ",".join(choices), "--json")
    assert (told.code, told.err) == (0, "")
    return told.only


class _Player(Iterator[str]):
    """Reads each moment that the program prints and orders what leads to the next of its choices."""

    def __init__(self, out: io.StringIO, choices: list[str]) -> None:
        self.out, self.choices = out, list(choices)

    def __next__(self) -> str:
        moment = json.loads(self.out.getvalue().splitlines()[-1])
        assert "error" not in moment
        match moment["moment"]:
            case "says":
                return '{"next": true}\n'
            case "notices":
                return '{"notice": "nothing"}\n'
            case "offers" if self.choices:
                return json.dumps({"respond": self.choices.pop(0).partition("/")[2]}) + "\n"
            case _:
                return '{"quit": true}\n'


def play(path: Path, choices: list[str], monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every moment of `attune play --json`, driven through these choices."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", _Player(out, choices))
    with redirect_stdout(out):
        code = main(["play", str(path), "--json"])
    assert code == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]
