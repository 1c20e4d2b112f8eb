"""What a key does to the text of a field and its caret.

It knows text only, neither where it stands on the screen nor how it is wrapped.
"""

from __future__ import annotations

from game.ui.events import Key

LONGEST = 4000


def edit(text: str, caret: int, key: Key) -> tuple[str, int] | None:
    """(text, caret) after the key; None when the key means nothing in a field (Tab, Esc, arrows up and down)."""
    match key.name:
        case "Backspace":
            return text[: max(0, caret - 1)] + text[caret:], max(0, caret - 1)
        case "Delete":
            return text[:caret] + text[caret + 1 :], caret
        case "Left" | "Right" | "Home" | "End" | "Ctrl+Left" | "Ctrl+Right":
            return text, _moved(text, caret, key.name)
        case "Enter":
            return _inserted(text, caret, "\n")
        case _:
            written = "".join(c for c in key.text if c.isprintable() or c == "\n")
            return _inserted(text, caret, written) if written else None


def _inserted(text: str, caret: int, more: str) -> tuple[str, int]:
    more = more[: max(0, LONGEST - len(text))]
    return text[:caret] + more + text[caret:], caret + len(more)


def _moved(text: str, caret: int, how: str) -> int:
    match how:
        case "Left":
            return max(0, caret - 1)
        case "Right":
            return min(len(text), caret + 1)
        case "Ctrl+Left":
            return len(text[:caret].rstrip()) - len(text[:caret].rstrip().split(" ")[-1])
        case "Ctrl+Right":
            rest = text[caret:].lstrip()
            return len(text) - len(rest) + len(rest.split(" ")[0])
        case "Home":
            return text.rfind("\n", 0, caret) + 1
        case _:
            end = text.find("\n", caret)
            return len(text) if end < 0 else end
