"""A process that plays is killed at any instant, and nothing that was answered is lost, doubled or changed.

Real processes and real SIGKILL, at seeded random instants, from before the records file exists to after an ending.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from killing import Answers, Tell, answer, kill, what
from scenes import corridor

from game.records.kept import written
from game.records.store import Store
from game.story.machine import Story
from game.story.run import Ends, Notices, Offers, Run, resume
from game.story.transcript import Entry, Responded

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL"),
]

LIVES = 30
"""How many records files; each is made, played and killed `KILLS` times in a row."""
KILLS = 8
STORY = Story(corridor(7))


def test_whatever_was_answered_before_the_kill_is_there_after_it(tmp_path: Path) -> None:
    dice = random.Random(20)
    killed, made, in_flight, ended = 0, 0, 0, 0
    opening_s, playing_s = paces(tmp_path / "unharmed.db")
    for life in range(LIVES):
        path, answered, unanswered = tmp_path / f"{life}.db", Answers(), 0
        for kills in range(1, KILLS + 1):
            # The first kill falls early, so that many fall while the file itself is being made.
            delay = dice.uniform(0, opening_s if not answered else opening_s + playing_s)
            new = kill(partial(play, path, dice.randrange(1 << 30)), delay_s=delay)
            killed += 1
            assert not answered.keys() & new.keys(), "an entry was answered twice"
            answered.update(new)
            made += not path.exists() or path.stat().st_size == 0
            unanswered = hold(path, answered)
            assert unanswered <= kills, "more than one entry was kept between two answers"
        in_flight += unanswered
        ended += sum("Ends" in one.moment for one in answered.values())
    print(
        f"\n{killed} kills, {made} of them before the file was made; {in_flight} entries kept whose answer never came"
    )
    assert killed >= 200
    assert in_flight >= 3, "no kill fell between commit and answer: the instants are not spread"
    assert ended >= 3, "no run came to its end: the players are killed too early"


def hold(path: Path, answered: Answers) -> int:
    """Check the file after a kill; how many entries were kept whose answer never came (each kill may leave one)."""
    unanswered = 0
    with Store.open(path) as store:
        assert store.complaints == ()
        assert store.integrity() == "ok"
        assert {run for run, _ in answered} <= {run.id for run in store.runs()}
        for kept in store.runs():
            transcript = store.transcript(kept.id)
            mine = [answered[key] for key in sorted(answered) if key[0] == kept.id]
            known = {one.n: one for one in mine}
            assert sorted(known) == [n for n in range(len(transcript.entries)) if n in known]
            assert {n: one.entry for n, one in known.items()} == {
                n: written(entry) for n, entry in enumerate(transcript.entries) if n in known
            }
            unanswered += len(transcript.entries) - len(known)
            again = resume(STORY, transcript)
            assert world_of(transcript.entries, transcript.seed) == repr(again.world)
            if last := known.get(len(transcript.entries) - 1):
                assert (last.world, last.moment) == (repr(again.world), what(again.moment))
            assert (kept.standing == "ended") == any("ended" in written(entry) for entry in transcript.entries[-1:])
    return unanswered


def world_of(entries: tuple[Entry, ...], seed: int) -> str:
    """The World of the decisions by themselves, played afresh without the journal's other entries or `resume`."""
    run = Run(STORY, seed)
    for entry in entries:
        if isinstance(entry, Responded):
            run.respond(entry.response)
        elif hasattr(entry, "to"):
            run.rewind(entry.to)
    return repr(run.world)


def paces(path: Path) -> tuple[float, float]:
    """Seconds that this machine takes just now to make a file, and to keep some sixty entries in it."""
    told: list[float] = [time.perf_counter()]

    def heard(_: object) -> None:
        told.append(time.perf_counter())
        if len(told) > 60:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play(path, 1, heard)
    return min(told[1] - told[0], 0.05), min(told[-1] - told[1], 0.2)  # a hiccup here must not make it a long test


# -- the player --------------------------------------------------------------------------------------------------
def play(path: Path, seed: int, tell: Tell) -> None:
    """Continue where the records say, and play on without end, telling each answer after it was kept."""
    dice = random.Random(seed)
    store = Store.open(path)
    open_run = next(iter(store.open_runs()), None)
    run = resume(STORY, store.transcript(open_run.id)) if open_run else Run(STORY, seed)
    kept = open_run.id if open_run else store.begin(run.transcript, text="{}", at=time.time())
    while True:
        for entry in decide(run, dice):
            store.keep(kept, run.entries, at=time.time())
            tell(answer(kept, run, len(run.entries) - 1, entry))
        if run.entries and "Ended" in repr(run.entries[-1]):
            run = Run(STORY, dice.randrange(1 << 30))
            kept = store.begin(run.transcript, text="{}", at=time.time())


def decide(run: Run, dice: random.Random) -> Iterator[Entry]:
    """One decision by chance: a response mostly, a noticing where asked, now and then a rewind."""
    run.hear_all()
    if run.steps and run.ending is None and dice.random() < 0.08:
        yield run.rewind(dice.randrange(len(run.steps)))
        return
    match run.moment:
        case Notices():
            yield run.notice(dice.choice(("withdrawal", "confrontation", "nothing", None)), signs=("W1",))
        case Offers(_, responses):
            yield run.respond(dice.choice(responses).id, after_s=dice.random())
        case Ends():
            closed = run.end()
            assert closed is not None
            yield closed
