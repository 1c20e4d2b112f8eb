"""Numbers, names and verdicts in the words that people read, the same on every page.

It knows what values mean, not where they come from (`scoring`) nor how they are laid out (`screens`, `terminal`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.scenario.model import Ending, Rubric
from game.scoring.noticing import Result
from game.scoring.review import Rating
from game.scoring.ruptures import Outcome
from game.story.transcript import Noticing

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

QUALITIES: Mapping[str, str] = {
    "repaired": "repaired",
    "partial": "partly repaired",
    "smoothed": "smoothed over",
    "ruptured": "ruptured",
    "referred": "referred on",
}
"""Quality of an ending -> its word."""

OUTCOMES: Mapping[Outcome, str] = {
    "repaired": "repaired",
    "smoothed": "smoothed over: the strain went down and their own voice did not come up",
    "partly": "partly repaired: it was met, and not yet mended",
    "open": "left open",
}
"""How a rupture ended -> the words for it."""

KINDS: Mapping[str, str] = {"withdrawal": "moving away", "confrontation": "moving against"}
"""Kind of a rupture -> what the client does."""

NOTICED: Mapping[Noticing, str] = {
    "nothing": "Nothing to repair",
    "withdrawal": "Moving away",
    "confrontation": "Moving against",
}
"""Answers to "What just happened between you?"."""

RATINGS: Mapping[Rating, str] = {
    "attuned": "attuned: nothing on offer met the moment better",
    "sound": "sound: close to the best on offer",
    "missed": "missed: something on offer met the moment better",
    "misattuned": "misattuned: most of what could be met here was not",
}
"""Rating of a decision -> its word and what it means."""

RESULTS: Mapping[Result, str] = {
    "hit": "seen",
    "miss": "not seen",
    "false alarm": "seen where there was none",
    "correct rejection": "rightly nothing",
}
"""Result of a notice prompt -> its words."""

FAR, APART = 0.25, 0.10
"""Distances between reach and chance that count as well apart, and as apart at all."""


def number(count: int) -> str:
    """A count in words up to twelve, in figures beyond."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else str(count)


def counted(count: int, thing: str) -> str:
    """`three moments`, `one moment`, `no moments`."""
    return f"{number(count)} {thing}{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    """A share of 0..1 as a whole percentage, a half rounded up: 0.625 -> `63%`."""
    return f"{int(share * 100 + 0.5)}%"


def spoken(points: int) -> str:
    """Points as a screen reader should say them: `plus 2`, `0`, `minus 1`."""
    return f"{'plus' if points > 0 else 'minus'} {abs(points)}" if points else "0"


def signed(points: int) -> str:
    """Points as a sign and a figure, with a real minus."""
    return f"+{points}" if points > 0 else f"\N{MINUS SIGN}{-points}" if points < 0 else "0"


def against_chance(reach: float | None, chance: float | None) -> str:
    """How a score stands beside guessing at the same moments."""
    if reach is None or chance is None:
        return "nothing was at stake"
    ahead = reach - chance
    if abs(ahead) < APART:
        return "about what guessing gives"
    distance = "well " if abs(ahead) >= FAR else ""
    return f"{distance}{'above' if ahead > 0 else 'below'} guessing"


def title_of(id: str) -> str:
    """An id as people read it: `says-no-once` -> `Says no once`."""
    spaced = id.replace("-", " ").replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]


def ending_title(ending: Ending) -> str:
    """What an ending is called wherever people see it. Its note is told only where it was reached."""
    return title_of(ending.id)


def quality(name: str) -> str:
    """The word for the quality of an ending; an unknown one as it is written."""
    return QUALITIES.get(name, name)


def listed(things: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; empty for nothing."""
    *most, last = (*things,) or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def principle(rubric: Rubric, cited: str) -> str:
    """The principle that feedback cites, as people read it: `3RS:S5` -> `Acknowledges own contribution (3RS S5)`."""
    source, _, name = cited.partition(":")
    match source:
        case "3RS" if name in rubric.strategies:
            return f"{rubric.strategies[name].name} (3RS {name})"
        case "3RS" if name in rubric.markers:
            return f"{rubric.markers[name].name} (3RS {name})"
        case "RCT":
            return f"{title_of(name)} (relational-cultural therapy)"
        case "MCO":
            return f"{title_of(name)} (multicultural orientation)"
        case "RULE":
            return f"{title_of(name)} (timing)"
    return cited
