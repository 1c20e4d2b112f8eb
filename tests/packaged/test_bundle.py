"""The folder that people unzip: it is built, it is complete and small, and it starts, plays and keeps what was played.

Built in a fresh folder and started with hardly any environment, as on a borrowed laptop that has no Python.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from listening import hold, needs_the_bus, played

from game import __version__, res
from game.app.plan import play_plan, read_plan
from game.records.places import PORTABLE
from game.records.store import Store
from game.scenario.compile import compile_path
from game.story.machine import Story
from game.story.transcript import Responded

pytestmark = pytest.mark.packaged

ROOT = Path(__file__).resolve().parents[2]
PLANS = sorted(res.path("scenarios").glob("*/plans/*.plan"))
FOLDER_MB, ZIP_MB = 60, 30

FORBIDDEN = ("pytest", "hypothesis", "mypy", "ruff", "PyInstaller", "numpy", "PIL", "tkinter", "_tkinter", "setuptools")
"""Developers' things, and what libraries mention but we never use."""


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, built once."""
    pytest.importorskip("PyInstaller", reason="the bundle is built with the development tools")
    where = tmp_path_factory.mktemp("bundle")
    building = [sys.executable, "-m", "PyInstaller", str(ROOT / "build.spec"), "--noconfirm", "--log-level=ERROR"]
    subprocess.run([*building, f"--distpath={where}", f"--workpath={where / 'work'}"], cwd=where, check=True)
    return where / "Attune"


@pytest.fixture
def started(bundle: Path, home: Path) -> Started:
    return Started(bundle, home)


class Started:
    """The program of the bundle, with a home of its own and no other environment."""

    def __init__(self, bundle: Path, home: Path) -> None:
        self.bundle = bundle
        self.home = home
        self.program = bundle / ("attune.exe" if sys.platform == "win32" else "attune")

    def __call__(self, *words: str, typed: str = "", code: int = 0, **more: str) -> str:
        """What it prints; it must end with the code."""
        done = subprocess.run(
            [str(self.program), *words],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env=self.environment(**more),
            cwd=self.home,
        )
        assert done.returncode == code, done.stderr
        self.sentence = done.stderr
        return done.stdout

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        return {**kept, "ATTUNE_HOME": str(self.home), "LC_ALL": "C.UTF-8", **more}


def test_it_says_its_version_at_once(started: Started) -> None:
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        assert started("--version").strip() == f"attune {__version__}"
        taken.append(time.perf_counter() - start)
    print(f"\npackaged start (--version): {min(taken) * 1000:.0f} ms")


def test_it_is_well(started: Started) -> None:
    told = started("doctor")
    assert "Not well" not in told
    for scenario in res.path("scenarios").glob("*/scenario.yaml"):
        assert f"{scenario.parent.name}:" in told


def test_it_is_complete(bundle: Path) -> None:
    held = bundle / "_internal" / "game" / "_data"
    for folder in ("scenarios", "assets"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert (held / path.relative_to(ROOT)).is_file(), path
    assert (held / "scenarios" / "_rubrics" / "relational.yaml").is_file()
    assert list((held / "assets" / "fonts").glob("*.ttf"))
    assert [path for path in (bundle / "_internal" / "yaml").iterdir() if path.name.startswith("_yaml.")]


def test_it_reads_yaml_with_the_c_loader(started: Started, bundle: Path, tmp_path: Path) -> None:
    """The same broken file gives libyaml's words here and there; PyYAML's own reader says it otherwise."""
    (tmp_path / "scenario.yaml").write_text("id: x\nbeats: [\n", encoding="utf-8")
    told = started("check", str(tmp_path), "--json", code=1)
    assert yaml.__with_libyaml__, "this Python has no C loader to compare with"
    expected = [finding.message for finding in compile_path(tmp_path).findings]
    assert [finding["message"] for finding in json.loads(told)["findings"]] == expected


def test_it_is_small_and_holds_no_developers_things(bundle: Path) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    folder_mb = sum(path.stat().st_size for path in files) / 1e6
    zipped = Path(shutil.make_archive(str(bundle.parent / "zipped"), "zip", bundle.parent, bundle.name))
    zip_mb = zipped.stat().st_size / 1e6
    print(f"\npackaged folder: {folder_mb:.1f} MB (hold {FOLDER_MB}), zipped {zip_mb:.1f} MB (hold {ZIP_MB})")
    assert folder_mb <= FOLDER_MB
    assert zip_mb <= ZIP_MB
    names = {part.partition(".")[0] for path in files for part in path.relative_to(bundle).parts}
    assert not names & set(FORBIDDEN)


@pytest.mark.parametrize("path", [PLANS[0], PLANS[-1]], ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_it_replays_a_plan_to_the_same_scores(started: Started, path: Path) -> None:
    scenario = compile_path(path.parents[1]).scenario
    assert scenario is not None
    run = play_plan(read_plan(path.read_text(encoding="utf-8"), path.name), Story(scenario))
    choices = ",".join(f"{step.beat}/{step.response}" for step in run.steps)
    told = json.loads(started("replay", scenario.id, "--choose", choices, "--json"))
    here = subprocess.run(
        [sys.executable, "-m", "game", "replay", scenario.id, "--choose", choices, "--json"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert told["ending"] == run.here.to
    assert told == json.loads(here.stdout)


def test_it_keeps_what_was_played_and_goes_on_from_there(started: Started) -> None:
    started("play", PLANS[0].parts[-3], "--text", typed="1\n" * 6)
    with Store.open(started.home / "records.db") as store:
        (kept,) = store.open_runs()
        answers = [entry for entry in store.transcript(kept.id).entries if isinstance(entry, Responded)]
        assert store.complaints == ()
    assert answers
    assert "Continue" in started("play", PLANS[0].parts[-3], "--text")


def test_portable_txt_keeps_everything_beside_the_program(started: Started, bundle: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "Attune"
    shutil.copytree(bundle, stick, symlinks=True)
    (stick / PORTABLE).write_text("")
    moved = Started(stick, started.home)
    moved("play", PLANS[0].parts[-3], "--text", typed="1\n" * 6, ATTUNE_HOME="", HOME=str(tmp_path / "nobody"))
    assert (stick / "attune-data" / "records.db").is_file()
    assert not (tmp_path / "nobody").exists()


def test_its_window_opens_and_stays(started: Started) -> None:
    """On SDL's own picture-less display, so that no screen is needed; a fault would end it or speak."""
    process = subprocess.Popen(
        [str(started.program)],
        env=started.environment(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(4)
    finally:
        process.kill()
        _, said = process.communicate()
    assert said == b""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@needs_the_bus
def test_a_screen_reader_plays_a_session_in_it(bundle: Path, tmp_path: Path) -> None:
    hold(played(tmp_path, str(bundle / "attune")), tmp_path)


def test_without_a_display_it_says_so_in_one_sentence(started: Started) -> None:
    assert started(code=1) == ""
    assert "attune play --text" in started.sentence
    assert len(started.sentence.strip().splitlines()) == 1
