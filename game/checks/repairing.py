"""Whether ruptures can be repaired in time, and whether repairing asks for more than one click and pays.

One small function for each thing that can be wanting; the following of ways is `openings`'.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.checks.limits import limit
from game.checks.openings import Hope, Hopes, Opening, after_an_error, only_at_once, openings
from game.checks.plays import Check, Plays
from game.scenario.bounds import MIDDLE
from game.scenario.findings import Finding, Severity, finding


def no_repair_in_time(plays: Plays) -> Iterator[Finding]:
    """Ruptures that nothing on offer meets within a few decisions: on no way on, or not on every one."""
    hopes = Hopes(plays.explored, plays.repairing, limit("step of repair"))
    within = int(limit("decisions to a repair"))
    first: dict[tuple[str, Hope], Opening] = {}
    for one in openings(plays.explored):
        first.setdefault((one.rupture, hopes.of(one, within)), one)
    for rupture in plays.scenario.ruptures:
        never, not_always = first.get((rupture, Hope(False, False))), first.get((rupture, Hope(True, False)))
        opening, place = never or not_always, plays.desk.key_place(("ruptures", rupture))
        if opening:
            whose = "no play is" if never else "some plays are not"
            severity: Severity = "error" if never else "warning"
            words = {"after": _after(plays, opening), "plays": whose, "most": str(within)}
            yield finding("SC107", place, severity=severity, rupture=rupture, **words)


def _after(plays: Plays, opening: Opening) -> str:
    path = plays.explored.path(opening.state)
    return f" after {', '.join(path)}" if path else ""


def one_click(plays: Plays) -> Iterator[Finding]:
    """Scenarios in which every rupture that is repaired is so at once, always by the same response."""
    ways: dict[str, set[str]] = {}
    for state, mended in plays.repairing.items():
        for response, ruptures in zip(plays.explored.offers[state], mended, strict=True):
            for rupture in ruptures:
                ways.setdefault(rupture, set()).add(f"{plays.explored.places[state]}/{response.id}")
    hindered = any(mend.failed for mend in plays.mends if mend.rupture in ways)
    if not plays.is_whole or not ways or hindered or any(len(those) > 1 for those in ways.values()):
        return
    if ways.keys() <= only_at_once(plays.explored, plays.repairing):
        said = ", ".join(f"'{rupture}' by {min(those)}" for rupture, those in ways.items())
        yield finding("SC108", plays.desk.key_place(("ruptures",)), ruptures=said)


def mistakes_final(plays: Plays) -> Iterator[Finding]:
    """No play that errs and then repairs comes near the best there is in repair."""
    level, codes = plays.bounds.dimensions["repair"].level, plays.scenario.rubric.codes
    errs = any(codes[response.code].is_error for _, response in plays.offered)
    if not plays.is_whole or not level or not errs or not plays.repairing:
        return
    wanted = level[1] - Fraction(limit("price of an error"))
    down = (wanted - MIDDLE).numerator
    most = after_an_error(plays.explored, plays.repairing, wanted.denominator, down)
    if most is None or most < 0:
        why = "none does so at all" if most is None else f"none that does so comes to {float(wanted):.2f}"
        yield finding("SC109", plays.desk.key_place(("ruptures",)), best=f"{float(level[1]):.2f}", why=why)


CHECKS: tuple[Check, ...] = (no_repair_in_time, one_click, mistakes_final)
"""Every check of how ruptures are repaired."""
