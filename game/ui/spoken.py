"""A frame as a person who does not see it meets it: everything that has words, once, in order, with its position.

One account for the screen reader (`access`) and for whoever else reads a frame aloud; it speaks nothing itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.ui.attention import FOOT
from game.ui.frame import Frame, Hit


@dataclass(frozen=True, slots=True)
class Spoken:
    """One hit in words."""

    hit: Hit
    among: str = ""
    """What it is one of: replies, tabs, cards; empty where it stands alone."""
    position: int = 0
    """From 1 among those; 0 where it stands alone."""
    of: int = 0
    """How many they are; 0 where it stands alone."""


def spoken(frame: Frame) -> tuple[Spoken, ...]:
    """Everything in the frame that has words, in reading order; the footer's repetitions are left out."""
    hits = tuple(_once(frame.hits))
    sizes = Counter(_among(hit) for hit in hits)
    seen: Counter[str] = Counter()
    told = []
    for hit in hits:
        among = _among(hit)
        seen[among] += 1
        told.append(Spoken(hit, among, seen[among], sizes[among]) if among and sizes[among] > 1 else Spoken(hit))
    return tuple(told)


def _once(hits: tuple[Hit, ...]) -> Iterator[Hit]:
    names = {hit.name for hit in hits if not hit.name.startswith(FOOT)}
    for hit in hits:
        if hit.label and not (hit.name.startswith(FOOT) and hit.name.removeprefix(FOOT) in names):
            yield hit


def _among(hit: Hit) -> str:
    """A choice or tab is one of those whose names begin alike."""
    return f"{hit.role} {hit.name.rpartition('/')[0]}" if hit.role in ("choice", "tab") else ""
