"""Draws a Frame on a surface, and only the parts that changed since the last one.

It decides nothing about what is shown; every number it uses is in the orders.
"""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import assert_never

import pygame

from game.ui.box import Box
from game.ui.fonts import BASELINE, Fonts
from game.ui.frame import Frame
from game.ui.orders import (
    Arc,
    ClipBegin,
    ClipEnd,
    Ellipse,
    Fill,
    Hatch,
    Order,
    Picture,
    Polygon,
    Ribbon,
    Stroke,
    Text,
    Wash,
    bounds,
)
from game.ui.raster import DROP, Raster
from game.ui.shapes import drawn

STRIP = 64
"""Rows that are veiled at once."""


class Painter:
    """Carries out drawing orders. Keep one per window: it remembers what it made and what it drew last."""

    def __init__(self, fonts: Path | Fonts, *, patient: bool = False) -> None:
        self.fonts = fonts if isinstance(fonts, Fonts) else Fonts(fonts)
        self.raster = Raster(patient)
        self._last: tuple[Order, ...] | None = None
        self._target: pygame.Surface | None = None
        self._late: set[Order] = set()

    @property
    def complaints(self) -> tuple[str, ...]:
        """Clear sentences about what could not be drawn as meant; empty when all is well."""
        return (self.fonts.complaint,) if self.fonts.complaint else ()

    @property
    def busy(self) -> bool:
        """Whether a picture is still being made; `due` tells when to paint again."""
        return self.raster.busy

    def due(self) -> bool:
        """Whether a picture was finished since the last paint, so that the same frame should be painted again."""
        return self.raster.collect()

    def forget(self) -> None:
        """Draw everything anew the next time (the window was covered or changed)."""
        self._last = None

    def paint(self, frame: Frame, target: pygame.Surface) -> list[pygame.Rect]:
        """Draw the frame; returns the rectangles that changed, none when nothing did."""
        fresh = self._last is None or self._target is not target
        if fresh:
            self.raster.fit(*target.get_size())
        dirty = [target.get_rect()] if fresh else _merged(self._changed(frame.orders), target.get_rect())
        self._last, self._target = frame.orders, target
        self._late = set()
        reach = [(order, bounds(order)) for order in frame.orders] if dirty else []
        for rect in dirty:
            self._draw_within(reach, target, rect)
        target.set_clip(None)
        return dirty

    def save(self, frame: Frame, path: Path) -> None:
        """The frame as a PNG file of its own size."""
        surface = pygame.Surface(frame.size)
        self.forget()
        self.paint(frame, surface)
        pygame.image.save(surface, path)

    def _changed(self, orders: tuple[Order, ...]) -> list[Box]:
        """Where the orders differ from the last ones, or were drawn with a stand-in."""
        late = [bounds(order) for order in self._late if order in orders]
        before = self._last or ()
        if before is orders or before == orders:
            return late
        return late + [_reach(order) for pair in _differing(before, orders) for order in pair if order is not None]

    def _draw_within(self, reach: list[tuple[Order, Box]], target: pygame.Surface, rect: pygame.Rect) -> None:
        area = Box(rect.x, rect.y, rect.w, rect.h)
        clips = [rect]
        target.set_clip(rect)
        for order, box in reach:
            if isinstance(order, ClipBegin):
                clips.append(clips[-1].clip(_rect(order.box)))
                target.set_clip(clips[-1])
            elif isinstance(order, ClipEnd):
                clips.pop()
                target.set_clip(clips[-1])
            elif box.meets(area) and clips[-1].w and clips[-1].h:
                self._draw(order, target)

    def _draw(self, order: Order, target: pygame.Surface) -> None:
        match order:
            case Fill():
                self._fill(order, target)
            case Wash():
                self._wash(order, target)
            case Text():
                self._text(order, target)
            case Picture():
                self._picture(order, target)
            case Stroke() | Polygon() | Ribbon() | Arc() | Ellipse() | Hatch():
                made = drawn(order)
                target.blit(self.raster.piece(made.svg, made.w, made.h), (made.x, made.y))
            case ClipBegin() | ClipEnd():
                pass
            case _:
                assert_never(order)

    # -- Text and pictures -------------------------------------------------------------------------------------------
    def _text(self, order: Text, target: pygame.Surface) -> None:
        rise = self.fonts.rise(order.font, order.size)
        for number, line in enumerate(order.lines):
            if not line.strip():
                continue
            made = self.fonts.line(line, order.font, order.size, order.colour)
            loose = order.box.w - made.get_width()
            shift = {"left": 0.0, "centre": loose / 2, "right": loose}[order.align]
            base = order.box.y + order.leading * (number + 0.5) + order.size * BASELINE
            if order.alpha < 255:
                made = made.copy()
                made.set_alpha(order.alpha)
            target.blit(made, (round(order.box.x + shift), round(base - rise)))

    def _picture(self, order: Picture, target: pygame.Surface) -> None:
        kept, final = self.raster.picture(order)
        if not final:
            self._late.add(order)
        made, place = kept.surface, (round(order.box.x) + kept.x, round(order.box.y) + kept.y)
        if order.alpha >= 255:
            target.blit(made, place)
            return
        faded = made.copy()  # an alpha set on the kept surface would make every later blit of it slow
        faded.set_alpha(order.alpha)
        target.blit(faded, place)

    def _wash(self, order: Wash, target: pygame.Surface) -> None:
        rect = _rect(order.box)
        seen = rect.clip(target.get_clip())
        if not seen.w or not seen.h:
            return
        strip = self.raster.wash(order.start, order.end, rect.h if order.down else rect.w, order.down)
        size = (seen.w, rect.h) if order.down else (rect.w, seen.h)
        target.blit(pygame.transform.scale(strip, size), (seen.x, rect.y) if order.down else (rect.x, seen.y))

    # -- Panels ------------------------------------------------------------------------------------------------------
    def _fill(self, order: Fill, target: pygame.Surface) -> None:
        rect = _rect(order.box)
        if not rect.w or not rect.h:
            return
        if order.shadow:
            self._shadow(order, target, rect)
        if not order.radius and not order.edge and order.colour:
            _plain(order, target, rect)
            return
        corner = _corner(order)
        if rect.w <= 2 * corner + 8 or rect.h <= 2 * corner + 8:
            target.blit(self.raster.corner_piece(order, rect.w, rect.h), rect.topleft)
            return
        side = 2 * corner + 1
        tile = self.raster.corner_piece(order, side, side)
        key = (order.colour, order.radius, order.edge, order.edge_width, order.alpha)
        self._sliced(tile, corner, rect, target, key)
        if order.colour:
            _plain(order, target, rect.inflate(-2 * corner, -2 * corner))

    def _shadow(self, order: Fill, target: pygame.Surface, rect: pygame.Rect) -> None:
        radius = order.radius if isinstance(order.radius, (int, float)) else max(order.radius)
        radius = min(radius, rect.w / 2, rect.h / 2)
        tile, corner = self.raster.shadow_tile(radius, order.shadow_unit, order.shadow_colour, order.shadow)
        reach = corner - round(radius) - 2
        around = rect.inflate(2 * reach, 2 * reach).move(0, round(DROP * 0.6 * order.shadow_unit))
        if around.w > 2 * corner and around.h > 2 * corner:
            self._sliced(tile, corner, around, target, ("shadow", tile.get_width(), order.shadow_colour, order.shadow))
        else:
            target.blit(pygame.transform.smoothscale(tile, around.size), around.topleft)

    def _sliced(self, tile: pygame.Surface, c: int, rect: pygame.Rect, target: pygame.Surface, key: object) -> None:
        """Corners as they are, sides stretched; the middle is left to the caller."""
        side, w, h = tile.get_width(), rect.w - 2 * c, rect.h - 2 * c
        far = side - c
        for sx, x in ((0, rect.x), (far, rect.right - c)):
            for sy, y in ((0, rect.y), (far, rect.bottom - c)):
                target.blit(tile, (x, y), (sx, sy, c, c))
            strip = self.raster.stretched(tile, pygame.Rect(sx, c, c, 1), c, h, key)
            target.blit(strip, (x, rect.y + c))
        for sy, y in ((0, rect.y), (far, rect.bottom - c)):
            strip = self.raster.stretched(tile, pygame.Rect(c, sy, 1, c), w, c, key)
            target.blit(strip, (rect.x + c, y))


def _rect(box: Box) -> pygame.Rect:
    x, y = round(box.x), round(box.y)
    return pygame.Rect(x, y, max(0, round(box.right) - x), max(0, round(box.bottom) - y))


def _plain(order: Fill, target: pygame.Surface, rect: pygame.Rect) -> None:
    if order.alpha >= 255:
        target.fill(order.colour, rect)
        return
    seen = rect.clip(target.get_clip())
    if not seen.w or not seen.h:
        return
    strip = pygame.Surface((seen.w, min(seen.h, STRIP)))  # a veil over a whole window would need its size again
    strip.fill(order.colour)
    strip.set_alpha(order.alpha)
    for y in range(seen.top, seen.bottom, STRIP):
        target.blit(strip, (seen.x, y), (0, 0, seen.w, min(STRIP, seen.bottom - y)))


def _corner(order: Fill) -> int:
    radius = order.radius if isinstance(order.radius, (int, float)) else max(order.radius)
    return int(max(radius, order.edge_width)) + 2


def _reach(order: Order) -> Box:
    return order.box if isinstance(order, ClipBegin) else bounds(order)


def _differing(before: tuple[Order, ...], after: tuple[Order, ...]) -> list[tuple[Order | None, Order | None]]:
    """Pairs that differ; of lists of unlike length, what is left without the same beginning and the same end."""
    if len(before) == len(after):
        return [(a, b) for a, b in zip(before, after, strict=True) if a is not b and a != b]
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return list(zip_longest(before[start : len(before) - end], after[start : len(after) - end]))


def _merged(boxes: list[Box], whole: pygame.Rect) -> list[pygame.Rect]:
    """The same area in a few rectangles that do not overlap."""
    rects: list[pygame.Rect] = []
    for box in boxes:
        rect = pygame.Rect(int(box.x) - 1, int(box.y) - 1, int(box.w) + 3, int(box.h) + 3).clip(whole)
        if rect.w and rect.h:
            rects = _joined(rects, rect)
    return [rects[0].unionall(rects[1:])] if len(rects) > 6 else rects


def _joined(rects: list[pygame.Rect], rect: pygame.Rect) -> list[pygame.Rect]:
    while True:
        hit = rect.collidelist(rects)
        if hit < 0:
            return [*rects, rect]
        rect = rect.union(rects[hit])
        rects = rects[:hit] + rects[hit + 1 :]
