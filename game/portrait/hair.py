"""Which hair a person has: the style's name to the two layers that draw it.

It draws nothing itself; the styles are in the `hair_*` modules, by length and kind.
"""

from __future__ import annotations

from collections.abc import Callable

from game.portrait.figure import Figure
from game.portrait.hair_curled import afro, braids, curly
from game.portrait.hair_long import bob, bun, long, ponytail, wavebob
from game.portrait.hair_short import bald, crop, greyside, pixie, short, swept
from game.portrait.scarf import hijab
from game.portrait.strands import Locks

STYLES: dict[str, Callable[[Figure], Locks]] = {
    "afro": afro,
    "bald": bald,
    "bob": bob,
    "braids": braids,
    "bun": bun,
    "crop": crop,
    "curly": curly,
    "greyside": greyside,
    "hijab": hijab,
    "long": long,
    "pixie": pixie,
    "ponytail": ponytail,
    "short": short,
    "swept": swept,
    "wavebob": wavebob,
}


def hair(f: Figure) -> Locks:
    """The hair behind the neck, over the shoulders and before the face."""
    return STYLES[f.person.hair_style](f)
