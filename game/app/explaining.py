"""What a finding means, for an author who has met it: its row of the table and its page of the manual."""

from __future__ import annotations

from game import res
from game.app.fault import CommandFault
from game.scenario.findings import TABLE, Kind, did_you_mean


def explained(asked: str) -> str:
    """The page of a finding, by its code or name; raises `CommandFault` for one that is not in the table."""
    kind = _kind(asked)
    page = res.path("docs", "findings", f"{kind.code}.md")
    if page.is_file():
        return page.read_text(encoding="utf-8").strip()
    cure = f"\nCure: {kind.hint}." if kind.hint else ""
    return f"{kind.code} {kind.name} ({kind.severity})\n{kind.message}{cure}"


def _kind(asked: str) -> Kind:
    for kind in TABLE.values():
        if asked.upper() == kind.code or asked.lower() == kind.name:
            return kind
    names = [kind.name for kind in TABLE.values()]
    hint = did_you_mean(asked.upper(), TABLE) or did_you_mean(asked.lower(), names)
    raise CommandFault(f"There is no finding '{asked}'{f'; {hint}' if hint else '.'}")
