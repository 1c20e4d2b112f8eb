"""`python -m game` is the same as the command `attune`. It holds no behaviour of its own."""

from __future__ import annotations

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
