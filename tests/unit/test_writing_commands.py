"""`new`, `warp`, `plan` and `play --watch` as they are typed: exact output, one sentence for what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli import run

from game.app.plan import read_plan
from game.app.services import Services
from game.story.run import Run

ID = "whatever-you-think-is-best"
WAY = "arrives/on-the-edge,clock/own-the-minutes"


@pytest.fixture
def mine(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    """A new scenario, made by the command."""
    code, out, err = run(capsys, "new", "mine", "--to", tmp_path)
    assert (code, err) == (0, "")
    assert str(tmp_path / "mine" / "scenario.yaml") in out
    return tmp_path / "mine"


# -- new ---------------------------------------------------------------------------------------------------------
def test_a_new_scenario_checks_clean(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    code, out, _ = run(capsys, "check", mine, "--strict")
    assert code == 0
    assert "mine: 7 beats, 22 responses" in out


@pytest.mark.parametrize(("id", "says"), [("Mine", "'Mine' cannot be an id"), ("mine", "is there already")])
def test_a_new_scenario_that_cannot_be(capsys: pytest.CaptureFixture[str], mine: Path, id: str, says: str) -> None:
    code, out, err = run(capsys, "new", id, "--to", mine.parent)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert says in err


# -- warp --------------------------------------------------------------------------------------------------------
def test_the_way_to_a_beat_can_be_pasted_into_replay(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    code, out, err = run(capsys, "warp", f"{mine}:fare", "--path")
    assert (code, err, out.count("\n")) == (0, "", 1)
    code, replayed, _ = run(capsys, "replay", mine, "--choose", out.strip(), "--json")
    assert code == 0
    assert '"beat": "fare"' in replayed


def test_the_way_to_where_it_begins_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "warp", f"{ID}:arrives", "--path") == (0, "\n", "")


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (
            f"{ID}:arives",
            "There is no beat or ending 'arives' in 'whatever-you-think-is-best'; did you mean 'arrives'?\n",
        ),
        (ID, "Which beat? Write the scenario, a colon and the beat: attune warp ID:BEAT\n"),
        ("whatever-you-think-is-bst:x", "did you mean 'whatever-you-think-is-best'?\n"),
    ],
)
def test_a_place_that_is_not_there(capsys: pytest.CaptureFixture[str], place: str, says: str) -> None:
    code, out, err = run(capsys, "warp", place, "--path")
    assert (code, out) == (1, "")
    assert err.endswith(says)


def test_a_place_that_no_play_comes_to(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    file = mine / "scenario.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            "felt_understood >= 4, go: says-it", "felt_understood >= 10, go: walks-on"
        ),
        "utf-8",
    )
    text = file.read_text(encoding="utf-8").replace("        to: says-it\n", "        to: walks-on\n")
    file.write_text(text, encoding="utf-8")
    code, out, err = run(capsys, "warp", f"{mine}:says-it", "--path")
    assert (code, out) == (1, "")
    assert err == "No play comes to 'says-it', so there is no way to open it; attune check says why.\n"


@pytest.mark.parametrize("words", [("warp", f"{ID}:plan"), ("play", ID, "--watch")])
def test_without_a_display_it_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    code, out, err = run(capsys, *words)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("There is no display to open a window on.")


def test_watching_needs_to_know_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "play", "--watch") == (1, "", "Which scenario? Name it: attune play ID --watch\n")


# -- plan --------------------------------------------------------------------------------------------------------
def test_a_recorded_plan_is_printed_and_is_fulfilled(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    code, out, err = run(capsys, "plan", "record", mine, "--choose", WAY, "--title", "so far")
    assert (code, err) == (0, "")
    plan = read_plan(out, "so-far")
    assert (plan.title, plan.rubric, plan.choices) == ("so far", "relational", ("on-the-edge", "own-the-minutes"))
    (mine / "plans" / "so-far.plan").write_text(out, encoding="utf-8")
    assert run(capsys, "plan", "check", mine) == (0, "mine: 2 of 2 plans fulfilled.\n", "")


def test_a_plan_is_written_to_a_new_file_only(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    to = mine / "plans" / "far.plan"
    assert run(capsys, "plan", "record", mine, "--choose", WAY, "--to", to) == (0, f"Written to {to}\n", "")
    written = to.read_text(encoding="utf-8")
    code, out, err = run(capsys, "plan", "record", mine, "--choose", "", "--to", to)
    assert (code, out) == (1, "")
    assert err == f"{to} is there already, and nothing is written over; name another file.\n"
    assert to.read_text(encoding="utf-8") == written


def test_a_response_that_is_not_on_offer_records_nothing(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    code, out, err = run(capsys, "plan", "record", mine, "--choose", "arrives/nonsense")
    assert (code, out) == (1, "")
    assert err.startswith("'nonsense' is not on offer at 'arrives'")


def kept(mine: Path, *choices: str, at: float) -> None:
    """A session in the records, touched last at this time."""
    services = Services.found(scenarios=(mine.parent,))
    services.now = lambda: at
    with services.store:
        one = Run(services.story("mine"), 1)
        one.notice("confrontation")
        for choice in choices:
            one.respond(choice)
        services.keep(one, None)


def test_the_last_session_is_the_one_that_was_touched_last(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    kept(mine, "on-the-edge", at=200.0)
    kept(mine, "your-week", at=100.0)
    code, out, _ = run(capsys, "plan", "record", mine, "--last")
    assert code == 0
    assert read_plan(out, "last").choices == ("on-the-edge",)
    assert "notice   confrontation" in out


def test_without_a_session_there_is_no_last_one(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    assert run(capsys, "plan", "record", mine, "--last") == (
        1,
        "",
        "There is no session with 'mine' in your records.\n",
    )


def test_a_session_that_does_not_fit_the_text_any_more(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    kept(mine, "on-the-edge", at=1.0)
    file = mine / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("on-the-edge", "seen"), encoding="utf-8")
    code, out, err = run(capsys, "plan", "record", mine, "--last")
    assert (code, out) == (1, "")
    assert err.startswith(
        "The last session was played with another text, and does not fit: 'on-the-edge' is not on offer"
    )


def test_an_unfulfilled_plan_is_named_with_its_line(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    plan = mine / "plans" / "first.plan"
    lines = plan.read_text(encoding="utf-8").replace("authentic_voice is 5", "authentic_voice is 6").splitlines()
    plan.write_text("\n".join(lines), encoding="utf-8")
    at = next(number for number, line in enumerate(lines, 1) if "voice is 6" in line)
    code, out, _ = run(capsys, "plan", "check", mine.parent)
    assert code == 1
    assert out == (f"{plan}:{at}: after 'held-it' authentic_voice is 5, not 6.\nmine: 0 of 1 plan fulfilled.\n")


def test_a_plan_that_does_not_read_is_named_with_its_line(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    plan = mine / "plans" / "second.plan"
    plan.write_bytes(b"plan: second\n\n\xff\xfe chose  x\n")
    code, out, _ = run(capsys, "plan", "check", plan)
    assert code == 1
    assert f"{plan}:3: " in out


def test_no_plans_and_no_scenario(capsys: pytest.CaptureFixture[str], mine: Path, tmp_path: Path) -> None:
    (mine / "plans" / "first.plan").unlink()
    code, out, _ = run(capsys, "plan", "check", mine)
    assert (code, out) == (0, "mine: there are no plans yet. To make one: attune plan record\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(capsys, "plan", "check", empty) == (2, "", f"There is no scenario in {empty}.\n")


def test_the_plans_of_every_shipped_scenario_are_fulfilled(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "plan", "check")
    assert code == 0
    assert run(capsys, "plan", "check", ID)[1] in out
