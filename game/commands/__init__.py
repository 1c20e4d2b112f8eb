"""The commands, one module for each family: the words it takes, and what it reads, prints and exits with."""
