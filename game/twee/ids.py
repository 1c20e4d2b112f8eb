"""Names of passages made into ids: small letters, digits and hyphens, no two the same.

Letters of other alphabets stay what they are; where only Latin ones may stand, `plain_id` leaves the others out.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters of an id at most; the last word that would be cut is left out."""


def kebab(name: str, usual: str) -> str:
    """`The Old Door!` as `the-old-door`; `usual` where no letter or digit is left."""
    letters = unicodedata.normalize("NFKD", name[: 4 * LONGEST])
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return _cut("-".join(re.findall(r"[^\W_]+", bare.replace("'", "").replace("’", "")))) or usual


def plain_id(name: str, usual: str) -> str:
    """The same in Latin letters only, as the id of a scenario must be."""
    return "-".join(re.findall(r"[a-z0-9]+", kebab(name, usual))) or usual


def _cut(id: str) -> str:
    if len(id) <= LONGEST:
        return id
    return id[:LONGEST].rpartition("-")[0] or id[:LONGEST]


class Register:
    """The ids that are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, id: str) -> bool:
        """Takes the id; False where it is taken already."""
        free = id not in self._taken
        self._taken.add(id)
        return free

    def new(self, id: str) -> str:
        """The id, or with a number behind it: `door`, `door-2`, `door-3`."""
        wanted = id
        while not self.take(wanted):
            number = self._next[id] = self._next.get(id, 1) + 1
            wanted = f"{id}-{number}"
        return wanted
