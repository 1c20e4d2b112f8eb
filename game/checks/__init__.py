"""What an author is told of a scenario that compiles: one small function for each thing that can be wanting."""
