"""`doctor`: how this installation is. What is looked at is `app.doctor`'s."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from game.commands.streams import plainly


def add(commands: Any) -> None:
    """The words of this command."""
    doctor = commands.add_parser("doctor", help="versions, typefaces, data folder, scenarios")
    doctor.set_defaults(run=_doctor)


def _doctor(args: Namespace) -> int:
    from game.app.doctor import examine

    plainly(sys.stdout)
    symptoms = list(examine())
    for symptom in symptoms:
        print(symptom.sentence if symptom.well else f"Not well: {symptom.sentence}")
    return int(not all(symptom.well for symptom in symptoms))
