"""Attune: rehearse the hard moments of relational therapy.

Read the folders downwards as the story of the product: scenario, story, scoring, records, reports, classroom,
portrait, ui, screens, app. `docs/design.md` tells it in prose.
"""

__version__ = "0.1.0"
