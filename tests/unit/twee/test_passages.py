"""Twee files taken apart, as the specification says, and what is wrong with them told at its place."""

from __future__ import annotations

import pytest

from game.twee.passages import MOST_TOLD, Passage, Report, read_passages, twee_text


def read(text: str) -> tuple[tuple[Passage, ...], list[tuple[str, int, int]]]:
    report = Report("story.twee")
    passages = read_passages(text, report)
    return passages, [(one.code, one.place.line, one.place.column) for one in report.findings()]


@pytest.mark.parametrize(
    ("header", "name", "tags", "metadata"),
    [
        (":: An overgrown path", "An overgrown path", (), {}),
        ("::Path", "Path", (), {}),
        (":: Path [forest spooky]", "Path", ("forest", "spooky"), {}),
        (':: Path {"position":"600,400"}', "Path", (), {"position": "600,400"}),
        (':: Path[a]{"size":"1,2"}  ', "Path", ("a",), {"size": "1,2"}),
        (r":: A \[b\] \{c\} \\ \q [t\]u]", r"A [b] {c} \ q", ("t]u",), {}),
        (":: Path []", "Path", (), {}),
        (":: Path [a] <12,-34>", "Path", ("a",), {"position": "12,-34"}),  # as Twee 2 wrote it
        (":: Path <3 you", "Path <3 you", (), {}),
    ],
)
def test_a_header(header: str, name: str, tags: tuple[str, ...], metadata: dict[str, str]) -> None:
    ((passage,), found) = read(header + "\ntext")
    assert (passage.name, passage.tags, passage.metadata, passage.text, found) == (name, tags, metadata, "text", [])


def test_a_passage_goes_on_to_the_next_header_and_loses_blank_lines_at_its_end_only() -> None:
    passages, found = read("\n:: A\r\n\r\n one \r\n\r\n:: B\rtwo\n\n\n")
    assert [(one.name, one.text, one.line) for one in passages] == [("A", "\n one", 2), ("B", "two", 6)]
    assert found == []


def test_text_that_looks_like_a_header_is_escaped_as_twine_does_it() -> None:
    lines = ("::", "::x", r"\::x", r"\\::", r"\:x", ": :")
    whole = twee_text([Passage("A", text="\n".join(lines))])
    assert r"\::x" in whole.split("\n")
    assert read(whole)[0][0].text.split("\n") == list(lines)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lost\n:: A", [("SC143", 1, 1)]),
        ("\n\n  lost\n\n:: A", [("SC143", 3, 1)]),
        (":: A [b", [("SC143", 1, 6)]),
        (":: A [b] c", [("SC143", 1, 10)]),
        ("::", [("SC143", 1, 1)]),
        (":: A {", [("SC144", 1, 7)]),
        (':: A [b] {"x": }', [("SC144", 1, 16)]),
        (":: A {}x", [("SC144", 1, 8)]),
        (":: A\n:: B\u2028\ntext\x00", [("SC148", 2, 5)]),
    ],
)
def test_what_is_wrong_is_told_where(text: str, found: list[tuple[str, int, int]]) -> None:
    passages, told = read(text)
    assert told == found
    assert passages[0].name in ("A", "")


def test_metadata_that_is_no_object_is_left_out() -> None:
    report = Report("story.twee")
    (passage,) = read_passages(":: A {" + '"a":' * 3 + "1}", report)
    assert (passage.metadata, len(report.found)) == ({}, 1)


def test_a_long_row_of_faults_is_cut_and_counted() -> None:
    _, found = read(":: A {\n" * (MOST_TOLD + 20))
    report = Report("story.twee")
    read_passages(":: A {\n" * (MOST_TOLD + 20), report)
    assert len(found) == MOST_TOLD
    assert report.findings()[-1].hint == "there are 20 more like this"


def test_a_written_header_is_read_again() -> None:
    passage = Passage(r"a [b] {c} \d", ("x]", r"y\z"), {"position": "1,2"}, "one\n\ntwo")
    ((again,), found) = read(twee_text([passage]))
    assert (again, found) == (passage, [])
