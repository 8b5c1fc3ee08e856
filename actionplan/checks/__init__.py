"""Comparing checks: a change against what was published."""
