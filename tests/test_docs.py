"""The documents say what is there, and everything that is there is said."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import key_tables
import pytest
from findings import rules

from game import cli
from game.app.driven import drive
from game.app.plan import MODES, Mode, play_plan, read_plan
from game.checks.limits import LIMITS
from game.checks.structure import check
from game.scenario import written
from game.scenario.compile import Compiled, compile_path
from game.scenario.findings import TABLE
from game.story.machine import Story
from game.story.run import Run
from game.twee.exported import exported

ROOT = Path(__file__).resolve().parents[1]

TOLD = ("README.md", "CONTRIBUTING.md", "docs/authoring.md", "docs/teaching.md", "docs/workshop.md")
"""Where a person looks for a command."""

MACHINES = re.compile(
    "|".join(
        (
            r"/(?:work|farm)/[a-z]",
            r"/(?:root|home)/\w",
            r"/tmp/\w",
            r"[A-Z]:\\\\?Users",
            "pypi" + r"\.[a-z]",
            r"https?://(?:localhost|127\.|10\.|192\.168\.)",
        )
    )
)
"""Paths and hosts of somebody's machine; none of them is anybody else's business."""

TEXTS = {".py", ".md", ".yaml", ".yml", ".toml", ".json", ".plan", ".spec", ".txt", ".cfg", ""}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the tree that is ours: what git tracks, or everything where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return tuple(path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file())
    folders = ("game", "tests", "docs", "scenarios", "assets")
    return tuple(path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())


def documents() -> Iterator[Path]:
    yield from (path for path in files() if path.suffix == ".md")


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command of the command line with its parser."""
    for action in cli._parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def told() -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in TOLD if (ROOT / name).is_file())


# -- commands ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("command", [name for name, _ in commands()])
def test_every_command_is_told_where_a_person_looks(command: str) -> None:
    assert f"attune {command}" in told()


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (name, option)
        for name, parser in commands()
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    ],
)
def test_every_option_is_told(command: str, option: str) -> None:
    assert option in told(), f"attune {command} {option} stands in none of {', '.join(TOLD)}"


@pytest.mark.parametrize("word", sorted(set(re.findall(r"`attune ([a-z]+)", told()))))
def test_every_command_that_is_told_is_there(word: str) -> None:
    assert word in dict(commands())


def test_the_two_commands_stand_first_in_the_readme() -> None:
    top = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## ")[0]
    assert "python -m pip install -e . && attune\n" in top
    assert 'python -m pip install -e ".[test]" && python -m pytest\n' in top


# -- glossary ----------------------------------------------------------------------------------------------------
def terms() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| ([^|]+) \| `([\w.]+)` \|", (ROOT / "docs/glossary.md").read_text(encoding="utf-8"), re.M)
    return [(name.strip(), place) for name, place in rows]


@pytest.mark.parametrize(("name", "place"), terms())
def test_every_term_of_the_glossary_lives_where_it_says(name: str, place: str) -> None:
    module, _, inside = place.rpartition(".")
    assert hasattr(importlib.import_module(f"game.{module}"), inside), f"'{name}' is not at game.{place}"


def test_the_glossary_names_each_thing_once() -> None:
    names = [name for name, _ in terms()]
    assert len(names) == len(set(names)) > 40


CORE = """
Scenario Client Beat Line Response Route Effect Condition Gauge Rupture Ending Rubric Code Claim Finding
World Laws Story Run Moment Entry Transcript Decision Score Episode Doors Debrief Store KeptRun Places
Person Pose Frame Hit Look Screen Intent App Pilot Plan
"""


@pytest.mark.parametrize("core", CORE.split())
def test_every_core_type_stands_in_the_glossary(core: str) -> None:
    assert core in {place.rpartition(".")[2] for _, place in terms()}


# -- the design --------------------------------------------------------------------------------------------------
def test_every_module_stands_in_the_design() -> None:
    page = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    table = page[page.index("| folder | what for | modules |") :].partition("\n\n")[0]
    told: dict[str, set[str]] = {}
    folder = ""
    for row in table.splitlines()[2:]:
        cells = row.strip("|").split("|")
        folder = cells[0].strip(" `/") or folder
        told.setdefault(folder, set()).update(re.findall(r"`(\w+)`", cells[2]))
    there: dict[str, set[str]] = {}
    for path in (ROOT / "game").glob("*/*.py"):
        if path.stem != "__init__":
            there.setdefault(path.parent.name, set()).add(path.stem)
    assert told == there


# -- findings ----------------------------------------------------------------------------------------------------
def test_every_finding_has_a_page_and_every_page_a_finding() -> None:
    pages = {path.stem for path in (ROOT / "docs/findings").glob("SC*.md")}
    assert pages == set(TABLE)


def test_the_page_of_rules_says_what_the_program_says() -> None:
    kept = ROOT / "docs/findings/rules.md"
    if os.environ.get("ATTUNE_GOLDEN") == "write":
        kept.write_text(rules.page(), encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == rules.page()


def test_every_rule_and_every_limit_stands_on_that_page() -> None:
    assert rules.numbers() == list(range(1, 49))
    assert not [row.code for row in LIMITS.values() if f"[{row.code}]" not in rules.page()]


# -- the tree ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("document", list(documents()), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    broken = [
        link
        for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
        if not link.startswith(("http://", "https://", "mailto:", "#"))
        and not (document.parent / link.partition("#")[0]).exists()
    ]
    assert not broken


def test_every_file_that_a_document_names_is_there() -> None:
    named = re.compile(r"`((?:game|tests|docs|scenarios|assets)/[\w./-]+\.(?:py|md|yaml|plan))`")
    missing = [
        f"{document.relative_to(ROOT)}: {name}"
        for document in documents()
        for name in named.findall(document.read_text(encoding="utf-8"))
        if not (ROOT / name).exists()
    ]
    assert not missing


def test_no_file_tells_of_the_machine_it_was_made_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in files()
        if path.suffix in TEXTS and path.name != os.path.basename(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if MACHINES.search(line)
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_licences_are_there() -> None:
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    fonts = ROOT / "assets" / "fonts"
    families = {path.name.partition("-")[0] for path in fonts.glob("*.[ot]tf")}
    assert families
    assert not [family for family in families if "SIL OPEN FONT LICENSE" not in _licence(fonts, family)]


def _licence(fonts: Path, family: str) -> str:
    path = fonts / f"{family}-OFL.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


# -- authoring ---------------------------------------------------------------------------------------------------
def authoring() -> str:
    return (ROOT / "docs/authoring.md").read_text(encoding="utf-8")


def test_the_tables_of_keys_are_those_of_the_models() -> None:
    if os.environ.get("ATTUNE_GOLDEN") == "write":
        made = key_tables.BETWEEN.sub(lambda _: key_tables.tables(), authoring())
        (ROOT / "docs/authoring.md").write_text(made, encoding="utf-8")
    (kept,) = key_tables.BETWEEN.findall(authoring())
    assert kept == key_tables.tables()


@pytest.fixture
def smallest(tmp_path: Path) -> Compiled:
    """The client of a dozen lines, as an author would have copied it."""
    text = authoring().partition("```yaml\n")[2].partition("```")[0]
    folder = tmp_path / re.findall(r"^id: (.+)$", text, re.M)[0]
    folder.mkdir()
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return compile_path(folder)


def story_of(compiled: Compiled) -> Story:
    assert compiled.scenario is not None
    return Story(compiled.scenario)


def test_the_smallest_client_can_be_played(smallest: Compiled) -> None:
    assert smallest.scenario is not None
    assert not [finding for finding in (*smallest.findings, *check(smallest)) if finding.severity == "error"]


@pytest.mark.parametrize("mode", MODES)
def test_the_plan_of_the_smallest_client_is_fulfilled(smallest: Compiled, mode: Mode) -> None:
    text = re.findall(r"^```\n(plan:.*?)^```", authoring(), re.M | re.S)[0]
    assert play_plan(read_plan(text, "authoring"), story_of(smallest), mode=mode).ending is not None


def test_the_moments_that_other_programs_read_are_those_of_the_smallest_client(smallest: Compiled) -> None:
    shown = StringIO()
    drive(Run(story_of(smallest)), ['{"next": true}', '{"respond": "stay-with-it"}', '{"next": true}'], shown)
    printed = shown.getvalue().splitlines()
    told = re.findall(r"^```json\n(.*?)^```", authoring(), re.M | re.S)[0].splitlines()
    assert {json.loads(line)["moment"] for line in told} == {"says", "notices", "offers", "ends"}
    assert [line for line in told if '"notices"' not in line] == [printed[0], printed[1], printed[3]]


def test_the_passage_that_is_told_of_is_that_of_the_smallest_client(smallest: Compiled) -> None:
    assert smallest.tree is not None
    its, _ = written.scenario_from(smallest.tree, "")
    assert its is not None
    shown = re.findall(r"^```\n(:: .*?)^```", authoring(), re.M | re.S)[0]
    assert shown in exported(written.as_values(its))


def test_every_finding_that_is_told_of_is_there() -> None:
    assert set(re.findall(r"SC\d{3}", told() + authoring())) <= set(TABLE)


# -- accessibility -----------------------------------------------------------------------------------------------
ITEM = re.compile(r"^\| (\d+) \| (.+?) \| (met|in part|not yet)(?: <!-- \w+ -->)? \| (.*)\|$", re.MULTILINE)
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def items() -> list[tuple[str, str, str, str]]:
    """(number, what is asked for, state, how) of each row."""
    return ITEM.findall((ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8"))


def test_all_items_of_accessibility_have_a_row() -> None:
    assert [int(number) for number, *_ in items()] == list(range(1, 49))


def test_what_is_said_to_be_met_is_shown_by_a_test_or_a_picture() -> None:
    bare = [number for number, _, state, how in items() if state == "met" and not (PROOF.search(how) or ".png" in how)]
    assert bare == []
    assert all(how.strip() for number, _, state, how in items() if state == "in part")


@pytest.mark.parametrize("proof", sorted({f"{a}::{b}" for *_, how in items() for a, b in PROOF.findall(how)}))
def test_every_test_that_accessibility_rests_on_is_there(proof: str) -> None:
    file, name = proof.split("::")
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_picture_that_accessibility_rests_on_is_there() -> None:
    named = re.findall(r"`(docs/pictures/[\w-]+\.png)`", (ROOT / "docs" / "accessibility.md").read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []
