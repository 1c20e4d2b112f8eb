"""A chart as one HTML page that needs nothing else: the drawing, the text of every beat, style and script inside it.

The page works by mouse, by touch and by keyboard; without its script, and on paper, it is a drawing and a list.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from game.scenario.model import Beat, Ending, Line, Response
from game.survey.chart import Chart, Way
from game.survey.drawing import drawn
from game.survey.layout import layout
from game.survey.mermaid import marks
from game.survey.table import counted

KEYS = (
    ("arrows", "from box to box: down along a way, up back, left and right beside"),
    ("Enter", "in the search: the next that was found"),
    ("+ −", "nearer, farther"),
    ("0", "all of it"),
    ("Shift with arrows", "move the chart"),
    ("/", "search"),
    ("Esc", "clear the search"),
)
"""Key -> what it does."""

SIGNS = (
    ("torn lower edge", "a rupture opens here"),
    ("stitched line", "a reply here can repair one"),
    ("round ends", "leads on by itself"),
    ("eight corners", "an ending"),
    ("dashed way", "open only when something holds: see the text"),
)
"""Sign in the drawing -> what it means."""


Ways = dict[str, list[tuple[Way, str]]]
"""Beat -> its ways, each with where it leads."""


def page(chart: Chart, *, style: str, script: str) -> str:
    """The page. `style` and `script` are ours and must not hold `</`; everything an author wrote is escaped."""
    found = layout(chart.names, [(arrow.source, arrow.target) for arrow in chart.arrows])
    order = [name for row in found.rows for name in row]
    ways: Ways = {name: [] for name in chart.names}
    for arrow in chart.arrows:
        ways[arrow.source] += [(way, arrow.target) for way in arrow.ways]
    texts = "".join(_told(chart.place(name), at, ways[name]) for at, name in enumerate(order))
    title = escape(chart.scenario.title)
    sizes = f"{counted(len(chart.scenario.beats), 'beat')}, {counted(len(chart.scenario.endings), 'ending')}"
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<style>{style}</style></head>
<body><header><h1>{title}</h1><p class="sizes">{sizes}</p>
<div class="tools"><label>Search <input id="search" type="search" autocomplete="off"></label>
<output id="hits"></output>
<button type="button" id="nearer" aria-label="Nearer">+</button>
<button type="button" id="farther" aria-label="Farther">−</button>
<button type="button" id="whole">All of it</button></div></header>
<main><div id="view">{drawn(chart, found)}</div>
<aside id="told" aria-live="polite" tabindex="0" aria-label="The text of a beat">
<div id="none">{_help()}</div>{texts}</aside></main>
<script>{script}</script></body></html>
"""


def _policy(style: str, script: str) -> str:
    """What the browser may do: run this style and this script, and fetch nothing."""
    return f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'"


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _help() -> str:
    told = [("Signs", SIGNS), ("Keys", KEYS)]
    tables = "".join(f"<h2>{head}</h2><dl>{''.join(map(_pair, pairs))}</dl>" for head, pairs in told)
    return f"<p>Point at a box, or go there with the keys, to read it.</p>{tables}"


def _pair(pair: tuple[str, str]) -> str:
    return f"<dt>{escape(pair[0])}</dt><dd>{escape(pair[1])}</dd>"


# -- the text of a beat ------------------------------------------------------------------------------------------
def _told(place: Beat | Ending, at: int, ways: list[tuple[Way, str]]) -> str:
    inside = _ending(place) if isinstance(place, Ending) else _beat(place, ways)
    name = escape(place.id)
    return f'<article id="told-{at}" data-name="{name}"><h2>{name}</h2>{"".join(inside)}</article>'


def _ending(ending: Ending) -> Iterator[str]:
    yield f'<p class="marks">ending: {escape(ending.quality)}</p>'
    yield from _lines(ending.lines)
    yield f"<p>{escape(ending.note)}</p>" if ending.note else ""


def _beat(beat: Beat, ways: list[tuple[Way, str]]) -> Iterator[str]:
    told = [
        *marks(beat),
        *(["asks what was noticed"] if beat.notice else []),
        *(f"opening: {one}" for one in beat.openings),
    ]
    if told:
        yield f'<p class="marks">{escape("; ".join(told))}</p>'
    yield from _lines(beat.lines)
    yield from (_way(way, to) for way, to in ways if not way.response)
    for said in beat.responses:
        yield _response(said, [(way, to) for way, to in ways if way.response == said.id])


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        kind = ' class="aside"' if line.aside else ""
        yield f"<p{kind}>{escape(line.text)}</p>"


def _response(said: Response, ways: list[tuple[Way, str]]) -> str:
    does = (
        [f"opens {one}" for one in ways[0][0].opens] + [f"repairs {one}" for one in ways[0][0].repairs] if ways else []
    )
    marked = "".join(f' <span class="marks">{escape(one)}</span>' for one in does)
    head = f"<h3>{escape(said.id)} <small>{escape(said.code)}</small>{marked}</h3>"
    rest = (*_lines(said.reply), *(_way(way, to) for way, to in ways))
    return f"<section>{head}<p>{escape(said.text)}</p>{''.join(rest)}</section>"


def _way(way: Way, to: str) -> str:
    when = f" if {escape(way.when)}" if way.when else ""
    return f'<p class="way">→ {escape(to)}{when}</p>'
