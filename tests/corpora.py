"""Corpora that are too large for every run: a part of them, always the same, or the whole."""

from __future__ import annotations

import os
from collections.abc import Iterable
from random import Random
from typing import TypeVar

T = TypeVar("T")

WHOLE = "WHOLE_CORPORA"
"""The variable that asks for the whole; ``make test-all`` sets it."""
_SEED = 1


def sampled(corpus: Iterable[T], most: int) -> list[T]:
    """Draw a part of a corpus by a fixed seed, in its order.

    Args:
        corpus: What a test is run with.
        most: How many of it, unless the whole is asked for.
    """
    items = list(corpus)
    if os.environ.get(WHOLE) or len(items) <= most:
        return items
    places = Random(_SEED).sample(range(len(items)), most)  # the order of a sample says nothing
    return [items[place] for place in sorted(places)]
