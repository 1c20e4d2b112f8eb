"""What is measured of a text, on texts short enough to count by hand."""

from __future__ import annotations

from math import isclose

import pytest

from game.checks.wording import (
    CUES,
    FORMS,
    absolutes,
    content,
    echo,
    grade,
    jargon,
    opening,
    similarity,
    syllables,
    warmth,
    wording,
)


def test_a_text_is_taken_apart() -> None:
    one = wording("You’re late. Again... I'd wait!")
    assert one.words == ("you're", "late", "again", "i'd", "wait")
    assert one.sentences == 3


def test_a_text_without_a_stop_is_one_sentence() -> None:
    assert wording("so it goes").sentences == 1
    assert wording("").sentences == 1


@pytest.mark.parametrize(
    ("cue", "text", "plain"),
    [
        ("a question", "Is it?", "It is."),
        ("a quotation", "'Pointless', you said.", "That's pointless, isn't it, for the clients' sake."),
        ("a dash", "Well – no.", "A well-meant no."),
        ("'I hear' or 'It sounds like'", "It sounds like a lot.", "I heard it. The sounds of it."),
        ("a softening word", "Perhaps so.", "So it is."),
    ],
)
def test_a_cue_shows_or_does_not(cue: str, text: str, plain: str) -> None:
    assert CUES[cue](wording(text))
    assert not CUES[cue](wording(plain))


@pytest.mark.parametrize(
    ("form", "text", "plain"),
    [
        ("we, us or our", "Let's see.", "You see."),
        ("I, me or my", "That was my doing.", "That was it."),
        ("an apology", "I'm sorry.", "A sorrow."),
        ("thanks", "Thank you.", "Thanksgiving."),
        ("'You' at the start", "You've said it.", "Have you?"),
        ("a joining word at the start", "So, no.", "Sorrow."),
        ("silence", "(You wait.)", "You wait."),
        ("an exclamation", "No!", "No."),
        ("three sentences or more", "No. No. No.", "No. No."),
        ("two commas or more", "No, no, no.", "No, no."),
        ("an absolute word", "At least you came.", "At the least of it."),
    ],
)
def test_a_form_shows_or_does_not(form: str, text: str, plain: str) -> None:
    assert FORMS[form](wording(text))
    assert not FORMS[form](wording(plain))


def test_absolute_words_are_named() -> None:
    assert absolutes(wording("You never just ask, or at least not me.")) == ("never", "just", "at least")


def test_an_opening_is_two_words() -> None:
    assert opening(wording("You know, two fines.")) == "you know"


def test_what_is_said_lies_in_the_rarer_words() -> None:
    assert content(("the", "fridges", "you're", "looked", "at")) == {"fridg", "look"}
    assert content(("looking", "looks", "looked")) == {"look"}


def test_an_echo_is_the_share_of_what_is_said_that_was_heard() -> None:
    heard = content(wording("I stood at the fridge for twenty minutes.").words)
    assert isclose(echo(wording("Twenty minutes at a fridge, and nothing called to you."), heard), 3 / 5)
    assert echo(wording("And you?"), heard) == 0


def test_similarity_is_by_letters() -> None:
    one, other = wording("That was two fines in one breath."), wording("That was two fines in a breath.")
    assert similarity(one, other) > 0.9
    assert similarity(one, wording("Good. Where shall we start?")) == 0


def test_words_of_the_trade_are_counted() -> None:
    assert jargon(wording("I want to validate the attachment trauma, and regulate.")) == 4
    assert jargon(wording("I want to hear of the shed.")) == 0


def test_warmth_turns_round_after_a_negation() -> None:
    assert warmth(wording("That was kind, and brave.")) == 2
    assert warmth(wording("That was not kind.")) == -1
    assert warmth(wording("No pain.")) == 1
    assert warmth(wording("That was cruel.")) == -1


@pytest.mark.parametrize(
    ("word", "count"),
    [("you", 1), ("breath", 1), ("little", 2), ("made", 1), ("started", 2), ("looked", 1), ("repeated", 3)],
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_kincaids() -> None:
    # six words, one sentence, six syllables
    assert isclose(grade([wording("You sat there, and I talked.")]), 0.39 * 6 + 11.8 * 1 - 15.59)
    # the words of both, two sentences
    both = [wording("You sat there, and I talked."), wording("Repeated.")]
    assert isclose(grade(both), 0.39 * 7 / 2 + 11.8 * 9 / 7 - 15.59)
    assert grade([]) == 0
