"""An invented plan from its first file to its last."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.demo.commitments import commitment
from actionplan.demo.outline import MOST, Outline
from actionplan.demo.papers import Paper
from actionplan.demo.process import process
from actionplan.demo.roadmaps import roadmap
from actionplan.demo.sessions import sessions
from actionplan.demo.settings import files_of_data
from actionplan.demo.tables import table
from actionplan.demo.trees import tree


def papers(count: int, seed: int) -> Iterator[Paper]:
    """Every file of an invented plan, its site's settings apart.

    Args:
        count: How many commitments, from 1 to ``MOST``.
        seed: Which of all plans of that size; the same one gives the same bytes.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"{count} is not from 1 to {MOST}")
    outline = Outline(count, seed)
    yield from files_of_data(outline)
    yield from process(outline)
    for topic in outline.topics:
        yield tree(outline, topic)
    for number in outline.tables:
        yield table(outline, number)
    yield from sessions(outline)
    for number in outline.numbers:
        yield from commitment(outline, number)
        yield from roadmap(outline, number)
