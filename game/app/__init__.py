"""What holds it together: services, the flow of screens, the loop, the pilot, the terminal."""
