"""Things that wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


def find_cycle(waits: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return some of those that wait for each other, each before the one that waits for it, the first again at the end.

    Args:
        waits: By name, the names of what each waits for.
    """
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()
