"""Stage 4: a plan into figures, each with the rule that makes it."""
