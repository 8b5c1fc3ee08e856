"""Rules on what was published."""
