"""A chart tells every way of a scenario, as Mermaid text and as a page; no text of an author's leaves its place."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from building import beat, said, scenario
from nasty import NASTY, nasty

from game import res
from game.scenario.library import load
from game.scenario.model import Open, Repair, Scenario
from game.survey.chart import Arrow, Way, chart, opened, repaired
from game.survey.chart_page import page
from game.survey.mermaid import escaped, mermaid

STYLE, SCRIPT = (res.path("assets", "graph", name).read_text(encoding="utf-8") for name in ("graph.css", "graph.js"))
SHIPPED = ("breathing-again", "whatever-you-think-is-best")


def shipped(name: str) -> Scenario:
    found = load(res.path("scenarios", name), None).scenario
    assert found is not None
    return found


def forked() -> Scenario:
    return scenario(
        beat(
            "a",
            said("on", to=[("trust > 2", "b"), ("", "end")], effects=(Open("drift"),)),
            said("back", to="a", when="rushed"),
            said("mend", to="b", effects=(Repair("drift"),)),
        ),
        beat("b", to="end"),
    )


# -- the chart ---------------------------------------------------------------------------------------------------
def test_ways_between_two_beats_are_one_arrow_that_tells_them_all() -> None:
    found = chart(forked())
    assert found.names == ("a", "b", "end")
    assert found.arrows == (
        Arrow("a", "b", (Way("on", "trust > 2", ("drift",)), Way("mend", "", (), ("drift",)))),
        Arrow("a", "end", (Way("on", "", ("drift",)),)),
        Arrow("a", "a", (Way("back", "rushed"),)),
        Arrow("b", "end", (Way("", ""),)),
    )
    assert [arrow.conditional for arrow in found.arrows] == [False, False, True, False]


def test_a_way_asks_what_its_response_and_its_route_ask() -> None:
    scene = scenario(
        beat("a", said("x", to=[("trust > 2 or rushed", "end"), ("", "end")], when="tension < 2"), said("y"))
    )
    assert chart(scene).arrows[0].ways[0].when == "(tension < 2) and (trust > 2 or rushed)"


def test_ruptures_are_told_at_the_beat() -> None:
    a, b = forked().beats.values()
    assert (opened(a), repaired(a), opened(b), repaired(b)) == (("drift",), ("drift",), (), ())


# -- Mermaid -----------------------------------------------------------------------------------------------------
def test_mermaid_of_a_small_scenario() -> None:
    lines = mermaid(chart(forked())).splitlines()
    assert lines[:8] == [
        "flowchart TD",
        '    n0["a<br/>opens drift<br/>can repair drift"]',
        '    n1(["b"])',
        '    n2{{"end<br/>ending: repaired"}}',
        '    n0 -->|"on if trust #62; 2 (opens drift)<br/>mend (repairs drift)"| n1',
        '    n0 -->|"on (opens drift)"| n2',
        '    n0 -.->|"back if rushed"| n0',
        "    n1 --> n2",
    ]
    assert lines[-2:] == ["    class n0 opens", "    class n2 repaired"]


STATEMENT = re.compile(
    r"""[ ]{4}(?:
        n\d+ (?: \["L"\] | \(\["L"\]\) | \{\{"L"\}\} )
      | n\d+[ ]-\.?->(?:\|"L"\|)?[ ]n\d+
      | classDef[ ]\w+[ ][\w:#,\- ]+
      | class[ ]n\d+[ ]\w+
    )""".replace('"L"', r'"(?:[^"`<>{}\[\]|&;\\]|<br/>|\#\d+;)*"'),
    re.X,
)


@pytest.mark.parametrize("scene", [nasty(), *map(shipped, SHIPPED)], ids=["nasty", *SHIPPED])
def test_every_line_of_mermaid_is_one_statement(scene: Scenario) -> None:
    """The grammar of what we write, narrower than Mermaid's: in a label nothing but letters, marks and numbers."""
    first, *statements = mermaid(chart(scene)).splitlines()
    assert first == "flowchart TD"
    assert [line for line in statements if not STATEMENT.fullmatch(line)] == []


def test_escaping_can_be_undone() -> None:
    told = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), escaped(NASTY))
    assert told == NASTY
    assert escaped("a\nb") == "a b"


# -- the page ----------------------------------------------------------------------------------------------------
class Read(HTMLParser):
    """The tags of a page with their attributes, and its text by the article it stands in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.told: dict[str, str] = {}
        self._article = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "article":
            self._article = dict(attrs)["data-name"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._article = ""

    def handle_data(self, data: str) -> None:
        self.told[self._article] = self.told.get(self._article, "") + data


def read(scene: Scenario) -> Read:
    return Read(page(chart(scene), style=STYLE, script=SCRIPT))


@pytest.mark.parametrize("scene", [nasty(), *map(shipped, SHIPPED)], ids=["nasty", *SHIPPED])
def test_the_page_tells_every_text_and_every_box_once(scene: Scenario) -> None:
    found = read(scene)
    boxes = [attrs["data-name"] for _, attrs in found.tags if "box" in (attrs.get("class") or "").split()]
    assert sorted(map(str, boxes)) == sorted([*scene.beats, *scene.endings])
    for place in (*scene.beats.values(), *scene.endings.values()):
        for line in place.lines:
            assert line.text in found.told[place.id]
    for one in scene.beats.values():
        for response in one.responses:
            assert response.text in found.told[one.id]
            assert all(line.text in found.told[one.id] for line in response.reply)
    assert all(ending.note in found.told[ending.id] for ending in scene.endings.values())


def test_no_text_becomes_a_tag_or_a_script() -> None:
    found = read(nasty())
    tags = [tag for tag, _ in found.tags]
    assert (tags.count("script"), tags.count("style"), tags.count("b")) == (1, 1, 0)
    assert NASTY in found.told["end"]


@pytest.mark.parametrize("scene", [nasty(), *map(shipped, SHIPPED)], ids=["nasty", *SHIPPED])
def test_the_page_fetches_nothing(scene: Scenario) -> None:
    found = read(scene)
    reaching = {"src", "href", "srcset", "action", "data", "poster", "xlink:href"}
    assert not [(tag, attrs) for tag, attrs in found.tags if reaching & set(attrs)]
    assert "url(" not in STYLE.replace("url(#", "")
    assert "@import" not in STYLE
    assert not re.search(r"https?:|fetch\(|XMLHttp|import\b", SCRIPT)


def test_the_browser_is_told_to_run_this_script_only() -> None:
    (policy,) = [attrs["content"] for tag, attrs in read(nasty()).tags if tag == "meta" and "http-equiv" in attrs]
    for text in (STYLE, SCRIPT):
        assert "</" not in text
        assert b64encode(sha256(text.encode()).digest()).decode() in str(policy)
    assert str(policy).startswith("default-src 'none'")


def test_signs_are_shapes_and_words_not_only_colours() -> None:
    drawn = page(chart(forked()), style="", script="")
    a = drawn[drawn.index('data-name="a"') :].partition("</g>")[0]
    assert 'class="stitch"' in a
    assert a.count("L") > 10  # the torn edge
    assert ">opens drift<" in a
    assert ">can repair drift<" in a
    assert ">ending: repaired<" in drawn
