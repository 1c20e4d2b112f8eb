"""What a person can set, how it changes the Look, and the keys that change it on every screen.

The settings screen shows the same table; the records keep the values. It changes nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from game.screens.intents import Change, Coach, Options, Speak
from game.screens.settings import PITCHES, RATES
from game.ui.events import Aloud, Tone
from game.ui.keymap import key_words
from game.ui.look import SCAN_STEPS, TEXT_STEPS, Look
from game.ui.motion import Motion
from game.ui.remap import chosen
from game.ui.theme import THEMES, Family, ThemeName

_Word = TypeVar("_Word", bound=str)

MOTIONS: tuple[Motion, ...] = ("full", "reduced", "none")
FAMILIES: tuple[Family, ...] = ("atkinson", "opendyslexic")


def onto(look: Look, kept: Mapping[str, Any]) -> Look:
    """The look with the settings that were kept; one that does not read is left at its default."""
    for setting in _SETTINGS:
        if setting in kept:
            look = changed(look, setting, str(kept[setting])) or look
    return replace(look, keymap=chosen(kept.get("keys"), letters=kept.get("letters") != "off"))


def changed(look: Look, setting: str, value: str) -> Look | None:
    """The look with one setting changed; None where the value means nothing."""
    make = _SETTINGS.get(setting)
    try:
        return make(look, value) if make else None
    except (KeyError, ValueError):
        return None


def options_of(kept: Mapping[str, Any]) -> Options:
    """How the person practised last; defaults for what was not kept or does not read."""
    told = kept.get("practice")
    if not isinstance(told, dict):
        return Options()
    coach: Coach = "each" if told.get("coach") == "each" else "end"
    flags = {name: bool(told[name]) for name in ("notice", "write_first", "confidence") if name in told}
    return Options(coach=coach, **flags)


def everywhere(action: str, look: Look) -> Change | None:
    """The change that a key means on every screen; None for all other actions."""
    match action:
        case "text-bigger":
            return _text(next((step for step in TEXT_STEPS if step > look.text_scale + 0.01), TEXT_STEPS[-1]))
        case "text-smaller":
            return _text(next((step for step in reversed(TEXT_STEPS) if step < look.text_scale - 0.01), TEXT_STEPS[0]))
        case "theme":
            names = list(THEMES)
            return Change("theme", names[(names.index(look.theme.name) + 1) % len(names)])
    return None


def aloud_of(kept: Mapping[str, Any]) -> Aloud:
    """Whether and how the screen is read aloud; off, and the usual voice, for what was not kept or does not read."""
    tone = Tone(_listed(RATES, kept.get("aloud-rate"), 1.0), _listed(PITCHES, kept.get("aloud-pitch"), 0.5))
    return Aloud(kept.get("aloud") == "on", tone, kept.get("aloud-positions") != "off")


def aloud_wish(action: str, aloud: Aloud) -> Change | Speak | None:
    """What the keys of reading aloud mean on every screen; None for all other actions."""
    match action:
        case "aloud":
            return Change("aloud", "off" if aloud.on else "on")
        case "aloud/everything" | "aloud/again" | "aloud/stop":
            return Speak(cast(Any, action.removeprefix("aloud/")))
    return None


def greeting(look: Look) -> str:
    """What is said when reading aloud is turned on."""
    keys = [look.key(name) for name in ("aloud/everything", "aloud/again", "aloud/stop", "aloud")]
    everything, again, stop, off = (key_words(key) for key in keys)
    return (
        f"Reading aloud is on. {everything} reads everything, {again} says it again, {stop} stops, {off} turns it off."
    )


def _listed(known: tuple[float, ...], value: Any, usual: float) -> float:
    return next((one for one in known if str(one) == value), usual)


def _text(scale: float) -> Change:
    return Change("text", str(scale))


def _scaled(look: Look, value: str) -> Look:
    return look.scaled(float(value))


def _themed(look: Look, value: str) -> Look:
    return replace(look, theme=THEMES[cast(ThemeName, value)])


def _moving(look: Look, value: str) -> Look:
    return replace(look, motion=_one_of(MOTIONS, value))


def _lettered(look: Look, value: str) -> Look:
    return replace(look, family=_one_of(FAMILIES, value))


def _one_of(known: tuple[_Word, ...], value: str) -> _Word:
    return known[known.index(cast(_Word, value))]


def _scanning(look: Look, value: str) -> Look:
    return replace(look, scan=0.0 if value == "off" else _one_of_steps(float(value)))


def _one_of_steps(seconds: float) -> float:
    return SCAN_STEPS[SCAN_STEPS.index(seconds)]


_SETTINGS: dict[str, Callable[[Look, str], Look]] = {
    "text": _scaled,
    "theme": _themed,
    "motion": _moving,
    "font": _lettered,
    "scan": _scanning,
}
