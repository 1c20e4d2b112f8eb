"""A finger on the glass: whether it still presses what it came down on, or scrolls what lies under it.

It moves nothing itself; `attention` scrolls and presses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui.frame import Frame

SLOP = 12.0
"""px that a finger may stray while it presses; beyond that it scrolls, or means nothing, and never presses."""


@dataclass(frozen=True, slots=True)
class Finger:
    """One finger from when it came down."""

    down: tuple[float, float]
    """Where it came down, px."""
    at: tuple[float, float]
    """Where it lies now, px."""
    region: str = ""
    """What it scrolls: the region it came down in."""
    strayed: bool = False
    """It has left the place where it came down, and will not press any more, even if it comes back."""

    def moved(self, x: float, y: float) -> Finger:
        """The finger somewhere else."""
        far = max(abs(x - self.down[0]), abs(y - self.down[1])) > SLOP
        return replace(self, at=(x, y), strayed=self.strayed or far)


def down(frame: Frame, x: float, y: float) -> Finger:
    """A finger that came down here; of regions within each other it takes the innermost that can scroll."""
    under = [region.name for region in frame.regions if region.limit > 0 and region.box.holds(x, y)]
    return Finger((x, y), (x, y), under[-1] if under else "")


def pulled(before: Finger, after: Finger) -> float:
    """px that the content goes up by this move: all of the way at once when the finger begins to scroll."""
    if not after.strayed:
        return 0.0
    return (before.at if before.strayed else before.down)[1] - after.at[1]
