"""How long a scenario is: its words, and an estimate of the decisions of a usual play, for "decision 5 of about 12".

The estimate ignores conditions; exact bounds are `scenario.bounds`, which costs too much before a session.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.scenario.model import Beat, Line, Route, Scenario


def word_count(scenario: Scenario) -> int:
    """Words that can be read during a session: what the client says and shows, and every response."""
    return sum(map(words_in, _texts(scenario)))


def words_in(text: str) -> int:
    """How many words a text has; `didn't` is one."""
    return len(re.findall(r"\w+(?:['’]\w+)*", text))


def _texts(scenario: Scenario) -> Iterator[str]:
    for beat in scenario.beats.values():
        yield from _line_texts(beat.lines)
        for response in beat.responses:
            yield response.text
            yield from _line_texts(response.reply)
    for ending in scenario.endings.values():
        yield from _line_texts(ending.lines)


def _line_texts(lines: Iterable[Line]) -> Iterator[str]:
    return (line.text for line in lines)


def usual_decisions(scenario: Scenario) -> int:
    """The mean number of decisions if every response and every route were equally likely; 0 where routes go round."""
    order = _leaves_first(scenario)
    if order is None:
        return 0
    expected = dict.fromkeys(scenario.endings, 0.0)
    for beat in order:
        ways = [response.routes for response in beat.responses] or [beat.routes]
        ahead = sum(_mean(routes, expected) for routes in ways) / len(ways)
        expected[beat.id] = bool(beat.responses) + ahead
    return round(expected[scenario.start])


def _mean(routes: tuple[Route, ...], expected: dict[str, float]) -> float:
    return sum(expected[route.to] for route in routes) / len(routes) if routes else 0.0


def _leaves_first(scenario: Scenario) -> list[Beat] | None:
    """The beats that the start leads to, each after all it leads to; None where a route goes round."""
    order: list[Beat] = []
    open_: set[str] = set()
    done: set[str] = set(scenario.endings)
    waiting = [scenario.start]
    while waiting:
        here = waiting[-1]
        if here in done:
            waiting.pop()
            continue
        onward = [name for name in _targets(scenario.beats[here]) if name not in done]
        if here in open_ and onward:
            return None
        open_.add(here)
        if not onward:
            done.add(here)
            order.append(scenario.beats[here])
        waiting += onward
    return order


def _targets(beat: Beat) -> list[str]:
    routes = [route for response in beat.responses for route in response.routes] or list(beat.routes)
    return [route.to for route in routes]
