"""The window of an author: the same program, which also shows what stands behind the scene and follows the file.

A trainee's window is a plain `App` and has neither: backstage tells the key. Nothing played here is kept on the disk.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from game.app import flow, sittings
from game.app.app import App
from game.app.behind import behind
from game.app.services import Services
from game.app.watching import Watched, catch_up
from game.checks.look import Looked, look
from game.records.errors import RecordsError
from game.scenario.bounds import still_open
from game.scenario.compile import Compiled, compile_path
from game.scenario.findings import stops
from game.scoring.review import EndingsFrom
from game.screens.backstage import Backstage
from game.screens.findings_strip import FindingsPage, Told, with_strip
from game.screens.intents import Become, Intent
from game.screens.screen import Screen
from game.screens.session import Session
from game.story.machine import Story
from game.story.run import NotOffered, NowhereToGo, Run
from game.ui.frame import Frame
from game.ui.look import Look

REMEMBERED = 60
"""Frames whose times are kept: a second of movement."""

Seen = tuple[Looked, EndingsFrom | None]


class AuthorApp(App):
    """The program with F12, and, where a file is watched, with what the check says of it."""

    def __init__(self, services: Services, look: Look, file: Path) -> None:
        super().__init__(services, look)
        self.look = replace(self.look, keymap=self.look.keymap.with_backstage())  # whatever keys were chosen
        self.file = file
        self.told: Told | None = None
        """What the strip says; None where nothing is watched."""
        self._compiled: Compiled | None = None
        self._watched: Watched | None = None
        self._checking: Future[Seen] | None = None
        self._endings: EndingsFrom | None = None
        self._endings_of = ""
        """The text that they are the endings of, by its sha: a stuck scene goes on in the one before."""
        self._times: deque[float] = deque(maxlen=REMEMBERED)
        services.plans = file.parent / "plans"

    # -- opening -------------------------------------------------------------------------------------------------
    def sit(self, run: Run, endings: EndingsFrom | None = None, t: float = 0.0) -> None:
        """Open at this run, at time t (s)."""
        self.run, self.kept = run, None
        self._endings, self._endings_of = endings, run.story.scenario.sha
        self.place = flow.after(self.place, "continue")
        self._keep()
        self._show_run(t)

    def watch(self, compiled: Compiled) -> None:
        """From now on follow the files that this was compiled from, and say what is found in them."""
        self.look = replace(self.look, keymap=self.look.keymap.with_findings())
        self._watched = Watched((*(file.name for file in compiled.files), *compiled.missed))
        self._look_at(compiled, "")

    # -- for the loop --------------------------------------------------------------------------------------------
    def stirs(self, t: float) -> bool:
        """Follow the file, take in what the checks found; whether anything seen has changed."""
        try:
            written = self._watched is not None and self._watched.changed(t) and self._written(t)
            return self._found() or written
        except (RecordsError, NotOffered, NowhereToGo) as trouble:
            self._recover(str(trouble), t)
        except Exception as error:
            self._broke(error)
        return True

    def drew(self, seconds: float) -> None:
        """A frame took so long, from asking for it to its pixels."""
        self._times.append(seconds)

    def _view(self, look: Look, t: float) -> Frame:
        if isinstance(self.screen, Backstage):
            self.screen = replace(self.screen, behind=replace(self.screen.behind, times=tuple(self._times)))
        if self.told is None:
            return super()._view(look, t)
        return with_strip(look, self.told, lambda rest: super(AuthorApp, self)._view(rest, t))

    def _everywhere(self, name: str, look: Look) -> Intent | None:
        overlay = self._overlay(name, self.screen)
        return Become(overlay) if overlay else super()._everywhere(name, look)

    def _overlay(self, name: str, under: Screen) -> Screen | None:
        """The page that a key asks for, over a screen."""
        if name == "backstage" and self.run is not None and self.place in ("session", "debrief"):
            known = self._endings_of == self.run.story.scenario.sha
            return Backstage(under, behind(self.run, self._endings if known else None, self._times))
        if name == "findings" and self.told is not None:
            return FindingsPage(under, self.told)
        return None

    # -- the file was written ------------------------------------------------------------------------------------
    def _written(self, t: float) -> bool:
        """Compile the file again and carry the play over; whether it says something else than before."""
        compiled = compile_path(self.file)
        if self._compiled is not None and compiled.files == self._compiled.files and compiled.files:
            return False
        self.services.restock()
        self._look_at(compiled, self._carried_over(compiled, t))
        return True

    def _look_at(self, compiled: Compiled, sentence: str) -> None:
        """Say at once what compiling found; the checks come after, on another thread."""
        self._compiled = compiled
        if self._checking is not None:
            self._checking.cancel()  # nobody wants to know any more, unless it is at it already
        self._checking = self.services.think(lambda: _seen(compiled))
        self.told = Told(compiled.findings, not stops(compiled.findings), sentence, looking=True)
        self._renew()

    def _found(self) -> bool:
        """Take in what the checks have found by now; whether they are done."""
        if self._checking is None or self.told is None or not self._checking.done():
            return False
        done, self._checking = self._checking, None
        looked, endings = done.result()
        self.told = replace(self.told, findings=looked.findings, looking=False)
        if looked.compiled.scenario is not None:
            self._endings, self._endings_of = endings, looked.compiled.scenario.sha
        self._renew()
        return True

    def _carried_over(self, compiled: Compiled, t: float) -> str:
        if compiled.scenario is None or self.run is None:
            return ""
        caught = catch_up(self.run, Story(compiled.scenario))
        if caught.run is not None:
            self._take_over(caught.run, t)
        return caught.sentence

    def _take_over(self, run: Run, t: float) -> None:
        """Stand in the new text where the play stood in the old one, whatever page lay over it."""
        before, over = _beneath(self.screen), self.screen
        if self.kept is not None:
            self.services.give_up(self.kept)
        self.run, self.kept = run, None
        self._keep()
        if self.place == "debrief" and run.ending is None:
            self.place = flow.after(self.place, "retry")
        if self.place not in ("session", "debrief"):
            return
        if self.place == "session":
            self._offered_at = t
            made = sittings.sitting(run, self.services, self.options, t)
            self._become(sittings.reseated(made, before) if isinstance(before, Session) else made)
        else:
            self._show_run(t)
        if isinstance(over, Backstage | FindingsPage):
            self._become(self._overlay(_key_of(over), self.screen) or self.screen)
        self._fresh = type(self.screen) is not type(over)  # or focus and scrolling would be lost with each save

    def _renew(self) -> None:
        """An open page of ours shows what is known now."""
        if isinstance(self.screen, Backstage | FindingsPage):
            self._become(self._overlay(_key_of(self.screen), self.screen.under) or self.screen.under)


def _key_of(page: Backstage | FindingsPage) -> str:
    return "backstage" if isinstance(page, Backstage) else "findings"


def _seen(compiled: Compiled) -> Seen:
    """What the checks find, and which endings are still open from where."""
    looked = look(compiled)
    return looked, None if looked.plays is None else still_open(looked.plays.explored)


def _beneath(screen: Screen) -> Screen:
    """The screen under all pages that lie over it."""
    while (under := getattr(screen, "under", None)) is not None:
        screen = under
    return screen
