"""What can be measured of a text without understanding it: its words, its form, how warm, hard or learned it sounds.

It knows nothing of scenarios. The word lists are ours, made for short spoken replies in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_STOP = re.compile(r"[.?!…]+(?=[\s\"”'’)]|$)")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text, taken apart once."""

    text: str
    words: tuple[str, ...]
    """In small letters, in order, with straight apostrophes."""
    sentences: int
    """At least one."""


def wording(text: str) -> Wording:
    """The text taken apart."""
    words = tuple(_WORD.findall(text.lower().replace("’", "'")))
    return Wording(text, words, max(1, len(_STOP.findall(text))))


def listed(words: str) -> frozenset[str]:
    """A list of words, written as one line."""
    return frozenset(words.split())


# -- form --------------------------------------------------------------------------------------------------------
HEDGES = listed(
    "think guess wonder wondering suppose may might maybe perhaps possibly probably seem seems somehow rather"
)
"""Words that soften what is said."""

ABSOLUTES = listed(
    "always never just everyone everybody nobody everything nothing completely totally definitely certainly "
    "obviously clearly absolutely entirely must"
)
"""Words that leave no room; `at least` is one too."""

_ECHO = re.compile(r"\b(i hear|i'm hearing|it sounds like|sounds like|it sounds as if|what i hear)\b")
_QUOTE = re.compile(r"[“”\"]|(?<!\w)['‘][^'’]+['’](?!\w)")
_DASH = re.compile(r"[–—]| - ")
_WE = listed("we us our ours ourselves we're we've we'll we'd let's")
_ME = listed("i me my mine myself i'm i've i'd i'll")
_SORRY = listed("sorry apologise apologize apology apologies forgive")
_THANKS = listed("thank thanks grateful")
_JOINING = listed("and so but or then")

CUES: Mapping[str, Callable[[Wording], bool]] = {
    "a question": lambda one: "?" in one.text,
    "a quotation": lambda one: _QUOTE.search(one.text) is not None,
    "a dash": lambda one: _DASH.search(one.text) is not None,
    "'I hear' or 'It sounds like'": lambda one: _ECHO.search(" ".join(one.words)) is not None,
    "a softening word": lambda one: not HEDGES.isdisjoint(one.words),
}
"""Signs of form that stand out when one reply alone has them."""

FORMS: Mapping[str, Callable[[Wording], bool]] = {
    **CUES,
    "we, us or our": lambda one: not _WE.isdisjoint(one.words),
    "I, me or my": lambda one: not _ME.isdisjoint(one.words),
    "an apology": lambda one: not _SORRY.isdisjoint(one.words),
    "thanks": lambda one: not _THANKS.isdisjoint(one.words),
    "'You' at the start": lambda one: one.words[:1] in (("you",), ("you're",), ("you've",), ("you'd",), ("your",)),
    "a joining word at the start": lambda one: not _JOINING.isdisjoint(one.words[:1]),
    "silence": lambda one: one.text.startswith("("),
    "an exclamation": lambda one: "!" in one.text,
    "three sentences or more": lambda one: one.sentences >= 3,
    "two commas or more": lambda one: one.text.count(",") >= 2,
    "an absolute word": lambda one: bool(absolutes(one)),
}
"""Everything about the form of a reply that shows without reading what it answers."""


def absolutes(one: Wording) -> tuple[str, ...]:
    """The words in it that leave no room."""
    found = tuple(word for word in one.words if word in ABSOLUTES)
    return (*found, "at least") if "least" in one.words and "at least" in one.text.lower() else found


def opening(one: Wording) -> str:
    """Its first two words: what a reader would call how it begins."""
    return " ".join(one.words[:2])


# -- sameness ----------------------------------------------------------------------------------------------------
_PLAIN = listed(
    "a about all am an and any are as at be been but by can could did do does for from get go had has have he her "
    "him his how i if in into is it its just like me more my no not now of off on one or our out over she so some "
    "than that the their them then there they this to too up us very was we well were what when where which who "
    "why will with would yes you your"
)
"""Words that everybody uses; what is said lies in the others."""


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """The word without the endings that grammar adds: crude, and alike on both sides of a comparison."""
    word = word.partition("'")[0]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def content(words: Iterable[str]) -> frozenset[str]:
    """What is said: the words without those everybody uses and without their endings."""
    stems = {word: _stem(word) for word in words}
    return frozenset(stem for word, stem in stems.items() if word not in _PLAIN and stem not in _PLAIN)


def echo(reply: Wording, heard: frozenset[str]) -> float:
    """The share, 0 to 1, of what a reply says that was said just before (`content` of those words)."""
    said = content(reply.words)
    return len(said & heard) / len(said) if said else 0.0


def similarity(one: Wording, other: Wording) -> float:
    """How alike two texts are, letter by letter, 0 to 1; 0 where lengths or words are far apart."""
    if 3 * min(len(one.text), len(other.text)) < 2 * max(len(one.text), len(other.text)):
        return 0.0
    shared = len(set(one.words).intersection(other.words))
    if 4 * shared < len(one.words) + len(other.words):
        return 0.0
    from difflib import SequenceMatcher  # only needed when two texts are near

    return SequenceMatcher(None, one.text.lower(), other.text.lower(), autojunk=False).ratio()


# -- sound -------------------------------------------------------------------------------------------------------
JARGON = re.compile(
    r"\b(attachment|boundar(y|ies)|cop(e|ing) (skill|mechanism)|countertransference|defen[cs]e mechanism|dysregulat\w+|"
    r"maladaptive|process (it|this|that)|rapport|relational|rupture|schema|toxic|transference|trauma\w*|trigger\w*|"
    r"validat\w+|vulnerab\w+)\b",
    re.IGNORECASE,
)
"""Words that people seldom say of themselves unless a therapist has taught them to."""

LEARNED = re.compile(
    r"\b(affect(ive)?|ambivalen\w+|avoidan(ce|t)|catastrophi\w+|cogniti\w+|defensive(ness)?|distortion\w*|internalis\w+|"
    r"internaliz\w+|intervention\w*|narcissis\w+|patholog\w+|projecti(on|ng)|psycho\w+|regulat\w+|resistan\w+|somatic\w*|"
    r"symptom\w*|therapeutic\w*|unconscious\w*)\b",
    re.IGNORECASE,
)
"""More of them, that a client may say and that still mark a therapist's reply."""


def jargon(one: Wording) -> int:
    """How many words of the trade it has."""
    return sum(1 for _ in JARGON.finditer(one.text)) + sum(1 for _ in LEARNED.finditer(one.text))


WARM = listed(
    "beautiful best better brave care cared careful caring clear comfortable courage enjoy fair fine fond free "
    "friend friends fun generous gentle gentler glad good grateful great happier happy honest hope hopeful kind "
    "kinder kindly kindness lovely love loved luck lucky nice okay peace pleased pleasure proper proud relief "
    "right safe safer strength strong sweet thank thanks trust understand warm warmly welcome well wise wonderful "
    "worth"
)
HARD = listed(
    "afraid alone angry annoyed anxious ashamed avoid avoided avoiding bad blame broke broken cold cross cruel "
    "cut difficult fail failed failing failure fault fear fought frightened guilty hard hate hated hopeless hurt "
    "hurting hurts ignored ill impossible lie lied lonely lose losing lost mad mess mistake pain painful "
    "pointless poor rude sad scared shame sick stuck terrible tired trouble ugly upset useless weak worried worse "
    "worst wrong"
)
_NEGATIONS = listed("not no never isn't wasn't don't didn't can't couldn't won't wouldn't aren't nothing without")


def warmth(one: Wording) -> int:
    """Warm words less hard ones; a negation just before turns a word round."""
    return sum(
        (-1 if before in _NEGATIONS else 1) * ((word in WARM) - (word in HARD))
        for before, word in zip(("", *one.words), one.words, strict=False)
    )


# -- how hard to read --------------------------------------------------------------------------------------------
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end not counted; at least one."""
    groups = len(_VOWELS.findall(word))
    silent = word.endswith(("e", "es", "ed")) and not word.endswith(("le", "ted", "ded", "ses", "ces", "ges", "ee"))
    return max(1, groups - silent)


def grade(texts: Iterable[Wording]) -> float:
    """The school grade (US) at which these texts together can be read (Kincaid et al. 1975); 0 without any words."""
    words = sentences = spoken = 0
    for one in texts:
        words += len(one.words)
        sentences += one.sentences
        spoken += sum(map(syllables, one.words))
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59 if words else 0.0
