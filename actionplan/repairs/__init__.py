"""Mending what can be mended without asking: the canonical form, and small repairs that findings point at."""
