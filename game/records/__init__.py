"""What is kept: every response, journalled before the client answers."""
