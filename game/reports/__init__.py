"""What is told: pages and tables made from scores, for people and other programs."""
