"""Looks at painted pixels as eyes do: what a word stands on, what two pictures differ in, what a dichromat sees.

It measures; what is enough is for the tests to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import pygame

from game.ui.frame import Frame
from game.ui.orders import Text, bounds
from game.ui.painter import Painter
from tests.stage import fonts

Eyes = Literal["usual", "protanopia", "deuteranopia", "tritanopia"]
ALL_EYES: tuple[Eyes, ...] = ("usual", "protanopia", "deuteranopia", "tritanopia")

MATRICES: dict[Eyes, tuple[tuple[float, float, float], ...]] = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Linear RGB to what is seen, severity 1.0: Machado, Oliveira and Fernandes (2009), A physiologically-based model for
simulation of color vision deficiency, IEEE Transactions on Visualization and Computer Graphics 15(6), table 1."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One piece of text as painted: its ink, and every colour that touches its letters."""

    text: Text
    ink: int
    grounds: frozenset[int]

    def worst(self, eyes: Eyes = "usual") -> float:
        """The least contrast 1..21 between the ink and what it stands on."""
        return min(ratio(self.ink, ground, eyes) for ground in self.grounds)


@cache
def painter() -> Painter:
    """The real painter, with every picture finished before it is drawn."""
    if not pygame.display.get_init():
        pygame.display.init()
    return Painter(fonts(), patient=True)


def painted(frame: Frame) -> pygame.Surface:
    """The whole frame in pixels."""
    surface = pygame.Surface(frame.size, depth=32)
    painter().forget()
    painter().paint(frame, surface)
    return surface


def standings(frame: Frame) -> Iterator[Standing]:
    """Every text that can be read in the picture; what lies under a veil or another panel is no longer read."""
    whole, surface = painted(frame), pygame.Surface(frame.size, depth=32)
    painter().forget()
    for number, order in enumerate(frame.orders):
        if not isinstance(order, Text):
            continue
        box = bounds(order)
        area = pygame.Rect(int(box.x), int(box.y), int(box.w) + 2, int(box.h) + 2).clip(surface.get_rect())
        if not area.w or not area.h:
            continue
        painter().paint(replace(frame, orders=frame.orders[:number]), surface)
        before = surface.subsurface(area).copy()
        painter().paint(replace(frame, orders=frame.orders[: number + 1]), surface)
        after = surface.subsurface(area)
        letters = unlike(before, after)
        hidden = letters.overlap_area(unlike(after, whole.subsurface(area)), (0, 0))
        if letters.count() and hidden < letters.count() / 2:
            yield Standing(order, number_of(order.colour), colours(before, around(letters)))


def unlike(one: pygame.Surface, other: pygame.Surface) -> pygame.Mask:
    """Where two pictures of one size differ."""
    same = pygame.mask.from_threshold(one, (0, 0, 0), (1, 1, 1, 255), other)
    same.invert()
    return same


def around(mask: pygame.Mask) -> pygame.Mask:
    """The mask and the px beside it."""
    wider = mask.copy()
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            wider.draw(mask, (dx, dy))
    return wider


def colours(surface: pygame.Surface, mask: pygame.Mask) -> frozenset[int]:
    """The colours under a mask, as 0xRRGGBB."""
    nowhere = (1 << 24) - 1
    shown = mask.to_surface(setsurface=_opaque(surface), unsetcolor=(0, 0, 0, 0))
    seen = set(memoryview(pygame.image.tobytes(shown, "BGRA")).cast("I"))
    return frozenset(colour & nowhere for colour in seen if colour >> 24)


def _opaque(surface: pygame.Surface) -> pygame.Surface:
    made = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    made.fill((0, 0, 0, 255))
    made.blit(surface, (0, 0))
    return made


@cache
def number_of(colour: str) -> int:
    """`#RRGGBB` as a number."""
    return int(colour[1:], 16)


def ratio(one: int, other: int, eyes: Eyes = "usual") -> float:
    """Contrast 1..21 of two colours (WCAG 2.2) for these eyes."""
    bright, dim = sorted((lightness(one, eyes), lightness(other, eyes)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@cache
def lightness(colour: int, eyes: Eyes = "usual") -> float:
    """Relative luminance 0..1 of what these eyes see of a colour."""
    linear = [_linear((colour >> shift & 255) / 255) for shift in (16, 8, 0)]
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in MATRICES[eyes]]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def differing(one: pygame.Surface, other: pygame.Surface, least: float, eyes: Eyes = "usual") -> int:
    """How many px of two pictures of one size differ in lightness by a contrast of `least` or more."""
    rects = unlike(one, other).get_bounding_rects()
    if not rects:
        return 0
    area = rects[0].unionall(rects[1:])
    pairs = zip(_pixels(one.subsurface(area)), _pixels(other.subsurface(area)), strict=True)
    return sum(1 for a, b in pairs if a != b and ratio(a, b, eyes) >= least)


def _pixels(surface: pygame.Surface) -> memoryview:
    return memoryview(pygame.image.tobytes(_opaque(surface), "BGRA")).cast("I")
