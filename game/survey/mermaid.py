"""A chart as Mermaid text: a flowchart that documents and wikis draw by themselves.

What an author wrote never ends a label: every sign that Mermaid could read is written as a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Beat, Ending
from game.survey.chart import Chart, Way, opened, repaired

STYLES = {
    "opens": "fill:#f6dcd4,stroke:#8a2c12,color:#1d1d1b,stroke-width:3px",
    "mends": "fill:#dcebdd,stroke:#2f6b3a,color:#1d1d1b,stroke-width:2px,stroke-dasharray:6 3",
    "repaired": "fill:#2f6b3a,stroke:#1d4424,color:#ffffff",
    "partial": "fill:#b9d8c0,stroke:#2f6b3a,color:#1d1d1b",
    "smoothed": "fill:#f1e2b6,stroke:#7a5c00,color:#1d1d1b",
    "ruptured": "fill:#8a2c12,stroke:#5a1c0b,color:#ffffff",
    "referred": "fill:#c9d9ee,stroke:#27507f,color:#1d1d1b",
}
"""Class -> how it looks; of endings by quality. Each pair of colours is legible on any page."""

PLAIN = frozenset(" -_.,:!?'()/+=*'’…")
"""Signs beside letters and digits that stand for themselves in a quoted label."""


def mermaid(chart: Chart) -> str:
    """The chart as a flowchart, one statement a line."""
    return "\n".join(("flowchart TD", *(f"    {line}" for line in _statements(chart)))) + "\n"


def _statements(chart: Chart) -> Iterator[str]:
    numbers = {name: f"n{at}" for at, name in enumerate(chart.names)}
    for name, number in numbers.items():
        yield _node(number, chart.place(name))
    for arrow in chart.arrows:
        line = "-.->" if arrow.conditional else "-->"
        label = "<br/>".join(escaped(told) for told in map(_way, arrow.ways) if told)
        said = f'|"{label}"|' if label else ""
        yield f"{numbers[arrow.source]} {line}{said} {numbers[arrow.target]}"
    yield from (f"classDef {name} {style}" for name, style in STYLES.items())
    for name, number in numbers.items():
        if look := _class(chart.place(name)):
            yield f"class {number} {look}"


def _node(number: str, place: Beat | Ending) -> str:
    if isinstance(place, Ending):
        return f'{number}{{{{"{escaped(place.id)}<br/>ending: {escaped(place.quality)}"}}}}'
    label = "<br/>".join(escaped(part) for part in (place.id, *marks(place)))
    return f'{number}["{label}"]' if place.responses else f'{number}(["{label}"])'


def marks(beat: Beat) -> tuple[str, ...]:
    """What is special about a beat, in words."""
    return tuple(
        filter(
            None,
            (
                f"opens {', '.join(opened(beat))}" if opened(beat) else "",
                f"can repair {', '.join(repaired(beat))}" if repaired(beat) else "",
                f"safety: {beat.gate}" if beat.gate else "",
            ),
        )
    )


def _way(way: Way) -> str:
    does = [f"opens {one}" for one in way.opens] + [f"repairs {one}" for one in way.repairs]
    told = [way.response] if way.response else []
    if way.when:
        told.append(f"if {way.when}")
    if does:
        told.append(f"({', '.join(does)})")
    return " ".join(told)


def _class(place: Beat | Ending) -> str:
    if isinstance(place, Ending):
        return place.quality if place.quality in STYLES else ""
    return "opens" if opened(place) else "mends" if repaired(place) else ""


def escaped(text: str) -> str:
    """The text with every sign that Mermaid or HTML could take for its own as `#number;`."""
    return "".join(sign if sign.isalnum() or sign in PLAIN else f"#{ord(sign)};" for sign in " ".join(text.split()))
