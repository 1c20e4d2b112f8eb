"""Whatever bytes a scenario or its rubric is made of, `check` answers with findings, never with a traceback."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import res
from game.cli import main

LITTLE = Path(__file__).with_name("little.yaml").read_bytes()
RUBRIC = res.path("scenarios", "_rubrics", "relational.yaml").read_bytes()
WORDS = (
    b"beats", b"endings", b"to", b"when", b"responses", b"trust", b"fine", b"hurried", b"arrives", b"nods", b"SK",
    b"- ", b": ", b"{", b"}", b"[", b"]", b"'", b'"', b"\n", b"\n  ", b"&a ", b"*a", b"<<: ", b"!!x ", b"1e999", b"-1",
    b"~", b"\t", b"---", b"trust >= 9", b"not hurried", b"once: true, ", b"gate: x, ", b"\xff", b"\x00",
    "\N{ZERO WIDTH SPACE}".encode(),
)  # fmt: skip

tried = settings(
    max_examples=80, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """The file with a few stretches of it cut, doubled, moved, or replaced by words that mean something."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(whole)))
        end = min(len(whole), start + draw(st.sampled_from((0, 1, 2, 8, 60))))
        put = draw(st.sampled_from((*WORDS, b"", whole[start:end] * 2, whole[:60])) | st.binary(max_size=6))
        whole = whole[:start] + put + whole[end:]
    return whole


@given(
    st.binary(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=30).map(b"".join) | st.text().map(str.encode)
)
@tried
def test_what_is_no_scenario_is_told_so(content: bytes) -> None:
    with checked(content) as (code, told):
        assert code in (1, 2)
        assert told["findings"]
        assert told["scenarios"] == []


@given(damaged(LITTLE))
@tried
def test_a_damaged_scenario_is_told_where(content: bytes) -> None:
    with checked(content) as (code, told):
        agree(code, told, content)


@given(damaged(RUBRIC))
@settings(tried, max_examples=25)
def test_a_damaged_rubric_is_told_where(rubric: bytes) -> None:
    with checked(LITTLE, rubric) as (code, told):
        agree(code, told, rubric)


def agree(code: int, told: dict[str, Any], content: bytes) -> None:
    wrong = [one for one in told["findings"] if one["severity"] == "error"]
    assert code == (2 if any(one["code"] == "SC001" for one in wrong) else int(bool(wrong)))
    assert wrong or told["scenarios"]
    lines = max(content.count(b"\n") + content.count(b"\r"), RUBRIC.count(b"\n"), LITTLE.count(b"\n")) + 1
    assert all(1 <= one["line"] <= lines and one["column"] >= 1 for one in told["findings"])


@contextmanager
def checked(content: bytes, rubric: bytes = RUBRIC) -> Iterator[tuple[int, dict[str, Any]]]:
    """The exit code and the object of `check --json`; `check` for people must agree and print one line at least."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "little" / "scenario.yaml"
        path.parent.mkdir()
        path.write_bytes(content)
        (Path(folder) / "_rubrics").mkdir()
        (Path(folder) / "_rubrics" / "relational.yaml").write_bytes(rubric)
        code, out = run("check", str(path), "--json")
        assert run("check", str(path))[0] == code
        yield code, json.loads(out)


def run(*argv: str) -> tuple[int, str]:
    """Exit code and output; on standard error there may be a sentence on a path, and nothing else."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(argv)
    assert code == 2 or err.getvalue() == ""
    assert out.getvalue()
    return code, out.getvalue()
