"""Compiled scenarios as JSON and back, so that a player's start needs neither YAML nor validation.

It neither reads nor writes files (`library`), and trusts nothing that does not carry its own digest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from functools import partial
from hashlib import sha256
from types import UnionType
from typing import Any, get_args

from game import __version__
from game.scenario import model
from game.scenario.condition import Condition
from game.scenario.findings import Finding
from game.scenario.model import Effect, Scenario

VERSION = 1
"""Would this program misread what the last one wrote, though the release has the same number? Then raise it.
(Another release never reads it: the release is part of the digest.)"""


def to_json(scenario: Scenario) -> dict[str, Any]:
    """The whole scenario with its rubric, in what JSON can hold."""
    written: dict[str, Any] = _plain(scenario, _TYPES)
    return written


def from_json(written: Mapping[str, Any]) -> Scenario:
    """The scenario again; ValueError when this is none."""
    made = revived(json.loads(json.dumps(written), object_hook=partial(_revive, types=_TYPES)))
    if not isinstance(made, Scenario):
        raise ValueError("this is not a compiled scenario")
    return made


def pack(value: object, also: Iterable[type] = ()) -> bytes:
    """Any value made of the types below, and of these dataclasses `also`, as bytes that carry their digest."""
    body = json.dumps(_plain(value, _with(also)), ensure_ascii=False, separators=(",", ":")).encode()
    return _digest(body) + b"\n" + body


def unpack(packed: bytes, also: Iterable[type] = ()) -> Any | None:
    """The value again, or None when the bytes are damaged, of another version, or no cache at all.

    `also` are the dataclasses with which it was packed.
    """
    digest, _, body = packed.partition(b"\n")
    if digest != _digest(body):
        return None
    try:
        return revived(json.loads(body, object_hook=partial(_revive, types=_with(also))))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _digest(body: bytes) -> bytes:
    return f"attune {VERSION} {__version__} {sha256(body).hexdigest()}".encode()


# -- to JSON: a dataclass is its name and the fields that differ from their defaults ---------------------------------
def _plain(value: Any, types: Mapping[str, type]) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [_plain(item, types) for item in value]
        case frozenset():
            return {"": "set", "of": sorted(value)}
        case Mapping():
            return _plain_mapping(value, types)
    if type(value).__name__ not in types:
        raise TypeError(f"{type(value).__name__} cannot be kept")
    given = ((field, getattr(value, field.name)) for field in fields(value))
    told = {field.name: _plain(its, types) for field, its in given if its != _default(field)}
    return {"": type(value).__name__} | told


def _plain_mapping(value: Mapping[Any, Any], types: Mapping[str, type]) -> Any:
    if all(isinstance(key, str) and key for key in value):
        return {key: _plain(inner, types) for key, inner in value.items()}
    return {"": "mapping", "of": [[key, _plain(inner, types)] for key, inner in value.items()]}


def _default(field: Any) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


# -- from JSON -----------------------------------------------------------------------------------------------------
def _revive(written: dict[str, Any], types: Mapping[str, type]) -> Any:
    kind = written.pop("", None)
    for key, value in written.items():
        if type(value) is list:
            written[key] = revived(value)
    if kind is None:
        return written
    return _SHAPES[kind](written["of"]) if kind in _SHAPES else types[kind](**written)


def revived(value: Any) -> Any:
    """Lists, at any depth, as the tuples they were."""
    return tuple(revived(item) if type(item) is list else item for item in value) if type(value) is list else value


_SHAPES: Mapping[str, Callable[[Any], Any]] = {"set": frozenset, "mapping": dict}
"""What JSON has no word for: sets, and mappings whose keys are numbers or empty."""


def _members(union: UnionType | Any) -> tuple[type, ...]:
    return get_args(union)


_TYPES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *_members(Condition),
        *_members(Effect),
        Finding,
        model.Place,
        model.Gauge,
        model.Code,
        model.Rule,
        model.Scale,
        model.Marker,
        model.Strategy,
        model.Pull,
        model.Rubric,
        model.Line,
        model.Route,
        model.Override,
        model.Feedback,
        model.Response,
        model.Beat,
        model.Ending,
        model.Rupture,
        model.Client,
        model.Meta,
        model.Scenario,
    )
}


def _with(also: Iterable[type]) -> Mapping[str, type]:
    return _TYPES | {kind.__name__: kind for kind in also}
