"""A plan into findings."""
