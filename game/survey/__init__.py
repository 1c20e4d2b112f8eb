"""What a scenario holds and how it hangs together, for whoever writes or chooses one; it finds no fault (`checks`)."""
