"""A Frame: one picture of the program as a value, with everything in it that can be named, pressed or read aloud.

It does not know how it is drawn (`painter`), nor what a press leads to (`attention`, then the screen).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.ui.box import NOTHING, Box
from game.ui.orders import Order, moved

Role = Literal["button", "choice", "toggle", "tab", "link", "field", "key", "heading", "text", "image", "live"]
"""What a hit is to a person. `choice` is one of several (a reply, a card); `toggle` is on or off by itself; `key` is an
entry of the footer; `image` has its text alternative as label; `live` is speech that is announced when it appears."""

ACTIVE: frozenset[Role] = frozenset({"button", "choice", "toggle", "tab", "link", "field", "key"})
Pace = Literal["still", "living", "moving"]
"""still: draw nothing until an event; living: at most 12 frames a second; moving: every frame."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something named in the picture: the only source of mouse, focus, screen reader, self-voicing and pilot."""

    name: str
    """Unique within a frame; what `Activate` carries. Words use `kebab-case`, parts are joined by `/`."""
    box: Box
    role: Role
    label: str
    """What it is called, in words."""
    value: str = ""
    """Its present value: a field's text, "on", "3 of 5"."""
    description: str = ""
    """Longer words, read after the label."""
    key: str = ""
    """The key that activates it, as `keymap` names it."""
    enabled: bool = True
    selected: bool = False
    focusable: bool = True
    """Whether Tab and arrows stop here; only for roles in ACTIVE."""
    region: str = ""
    """The scrolling region it stands in."""

    @property
    def active(self) -> bool:
        """Whether it can be pressed."""
        return self.enabled and self.role in ACTIVE

    def words(self) -> str:
        """One line for tests, goldens and the pilot."""
        state = "*" if self.selected else "x" if not self.enabled else ""
        tail = "".join(f" {part}" for part in (f"= {self.value}" if self.value else "", self.description) if part)
        match self.role:
            case "text" | "live":
                return f"{self.label}{tail}"
            case "heading":
                return f"# {self.label}"
            case _:
                key = f" <{self.key}>" if self.key else ""
                return f"[{self.role}{state}] {self.label}{key}{tail}"


@dataclass(frozen=True, slots=True)
class Region:
    """A window onto content that is taller than it."""

    name: str
    box: Box
    content: float
    """Height of all the content, px."""
    offset: float
    """How much of it is above the window, px."""
    bar: Box = NOTHING
    """The scrollbar's track; empty when everything fits."""

    @property
    def limit(self) -> float:
        """The greatest offset."""
        return max(0.0, self.content - self.box.h)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a Frame, as widgets return it: what to draw, what can be named, and the box it took."""

    orders: tuple[Order, ...] = ()
    hits: tuple[Hit, ...] = ()
    box: Box = NOTHING
    regions: tuple[Region, ...] = ()

    def __add__(self, other: Part) -> Part:
        """This, then `other` over it; the box holds both."""
        box = other.box if self.box == NOTHING else self.box if other.box == NOTHING else self.box.around(other.box)
        return Part(self.orders + other.orders, self.hits + other.hits, box, self.regions + other.regions)

    def moved(self, dx: float, dy: float) -> Part:
        """The same part elsewhere."""
        if not dx and not dy:
            return self
        return Part(
            tuple(moved(order, dx, dy) for order in self.orders),
            tuple(replace(hit, box=hit.box.moved(dx, dy)) for hit in self.hits),
            self.box.moved(dx, dy),
            tuple(replace(r, box=r.box.moved(dx, dy), bar=r.bar.moved(dx, dy)) for r in self.regions),
        )

    def boxed(self, box: Box) -> Part:
        """The same part that says it takes `box`."""
        return replace(self, box=box)

    def silent(self) -> Part:
        """The same drawing without hits: decoration, or words that another hit already says."""
        return replace(self, hits=())


EMPTY = Part()


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything a person can see, press or hear at one moment."""

    size: tuple[int, int]
    orders: tuple[Order, ...]
    hits: tuple[Hit, ...]
    title: str
    """Name of the screen, for the window and the screen reader."""
    live: tuple[str, ...] = ()
    """Lines to announce when they were not in the frame before; each also stands in a hit of role `live`."""
    pace: Pace = "still"
    wake: float | None = None
    """The time t (s) at which the picture changes by itself although nothing moves until then."""
    regions: tuple[Region, ...] = ()
    initial: str = ""
    """The hit focused when the screen opens; empty: none."""
    entry: str = ""
    """Where the first arrow or Tab lands when nothing is focused; empty: the first focusable hit."""
    any_key: str = ""
    """Activated by any key or click that means nothing else."""
    catches: bool = False
    """Every key is taken as it is (`Press`), whatever it does elsewhere: a new key is being chosen."""

    def hit(self, name: str) -> Hit | None:
        """The hit of this name."""
        return next((hit for hit in self.hits if hit.name == name), None)

    def at(self, x: float, y: float) -> Hit | None:
        """The topmost active hit under a point, unless its region hides it there."""
        return next((h for h in reversed(self.hits) if h.active and h.box.holds(x, y) and self._shows(h, x, y)), None)

    def _shows(self, hit: Hit, x: float, y: float) -> bool:
        return all(region.box.holds(x, y) for region in self.regions if region.name == hit.region)

    def region(self, name: str) -> Region | None:
        return next((region for region in self.regions if region.name == name), None)

    def stops(self) -> tuple[Hit, ...]:
        """Where the focus can rest, in order: also on the foot's entry for what any key does."""
        goes_on = f"foot/{self.any_key}"
        return tuple(hit for hit in self.hits if hit.active and (hit.focusable or hit.name == goes_on))

    def text(self) -> str:
        """The frame in words, one line per hit: for tests, goldens and the pilot."""
        return "\n".join((f"== {self.title}", *(hit.words() for hit in self.hits)))


def frame_of(size: tuple[int, int], part: Part, title: str) -> Frame:
    """A still frame that shows one part; use `replace` for the rest."""
    return Frame(size, part.orders, part.hits, title, regions=part.regions)
