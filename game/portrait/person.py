"""How one person looks, as plain values: colours, hair, clothes, build.

It says nothing of what they feel (that is a pose) and reads no files: whoever reads one hands over a mapping.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

HAIR_STYLES = (
    "short", "crop", "swept", "curly", "greyside", "bald",
    "bob", "wavebob", "long", "bun", "ponytail", "braids", "afro", "pixie", "hijab",
)  # fmt: skip
COLLARS = ("crew", "vneck", "shirt", "knit", "hoodie", "blazer", "turtle")
BEARDS = ("", "stubble", "goatee", "full")
GLASSES = ("", "round", "square")
SEATS = ("armchair", "wheelchair")


class NotAPerson(ValueError):
    """A mapping does not describe a person; the message is one sentence that says what to change."""


@dataclass(frozen=True, slots=True)
class Person:
    """One adult. Numbers are 0 for the middle of the road; the bounds are in `BOUNDS`."""

    name: str = "Someone"
    ground: str = "#d8dcd6"
    """Colour behind the face where there is no room."""
    skin: str = "#e8b995"
    hair: str = "#4a3026"
    """Colour of the hair, or of the scarf."""
    hair_style: str = "short"
    eyes: str = "#5b4030"
    lips: str = "#b5655a"
    top: str = "#4f7c8a"
    """Colour of the outer garment."""
    collar: str = "crew"
    under: str = "#f4efe6"
    """Colour of what shows under a blazer or a knitted jumper."""
    face_width: float = 0.0
    face_length: float = 0.0
    jaw: float = 0.0
    """How square the jaw is."""
    nose: float = 0.0
    eye_size: float = 0.0
    eye_tilt: float = 0.0
    """Outer corner of the eye, -1 lower .. 1 higher."""
    hooded: float = 0.0
    """How far the upper lid's crease is covered, 0 .. 1."""
    lashes: float = 0.4
    brow_weight: float = 0.0
    lip_fullness: float = 0.0
    age: float = 0.0
    """Lines of the face, 0 none .. 1 many."""
    build: float = 0.0
    """Width of the shoulders and the neck."""
    freckles: bool = False
    beard: str = ""
    glasses: str = ""
    glasses_colour: str = "#3a2c2a"
    earring: str = ""
    """Colour, or empty for none."""
    hearing_aid: str = ""
    """Colour, or empty for none."""
    seat: str = "armchair"


BOUNDS = {
    "face_width": (-1.0, 1.0),
    "face_length": (-1.0, 1.0),
    "jaw": (-1.0, 1.0),
    "nose": (-1.0, 1.0),
    "eye_size": (-1.0, 1.0),
    "eye_tilt": (-1.0, 1.0),
    "hooded": (0.0, 1.0),
    "lashes": (0.0, 1.0),
    "brow_weight": (-1.0, 1.0),
    "lip_fullness": (-1.0, 1.0),
    "age": (0.0, 1.0),
    "build": (-1.0, 1.5),
}
CHOICES = {
    "hair_style": HAIR_STYLES,
    "collar": COLLARS,
    "beard": BEARDS,
    "glasses": GLASSES,
    "seat": SEATS,
}
COLOURS = ("ground", "skin", "hair", "eyes", "lips", "top", "under", "glasses_colour", "earring", "hearing_aid")
MAY_BE_EMPTY = ("earring", "hearing_aid")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


def from_mapping(mapping: Mapping[str, object]) -> Person:
    """The person a mapping describes; raises `NotAPerson` naming the first entry that is wrong."""
    known = [field.name for field in fields(Person)]
    for key in mapping:
        if key not in known:
            raise NotAPerson(f'There is no "{key}" in a person{_nearest(str(key), known)}')
    if "name" not in mapping:
        raise NotAPerson('A person needs a "name".')
    return Person(**{key: _checked(key, value) for key, value in mapping.items()})  # type: ignore[arg-type]


def _checked(key: str, value: object) -> object:
    """The value as its field wants it."""
    if key in BOUNDS:
        return _number(key, value)
    if key in COLOURS:
        return _colour(key, value)
    if key in CHOICES:
        return _choice(key, value)
    if key == "freckles":
        return _truth(key, value)
    if isinstance(value, str) and value.strip():
        return value
    raise NotAPerson(f'"{key}" must be some text, not {value!r}.')


def _number(key: str, value: object) -> float:
    low, high = BOUNDS[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise NotAPerson(f'"{key}" must be a number from {low:g} to {high:g}, not {value!r}.')
    return float(value)


def _colour(key: str, value: object) -> str:
    if value == "" and key in MAY_BE_EMPTY:
        return ""
    if isinstance(value, str) and _COLOUR.match(value):
        return value.lower()
    raise NotAPerson(f'"{key}" must be a colour written "#rrggbb", in quotation marks, not {value!r}.')


def _choice(key: str, value: object) -> str:
    choices = CHOICES[key]
    if isinstance(value, str) and value in choices:
        return value
    listed = ", ".join(c or '"" (none)' for c in choices)
    raise NotAPerson(f'"{key}" must be one of {listed}, not {value!r}{_nearest(str(value), choices)}')


def _truth(key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise NotAPerson(f'"{key}" must be true or false, not {value!r}.')


def _nearest(word: str, known: tuple[str, ...] | list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else "."
