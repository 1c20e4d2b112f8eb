"""The library: the run to continue, the shelf of scenarios with its filters, and what cannot be played and why.

The first screen. It opens nothing itself: it wishes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.reports.words import counted
from game.screens.cards import KINDS, LEVELS, Broken, Card, card_of, in_words
from game.screens.continuing import Unfinished, Welcome, continuing, welcoming
from game.screens.intents import Become, Close, Continue, GiveUp, GoTo, Intent, Open
from game.ui.box import Box
from game.ui.choices import pill
from game.ui.events import Act, Activate
from game.ui.frame import Frame, Part, frame_of
from game.ui.look import Look
from game.ui.pages import FootKey, dialog, footer, ground, page_room, rail
from game.ui.parts import Maker, flow, row, scroll_area, space, stack
from game.ui.theme import BODY, CAPTION, LABEL, PAGE_TITLE
from game.ui.widgets import button, heading, link, panel, words

ANY = "any"
FILTERS = ("concern", "rupture", "concept", "difficulty")


@dataclass(frozen=True, slots=True)
class Library:
    """The state of the library."""

    cards: tuple[Card, ...]
    broken: tuple[Broken, ...] = ()
    unfinished: Unfinished | None = None
    welcome: Welcome | None = None
    """For someone who has never played."""
    complaints: tuple[str, ...] = ()
    """Sentences to show once: where records are kept instead, what was set aside."""
    filters: tuple[tuple[str, str], ...] = ()
    """(filter, value) for each filter that is set."""
    choosing: str = ""
    """The filter whose values are on offer; empty: none."""

    def view(self, look: Look, t: float) -> Frame:
        """The library, or the dialog of a filter over it."""
        body, room = rail(look, "library")
        inner = page_room(look, room)
        page = scroll_area(look, inner, "main", lambda box: self._page(look, box))
        foot = footer(look, "library", _feet(self.unfinished), "Everything stays on this computer")
        first = "continue" if self.unfinished else self._first_card
        frame = replace(frame_of(look.size, ground(look) + body + page + foot, "Practise"), initial=first)
        return self._choice(look, frame) if self.choosing else frame

    def wish(self, act: Act, look: Look) -> Intent | None:
        """What the person wants."""
        if not isinstance(act, Activate):
            return None
        kind, _, name = act.name.partition("/")
        match kind:
            case "open":
                return Open(name.removesuffix("/first"))
            case "go" if name:
                return GoTo(name)  # type: ignore[arg-type]
            case "continue" if self.unfinished:
                return Continue(self.unfinished.run)
            case "start-again" if self.unfinished:
                return GiveUp(self.unfinished.run)
            case "quit":
                return Close()
            case "forget":
                return Become(replace(self, complaints=()))
        return self._filtering(kind, name)

    # -- filters -------------------------------------------------------------------------------------------------
    def _filtering(self, kind: str, name: str) -> Intent | None:
        match kind:
            case "filter" | "filters":
                return Become(replace(self, choosing=name or FILTERS[0]))
            case "close":
                return Become(replace(self, choosing=""))
            case "clear":
                return Become(replace(self, filters=(), choosing=""))
            case "only":
                others = tuple(pair for pair in self.filters if pair[0] != self.choosing)
                chosen = () if name == ANY else ((self.choosing, name),)
                return Become(replace(self, filters=others + chosen, choosing=""))
        return None

    @property
    def _first_card(self) -> str:
        if self.welcome:
            return f"open/{self.welcome.scenario}/first"
        return f"open/{self._shown[0].scenario}" if self._shown else ""

    @property
    def _shown(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if all(value in _values(card, name) for name, value in self.filters))

    def _choice(self, look: Look, under: Frame) -> Frame:
        values = sorted({value for card in self.cards for value in _values(card, self.choosing)}, key=_order)
        now = dict(self.filters).get(self.choosing, ANY)
        pills = [_only(look, value, now) for value in (ANY, *values)]
        others = [_tab(look, name, self.choosing) for name in FILTERS]
        title = f"Show only: {self.choosing}"
        return dialog(
            look, under, title,
            lambda box: stack(
                box, look.u(20),
                lambda b: flow(b, look.u(12), *others),
                lambda b: flow(b, look.u(12), *pills),
            ),
            lambda box: button(look, box, "close", "Close", key=look.key("close", "overlay")),
            entry=f"only/{now}",
        )  # fmt: skip

    # -- the page ------------------------------------------------------------------------------------------------
    def _page(self, look: Look, box: Box) -> Part:
        shown = self._shown
        return stack(
            box, look.u(24),
            lambda b: _title(look, b, len(self.cards)),
            *(_complaint(look, text) for text in self.complaints),
            self._first(look),
            lambda b: self._filters(look, b),
            (lambda b: _grid(look, b, shown)) if shown else (lambda b: _none(look, b)),
            *(_unplayable(look, one) for one in self.broken),
            space(look.u(8)),
        )  # fmt: skip

    def _first(self, look: Look) -> Maker | None:
        """What stands first: the run to continue, or a welcome."""
        open_, welcome = self.unfinished, self.welcome
        if open_ is not None:
            return lambda box: continuing(look, box, open_)
        return (lambda box: welcoming(look, box, welcome)) if welcome is not None else None

    def _filters(self, look: Look, box: Box) -> Part:
        chosen = dict(self.filters)
        makers = [_filter(look, name, chosen.get(name, "")) for name in FILTERS]
        told = f"{len(self._shown)} of {len(self.cards)}"
        makers.append(lambda b: words(look, b.wide(look.measure(told, LABEL)[0] + 2), told, LABEL, name="count"))
        if self.filters:
            makers.append(lambda b: link(look, b, "clear", "clear"))
        return flow(box, look.u(14), *makers)


def _values(card: Card, name: str) -> tuple[str, ...]:
    match name:
        case "concern":
            return card.concerns
        case "rupture":
            return ("withdrawal", "confrontation") if card.kind == "both" else (card.kind,) if card.kind else ()
        case "concept":
            return card.concepts
        case _:
            return (card.difficulty,)


def _order(value: str) -> tuple[int, str]:
    return (LEVELS.index(value), "") if value in LEVELS else (0, value)


def _said(value: str) -> str:
    return KINDS.get(value) or in_words(value)


def _filter(look: Look, name: str, value: str) -> Maker:
    text = f"{name.capitalize()}: {_said(value) if value else ANY}"
    return lambda box: pill(look, box, f"filter/{name}", text, selected=bool(value))


def _only(look: Look, value: str, now: str) -> Maker:
    return lambda box: pill(look, box, f"only/{value}", _said(value), selected=value == now)


def _tab(look: Look, name: str, now: str) -> Maker:
    kind = "primary" if name == now else "quiet"
    return lambda box: button(look, box, f"filter/{name}", name.capitalize(), kind=kind)  # type: ignore[arg-type]


def _feet(unfinished: Unfinished | None) -> tuple[FootKey, ...]:
    move = FootKey("left", "move", ("left", "right"), shown_only=True)
    open_ = FootKey("press", "continue" if unfinished else "open", ("press",), shown_only=True)
    return (move, open_, FootKey("filters"), FootKey("go/settings"), FootKey("aloud"), FootKey("quit"))


def _title(look: Look, box: Box, count: int) -> Part:
    title = heading(look, box, "Practise", PAGE_TITLE)
    wide = look.measure("Practise", PAGE_TITLE)[0]
    many = counted(count, "conversation")
    note = f"{many[:1].upper()}{many[1:]} that are hard in different ways."
    if look.narrow:
        return stack(box, look.u(4), lambda b: title, lambda b: words(look, b, note, BODY, name="note"))
    spot = Box(box.x + wide + look.u(24), box.y, box.w - wide - look.u(24), 0)
    told = words(look, spot, note, BODY, colour=look.theme.quiet, name="note")
    return title + told.moved(0, look.px(PAGE_TITLE) * 0.96 - look.px(BODY) * 1.1)


def _complaint(look: Look, text: str) -> Maker:
    def made(box: Box) -> Part:
        pad = look.u(20)
        told = stack(
            box.inset(pad), look.u(6),
            lambda b: words(look, b, text, BODY, name=f"complaint/{text[:20]}"),
            lambda b: link(look, b, "forget", "Understood", mark="clay"),
        )  # fmt: skip
        took = box.tall(told.box.h + 2 * pad)
        body = panel(look, took, colour=look.theme.tint_clay, edge=look.theme.clay, lift=0)
        return Part((body, *told.orders), told.hits, took)

    return made


def _grid(look: Look, box: Box, cards: tuple[Card, ...]) -> Part:
    columns = max(1, min(3, int(box.w // look.em(22))))
    gap, rows = look.u(24), []
    for at in range(0, len(cards), columns):
        some = cards[at : at + columns]
        least = max(_height(look, box, card, columns, gap) for card in some)
        makers: list[Maker] = [card_of(look, card, least=least) for card in some]
        makers += [space(0)] * (columns - len(some))
        rows.append(_row(gap, makers))
    return stack(box, gap, *rows)


def _row(gap: float, makers: list[Maker]) -> Maker:
    return lambda box: row(box, gap, *makers)


def _height(look: Look, box: Box, card: Card, columns: int, gap: float) -> float:
    wide = (box.w - gap * (columns - 1)) / columns
    return card_of(look, card, least=look.u(240))(box.wide(wide)).box.h


def _none(look: Look, box: Box) -> Part:
    return words(look, box, "No conversation fits these filters. Choose 'any' in one of them.", BODY, name="none")


def _unplayable(look: Look, one: Broken) -> Maker:
    def made(box: Box) -> Part:
        pad = look.u(20)
        told = stack(
            box.inset(pad), look.u(4),
            lambda b: words(look, b, f"{one.name} cannot be played", LABEL, name=f"broken/{one.name}"),
            lambda b: words(look, b, one.why, CAPTION, colour=look.theme.quiet, name=f"why/{one.name}"),
        )  # fmt: skip
        took = box.tall(told.box.h + 2 * pad)
        return Part((panel(look, took, colour=look.theme.tint_plain, lift=0), *told.orders), told.hits, took)

    return made
