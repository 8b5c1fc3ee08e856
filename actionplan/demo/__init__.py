"""Generates invented plans of any size, for tests, measurements and people who start: same seed, same bytes.

The words stand in ``words/``, and the documents that every plan has in ``documents/``.
"""
