"""Properties are tried on the same examples every time: a failure is a fault of today's change, not of today's luck."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "attune", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("attune")
