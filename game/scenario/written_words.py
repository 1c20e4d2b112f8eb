"""What each key of a scenario file means, in the words that an author's editor shows; and the schema that carries them.

The shapes are `written`'s. Nothing here is read when a scenario is compiled.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenario import written

_LINES = "What the client says and shows, in order."
_WHEN = "A condition, for instance: trust >= 6 and not rushed"
_EFFECTS = "Gauge: by how much it moves, for instance trust: -1."
_TO = "The beat or ending that follows; or a list of {when, go}, of which the first that holds is taken."
_POSITION = "Where Twine shows it; written by `attune import`, and asked for by nothing else than `attune export`."
_POINTS = "Points from -2 to 2; or a list of {when, points}, of which the first that holds counts."

WORDS: Mapping[str, Mapping[str, str]] = {
    "Scenario": {
        "format": "The version of this format: 1.",
        "id": "The name of the folder: small letters, digits and hyphens.",
        "title": "What the library shows, often a sentence of the client.",
        "rubric": "The rubric that judges, a file in _rubrics: relational.",
        "summary": "One sentence for the library.",
        "key": "Who stands behind the points, told in the debrief: {status: author}, or {status: panel, raters: 9}.",
        "difficulty": "A word of the rubric's list: beginner, intermediate, advanced.",
        "minutes": "How long a session takes.",
        "concerns": "What the client comes with, from the rubric's list.",
        "relationships": "Which relationships it is about, from the rubric's list.",
        "concepts": "Which concepts it lets one practise, from the rubric's list.",
        "content_note": "What may be hard to meet, shown before the session with a real choice to leave.",
        "client": "The simulated client.",
        "setting": "Where the session stands, told before it begins.",
        "gauges": "Only what differs from the rubric's, such as trust: {start: 3}, and gauges of this scenario's own.",
        "flags": "Names that responses put up (sets) and take down (clears), and conditions ask for.",
        "ruptures": "Strains that can open once, and be repaired.",
        "start": "The beat at which a session begins.",
        "beats": "The stretches of the scene, by name.",
        "endings": "How it can end, by name.",
        "waive": "Warnings that are meant to be: the code of the finding, and the reason, which check repeats.",
    },
    "Key": {"status": "author, or panel once raters have agreed.", "raters": "How many raters there were."},
    "Client": {
        "name": "What the client is called.",
        "pronouns": "For instance she/her.",
        "age": "In years.",
        "intake": "The case file, which can be called up at any time.",
        "relational_image": "What they expect of closeness, in their own words: a note to yourself, no "
        "trainee sees it.",
        "protects_by": "What they do to stay safe in a relationship: a note to yourself.",
        "yearns_for": "What they want from it all the same: a note to yourself.",
        "person": "How they look: a face in assets/people, without .yaml.",
    },
    "Gauge": {
        "start": "Its value at the start; of a new gauge 0 where you leave it out.",
        "min": "Its least value; of a new gauge 0.",
        "max": "Its greatest value; of a new gauge 10.",
        "means": "What it says of the client: a note.",
    },
    "Rupture": {
        "kind": "withdrawal (moving away, or agreeing) or confrontation (moving against).",
        "marker": "The sign it shows by: W1 to W7, C1 to C7.",
        "note": "What to see in this client, told in the debrief.",
    },
    "Beat": {
        "lines": _LINES,
        "effects": f"On entering. {_EFFECTS}",
        "opens": "The rupture, or ruptures, that open on entering, once. Where notice asks, one only: "
        "else nobody could tell which was seen.",
        "notice": "true: ask 'What do you notice?' before the responses.",
        "opening": "A cue of identity, culture, class or power, from the rubric's list: humility is in play.",
        "pulls": "What one may feel like doing here, from the rubric's list: the debrief names them, and "
        "says which the reply acted out. Never scored.",
        "discuss": "A question to think about or to put to a class; it stands in the debrief.",
        "gate": "A safety cue, in a word of yours, such as suicide: a response coded SK must be on offer "
        "whenever a play comes here.",
        "in_play": "The dimensions that count here, instead of the usual ones; an empty list means that "
        "nothing counts.",
        "responses": "What the trainee may say, by name.",
        "to": f"Only for a beat without responses. {_TO}",
        "position": _POSITION,
    },
    "Line": {
        "text": "The words; for an aside, what is seen.",
        "pose": "How the client looks, from the rubric's list.",
        "when": f"Said only where this holds. {_WHEN}",
        "aside": "true: seen, not said.",
    },
    "Response": {
        "text": "What the trainee says, as a kind professional would.",
        "code": "The kind of move, a code of the rubric, for instance NT: points and shifts follow from it.",
        "to": _TO,
        "reply": "The client's answer to this response, before the next beat.",
        "when": f"On offer only where this holds. {_WHEN}",
        "once": "true: not on offer again once it was given.",
        "scores": "Your own points for a dimension, which replace the rubric's; they need 'because'. "
        "Where no case holds, the rubric's stay.",
        "because": "Why the author's points replace the rubric's.",
        "effects": f"Replaces what the rubric does to the gauges named. {_EFFECTS}",
        "sets": "The flag, or flags, to put up.",
        "clears": "The flag, or flags, to take down.",
        "opens": "The rupture, or ruptures, that this opens.",
        "repairs": "The rupture, or ruptures, that this repairs; or {rupture, when}.",
        "feedback": "What the reply did, in words.",
    },
    "Scores": {"empathy": _POINTS, "humility": _POINTS, "repair": _POINTS},
    "Case": {"points": "Points from -2 to 2.", "when": f"These points where this holds. {_WHEN}"},
    "Feedback": {
        "heard": "What the client may have heard, in the client's voice.",
        "why": "Why the reply did what it did.",
        "principle": "What that rests on, one that the rubric knows: 3RS:..., RCT:..., MCO:... or RULE:...",
        "stronger": "A response of this beat that would have been stronger, or words; left out where none is.",
    },
    "Repair": {"rupture": "The rupture to repair.", "when": f"Repaired only where this holds afterwards. {_WHEN}"},
    "Route": {"go": "A beat or an ending.", "when": f"Taken only where this holds. {_WHEN}"},
    "Ending": {
        "quality": "repaired, partial, smoothed, ruptured or referred.",
        "lines": _LINES,
        "note": "What the trainee is told of this ending.",
        "position": _POSITION,
    },
    "Position": {"x": "How far from the left.", "y": "How far from the top."},
}
"""Shape of `written` -> key -> what it means. A test holds that none is missing and none is left over."""


def editor_schema() -> dict[str, Any]:
    """The JSON Schema of a scenario for editors, with words for every key: `scenarios/schema.json`."""
    schema = written.schema()
    shapes = {"Scenario": schema, **schema["definitions"]}
    for shape, words in WORDS.items():
        for key, said in words.items():
            shapes[shape]["properties"][key]["description"] = said
    return schema
