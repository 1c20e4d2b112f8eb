"""What can be wrong with a scenario: the table of codes, and findings as values with a place.

It decides nothing: whether something is wrong is asked by `source`, `written`, `rubric`, `compile` and the
checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.scenario.model import Place

Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""From least to most severe."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table: everything that findings of one code have in common."""

    code: str
    name: str
    severity: Severity
    message: str
    """A template; the words in braces come from the place where it is found."""
    hint: str = ""
    """The cure, where it is always the same."""
    stops: bool = False
    """Whether a scenario with this finding cannot be played: its structure or a name it runs on is broken."""
    floor: Severity = "note"
    """The least severity that a caller may ask for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where, and how to cure it."""

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    waived: str = ""
    """Why the author lets it stand; empty where they do not."""


MOST_ALIKE = 1_000
"""Findings of one code that are collected about one file; with more, it has a trouble of another kind."""


def _read(code: str, name: str, message: str, hint: str = "") -> Kind:
    return Kind(code, name, "error", message, hint, stops=True, floor="error")


def _wrong(code: str, name: str, message: str, hint: str = "") -> Kind:
    return Kind(code, name, "error", message, hint, floor="warning")


def _poor(code: str, name: str, message: str, hint: str = "") -> Kind:
    return Kind(code, name, "warning", message, hint)


_BY_CHANCE = "({least} or more are no accident: p < {p})"
"""How a count is held against what guessing comes to."""

_ROWS = (
    # -- the file cannot be read as it stands
    _read("SC001", "unreadable", "this file cannot be read: {why}"),
    _read("SC002", "too-large", "this file has {size:,} bytes; a scenario has at most {most:,}"),
    _read("SC003", "not-utf-8", "this file is not UTF-8 text: {why}", "save it as UTF-8 in your editor"),
    _read("SC004", "control-character", "there is a character here that no editor shows ({name})", "delete it"),
    _read("SC005", "not-yaml", "this is not YAML: {why}"),
    _read("SC006", "duplicate-key", "'{key}' stands twice in one place, first in line {first}", "rename or remove one"),
    _read("SC007", "tag", "'{tag}' is a YAML tag, and tags are not used here", "remove it, or put the text in quotes"),
    _read("SC008", "alias", "{why}", "write the text out again"),
    _read("SC009", "too-deep", "this goes deeper than {most} levels"),
    # -- its shape is not that of the format
    _read("SC010", "unknown-key", "there is no key '{key}' {where}"),
    _read("SC011", "missing-key", "the key '{key}' is missing {where}"),
    _read("SC012", "unknown-name", "'{word}' is not {kind}"),
    _read("SC013", "wrong-kind", "'{key}' should be {wanted}, and is {found}"),
    _read("SC014", "key-is-no-word", "{why}", "a key is one plain word"),
    _read("SC015", "several-documents", "a second document begins here", "remove the line '---' or '...'"),
    _read("SC016", "empty-file", "there is nothing in this file"),
    _read("SC017", "not-on-list", "'{word}' is not one of {words}"),
    _read("SC018", "out-of-range", "'{key}' is {value}, and should be {wanted}"),
    _read("SC019", "unknown-format", "format {format} is not known to this version of the program; it knows format 1"),
    # -- names and structure
    _wrong("SC020", "id-and-folder", "the id '{id}' is not the name of {where}, '{folder}'", "make the two the same"),
    _wrong("SC021", "id-not-kebab", "the id '{id}' is not in small letters, digits and single hyphens"),
    _read("SC022", "unusable-name", "'{word}' cannot be the name of {kind}: {why}"),
    _read("SC023", "no-rubric", "there is no rubric '{rubric}'", "rubrics lie in '_rubrics' beside the scenario"),
    _read("SC024", "condition", "{why}"),
    _read("SC025", "routes", "{why}", "every route has a 'when' but the last, which has none"),
    _read("SC026", "way-on", "{why}", "a beat has either responses, or a 'to' of its own"),
    _read("SC027", "name-taken", "'{word}' is the name of {first} and of {second}", "give one of them another name"),
    _read("SC028", "gauge-bounds", "the gauge '{gauge}' starts at {start}, which is not from {min} to {max}"),
    _wrong("SC029", "no-because", "these scores replace the rubric's, and nothing says why", "add 'because: ...'"),
    _wrong("SC030", "gate-without-safety", "a safety cue stands here, and no response has the code SK"),
    _wrong("SC031", "notice-opens-several", "'{beat}' asks what is noticed, and opens {count} ruptures at once"),
    Kind("SC032", "todo", "note", "there is a TODO here"),
    _read("SC033", "endless-round", "'{beat}' leads back to itself without a response in between"),
    _wrong("SC034", "stronger-unknown", "'{word}' is not another response of this beat"),
    _wrong("SC035", "not-in-rubric", "'{word}' is not {kind} of the rubric"),
    _wrong("SC036", "marker-kind", "'{marker}' is a marker of {right}, and this rupture is a {wrong}"),
    _poor("SC037", "ambiguous-name", "'{word}' is the name of {first} and of {second}", "give one another name"),
    _wrong("SC038", "waive-no-warning", "{word} is {what}, and only warnings can be waived", "remove it"),
    _poor("SC039", "waive-idle", "nothing here gives {word}, so there is nothing to waive", "remove it"),
    # -- quality
    _poor("SC050", "beat-unreachable", "nothing leads to the beat '{beat}'"),
    _poor("SC051", "ending-unreachable", "nothing leads to the ending '{ending}'"),
    _wrong("SC052", "no-way-out", "no ending can be reached from '{beat}'"),
    _wrong("SC053", "no-choice", "'{beat}' offers one response only", "offer a second, or make it a line"),
    _poor("SC054", "flag-idle", "the flag '{flag}' is {why}"),
    _poor("SC055", "gauge-idle", "the gauge '{gauge}' is {why}"),
    _poor("SC056", "rupture-never-opens", "the rupture '{rupture}' is never opened"),
    _poor("SC057", "rupture-never-repaired", "the rupture '{rupture}' is opened and nothing can repair it"),
    _poor("SC058", "feedback-missing", "the feedback of '{response}' lacks {parts}"),
    _poor("SC059", "ending-kind-missing", "there is no ending of quality '{quality}'"),
    _poor("SC060", "card-incomplete", "the library card lacks {parts}"),
    _poor("SC061", "same-words", "'{first}' and '{second}' have the same text"),
    _poor("SC062", "asks-without-responses", "'{beat}' has '{key}' and no responses, so it is never asked"),
    _poor("SC063", "ending-without-note", "the ending '{ending}' has no note to the trainee"),
    _poor("SC064", "scale-incomplete", "the dimension '{dimension}' lacks {parts}"),
    # -- what its plays come to
    _wrong(
        "SC070", "offers-nothing", "'{beat}' can offer nothing{after}",
        "keep one response without 'when' and 'once'",
    ),
    _wrong(
        "SC071", "goes-round", "a play can go round unchanged: {beats}{after}",
        "use 'once', or change what is asked",
    ),
    _poor("SC072", "beat-unreached", "no play reaches the beat '{beat}'"),
    _poor("SC073", "ending-unreached", "no play reaches the ending '{ending}'"),
    _poor("SC074", "never-offered", "no play is offered the response '{response}'"),
    _poor("SC075", "never-holds", "'{condition}' never holds here"),
    _poor("SC076", "always-holds", "'{condition}' always holds here"),
    _poor("SC077", "never-repaired", "the rupture '{rupture}' opens, and no play repairs it"),
    _poor(
        "SC078", "repairs-nothing", "'{rupture}' is never open when '{response}' is given",
        "open it before, or remove this",
    ),
    _poor("SC079", "scores-unused", "these points never count: {dimension} is never in play with '{response}'"),
    _wrong("SC080", "gate-unmet", "this safety cue can come with no SK response on offer{after}", "offer one always"),
    Kind("SC081", "unproved", "note", "there are more than {most:,} {what}, too many to look through{unmet}"),
    # -- how plays run, and what their choices are worth
    _poor("SC090", "length", "the {which} play takes {value}, {wanted}"),
    Kind(
        "SC091", "one-road", "note",
        "{off} of {all} moments ({share}) lie off the most travelled way, and {least} or more should",
    ),
    _poor("SC092", "not-remembered", "'{response}' {verb} '{flag}', and nothing that can follow asks for it"),
    _poor("SC093", "few-or-many", "'{beat}' can offer {count}, and should offer {wanted}"),
    _poor(
        "SC094", "one-plausible",
        "at {count} of {all} moments ({share}) one reply only is plausible, and at {most} at most should be: {beats}",
    ),
    _poor("SC095", "never-needed", "'{response}' is never needed: '{other}' earns as much, and all goes on the same"),
    _poor("SC096", "nothing-at-stake", "all responses of '{beat}' earn the same"),
    _wrong("SC097", "same-twice", "'{first}' and '{second}' have the same target, points and feedback"),
    _poor("SC098", "same-reaction", "the client takes '{best}', the best reply, and '{worst}', the worst, alike"),
    _poor("SC099", "out-of-reach", "{dimension} {what}"),
    _poor(
        "SC100", "no-trade-off",
        "what earns most at each moment reaches the most there is in every dimension: nothing has to be weighed",
    ),
    _poor("SC101", "guessing", "random play reaches {chance} of {dimension}, and should reach {within}"),
    _poor("SC102", "one-way-up", "one way only comes to the top band of {dimension}, a level of {level} or more"),
    _poor(
        "SC103", "warmth-wins",
        "always taking most empathy reaches {shares}, and should reach less than {most} of one of them",
    ),
    _poor(
        "SC104", "seldom-in-play",
        "{dimension} is in play at {expected} moments of a play on average, and should be at {wanted} or more",
    ),
    _poor(
        "SC105", "one-skill",
        "{first} and {second} go together: r = {r} over {count} responses, and should be {most} at most",
    ),
    _poor("SC106", "no-anchors", "{count} moments are shared by {share} of plays or more, and {wanted} should be"),
    _poor(
        "SC107", "no-repair-in-time",
        "'{rupture}' opens{after}, and {plays} offered a response that meets it within {most} decisions",
        "offer one that repairs it, or earns points in repair",
    ),
    _poor("SC108", "one-click", "every repair is one response, given at once: {ruptures}"),
    _poor(
        "SC109", "mistakes-final",
        "the best play comes to {best} in repair; of those that err and then repair, {why}",
    ),
    # -- what gives the best reply away
    _poor(
        "SC110", "near-words", "'{first}' and '{second}' are {value:.0%} the same, letter by letter "
        "(at most {most:.0%})",
        "make them two different moves, or remove one",
    ),
    _poor("SC111", "best-by-length", "the best reply is the {what} at {count} of {moments} moments " + _BY_CHANCE),
    _poor(
        "SC112", "length-pays",
        "{replies} replies earn more: length and points have a rank correlation of {value:+.2f} over {moments} moments "
        "(at most {most:.2f} either way; beyond {far:.2f} an error)",
    ),
    _poor(
        "SC113", "uneven-length",
        "this reply has {long} words and '{other}' has {short}: {value:.1f} times as many (at most {most:g} times)",
    ),
    _poor("SC114", "best-by-place", "the best reply is written {what} at {count} of {moments} moments " + _BY_CHANCE),
    _poor(
        "SC115", "form-cue",
        "where one reply alone has {what}, it is the best at {count} of {moments} moments " + _BY_CHANCE,
    ),
    _poor(
        "SC116", "echoes-client",
        "the best reply repeats more of the client's last words than the others do: {value:+.0%} on average over "
        "{moments} moments (at most {most:.0%})",
    ),
    _poor(
        "SC117", "absolutes-low",
        "of {count} replies with a word that leaves no room ({words}), {low} earn less than the middle of their moment "
        + _BY_CHANCE,
    ),
    _poor(
        "SC118", "jargon-uneven",
        "the best replies have {best:.1f} words of the trade in a hundred, the others {others:.1f} (at most {most:g} "
        "times as many)",
    ),
    _poor(
        "SC119", "grades-apart",
        "the best replies together read at school grade {best:.1f}, the others at {others:.1f} "
        "(at most {most:g} apart)",
    ),
    _poor(
        "SC120", "hard-to-read", "'{response}' reads at school grade {value:.0f} (at most {most:g})",
        "use shorter words, or two sentences",
    ),
    _poor(
        "SC121", "warmth-pays",
        "{words} words earn more: warmth and points have a rank correlation of {value:+.2f} over {moments} moments (at "
        "most {most:.2f} either way)",
    ),
    _poor(
        "SC122", "form-gives-away",
        "the form gives it away: without a word of the client's, the best reply is told from another in {value:.0%} of "
        "pairs over {moments} moments (at most {most:.0%})",
    ),
    _poor(
        "SC123", "one-template",
        "replies {replies} are the best at {count} of {moments} moments (at most {most:.0%})",
    ),
    _poor("SC124", "code-decides", "replies coded {word} are on offer at {count} moments, and the best {often}"),
    # -- what it is about
    _poor("SC130", "risk-without-note", "{what}, and there is no content note", "add 'content_note: ...'"),
    Kind("SC131", "authors-key", "note", "the key is {whose}: the debrief says so"),
    _poor(
        "SC132", "line-too-long", "this line has {count} words (at most {most:g})", "make it two lines",
    ),
    # -- what shows only beside other scenarios
    _poor("SC089", "one-kind-of-rupture", "the {count} scenarios open ruptures of one kind only, {kind}"),
    _poor(
        "SC133", "identity-difficult",
        "of {count} scenarios, the {told} with {token} are all among the most difficult (accident: p = {p})",
    ),
    _poor(
        "SC134", "playing-codes",
        "choosing the code that earns most in the other scenarios finds the best reply at {value:.0%} of {moments} "
        "moments (at most {most:.0%})",
    ),
    # -- a Twee file that is brought over
    _read(
        "SC140", "twee-no-passages", "there is no passage in this file that could become a beat",
        "a passage begins with a line ':: its name'",
    ),
    _read("SC141", "twee-too-much", "this is too much for one scenario: {why}", "bring it over in parts"),
    _poor("SC142", "twee-same-name", "a passage '{passage}' stands already in line {first}; links lead to that one"),
    _poor("SC143", "twee-header", "{why}"),
    _poor("SC144", "twee-metadata", "{what} cannot be understood and is left out: {why}"),
    _poor("SC145", "twee-link-nowhere", "{what} leads to '{target}', and no passage has this name"),
    Kind("SC146", "twee-skipped", "note", "'{passage}' is left out: {why}"),
    _poor("SC147", "twee-macro", "'{macro}' is an order to a story format, and stays here as text{more}"),
    _poor("SC148", "twee-hidden-character", "a character that no editor shows is left out ({name}){more}"),
    _poor("SC149", "twee-block", "what Attune knew of this passage is left out in part: {why}"),
)  # fmt: skip

TABLE: dict[str, Kind] = {kind.code: kind for kind in _ROWS}
"""Every code, with what findings of that code share. Each has a page `docs/findings/<code>.md`."""


def finding(
    code: str, place: Place, /, *, hint: str = "", severity: Severity | None = None, **words: object
) -> Finding:
    """A finding of this code; `words` fill its message. A severity below the code's floor is raised to it."""
    kind = TABLE[code]
    wanted = max(severity or kind.severity, kind.floor, key=SEVERITIES.index)
    short = {name: shortened(word) if isinstance(word, str) else word for name, word in words.items()}
    return Finding(code, wanted, place, kind.message.format(**short), shortened(hint) or kind.hint)


LONGEST = 1_000
"""Letters of what is quoted in a finding at most: a file can be one word of four million."""


def shortened(text: str) -> str:
    """The text as it may stand in a finding."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def stops(findings: Iterable[Finding]) -> bool:
    """Whether any of these keeps the scenario from being played."""
    return any(TABLE[found.code].stops for found in findings)


def waive(findings: Iterable[Finding], reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings, those warnings that the author lets stand made notes that give the reason."""
    return tuple(_waived(found, reasons) for found in findings)


def _waived(found: Finding, reasons: Mapping[str, str]) -> Finding:
    reason = reasons.get(found.code)
    if reason is None or found.severity != "warning":
        return found
    return replace(found, severity="note", message=f"{found.message} (waived: {reason})", hint="", waived=reason)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file and place, each once."""
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda found: (found.place.file, found.place.line, found.place.column))
    )


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """A hint with the nearest of `words`, or nothing when none is near."""
    from difflib import get_close_matches  # only needed when something is wrong

    others = [other for other in words if other != word and len(other) <= _LONGEST_NAME]
    if len(others) > _MOST_NEAR:  # comparing is slow: among thousands of names, only with those that begin like it
        others = [other for other in others if other[:2] == word[:2]][:_MOST_NEAR]
    near = get_close_matches(word, others, n=1, cutoff=0.6) if len(word) <= _LONGEST_NAME else ()
    return f"did you mean '{near[0]}'?" if near else ""


_LONGEST_NAME = 100
_MOST_NEAR = 1_000


def as_record(found: Finding) -> dict[str, str | int]:
    """The finding for programs: the object of `check --json`."""
    return {
        "code": found.code,
        "severity": found.severity,
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "message": found.message,
        "hint": found.hint,
    }


def render(found: Finding, lines: Sequence[str]) -> str:
    """The finding for people: place, code and message, the line it stands in, a caret under the word, the cure."""
    head = f"{found.place}  {found.code}  {found.message}"
    if not 1 <= found.place.line <= len(lines):
        return f"{head}\n    {found.hint}" if found.hint else head
    line, start = _window(lines[found.place.line - 1], found.place.column - 1)
    number = f"{found.place.line:>6} | "
    caret = " " * (len(number) + start) + "^" * _width(line, start)
    return f"{head}\n{number}{line}\n{caret}{'   ' + found.hint if found.hint else ''}"


WIDEST = 400
"""Letters of a line at most that are shown with a finding."""


def _window(line: str, at: int) -> tuple[str, int]:
    """The line as it is shown, and where the place is in that; of a very long line, what stands around it."""
    start = min(at, len(line))
    if len(line) <= WIDEST:
        return line.replace("\t", " "), start
    first = max(0, min(start - WIDEST // 2, len(line) - WIDEST))
    cut = line[first : first + WIDEST].replace("\t", " ")
    before, after = "…" if first else "", "…" if first + WIDEST < len(line) else ""
    return f"{before}{cut}{after}", start - first + len(before)


_WORD = re.compile(r"""'[^']*'|"[^"]*"|[^\s,\[\]{}:]+""")


def _width(line: str, start: int) -> int:
    word = _WORD.match(line, start)
    return len(word.group()) if word else 1
