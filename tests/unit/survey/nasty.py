"""A scenario whose every text tries to get out of where it is put: of HTML, of a script, of a Mermaid label."""

from __future__ import annotations

from dataclasses import replace

from building import beat, said, scenario

from game.scenario.model import Line, Open, Repair, Rupture, Scenario

NASTY = (
    "</script><script>document.title='broken'</script> \"quoted\" & 'so' <b>bold</b> --> ; end`${1}`#quot; %% |x| }}"
)


def nasty() -> Scenario:
    """Names stay as the format allows them, but for those a test builds by hand: the gate and the rupture's name."""
    scene = scenario(
        beat(
            "end",
            replace(said("graph", to=[("trust > 1 and tension <= 3", "class"), ("", "over")]), text=NASTY),
            replace(said("click", to="class", when="not rushed", effects=(Repair(NASTY),)), text=NASTY),
            lines=(Line(NASTY), Line(NASTY, aside=True)),
            effects=(Open(NASTY),),
            gate=NASTY,
        ),
        beat("class", to=[("trust > 1", "over"), ("", "style")]),
        endings="over style",
        ruptures={NASTY: Rupture(NASTY, "withdrawal", "W1")},
    )
    endings = {id: replace(one, note=NASTY, lines=(Line(NASTY),)) for id, one in scene.endings.items()}
    return replace(scene, title=NASTY, endings=endings)
