"""What can speak on this machine: the library prism where it is installed, else the speech program of the platform.

The only door of prism (on PyPI it is *prismatoid*; the package named *prism* there is an unrelated project) and of
child processes. It decides neither what is said nor when (`narration`, `voice`). On Linux all three were run and heard;
`say` and the voices of Windows are called as their manuals say, and were never run.
"""

from __future__ import annotations

import math
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol
from xml.sax.saxutils import escape

from game.ui.events import Tone

USUAL_WPM = 175
"""Words a minute at rate 1: espeak-ng's own, and near those of the others."""
PATIENCE_S, PATIENCE_A_LETTER_S = 10.0, 0.3
"""How long a program may take for a text before it counts as hanging: three times what slow speech needs."""


class Engine(Protocol):
    """Something that speaks. All but `cut` is called on one thread, which is not that of the window."""

    @property
    def name(self) -> str:
        """What it is called, for whoever looks for the cause of a silence."""

    def say(self, text: str, tone: Tone, wanted: Callable[[], bool]) -> bool:
        """Speak; returns when it is said, or taken over, or cut. False when it was not said to its end."""

    def cut(self) -> None:
        """End what is being said, now; from any thread, without waiting."""

    def hush(self) -> None:
        """Drop what was taken over and is not said yet."""


def found() -> list[Engine]:
    """The engines of this machine, the best first; empty when there is none."""
    library = _library()
    programs = [Speaking(program, path) for program in PROGRAMS if (path := _path(program))]
    return [*([library] if library else []), *programs]


# -- programs --------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks a text and then ends."""

    name: str
    platform: str
    words: Callable[[str, Tone], tuple[str, ...]]
    """What stands behind its name on the command line."""
    fed: Callable[[str, Tone], str]
    """What it reads from standard input: there, what a trainee writes is in no list of processes."""
    silence: tuple[str, ...] = ()
    """What makes it be silent where ending it does not, because another process speaks."""


def _stretch(tone: Tone, least: int, most: int) -> int:
    """A rate on a scale on which 0 is the usual one, and the greatest three times as fast."""
    return round(max(least, min(most, most * math.log(tone.rate) / math.log(3))))


def _espeak(_: str, tone: Tone) -> tuple[str, ...]:
    return ("-s", str(round(USUAL_WPM * tone.rate)), "-p", str(round(99 * tone.pitch)), "--stdin")


def _dispatcher(text: str, tone: Tone) -> tuple[str, ...]:
    pitch = round(200 * tone.pitch - 100)
    return ("-N", "attune", "-w", "-r", str(_stretch(tone, -100, 100)), "-p", str(pitch), "--", text)


def _mac(_: str, tone: Tone) -> tuple[str, ...]:
    return ("-r", str(round(USUAL_WPM * tone.rate)), "-f", "-")


def _mac_text(text: str, tone: Tone) -> str:
    """Double brackets are orders to the voice; only ours is meant."""
    return f"[[pbas {round(20 + 60 * tone.pitch)}]] " + text.replace("[[", "[ [")


_SAPI = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).SpeakSsml([Console]::In.ReadToEnd())"
)


def _windows(_: str, __: Tone) -> tuple[str, ...]:
    return ("-NoProfile", "-NonInteractive", "-Command", _SAPI)


def _windows_text(text: str, tone: Tone) -> str:
    speed = f"{round(100 * tone.rate - 100):+d}%"
    pitch = f"{round(100 * tone.pitch - 50):+d}%"
    prosody = f'<prosody rate="{speed}" pitch="{pitch}">{escape(text)}</prosody>'
    return f'<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-GB">{prosody}</speak>'


def _text(text: str, _: Tone) -> str:
    return text


def _nothing(_: str, __: Tone) -> str:
    return ""


PROGRAMS: tuple[Program, ...] = (
    Program("espeak-ng", "linux", _espeak, _text),
    Program("spd-say", "linux", _dispatcher, _nothing, silence=("-C",)),
    Program("say", "darwin", _mac, _mac_text),
    Program("powershell", "win32", _windows, _windows_text),
)
"""Speech Dispatcher's client takes its text from the command line only, so it stands behind espeak-ng."""


def _path(program: Program) -> str | None:
    return shutil.which(program.name) if sys.platform == program.platform else None


class Speaking:
    """A program as an engine: one child process for each text."""

    def __init__(self, program: Program, path: str) -> None:
        self.program = program
        self._path = path
        self._child: subprocess.Popen[str] | None = None
        self._spoke = False

    @property
    def name(self) -> str:
        """The program's."""
        return self.program.name

    def say(self, text: str, tone: Tone, wanted: Callable[[], bool]) -> bool:
        """Start the program and wait for its end; one that takes far too long is ended."""
        child = self._child = _started(self._path, self.program.words(text, tone))
        self._spoke = True
        if not wanted():  # cut between the wish and the start
            self.cut()
        try:
            patience = PATIENCE_S + PATIENCE_A_LETTER_S * len(text)
            _, told = child.communicate(self.program.fed(text, tone), timeout=patience)
        except subprocess.TimeoutExpired:
            _end(child)
            with suppress(subprocess.TimeoutExpired):
                child.communicate(timeout=1)
            return False
        finally:
            self._child = None
        # espeak-ng ends with 0 even where there is nothing to play on; it then says so in a line of errors
        return child.returncode == 0 and not any(line.startswith("error") for line in told.splitlines())

    def cut(self) -> None:
        """Kill the child; what it was saying ends in the middle of a word."""
        child = self._child
        if child is not None:
            _end(child)

    def hush(self) -> None:
        """Tell the process that really speaks, where there is one."""
        if self._spoke and self.program.silence:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run((self._path, *self.program.silence), timeout=2, env=_environment(), **_QUIET)
        self._spoke = False


_QUIET: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _started(path: str, words: tuple[str, ...]) -> subprocess.Popen[str]:
    """A child with a process group of its own, so that whatever it starts ends with it; no window on Windows."""
    return subprocess.Popen(
        (path, *words),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment() -> dict[str, str]:
    """Without the bundle's own folder of libraries, which would be forced on a program that brings others."""
    given = dict(os.environ)
    if getattr(sys, "frozen", False):
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            given.pop(name, None)
            if before := given.get(f"{name}_ORIG"):
                given[name] = before
    return given


def _end(child: subprocess.Popen[str]) -> None:
    if child.poll() is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)


# -- the library -----------------------------------------------------------------------------------------------------
class Library:
    """The best backend that prism has here: it takes a text over and speaks it on threads of its own."""

    name = "prism"

    def __init__(self, context: Any, backend: Any) -> None:
        self._context = context  # the backend lives no longer than this
        self._backend = backend
        self._tone: Tone | None = None
        self._interrupt = False

    def say(self, text: str, tone: Tone, wanted: Callable[[], bool]) -> bool:
        """Hand the text over."""
        if wanted():
            self._sound(tone)
            self._backend.speak(text, self._interrupt)
            self._interrupt = False
        return True

    def cut(self) -> None:
        """Nothing is cut from another thread: the library is told with `hush`, on the one thread that knows it."""

    def hush(self) -> None:
        """Stop; a screen reader that cannot be stopped is interrupted by the next text."""
        self._interrupt = True
        with suppress(Exception):  # not every backend can
            self._backend.stop()

    def _sound(self, tone: Tone) -> None:
        if tone == self._tone:
            return
        for name, value in (("rate", 0.5 + _stretch(tone, -100, 100) / 200), ("pitch", tone.pitch)):
            with suppress(Exception):  # a screen reader keeps its own rate and pitch
                setattr(self._backend, name, value)
        self._tone = tone


def _library() -> Library | None:
    try:
        import prism

        context = prism.Context()
        return Library(context, context.acquire_best())
    except Exception:  # not installed, the other project of that name, no native part, or no backend runs here
        return None
