"""Files that no author would write and some program might: as large, deep, wide and tangled as the format lets through.

Each is made here from a few words; small ones that stand for themselves lie in `corpus`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.scenario.source import LARGEST

HEAD = """\
format: 1
id: hostile
title: Hostile
rubric: relational
summary: Made by a program.
difficulty: beginner
minutes: 10
setting: Nowhere.
client: {name: Ada, intake: A case.}
"""
ENDINGS = "endings:\n  end: {quality: partial, lines: [{text: So.}], note: So.}\n"
SAID = "text: Yes., code: NT, feedback: {heard: Yes., why: So., principle: 3RS:S2}"


def written(beats: Iterable[str], *, more: str = "", start: str = "b0") -> bytes:
    """A whole scenario with these beats."""
    return f"{HEAD}{more}start: {start}\nbeats:\n{''.join(beats)}{ENDINGS}".encode()


def beat(name: str, *responses: str, more: str = "") -> str:
    """A beat with responses, each given as what stands in its braces after the usual."""
    said = "".join(f"      r{at}: {{{SAID}, {one}}}\n" for at, one in enumerate(responses))
    return f"  {name}:\n{more}    responses:\n{said}"


def filled(piece: str) -> bytes:
    """The piece as often as the largest file has room for it."""
    return (piece * (LARGEST // len(piece.encode()))).encode()


def numbered(piece: str, most: int = 10**9) -> bytes:
    """The same with `{n}` counted up."""
    parts, size, number = [], 0, 0
    while number < most:
        part = piece.format(n=number)
        size += len(part)
        if size > LARGEST:
            break
        parts.append(part)
        number += 1
    return "".join(parts).encode()


# -- YAML ------------------------------------------------------------------------------------------------------------
def alias_bomb() -> bytes:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)]
    return ("a0: &a0 [x, x]\n" + "".join(levels)).encode()


def aliases_by_the_thousand() -> bytes:
    return b"a: &a x\nb: [" + b"*a, " * 900_000 + b"x]\n"


def anchors_by_the_thousand() -> bytes:
    return numbered("- &a{n} x\n")


def flow_depths() -> bytes:
    return b"[" * LARGEST


def mapping_depths() -> bytes:
    return b"{a: " * (LARGEST // 4)


def block_depths() -> bytes:
    return "".join(f"{' ' * depth}a:\n" for depth in range(2_500)).encode()


def dashes() -> bytes:
    return filled("- ")


def dashes_in_lines() -> bytes:
    return filled("- \n")


def question_marks() -> bytes:
    return filled("? ")


def same_key_again() -> bytes:
    return filled("a: \n")


def other_keys() -> bytes:
    return numbered("a{n}: \n")


def keys_nearly_known() -> bytes:
    return HEAD.encode() + numbered("beat{n}: \n")[: LARGEST - len(HEAD) - 10]


def huge_text() -> bytes:
    return b"a: " + b"x" * (LARGEST - 3)


def huge_key() -> bytes:
    return b"x" * (LARGEST - 3) + b": y"


def huge_quoted_key() -> bytes:
    return b'"' + b"x" * (LARGEST - 5) + b'": y'


def huge_number() -> bytes:
    return b"format: " + b"9" * (LARGEST - 8)


def escapes() -> bytes:
    return b'a: "' + b"\\x00" * ((LARGEST - 5) // 4) + b'"'


def hidden_escapes() -> bytes:
    return filled('- "\\x00"\n')


def tags() -> bytes:
    return filled("- !!x y\n")


def open_quote() -> bytes:
    return b"a: '" + b"x\n" * (LARGEST // 2 - 3)


def nul_bytes() -> bytes:
    return b"\0" * LARGEST


def high_bytes() -> bytes:
    return b"\xff" * LARGEST


def byte_order_marks() -> bytes:
    return filled("\ufeff")


def comments() -> bytes:
    return filled("#\n")


def tabs() -> bytes:
    return b"a:\n" + b"\t" * (LARGEST - 4)


def documents() -> bytes:
    return filled("---\n")


def colons() -> bytes:
    return filled(":")


def spaces() -> bytes:
    return b" " * LARGEST


def too_large() -> bytes:
    return b"a" * (LARGEST * 3)


# -- shape -----------------------------------------------------------------------------------------------------------
def beats_that_are_nothing() -> bytes:
    return written([f"  b{n}:\n" for n in range(350_000)])


def responses_that_are_nothing() -> bytes:
    return written(["  b0:\n    responses:\n", *(f"      r{n}:\n" for n in range(280_000))])


def beats_of_minimal_size() -> bytes:
    last = 100_000 - 1
    return written([*(f"  b{n}: {{to: b{n + 1}}}\n" for n in range(last)), f"  b{last}: {{to: end}}\n"])


def unknown_keys_in_beats() -> bytes:
    return written([f"  b{n}: {{too: end}}\n" for n in range(180_000)])


def unknown_names() -> bytes:
    return written([f"  b{n}: {{to: c{n}}}\n" for n in range(150_000)])


def unknown_names_in_conditions() -> bytes:
    return written([f"  b{n}: {{to: [{{when: f{n}, go: end}}, {{go: end}}]}}\n" for n in range(75_000)])


def responses_by_the_thousand() -> bytes:
    return written(
        ["  b0:\n    responses:\n", *(f"      r{n}: {{text: A{n}, code: NT, to: end}}\n" for n in range(50_000))]
    )


def responses_that_say_the_same() -> bytes:
    return written(
        ["  b0:\n    responses:\n", *(f"      r{n}: {{text: A, code: NT, to: end}}\n" for n in range(50_000))]
    )


def flags_by_the_thousand() -> bytes:
    return written([beat("b0", "to: end", "to: end")], more=f"flags: [{', '.join(f'f{n}' for n in range(300_000))}]\n")


def ruptures_by_the_thousand() -> bytes:
    declared = "".join(f"  u{n}: {{kind: withdrawal, marker: W1}}\n" for n in range(80_000))
    return written([beat("b0", "to: end", "to: end")], more=f"ruptures:\n{declared}")


def gauges_by_the_thousand() -> bytes:
    declared = "".join(f"  g{n}: {{start: 0, min: -1000000000, max: 1000000000}}\n" for n in range(60_000))
    return written([beat("b0", "to: end", "to: end")], more=f"gauges:\n{declared}")


def todos() -> bytes:
    return filled("- TODO\n")


def cyclic_routes() -> bytes:
    return written([f"  b{n}: {{to: b{(n + 1) % 90_000}}}\n" for n in range(90_000)])


def a_round_of_choices() -> bytes:
    size = 18_000
    return written([beat(f"b{n}", f"to: b{(n + 1) % size}", "to: end") for n in range(size)])


# -- conditions ------------------------------------------------------------------------------------------------------
def conditions_at_the_limit() -> bytes:
    long = " and ".join(["trust != 99"] * 26)
    deep = "not (" * 19 + "trust == 1" + ")" * 19
    ways = f"to: [{{when: {long}, go: end}}, {{when: {deep}, go: end}}, {{go: end}}]"
    return written([beat("b0", *[ways] * 5_000)])


def conditions_all_different() -> bytes:
    ways = (
        f"to: [{{when: trust != {n} and tension > {n} or shame == {n}, go: end}}, {{go: end}}]" for n in range(20_000)
    )
    return written([beat("b0", *ways)])


def long_conditions_all_different() -> bytes:
    long = " or ".join(["trust != {0}"] * 24)
    ways = (f"to: [{{when: {long.format(100 + n)}, go: end}}, {{go: end}}]" for n in range(7_000))
    return written([beat("b0", *ways)])


def broken_conditions() -> bytes:
    return written([beat("b0", *(f"to: [{{when: (((( {n}, go: end}}, {{go: end}}]" for n in range(25_000)))])


# -- states ----------------------------------------------------------------------------------------------------------
def once_everywhere() -> bytes:
    return written([beat("b0", *["once: true, to: b0"] * 60, "to: end")])


def once_everywhere_wide() -> bytes:
    return written([beat("b0", *["once: true, to: b0"] * 20_000, "to: end")])


def flags_everywhere() -> bytes:
    flags = [f"f{n}" for n in range(400)]
    said = [f"sets: {flag}, to: b0, when: not {flag}" for flag in flags]
    asked = " and ".join(flags[:40])
    return written(
        [beat("b0", *said, f"to: [{{when: {asked}, go: end}}, {{go: b0}}]")], more=f"flags: [{', '.join(flags)}]\n"
    )


def wide_gauges() -> bytes:
    declared = "".join(f"  g{n}: {{start: 0, min: -1000000000, max: 1000000000}}\n" for n in range(12))
    said = [f"effects: {{g{n}: {10**n % 999_983 + 1}}}, to: b0" for n in range(12)]
    asked = [f"to: [{{when: g{n} == g{(n + 1) % 12}, go: end}}, {{go: b0}}]" for n in range(12)]
    return written([beat("b0", *said, *asked)], more=f"gauges:\n{declared}")


def one_wide_gauge_per_beat() -> bytes:
    declared = "".join(f"  g{n}: {{start: 0, min: -500, max: 500}}\n" for n in range(300))
    said = [f"effects: {{g{n}: 1}}, to: [{{when: g{n} > 400, go: end}}, {{go: b0}}]" for n in range(300)]
    return written([beat("b0", *said)], more=f"gauges:\n{declared}")


def ruptures_by_the_hundred() -> bytes:
    declared = "".join(f"  u{n}: {{kind: withdrawal, marker: W1}}\n" for n in range(300))
    said = [f"opens: u{n}, to: b0" for n in range(300)]
    mends = [f"repairs: {{rupture: u{n}, when: since_opened('NT')}}, to: b0" for n in range(300)]
    return written([beat("b0", *said, *mends, "to: end")], more=f"ruptures:\n{declared}")


def ruptures_in_every_order() -> bytes:
    declared = "".join(
        f"  u{n}: {{kind: {('withdrawal', 'confrontation')[n % 2]}, marker: {'WC'[n % 2]}1}}\n" for n in range(12)
    )
    said = [f"opens: u{n}, to: b0" for n in range(12)]
    mends = [f"repairs: u{n}, to: b0" for n in range(12)]
    return written([beat("b0", *said, *mends, "to: end")], more=f"ruptures:\n{declared}")


def beats_remembered() -> bytes:
    names = [f"b{n}" for n in range(60)]
    asked = [f"to: [{{when: seen('{name}') and chose('{name}/r1'), go: end}}, {{go: {name}}}]" for name in names]
    return written([beat(name, *asked) for name in names])


def much_remembered_in_a_long_story() -> bytes:
    size = 1_500
    whole = [beat(f"b{n}", *[f"once: true, to: b{n + 1}"] * 2, f"sets: f{n % 30}, to: b{n + 1}") for n in range(size)]
    asked = " or ".join(f"chose('b{n}/r0')" for n in range(20))
    last = beat(f"b{size}", f"to: [{{when: {asked}, go: end}}, {{go: end}}]", "to: end")
    flags = ", ".join(f"f{n}" for n in range(30))
    return written([*whole, last], more=f"flags: [{flags}]\n")


def a_long_story_with_wide_offers() -> bytes:
    size = 80
    ways = [f"effects: {{trust: {n % 3 - 1}, tension: {n % 5 - 2}, shame: {n % 7 - 3}}}" for n in range(300)]
    whole = [beat(f"b{n}", *(f"{way}, to: b{n + 1}" for way in ways)) for n in range(size)]
    last = beat(
        f"b{size}", "to: [{when: trust > tension, go: end}, {when: shame > trust, go: end}, {go: end}]", "to: end"
    )
    return written([*whole, last])


NOT_FILES = ("written", "beat", "filled", "numbered")

MADE: dict[str, Callable[[], bytes]] = {
    name: made
    for name, made in list(globals().items())
    if getattr(made, "__module__", "") == __name__ and name not in NOT_FILES
}
"""Every one of these files, by name."""
