"""Putting parts together: one under another, side by side, flowing, centred, scrolling.

It knows no widgets; a maker is any function from a Box (its place and width) to a Part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from game.ui.box import Box
from game.ui.frame import EMPTY, Part, Region
from game.ui.look import Look
from game.ui.orders import ClipBegin, ClipEnd, Fill

Maker = Callable[[Box], Part]
"""Given where it may stand (the height is only a hint), returns the part; `part.box` says what it took."""

BAR = 12.0


def together(parts: Iterable[Part]) -> Part:
    """All parts as one, later ones above."""
    return sum(parts, EMPTY)


def stack(box: Box, gap: float, *makers: Maker | None) -> Part:
    """One under another from the top of the box; None is left out, with its gap."""
    whole, y = EMPTY, box.y
    for maker in makers:
        if maker is None:
            continue
        part = maker(Box(box.x, y, box.w, max(0.0, box.bottom - y)))
        whole += part
        y = max(y, part.box.bottom) + gap
    return whole.boxed(box.tall(max(0.0, y - gap - box.y)))


def space(height: float) -> Maker:
    """Nothing, `height` px high."""
    return lambda box: Part(box=box.tall(height))


def row(box: Box, gap: float, *makers: Maker, shares: Sequence[float] = ()) -> Part:
    """Side by side in columns whose widths stand to each other as `shares` (equal when left out), tops level."""
    columns = box.split(*shares, gap=gap) if shares else box.columns(len(makers), gap)
    whole = together(maker(column) for maker, column in zip(makers, columns, strict=True))
    return whole.boxed(box.tall(whole.box.bottom - box.y))


def flow(box: Box, gap: float, *makers: Maker, row_gap: float | None = None) -> Part:
    """Side by side at their own widths, and on to the next row when the box is full; rows are centred in height."""
    rows: list[list[Part]] = [[]]
    x = box.x
    for maker in makers:
        part = maker(Box(x, box.y, box.right - x, box.h))
        if rows[-1] and part.box.right > box.right + 0.5:
            rows.append([])
            part = maker(box)
        rows[-1].append(part)
        x = part.box.right + gap
    return _rows(box, rows, gap if row_gap is None else row_gap)


def _rows(box: Box, rows: list[list[Part]], gap: float) -> Part:
    whole, y = EMPTY, box.y
    for parts in rows:
        height = max((part.box.h for part in parts), default=0.0)
        whole += together(part.moved(0, y - part.box.y + (height - part.box.h) / 2) for part in parts)
        y += height + gap
    return whole.boxed(box.tall(max(0.0, y - gap - box.y)))


def flow_right(box: Box, gap: float, *makers: Maker) -> Part:
    """Side by side at their own widths, ending at the right side of the box."""
    loose = [maker(box) for maker in makers]
    width = sum(part.box.w for part in loose) + gap * (len(loose) - 1)
    if width > box.w:
        return flow(box, gap, *makers)
    part = flow(Box(box.right - width - 1, box.y, width + 1, box.h), gap, *makers)
    return part.boxed(box.tall(part.box.h))


def centred(box: Box, part: Part) -> Part:
    """The part in the middle of the box."""
    return part.moved(box.cx - part.box.cx, box.cy - part.box.cy)


def middle(box: Box, part: Part) -> Part:
    """The part at its own x, in the middle of the box's height."""
    return part.moved(0, box.cy - part.box.cy)


def on_panel(part: Part, panel: Fill) -> Part:
    """The part over a panel; it takes the panel's box."""
    return Part((panel, *part.orders), part.hits, panel.box, part.regions)


def scroll_area(look: Look, box: Box, name: str, maker: Maker) -> Part:
    """A window onto what `maker` makes: clipped, scrolled by wheel, keys and focus, with a bar when it does not fit.

    `maker` gets the box without the bar's room, and always the same width, so that nothing jumps when the bar appears.
    """
    bar_width = max(8.0, look.u(BAR))
    inner = Box(box.x, box.y, box.w - bar_width - look.u(12), box.h)
    content = maker(inner)
    height = content.box.bottom - inner.y  # with what it leaves free at its top
    offset = min(max(0.0, look.offset(name)), max(0.0, height - box.h))
    track = Box(box.right - bar_width, box.y, bar_width, box.h)
    shown = content.moved(0, -offset)
    region = Region(name, box, height, offset, track if height > box.h + 0.5 else Box(0, 0, 0, 0))
    hits = tuple(replace(hit, region=hit.region or name) for hit in shown.hits)
    orders = (ClipBegin(_clip(look, region)), *shown.orders, ClipEnd(), *_bar(look, region))
    return Part(orders, hits, box, (region, *shown.regions))


def _clip(look: Look, region: Region) -> Box:
    """The region with room for focus rings: at its sides always, above and below where no content is hidden there."""
    room = max(7.0, look.u(10))
    above, below = room if region.offset <= 0 else 0.0, room if region.offset >= region.limit else 0.0
    box = region.box
    return Box(box.x - room, box.y - above, box.w + 2 * room, box.h + above + below)


def _bar(look: Look, region: Region) -> tuple[Fill, ...]:
    if not region.bar.h:
        return ()
    share = region.box.h / region.content
    length = max(region.bar.w * 2, region.bar.h * share)
    top = region.bar.y + (region.bar.h - length) * (region.offset / region.limit if region.limit else 0)
    track = Fill(region.bar, look.theme.tint_plain, region.bar.w / 2, look.theme.edge, 1)
    return (track, Fill(Box(region.bar.x, top, region.bar.w, length), look.theme.edge, region.bar.w / 2))
