"""What the pages of findings cannot show: severities, what is not counted, and what the shipped scenarios measure."""

from __future__ import annotations

from pathlib import Path

import pytest
from findings.fragments import merged

from game import res
from game.checks.keyed import keyed
from game.checks.look import look
from game.checks.moments import Moment, Offer
from game.checks.wording import wording
from game.scenario.compile import compile_source
from game.scenario.findings import Finding
from game.scenario.model import Beat, Response, Route
from game.scenario.source import Source

FINDINGS = Path(__file__).parents[2] / "findings"


def findings(fragment: str, base: str = "little") -> list[Finding]:
    whole = (FINDINGS / f"{base}.yaml").read_text("utf-8")
    source = Source(f"{base}/scenario.yaml", merged(whole, fragment).encode())
    found = look(compile_source(source, [res.path("scenarios", "_rubrics")])).findings
    return [one for one in found if not one.waived and one.code != "SC039"]


def told(fragment: str, base: str = "little") -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in findings(fragment, base)]


# -- moments with one best reply ---------------------------------------------------------------------------------
def offer(text: str, *, best: float, above: float, chance: float = 1.0) -> Offer:
    return Offer(Response(text, text, "RC", (Route("end"),)), chance, {}, above, above, best)


def moment(*offers: Offer) -> Moment:
    return Moment(Beat("here"), 1.0, offers)


def keys(*offers: Offer) -> list[str]:
    wordings = {one.response.text: wording(one.response.text) for one in offers}
    return [one.best.id for one in keyed([moment(*offers)], wordings)]


def test_a_moment_with_one_best_reply_is_looked_at() -> None:
    assert keys(offer("a", best=0, above=1), offer("b", best=1, above=4)) == ["b"]


def test_of_two_that_are_as_often_best_the_one_that_earns_more_counts() -> None:
    assert keys(offer("a", best=0.5, above=3), offer("b", best=0.5, above=4)) == ["b"]


def test_a_moment_with_two_equal_best_replies_is_left_out() -> None:
    assert keys(offer("a", best=1, above=4), offer("b", best=1, above=4), offer("c", best=0, above=1)) == []


def test_a_moment_where_nothing_is_at_stake_is_left_out() -> None:
    assert keys(offer("a", best=1, above=0), offer("b", best=1, above=0)) == []


def test_a_moment_hardly_ever_met_is_looked_at_all_the_same() -> None:
    rare = 1e-10
    assert keys(offer("a", best=0, above=1, chance=rare), offer("b", best=1, above=4, chance=rare)) == ["b"]


# -- severities --------------------------------------------------------------------------------------------------
LONG = "and that was so at the time and all of the time"


def test_length_that_pays_by_far_is_an_error() -> None:
    """The best reply of each moment is made the longest, and the poorest the shortest."""
    best = {
        "arrives": "so-short", "night": "they-looked", "agenda": "no-list", "letter": "who-writes",
        "unopened": "not-knowing", "on-the-table": "take-back", "complaint": "own-leaflet", "colder": "that-was-me",
        "softer": "glad-you-did", "evening": "what-was-missed",
    }  # fmt: skip
    poor = {
        "arrives": "what-next", "night": "not-your-fault", "agenda": "hours", "letter": "read-it-here",
        "unopened": "union", "on-the-table": "open-it", "complaint": "baths-work", "colder": "baths-again",
        "softer": "no-trouble", "evening": "same-time",
    }  # fmt: skip
    longer = "".join(
        f"  {beat}:\n    responses:\n      {id}:\n        text: '{LONG} at {beat} of us all.'\n"
        f"      {poor[beat]}:\n        text: '{LONG}.'\n"
        for beat, id in best.items()
    )
    assert ("SC112", "error") in told(f"beats:\n{longer}", "middling")


def test_a_safety_cue_without_a_content_note_is_told_of() -> None:
    words = "feedback: {heard: H., why: W., principle: '3RS:W2'}"
    ask = f"{{text: 'Do you think of ending it, May?', code: SK, {words}, to: talks}}"
    gate = f"beats:\n  arrives:\n    gate: suicide\n    responses:\n      ask: {ask}\n"
    assert ("SC130", "warning") in told(gate)
    assert "SC130" not in dict(told(f"content_note: Speaks of suicide.\n{gate}"))


@pytest.mark.parametrize("word", ["overdose", "self-harm", "suicidal", "abused", "ended his life"])
def test_words_of_risk_are_a_warning(word: str) -> None:
    assert told(f"setting: 'Session two. Her brother: {word}.'") == [("SC130", "warning")]


@pytest.mark.parametrize(
    "word", ["at the end of her life at sea", "dying to know", "skilled", "grape", "the end of it all"]
)
def test_words_that_only_look_like_risk_are_none(word: str) -> None:
    assert told(f"setting: 'Session two, {word}.'") == []


@pytest.mark.parametrize(
    ("key", "codes"), [("{status: panel, raters: 7}", ["SC131"]), ("{status: panel, raters: 8}", [])]
)
def test_eight_raters_are_a_panel(key: str, codes: list[str]) -> None:
    assert [code for code, _ in told(f"key: {key}")] == codes


# -- what is not counted -----------------------------------------------------------------------------------------
ALIKE = """beats:
  nods:
    to: asks
  asks:
    lines: [{text: Hm., pose: blank}]
    responses:
      first: {text: "I hear that it was a long week.", code: RF, when: FIRST, feedback: SAID, to: pleasant}
      again: {text: "I hear that it was a long day.", code: RF, when: AGAIN, feedback: SAID, to: unsaid}
      other: {text: "Shall we look at the list of hours?", code: CQ, feedback: SAID, to: pleasant}
""".replace("SAID", "{heard: H., why: W., principle: '3RS:W2'}")


@pytest.mark.parametrize(
    ("first", "again", "together"),
    [
        ("hurried", "not hurried", False),
        ("hurried", "hurried", True),
        ("trust >= 0", "hurried", True),
        ("trust >= 0", "not hurried", True),
    ],
)
def test_replies_are_compared_that_can_be_on_offer_together(first: str, again: str, together: bool) -> None:
    assert ("SC110" in dict(told(ALIKE.replace("FIRST", first).replace("AGAIN", again)))) == together


def test_a_difference_of_a_few_words_is_no_tell() -> None:
    short = 'beats:\n  arrives:\n    responses:\n      fine-and-fine:\n        text: "Fine."'
    assert "SC113" not in dict(told(short.replace("Fine.", "Fine, and fine.")))
    assert "SC113" in dict(told(short))
