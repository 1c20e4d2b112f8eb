"""The edge to voices, with real child processes: in order, cut at once, never waited for, none left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from game import res
from game.app.loop import Window
from game.records.store import Store
from game.ui import engines
from game.ui.box import Box
from game.ui.engines import PROGRAMS, Library, Program, Speaking
from game.ui.events import Aloud, Tone, Utter
from game.ui.frame import Frame, Hit
from game.ui.narrator import OFF, Narrator
from game.ui.voice import NO_VOICE, TRIES, VOICE_GONE, Voice
from tests.speaking import FakeEspeak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the program that stands in is a shell script")
ROOT = Path(__file__).resolve().parents[3]
TONE = Tone()
LONG_WAIT_S = 20.0


@pytest.fixture
def espeak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeEspeak]:
    fake = FakeEspeak(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(fake.folder))
    monkeypatch.setattr(engines, "_library", lambda: None)  # whatever speaks on the machine of the tests
    yield fake
    fake.close()


def spoken_out(voice: Voice) -> None:
    """Wait until everything that was asked for has been said."""
    assert voice._thread is not None
    voice._orders.put("end")
    voice._thread.join(LONG_WAIT_S)
    voice._thread = None


@pytest.fixture
def voice(espeak: FakeEspeak) -> Iterator[Voice]:
    made = Voice()
    made.wake()
    yield made
    made.close(LONG_WAIT_S)


def test_texts_are_spoken_in_order_with_rate_and_pitch(espeak: FakeEspeak, voice: Voice) -> None:
    voice.say("One.", TONE, interrupts=False)
    voice.say("-v Two “quoted” é", Tone(2.0, 0.75), interrupts=False)
    assert espeak.heard() == "-s 175 -p 50 --stdin | One."
    assert espeak.heard() == "-s 350 -p 74 --stdin | -v Two “quoted” é"


def test_a_new_text_ends_the_one_before_and_what_waited(espeak: FakeEspeak, voice: Voice) -> None:
    voice.say("A long story.", TONE, interrupts=False)
    voice.say("Waits.", TONE, interrupts=False)
    assert "A long story." in espeak.heard()
    assert espeak.speaking()
    voice.say("Now.", TONE, interrupts=True)
    assert "Now." in espeak.heard()


def test_a_text_that_waits_is_spoken_when_the_one_before_has_ended(espeak: FakeEspeak, voice: Voice) -> None:
    voice.say("Short.", TONE, interrupts=False)
    voice.say("A long one.", TONE, interrupts=False)
    assert "Short." in espeak.heard()
    assert "A long one." in espeak.heard()


def test_stop_is_silence_at_once_and_leaves_no_process(espeak: FakeEspeak, voice: Voice) -> None:
    voice.say("A long story.", TONE, interrupts=True)
    espeak.heard()
    voice.stop()
    assert espeak.silent()
    voice.say("Still there.", TONE, interrupts=False)
    assert "Still there." in espeak.heard()


def test_closing_ends_what_is_being_said(espeak: FakeEspeak, voice: Voice) -> None:
    voice.say("A long story.", TONE, interrupts=True)
    espeak.heard()
    voice.close(LONG_WAIT_S)
    assert espeak.silent()


@pytest.mark.parametrize("how", ["dead", "broken"])
def test_an_engine_that_dies_is_tried_again_and_given_up_after_three_times_in_a_row(
    espeak: FakeEspeak, voice: Voice, how: str
) -> None:
    for _ in range(TRIES - 1):
        voice.say(how, TONE, interrupts=False)
        espeak.heard()
    voice.say("Well.", TONE, interrupts=False)
    assert "Well." in espeak.heard()
    for _ in range(TRIES + 2):
        voice.say(how, TONE, interrupts=False)
    for _ in range(TRIES):
        assert how in espeak.heard()
    spoken_out(voice)
    assert voice.complaint == VOICE_GONE


def test_turning_it_on_again_tries_again(espeak: FakeEspeak, voice: Voice) -> None:
    for _ in range(TRIES):
        voice.say("dead", TONE, interrupts=False)
        espeak.heard()
    voice.wake()
    voice.say("Back.", TONE, interrupts=False)
    assert "Back." in espeak.heard()
    spoken_out(voice)
    assert not voice.complaint


def test_a_program_that_hangs_is_ended(espeak: FakeEspeak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE_S", 0.05)
    monkeypatch.setattr(engines, "PATIENCE_A_LETTER_S", 0.0)
    speaking = Speaking(PROGRAMS[0], str(espeak.folder / "espeak-ng"))
    assert not speaking.say("A long story.", TONE, lambda: True)
    assert espeak.silent()


class Stuck:
    """An engine that never comes back, as a library may that waits for another program."""

    name = "stuck"

    def __init__(self) -> None:
        self.asked = Event()
        self.free = Event()

    def say(self, text: str, tone: Tone, wanted: Callable[[], bool]) -> bool:
        self.asked.set()
        self.free.wait()
        return True

    def cut(self) -> None: ...

    def hush(self) -> None: ...


def test_nothing_waits_for_an_engine_that_never_comes_back() -> None:
    stuck = Stuck()
    voice = Voice(lambda: [stuck])
    voice.wake()
    voice.say("One.", TONE, interrupts=True)
    assert stuck.asked.wait(LONG_WAIT_S)
    voice.say("Two.", TONE, interrupts=True)
    voice.stop()
    voice.close(0.01)
    stuck.free.set()


def test_the_next_engine_speaks_where_the_first_fails(espeak: FakeEspeak) -> None:
    class Raises(Stuck):
        def say(self, text: str, tone: Tone, wanted: Callable[[], bool]) -> bool:
            raise RuntimeError("no connection")

    voice = Voice(lambda: [Raises(), *engines.found()])
    voice.wake()
    voice.say("Anyway.", TONE, interrupts=True)
    assert "Anyway." in espeak.heard()
    spoken_out(voice)
    assert not voice.complaint


# -- the library -------------------------------------------------------------------------------------------------
class Taken:
    """A backend as prism gives it, of a screen reader: it takes texts, and lets nobody set its rate."""

    def __init__(self) -> None:
        self.done: list[tuple[str, bool]] = []
        self.pitch = 0.0

    def speak(self, text: str, interrupt: bool = False) -> None:
        self.done.append((text, interrupt))

    def stop(self) -> None:
        raise NotImplementedError

    @property
    def rate(self) -> float:
        return 0.5

    @rate.setter
    def rate(self, rate: float) -> None:
        raise NotImplementedError


def test_a_library_takes_texts_over_and_is_interrupted_where_it_cannot_be_stopped() -> None:
    backend = Taken()
    voice = Voice(lambda: [Library(None, backend)])
    voice.wake()
    voice.say("One.", Tone(1.0, 0.75), interrupts=False)
    voice.say("Two.", TONE, interrupts=False)
    spoken_out(voice)
    assert backend.done == [("One.", False), ("Two.", False)]
    library = Library(None, backend)
    backend.done.clear()
    library.hush()
    assert library.say("Three.", Tone(2.0, 0.75), lambda: True)
    assert library.say("Four.", TONE, lambda: True)
    assert library.say("Late.", TONE, lambda: False)
    assert backend.done == [("Three.", True), ("Four.", False)]
    assert backend.pitch == TONE.pitch


def test_another_project_of_the_same_name_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "prism.py").write_text("class Prism:\n    pass\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "prism"]:
        monkeypatch.delitem(sys.modules, name)
    assert engines._library() is None
    monkeypatch.delitem(sys.modules, "prism")


# -- what the others are given -----------------------------------------------------------------------------------
def program(name: str) -> Program:
    return next(one for one in PROGRAMS if one.name == name)


def test_each_program_is_called_as_its_manual_says() -> None:
    slow, fast = Tone(0.75, 0.25), Tone(2.5, 0.75)
    assert program("say").words("Hi", fast) == ("-r", "438", "-f", "-")
    assert program("say").fed("Hi [[rset]]", slow) == "[[pbas 35]] Hi [ [rset]]"
    assert program("spd-say").words("-Hi", slow) == ("-N", "attune", "-w", "-r", "-26", "-p", "-50", "--", "-Hi")
    assert program("spd-say").words("Hi", fast)[4] == "83"
    ssml = program("powershell").fed("A < B & C", fast)
    assert '<prosody rate="+150%" pitch="+25%">A &lt; B &amp; C</prosody>' in ssml


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_the_real_espeak_takes_our_options_and_speaks(tmp_path: Path) -> None:
    """To a file, because machines for tests have no loudspeaker."""
    espeak, text = program("espeak-ng"), "Graham looks away, arms crossed. Sorry. Two minutes late."

    def seconds(tone: Tone) -> float:
        out = tmp_path / "said.wav"
        line = ("espeak-ng", *espeak.words(text, tone), "-w", str(out))
        subprocess.run(line, input=espeak.fed(text, tone), text=True, check=True)
        with wave.open(str(out)) as said:
            return said.getnframes() / said.getframerate()

    assert 2 < seconds(Tone()) < 8
    assert seconds(Tone(2.0)) < 0.7 * seconds(Tone())
    assert seconds(Tone(0.75)) > 1.1 * seconds(Tone())


# -- the window --------------------------------------------------------------------------------------------------
def frame(*labels: str) -> Frame:
    hits = tuple(Hit(f"reply/{at}", Box(0, 0, 9, 9), "choice", label) for at, label in enumerate(labels))
    return Frame((1024, 600), (), hits, "Page")


@pytest.fixture
def window(espeak: FakeEspeak) -> Iterator[Window]:
    made = Window("Test", res.path("assets", "fonts"), (1024, 600))
    yield made
    made.close()


def test_a_window_reads_its_frames_once_it_is_asked_to(espeak: FakeEspeak, window: Window) -> None:
    window.tell(frame("Yes", "No"), "reply/0")
    window.send(Utter("everything"))
    window.send(Aloud(True, Tone(1.5), greeting="It is on."))
    window.tell(frame("Yes", "No"), "reply/0")
    assert espeak.heard() == "-s 262 -p 50 --stdin | It is on. Page. 2 choices. Yes, choice, 1 of 2."
    window.tell(frame("Yes", "No"), "reply/1")
    assert espeak.heard().endswith("| No, choice, 2 of 2.")
    window.send(Aloud(True, Tone(1.5), positions=False))
    window.tell(frame("Yes", "No"), "reply/0")
    assert espeak.heard().endswith("| Yes, choice.")
    window.send(Utter("again"))
    assert espeak.heard().endswith("| Yes, choice.")
    window.send(Utter("everything"))
    assert espeak.heard().endswith("| Page. Yes, choice. No, choice.")
    window.send(Aloud(False))
    assert espeak.heard().endswith(f"| {OFF}")


def test_a_window_that_closes_falls_silent(espeak: FakeEspeak, window: Window) -> None:
    window.send(Aloud(True))
    window.tell(frame("A long reply"), "reply/0")
    espeak.heard()
    window.close()
    assert espeak.silent()


def test_where_nothing_can_speak_it_is_said_once_and_everything_goes_on(
    espeak: FakeEspeak, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for _ in range(2):
        window.send(Aloud(True))
        window.tell(frame("Yes"), "reply/0")
        window.narrator.voice.close(LONG_WAIT_S)
        window.send(Aloud(False))
    assert window.narrator.voice.complaint == NO_VOICE
    assert window.new_complaints() == (NO_VOICE,)
    assert window.new_complaints() == ()


def test_what_is_turned_off_works_nothing_out_and_starts_no_thread() -> None:
    narrator = Narrator()
    narrator.tell(frame("Yes"), "reply/0")
    narrator.utter(Utter("everything"))
    assert narrator.voice._thread is None


def test_the_whole_program_speaks_from_the_start_and_is_silent_when_it_ends(home: Path, tmp_path: Path) -> None:
    fake = FakeEspeak(tmp_path / "bin", long="Practise")
    with Store(home / "records.db") as store:
        store.set("aloud", "on")
    (tmp_path / "prism.py").write_text("# the other project of that name\n", encoding="utf-8")
    environment = {**os.environ, "PATH": str(fake.folder), "PYTHONPATH": str(tmp_path)}
    started = subprocess.Popen([sys.executable, "-m", "game"], env=environment, cwd=ROOT)
    try:
        assert "| Practise. " in fake.heard()
        assert fake.speaking()
        started.terminate()
        assert started.wait(LONG_WAIT_S) is not None
        assert fake.silent()
    finally:
        started.kill()
        started.wait()
        fake.close()
