"""People as data: every shipped face is valid, and a wrong one is named in a sentence."""

from __future__ import annotations

import itertools
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from game.portrait.hair import STYLES
from game.portrait.person import BOUNDS, CHOICES, COLOURS, HAIR_STYLES, NotAPerson, Person, from_mapping
from game.portrait.torso import GARMENTS

PEOPLE = sorted((Path(__file__).parents[3] / "assets" / "people").glob("*.yaml"))
PREMISES = {
    *("gareth", "ifeoma", "helen", "graham", "samira", "keith", "catherine", "rohan"),
    *("emma", "simon", "mateus", "ellis", "vernon", "mina", "naledi", "scott"),
}
"""One for each scenario that is planned."""
TELLING = ("skin", "hair", "hair_style", "top", "collar", "glasses", "beard", "face_width", "face_length", "jaw", "age")


def read(path: Path) -> Person:
    return from_mapping(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_all_sixteen_clients_have_a_face() -> None:
    assert {path.stem for path in PEOPLE} >= PREMISES


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.stem)
def test_every_shipped_person_reads(path: Path) -> None:
    assert read(path).name.lower() == path.stem


def test_no_two_people_look_alike() -> None:
    """Any two differ in at least three of the things one tells people apart by."""
    for a, b in itertools.combinations(map(read, PEOPLE), 2):
        assert sum(getattr(a, key) != getattr(b, key) for key in TELLING) >= 3, (a.name, b.name)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"hair_stile": "crop"}, 'There is no "hair_stile" in a person; did you mean "hair_style"?'),
        ({"hair_style": "bobb"}, '"hair_style" must be one of short, '),
        ({"hair_style": "bobb"}, "not 'bobb'; did you mean \"bob\"?"),
        ({"skin": "pink"}, '"skin" must be a colour written "#rrggbb", in quotation marks, not \'pink\'.'),
        ({"skin": ""}, '"skin" must be a colour'),
        ({"skin": "#aabbccdd"}, '"skin" must be a colour'),
        ({"age": 47}, '"age" must be a number from 0 to 1, not 47.'),
        ({"age": True}, '"age" must be a number'),
        ({"age": float("nan")}, '"age" must be a number'),
        ({"freckles": "some"}, "\"freckles\" must be true or false, not 'some'."),
        ({"name": ""}, '"name" must be some text'),
    ],
)
def test_a_wrong_entry_is_named(entry: dict[str, object], says: str) -> None:
    with pytest.raises(NotAPerson) as refused:
        from_mapping({"name": "Someone", **entry})
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_person_needs_a_name() -> None:
    with pytest.raises(NotAPerson, match="needs a"):
        from_mapping({})


def test_defaults_are_within_their_own_rules() -> None:
    plain = Person()
    assert from_mapping({field.name: getattr(plain, field.name) for field in fields(Person)}) == plain


def test_every_field_has_a_rule() -> None:
    ruled = {*BOUNDS, *CHOICES, *COLOURS, "name", "freckles"}
    assert {field.name for field in fields(Person)} == ruled


def test_every_choice_can_be_drawn() -> None:
    assert set(HAIR_STYLES) == set(STYLES)
    assert set(CHOICES["collar"]) == set(GARMENTS)
