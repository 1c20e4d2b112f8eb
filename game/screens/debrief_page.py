"""The debrief: how it ended, the three arcs, the session as a line, one decision at a time, and a place to write.

A value made from a finished run by `page_of`; it shows what `reports.debrief` tells and changes nothing in the run.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.portrait.person import Person
from game.reports.debrief import Debrief, debrief
from game.scoring.review import EndingsFrom
from game.screens import debrief_words as wording
from game.screens.debrief_aside import pattern, reflection, ways_out
from game.screens.debrief_head import arcs, head, safety
from game.screens.debrief_line import line
from game.screens.debrief_moment import moment, rating_line
from game.screens.debrief_writing import Unsaved, Writing
from game.screens.intents import Become, Intent, Jot, Leave, Retry, Save
from game.screens.overlays import AllKeys, Spoken, TranscriptPage
from game.screens.session import spoken
from game.story.run import Run
from game.story.transcript import Responded, Wrote
from game.ui.box import Box
from game.ui.events import Act, Activate, Write
from game.ui.frame import Frame, Part, frame_of
from game.ui.look import Look
from game.ui.pages import FootKey, footer, footer_height, ground
from game.ui.parts import Maker, row, scroll_area, space, stack

ASIDE_EMS, ABREAST_EMS = 88.0, 118.0
"""Widths of the window, in ems, from which the aside stands beside the rest, and the decision beside the overview."""


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """The state of the debrief screen."""

    told: Debrief
    person: Person
    chosen: int
    """The decision that is looked at, from 1; 0 where there is none."""
    voice: str = "their own voice"
    """What the line of the client's authentic voice is called."""
    spoken: tuple[Spoken, ...] = ()
    """All that was said, for the transcript."""
    minutes: int | None = None
    """How long it took; None where nobody measured."""
    drafts: tuple[tuple[str, str], ...] = ()
    """(prompt, what stands in its field)."""
    kept: tuple[tuple[str, str], ...] = ()
    """(prompt, what was kept of it)."""

    # -- looking -----------------------------------------------------------------------------------------------------
    def view(self, look: Look, t: float) -> Frame:
        """The page, in as many columns as the window has room for."""
        room, _ = look.box.from_top(look.box.h - footer_height(look))
        inner = room.inset(look.u(64), look.u(32)) if not look.narrow else room.inset(look.u(24), look.u(16))
        inner = Box(inner.x, inner.y, inner.w, room.bottom - inner.y - look.u(8))
        lay = self._abreast if look.ems >= ABREAST_EMS else self._beside if look.ems >= ASIDE_EMS else self._column
        part = ground(look) + lay(look, inner) + footer(look, "debrief", self._feet())
        frame = frame_of(look.size, part, f"Debrief: {self.told.title}")
        if not self.chosen:
            return replace(frame, entry="done")
        said = rating_line(self.told.moments[self.chosen - 1], len(self.told.moments))
        return replace(frame, entry=f"decision/{self.chosen - 1}", live=(said,))

    def _feet(self) -> tuple[FootKey, ...]:
        many = len(self.told.moments) > 1
        move = (FootKey("earlier", "decision", ("earlier", "later"), shown_only=True),) if many else ()
        again = (FootKey("try-again"),) if self.chosen else ()
        rupture = (FootKey("next-rupture"),) if self.told.ruptures and self.chosen else ()
        return (*move, *again, *rupture, FootKey("write"), FootKey("transcript"), FootKey("save"), FootKey("done"))

    def _overview(self, look: Look) -> tuple[Maker | None, ...]:
        told = self.told
        return (
            (lambda b: safety(look, b)) if told.safety.missed else None,
            lambda b: head(look, b, told, self.person, self.minutes),
            lambda b: arcs(look, b, told),
            lambda b: line(look, b, told, self.voice, self.chosen),
        )

    def _moment(self, look: Look) -> Maker | None:
        return (lambda b: moment(look, b, self.told, self.person, self.chosen)) if self.chosen else None

    def _reflection(self, look: Look) -> Maker:
        prompts = wording.prompts(self.told)
        return lambda b: reflection(look, b, prompts, dict(self.drafts), dict(self.kept))

    def _column(self, look: Look, box: Box) -> Part:
        """All under one another, or the last cards in two columns where they fit."""
        beside: Maker = lambda b: row(  # noqa: E731
            b, look.u(24), self._reflection(look),
            lambda c: stack(c, look.u(24), lambda d: pattern(look, d, self.told), lambda d: ways_out(look, d)),
        )  # fmt: skip
        last = (beside,) if box.w > look.em(54) else (
            self._reflection(look), lambda b: pattern(look, b, self.told), lambda b: ways_out(look, b)
        )  # fmt: skip
        makers = (*self._overview(look), self._moment(look), *last, space(look.u(16)))
        return scroll_area(look, box, "main", lambda b: stack(b, look.u(24), *makers))

    def _beside(self, look: Look, box: Box) -> Part:
        """The session on the left, the place to write on the right; the ways out stay in sight."""
        left, right = box.split(1312, 480, gap=look.u(8))
        makers = (*self._overview(look), self._moment(look), space(look.u(16)))
        return scroll_area(look, left, "main", lambda b: stack(b, look.u(24), *makers)) + self._aside(look, right)

    def _abreast(self, look: Look, box: Box) -> Part:
        """Overview, decision and the place to write, each with its own scrolling."""
        first, second, third = box.split(9, 11, 5, gap=look.u(8))
        makers = (*self._overview(look), space(look.u(16)))
        one = self._moment(look)
        decision = (one, space(look.u(16))) if one else ()
        return (
            scroll_area(look, first, "main", lambda b: stack(b, look.u(24), *makers))
            + scroll_area(look, second, "decision", lambda b: stack(b, look.u(24), *decision))
            + self._aside(look, third)
        )

    def _aside(self, look: Look, box: Box) -> Part:
        bar = look.u(24)
        ways = ways_out(look, Box(box.x, box.y, box.w - bar, 0))
        ways = ways.moved(0, box.bottom - look.u(16) - ways.box.bottom)
        above = box.tall(ways.box.y - look.u(20) - box.y)
        page = scroll_area(
            look, above, "aside",
            lambda b: stack(
                b, look.u(24), self._reflection(look), lambda c: pattern(look, c, self.told), space(look.u(8))
            ),
        )  # fmt: skip
        return page + ways

    # -- wishing -----------------------------------------------------------------------------------------------------
    def wish(self, act: Act, look: Look) -> Intent | None:
        """Another decision, the moment again, words to keep, or the way out."""
        match act:
            case Write(name, text) if name.startswith("reflect/"):
                return Become(self.drafted(int(name.partition("/")[2]), text))
            case Activate(name):
                return self._choice(name) or self._way(name)
        return None

    def _choice(self, name: str) -> Intent | None:
        """Acts that choose a decision; past the last comes the first."""
        count = len(self.told.moments)
        if not count:
            return None
        match name.split("/"):
            case ["decision", at]:
                return self._at(int(at) + 1)
            case ["earlier"]:
                return self._at(self.chosen - 1 or count)
            case ["later"]:
                return self._at(self.chosen % count + 1)
            case ["turn"] if self.told.turn:
                return self._at(self.told.turn.decision)
            case ["rupture", at]:
                return self._at(wording.shown_at(self.told, self.told.ruptures[int(at)]))
            case ["next-rupture"] if self.told.ruptures:
                return self._at(self._next_rupture())
            case ["try-again"]:
                return self._leaving(Retry(self.chosen - 1))
        return None

    def _way(self, name: str) -> Intent | None:
        match name.split("/"):
            case ["keep", at]:
                return self.keeping(int(at))
            case ["write"]:
                return Become(Writing(self))
            case ["transcript"]:
                return Become(TranscriptPage(self, self.told.title, self.spoken))
            case ["save"]:
                return Save("transcript-text")
            case ["done"]:
                return self._leaving(Leave())
            case ["help"]:
                return Become(AllKeys(self, "debrief"))
        return None

    def _leaving(self, leaving: Intent) -> Intent:
        """The way out, but for words that would be lost: those are asked about first."""
        lost = any(self.keeping(at) for at in range(len(self.prompts)))
        return Become(Unsaved(self, leaving)) if lost else leaving

    def _at(self, number: int) -> Become:
        return Become(replace(self, chosen=number))

    def _next_rupture(self) -> int:
        """The first decision under the next rupture after the chosen one, going round."""
        places = sorted(wording.shown_at(self.told, one) for one in self.told.ruptures)
        return next((place for place in places if place > self.chosen), places[0])

    # -- writing -----------------------------------------------------------------------------------------------------
    @property
    def prompts(self) -> tuple[str, ...]:
        """The questions to write about."""
        return wording.prompts(self.told)

    def drafted(self, at: int, text: str) -> DebriefPage:
        """The page with other words in a field."""
        prompt = self.prompts[at]
        return replace(self, drafts=(*(pair for pair in self.drafts if pair[0] != prompt), (prompt, text)))

    def keeping(self, at: int) -> Jot | None:
        """The wish to keep what stands in a field; None where that is nothing new."""
        prompt = self.prompts[at]
        saved = dict(self.kept).get(prompt, "")
        text = dict(self.drafts).get(prompt, saved).strip()
        return Jot(prompt, text) if text and text != saved else None


def page_of(run: Run, endings_from: EndingsFrom | None, person: Person, *, before: object = None) -> DebriefPage:
    """The debrief screen of a run. `before` is the screen it follows: what was chosen and drafted there stays."""
    told = debrief(run, endings_from)
    page = DebriefPage(
        told, person, wording.most_to_learn(told), wording.voice_of(run.story.scenario.client.pronouns), _spoken(run),
        _minutes(run), kept=tuple((entry.prompt, entry.text) for entry in run.entries if isinstance(entry, Wrote)),
    )  # fmt: skip
    last = before.under if isinstance(before, Writing | Unsaved) else before
    if isinstance(last, DebriefPage) and last.told == told:
        return replace(page, chosen=last.chosen, drafts=last.drafts)
    return page


def _spoken(run: Run) -> tuple[Spoken, ...]:
    """Everything that was said, in order."""
    name = run.story.scenario.client.name
    said: list[Spoken] = []
    for decision in range(len(run.steps) + 1):
        if decision:
            said.append(Spoken("You", run.response(run.steps[decision - 1]).text))
        said += [entry for says in run.said_after(decision) for entry in spoken(name, says.lines)]
    return tuple(said)


def _minutes(run: Run) -> int | None:
    """Minutes from the first offer to the last reply, those taken back included; None where one was not measured."""
    times = [entry.after_s for entry in run.entries if isinstance(entry, Responded)]
    if not times or None in times:
        return None
    return max(1, round(sum(time for time in times if time is not None) / 60))
