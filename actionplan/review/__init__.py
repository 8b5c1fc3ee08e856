"""What a proposal means, and whether both sides have agreed to it."""
