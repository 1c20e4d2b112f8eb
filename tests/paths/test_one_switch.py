"""One switch and a hand-moved clock reach everything: a whole session, the settings, and the end of every text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.app.pilot import Pilot
from game.ui.events import Event, Key, Point, Touch
from game.ui.look import Look
from game.ui.scanning import PAGE, REST, order

ID = "whatever-you-think-is-best"
EVERY = 1.5
SWITCHES: dict[str, tuple[Event, ...]] = {
    "space": (Key("Space", " "),),
    "gamepad": (Key("Pad 9"),),
    "pointer": (Point(3, 3, "down"), Point(3, 3, "up")),
    "finger": (Touch(3, 3, "down"), Touch(40, 200, "move"), Touch(40, 200, "up")),
}


def scanning(switch: str = "space", **more: object) -> tuple[Pilot, tuple[Event, ...]]:
    return Pilot.start(look=replace(Look(), motion="none", scan=EVERY), **more), SWITCHES[switch]  # type: ignore[arg-type]


def ring_on(pilot: Pilot, name: str) -> None:
    """Let time pass until the ring is on a stop."""
    for _ in range(len(order(pilot.frame)) + 1):
        if pilot.app.focus == name:
            return
        pilot.wait(EVERY)
        assert pilot.frame
    pytest.fail(f"the ring never comes to {name}; it goes round {order(pilot.frame)}")


def take(pilot: Pilot, switch: tuple[Event, ...], name: str) -> None:
    ring_on(pilot, name)
    for event in switch:
        pilot.feed(event)


def wanted(pilot: Pilot) -> str:
    """The next thing to press on the way to the end."""
    names = order(pilot.frame)
    return next(
        name for name in (f"open/{ID}", "begin", "foot/go-on", "skip", "reply/1", "reply/0", "finish") if name in names
    )


@pytest.mark.parametrize("switch", SWITCHES)
def test_whatever_the_switch_is_it_presses_what_has_the_ring_wherever_it_points(switch: str) -> None:
    pilot, presses = scanning(switch)
    take(pilot, presses, "go/about")
    assert pilot.app.place == "about"
    take(pilot, presses, "go/library")
    assert pilot.app.place == "library"


@pytest.mark.parametrize(
    "switch", ["space", *(pytest.param(name, marks=pytest.mark.slow) for name in SWITCHES if name != "space")]
)
def test_a_whole_session_with_one_switch(switch: str) -> None:
    pilot, presses = scanning(switch)
    for _ in range(400):
        take(pilot, presses, wanted(pilot))
        if pilot.app.run and pilot.app.run.ending and pilot.frame.hit("rate/empathy/4"):
            break
    assert pilot.run.ending
    take(pilot, presses, "rate/empathy/4")
    take(pilot, presses, "continue")
    assert pilot.app.place == "debrief"
    take(pilot, presses, "done")
    assert pilot.app.place == "library"


def test_the_ring_moves_when_its_time_has_come_and_the_frame_says_when() -> None:
    pilot, _ = scanning()
    first = pilot.app.focus or (pilot.frame, pilot.app.focus)[1]
    assert pilot.frame.wake == EVERY
    pilot.wait(EVERY - 0.01)
    assert (pilot.frame, pilot.app.focus)[1] == first
    pilot.wait(0.02)
    assert (pilot.frame, pilot.app.focus)[1] != first
    assert pilot.frame.wake == pytest.approx(pilot.t + EVERY)
    assert pilot.frame.pace == "still"


def test_a_window_that_was_asleep_for_long_skips_no_stop() -> None:
    pilot, _ = scanning()
    names = order(pilot.frame)
    for stop in [*names[names.index(pilot.app.focus) + 1 :], *names][: len(names)]:
        pilot.wait(50 * EVERY)
        assert (pilot.frame, pilot.app.focus)[1] == stop


def test_at_the_end_of_a_round_one_can_rest_as_long_as_one_likes() -> None:
    pilot, switch = scanning()
    take(pilot, switch, REST)
    assert pilot.frame.wake is None
    pilot.expect("Resting, press to go on")
    pilot.wait(3600)
    assert (pilot.frame, pilot.app.focus)[1] == REST
    pilot.feed(switch[0])
    pilot.wait(EVERY)
    assert (pilot.frame, pilot.app.focus)[1] == order(pilot.frame)[0]


def test_scanning_is_turned_off_with_the_switch() -> None:
    pilot, switch = scanning()
    take(pilot, switch, "go/settings")
    take(pilot, switch, "set/scan/off")
    assert pilot.app.look.scan == 0
    assert pilot.frame.wake is None
    assert pilot.frame.hit(REST) is None


def test_a_long_text_is_read_to_its_end_and_from_its_beginning_again() -> None:
    pilot, switch = scanning(size=(1024, 600))
    take(pilot, switch, "go/about")
    seen = []
    for _ in range(30):
        take(pilot, switch, f"{PAGE}main")
        region = pilot.frame.region("main")
        assert region is not None
        seen.append(region.offset)
        if region.offset == 0:
            break
    assert max(seen) == pytest.approx(region.limit)
    assert seen[-1] == 0


def test_keys_and_a_screen_reader_go_on_as_ever_and_the_ring_follows() -> None:
    pilot, _ = scanning()
    assert pilot.frame
    pilot.press("Tab", "Tab")
    here = (pilot.frame, pilot.app.focus)[1]
    pilot.wait(EVERY - 0.1)
    assert (pilot.frame, pilot.app.focus)[1] == here
    pilot.press("Esc")
    assert pilot.app.closed


def test_in_a_field_the_ring_rests_and_one_can_write() -> None:
    pilot, switch = scanning()
    pilot.app.options = replace(pilot.app.options, write_first=True, notice=False)
    for _ in range(100):
        if pilot.frame.hit("draft"):
            break
        take(pilot, switch, wanted(pilot))
    field = next(hit.name for hit in pilot.frame.hits if hit.role == "field")
    take(pilot, switch, field)
    pilot.type("it is hard")
    pilot.wait(99)
    assert pilot.hit(field).value == "it is hard"
    assert pilot.app.focus == field
    pilot.press("Enter")
    pilot.wait(EVERY)
    assert (pilot.frame, pilot.app.focus)[1] != field
