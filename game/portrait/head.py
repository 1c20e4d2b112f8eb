"""The head without its features: ears, face, light and shade, and the lines of age.

It draws no eyes, nose, mouth or hair.
"""

from __future__ import annotations

from game.portrait.figure import SIDES, Figure
from game.portrait.geometry import Points, clip, cubic, ellipse_points, mix
from game.portrait.marks import CLOSE, bow, circle, curve, ellipse, line, move, polygon, shape, to, trace

EARS_COVERED = ("hijab", "bob", "long", "wavebob")
FRECKLES = ((0, 0), (14, 6), (26, -2), (8, 14), (22, 16))


def ears(f: Figure) -> str:
    """Both ears, with an ear-ring or a hearing aid; nothing where hair or a scarf lies over them."""
    if f.person.hair_style in EARS_COVERED:
        return ""
    return "".join(_ear(f, s) for s in SIDES)


def _ear(f: Figure, s: int) -> str:
    x = s * (f.half + 1) - f.slide_x * 0.35
    outline = trace(
        move(x - s * 10, -14),
        curve(x + s * 6, -26, x + s * 22, -18, x + s * 20, 6),
        curve(x + s * 19, 24, x + s * 12, 46, x + s, 48),
        curve(x - s * 8, 48, x - s * 12, 40, x - s * 12, 30),
        CLOSE,
    )
    fold = trace(move(x + s, -6), curve(x + s * 12, -10, x + s * 14, 8, x + s * 8, 22))
    inner = trace(move(x + s * 6, 8), bow(x - s * 2, 12, x + s, 24))
    drawn = shape(outline, f.skin if s < 0 else mix(f.skin, f.shade, 0.55))
    drawn += line(f"{fold} {inner}", mix(f.shade, f.deep, 0.3), 3, 0.75)
    if f.person.earring:
        drawn += circle(x + s * 2, 54, 7, f.person.earring) + circle(x + s * 2 - 2, 52, 2.4, "#ffffff", 0.7)
    return drawn + (_hearing_aid(f, x, s) if f.person.hearing_aid and s < 0 else "")


def _hearing_aid(f: Figure, x: float, s: int) -> str:
    """The case behind the ear, and its tube to the canal."""
    colour = f.person.hearing_aid
    case = trace(move(x + s * 15, 20), curve(x + s * 22, 0, x + s * 16, -20, x + s * 2, -22))
    tube = trace(move(x + s, -20), curve(x - s * 8, -10, x - s * 8, 4, x - s * 2, 12))
    return line(case, colour, 9) + line(tube, mix(colour, "#ffffff", 0.4), 3)


def skull(f: Figure) -> str:
    """The face, its far side in shade, the hair's shadow, colour in the cheeks."""
    drawn = polygon(f.face, f.skin)
    drawn += polygon(clip(_far_side(f), f.face), f.shade, 0.26)
    if f.person.hair_style == "bald":
        drawn += polygon(clip(ellipse_points(-46, f.top + 62, 62, 44), f.face), f.light, 0.13)
    else:
        shadow = ellipse_points(4, f.top * 0.5 - 6, f.half * 1.02, -f.top * 0.60)
        drawn += polygon(clip(shadow, f.face), f.shade, 0.34)
    for s in SIDES:
        drawn += ellipse(s * 60 + f.slide_x, 54 + f.slide_y, 38, 28, "url(#blush)")
    drawn += ellipse(-58 + f.slide_x, 34 + f.slide_y, 26, 14, "url(#glow)")
    return drawn + (_freckles(f) if f.person.freckles else "")


def _far_side(f: Figure) -> Points:
    """What lies away from the window."""
    w, t, x = f.half, f.top, f.slide_x
    upper = cubic((w * 0.42 + x, t), (w * 0.86 + x, t * 0.5), (w * 0.52 + x, -10), (w * 0.66 + x, 30))
    foot = f.chin + 8
    lower = cubic((w * 0.66 + x, 30), (w * 0.72 + x, 66), (w * 0.34 + x, 104), (w * 0.10 + x, foot))
    return [*upper, *lower[1:], (w * 2, foot), (w * 2, t)]


def _freckles(f: Figure) -> str:
    places = [(s * (44 + dx) + f.slide_x, 40 + dy + f.slide_y) for s in SIDES for dx, dy in FRECKLES]
    return "".join(circle(x, y, 2.4, f.deep, 0.38) for x, y in places)


def lines_of_feeling(f: Figure) -> str:
    """The furrow between the brows, lines on the forehead, folds beside the mouth: as deep as age and pose."""
    return _furrow(f) + _forehead(f) + _folds(f)


def _furrow(f: Figure) -> str:
    inner = f.pose.brow_inner
    if inner > -0.2:
        return ""
    x, y = f.slide_x, f.slide_y - 40
    left = trace(move(x - 7, y), bow(x - 4, y + 8, x - 6, y + 17))
    right = trace(move(x + 8, y), bow(x + 5, y + 8, x + 7, y + 17))
    return line(f"{left} {right}", mix(f.shade, f.deep, 0.3), 3, min(0.9, -inner * 0.9))


def _forehead(f: Figure) -> str:
    depth = max(0, (f.pose.brow_inner * 0.5 + f.pose.brow_raise - 0.35) * 1.3, f.person.age - 0.4)
    if depth <= 0.05:
        return ""
    x, y = f.slide_x, f.slide_y
    upper = trace(move(x - 38, y - 84), bow(x, y - 92, x + 38, y - 84))
    lower = trace(move(x - 28, y - 71), bow(x, y - 77, x + 28, y - 71))
    return line(f"{upper} {lower}", mix(f.shade, f.deep, 0.15), 2.6, min(0.6, depth))


def _folds(f: Figure) -> str:
    depth = max(0, f.pose.curve - 0.1) * 0.75 + f.person.age * 0.5
    if depth <= 0.08:
        return ""
    wing, x, y, width = 19 + 6 * f.person.nose, f.slide_x, f.slide_y, f.pose.width
    drawn = ""
    for s in SIDES:
        start = move(x * 1.2 + s * (wing + 9), 60 + y)
        fold = bow(x + s * (52 + 6 * width), 70 + y, x + s * (54 + 8 * width), 91 + y)
        drawn += line(trace(start, fold), mix(f.shade, f.deep, 0.15), 2.8, min(0.75, depth))
    return drawn


def nose(f: Figure) -> str:
    """The plane in shade, the wings, and light on the bridge and the tip."""
    wing, x, y = 19 + 6 * f.person.nose, f.slide_x * 1.5, f.slide_y
    plane = trace(
        move(x + 4, -20 + y),
        curve(x + 10, 14 + y, x + wing, 38 + y, x + wing - 1, 51 + y),
        curve(x + wing - 5, 63 + y, x + 8, 63 + y, x + 1, 61 + y),
        curve(x + 6, 40 + y, x + 1, 14 + y, x + 4, -20 + y),
        CLOSE,
    )
    under = trace(
        move(x - wing + 2, 50 + y),
        bow(x - wing + 5, 60 + y, x - 8, 59 + y),
        bow(x, 65 + y, x + 8, 59 + y),
        bow(x + wing - 5, 60 + y, x + wing - 2, 50 + y),
    )
    bridge = trace(move(x - 2, 2 + y), curve(x - 4, 14 + y, x - 5, 24 + y, x - 5, 32 + y))
    drawn = shape(plane, f.shade, 0.55) + line(under, f.deep, 2.8, 0.62)
    return drawn + ellipse(x - 4, 43 + y, 5, 8, f.light, 0.5) + line(bridge, f.light, 4, 0.35)


def glasses(f: Figure) -> str:
    """Frames, glass with a glint, and arms back to the ears."""
    kind = f.person.glasses
    if not kind:
        return ""
    colour, y = f.person.glasses_colour, f.slide_y * 0.8
    drawn = line(trace(move(f.slide_x - 8, y), bow(f.slide_x, y - 8, f.slide_x + 8, y)), colour, 4.6)
    for s in SIDES:
        x = s * 45 + f.slide_x
        rim = _round_rim(x, y + 4) if kind == "round" else _square_rim(x, y)
        drawn += shape(rim, "#ffffff", 0.10) + line(rim, colour, 4.6)
        drawn += line(trace(move(x - 18, y - 14), to(x - 26, y + 2)), "#ffffff", 4, 0.35)
        drawn += line(trace(move(x + s * 38, y - 4), to(s * (f.half + 2), -8)), colour, 4.4)
    return drawn


def _round_rim(x: float, y: float) -> str:
    r, k = 37.0, 20.4
    return trace(
        move(x - r, y),
        curve(x - r, y - k, x - k, y - r, x, y - r),
        curve(x + k, y - r, x + r, y - k, x + r, y),
        curve(x + r, y + k, x + k, y + r, x, y + r),
        curve(x - k, y + r, x - r, y + k, x - r, y),
        CLOSE,
    )


def _square_rim(x: float, y: float) -> str:
    left, right, up, down, c = x - 39, x + 39, y - 24, y + 30, 15
    return trace(
        move(left + c, up),
        to(right - c, up),
        bow(right, up, right, up + c),
        to(right, down - c),
        bow(right, down, right - c, down),
        to(left + c, down),
        bow(left, down, left, down - c),
        to(left, up + c),
        bow(left, up, left + c, up),
        CLOSE,
    )
