"""Where the focus goes next: in reading order with Tab, in space with the arrows; both wrap round.

It reads a frame's hits and moves nothing itself.
"""

from __future__ import annotations

from game.ui.box import Box
from game.ui.frame import Frame, Hit


def next_stop(frame: Frame, focus: str, step: int) -> str:
    """The stop after (or before) the focus in order; empty when there is none."""
    names = [hit.name for hit in frame.stops()]
    if not names:
        return ""
    if focus not in names:
        return _first(frame, names) if step > 0 else names[-1]
    return names[(names.index(focus) + step) % len(names)]


def beside(frame: Frame, focus: str, side: str) -> str:
    """The nearest stop on one side of the focus; past the end, the farthest on the other side; empty when none."""
    stops = frame.stops()
    here = next((hit for hit in stops if hit.name == focus), None)
    if here is None:
        return _first(frame, [hit.name for hit in stops]) if stops else ""
    others = [hit for hit in stops if hit.name != focus]
    ahead = [hit for hit in others if _ahead(here.box, hit.box, side)]
    if ahead:
        return min(ahead, key=lambda hit: _distance(here.box, hit.box, side)).name
    return _round(here, others, side)


def _first(frame: Frame, names: list[str]) -> str:
    return frame.entry if frame.entry in names else frame.initial if frame.initial in names else names[0]


def _along(box: Box, side: str) -> tuple[float, float]:
    """Where a box begins and ends in the direction of the arrow, growing with it."""
    match side:
        case "right":
            return box.x, box.right
        case "left":
            return -box.right, -box.x
        case "down":
            return box.y, box.bottom
        case _:
            return -box.bottom, -box.y


def _across(box: Box, side: str) -> tuple[float, float]:
    return (box.y, box.bottom) if side in ("left", "right") else (box.x, box.right)


def _ahead(here: Box, there: Box, side: str) -> bool:
    """Beyond this one in the direction, by more than a hair, and for left and right in the same row."""
    begin, end = _along(here, side)
    other, _ = _along(there, side)
    if other < begin + (end - begin) * 0.5:
        return False
    return side in ("up", "down") or _gap(_across(here, side), _across(there, side)) <= 0


def _gap(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Empty px between two spans; negative where they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _distance(here: Box, there: Box, side: str) -> float:
    forward = _along(there, side)[0] - _along(here, side)[1]
    gap = _gap(_across(here, side), _across(there, side))
    middle = abs(sum(_across(here, side)) - sum(_across(there, side))) / 2
    return max(0.0, forward) + (3 * gap if gap > 0 else 0.0) + 0.05 * middle


def _round(here: Hit, others: list[Hit], side: str) -> str:
    """Past the end: the farthest stop behind that stands in the same row or column."""
    level = [hit for hit in others if _gap(_across(here.box, side), _across(hit.box, side)) <= 0]
    behind = [hit for hit in level if _along(hit.box, side)[0] < _along(here.box, side)[0]]
    return min(behind, key=lambda hit: _along(hit.box, side)[0]).name if behind else ""
