"""The program as one object: it shows a screen, hears events and does what the screen wishes.

`frame` and `feed` are all that the loop and the pilot need. It draws nothing and reads no clock: time is an argument.
Every response is on the disk (`services`) before the screen that answers it is shown.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, replace
from typing import assert_never

import game
from game.app import flow, makers, papers, settings
from game.app.fault import BROKE, write_report
from game.app.services import Services
from game.records.errors import RecordsError
from game.screens import intents
from game.screens.broke import Broke
from game.screens.intents import Intent, Options
from game.screens.overlays import Message, Trouble, Unkept
from game.screens.screen import Screen
from game.screens.settings import Settings
from game.story.run import NotOffered, NowhereToGo, Run
from game.story.transcript import Rated, Wrote
from game.ui import remap, scanning
from game.ui.attention import Attention, attend, enter, settle
from game.ui.events import (
    NO_SOUND,
    Act,
    Activate,
    Clip,
    Event,
    Outward,
    Play,
    Press,
    Quit,
    Resize,
    Utter,
    WholeScreen,
)
from game.ui.frame import Frame
from game.ui.keymap import Keymap
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
        self.options = settings.options_of(services.store.settings)
        self.aloud = settings.aloud_of(services.store.settings)
        self.outbox: list[Outward] = [self.aloud] if self.aloud.on else []
        self.sound = services.store.settings.get("sound") == "on"
        self.attention = Attention()
        self.round = scanning.Round()
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
            self.attention = enter(self._view(self.look, t), keyboard=self.attention.keyboard)
        frame, every = self._looked_at(t), self.look.scan
        settled = settle(self.attention, frame)
        if every:
            self.round, settled = scanning.moved(self.round, settled, frame, every, t)
        if settled != self.attention:
            self.attention = settled
            frame = self._looked_at(t)
        return scanning.woken(frame, self.round, every) if every else frame

    def _looked_at(self, t: float) -> Frame:
        """The picture of the screen; where one switch does everything, with the stops that takes."""
        frame = self._view(self._looking, t)
        return scanning.dressed(self._looking, frame, self.round.resting) if self.look.scan else frame

    def _view(self, look: Look, t: float) -> Frame:
        return self.screen.view(look, t)

    def feed(self, event: Event, t: float) -> bool:
        """Take an event at time t (s); False when the program has come to its end."""
        match event:
            case Resize(width, height):
                self.look = replace(self.look, size=(width, height))
            case Quit():
                self._close()
            case _:
                frame = self._frame or self.frame(self.look.size, t)
                act = self._heard(event, frame, t)
                if act is not None:
                    self._safely(act, t)
                    self._frame = None  # the next event is heard against what this one led to
        return not self.closed

    def _heard(self, event: Event, frame: Frame, t: float) -> Act | None:
        keymap = self.look.keymap
        if self.look.scan:
            self.round, self.attention, act = scanning.hear(self.round, self.attention, event, frame, keymap, t)
        else:
            self.attention, act = attend(self.attention, event, frame, keymap)
        return act

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

    def stirs(self, t: float) -> bool:
        """Whether something outside changed what is seen at time t (s): never, in a trainee's window."""
        return False

    def drew(self, seconds: float) -> None:
        """A frame took so long; nobody in a trainee's window wants to know."""

    def sent(self) -> tuple[Outward, ...]:
        """What goes out since the last time: text for the clipboard, and sounds where they are wanted."""
        out, self.outbox = tuple(self.outbox), []
        return out

    @property
    def focus(self) -> str:
        """The hit that has the focus; empty when none has."""
        return self.attention.focus

    def complain(self, sentence: str) -> None:
        """Show one sentence about something outside that did not work."""
        self.sound = self.sound and sentence != NO_SOUND
        self._become(Message(self.screen, "One thing", (sentence,)))

    def _tap(self) -> None:
        if self.sound:
            self.outbox.append(Play("reply"))

    def do(self, act: Act, t: float) -> None:
        """Do what an act means: the same everywhere for text size and theme, else as the screen wishes."""
        look = replace(self._looking, now=t)
        wish = self.screen.wish(act, look)
        if wish is None:
            name = _name(act, look)
            wish = self._everywhere(name, look) or settings.aloud_wish(name, self.aloud)
        if wish is not None:
            self.act(wish, t)
        elif _name(act, look) == "full-screen":
            self.outbox.append(WholeScreen())

    def _everywhere(self, name: str, look: Look) -> Intent | None:
        """What an action means on every screen that has no meaning of its own for it."""
        return settings.everywhere(name, look)

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
        """Say what went wrong over the screen that fits the run: what was answered stands, kept or not yet."""
        try:
            if self.run is not None and self.place in ("session", "debrief"):
                self._show_run(t)
        except NowhereToGo:  # the scenario has no way on from here, so there is nothing to stay for
            self.run = self.kept = None
            self._go("leave")
        self._become(Trouble(trouble, self.screen))

    def _act(self, intent: Intent, t: float) -> None:
        match intent:
            case intents.Become(screen):
                self._become(screen)
            case intents.GoTo("library") if self.place == "settings" and self.run is not None:
                self.place = flow.after(self.place, "return")
                self._show_run(t)
            case intents.GoTo(place):
                self._go("leave" if place == "library" else place)
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
            case intents.Rekey(keymap, then):
                self._rekey(keymap, then)
            case intents.Speak(what):
                self.outbox.append(Utter(what))
            case intents.Save(paper):
                told = papers.save(paper, self._running(), self.services)
                self._become(Message(self.screen, "Saved", (told,)))
            case intents.Copy(text):
                self.outbox.append(Clip(text))
            case intents.Leave(anyway):
                self._leave(anyway=anyway)
            case intents.Close():
                self._close()
            case _:
                self._play(intent, t)

    def _play(self, intent: Playing, t: float) -> None:
        run = self._running()
        match intent:
            case intents.Notice(kind, signs):
                run.notice(kind, signs=signs)
            case intents.Respond(response, confidence):
                after_s = round(max(0.0, t - self._offered_at), 1)
                run.respond(response, after_s=after_s, confidence=confidence)
                run.end()
                self._tap()
            case intents.Jot(prompt, text):
                run.add(Wrote(prompt, text))
            case intents.Retry(decision):
                run.rewind(decision)
                self.place = flow.after(self.place, "retry")
            case intents.Finish():
                self._rate(run)
                return
            case intents.Rate(ratings):
                if ratings:
                    run.add(Rated(ratings))
                self.place = flow.after(self.place, "finish")
            case _:
                assert_never(intent)
        self._keep()
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
        self.run, self.kept = Run(self.services.story(scenario), self.services.seed()), None
        self.place = flow.after(self.place, "begin")
        self._keep()
        self._show_run(t)
        self.services.store.set("practice", asdict(options))

    def _reopen(self, kept: str, t: float) -> None:
        self.run, self.kept = self.services.reopened(self.services.kept_run(kept)), kept
        self.place = flow.after(self.place, "review" if self.run.ending else "continue")
        self.run.end()  # the entry that closes a run may not have been kept with its last response
        self._keep()
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
        scenario = self.services.kept_run(kept).scenario
        self.services.give_up(kept)
        if scenario in (one.scenario.id for one in self.services.shelf if one.scenario):
            self.place = flow.after(self.place, "open")
            self._become(makers.briefing(scenario, self.services, self.options))
        else:
            self.services.complaints.append("That scenario is no longer here, so it cannot be started again.")
            self._become(makers.library(self.services))

    def _leave(self, *, anyway: bool) -> None:
        """To the library; where answers could not be kept, only once the person has said that they may be lost."""
        try:
            if self.run is not None and not anyway:
                self._keep()
        except RecordsError as trouble:
            self._become(Unkept(str(trouble), self.screen))
        else:
            self.run = self.kept = None
            self._go("leave")

    def _close(self) -> None:
        with suppress(RecordsError):  # a last chance for what could not be kept before
            if self.run is not None:
                self._keep()
        if not self.closed:
            self._go("quit")

    def _change(self, setting: str, value: str) -> None:
        self.look = settings.changed(self.look, setting, value) or self.look
        if setting.startswith("aloud"):  # heard even where it cannot be kept
            self.aloud = settings.aloud_of({**self.services.store.settings, setting: value})
            self.outbox.append(replace(self.aloud, greeting=settings.greeting(self.look)))
        self.services.store.set(setting, value)
        if setting == "sound":
            self.sound = value == "on"
            self._tap()
        if isinstance(self.screen, Settings):
            self._become(makers.settings(self.services))

    def _rekey(self, keymap: Keymap, then: Screen) -> None:
        self.look = replace(self.look, keymap=keymap)
        self._become(then)
        self.services.store.set("keys", remap.choices(keymap))
        self.services.store.set("letters", "on" if keymap.letters else "off")

    def _running(self) -> Run:
        if self.run is None:
            raise NotOffered("there is no session to go on with")
        return self.run

    def _keep(self) -> None:
        """Put on the disk what is new in the run; what fails now is tried again next time."""
        self.kept = self.services.keep(self._running(), self.kept)


def _name(act: Act, look: Look) -> str:
    """The action that an act is everywhere: the hit's own name, or what its key means."""
    match act:
        case Activate(name):
            return name
        case Press(key):
            return look.keymap.does(key)
    return ""
