"""What a library of scenarios covers and what it leaves out; and who its clients are, beside the signs they show.

It counts; how many are enough is for whoever teaches with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.scenario.model import Client
from game.survey.contents import THEMES, Contents, known

Row = Mapping[str, int]
"""Scenario -> how often something is there, at 0 where it is not."""

AGES = (0, 18, 26, 40, 60, 200)
"""Where age groups begin; young adults are a group of their own, as in most training clinics."""


@dataclass(frozen=True, slots=True)
class Group:
    """Clients who have something in common."""

    name: str
    clients: int
    markers: Mapping[str, int]
    """Marker -> how many clients of the group show it."""


def coverage(library: Sequence[Contents]) -> Mapping[str, Mapping[str, Row]]:
    """Theme -> every name its rubrics know -> scenario -> how often."""
    return {theme: {name: _row(library, theme, name) for name in names(library, theme)} for theme in THEMES}


def names(library: Sequence[Contents], theme: str) -> tuple[str, ...]:
    """Every name of a theme that the rubric of some scenario knows, each once."""
    return tuple(dict.fromkeys(name for one in library for name in known(one.scenario, theme)))


def _row(library: Sequence[Contents], theme: str, name: str) -> Row:
    return {one.scenario.id: one.themes[theme].get(name, 0) for one in library}


def groups(library: Sequence[Contents]) -> tuple[Group, ...]:
    """The clients by pronouns, then by age."""
    return (*_grouped(library, _pronouns), *_grouped(library, _age))


def _grouped(library: Sequence[Contents], of: Callable[[Client], str]) -> Iterator[Group]:
    found: dict[str, list[Contents]] = {}
    for one in library:
        found.setdefault(of(one.scenario.client), []).append(one)
    for name in sorted(found, key=lambda name: (not name[:1].isdigit(), name)):
        members = found[name]
        shown = {
            marker: sum(marker in one.themes["markers"] for one in members) for marker in names(library, "markers")
        }
        yield Group(name, len(members), shown)


def _pronouns(client: Client) -> str:
    return client.pronouns or "not told"


def _age(client: Client) -> str:
    if not client.age:
        return "age not told"
    first, last = next((first, last) for first, last in pairwise(AGES) if client.age < last)
    return f"{first} or more" if last == AGES[-1] else f"{first} to {last - 1}"
