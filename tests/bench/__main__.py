"""Every figure of the design beside what it must hold: `python tasks.py bench [NAME…]`.

Names: engine, authoring, starting, drawing, resting, bundle; without one, all. Exit code 1 where a figure misses its
hold. These are measurements, not tests: a busy machine misses what a quiet one holds.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT), str(ROOT / "tests")]

from figure import Figure  # noqa: E402

NAMES = ("engine", "authoring", "drawing", "resting", "bundle", "starting")


def main(names: list[str]) -> int:
    """Measure, print each row as it comes; the exit code."""
    unknown = set(names) - set(NAMES)
    if unknown:
        print(f"There is no '{unknown.pop()}' to measure; there are {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    missed = 0
    for figure in measured(names or list(NAMES)):
        print(figure.row(), flush=True)
        missed += not figure.holds
    print(f"\n{missed or 'no'} figure{'' if missed == 1 else 's'} missed")
    return int(missed > 0)


def measured(names: list[str]) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        bundle = None
        for name in names:
            module = importlib.import_module(name)
            if name == "bundle":
                bundle = module.built(Path(folder))
                if bundle is not None:
                    yield from module.figures(bundle)
            elif name == "starting":
                yield from module.figures(bundle)
            else:
                yield from module.figures()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
