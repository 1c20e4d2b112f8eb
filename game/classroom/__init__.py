"""Deciding together: a room plays one client."""
