"""Fragments of YAML put into a whole file by their keys, as text, so that marks and mistakes survive.

It knows indentation and keys, and nothing of what they mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY = re.compile(r"(?P<indent> *)(?P<key>[^\s:#{}\[\]-][^\s:{}\[\]]*):(?P<rest>.*)$")


@dataclass
class Block:
    """One key with the lines under it."""

    key: str
    """Empty for lines that no key begins."""
    lines: list[str]

    @property
    def has_value(self) -> bool:
        """Whether a value stands in the line of the key."""
        rest = _KEY.match(self.lines[0])
        return bool(rest) and bool(rest["rest"].split("#")[0].strip())


def merged(whole: str, fragment: str) -> str:
    """The whole file with the fragment's keys in place of its own."""
    return "\n".join(_merge(whole.rstrip("\n").split("\n"), fragment.rstrip("\n").split("\n"))) + "\n"


def _merge(whole: list[str], fragment: list[str]) -> list[str]:
    blocks = _blocks(whole)
    replaced: set[str] = set()
    for new in _blocks(fragment):
        old = next((block for block in blocks if block.key == new.key and new.key), None)
        if old is None or new.key in replaced:
            blocks.insert(len(blocks) if old is None else blocks.index(old) + 1, new)
        elif new.has_value or old.has_value or _is_list(new) or _is_list(old):
            old.lines = new.lines
        else:
            old.lines = [new.lines[0], *_merge(old.lines[1:], new.lines[1:])]
        replaced.add(new.key)
    return [line for block in blocks for line in block.lines]


def _is_list(block: Block) -> bool:
    return len(block.lines) > 1 and block.lines[1].lstrip().startswith("- ")


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    for line in lines:
        found = _KEY.match(line)
        begins = found is not None and len(found["indent"]) == indent
        if begins or (line.strip() and len(line) - len(line.lstrip()) == indent) or not blocks:
            blocks.append(Block(found["key"] if found and begins else "", [line]))
        else:
            blocks[-1].lines.append(line)
    return blocks
