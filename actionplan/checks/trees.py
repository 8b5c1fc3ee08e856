"""Problem trees can be taken in, say each thing once, and are answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from actionplan.documents.kinds import Kind
from actionplan.documents.values import Step
from actionplan.findings.rules import trees
from actionplan.model.process import Cause, Effect, Tree
from actionplan.text.normalise import words

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Entry, Plan

_DEEPEST = 6
_LARGEST = 200
_WHO_MAY_ANSWER = (Kind.COMMITMENT, Kind.TABLE)


class _Node(NamedTuple):
    part: Cause | Effect
    steps: tuple[Step, ...]
    level: int


def check(plan: Plan) -> Iterator[Finding]:
    """Check the texts and the size of each tree, and that somebody took up one of its causes."""
    answered = {reference.partition("/")[0] for reference in _answers(plan)}
    unsure = plan.unsure.intersection(_WHO_MAY_ANSWER)
    for name, entry in plan.trees.items():
        yield from _within(entry)
        if entry.model.causes and name not in answered and not unsure:
            reference = f"{name}/{entry.model.causes[0].id}"
            key = entry.keys.author("causes")
            yield trees.UNANSWERED.at(entry.position("causes", key=True), causes=key, reference=reference)


def _answers(plan: Plan) -> Iterator[str]:
    """The causes that commitments and alternatives name."""
    for commitment_file in plan.commitment_files.values():
        yield from commitment_file.commitment.model.causes
    for table in plan.tables.values():
        for alternative in table.model.alternatives:
            yield from alternative.causes


def _within(entry: Entry[Tree]) -> Iterator[Finding]:
    causes = tuple(_nodes(entry.model.causes, ("causes",)))
    effects = tuple(_nodes(entry.model.effects, ("effects",)))
    yield from _repeated(entry, causes)
    for node in (*causes, *effects):
        if node.level == _DEEPEST + 1:  # what hangs below is the same mistake
            yield trees.TOO_DEEP.at(entry.position(*node.steps), limit=_DEEPEST)
    count = len(causes) + len(effects)
    if count > _LARGEST:
        yield trees.TOO_BIG.at(entry.position("id"), count=count, limit=_LARGEST)


def _repeated(entry: Entry[Tree], causes: tuple[_Node, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for node in causes:
        text = words(node.part.text)
        if text in first:
            yield trees.SAME_TEXT.at(entry.position(*node.steps, "text"), other=first[text])
        first.setdefault(text, node.part.id)


def _nodes(parts: tuple[Cause | Effect, ...], steps: tuple[Step, ...], level: int = 1) -> Iterator[_Node]:
    for index, part in enumerate(parts):
        here = (*steps, index)
        yield _Node(part, here, level)
        below = part.causes if isinstance(part, Cause) else part.effects
        yield from _nodes(below, (*here, steps[0]), level + 1)
