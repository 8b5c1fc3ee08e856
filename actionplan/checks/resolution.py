"""How references are looked up, and what is said of those that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from actionplan.documents.kinds import Kind
from actionplan.documents.values import Step
from actionplan.findings.rules import references
from actionplan.language.messages import msg
from actionplan.model.mistakes import Guesses

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

Reference = tuple[tuple[Step, ...], str]
"""Where a reference stands in the data, and the id that it names."""

SESSIONS = msg("las sesiones del foro")


class Target(NamedTuple):
    """What a reference may name: the ids that there are, the kind of document that defines them, and its name."""

    known: Collection[str]
    kind: Kind
    where: str


def missing(plan: Plan, entry: Entry[DocumentPart], named: Iterator[Reference], target: Target) -> Iterator[Finding]:
    """The references of a document that lead nowhere; none while what may define them is unreadable."""
    if target.kind in plan.unsure:
        return
    guesses = Guesses(lambda: target.known)
    for steps, name in named:
        if name not in target.known:
            position, guess = entry.position(*steps), guesses.nearest(name)
            yield references.UNRESOLVED.at(position, value=name, where=target.where, guess=guess)


def one(steps: tuple[Step, ...], name: str | None) -> Iterator[Reference]:
    """A field that may name one thing."""
    if name:
        yield steps, name


def listed(field: str, names: tuple[str, ...]) -> Iterator[Reference]:
    """A field that names several."""
    for index, name in enumerate(names):
        yield (field, index), name
