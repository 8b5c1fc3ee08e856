"""Stage 2: documents become one typed, frozen plan."""
