"""What knows nothing of plans: text escaped, reduced, measured."""
