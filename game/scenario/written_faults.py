"""What validation says, in an author's words and at the right place.

It does not validate (`written`), and imports nothing that does.
"""

from __future__ import annotations

from typing import Any

from game.scenario.findings import Finding, did_you_mean, finding
from game.scenario.model import Place
from game.scenario.tree import Node, find, find_key


def in_plain_words(shape: Any, root: Node, name: str, fault: Any) -> Finding:
    """The finding for one error of validating the tree as this shape; `fault` is one of `ValidationError.errors()`."""
    loc, kind = fault["loc"], fault["type"]
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "this file")
    if kind == "missing":
        parent = find_key(root, loc[:-1])
        return finding("SC011", _place(name, parent), key=key, where=_inside(loc))
    if kind == "extra_forbidden":
        known = _keys(shape, loc[:-1])
        where = _inside(loc)
        return finding("SC010", _place(name, find_key(root, loc)), key=key, where=where, hint=_keys_hint(key, known))
    node = find(root, loc)
    return _wrong_value(_place(name, node), key, node, fault)


def _wrong_value(place: Place, key: str, node: Node, fault: Any) -> Finding:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "literal_error" and isinstance(node.value, str):
        words = context["expected"].replace("'", "")
        return finding("SC017", place, word=node.value, words=words, hint=did_you_mean(node.value, _split(words)))
    if kind in _RANGES:
        wanted = f"{_RANGES[kind]} {next(iter(context.values()))}"
        return finding("SC018", place, key=key, value=node.text, wanted=wanted)
    if kind == "too_long":
        wanted = f"at most {context['max_length']:,} long"
        return finding("SC018", place, key=key, value=f"{len(node.value):,} long", wanted=wanted)
    wanted, hint = _WANTED.get(kind, (fault["msg"].lower(), ""))
    if kind == "string_type" and node.kind == "scalar" and node.value is not None:
        hint = f"put it in quotes: '{node.text}'"
    return finding("SC013", place, key=key, wanted=wanted, found=_found(node), hint=hint)


_RANGES = {
    "greater_than_equal": "at least",
    "less_than_equal": "at most",
    "greater_than": "more than",
    "less_than": "less than",
}
_MAPPING = ("a mapping of keys and values", "write 'key: value' under it, indented")
_WANTED = {
    "string_type": ("text", ""),
    "string_too_short": ("text", ""),
    "literal_error": ("a word of a closed list", ""),
    "int_type": ("a whole number", "write the number without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "list_type": ("a list", "write [one, two], or one item to a line after '- '"),
    "too_short": ("not empty", ""),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
}


def _found(node: Node) -> str:
    match node:
        case Node(kind="mapping" | "list") if not node.value:
            return f"an empty {node.kind}"
        case Node(kind="mapping" | "list"):
            return f"a {node.kind}"
        case Node(value=None):
            return "left empty"
        case Node(value=bool()):
            return f"the switch {node.text}"
        case Node(value=int() | float()):
            return f"the number {node.text}"
        case Node(value=""):
            return "left empty"
    return f"the text '{node.text if len(node.text) <= 40 else node.text[:39] + '…'}'"


def _place(name: str, node: Node) -> Place:
    return Place(name, node.line, node.column)


def _inside(loc: tuple[str | int, ...]) -> str:
    names = [str(step) for step in loc[:-1] if isinstance(step, str)]
    return f"in '{names[-1]}'" if names else "at the top of the file"


def _keys_hint(key: str, known: tuple[str, ...]) -> str:
    return did_you_mean(key, known) or (f"known here: {', '.join(known)}" if known else "")


def _split(words: str) -> list[str]:
    return words.replace(" or ", ", ").split(", ")


def _keys(shape: Any, loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that a mapping at this place may have."""
    at: Any = shape
    for step in loc:
        at = _inner(at, step)
    found = _model_in(at)
    return tuple(found.model_fields) if found else ()


def _inner(annotation: Any, step: str | int) -> Any:
    model = _model_in(annotation) if _is_model(annotation) or not _arguments(annotation) else None
    if model is not None:
        field = model.model_fields.get(str(step))
        return field.annotation if field else None
    if getattr(annotation, "__origin__", None) in (list, dict):
        return _arguments(annotation)[-1]
    for part in _arguments(annotation):
        inner = _inner(part, step)
        if inner is not None:
            return inner
    return None


def _model_in(annotation: Any) -> Any:
    if _is_model(annotation):
        return annotation
    return next((model for part in _arguments(annotation) if (model := _model_in(part))), None)


def _is_model(annotation: Any) -> bool:
    return hasattr(annotation, "model_fields")


def _arguments(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__args__", ())
