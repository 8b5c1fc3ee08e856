"""A whole invented plan of any size, for tests, measurements and people who start: same seed, same bytes."""
