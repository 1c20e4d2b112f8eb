"""What is to be said aloud: from what a listener met before and what they meet now to one utterance.

Pure. How it comes to be heard is `voice`; when somebody asks for it is `narrator`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.ui.attention import FOOT
from game.ui.frame import Frame, Hit, Role
from game.ui.keymap import key_words
from game.ui.spoken import Spoken, spoken

WORDS: frozenset[Role] = frozenset({"text", "heading", "image", "live"})
"""Roles that are read, not pressed."""
KINDS: dict[Role, str] = {
    "button": "button",
    "key": "button",
    "choice": "choice",
    "toggle": "switch",
    "tab": "tab",
    "link": "link",
    "field": "text field",
}
"""What a hit is called when it has the focus."""


_ENDS = (".", "!", "?", "…", ":", ";")


@dataclass(frozen=True, slots=True)
class Met:
    """A frame as a listener meets it."""

    title: str = ""
    told: tuple[Spoken, ...] = ()
    live: tuple[str, ...] = ()
    focus: str = ""

    def one(self, name: str) -> Spoken | None:
        """What stands under this name; None when it has gone, or has no words."""
        return next((one for one in self.told if one.hit.name == name), None)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words to be spoken at one go."""

    text: str
    interrupts: bool
    """Whether what is being said is cut; else this waits its turn."""


def met(frame: Frame, focus: str) -> Met:
    """The frame in words, with what has the focus."""
    return Met(frame.title, spoken(frame), frame.live, focus)


def utterance(before: Met, now: Met, *, positions: bool = True) -> Utterance | None:
    """What is new, in the order in which it is met; None when nothing is.

    A new screen, a new line of the client's and whatever follows from a key cut what is being said. What comes up by
    itself, such as the question after the client's last line and the focus it brings, waits until that line is said.
    """
    moved = _focused(now, positions) if now.focus != before.focus else ()
    if now.title != before.title:
        return _made((now.title, *_opening(now), *moved), interrupts=True)
    changed = tuple(_changes(before, now))
    fresh = tuple(_fresh(before, now))
    speaks = any(one.hit.role == "live" for one in fresh)
    parts = (*changed, *(one.hit.label for one in fresh), *_groups(before, now), *moved)
    return _made(parts, interrupts=speaks or bool(changed) or not fresh)


def everything(now: Met, *, positions: bool = True) -> str:
    """The whole screen in words, from its title to the keys at its foot."""
    return _joined((now.title, *(_whole(one, positions) for one in now.told if one.hit.label != now.title)))


# -- a new screen ----------------------------------------------------------------------------------------------------
def _opening(now: Met) -> Iterator[str]:
    """What is read first: from the first heading, or from the client's face and present line, to the first control."""
    begins = next((at for at, one in enumerate(now.told) if one.hit.role in ("heading", "live")), 0)
    if now.told and now.told[begins].hit.role == "live":
        yield from (one.hit.label for one in now.told[:begins] if one.hit.role == "image")
    for one in now.told[begins:]:
        if one.hit.active:
            yield from _counted(one)
            return
        if one.hit.label != now.title and (one.hit.role != "live" or not now.live or one.hit.label in now.live):
            yield one.hit.label


def _counted(one: Spoken) -> Iterator[str]:
    if one.of and one.hit.role == "choice":
        yield f"{one.of} choices"


# -- the same screen, with something new on it -----------------------------------------------------------------------
def _fresh(before: Met, now: Met) -> Iterator[Spoken]:
    """Words that were not there before. What the trainee chose has just been read to them, so it is not said again."""
    known = {one.hit.label for one in before.told}
    for one in now.told:
        hit = one.hit
        if hit.role == "live" and now.live:
            if hit.label in now.live and (now.live != before.live or hit.label not in known):
                yield one  # earlier lines that a larger panel has room for again are no news
        elif hit.role in WORDS and not _at_foot(hit) and hit.label not in known and _after_colon(hit) not in known:
            yield one


def _after_colon(hit: Hit) -> str:
    return hit.label.partition(": ")[2] or hit.label


def _at_foot(hit: Hit) -> bool:
    return hit.name.startswith((FOOT, FOOT.replace("/", "-")))


def _groups(before: Met, now: Met) -> Iterator[str]:
    """How many choices there are, where they have just come up."""
    known = {(one.among, one.hit.label) for one in before.told if one.among}
    first = [one for one in now.told if one.position == 1]
    for one in first:
        if (one.among, one.hit.label) not in known:
            yield from _counted(one)


def _changes(before: Met, now: Met) -> Iterator[str]:
    """New states of what was there: chosen, on, off, written."""
    was = {one.hit.name: one.hit for one in before.told}
    for one in now.told:
        old, hit = was.get(one.hit.name), one.hit
        if old is None or (hit.name == now.focus != before.focus):
            continue
        if hit.role == "field":
            yield typed(old.value, hit.value)
        elif hit.role in ("choice", "toggle", "tab") and (state := _state(hit)) != _state(old) and state:
            yield f"{hit.label}, {state}"
        elif hit.active and hit.name == now.focus and (hit.label, hit.value) != (old.label, old.value):
            yield _listed(_distinct((hit.label, hit.value)))


def typed(before: str, now: str) -> str:
    """What a change of a field's text sounds like: a word when it is finished, what was pasted, what was deleted."""
    start = _shared(before, now)
    end = _shared(before[start:][::-1], now[start:][::-1])
    gone, come = before[start : len(before) - end], now[start : len(now) - end]
    if gone and not come:
        return f"{gone.strip() or 'space'} deleted"
    if len(come) > 1:
        return come
    if not come or come.isalnum() or come in "'’-":
        return ""
    words = now[:start].split()
    return words[-1] if words and not now[:start][-1].isspace() else ""


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


# -- one thing -------------------------------------------------------------------------------------------------------
def _focused(now: Met, positions: bool) -> tuple[str, ...]:
    one = now.one(now.focus)
    return (_thing(one, positions),) if one else ()


def _thing(one: Spoken, positions: bool) -> str:
    """Name, role, state, value, description; the position last."""
    hit = one.hit
    place = f"{one.position} of {one.of}" if one.of else ""
    value = (hit.value or "empty") if hit.role == "field" else hit.value
    told = (hit.label, KINDS.get(hit.role, ""), _state(hit), value, hit.description)
    return _listed((*(part for part in _distinct(told) if part != place), *((place,) if positions else ())))


def _whole(one: Spoken, positions: bool) -> str:
    """A thing as it is read among everything else: with its key."""
    hit = one.hit
    if _at_foot(hit) or hit.role in WORDS:
        told = _listed(_distinct((hit.label, hit.value, hit.description)))
        return f"{told}: {key_words(hit.key)}" if hit.key else told
    away = "" if hit.enabled else ", not available"
    return _thing(one, positions) + away + (f", key {key_words(hit.key)}" if hit.key else "")


def _state(hit: Hit) -> str:
    match hit.role:
        case "toggle":
            return hit.value if hit.value in ("on", "off") else "on" if hit.selected else "off"
        case "choice" | "tab":
            return "chosen" if hit.selected else ""
        case _:
            return ""


def _distinct(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in parts if part))


def _listed(parts: Iterable[str]) -> str:
    """With commas between, except where a sentence has ended."""
    told = ""
    for part in filter(None, parts):
        told += f"{' ' if told.endswith(_ENDS) else ', ' if told else ''}{part}"
    return told


# -- as one text -----------------------------------------------------------------------------------------------------
def _made(parts: Iterable[str], *, interrupts: bool) -> Utterance | None:
    text = _joined(parts)
    return Utterance(text, interrupts) if text else None


def _joined(parts: Iterable[str]) -> str:
    """One text that a speech engine reads with its pauses in the right places."""
    return " ".join(_ended(clean) for part in parts if (clean := _clean(part)))


def _clean(text: str) -> str:
    """Without what an engine would spell out or stumble over: separators, control characters."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(r"\s+", " ", re.sub(r"\s*·\s*", ", ", seen)).strip()


def _ended(text: str) -> str:
    return text if text.rstrip("”’\"')]").endswith(_ENDS) else f"{text}."
