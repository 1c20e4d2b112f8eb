"""A new scenario from the template: its folder, a scenario that plays, a plan of it, and words for the editor.

It writes over nothing; what stands in the template is `assets/authoring`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from game import res
from game.app.fault import CommandFault
from game.scenario.library import FILE

TEMPLATE = ("assets", "authoring")
PLAN = "first.plan"
SCHEMA = "schema.json"
"""What an editor completes keys with: beside all scenarios of a folder, or in the scenario's own."""

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def begin(id: str, folder: Path) -> Path:
    """Makes `<folder>/<id>`; the scenario file in it. Raises `CommandFault` for a name or a place that will not do."""
    if not _KEBAB.fullmatch(id):
        raise CommandFault(
            f"'{id}' cannot be an id: it has small letters, digits and single hyphens only, as in 'keeps-her-coat-on'."
        )
    if not folder.is_dir():
        raise CommandFault(f"There is no folder {folder}; make it first, or name another one with --to.")
    made = folder / id
    try:
        made.mkdir()
    except FileExistsError:
        raise CommandFault(f"{made} is there already, and nothing is written over; choose another id.") from None
    above = (folder / SCHEMA).is_file()
    _write(made / FILE, template(id, schema=f"../{SCHEMA}" if above else SCHEMA))
    (made / "plans").mkdir()
    _write(made / "plans" / PLAN, res.path(*TEMPLATE, "plans", PLAN).read_text(encoding="utf-8"))
    if not above:
        _write(made / SCHEMA, schema())
    return made / FILE


def template(id: str, *, schema: str) -> str:
    """The template as a scenario of this id; `schema` is where an editor finds the keys, seen from the file."""
    text = res.path(*TEMPLATE, FILE).read_text(encoding="utf-8")
    text = text.replace(f"$schema=../../scenarios/{SCHEMA}", f"$schema={schema}", 1)
    return re.sub(
        r"(?m)^id: your-client {0,32}", lambda found: f"id: {id}".ljust(len(found[0]) - 1) + " ", text, count=1
    )


def schema() -> str:
    """The JSON Schema of a scenario, as `attune schema` prints it."""
    from game.scenario.written_words import editor_schema

    return json.dumps(editor_schema(), indent=2) + "\n"


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
