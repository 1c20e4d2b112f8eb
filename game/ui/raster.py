"""SVG text, panels and shadows as surfaces, kept within a number of bytes; large pictures are made on a worker thread.

It decides nothing about where they go: that is `painter`.
"""

from __future__ import annotations

import io
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import pygame

from game.ui.box import Box
from game.ui.cache import ByteCache
from game.ui.orders import Fill, Picture
from game.ui.shapes import panel_svg, rounded, svg

PICTURE_BYTES = 20_000_000
PIECE_BYTES = 6_000_000
LARGE = 300_000
"""px from which a picture is worth a look for empty sides and missing alpha."""
BLUR, DROP = 22.0, 10.0
NEAR_BLUR = 6.0

PictureKey = tuple[str, int, int, tuple[float, float, float, float] | None, str, object]


def load(text: str, w: int, h: int) -> pygame.Surface:
    """SVG text as a surface of exactly w x h px, its proportions kept. Raises pygame.error when it cannot be read."""
    made = pygame.image.load_sized_svg(io.BytesIO(text.encode()), (max(1, w), max(1, h)))
    if made.get_size() == (w, h):
        return made
    whole = pygame.Surface((max(1, w), max(1, h)), pygame.SRCALPHA)
    whole.blit(made, ((w - made.get_width()) // 2, (h - made.get_height()) // 2))
    return whole


def key_of(order: Picture) -> PictureKey:
    """What makes two pictures the same pixels, wherever they stand."""
    crop = order.crop
    cut = (crop.x, crop.y, crop.w, crop.h) if crop else None
    return order.svg, max(1, round(order.box.w)), max(1, round(order.box.h)), cut, order.tint, order.radius


def make(key: PictureKey) -> pygame.Surface:
    """The pixels of a picture. Touches no window: safe on a worker thread."""
    text, w, h, crop, tint, radius = key
    if crop is None:
        made = load(text, w, h)
    else:
        x, y, cw, ch = crop
        whole = load(text, round(w / cw), round(h / ch))
        made = pygame.Surface((w, h), pygame.SRCALPHA)
        made.blit(whole, (-round(x * whole.get_width()), -round(y * whole.get_height())))
    if tint:
        made.fill(pygame.Color(tint), special_flags=pygame.BLEND_RGB_MULT)
    if radius:
        mask = load(svg(w, h, f'<path d="{rounded(w, h, radius)}" fill="#ffffff"/>'), w, h)  # type: ignore[arg-type]
        made.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return made


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture without its empty sides: the surface, and how far in from the corner it begins, px."""

    surface: pygame.Surface
    x: int = 0
    y: int = 0


class Raster:
    """Made surfaces. With `patient`, each picture is finished before it is drawn (for tests and documents)."""

    def __init__(self, patient: bool = False) -> None:
        self.patient = patient
        self.pictures: ByteCache[Kept] = ByteCache(PICTURE_BYTES)
        self.pieces: ByteCache[pygame.Surface] = ByteCache(PIECE_BYTES)
        self._worker: ThreadPoolExecutor | None = None
        self._jobs: dict[str, tuple[PictureKey, Future[pygame.Surface]]] = {}
        self._latest: dict[str, PictureKey] = {}

    def fit(self, width: int, height: int) -> None:
        """Allow the room that a window of this size needs: its own px, and a dozen faces in it."""
        self.pictures.limit = max(PICTURE_BYTES, round(width * height * 4 * 2.6))

    # -- Pictures --------------------------------------------------------------------------------------------------
    def picture(self, order: Picture) -> tuple[Kept, bool]:
        """What to draw, and whether it is the one asked for (else the one before it, of the same slot)."""
        key = key_of(order)
        found = self.pictures.get(key)
        if found is not None:
            self._remember(order.slot, key)
            return found, True
        before = self._before(order.slot, key)
        if before is None or self.patient:
            made = self._keep(key, make(key))
            self._remember(order.slot, key)
            return made, True
        self._ask(order.slot, key)
        return before, False

    def _remember(self, slot: str, key: PictureKey) -> None:
        if slot:
            self._latest[slot] = key

    def _before(self, slot: str, key: PictureKey) -> Kept | None:
        latest = self._latest.get(slot) if slot else None
        return self.pictures.get(latest) if latest and latest[1:3] == key[1:3] else None

    def _ask(self, slot: str, key: PictureKey) -> None:
        """Start making a picture, unless one of this slot is being made: the next paint asks for what is due then."""
        if slot not in self._jobs:
            self._worker = self._worker or ThreadPoolExecutor(1, "raster")
            self._jobs[slot] = (key, self._worker.submit(make, key))

    def collect(self) -> bool:
        """Take in what the worker has finished; whether there was anything."""
        done = [slot for slot, (_, job) in self._jobs.items() if job.done()]
        for slot in done:
            key, job = self._jobs.pop(slot)
            self._keep(key, job.result())
            self._latest[slot] = key
        return bool(done)

    @property
    def busy(self) -> bool:
        """Whether the worker still makes something."""
        return bool(self._jobs)

    def _keep(self, key: PictureKey, made: pygame.Surface) -> Kept:
        kept = _trimmed(made)
        return self.pictures.put(key, kept, kept.surface.get_width() * kept.surface.get_height() * 4)

    # -- Pieces ----------------------------------------------------------------------------------------------------
    def piece(self, text: str, w: int, h: int) -> pygame.Surface:
        """A small drawing from SVG text."""
        key = (text, w, h)
        found = self.pieces.get(key)
        return found if found is not None else self.pieces.put(key, _quick(load(text, w, h)), w * h * 4)

    def corner_piece(self, order: Fill, w: int, h: int) -> pygame.Surface:
        """A panel of w x h px: the whole, or the tile from which `painter` stretches a larger one."""
        text = panel_svg(Box(0, 0, w, h), order.colour, order.radius, order.edge, order.edge_width, order.alpha)
        return self.piece(text, w, h)

    def shadow_tile(self, radius: float, unit: float, colour: str, strength: float) -> tuple[pygame.Surface, int]:
        """A soft shadow to be stretched, and the side of its corners: blur and radius together."""
        reach = round(BLUR * 1.6 * unit) + 2
        side = reach + round(radius) + 2
        key = ("shadow", round(radius), round(unit, 3), colour, round(strength, 3))
        found = self.pieces.get(key)
        if found is None:
            found = _shadow(side * 2 + 1, reach, radius, unit, pygame.Color(colour), strength)
            self.pieces.put(key, found, found.get_width() ** 2 * 4)
        return found, side

    def stretched(self, tile: pygame.Surface, part: pygame.Rect, w: int, h: int, key: object) -> pygame.Surface:
        """A strip of a tile at another length."""
        name = (key, tuple(part), w, h)
        found = self.pieces.get(name)
        if found is None:
            found = pygame.transform.scale(tile.subsurface(part), (w, h))
            self.pieces.put(name, found, w * h * 4)
        return found

    def wash(self, start: str, end: str, length: int, down: bool) -> pygame.Surface:
        """A strip one px thick that changes from colour to colour."""
        key = ("wash", start, end, length, down)
        found = self.pieces.get(key)
        if found is None:
            found = self.pieces.put(key, _wash(pygame.Color(start), pygame.Color(end), length, down), length * 4)
        return found


def _trimmed(made: pygame.Surface) -> Kept:
    """A person fills two thirds of their picture: the rest need not be kept and drawn."""
    if made.get_width() * made.get_height() < LARGE:
        return Kept(_quick(made))
    rect = made.get_bounding_rect()
    if not rect.w or not rect.h or rect.size == made.get_size():
        return Kept(_quick(made))
    return Kept(_quick(made.subsurface(rect)), rect.x, rect.y)


def _quick(made: pygame.Surface) -> pygame.Surface:
    """In the window's own pixel format, without alpha where nothing shows through: drawn several times faster."""
    if not pygame.display.get_surface():
        return made.copy() if made.get_parent() else made
    w, h = made.get_size()
    if w * h > LARGE and pygame.mask.from_surface(made, 254).count() == w * h:
        return made.convert()
    return made.convert_alpha()


def _shadow(side: int, reach: int, radius: float, unit: float, colour: pygame.Color, strength: float) -> pygame.Surface:
    """Two shadows in one tile: a wide one further down, a tight one close by."""
    out = pygame.Surface((side, side), pygame.SRCALPHA)
    for blur, share in ((BLUR, 1.0), (NEAR_BLUR, 0.85)):
        out.blit(_soft(side, reach, radius, blur * unit, colour, strength * share), (0, 0))
    return out


def _soft(side: int, reach: int, radius: float, blur: float, colour: pygame.Color, strength: float) -> pygame.Surface:
    """A rounded square of one colour with a blurred edge. Blurring dims the colour too: MAX brings it back."""
    inner = side - 2 * reach
    text = f'<path d="{rounded(inner, inner, radius)}" fill="{_hex(colour)}"/>'
    layer = pygame.Surface((side, side), pygame.SRCALPHA)
    layer.blit(load(svg(inner, inner, text), inner, inner), (reach, reach))
    layer = pygame.transform.gaussian_blur(layer, max(1, round(blur / 2)))
    layer.fill((colour.r, colour.g, colour.b, 0), special_flags=pygame.BLEND_RGBA_MAX)
    layer.fill((255, 255, 255, round(255 * min(1.0, strength))), special_flags=pygame.BLEND_RGBA_MULT)
    return layer


def _hex(colour: pygame.Color) -> str:
    return f"#{colour.r:02x}{colour.g:02x}{colour.b:02x}"


def _wash(start: pygame.Color, end: pygame.Color, length: int, down: bool) -> pygame.Surface:
    made = pygame.Surface((1, length) if down else (length, 1))
    for i in range(length):
        made.set_at((0, i) if down else (i, 0), start.lerp(end, i / max(1, length - 1)))
    return made
