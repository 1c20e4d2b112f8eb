"""The room and the client in it: what stands behind and beside the words of a session.

It shows a pose and a share of the session; it knows neither lines nor replies.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from game.portrait.draw import portrait_svg
from game.portrait.furniture import CLOCK, clock
from game.portrait.paint import PAINTS
from game.portrait.person import Person
from game.portrait.pose import DESCRIPTIONS, POSES, Pose, blend
from game.portrait.room import chair_front_svg, room_svg
from game.ui.box import Box
from game.ui.frame import Hit, Part
from game.ui.look import Look
from game.ui.motion import POSE_SPAN, blink, breath, ease, progress
from game.ui.orders import Fill, Order, Picture
from game.ui.theme import CONTRAST_GROUND

TALL = 1080.0
SEAT = 512.0
PORTRAIT = (804.0, 1072.0)
BELOW = 48.0
"""How far the portrait reaches under the window's lower side."""
STEPS = 6
"""Pictures between two poses; more would not be seen in a third of a second."""
FACE = Box(0.14, 0.16, 0.72, 0.558)
"""The head and collar within a whole portrait, where only the face is shown."""
BUST = Box(0.06, 0.12, 0.88, 0.88)
"""The part of a portrait above the elbows, where it stands in a frame."""
ARMS = Box(-420.0, 860.0, 840.0, 220.0)
"""Where the arms of the chair are, from the middle of the seat, in the room's own units."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """The client as they are at one moment: on the way from one pose to the next."""

    person: Person
    name: str
    before: str
    """The pose they come from."""
    pose: str
    since: float
    """When the new pose began, s."""

    def alternative(self) -> str:
        """The picture in words."""
        return f"{self.name} {DESCRIPTIONS.get(self.pose, 'looks ' + self.pose.replace('-', ' '))}."

    def moving(self, look: Look, t: float) -> bool:
        return look.motion == "full" and self.before != self.pose and t - self.since < POSE_SPAN


def room(look: Look, sitting: Sitting, share: float, t: float) -> Part:
    """The whole window: room, client and the arms of the chair over the sleeves; in high contrast a framed picture."""
    if look.theme.name == "contrast":
        return framed(look, _contrast_frame(look), sitting, t, whole=True)
    w, h = look.size
    scale = h / TALL
    back = Picture(look.box, _room(w, h, look.theme.name), slot="room")
    box = _portrait_box(look, scale).moved(0, round(breath(t, look.motion) * 2 * scale))
    text = _portrait(sitting.person, *_moment(sitting, look, t), round(box.w), round(box.h), "")
    client = Picture(box, text, tint=look.theme.portrait_tint, slot="client")
    hit = Hit("client", box.both(look.box), "image", sitting.alternative())
    return Part((back, _clock(look, scale, share), client, _arms(look, scale)), (hit,), look.box)


def framed(look: Look, box: Box, sitting: Sitting, t: float, *, whole: bool = False) -> Part:
    """The client's face (or the whole portrait) in a frame that fills the box."""
    ground = CONTRAST_GROUND if look.theme.name == "contrast" else sitting.person.ground
    crop = BUST if whole else FACE
    whole_size = round(box.w / crop.w), round(box.h / crop.h)
    text = _portrait(sitting.person, *_moment(sitting, look, t), *whole_size, ground)
    radius = look.u(16)
    picture = Picture(box, text, crop=crop, tint=look.theme.portrait_tint, radius=radius, slot="client")
    edge = Fill(box, "", radius, look.theme.edge, max(1.5, look.theme.edge_width * look.unit))
    return Part((picture, edge), (Hit("client", box, "image", sitting.alternative()),), box)


def _contrast_frame(look: Look) -> Box:
    high = look.box.h - look.u(56) - look.u(88)
    return Box(look.u(SEAT) - high * 0.375, look.u(40), high * 0.75, high)


def _portrait_box(look: Look, scale: float) -> Box:
    w, h = PORTRAIT[0] * scale, PORTRAIT[1] * scale
    return Box(SEAT * scale - w / 2, look.box.h + BELOW * scale - h, w, h)


def _arms(look: Look, scale: float) -> Order:
    w, h = look.size
    box = Box((SEAT + ARMS.x) * scale, ARMS.y * scale, ARMS.w * scale, ARMS.h * scale)
    crop = Box(box.x / w, box.y / h, box.w / w, box.h / h)
    return Picture(box, _chair(w, h, look.theme.name), crop=crop)


def _moment(sitting: Sitting, look: Look, t: float) -> tuple[str, str, int, int]:
    """Both poses, how far between them in STEPS, and how far the lids are down in halves."""
    lids = round(blink(t, look.motion) * 2)
    if look.motion != "full":
        return sitting.pose, sitting.pose, STEPS, lids
    step = round(ease(progress(t, sitting.since, POSE_SPAN)) * STEPS)
    before = sitting.pose if step == STEPS else sitting.before
    pose = sitting.before if step == 0 else sitting.pose
    return before, pose, step if before != pose else STEPS, lids  # at rest always the same words for the same face


@lru_cache(maxsize=64)
def _portrait(
    person: Person, before: str, pose: str, step: int, lids: int, width: int, height: int, ground: str
) -> str:
    at = blend(_named(before), _named(pose), step / STEPS)
    at = replace(at, lid=at.lid * (1 - lids / 2))
    return portrait_svg(person, at, size=(width, height), ground=ground or None)


def _named(pose: str) -> Pose:
    return POSES.get(pose, POSES["neutral"])


def _clock(look: Look, scale: float, share: float) -> Order:
    """The clock at its present hour, over the room's own: a decision must not cost a new picture of the whole room."""
    x, y, r = CLOCK
    side = 2 * (r + 6)
    box = Box((x - side / 2) * scale, (y - side / 2) * scale, side * scale, side * scale)
    return Picture(box, _clock_face(look.theme.name, round(share, 2)), slot="clock")


@lru_cache(maxsize=32)
def _clock_face(theme: str, share: float) -> str:
    x, y, r = CLOCK
    at = f"{x - r - 6} {y - r - 6} {2 * (r + 6)} {2 * (r + 6)}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120" viewBox="{at}">'
    return f"{head}{clock(PAINTS[theme], share)}</svg>"


@lru_cache(maxsize=4)
def _room(width: int, height: int, theme: str) -> str:
    return room_svg(width, height, theme=theme, seat_x=SEAT)


@lru_cache(maxsize=4)
def _chair(width: int, height: int, theme: str) -> str:
    return chair_front_svg(width, height, theme=theme, seat_x=SEAT)
