"""Two plans compared into one list of changes."""
