"""Rectangles in float px and the arithmetic of layout: inset, cut, rows, columns.

It knows nothing of what stands in a rectangle.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x to the right, y down, in px of the window."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def cx(self) -> float:
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        return self.y + self.h / 2

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, x: float, y: float | None = None) -> Box:
        """Smaller by x on the left and right and y (x when left out) above and below; never negative."""
        y = x if y is None else y
        return Box(self.x + x, self.y + y, max(0.0, self.w - 2 * x), max(0.0, self.h - 2 * y))

    def grown(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def tall(self, h: float) -> Box:
        """The same top with another height."""
        return Box(self.x, self.y, self.w, h)

    def wide(self, w: float) -> Box:
        """The same left side with another width."""
        return Box(self.x, self.y, w, self.h)

    def from_top(self, h: float, gap: float = 0.0) -> tuple[Box, Box]:
        """The top `h` px and what is left under a gap."""
        rest = max(0.0, self.h - h - gap)
        return Box(self.x, self.y, self.w, h), Box(self.x, self.bottom - rest, self.w, rest)

    def from_bottom(self, h: float, gap: float = 0.0) -> tuple[Box, Box]:
        """The bottom `h` px and what is left over a gap."""
        return Box(self.x, self.bottom - h, self.w, h), Box(self.x, self.y, self.w, max(0.0, self.h - h - gap))

    def from_left(self, w: float, gap: float = 0.0) -> tuple[Box, Box]:
        """The left `w` px and what is left beside a gap."""
        rest = max(0.0, self.w - w - gap)
        return Box(self.x, self.y, w, self.h), Box(self.right - rest, self.y, rest, self.h)

    def columns(self, count: int, gap: float = 0.0) -> tuple[Box, ...]:
        """`count` equal columns."""
        w = max(0.0, (self.w - gap * (count - 1)) / count)
        return tuple(Box(self.x + i * (w + gap), self.y, w, self.h) for i in range(count))

    def rows(self, count: int, gap: float = 0.0) -> tuple[Box, ...]:
        """`count` equal rows."""
        h = max(0.0, (self.h - gap * (count - 1)) / count)
        return tuple(Box(self.x, self.y + i * (h + gap), self.w, h) for i in range(count))

    def split(self, *shares: float, gap: float = 0.0) -> tuple[Box, ...]:
        """Columns whose widths stand to each other as `shares`."""
        room = max(0.0, self.w - gap * (len(shares) - 1))
        out, x = [], self.x
        for share in shares:
            w = room * share / sum(shares)
            out.append(Box(x, self.y, w, self.h))
            x += w + gap
        return tuple(out)

    def below(self, h: float, gap: float = 0.0) -> Box:
        return Box(self.x, self.bottom + gap, self.w, h)

    def centred(self, w: float, h: float) -> Box:
        """A box of this size in the middle."""
        return Box(self.cx - w / 2, self.cy - h / 2, w, h)

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inside(self, other: Box, slack: float = 0.5) -> bool:
        """Whether nothing of this sticks out of `other` by more than `slack` px."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def meets(self, other: Box) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def both(self, other: Box) -> Box:
        """The part that both cover; empty at this corner where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


NOTHING = Box(0.0, 0.0, 0.0, 0.0)
