"""What has the focus can always be seen whole, on every screen in the smallest window with the largest text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.app.pilot import Pilot
from game.ui.attention import FOOT, Attention, attend
from game.ui.box import Box
from game.ui.events import Activate, Key, Point
from game.ui.frame import Frame, Hit
from game.ui.orders import ClipBegin, ClipEnd, Fill
from game.ui.scanning import order
from tests.stage import SCREENS, pilots

SMALL = (1024, 600)
TOUCHES = 0.5


def standing(screen: str, scan: float = 0.0) -> Pilot:
    pilot = pilots()[screen]
    pilot.app.attention = Attention()
    pilot.app.look = replace(pilot.app.look, size=SMALL, text_scale=2.0, scan=scan)
    return pilot


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    for pilot in pilots().values():
        pilot.app.look = replace(pilot.app.look, scan=0.0)
        pilot.app.attention = Attention()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("key", ["Tab", *(pytest.param(key, marks=pytest.mark.slow) for key in ("Shift+Tab", "Down"))])
def test_what_has_the_focus_is_seen_whole(screen: str, key: str) -> None:
    pilot = standing(screen)
    for _ in range(len(pilot.frame.stops()) + 1):
        before = pilot.app.focus
        pilot.app.attention, _ = attend(pilot.app.attention, _key(key), pilot.frame, pilot.app.look.keymap)
        frame = pilot.frame
        hit = frame.hit(pilot.app.focus)
        if hit is not None and hit.role != "field" and pilot.app.focus != before:  # an arrow may also scroll
            assert [*_hidden(frame, hit), *_ring(frame, hit, pilot.app.look.theme.focus)] == []


def _key(name: str) -> Key:
    return Key(name)


def _hidden(frame: Frame, hit: Hit) -> Iterator[str]:
    """Where a hit is not seen whole: outside its region or the window, or under something that is drawn over it."""
    window = Box(0, 0, *map(float, frame.size))
    if not hit.box.inside(window, slack=1.0):
        yield f"{hit.name} sticks out of the window: {hit.box}"
    region = frame.region(hit.region) if hit.region else None
    if region is not None and not _within(hit.box, region.box):
        yield f"{hit.name} sticks out of its region: {hit.box} in {region.box}"
    if region is not None:
        for other in frame.hits:
            if other.name.startswith(FOOT) and other.box.both(hit.box).h > TOUCHES:
                yield f"{hit.name} lies under the footer's {other.name}"


def _within(box: Box, region: Box) -> bool:
    """Whole, or, where it is higher than its region, from its beginning."""
    if box.h > region.h:
        return abs(box.y - region.y) < 1.0
    return box.y >= region.y - TOUCHES and box.bottom <= region.bottom + TOUCHES


def _ring(frame: Frame, hit: Hit, colour: str) -> Iterator[str]:
    """Where a hit has no ring, or something is drawn over it after its ring."""
    fills = list(_fills(frame))
    near = [at for at, (one, seen) in enumerate(fills) if one.edge == colour and _rings(one, seen, hit)]
    if not near:
        yield f"{hit.name} has no ring"
        return
    for one, seen in fills[near[-1] + 1 :]:
        if one.colour and _covers(seen, hit.box):
            yield f"{hit.name} is covered by {one}"


def _rings(one: Fill, seen: Box, hit: Hit) -> bool:
    """Whether an edge stands round this hit, not round another or inside it."""
    near = max(abs(one.box.w - hit.box.w), abs(one.box.h - hit.box.h)) < 40
    return near and not one.colour and seen.both(hit.box).h > 0


def _fills(frame: Frame) -> Iterator[tuple[Fill, Box]]:
    """Every rectangle with what can be seen of it, in the order in which they are drawn."""
    clips = [Box(0, 0, *map(float, frame.size))]
    for one in frame.orders:
        match one:
            case ClipBegin(box):
                clips.append(clips[-1].both(box))
            case ClipEnd():
                clips.pop()
            case Fill():
                yield one, one.box.both(clips[-1])


def _covers(one: Box, other: Box) -> bool:
    shared = one.both(other)
    return shared.w > 4 and shared.h > 4


@pytest.mark.parametrize("screen", SCREENS)
def test_one_switch_comes_to_everything_that_can_be_pressed(screen: str) -> None:
    pilot = standing(screen, scan=1.0)
    frame = pilot.frame
    names = {name.removeprefix(FOOT) for name in order(frame)}
    assert {hit.name.removeprefix(FOOT) for hit in frame.hits if hit.active} - names == set()
    for name in (name for name in order(frame) if name.startswith((FOOT, "scan/"))):
        pilot.app.attention = pilot.app.attention.focused(pilot.frame, name)
        seen = pilot.frame.hit(name)
        assert seen is not None
        assert list(_hidden(pilot.frame, seen)) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_only_letting_go_on_the_same_thing_presses_it(screen: str) -> None:
    """Pressed and moved off: nothing, on every screen, for everything that can be pressed."""
    pilot = pilots()[screen]
    pilot.app.look = replace(pilot.app.look, size=(1280, 720), text_scale=1.0)
    frame, keymap = pilot.frame, pilot.app.look.keymap
    for hit in (hit for hit in frame.hits if hit.active and hit.role != "field"):
        at = hit.box.cx, hit.box.cy
        if frame.at(*at) is not hit:
            continue
        held, act = attend(Attention(), Point(*at, "down"), frame, keymap)
        assert act is None
        assert attend(held, Point(*at, "up"), frame, keymap)[1] == Activate(hit.name.removeprefix(FOOT))
        away, act = attend(held, Point(-9, -9, "move"), frame, keymap)
        assert act is None
        assert attend(away, Point(-9, -9, "up"), frame, keymap)[1] is None


@pytest.mark.parametrize(
    "view",
    [pytest.param(((1280, 720), 1.0), id="1280x720", marks=pytest.mark.slow), pytest.param((SMALL, 2.0), id="200")],
)
@pytest.mark.parametrize("screen", [name for name in SCREENS if name != "remap-new"])
def test_the_cross_of_a_gamepad_comes_to_everything(screen: str, view: tuple[tuple[int, int], float]) -> None:
    """From wherever the first step lands, by the cross alone; the one button then presses it."""
    pilot = standing(screen)
    pilot.app.look = replace(pilot.app.look, size=view[0], text_scale=view[1])
    come, ahead = {""}, [pilot.app.attention]
    while ahead:
        here = pilot.app.attention = ahead.pop()
        frame = pilot.frame
        for side in ("up", "down", "left", "right"):
            there, act = attend(here, Key(f"Pad {side}"), frame, pilot.app.look.keymap)
            if act is None and there.focus not in come:
                come.add(there.focus)
                ahead.append(there)
    assert {hit.name for hit in pilot.frame.stops()} - come == set()
