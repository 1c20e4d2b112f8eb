"""The whole portrait: a person in a pose becomes one SVG text.

It holds the order of the layers and the shared gradients; each part draws itself. Same input, same text.
"""

from __future__ import annotations

from game.portrait.arms import arms
from game.portrait.beard import beard
from game.portrait.eyes import eyes
from game.portrait.figure import HEIGHT, WIDTH, Figure, figure, in_head
from game.portrait.geometry import darker, lighter, lightness, mix
from game.portrait.hair import hair
from game.portrait.head import ears, glasses, lines_of_feeling, nose, skull
from game.portrait.marks import downward, drawing, linear, slab, spot
from game.portrait.mouth import mouth
from game.portrait.neck import neck
from game.portrait.person import Person
from game.portrait.pose import Pose
from game.portrait.torso import torso


def portrait_svg(
    person: Person,
    pose: Pose,
    *,
    size: tuple[int, int] = (600, 800),
    body: bool = True,
    ground: str | None = None,
) -> str:
    """SVG text of `size` pixels, drawn for 3:4; see-through unless `ground` is a colour; without `body`, the head."""
    f = figure(person, pose)
    locks = hair(f)
    layers = [
        f"<defs>{_gradients(f)}</defs>",
        slab(0, 0, WIDTH, HEIGHT, ground) if ground else "",
        in_head(f, locks.behind),
        neck(f) + torso(f) + locks.over + arms(f) if body else "",
        in_head(f, _face(f) + locks.before),
    ]
    return drawing(size, (WIDTH, HEIGHT), "".join(layers))


def _face(f: Figure) -> str:
    features = ears(f) + skull(f) + eyes(f) + lines_of_feeling(f) + nose(f)
    return features + beard(f) + mouth(f) + glasses(f)


def _gradients(f: Figure) -> str:
    """Colour in the cheeks, stubble, and light from the viewer's left on cloth and hair."""
    top = f.person.top
    flush = (0.06 + 0.40 * max(0.0, f.pose.blush)) * (0.35 + 0.75 * lightness(f.skin))
    beard_colour = mix(f.person.hair, f.skin, 0.25)
    cloth = (0, lighter(top, 0.13), 1), (0.45, top, 1), (1, darker(top, 0.16), 1)
    return (
        spot("blush", mix("#e0405e", f.skin, 0.35), flush)
        + spot("glow", f.light, 0.5)
        + downward("stubble", (0, beard_colour, 0), (0.55, beard_colour, 0.17), (1, beard_colour, 0.17))
        + linear("cloth", (60, 540), (560, 800), *cloth)
        + _hair_gradients(f)
    )


def _hair_gradients(f: Figure) -> str:
    """One light over every lock; `side` fades from hair into skin."""
    colour, start = f.person.hair, (-120.0, -190.0)
    faded = mix(colour, f.skin, 0.5)
    lit = (0, lighter(colour, 0.20), 1), (0.4, colour, 1), (1, darker(colour, 0.25), 1)
    return (
        linear("hair", start, (120, 60), *lit)
        + linear("hair-back", start, (120, 120), (0, darker(colour, 0.20), 1), (1, darker(colour, 0.42), 1))
        + linear("side", (0, -104), (0, 22), (0, colour, 1), (0.35, colour, 1), (1, faded, 0.8))
    )
