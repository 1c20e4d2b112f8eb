"""Passages that are no scene: names and tags that Twine, story formats and Attune have a meaning of their own for.

It only names them.
"""

from __future__ import annotations

from game.twee.passages import Passage

TITLE, STORY, START, ATTUNE = "StoryTitle", "StoryData", "Start", "Attune"

_NAMES = {
    TITLE: "the title of the story",
    STORY: "about the story",
    ATTUNE: "what Attune knows of the whole",
    **dict.fromkeys(
        (
            "StoryAuthor", "StorySubtitle", "StoryBanner", "StoryCaption", "StoryDisplayTitle", "StoryIncludes",
            "StoryInit", "StoryInterface", "StoryMenu", "StorySettings", "StoryShare", "StoryMap", "StoryStyles",
            "PassageDone", "PassageFooter", "PassageHeader", "PassageReady", "UserScript", "UserStylesheet",
            "Twine.private", "Twine.image",
        ),
        "story formats use it, and no reader comes to it",
    ),
}  # fmt: skip

_TAGS = {
    "script": "it is a script",
    "stylesheet": "it is a style sheet",
    "widget": "it defines orders to a story format",
    "init": "story formats use it, and no reader comes to it",
    "startup": "story formats use it, and no reader comes to it",
    "header": "story formats put it on every passage",
    "footer": "story formats put it on every passage",
    "annotation": "it is a note to the author",
}


def is_special(name: str) -> bool:
    """Whether a passage of this name is no scene."""
    return name in _NAMES


def why_skipped(passage: Passage) -> str | None:
    """Why nothing comes of this passage; None where it is a scene, and empty for what is read in its own way."""
    if passage.name in (TITLE, STORY, ATTUNE):
        return ""
    tag = next((tag for tag in passage.tags if tag in _TAGS or tag.startswith("Twine.")), None)
    return _NAMES.get(passage.name) or (None if tag is None else _TAGS.get(tag, "it is no text"))
