"""A speech program for tests: espeak-ng's ways without its sound. It stands on PATH and is started as the real one is.

It reads its text to the end, tells what it was given, and speaks until it is told that it is done, or killed. With its
second process it also shows whether anything of it is left.
"""

from __future__ import annotations

import os
import select
from pathlib import Path

PATIENCE_S = 20.0

PROGRAM = """#!/bin/sh
exec 9> "{folder}/alive"
text=$(/bin/cat)
printf '%s | %s\\n' "$*" "$text" > "{folder}/heard"
case "$text" in
  *broken*) echo "error: No such file or directory" >&2; exit 0 ;;
  *dead*) exit 3 ;;
  *{long}*) /bin/sleep 600 ;;
esac
"""


class FakeEspeak:
    """Its folder is to be the whole PATH; texts with the word `long` take ten minutes."""

    def __init__(self, folder: Path, *, long: str = "long") -> None:
        self.folder = folder
        folder.mkdir()
        program = folder / "espeak-ng"
        program.write_text(PROGRAM.format(folder=folder, long=long), encoding="utf-8")
        program.chmod(0o755)
        for name in ("heard", "alive"):
            os.mkfifo(folder / name)
        self._heard = os.open(folder / "heard", os.O_RDWR)
        self._alive = os.open(folder / "alive", os.O_RDONLY | os.O_NONBLOCK)
        self._lines = b""

    def heard(self) -> str:
        """The next thing it was given, "options | text"; waits until there is one."""
        while b"\n" not in self._lines:
            assert select.select([self._heard], [], [], PATIENCE_S)[0], "nothing was spoken"
            self._lines += os.read(self._heard, 65536)
        line, _, self._lines = self._lines.partition(b"\n")
        return line.decode()

    def silent(self) -> bool:
        """Whether nobody speaks any more; waits for the end of what has been killed, which is not instant."""
        return bool(select.select([self._alive], [], [], PATIENCE_S)[0]) and os.read(self._alive, 1) == b""

    def speaking(self) -> bool:
        """Whether a process of it is there now."""
        try:
            return os.read(self._alive, 1) != b""
        except BlockingIOError:
            return True

    def close(self) -> None:
        os.close(self._heard)
        os.close(self._alive)
