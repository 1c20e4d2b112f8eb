"""YAML with YAML 1.2 meanings and places; whatever the bytes, findings and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.scenario import source
from game.scenario.tree import Node, find, find_key, plain


def read(text: str) -> Node:
    root, findings = source.parse(text.encode(), "f.yaml")
    assert findings == ()
    assert root is not None
    return root


def codes(content: bytes) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in source.parse(content, "f.yaml")[1]]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("2026-01-01", "2026-01-01"),
        ("1_000", "1_000"),
        ("=", "="),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('"12"', "12"),
        ("12", 12),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("0x1F", 31),
        ("0o17", 15),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        ("9" * 200, "9" * 200),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(text: str, meaning: object) -> None:
    if text == "-":
        assert source.parse(b"a: -", "f")[1]
        return
    value = plain(read(f"a: {text}"))["a"]
    assert value == meaning
    assert type(value) is type(meaning)


def test_keys_are_always_text() -> None:
    assert plain(read("no: 1\n1: 2\ntrue: 3\n-2: 4\n")) == {"no": 1, "1": 2, "true": 3, "-2": 4}


def test_every_value_and_key_knows_its_place() -> None:
    root = read("beats:\n  one:\n    lines:\n      - {text: Hello, pose: sad}\n")
    loc = ("beats", "one", "lines", 0, "pose")
    assert (find(root, loc).line, find(root, loc).column, find(root, loc).end) == (4, 29, 32)
    assert (find_key(root, loc).line, find_key(root, loc).column) == (4, 23)
    assert find(root, ("beats", "two", "text")) == find(root, ("beats",))


def test_aliases_stand_for_what_was_marked() -> None:
    assert plain(read("a: &x [1, 2]\nb: *x\n")) == {"a": [1, 2], "b": [1, 2]}


def test_a_byte_order_mark_of_utf_8_is_no_fault() -> None:
    root, findings = source.parse(b"\xef\xbb\xbfa: 1", "f")
    assert root is not None
    assert (plain(root), findings) == ({"a": 1}, ())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [("SC016", 1, 1)]),
        (b"# nothing\n", [("SC016", 1, 1)]),
        (b"a: 1\nb: 2\na: 3\na: 4\n", [("SC006", 3, 1), ("SC006", 4, 1)]),
        (b"a: 1\n'a': 3\n", [("SC006", 2, 1)]),
        ("a: 1".encode("utf-16"), [("SC003", 1, 1)]),
        ("a: 1".encode("utf-16-be"), [("SC004", 1, 1)]),
        (b"a: 1\nb: \xff", [("SC003", 2, 4)]),
        (b"a: \x00", [("SC004", 1, 4)]),
        ("a: x\x85y".encode(), [("SC004", 1, 5)]),
        ("a: x\u2028y".encode(), [("SC004", 1, 5)]),
        (b'a: "\\0"', [("SC004", 1, 4)]),
        (b"a:\n\t- b", [("SC005", 2, 1)]),
        (b"a: !!str 1", [("SC007", 1, 4)]),
        (b"a: !x {}", [("SC007", 1, 4)]),
        (b"a: &x [*x]", [("SC008", 1, 8)]),
        (b"a: *x", [("SC008", 1, 4)]),
        (b"[" * 4_000_000, [("SC009", 1, 41)]),
        (b"- " * 41 + b"x", [("SC009", 1, 81)]),
        (b"? [a]\n: 1", [("SC014", 1, 3)]),
        (b"<<: {a: 1}", [("SC014", 1, 1)]),
        (b"a: 1\n---\nb: 1", [("SC015", 2, 1)]),
    ],
)
def test_what_is_no_plain_yaml_is_a_finding_with_its_place(
    content: bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(content) == expected


def test_forty_levels_are_read_and_forty_one_are_not() -> None:
    assert codes(b"[" * 40 + b"]" * 40) == []
    assert codes(b"[" * 41 + b"]" * 41)[0][0] == "SC009"


def test_depth_counts_through_aliases() -> None:
    deep = b"[" * 30 + b"]" * 30
    assert codes(b"a: &x " + deep + b"\nb: [*x]") == []
    assert codes(b"a: &x " + deep + b"\nb: " + b"[" * 10 + b"*x" + b"]" * 10)[0][0] == "SC009"


def test_aliases_stand_for_a_thousand_values_at_most() -> None:
    ten = b"a: &a [0, 0, 0, 0, 0, 0, 0, 0, 0]\n"
    assert codes(ten + b"b: [" + b"*a, " * 100 + b"]") == []
    assert codes(ten + b"b: [" + b"*a, " * 101 + b"]") == [("SC008", 2, 5 + 400)]


def test_a_bomb_of_aliases_is_refused() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert codes(b"l0: &l0 [lol]\n" + levels.encode())[0][0] == "SC008"


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * (source.LARGEST + 1))
    assert [one.code for one in source.read(tmp_path / "big.yaml").findings] == ["SC002"]
    assert [one.code for one in source.parse(b"#" * (source.LARGEST + 1), "f")[1]] == ["SC002"]


@pytest.mark.parametrize("name", ["absent.yaml", "", "nul\0name"])
def test_what_cannot_be_opened_is_a_finding(tmp_path: Path, name: str) -> None:
    assert [one.code for one in source.read(tmp_path / name).findings] == ["SC001"]


def test_without_the_c_loader_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"a: &x [no, 'it''s', \"q\"]\nb: {c: *x, d: |\n  block\n}\n".replace(b"{c: *x, d: |\n  block\n}", b"{c: *x}")
    with_c = source.parse(text, "f")
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert source.parse(text, "f") == with_c
    assert codes(b"[" * 100_000)[0][0] == "SC009"


def test_keep_writes_the_whole_file_or_nothing(tmp_path: Path) -> None:
    assert source.keep(tmp_path / "deep" / "file", b"whole")
    assert (tmp_path / "deep" / "file").read_bytes() == b"whole"
    (tmp_path / "folder").mkdir()
    assert not source.keep(tmp_path / "folder", b"x")
    assert not source.keep(tmp_path / "deep" / "file" / "under", b"x")
    assert [path.name for path in tmp_path.rglob("*.tmp")] == []


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_findings(content: bytes) -> None:
    root, findings = source.parse(content, "f.yaml")
    assert root is not None or findings


@given(st.text(alphabet="ab:-[]{},&*!|>'\"#% \n\t0<?~\\", max_size=60))
def test_any_text_near_yaml_gives_a_tree_or_findings(text: str) -> None:
    root, findings = source.parse(text.encode(), "f.yaml")
    assert root is not None or findings
    for one in findings:
        assert one.place.line >= 1
        assert one.place.column >= 1
    if root is not None:
        plain(root)
