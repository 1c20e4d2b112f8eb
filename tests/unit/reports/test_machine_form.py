"""The JSON objects that other programs build on: keys, order and values."""

from __future__ import annotations

import json
from fractions import Fraction

from room import room

from game.reports.machine_form import moment_object, replay_object
from game.scenario.bounds import still_open
from game.scenario.explore import explore
from game.scenario.laws import Laws
from game.story.machine import Story
from game.story.run import Run, replay

ALL = ["said-no", "half", "lovely"]


def test_a_whole_play() -> None:
    scene = room()
    run = replay(Story(scene), ["arrives/hear", "yes/own", "close/push"])
    found = replay_object(run, still_open(explore(Laws(scene))))
    assert list(found) == ["scenario", "sha", "ending", "decisions", "scores", "safety", "ruptures", "world"]
    assert (found["scenario"], found["sha"], found["ending"]) == ("room", "f" * 64, "lovely")
    assert found["decisions"][1] == {
        "beat": "yes",
        "response": "own",
        "code": "AK",
        "offered": ["own", "praise", "hear", "brush"],
        "points": {"empathy": 1, "humility": 2, "repair": 2},
        "best": {"empathy": 2, "humility": 2, "repair": 2},
        "worst": {"empathy": -2, "humility": -1, "repair": -2},
        "mean": {"empathy": 0.0, "humility": 0.0, "repair": 0.0},
        "endings_before": ALL,
        "endings_after": ["said-no", "lovely"],
        "rating": "sound",
    }
    assert found["decisions"][2]["endings_after"] == ["lovely"]
    assert found["scores"]["empathy"] == {
        "reach": 7 / 11,
        "chance": float((Fraction(5, 3) + 2 + Fraction(3, 2)) / 11),
        "level": 1 / 3 + 3,
        "moments": 3,
    }
    assert found["safety"] == {"cued": 0, "asked": 0}
    assert found["ruptures"] == [
        {"id": "bow", "kind": "withdrawal", "opened": 1, "repaired": 2, "turns": 1, "outcome": "repaired"}
    ]
    assert found["world"] == {
        "gauges": {"tension": 3, "authentic_voice": 3},
        "flags": [],
        "open": [],
        "repaired": ["bow"],
    }


def test_a_play_under_way_names_its_beat() -> None:
    found = replay_object(replay(Story(room()), ["arrives/brush"]), None)
    assert list(found)[2] == "beat"
    assert found["beat"] == "yes"
    assert found["world"]["open"] == ["hurt", "bow"]
    assert found["ruptures"][0]["repaired"] is None
    assert found["scores"]["humility"] == {"reach": None, "chance": None, "level": None, "moments": 0}


def test_before_the_first_response() -> None:
    found = replay_object(Run(Story(room())), None)
    assert (found["beat"], found["decisions"], found["ruptures"]) == ("arrives", [], [])


def test_every_moment_is_one_json_object() -> None:
    run = Run(Story(room()))
    assert moment_object(run) == {
        "moment": "says",
        "beat": "arrives",
        "after": None,
        "lines": [
            {"text": "I slept badly.", "pose": "tired", "aside": False},
            {"text": "She rubs her eyes.", "pose": "tired", "aside": True},
        ],
        "decisions": 0,
    }
    run.advance()
    assert moment_object(run) == {"moment": "notices", "beat": "arrives", "decisions": 0}
    run.notice(None)
    offers = moment_object(run)
    assert (offers["moment"], [one["id"] for one in offers["responses"]]) == ("offers", ["hear", "tell", "brush"])
    for response in ("hear", "own", "stay"):
        run.respond(response)
    run.hear_all()
    ends = moment_object(run)
    assert json.loads(json.dumps(ends)) == {
        "moment": "ends",
        "ending": "said-no",
        "quality": "repaired",
        "note": "She disagreed, and stayed.",
        "decisions": 3,
    }
