"""How long a scenario is and what its plays can come to, in two lines for people and as one object for programs.

The bounds are given to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenario.model import Scenario
from game.story.length import word_count

if TYPE_CHECKING:  # else what was kept could not be told without reading YAML and validating
    from game.scenario.bounds import Bounds, DimensionBounds, EndingBounds


def outline(scenario: Scenario, found: Bounds) -> str:
    """How long the scenario is, and, in a second line, what its plays can score; what is not known is left out."""
    sizes = [
        (len(scenario.beats), "beat"),
        (sum(len(beat.responses) for beat in scenario.beats.values()), "response"),
        (word_count(scenario), "word"),
        (sum(ending.reachable is True for ending in found.endings.values()), "ending"),
    ]
    seen = f"Looked at {'every situation' if found.complete else 'many situations, not all'} ({found.states:,})."
    length = f"{', '.join(counted(*size) or f'no {size[1]}s' for size in sizes)}{_length(found)}. {seen}"
    scores = ", ".join(_score(dimension, one) for dimension, one in found.dimensions.items() if one.level)
    return f"{scenario.id}: {length}" + (f"\n    {scores}." if scores else "")


def _length(found: Bounds) -> str:
    """`, 10 to 14 decisions`; nothing where no ending was found."""
    spans = [ending.decisions for ending in found.endings.values() if ending.decisions]
    if not spans:
        return ""
    least = min(fewest for fewest, _ in spans)
    longest = [most for _, most in spans if most is not None]
    if len(longest) < len(spans):
        return f", {least:,} or more decisions"
    return f", {counted(least, 'decision') if least == max(longest) else f'{least} to {max(longest)} decisions'}"


def _score(dimension: str, found: DimensionBounds) -> str:
    least, greatest = found.level or (0, 0)
    chance = "" if found.chance is None else f" (guessing reaches {found.chance:.0%})"
    return f"{dimension} {float(least):.1f} to {float(greatest):.1f}{chance}"


def counted(count: int, thing: str) -> str:
    """`1 beat`, `2 beats`; nothing for none."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}" if count else ""


# -- for programs ------------------------------------------------------------------------------------------------
def figures(scenario: Scenario, found: Bounds) -> dict[str, Any]:
    """The object of a scenario in `check --json`; what could not be proved is null."""
    return {
        "id": scenario.id,
        "sha": scenario.sha,
        "beats": len(scenario.beats),
        "responses": sum(len(beat.responses) for beat in scenario.beats.values()),
        "endings": {id: _ending(scenario, id, ending) for id, ending in found.endings.items()},
        "words": word_count(scenario),
        "states": found.states,
        "bounds": {dimension: _dimension(one) for dimension, one in found.dimensions.items()},
    }


def _ending(scenario: Scenario, id: str, found: EndingBounds) -> dict[str, Any]:
    return {"quality": scenario.endings[id].quality, "probability": found.probability, "decisions": found.decisions}


def _dimension(found: DimensionBounds) -> dict[str, Any]:
    return {
        "moments": found.moments,
        "level": tuple(float(level) for level in found.level) if found.level else None,
        "chance": found.chance,
    }
