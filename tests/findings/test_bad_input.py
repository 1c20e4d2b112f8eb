"""No file, however large, deep, wide or tangled, costs `check` more than 20 s or 1 GB, or gets a traceback from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from findings.hostile import MADE
from game.scenario.source import LARGEST

CORPUS = sorted(Path(__file__).with_name("corpus").glob("*.yaml"))
QUICK = ("alias_bomb", "flow_depths", "mapping_depths", "huge_number", "nul_bytes", "same_key_again")
SECONDS = 20
MEMORY = 2**30
MOST_SAID = 2**21
"""Bytes of output: findings are told by the hundred, and each is short."""

LIMITED = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
except ImportError:
    pass
from game.cli import main
sys.exit(main(["check", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("name", QUICK)
def test_some_hostile_files(name: str, tmp_path: Path, root: Path) -> None:
    told_soon(MADE[name](), tmp_path, root)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(MADE.keys() - set(QUICK)))
def test_every_hostile_file(name: str, tmp_path: Path, root: Path) -> None:
    told_soon(MADE[name](), tmp_path, root)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_small_files_that_are_no_scenario(path: Path, tmp_path: Path, root: Path) -> None:
    assert told_soon(path.read_bytes(), tmp_path, root) == 1


def told_soon(content: bytes, folder: Path, root: Path) -> int:
    """Check it within the limits; the exit code, 0 only for what compiles and has no error."""
    file = folder / "hostile" / "scenario.yaml"
    file.parent.mkdir()
    file.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(file)],
        cwd=root,
        env={**os.environ, "ATTUNE_HOME": str(folder)},
        capture_output=True,
    )
    assert not (folder / "fault.txt").exists(), (folder / "fault.txt").read_text(encoding="utf-8")
    assert done.stderr == b""
    assert done.returncode in (0, 1)
    assert 0 < len(done.stdout) < MOST_SAID
    assert all(len(line) < 3_000 for line in lines(done.stdout))
    if len(content) > LARGEST:
        assert b"SC002" in done.stdout
    return done.returncode


def lines(out: bytes) -> Iterator[bytes]:
    return iter(out.splitlines())
