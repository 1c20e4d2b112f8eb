"""Stories of other authors, as three story formats write them, become scenarios that can be played at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game import res
from game.scenario import source
from game.scenario.compile import Compiled, compile_source
from game.scenario.source import Source
from game.scenario.tree import plain
from game.twee.imported import Imported, imported

HERE = Path(__file__).parent
RUBRICS = [res.path("scenarios", "_rubrics")]


def story(file: str) -> Imported:
    return imported((HERE / file).read_text("utf-8"), file, Path(file).stem)


def values(brought: Imported) -> dict[str, Any]:
    root, findings = source.parse(brought.yaml.encode(), "scenario.yaml")
    assert root is not None, findings
    made: dict[str, Any] = plain(root)
    return made


def compiled(brought: Imported) -> Compiled:
    return compile_source(Source(f"{brought.id}/scenario.yaml", brought.yaml.encode()), RUBRICS)


def told(brought: Imported) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in brought.findings]


@pytest.mark.parametrize("file", ["harlowe.twee", "sugarcube.tw", "chapbook.twee"])
def test_it_can_be_played_and_every_finding_about_it_is_a_todo(file: str) -> None:
    made = compiled(story(file))
    assert made.scenario is not None
    assert {one.code for one in made.findings} == {"SC032"}


def test_a_story_of_harlowe() -> None:
    brought = story("harlowe.twee")
    its = values(brought)
    assert (brought.id, its["title"], its["start"]) == ("the-late-client", "The Late Client", "the-waiting-room")
    assert list(its["beats"]) == ["the-waiting-room", "the-fish", "late-again", "chair"]
    assert list(its["endings"]) == ["the-door", "the-end", "colons-in-the-text"]
    first = its["beats"]["the-waiting-room"]
    assert [line["text"] for line in first["lines"]] == [
        "(set: $calm to 2)",
        'He stands by the fish tank: he has counted them, "eleven".',
        "He says: no, I'm fine.",
    ]
    assert {id: (one["text"], one["to"]) for id, one in first["responses"].items()} == {
        "ask-about-the-fish": ("Ask about the fish", "the-fish"),
        "youre-late-again": ('"You\'re late again."', "late-again"),
        "the-fish": ("The fish", "the-fish"),
    }
    assert first["position"] == {"x": 600, "y": 400}
    assert its["beats"]["chair"] == {"to": "the-end"}  # one link that is only its target's name leads on by itself
    assert told(brought) == [("SC147", 19), ("SC147", 29), ("SC146", 52), ("SC146", 56)]


def test_a_story_of_sugarcube() -> None:
    brought = story("sugarcube.tw")
    its = values(brought)
    assert (brought.id, its["title"], its["start"]) == ("sugarcube", "sugarcube", "start")  # it has no title
    assert {one["text"]: one["to"] for one in its["beats"]["start"]["responses"].values()} == {
        "Stay with her": "stay",
        "Move on": "move",
    }
    assert its["beats"]["start"]["lines"][1] == {"text": "Zoë says: \"Это я. It's me.\" 'single' # hash"}
    assert its["endings"] == {
        "nowhere": {"quality": "partial", "note": "TODO: write what links call 'Nowhere', or lead them elsewhere"}
    }
    assert told(brought) == [("SC146", 1), ("SC146", 4), ("SC147", 8), ("SC147", 16), ("SC145", 21), ("SC146", 23)]


def test_a_story_of_chapbook_with_much_that_is_wrong() -> None:
    brought = story("chapbook.twee")
    its = values(brought)
    assert (brought.id, its["start"]) == ("cafe-two", "first")
    assert told(brought) == [("SC145", 4), ("SC147", 10), ("SC144", 17), ("SC142", 20), ("SC143", 20), ("SC143", 23)]
    assert its["beats"]["first"]["responses"]["go-on"]["to"] == "second"  # they lead to each other, so one of them asks
    assert its["beats"]["second"] == {"to": "first"}
    assert set(its["endings"]) == {"second-2", "passage"}


# -- what keeps a scenario from being played is seen to ------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        ":: Start",
        ":: Start\n[[Start]]",
        ":: A\n[[B]]\n:: B\n[[C]]\n:: C\n[[B]]",
        ":: A\n[[->]]",
        ":: A\n[[]]",
        "::\n[[x]]",
        ":: A\n[[x->A]]",
        ":: ∀\n[[∃]]\n:: ∃\n",
        ":: A\n[[B]]\n:: B\n:: b\n:: B!\n:: b-2",
        ":: A {\"position\":\"9999999999,1\"}\n[[b]]\n:: b {\"position\":[1]}\n:: c {\"position\":\"1.5, -2\"}",
        ":: Attune\n[[x]]\n:: A\n[[B]]\n:: B",
        ":: A\n" + "\n".join(f"[[{'long ' * 40}{number}->B]]" for number in range(3)) + "\n:: B",
    ],
)  # fmt: skip
def test_the_smallest_and_oddest_stories_can_be_played(text: str) -> None:
    made = compiled(imported(text, "story.twee"))
    assert made.scenario is not None, made.findings


def test_positions_are_whole_numbers_or_nothing() -> None:
    its = values(imported(':: A {"position":"1.7, -2"}\n[[b]]\n:: b {"position":"x"}', "story.twee"))
    assert its["beats"]["a"]["position"] == {"x": 1, "y": -2}
    assert "position" not in its["endings"]["b"]


def test_the_id_is_the_title_in_latin_letters_or_the_name_of_the_file() -> None:
    assert imported(":: StoryTitle\nÉtude № 5: Ärger!\n:: A", "s.twee", "file").id == "etude-no-5-arger"
    assert imported(":: StoryTitle\nТитул\n:: A", "s.twee", "My file").id == "my-file"
    assert imported(":: A", "s.twee", "...").id == "story"


def test_an_id_from_a_file_is_never_a_way_out_of_the_folder() -> None:
    for id in ('"../../up"', '"/etc"', '"a/b"', '".."', '""', "3", '"' + "a" * 300 + '"'):
        text = f':: Attune\n<!-- attune\n{{"id": {id}, "title": "T"}}\n-->\n:: A\nHello.'
        assert imported(text, "s.twee", "file").id == "file"


def test_todo_is_found_by_check_where_an_author_has_to_write() -> None:
    made = compiled(imported(":: A\nHi.\n[[Say x->B]]\n[[Say y->B]]\n:: B\nBye.", "s.twee"))
    assert [one.code for one in made.findings] == ["SC032"] * 7  # summary, name, intake, setting, two replies, ending


# -- what is too much ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        ":: a\n" * 20_001,
        ":: a\n" + "x\n" * 100_001,
        ":: a\n" + "[[b]]" * 100_001,
        pytest.param(
            ":: a\n" + "".join(f"[[{number}]]" for number in range(40_000)) + "x" * 2_000_000, marks=pytest.mark.slow
        ),
    ],
)
def test_too_much_is_said_to_be_so_and_nothing_is_made(text: str) -> None:
    brought = imported(text, "s.twee")
    assert brought.yaml == ""
    assert "SC141" in {one.code for one in brought.findings}
