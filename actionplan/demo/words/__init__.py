"""The words that an invented plan is made of: no person, institution or place that exists."""
