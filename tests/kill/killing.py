"""Starting a process that plays, killing it, and reading what it had been answered by then."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from game.records.kept import written
from game.story.run import Ends, Moment, Notices, Offers, Run, Says
from game.story.transcript import Entry


@dataclass(frozen=True)
class Answered:
    """What the player was told had been kept, and where the run then stood."""

    run: str
    n: int
    entry: str
    world: str
    moment: str


Answers = dict[tuple[str, int], Answered]
Tell = Callable[[Answered], None]


def kill(play: Callable[[Tell], None], *, delay_s: float) -> Answers:
    """Start a process that plays, kill it after the delay; what it had been answered by then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            play(lambda answer: _say(writing, asdict(answer)))
        except BaseException as error:
            _say(writing, {"failed": repr(error)})
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(delay_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        told = [json.loads(line) for line in pipe.read().splitlines()]
    assert not [one for one in told if "failed" in one]
    assert os.WIFSIGNALED(status)
    answers = [Answered(**one) for one in told]
    assert len({(one.run, one.n) for one in answers}) == len(answers)
    return {(one.run, one.n): one for one in answers}


def _say(pipe: int, what: dict[str, object]) -> None:
    os.write(pipe, json.dumps(what).encode() + b"\n")


def answer(kept: str, run: Run, n: int, entry: Entry) -> Answered:
    """Where the run stands now that an entry was answered."""
    return Answered(kept, n, written(entry), repr(run.world), what(run.moment))


def what(moment: Moment) -> str:
    """The moment in one line, as both sides can say it."""
    match moment:
        case Says(beat, lines):
            return f"Says {beat} {[line.text for line in lines]}"
        case Notices(beat):
            return f"Notices {beat.id}"
        case Offers(beat, responses):
            return f"Offers {beat.id} {[response.id for response in responses]}"
        case Ends(ending):
            return f"Ends {ending.id}"
