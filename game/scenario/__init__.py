"""What was written: the YAML of an author, compiled once into an immutable value."""
