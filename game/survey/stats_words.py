"""What scenarios hold in words, a library as a matrix of what it covers, and both as JSON. It counts nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from game.scenario.model import Client, Rubric
from game.survey.contents import THEMES, Contents
from game.survey.coverage import Group, Row, coverage, groups, names
from game.survey.table import counted, listed, share, table

COLUMNS = 12
"""Scenarios beside each other in one matrix; more of them get another below it."""


# -- one scenario ------------------------------------------------------------------------------------------------
def told(one: Contents) -> Iterator[str]:
    """The lines about one scenario."""
    scenario, meta = one.scenario, one.scenario.meta
    yield f"{scenario.id}: {scenario.title}"
    yield f"  {who(scenario.client)}; {meta.difficulty or 'difficulty not told'}."
    yield f"  {_length(one)}"
    sizes = ((len(scenario.beats), "beat"), (one.responses, "response"), (len(scenario.ruptures), "rupture"))
    yield f"  {', '.join(counted(*size) for size in sizes)}; {_span(one)}."
    yield from ("", *table(_qualities(one)), "")
    for theme in THEMES:
        yield from listed(theme.capitalize(), (_times(name, times) for name, times in one.themes[theme].items()))


def who(client: Client) -> str:
    """`Graham, 29, he/him`."""
    return ", ".join(filter(None, (client.name, str(client.age or ""), client.pronouns)))


def _length(one: Contents) -> str:
    said = f"the author says {one.scenario.meta.minutes} minutes" if one.scenario.meta.minutes else ""
    if one.words_a_play is None or one.reading_minutes is None:
        usual = "some plays come to no end"
    else:
        usual = f"{one.words_a_play:,.0f} in a usual play, {one.reading_minutes:.0f} minutes of reading"
    return f"{counted(one.words, 'word')}: {'; '.join(filter(None, (usual, said)))}."


def _span(one: Contents) -> str:
    if one.decisions is None:
        return "no play was found to end"
    least, most = one.decisions
    if most is None:
        return f"{least} or more decisions a play"
    return f"{counted(least, 'decision') if least == most else f'{least} to {most} decisions'} a play"


def _qualities(one: Contents) -> Iterator[tuple[str, str, str]]:
    yield "endings, by quality", "", "by guessing"
    for quality, probability in one.qualities().items():
        yield quality, "", "-" if probability is None else share(probability)
        for ending in one.scenario.endings.values():
            if ending.quality == quality:
                found = one.endings[ending.id].probability
                yield f"  {ending.id}", "" if found is None else share(found), ""


def _times(name: str, times: int) -> str:
    return name if times == 1 else f"{name}×{times}"


# -- a library ---------------------------------------------------------------------------------------------------
def library_told(library: Sequence[Contents]) -> Iterator[str]:
    """The matrix of what several scenarios cover, what none covers, and who shows which sign."""
    yield f"What {counted(len(library), 'scenario')} cover:"
    numbers = [f"{number} {one.scenario.id}" for number, one in enumerate(library, start=1)]
    yield from listed("Columns", numbers)
    found = coverage(library)
    for theme in THEMES:
        for first in range(0, len(library), COLUMNS):
            part = library[first : first + COLUMNS]
            yield from ("", *table(_matrix(theme, found[theme], part, first + 1, library[0].scenario.rubric)))
        yield from listed("In none", _uncovered(found[theme]))
    yield from ("", *table(_who(groups(library), names(library, "markers"))))
    yield "  Each number: the clients of that group who show the sign, of those in brackets."


def _matrix(
    theme: str, rows: Mapping[str, Row], part: Sequence[Contents], first: int, rubric: Rubric
) -> Iterator[tuple[str, ...]]:
    """One row for each name that some scenario has; what none has is listed below the matrix."""
    yield theme, *(str(number) for number in range(first, first + len(part))), "all"
    for name, row in rows.items():
        if any(row.values()):
            cells = (row[one.scenario.id] for one in part)
            yield _named(theme, name, rubric), *(str(times or "·") for times in cells), str(sum(row.values()))


def _named(theme: str, name: str, rubric: Rubric) -> str:
    """The name with what it stands for, where it is an abbreviation."""
    known: Mapping[str, Any] = {"markers": rubric.markers, "strategies": rubric.strategies, "codes": rubric.codes}
    meant = known.get(theme, {}).get(name)
    return f"{name} {meant.name}" if meant else name


def _uncovered(rows: Mapping[str, Row]) -> list[str]:
    return [name for name, row in rows.items() if not any(row.values())]


def _who(found: Iterable[Group], markers: Sequence[str]) -> Iterator[tuple[str, ...]]:
    shown = tuple(found)
    seen = [marker for marker in markers if any(group.markers[marker] for group in shown)]
    yield "who shows which sign", *seen
    for group in shown:
        yield f"{group.name} ({group.clients})", *(str(group.markers[marker] or "·") for marker in seen)


# -- for programs ------------------------------------------------------------------------------------------------
def stats_object(library: Sequence[Contents]) -> dict[str, Any]:
    """All that `attune stats --json` prints; what could not be proved is null."""
    return {
        "scenarios": [_scenario(one) for one in library],
        "coverage": coverage(library),
        "groups": [
            {"group": group.name, "clients": group.clients, "markers": group.markers} for group in groups(library)
        ],
    }


def _scenario(one: Contents) -> dict[str, Any]:
    scenario = one.scenario
    return {
        "id": scenario.id,
        "sha": scenario.sha,
        "title": scenario.title,
        "client": {
            "name": scenario.client.name,
            "age": scenario.client.age or None,
            "pronouns": scenario.client.pronouns,
        },
        "difficulty": scenario.meta.difficulty,
        "words": one.words,
        "words_a_play": one.words_a_play,
        "minutes": {"reading": one.reading_minutes, "author": scenario.meta.minutes or None},
        "beats": len(scenario.beats),
        "responses": one.responses,
        "decisions": list(one.decisions) if one.decisions else None,
        "endings": {
            id: {"quality": scenario.endings[id].quality, "probability": found.probability}
            for id, found in one.endings.items()
        },
        "qualities": one.qualities(),
        **{theme: one.themes[theme] for theme in THEMES},
    }
