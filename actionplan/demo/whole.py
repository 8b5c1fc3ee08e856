"""An invented plan from its first deed to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from actionplan.demo.commitments import commitment
from actionplan.demo.deeds import SECRETARIAT, Deed
from actionplan.demo.outline import MOST, Outline
from actionplan.demo.papers import Paper
from actionplan.demo.process import process
from actionplan.demo.records import records
from actionplan.demo.roadmaps import roadmap
from actionplan.demo.sessions import sessions
from actionplan.demo.settings import files_of_data
from actionplan.demo.tables import table
from actionplan.demo.trees import tree
from actionplan.demo.words.phases import STAGES


def deeds(count: int, seed: int, *, followed: bool = True) -> list[Deed]:
    """Everything that was done to an invented plan, by day.

    Args:
        count: How many commitments, from 1 to ``MOST``.
        seed: Which of all plans of that size; the same one gives the same bytes.
        followed: Whether its commitments were reported on and verified, or only agreed.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"{count} is not from 1 to {MOST}")
    return sorted(_deeds(Outline(count, seed), followed=followed), key=attrgetter("day"))


def papers(done: Iterable[Deed]) -> Iterable[Paper]:
    """Every file of a plan as its deeds leave it, its site's settings apart."""
    return {paper.path: paper for deed in done for paper in deed.papers}.values()


def _deeds(outline: Outline, *, followed: bool) -> Iterator[Deed]:
    consultation, _, trees, *_ = STAGES
    yield Deed(consultation.announced, SECRETARIAT, "Empieza el plan", tuple(files_of_data(outline)))
    yield from process(outline)
    for topic in outline.topics:
        yield Deed(trees.end, SECRETARIAT, f"Dibuja el árbol de problemas: {topic.title}", (tree(outline, topic),))
    for number in outline.tables:
        yield table(outline, number)
    yield from sessions(outline)
    for number in outline.numbers:
        yield from commitment(outline, number)
        yield from roadmap(outline, number)
        if followed:
            yield from records(outline, number)
