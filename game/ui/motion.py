"""Movement as pure functions of time: easing, typed text, breathing, blinking.

No clock is read here; t and all spans are seconds, given by the caller.
"""

from __future__ import annotations

import math
from typing import Literal

Motion = Literal["none", "reduced", "full"]
"""none: everything cuts; reduced: text appears whole and nothing moves by itself, but poses still blend; full."""

POSE_SPAN = 0.35
LETTERS_PER_SECOND = 42.0
BREATH_SPAN = 4.0
BLINK_SPAN = 0.16
LIVING_STEP = 1 / 12


def ease(share: float) -> float:
    """0..1 -> 0..1, slow at both ends."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def progress(t: float, start: float, span: float) -> float:
    """How far a movement is at time t: 0 before, 1 after; 1 at once without a span."""
    return min(1.0, max(0.0, (t - start) / span)) if span > 0 else 1.0


def typed(text: str, elapsed: float, motion: Motion = "full") -> int:
    """How many letters stand there after `elapsed` s, at reading speed, with a breath after each sentence."""
    if motion != "full":
        return len(text)
    spent = 0.0
    for count, letter in enumerate(text):
        spent += _weight(letter) / LETTERS_PER_SECOND
        if spent > elapsed:
            return count
    return len(text)


def typing_time(text: str, motion: Motion = "full") -> float:
    """Seconds until the whole text stands there."""
    return sum(map(_weight, text)) / LETTERS_PER_SECOND if motion == "full" else 0.0


def _weight(letter: str) -> float:
    return 9.0 if letter in ".!?…" else 4.0 if letter in ",;:—–" else 1.0


def breath(t: float, motion: Motion = "full") -> float:
    """-1..1, a sine of four seconds, in steps of the living pace; 0 unless motion is full."""
    if motion != "full":
        return 0.0
    return math.sin(2 * math.pi * math.floor(t / LIVING_STEP) * LIVING_STEP / BREATH_SPAN)


def blink(t: float, motion: Motion = "full") -> float:
    """How far the lids are closed, 0..1: a blink about every four seconds, at uneven but fixed moments."""
    if motion != "full":
        return 0.0
    since = t - _blink_before(t)
    return 0.0 if since >= BLINK_SPAN else math.sin(math.pi * since / BLINK_SPAN)


def _blink_before(t: float) -> float:
    """The moment of the latest blink: one in each window of 4.2 s, shifted by a fixed pattern."""
    window = math.floor(t / 4.2)
    start = window * 4.2 + (window * 0.618034 % 1) * 3.0
    return start if start <= t else (window - 1) * 4.2 + ((window - 1) * 0.618034 % 1) * 3.0
