"""Twee 3, the text form of Twine stories: read into a scenario's values, and written from them."""
