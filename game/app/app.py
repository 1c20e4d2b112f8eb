"""The program as one object: it shows a screen, hears events and does what the screen wishes.

`frame` and `feed` are all that the loop and the pilot need. It draws nothing and reads no clock: time is an argument.
Every response is on the disk (`services`) before the screen that answers it is shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, assert_never

import game
from game.app import flow, makers, papers, settings
from game.app.fault import BROKE, write_report
from game.app.services import Services
from game.records.errors import RecordsError
from game.screens import intents
from game.screens.broke import Broke
from game.screens.intents import Intent, Options
from game.screens.overlays import Message, Trouble
from game.screens.screen import Screen
from game.story.run import NotOffered, NowhereToGo, Run
from game.story.transcript import Entry, Rated, Wrote
from game.ui.attention import Attention, attend, enter, settle
from game.ui.events import NO_SOUND, Act, Activate, Clip, Event, Outward, Play, Press, Quit, Resize
from game.ui.frame import Frame
from game.ui.look import Look

Playing = intents.Notice | intents.Respond | intents.Jot | intents.Rate | intents.Finish | intents.Retry
"""What is done to the run."""


class App:
    """One window's worth of program."""

    def __init__(self, services: Services, look: Look) -> None:
        self.services = services
        self.look = settings.onto(look, services.store.settings)
        self.place = "library"
        self.run: Run | None = None
        self.kept: str | None = None
        """The id of `run` in the records."""
        self.options = Options()
        self.waiting: list[Entry] = []
        """Entries of `run` that could not be kept yet: a full disk, another window."""
        self.outbox: list[Outward] = []
        self.sound = services.store.settings.get("sound") == "on"
        self.attention = Attention()
        self.screen: Screen = makers.library(services)
        self._offered_at = 0.0
        self._fresh = True
        self._frame: Frame | None = None

    # -- for the loop and the pilot ------------------------------------------------------------------------------
    @property
    def closed(self) -> bool:
        """Whether the person has quit."""
        return self.place == "closed"

    def frame(self, size: tuple[int, int], t: float) -> Frame:
        """The picture at time t (s) for a window of this size in px."""
        if size != self.look.size:
            self.look = replace(self.look, size=size)
        try:
            self._frame = self._seen(t)
        except Exception as error:
            self._broke(error)
            self._frame = self._seen(t)
        return self._frame

    def _seen(self, t: float) -> Frame:
        if self._fresh:
            self._fresh = False
            self.attention = enter(self.screen.view(self.look, t), keyboard=self.attention.keyboard)
        frame = self.screen.view(self._looking, t)
        settled = settle(self.attention, frame)
        if settled != self.attention:
            self.attention = settled
            frame = self.screen.view(self._looking, t)
        return frame

    def feed(self, event: Event, t: float) -> bool:
        """Take an event at time t (s); False when the program has come to its end."""
        match event:
            case Resize(width, height):
                self.look = replace(self.look, size=(width, height))
            case Quit():
                self.place = "closed"
            case _:
                frame = self._frame or self.frame(self.look.size, t)
                self.attention, act = attend(self.attention, event, frame, self.look.keymap)
                if act is not None:
                    self._safely(act, t)
        return not self.closed

    def _safely(self, act: Act, t: float) -> None:
        """Do an act; what should never happen ends on a page of its own, with a report and the records as they were."""
        try:
            self.do(act, t)
        except Exception as error:
            self._broke(error)

    def _broke(self, error: Exception) -> None:
        report = write_report(error, self.services.papers, game.__version__)
        self.place = "session" if self.place == "closed" else self.place
        self._become(Broke(BROKE, str(report or "")))

    def sent(self) -> tuple[Outward, ...]:
        """What goes out since the last time: text for the clipboard, and sounds where they are wanted."""
        out, self.outbox = tuple(self.outbox), []
        return out

    def complain(self, sentence: str) -> None:
        """Show one sentence about something outside that did not work."""
        self.sound = self.sound and sentence != NO_SOUND
        self._become(Message(self.screen, "One thing", (sentence,)))

    def _cue(self, cue: Literal["page", "reply"]) -> None:
        if self.sound:
            self.outbox.append(Play(cue))

    def do(self, act: Act, t: float) -> None:
        """Do what an act means: the same everywhere for text size and theme, else as the screen wishes."""
        look = replace(self._looking, now=t)
        wish = self.screen.wish(act, look)
        if wish is None:
            wish = settings.everywhere(_name(act, look), look)
        if wish is not None:
            self.act(wish, t)

    @property
    def _looking(self) -> Look:
        return self.attention.onto(self.look)

    # -- intents -------------------------------------------------------------------------------------------------
    def act(self, intent: Intent, t: float) -> None:
        """Do what a person wants; every trouble ends as a sentence on the screen, with nothing lost."""
        try:
            self._act(intent, t)
        except (RecordsError, NotOffered, NowhereToGo, OSError) as trouble:
            self._recover(str(trouble), t)

    def _recover(self, trouble: str, t: float) -> None:
        """Say what went wrong over the screen that fits the run: what was answered stands, kept or waiting."""
        if self.run is not None and self.place in ("session", "debrief"):
            self._show_run(t)
        self._become(Trouble(trouble, self.screen))

    def _act(self, intent: Intent, t: float) -> None:
        match intent:
            case intents.Become(screen):
                self._become(screen)
            case intents.GoTo("library") if self.place == "settings" and self.run is not None:
                self.place = flow.after(self.place, "return")
                self._show_run(t)
            case intents.GoTo(place):
                self._go("practise" if place == "library" else place)
            case intents.Open(scenario):
                self.place = flow.after(self.place, "open")
                self._become(makers.briefing(scenario, self.services, self.options))
            case intents.Begin(scenario, options):
                self._begin(scenario, options, t)
            case intents.Continue(run) | intents.Review(run):
                self._reopen(run, t)
            case intents.GiveUp(run):
                self._give_up(run)
            case intents.Change(setting, value):
                self._change(setting, value)
            case intents.Save(paper):
                told = papers.save(paper, self._running(), self.services)
                self._become(Message(self.screen, "Saved", (told,)))
            case intents.Copy(text):
                self.outbox.append(Clip(text))
            case intents.Leave():
                self._leave()
            case intents.Close():
                self._go("quit")
            case _:
                self._play(intent, t)

    def _play(self, intent: Playing, t: float) -> None:
        run = self._running()
        match intent:
            case intents.Notice(kind, signs):
                self._keep(run.notice(kind, signs=signs))
            case intents.Respond(response, confidence):
                after_s = round(max(0.0, t - self._offered_at), 1)
                self._keep(run.respond(response, after_s=after_s, confidence=confidence))
                self._keep(run.end())
                self._cue("reply")
            case intents.Jot(prompt, text):
                self._keep(run.add(Wrote(prompt, text)))
            case intents.Retry(decision):
                self._keep(run.rewind(decision))
                self.place = flow.after(self.place, "retry")
            case intents.Finish():
                self._rate(run)
                return
            case intents.Rate(ratings):
                self._keep(run.add(Rated(ratings)) if ratings else None)
                self.place = flow.after(self.place, "finish")
            case _:
                assert_never(intent)
        self._show_run(t)

    # -- doing ---------------------------------------------------------------------------------------------------
    def _become(self, screen: Screen) -> None:
        self._fresh = self._fresh or type(screen) is not type(self.screen)
        self.screen = screen

    def _go(self, trigger: str) -> None:
        """To another place by the table of `flow`."""
        self.place = flow.after(self.place, trigger)
        match self.place:
            case "library":
                self._become(makers.library(self.services))
            case "settings":
                self._become(makers.settings(self.services))
            case "about":
                self._become(makers.about())

    def _begin(self, scenario: str, options: Options, t: float) -> None:
        self.options = options
        self.run, self.kept, self.waiting = Run(self.services.story(scenario), self.services.seed()), None, []
        self.place = flow.after(self.place, "begin")
        self._keep()
        self._show_run(t)

    def _reopen(self, kept: str, t: float) -> None:
        found = next(one for one in self.services.runs() if one.id == kept)
        self.run, self.kept, self.waiting = self.services.reopened(found), kept, []
        self.place = flow.after(self.place, "review" if self.run.ending else "continue")
        if self.run.ending:  # the program may have stopped between the last response and the entry that closes the run
            self._keep(self.run.end())
        self._show_run(t)

    def _show_run(self, t: float) -> None:
        """The screen of the run as it stands now."""
        from game.app import sittings  # not at the top: the first screen comes sooner without the session's

        run = self._running()
        self._offered_at = t
        if self.place == "debrief":
            self._become(sittings.debrief(run, self.services, before=self.screen))
        else:
            self._become(sittings.sitting(run, self.services, self.options, t, before=self.screen))

    def _rate(self, run: Run) -> None:
        from game.app import sittings  # as above

        self.services.look_ahead(run.story)
        self._become(sittings.rating(run))

    def _give_up(self, kept: str) -> None:
        found = next(one for one in self.services.runs() if one.id == kept)
        self.services.give_up(kept)
        self.place = flow.after(self.place, "open")
        self._become(makers.briefing(found.scenario, self.services, self.options))

    def _leave(self) -> None:
        if self.run is not None:
            self._keep()
        self.run = self.kept = None
        self._go("practise" if self.place in ("library", "settings", "about") else "leave")

    def _change(self, setting: str, value: str) -> None:
        self.look = settings.changed(self.look, setting, value) or self.look
        self.services.store.set(setting, value)
        if setting == "sound":
            self.sound = value == "on"
            self._cue("reply")
            self._become(makers.settings(self.services))

    def _running(self) -> Run:
        if self.run is None:
            raise NotOffered("there is no session to go on with")
        return self.run

    def _keep(self, *entries: Entry | None) -> None:
        """Put entries on the disk, with all that could not be kept before; what fails now is tried again next time."""
        run = self._running()
        self.waiting += [entry for entry in entries if entry is not None]
        if self.kept is None:
            self.kept = self.services.begin(run)
            self.waiting.clear()
        while self.waiting:
            self.services.keep(self.kept, self.waiting[0])
            del self.waiting[0]


def _name(act: Act, look: Look) -> str:
    """The action that an act is everywhere: the hit's own name, or what its key means."""
    match act:
        case Activate(name):
            return name
        case Press(key):
            return look.keymap.does(key)
    return ""
