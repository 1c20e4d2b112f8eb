"""How large the folder is that people unzip, and the zip itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from figure import Figure

from game import res


def built(where: Path) -> Path | None:
    """The bundle, built now; None without PyInstaller."""
    if find_spec("PyInstaller") is None:
        return None
    command = [sys.executable, "-m", "PyInstaller", str(res.root() / "build.spec"), "--noconfirm", "--log-level=ERROR"]
    subprocess.run([*command, f"--distpath={where}", f"--workpath={where / 'work'}"], cwd=where, check=True)
    return where / "Attune"


def figures(bundle: Path) -> Iterator[Figure]:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    zipped = Path(shutil.make_archive(str(bundle.parent / "zipped"), "zip", bundle.parent, bundle.name))
    yield Figure("packaged folder", sum(path.stat().st_size for path in files) / 1e6, "MB", 60)
    yield Figure("packaged folder, zipped", zipped.stat().st_size / 1e6, "MB", 30)
