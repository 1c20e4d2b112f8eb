"""What it shows: evidence, scores and the review of decisions, derived from a run."""
