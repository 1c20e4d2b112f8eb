"""Portraits and room: safe for the built-in renderer, the same every time, and poses that can be told apart."""

from __future__ import annotations

import io
import itertools
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
import yaml

from game.portrait.draw import portrait_svg
from game.portrait.person import HAIR_STYLES, Person, from_mapping
from game.portrait.pose import POSES, Pose, blend
from game.portrait.room import chair_front_svg, room_svg

PEOPLE = {
    path.stem: from_mapping(yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in sorted((Path(__file__).parents[3] / "assets" / "people").glob("*.yaml"))
}
DRAWABLE = {"svg", "g", "defs", "path", "rect", "circle", "ellipse", "linearGradient", "radialGradient", "stop"}
"""What nanosvg draws right."""
COLOUR = re.compile(r"(#[0-9a-f]{6}|none|url\(#[a-z-]+\))\Z")
SIZE = (300, 400)
FACE = pygame.Rect(85, 60, 130, 200)
"""The head at `SIZE`, whichever way it leans."""
TELLABLE = 2.5
"""Mean difference in grey levels over `FACE`. Nearest of all: listening and relieved on the darkest face, 3.1."""


def check_safe(svg: str) -> ElementTree.Element:
    tree = ElementTree.fromstring(svg)
    defined = {node.get("id") for node in tree.iter() if node.get("id")}
    for node in tree.iter():
        assert node.tag.split("}")[1] in DRAWABLE, node.tag
        assert "nan" not in " ".join(node.attrib.values())
        for key in ("fill", "stroke", "stop-color"):
            paint = node.get(key, "none")
            assert COLOUR.match(paint), (node.tag, key, paint)
            if paint.startswith("url"):
                assert paint[5:-1] in defined
                assert f"{key}-opacity" not in node.attrib, "nanosvg ignores it on gradients"
    return tree


OFTEN = ("graham", "rohan", "ifeoma", "nour", "keith", "ellis")
"""Faces drawn in every run of the tests; they differ in hair, beard, glasses and age. The others are marked slow."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.slow) for name in PEOPLE]
)
def test_every_person_in_every_pose_is_safe_to_draw(name: str) -> None:
    for pose in POSES.values():
        check_safe(portrait_svg(PEOPLE[name], pose))


@pytest.mark.parametrize("style", HAIR_STYLES)
def test_any_hair_goes_with_anything_else(style: str) -> None:
    for glasses, beard, collar in itertools.product(("round", "square"), ("goatee", "full"), ("turtle", "blazer")):
        person = Person(hair_style=style, glasses=glasses, beard=beard, collar=collar, hearing_aid="#888888")
        check_safe(portrait_svg(person, POSES["ashamed"], ground="#ffffff"))


def test_size_ground_and_head_alone() -> None:
    tree = check_safe(portrait_svg(Person(), Pose(), size=(150, 200), ground="#abcdef"))
    assert (tree.get("width"), tree.get("height")) == ("150", "200")
    assert "#abcdef" in portrait_svg(Person(), Pose(), ground="#abcdef")
    assert len(portrait_svg(Person(), Pose(), body=False)) < len(portrait_svg(Person(), Pose()))


def test_the_same_person_in_the_same_pose_is_the_same_text() -> None:
    graham = PEOPLE["graham"]
    assert portrait_svg(graham, POSES["polite"]) == portrait_svg(graham, POSES["polite"])
    assert portrait_svg(graham, POSES["polite"]) != portrait_svg(graham, POSES["smile-off"])


@pytest.mark.parametrize("pair", [("neutral", "guarded"), ("neutral", "opening"), ("guarded", "laughing-it-off")])
def test_every_step_between_poses_can_be_drawn(pair: tuple[str, str]) -> None:
    for step in range(9):
        check_safe(portrait_svg(PEOPLE["samira"], blend(POSES[pair[0]], POSES[pair[1]], step / 8)))


@pytest.fixture(scope="module")
def _pygame() -> Iterator[None]:
    yield
    pygame.display.quit()  # not all of it: other tests of this process hold fonts


def grey(person: Person, pose: Pose) -> bytes:
    """The face as grey levels, as a projector in a bright room may show it."""
    picture = pygame.Surface(SIZE)
    picture.fill(pygame.Color(person.ground))
    picture.blit(pygame.image.load_sized_svg(io.BytesIO(portrait_svg(person, pose, size=SIZE).encode()), SIZE), (0, 0))
    return pygame.image.tobytes(pygame.transform.grayscale(picture.subsurface(FACE)), "RGB")[::3]


@pytest.mark.usefixtures("_pygame")
@pytest.mark.parametrize("name", ["graham", "ifeoma"])
def test_every_pair_of_poses_can_be_told_apart_in_grey(name: str) -> None:
    faces = {pose: grey(PEOPLE[name], numbers) for pose, numbers in POSES.items()}
    for a, b in itertools.combinations(faces, 2):
        difference = sum(abs(x - y) for x, y in zip(faces[a], faces[b], strict=True)) / len(faces[a])
        assert difference > TELLABLE, (a, b, round(difference, 2))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("seat", ["armchair", "wheelchair"])
def test_the_room_is_safe_to_draw(theme: str, seat: str) -> None:
    for size in ((1920, 1080), (1024, 600)):
        check_safe(room_svg(*size, theme=theme, progress=1.0, seat=seat))
        check_safe(chair_front_svg(*size, theme=theme, seat=seat))


def test_high_contrast_has_no_room() -> None:
    assert len(list(check_safe(room_svg(800, 600, theme="contrast")))) == 1
    assert len(list(check_safe(chair_front_svg(800, 600, theme="contrast")))) == 0


def test_the_clock_counts_decisions() -> None:
    assert room_svg(800, 600, progress=0.2) != room_svg(800, 600, progress=0.6)
    assert room_svg(800, 600, progress=-3) == room_svg(800, 600, progress=0)
    assert room_svg(800, 600, progress=7) == room_svg(800, 600, progress=1)


def test_the_chair_stands_where_the_client_sits() -> None:
    assert room_svg(800, 600, seat_x=400) != room_svg(800, 600, seat_x=600)
    assert chair_front_svg(800, 600, seat_x=400) != chair_front_svg(800, 600, seat_x=600)
