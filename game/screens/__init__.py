"""What the person meets: each screen is a pure function from its state to a Frame."""
