"""Links of every spelling, lines of text beside them, and orders to story formats."""

from __future__ import annotations

import pytest

from game.twee.links import comes_back, content_of, link_comes_back, link_text, macros_of, said_text


def links(text: str) -> list[tuple[str, str, bool]]:
    return [(link.text, link.target, link.bare) for link in content_of(text).links]


@pytest.mark.parametrize(
    ("written", "text", "target"),
    [
        ("[[Go in->Hall]]", "Go in", "Hall"),
        ("[[ Go in -> Hall ]]", "Go in", "Hall"),
        ("[[Hall<-Go in]]", "Go in", "Hall"),
        ("[[Go in|Hall]]", "Go in", "Hall"),
        ("[[a->b->c]]", "a->b", "c"),
        ("[[a<-b<-c]]", "b<-c", "a"),
        ("[[a|b->c]]", "a|b", "c"),
        ("[[Go in|Hall][$seen to true]]", "Go in", "Hall"),
        ("[[Go in|Hall][$seen[0] to $a[1]]]", "Go in", "Hall"),
        ("[[Go in->Hall [old]]]", "Go in", "Hall [old]"),
        ("[[->Hall]]", "Hall", "Hall"),
        ("[[Go in->]]", "Go in", ""),
    ],
)
def test_a_link(written: str, text: str, target: str) -> None:
    assert links(written) == [(text, target, False)]


def test_a_bare_link() -> None:
    assert links("[[Hall]]") == [("Hall", "Hall", True)]
    assert links("[see [[Hall]]]") == [("Hall", "Hall", True)]


@pytest.mark.parametrize(
    "text", ["[[open", "[[a\nb]]", "[a]", "[[Leaflet|https://example.org]]", "[[x->mailto:a@b]]", ""]
)
def test_no_link(text: str) -> None:
    assert links(text) == []
    assert "\n".join(said.text for said in content_of(text).said) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[a->b]]", []),
        ("* [[a->b]]\n - [[c]]\n2. [[d]] | [[e]]\n> [[f]].", []),
        ("Hello.\n\n  There.  ", ["Hello.", "There."]),
        ("A [[door->Hall]] and a [[Window]].", ["A door and a Window."]),
        ("5)", ["5)"]),
        ("You may [[leave]]", ["You may leave"]),
    ],
)
def test_what_is_said(text: str, said: list[str]) -> None:
    assert [one.text for one in content_of(text).said] == said


def test_places_count_from_one() -> None:
    (link,) = content_of("x\n  and [[y]]").links
    assert (link.line, link.column) == (2, 7)


@pytest.mark.parametrize(
    "text",
    [
        "<<set $a to 1>>",
        "(set: $a to 1)",
        "(link-goto: 'a')",
        "<% x %>",
        "<!-- a -->",
        "[if a]\nb",
        "{embed passage: 'a'}",
    ],
)
def test_an_order_to_a_story_format(text: str) -> None:
    found = macros_of(f"One.\n{text} and so on")
    assert found is not None
    assert (found.line, found.column, found.count) == (2, 1, 1)


@pytest.mark.parametrize("text", ["(He laughs: she does not.)", "She is <<here.", "[a] {b}", "5 < 6 > 4"])
def test_what_is_no_order(text: str) -> None:
    assert macros_of(text) is None


@pytest.mark.parametrize(
    "text", ["Plain.", "(You say nothing.)", "a -> b <- c | d", "5)", "* ", "[a] b", "a]", ":: a", "«ä»", "\\::", "# x"]
)
def test_usual_texts_come_back_from_what_is_shown(text: str) -> None:
    assert comes_back(text) == (text == text.strip())
    assert link_comes_back(text) == (text == text.strip())


@pytest.mark.parametrize(
    "text", [" a", "a\nb", "a  b", "[[a]]", "[[", "]]]", "<!-- attune", "\N{NO-BREAK SPACE}a", "[[[b]]]"]
)
def test_unusual_ones_are_shown_near_enough_and_known_to_differ(text: str) -> None:
    assert not comes_back(text)
    content = content_of(f"{said_text(text)}\n{link_text(text, 'hall')}")
    assert [link.target for link in content.links] == ["hall"]
    assert len(content.said) == 1
