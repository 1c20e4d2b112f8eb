"""A Twee file brought over: its passages as a scenario in plain values, with TODO where an author has to go on.

It reads every story format's links and no format's orders. What Attune itself wrote into a file comes back by `block`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.scenario.events import HIDDEN
from game.scenario.findings import Finding
from game.scenario.source import LARGEST
from game.scenario.spelling import spelt
from game.twee.block import Parted, parted
from game.twee.ids import Register, kebab, plain_id
from game.twee.links import content_of, macros_of, said_text
from game.twee.onward import closed, without_rounds
from game.twee.passages import Passage, Report, json_object, read_passages
from game.twee.scenes import Scene, Way, beat_of, ending_of, is_ending, stub
from game.twee.special import ATTUNE, START, STORY, TITLE, why_skipped

MOST_PIECES = 100_000
"""Lines and links of a file at most."""

USUAL_ID = "story"
"""The id of a story that says of itself nothing that could be one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of one Twee file."""

    id: str
    yaml: str
    """The scenario's text; empty where a finding says why there is none."""
    findings: tuple[Finding, ...]
    beats: int = 0
    endings: int = 0


def imported(text: str, file: str, usual_id: str = USUAL_ID) -> Imported:
    """The scenario of a Twee file's text, called `usual_id` where the story has no title. Never raises."""
    report = Report(file)
    passages = read_passages(text, report)
    scenes = _scenes(passages, report)
    if not scenes:
        if not report.counts["SC141"]:
            report.say("SC140", 1)
        return Imported("", "", report.findings())
    about = _about(passages, report)
    values = _scenario(scenes, _story(passages, report), about, usual_id, report)
    head = () if about else _HEAD
    yaml = spelt(values, head)
    size = len(yaml.encode())
    if size > LARGEST:
        report.say("SC141", 1, why=f"it would have {size:,} bytes, and the most is {LARGEST:,}")
        return Imported("", "", report.findings())
    return Imported(values["id"], yaml, report.findings(), len(values["beats"]), len(values["endings"]))


_HEAD = (
    "Brought over from Twine by `attune import`. Each TODO is yours to write; `attune check` finds them all.",
    "Until you choose its code, each response is RS: it gives back what was said, and neither wins nor loses.",
)


# -- passages ------------------------------------------------------------------------------------------------------
def _scenes(passages: tuple[Passage, ...], report: Report) -> tuple[Scene, ...]:
    """The passages that a reader comes to, each with its content."""
    scenes: list[Scene] = []
    first: dict[str, int] = {}
    pieces = 0
    for passage in passages:
        why = why_skipped(passage)
        if why:
            report.say("SC146", passage.line, passage=passage.name, why=why)
        if why is not None:
            continue
        if passage.name in first:
            report.say("SC142", passage.line, passage=passage.name, first=first[passage.name])
        first.setdefault(passage.name, passage.line)
        two = parted(passage.text, passage.line + 1, report)
        pieces += sum(map(bool, two.text.split("\n"))) + two.text.count("[[")
        if pieces > MOST_PIECES:
            report.say("SC141", 1, why=f"it has more than {MOST_PIECES:,} lines and links")
            return ()
        _macros(passage, two, report)
        scenes.append(Scene(passage, content_of(two.text), two.known))
    return tuple(scenes)


def _macros(passage: Passage, two: Parted, report: Report) -> None:
    found = None if two.known else macros_of(two.text)
    if found:
        more = f" (and {found.count - 1:,} more in this passage)" if found.count > 1 else ""
        report.say("SC147", passage.line + found.line, found.column, macro=found.first, more=more)


def _named(passages: tuple[Passage, ...], name: str) -> Passage | None:
    return next((passage for passage in passages if passage.name == name), None)


def _story(passages: tuple[Passage, ...], report: Report) -> dict[str, str]:
    """Title and start, where they are told."""
    title, story = _named(passages, TITLE), _named(passages, STORY)
    told = {"title": " ".join(title.text.split())} if title and title.text else {}
    if story and story.text:
        start = json_object(story.text, STORY, story.line + 1, 1, report).get("start")
        if isinstance(start, str) and start.strip():
            told["start"] = start.strip()
            told["line"] = str(story.line)
    return told


def _about(passages: tuple[Passage, ...], report: Report) -> Mapping[str, Any]:
    """What Attune knew of the whole scenario; nothing where the story comes from elsewhere."""
    passage = _named(passages, ATTUNE)
    return parted(passage.text, passage.line + 1, report).known if passage else {}


# -- the scenario --------------------------------------------------------------------------------------------------
def _scenario(
    scenes: tuple[Scene, ...], story: Mapping[str, str], about: Mapping[str, Any], usual_id: str, report: Report
) -> dict[str, Any]:
    register = Register()
    ids = _ids(scenes, register)
    where: dict[str, str] = {}
    for scene, id in zip(scenes, ids, strict=True):
        where.setdefault(scene.passage.name, id)
    start = _start(scenes, where, story, report)
    beats: dict[str, Any] = {}
    endings: dict[str, Any] = {}
    nowhere: dict[str, str] = {}
    for scene, id in zip(scenes, ids, strict=True):
        if is_ending(scene):
            endings[id] = ending_of(scene, report)
        else:
            beats[id] = beat_of(scene, list(_ways(scene, where, nowhere, register, report)), report)
    endings |= {id: stub(target) for target, id in nowhere.items()}
    closed(start, beats, endings, register)
    without_rounds(beats)
    return _whole(story, about, usual_id, start) | {"beats": beats, "endings": endings}


def _ids(scenes: tuple[Scene, ...], register: Register) -> list[str]:
    """Attune's own ids first, as conditions name them; then those made from names."""
    known = [scene.known.get("id") for scene in scenes]
    kept = [
        id if isinstance(id, str) and re.fullmatch(r"[\w.-]{1,200}", id) and register.take(id) else None for id in known
    ]
    return [
        id if id is not None else register.new(kebab(scene.passage.name, "passage"))
        for scene, id in zip(scenes, kept, strict=True)
    ]


def _start(scenes: tuple[Scene, ...], where: Mapping[str, str], story: Mapping[str, str], report: Report) -> str:
    named = story.get("start")
    if named and named not in where:
        report.say("SC145", int(story["line"]), what="the start of the story", target=named)
    return where.get(named or START) or where.get(START) or where[scenes[0].passage.name]


def _ways(
    scene: Scene, where: Mapping[str, str], nowhere: dict[str, str], register: Register, report: Report
) -> Iterator[Way]:
    """Each link with the id that it leads to; one that leads nowhere is given an ending to be written."""
    for link in scene.content.links:
        to = where.get(link.target) or nowhere.get(link.target)
        if link.target not in where:
            line = scene.passage.line + link.line
            report.say("SC145", line, link.column, what="this link", target=link.target)
        if to is None:
            to = nowhere[link.target] = register.new(kebab(link.target, "nowhere"))
        yield Way(link, to)


def _whole(story: Mapping[str, str], about: Mapping[str, Any], usual_id: str, start: str) -> dict[str, Any]:
    title = story.get("title") or HIDDEN.sub("", usual_id)
    id = plain_id(title, plain_id(usual_id, USUAL_ID))
    if about:
        return _known_whole(story, about, id, title) | {"start": start}
    return {
        "format": 1,
        "id": id,
        "title": title,
        "summary": "TODO: one sentence for the library",
        "rubric": "relational",
        "client": {"name": "TODO", "intake": "TODO: the case file, in a few sentences"},
        "setting": "TODO: where the work stands, before the first line",
        "start": start,
    }


def _known_whole(story: Mapping[str, str], about: Mapping[str, Any], id: str, title: str) -> dict[str, Any]:
    """What Attune knew of the whole; the title is the one that Twine shows."""
    known = {key: value for key, value in about.items() if key not in ("beats", "endings", "start")}
    if not isinstance(known.get("id"), str) or not _ID.fullmatch(known["id"]):
        known["id"] = id
    was = known.get("title")
    if "title" in story and not (isinstance(was, str) and said_text(was).strip() == title):
        known["title"] = title
    return known


_ID = re.compile(r"(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*")
"""An id from a file becomes the name of a folder, so nothing else may stand in it."""
