"""Stage 1: files or a git revision become documents that know the place of every value."""
