"""Every finding has a page; its broken example gives exactly this finding at the marked line, its cured one nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from game import res
from game.checks.across import across
from game.checks.look import Looked, look
from game.scenario.compile import compile_path
from game.scenario.explore import LIMIT
from game.scenario.findings import TABLE, Finding, stops
from game.twee.imported import imported

from .fragments import merged

PAGES = Path(__file__).parents[2] / "docs" / "findings"
BASES = ("little", "middling")
"""The scenes that fragments are put into: one decision, and one that is clean under every rule of whole plays."""
RUBRIC = res.path("scenarios", "_rubrics", "relational.yaml").read_text("utf-8")
HERE = "# here"


@dataclass(frozen=True)
class Example:
    """One fenced example of a page."""

    kind: str
    words: frozenset[str]
    text: str

    def number(self, word: str, usual: int) -> int:
        """What a word like `times=3` says."""
        return next((int(one.partition("=")[2]) for one in self.words if one.startswith(f"{word}=")), usual)

    @property
    def name(self) -> str:
        """The name of the scene the fragment is put into."""
        return next((base for base in BASES if base in self.words), BASES[0])

    @property
    def base(self) -> str:
        """That scene as text."""
        return Path(__file__).with_name(f"{self.name}.yaml").read_text("utf-8")

    def files(self) -> tuple[bytes | None, bytes]:
        """The scenario file (None where it is absent) and the rubric file."""
        scenario, rubric = self.base, RUBRIC
        if "rubric" in self.words:
            rubric = merged(RUBRIC, self.text)
        else:
            scenario = self.text if "whole" in self.words else merged(self.base, self.text)
            scenario += (self.text + "\n") * (self.number("times", 1) - 1)
        content = scenario.encode()
        if "bytes" in self.words:
            content = re.sub(rb"\\x([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode()), content)
        return (None if "absent" in self.words else content), rubric.encode()

    def twee(self) -> str:
        """A whole Twee file; its last passage may be wanted many times, each with a name of its own."""
        last = self.text.rpartition("\n:: ")[2]
        return "\n".join((self.text, *(f":: {number} {last}" for number in range(1, self.number("times", 1)))))


def examples(code: str) -> dict[str, Example]:
    page = (PAGES / f"{code}.md").read_text("utf-8")
    found = re.findall(r"^```(yaml|twee) (broken|cured)([^\n]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return {
        kind: Example(kind, frozenset((language, *words.split())), text.rstrip("\n"))
        for language, kind, words, text in found
    }


def findings(example: Example, folder: Path) -> tuple[Finding, ...]:
    if "twee" in example.words:
        return imported(example.twee().replace(HERE, "").replace("\\x00", "\x00"), "story.twee").findings
    scenario, rubric = example.files()
    home = folder / example.name
    home.mkdir()
    (folder / "_rubrics").mkdir()
    (folder / "_rubrics" / "relational.yaml").write_bytes(rubric)
    if scenario is not None:
        (home / "scenario.yaml").write_bytes(scenario)
    compiled = compile_path(home / "scenario.yaml")
    assert (compiled.scenario is None) == stops(compiled.findings)
    looked = look(compiled, limit=example.number("limit", LIMIT))
    found = (*looked.findings, *beside(looked, example, folder))
    return tuple(one for one in found if not one.waived and not _is_of_the_scene(one, example))


def _is_of_the_scene(found: Finding, example: Example) -> bool:
    """The little scene is too little for some rules and waives them, also where a fragment makes it large enough."""
    own = re.findall(r"^  (SC\d{3}): ", example.base, re.MULTILINE)
    return found.code == "SC039" and any(code in found.message for code in own)


def beside(looked: Looked, example: Example, folder: Path) -> tuple[Finding, ...]:
    """What shows of the example in a library: `twins=2` puts two more of it there, `among=5` five of the bare scene."""
    twins, among = example.number("twins", 0), example.number("among", 0)
    if not twins + among:
        return ()
    (folder / "bare" / example.name).mkdir(parents=True)
    bare = folder / "bare" / example.name / "scenario.yaml"
    bare.write_text(example.base, "utf-8")
    shelves = [*[looked.shelved] * (1 + twins), *[look(compile_path(bare)).shelved] * among]
    found = across([shelf for shelf in shelves if shelf is not None])
    return tuple(one for one in found if one.place.file == looked.compiled.files[0].name)


def marked(example: Example) -> list[int]:
    if "twee" in example.words:
        return [number for number, line in enumerate(example.twee().split("\n"), 1) if HERE in line] or [1]
    scenario, rubric = example.files()
    content = rubric if "rubric" in example.words else scenario or b""
    lines = content.decode("latin-1").split("\n")
    return [number for number, line in enumerate(lines, 1) if HERE in line] or [1]


@pytest.mark.parametrize("base", BASES)
def test_the_scenes_alone_give_nothing(base: str, tmp_path: Path) -> None:
    assert findings(Example("cured", frozenset({base}), "format: 1"), tmp_path) == ()


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.stem for page in PAGES.glob("SC*.md")} == set(TABLE)


@pytest.mark.parametrize("code", sorted(TABLE))
def test_the_page_is_headed_by_its_code_and_name(code: str) -> None:
    assert (PAGES / f"{code}.md").read_text("utf-8").startswith(f"# {code}: {TABLE[code].name}\n\n")


@pytest.mark.parametrize("code", sorted(TABLE))
def test_the_broken_example_gives_this_finding_there(code: str, tmp_path: Path) -> None:
    broken = examples(code)["broken"]
    found = findings(broken, tmp_path)
    assert [(one.code, one.place.line) for one in found] == [(code, line) for line in marked(broken)]
    assert found[0].severity == TABLE[code].severity


@pytest.mark.parametrize("code", sorted(TABLE))
def test_the_cured_example_gives_nothing(code: str, tmp_path: Path) -> None:
    assert findings(examples(code)["cured"], tmp_path) == ()
