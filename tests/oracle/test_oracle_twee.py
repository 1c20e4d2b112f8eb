"""Random scenarios, written as an author of YAML writes them, go to Twine and come back, and compile to the same."""

from __future__ import annotations

from pathlib import Path

import generator
import pytest

from game.scenario.cache import to_json
from game.scenario.compile import compile_path, compile_source
from game.scenario.source import Source
from game.scenario.written import as_values, scenario_from
from game.twee.exported import exported
from game.twee.imported import imported

PLACES = ("sha", "place")


def bare(value: object) -> object:
    """What a compiled scenario says, without digests and places in the file."""
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items() if key not in PLACES}
    return [bare(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("seed", range(25))
def test_a_random_scenario_comes_back(seed: int, tmp_path: Path) -> None:
    folder = generator.write(tmp_path, seed)
    before = compile_path(folder)
    assert before.scenario is not None
    assert before.tree is not None
    its, _ = scenario_from(before.tree, "f")
    assert its is not None
    brought = imported(exported(as_values(its)), "story.twee")
    assert brought.findings == ()
    after = compile_source(Source("f.yaml", brought.yaml.encode()), [tmp_path / "_rubrics"])
    assert after.scenario is not None
    assert bare(to_json(after.scenario)) == bare(to_json(before.scenario))
