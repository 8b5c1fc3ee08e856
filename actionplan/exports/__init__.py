"""Stage 5d: what other programs read of the plan and of its form."""
