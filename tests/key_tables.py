"""The tables of keys in `docs/authoring.md`, made from the models that read them and the words that editors show.

The order is that of the models. What surrounds the tables is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from game.scenario.written_words import editor_schema

SHAPES = {
    "Scenario": "The scenario",
    "Client": "`client`",
    "Key": "`key`",
    "Gauge": "One of `gauges`",
    "Rupture": "One of `ruptures`",
    "Beat": "One of `beats`",
    "Line": "One of `lines` or of a `reply`",
    "Response": "One of `responses`",
    "Route": "One of the routes of `to`",
    "Repair": "One of `repairs`",
    "Scores": "`scores`",
    "Case": "One case of `scores`",
    "Feedback": "`feedback`",
    "Ending": "One of `endings`",
    "Position": "`position`",
}
"""Every shape of the format, with the heading of its table."""

BETWEEN = re.compile(r"(?<=<!-- keys: made from the models -->\n).*?(?=<!-- end of keys -->)", re.S)


def tables() -> str:
    """All of them, as they should stand between the two marks."""
    schema = editor_schema()
    shapes = {"Scenario": schema, **schema["definitions"]}
    assert shapes.keys() == SHAPES.keys(), "a shape of the format has no table"
    return "".join(f"\n### {heading}\n\n{_table(shapes[name])}" for name, heading in SHAPES.items()) + "\n"


def _table(shape: Mapping[str, Any]) -> str:
    rows = ["| key | holds | what it says |", "|---|---|---|"]
    for key, told in shape["properties"].items():
        name = f"**`{key}`**" if key in shape.get("required", ()) else f"`{key}`"
        rows.append(f"| {name} | {' or '.join(dict.fromkeys(_holds(told)))} | {told['description']} |")
    return "\n".join(rows) + "\n"


def _holds(told: Mapping[str, Any]) -> Iterator[str]:
    if "anyOf" in told:
        for one in told["anyOf"]:
            yield from _holds(one)
    elif "allOf" in told:
        yield from _holds(told["allOf"][0])
    elif "$ref" in told:
        yield f"{told['$ref'].rpartition('/')[2].lower()}"
    elif "enum" in told or "const" in told:
        yield " or ".join(f"`{word}`" for word in told.get("enum", [told.get("const")]))
    else:
        yield _simple(told)


def _simple(told: Mapping[str, Any]) -> str:
    match told["type"]:
        case "string":
            return "text"
        case "boolean":
            return "`true` or `false`"
        case "integer":
            low, high = told.get("minimum"), told.get("maximum")
            return "whole number" + (
                f" from {low} to {high}" if high is not None else f" from {low}" if low is not None else ""
            )
        case "array":
            return f"list of {' or '.join(dict.fromkeys(_holds(told['items'])))}"
        case "object":
            return f"name: {' or '.join(_holds(told['additionalProperties']))}"
        case other:
            raise AssertionError(f"the tables know no {other}")
