"""What happens: a run is a fold of responses over a compiled scenario."""
