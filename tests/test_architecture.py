"""The rules of `docs/design.md` that a reader may rely on: floors, doors, what the core never does, sizes.

Each rule is a function from one parsed module to the places that break it, so that the rules themselves are tested too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[1]

SCENARIO = {"res", "scenario"}
STORY = SCENARIO | {"story"}
CHECKS = SCENARIO | {"checks"}
TWEE = SCENARIO | {"twee"}
SURVEY = STORY | {"survey"}
SCORING = STORY | {"scoring"}
SCREENS = SCORING | {"reports", "classroom", "portrait", "ui", "screens"}
APP = SCREENS | {"checks", "twee", "survey", "records", "app"}

FLOORS: dict[str, set[str]] = {
    "res": set(),  # where the program's own files lie: the ground under everybody who reads one
    "scenario": SCENARIO,
    "checks": CHECKS,
    "twee": TWEE,
    "story": STORY,
    "survey": SURVEY,
    "scoring": SCORING,
    "records": STORY | {"records"},  # scores are recomputed, never kept
    "reports": SCORING | {"reports"},
    "classroom": SCORING | {"classroom"},
    "portrait": SCENARIO | {"portrait"},
    "ui": {"res", "ui"},
    "screens": SCREENS,
    "app": APP,
    "commands": APP | {"commands"},
    "cli": APP | {"commands", "cli"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""What the modules of each floor may import from the package, itself included. The version in `game` is everybody's."""

DOORS: dict[str, tuple[str, ...]] = {
    "yaml": ("scenario.source",),
    "pydantic": ("scenario.written", "scenario.written_rubric", "scenario.written_faults"),
    "pydantic_core": ("scenario.written_faults",),
    "transitions": ("story.machine", "app.flow", "classroom.vote"),
    "sqlite3": ("records.store",),
    "platformdirs": ("records.places",),
    "pygame": ("ui.painter", "ui.raster", "ui.fonts", "ui.input", "ui.sound", "app.loop", "app.start"),
    "accesskit": ("ui.access",),
    "prism": ("ui.engines",),
    "starlette": ("classroom.server",),
    "uvicorn": ("classroom.server",),
}
"""The only modules that may import an outside library (and `sqlite3`, which is as far from the core as any)."""

CLOCKS = {
    "time.time",
    "time.time_ns",
    "time.monotonic",
    "time.monotonic_ns",
    "time.perf_counter",
    "time.perf_counter_ns",
    "time.process_time",
    "time.sleep",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "datetime.datetime.now",
    "datetime.date.today",
}
MAY_READ_A_CLOCK = {"app", "commands", "cli"}

MAY_ROLL_DICE = {"app", "commands", "cli"}
SEEDED = "random.Random"

MAY_PRINT = {"app", "commands", "cli"}

FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
MAY_TOUCH_FILES = {
    "app",
    "commands",
    "cli",
    "res",
    "records",
    "scenario.source",
    "scenario.cache",
    "scenario.library",
}

SOCKETS = {"socket", "ssl", "urllib", "http", "asyncio", "socketserver", "ftplib", "smtplib", "requests", "webbrowser"}
MAY_OPEN_SOCKETS = {"classroom.server"}

PROCESSES = {"subprocess", "multiprocessing"}
MAY_START_PROGRAMS = {"ui.engines"}

FUNCTION_MEDIAN, FUNCTION_P90, FUNCTION_MOST = 6, 25, 60
FILE_MOST, FILE_USUAL = 400, 300

FORBIDDEN_NAMES = {"manager", "helper", "helpers", "utils", "util", "handler", "handlers", "base", "data", "info"}


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed."""

    name: str
    """Dotted, without `game.`: `scenario.source`; a package by its `__init__`."""
    path: str
    tree: ast.Module
    lines: int = 0

    @property
    def floor(self) -> str:
        return self.name.partition(".")[0]

    def is_in(self, places: set[str]) -> bool:
        """Whether the module or its whole floor is listed."""
        return self.floor in places or self.name in places


Fault = tuple[int, str]
Rule = Callable[[Module], Iterator[Fault]]


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    return tuple(_read(path) for path in sorted((ROOT / "game").rglob("*.py")))


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    inside = path.relative_to(ROOT / "game").with_suffix("")
    name = ".".join(inside.parts).removesuffix(".__init__")
    return Module(name, str(path.relative_to(ROOT)), ast.parse(text), len(text.splitlines()))


def sample(name: str, text: str) -> Module:
    """A module that is not there, to try a rule on."""
    return Module(name, f"game/{name.replace('.', '/')}.py", ast.parse(text))


# -- the rules ---------------------------------------------------------------------------------------------------
def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Everything the module imports, dotted and in full, wherever it does so."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                yield node.lineno, f"relative:{source}"
            elif source == "game":
                yield from ((node.lineno, f"game.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, source


def calls(module: Module) -> Iterator[tuple[int, str]]:
    """Every call, as the dotted text before its bracket."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def floors(module: Module) -> Iterator[Fault]:
    allowed = FLOORS.get(module.floor)
    if allowed is None:
        yield 1, f"'{module.floor}' is no floor of the design"
        return
    for line, name in imports(module):
        if name.startswith("relative:"):
            yield line, "imports are written in full, not relative"
        elif name.startswith("game."):
            floor = name.split(".")[1]
            if floor != "__version__" and floor not in allowed:
                yield line, f"'{module.floor}' may not import '{floor}'"
            if module.floor == "screens" and floor == "classroom" and name != "game.classroom.vote":
                yield line, "screens know the vote, not the server"


def doors(module: Module) -> Iterator[Fault]:
    for line, name in imports(module):
        library = name.partition(".")[0]
        if library in DOORS and module.name not in DOORS[library]:
            yield line, f"'{library}' has its door in {', '.join(DOORS[library])}"
        elif library not in DOORS and library not in {"game", *sys.stdlib_module_names} and ":" not in name:
            yield line, f"'{library}' has no door: give it one here, and a line in docs/decisions"


def clocks(module: Module) -> Iterator[Fault]:
    if module.is_in(MAY_READ_A_CLOCK):
        return
    for line, name in _used(module, {"time", "datetime"}):
        if name in CLOCKS:
            yield line, f"'{name}' reads a clock: time is an argument here"
    for line, name in calls(module):
        if name.startswith("pygame.time."):
            yield line, f"'{name}' reads a clock: time is an argument here"


def dice(module: Module) -> Iterator[Fault]:
    if module.is_in(MAY_ROLL_DICE):
        return
    for line, name in _used(module, {"random", "secrets", "uuid"}):
        if "." in name and not name.startswith(SEEDED):
            yield line, f"'{name}' is chance: take a seed and `random.Random(seed)`"


def prints(module: Module) -> Iterator[Fault]:
    if not module.is_in(MAY_PRINT):
        yield from (
            (line, "what is printed is decided in app and commands") for line, name in calls(module) if name == "print"
        )


def files(module: Module) -> Iterator[Fault]:
    if module.is_in(MAY_TOUCH_FILES):
        return
    for line, name in calls(module):
        if name.rpartition(".")[2] in FILE_CALLS:
            yield line, f"'{name}' touches a file below app, cli, records and the readers of scenarios"


def sockets(module: Module) -> Iterator[Fault]:
    if module.is_in(MAY_OPEN_SOCKETS):
        return
    for line, name in imports(module):
        if name.partition(".")[0] in SOCKETS:
            yield line, f"'{name}' reaches the network: nothing leaves this machine"


def processes(module: Module) -> Iterator[Fault]:
    if module.is_in(MAY_START_PROGRAMS):
        return
    for line, name in imports(module):
        if name.partition(".")[0] in PROCESSES:
            yield line, f"'{name}' starts other programs: only what speaks does that"
    for line, name in calls(module):
        if name.startswith(("os.system", "os.popen", "os.spawn", "os.exec", "os.fork")):
            yield line, f"'{name}' starts other programs: only what speaks does that"


def names(module: Module) -> Iterator[Fault]:
    words = set(module.name.replace(".", "_").split("_")) & FORBIDDEN_NAMES
    if words:
        yield 1, f"a module is named after its job, not '{words.pop()}'"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and node.name.lower().endswith(("manager", "helper", "handler", "utils")):
            yield node.lineno, f"'{node.name}' does not say what it is"


def docstrings(module: Module) -> Iterator[Fault]:
    if not (ast.get_docstring(module.tree) or "").strip():
        yield 1, "a module begins with one sentence on its job and one on what it does not do"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield node.lineno, f"class '{node.name}' has no docstring"


def sizes(module: Module) -> Iterator[Fault]:
    if module.lines > FILE_MOST:
        yield module.lines, f"{module.lines} lines: none above {FILE_MOST}"
    for line, name, length in functions(module):
        if length > FUNCTION_MOST:
            yield line, f"'{name}' has {length} lines: none above {FUNCTION_MOST}"


def functions(module: Module) -> Iterator[tuple[int, str, int]]:
    """Line, name and length of each function: its lines without the docstring."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(node.body) > 1:
                length -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield node.lineno, node.name, length


def _used(module: Module, libraries: set[str]) -> Iterator[tuple[int, str]]:
    """What the module uses of some libraries, as `library.name`, however it was imported."""
    aliases: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            aliases |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in libraries}
        elif isinstance(node, ast.ImportFrom) and node.module in libraries:
            aliases |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute):
            head, dot, rest = ast.unparse(node).partition(".")
            if head in aliases:
                yield node.lineno, aliases[head] + dot + rest


RULES: tuple[Rule, ...] = (
    floors,
    doors,
    clocks,
    dice,
    prints,
    files,
    sockets,
    processes,
    names,
    docstrings,
    sizes,
)


# -- the package keeps them --------------------------------------------------------------------------------------
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Rule) -> None:
    found = [f"{module.path}:{line}: {fault}" for module in modules() for line, fault in rule(module)]
    assert not found, "\n" + "\n".join(found)


def test_functions_and_files_are_small() -> None:
    lengths = [length for module in modules() for _, _, length in functions(module)]
    usual = [module for module in modules() if module.lines <= FILE_USUAL]
    assert median(lengths) <= FUNCTION_MEDIAN
    assert quantiles(lengths, n=10)[-1] <= FUNCTION_P90
    assert len(usual) >= 0.9 * len(modules()), [module.path for module in modules() if module not in usual]


def test_no_module_imports_itself_through_others() -> None:
    """At import time: what a function imports when it is called is left out."""
    known = {module.name for module in modules()}
    after: dict[str, set[str]] = {
        module.name: {
            target
            for _, name in imports(Module(module.name, "", _top(module.tree)))
            if name.startswith("game.") and (target := name.removeprefix("game.")) in known
        }
        for module in modules()
    }
    while free := {name for name, needs in after.items() if not needs}:
        after = {name: needs - free for name, needs in after.items() if name not in free}
    assert not after, f"these import each other in a ring: {sorted(after)}"


def test_every_door_stands_where_the_table_says() -> None:
    used = {name.partition(".")[0] for module in modules() for _, name in imports(module)}
    known = {module.name for module in modules()}
    for library, places in DOORS.items():
        if library in used:
            assert any(place in known for place in places), library


FIRST_SCREEN = """
import sys
from game.app.app import App
from game.app.services import Services
from game.ui.look import Look
App(Services.found(), Look()).frame((1280, 720), 0.0)
print(*sorted({"pydantic", "yaml", "socket", "ssl", "asyncio", "importlib.metadata"} & set(sys.modules)))
"""


def test_a_second_start_reads_no_yaml_validates_nothing_and_knows_no_network() -> None:
    """The first one fills the cache; after it, what a start imports is what a person waits for."""
    starts = [
        subprocess.run([sys.executable, "-c", FIRST_SCREEN], cwd=ROOT, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert "pydantic" in starts[0].stdout
    assert starts[1].stdout.strip() == ""


def _top(tree: ast.Module) -> ast.Module:
    typing_only = [
        node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
    ]
    return ast.Module([node for node in typing_only if not isinstance(node, ast.FunctionDef | ast.ClassDef)], [])


# -- and each rule can be broken ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (floors, "scenario.model", "from game.story.run import Run"),
        (floors, "story.run", "import game.records.store"),
        (floors, "scoring.score", "def late():\n    from game.records import store"),
        (floors, "records.store", "from game.scoring.score import Score"),
        (floors, "ui.frame", "from game.screens import session"),
        (floors, "ui.frame", "from game.portrait import draw"),
        (floors, "screens.session", "from game.classroom import server"),
        (floors, "screens.session", "from game.app.app import App"),
        (floors, "screens.session", "from .library import Card"),
        (floors, "basement.x", ""),
        (doors, "story.run", "import sqlite3"),
        (doors, "screens.session", "from pygame import Rect"),
        (doors, "scenario.compile", "import yaml"),
        (doors, "app.app", "import numpy"),
        (clocks, "story.run", "import time\nstarted = time.monotonic()"),
        (clocks, "story.run", "from time import perf_counter as now\nnow()"),
        (clocks, "records.store", "from datetime import datetime\ndatetime.now()"),
        (clocks, "story.run", "import datetime as d\nd.datetime.now()"),
        (dice, "scenario.explore", "import random\nrandom.choice([1])"),
        (dice, "scenario.explore", "from random import shuffle\nshuffle([])"),
        (dice, "story.run", "import uuid\nuuid.uuid4()"),
        (prints, "checks.structure", "print('found')"),
        (files, "screens.session", "open('x')"),
        (files, "scenario.compile", "from pathlib import Path\nPath('x').read_text()"),
        (sockets, "app.app", "from urllib.request import urlopen"),
        (processes, "ui.voice", "import subprocess"),
        (processes, "app.app", "import os\nos.system('say hello')"),
        (names, "app.run_manager", ""),
        (names, "app.app", "class EventHandler:\n    pass"),
        (docstrings, "app.app", "x = 1"),
        (docstrings, "app.app", "'''Job.'''\nclass App:\n    pass"),
        (sizes, "app.app", "def long():\n" + "    x = 1\n" * 61),
    ],
)
def test_the_rule_sees_what_breaks_it(rule: Rule, name: str, text: str) -> None:
    assert list(rule(sample(name, text)))


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (floors, "app.app", "from game.records.store import Store\nfrom game import __version__"),
        (floors, "screens.session", "from game.classroom.vote import Vote"),
        (doors, "records.store", "import sqlite3\nimport json"),
        (clocks, "app.loop", "import time\ntime.monotonic()"),
        (clocks, "reports.page", "import time\ntime.strftime('%Y', time.gmtime(0))"),
        (dice, "scenario.explore", "import random\nrandom.Random(7).choice([1])"),
        (files, "scenario.source", "open('x')"),
        (prints, "cli", "print('ok')"),
        (processes, "ui.engines", "import subprocess"),
    ],
)
def test_the_rule_lets_be_what_keeps_it(rule: Rule, name: str, text: str) -> None:
    assert not list(rule(sample(name, text)))
