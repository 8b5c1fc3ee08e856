"""What a check is: a function that finds mistakes, and the rules that it may find broken."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from actionplan.findings.finding import Finding
from actionplan.findings.rule import Rule
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan

CheckPlan: TypeAlias = "Callable[[Plan], Iterator[Finding]]"
CheckDocument: TypeAlias = "Callable[[Entry[DocumentPart]], Iterator[Finding]]"


class DocumentCheck(NamedTuple):
    """A check of what a document says by itself; as long as it is the same, so are its findings."""

    run: CheckDocument
    yields: tuple[Rule, ...]


class PlanCheck(NamedTuple):
    """A check that holds documents against each other."""

    run: CheckPlan
    yields: tuple[Rule, ...]
