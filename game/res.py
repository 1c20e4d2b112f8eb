"""Where scenarios and assets lie: in a checkout, in an installed wheel, in a bundle.

It opens nothing and caches nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder that holds `scenarios` and `assets`."""
    bundle = getattr(sys, "_MEIPASS", None)
    if getattr(sys, "frozen", False) and bundle:
        return Path(bundle) / "game" / "_data"
    installed = PACKAGE / "_data"
    return installed if installed.is_dir() else PACKAGE.parent


def path(*parts: str) -> Path:
    """A shipped file or folder: `path("scenarios")`, `path("assets", "fonts")`. It may not exist."""
    return root().joinpath(*parts)
