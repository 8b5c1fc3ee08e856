"""Who must agree to a proposal, and whether they do."""
