"""A store of made things that forgets the oldest when it grows past a number of bytes.

It knows nothing of what it keeps; whoever puts a thing in says how large it is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class ByteCache(Generic[Made]):
    """Least recently used things go first. One thing larger than the whole limit is kept alone, until the next."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Hashable, tuple[Made, int]] = OrderedDict()

    def get(self, key: Hashable) -> Made | None:
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, made: Made, size: int) -> Made:
        """Keep a thing of `size` bytes; returns it."""
        old = self._kept.pop(key, None)
        self.size += size - (old[1] if old else 0)
        self._kept[key] = (made, size)
        self._shrink()
        return made

    def _shrink(self) -> None:
        while self.size > self.limit and len(self._kept) > 1:
            _, (_, size) = self._kept.popitem(last=False)
            self.size -= size

    def clear(self) -> None:
        self._kept.clear()
        self.size = 0

    def __len__(self) -> int:
        return len(self._kept)
