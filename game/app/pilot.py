"""A person's hands without a window: presses, clicks and looks through the real input path, with a hand-moved clock.

It drives the App as the loop does and draws only when a picture is asked for. Tests, pictures and plans use it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.app.app import App
from game.app.plan import Choose, Notice, Plan
from game.app.services import Services
from game.records.store import Store
from game.story.run import Run
from game.ui.events import Event, Key, Point, Wheel
from game.ui.frame import Frame, Hit
from game.ui.look import Look

if TYPE_CHECKING:
    from game.ui.painter import Painter

POINTER: tuple[Literal["move", "down", "up"], ...] = ("move", "down", "up")
PATIENCE = 400
"""Presses of Enter at most while a client speaks."""


class NotThere(AssertionError):
    """Something that was to be pressed or seen is not on the screen; says what is."""


class Pilot:
    """Drives one App."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.t = 0.0

    @classmethod
    def start(
        cls,
        scenario: str = "",
        *,
        seed: int = 7,
        size: tuple[int, int] = (1280, 720),
        look: Look | None = None,
        services: Services | None = None,
    ) -> Pilot:
        """A pilot at the library, or already in the session of a scenario. Records are in memory unless given."""
        services = services or Services(Store(None), now=lambda: 0.0, seed=lambda: seed)
        pilot = cls(App(services, replace(look or Look(), size=size)))
        if scenario:
            pilot.click(f"open/{scenario}")
            pilot.click("begin")
        return pilot

    # -- looking -------------------------------------------------------------------------------------------------
    @property
    def frame(self) -> Frame:
        """What can be seen now, after whatever happened outside."""
        self.app.stirs(self.t)
        return self.app.frame(self.app.look.size, self.t)

    @property
    def run(self) -> Run:
        """The run in play; AssertionError when there is none."""
        assert self.app.run is not None
        return self.app.run

    def text(self) -> str:
        """The screen in words, one line per hit."""
        return self.frame.text()

    def expect(self, *wanted: str) -> None:
        """Each of these words stands on the screen; raises `NotThere` with what does."""
        seen = self.text()
        for words in wanted:
            if words not in seen:
                raise NotThere(f"'{words}' is not on the screen:\n{seen}")

    def hit(self, name: str) -> Hit:
        """The hit of this name; raises `NotThere` with the names that are there."""
        frame = self.frame
        found = frame.hit(name)
        if found is None:
            names = ", ".join(hit.name for hit in frame.hits if hit.active)
            raise NotThere(f"'{name}' is not on the screen '{frame.title}'; there are {names}")
        return found

    def shot(self, path: Path, painter: Painter) -> None:
        """A picture of the screen as a PNG."""
        painter.save(self.frame, path)

    # -- doing ---------------------------------------------------------------------------------------------------
    def feed(self, event: Event) -> None:
        """One event through the real input path; anything on the screen may have changed after it."""
        self.frame  # noqa: B018 - the App hears events against what is shown now
        self.app.feed(event, self.t)

    def click(self, name: str) -> None:
        """Press and release the pointer on a hit, scrolled into view first."""
        hit = self._in_view(name)
        x, y = hit.box.cx, hit.box.cy
        for kind in POINTER:
            self.feed(Point(x, y, kind))

    def press(self, *keys: str) -> None:
        """Press keys by the names of the keymap."""
        for key in keys:
            self.feed(Key(key, key.lower() if len(key) == 1 else ""))

    def type(self, text: str) -> None:
        """Write text letter by letter."""
        for letter in text:
            self.feed(Key("Space" if letter == " " else letter.upper(), letter))

    def tab_to(self, name: str) -> None:
        """Tab until the focus is on a hit; raises `NotThere` when it never is."""
        for _ in range(len(self.frame.stops()) + 1):
            if self.app.attention.focus == name:
                return
            self.press("Tab")
        raise NotThere(f"Tab never comes to '{name}' on the screen '{self.frame.title}'")

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.t += seconds

    def settle(self) -> None:
        """Hear the client out: press Enter until something else is asked for."""
        for _ in range(PATIENCE):
            if not self.frame.any_key:
                return
            self.press("Enter")
        raise NotThere("the client never comes to an end")

    # -- a session -----------------------------------------------------------------------------------------------
    def choose(self, response: str) -> None:
        """Hear the client out, pass over a notice prompt, and give a response by its id, by its letter's key."""
        self.settle()
        if self.frame.hit("skip"):
            self.press("S")
        ids = [one.id for one in self.run.shown()]
        if response not in ids:
            raise NotThere(f"'{response}' is not on offer; there are {', '.join(ids)}")
        self.press("ABCDEFGH"[ids.index(response)])

    def follow(self, plan: Plan) -> None:
        """Do what a plan does: its notices and its choices."""
        for one in plan.statements:
            match one:
                case Notice(_, kind):
                    self.settle()
                    self.click(f"happened/{kind}")
                    self.click("continue")
                case Choose(_, response, _):
                    self.choose(response)

    def _in_view(self, name: str) -> Hit:
        hit = self.hit(name)
        region = self.frame.region(hit.region) if hit.region else None
        for _ in range(60):
            if region is None or region.box.holds(hit.box.cx, hit.box.cy):
                return hit
            turns = 1.0 if hit.box.cy < region.box.cy else -1.0
            self.feed(Wheel(region.box.cx, region.box.cy, turns))
            hit, region = self.hit(name), self.frame.region(hit.region)
        return hit
