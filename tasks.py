"""The chores of this project, by name: `python tasks.py check`. It needs nothing but Python.

Each task is a list of commands, run in order until one fails; what they do is theirs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
Task = Callable[[list[str]], int]


def check(more: list[str]) -> int:
    """What to run before every commit: style, types, the fast tests."""
    return _all(
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "ruff", "format", "--check", "."],
        [sys.executable, "-m", "mypy"],
        [sys.executable, "-m", "pytest", *more],
    )


def bench(more: list[str]) -> int:
    """Every figure of the design beside what it must hold; name some to measure only those."""
    return _all([sys.executable, str(ROOT / "tests" / "bench"), *more])


def pictures(more: list[str]) -> int:
    """Draw every screen again into docs/pictures. Look at them."""
    return _all([sys.executable, str(ROOT / "tests" / "shots" / "pictures.py"), *more])


def faces(more: list[str]) -> int:
    """Draw every person in every pose on one sheet, build/faces.png; name some to see them larger."""
    return _all([sys.executable, str(ROOT / "tests" / "shots" / "faces.py"), *more])


def ci(more: list[str]) -> int:
    """What the continuous integration does: .ci/run, in a fresh clone of what is committed."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "attune"
        return _all(
            ["git", "clone", "--quiet", str(ROOT), str(clone)],
            [str(clone / ".ci" / "run"), *more],
        )


TASKS: dict[str, Task] = {task.__name__: task for task in (check, bench, pictures, faces, ci)}


def main(words: list[str]) -> int:
    """Run a task; its exit code. Without a task: what there is."""
    task = TASKS.get(words[0]) if words else None
    if task is None:
        print("\n".join(f"python tasks.py {name:10} {task.__doc__}" for name, task in TASKS.items()))
        return 0 if not words else 2
    return task(words[1:])


def _all(*commands: list[str]) -> int:
    environment = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", **os.environ}
    for command in commands:
        print("$", " ".join(command), flush=True)
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
