"""What kind of change a field brings with it, by the marks of the model."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan.diff.agreed import is_signed
from actionplan.diff.change import ChangeKind, Difference
from actionplan.diff.matching import AnyEntry
from actionplan.diff.naming import Naming, is_list
from actionplan.diff.wording import is_slip
from actionplan.documents.values import Step
from actionplan.model.common import DocumentPart
from actionplan.model.marks import Concern, Signed, Translatable, mark_of
from actionplan.model.roadmap import Indicator
from actionplan.model.vocabulary import Sense
from actionplan.model.walk import value_at

_BY_CONCERN = {
    Concern.WEIGHT: ChangeKind.WEIGHT,
    Concern.ANSWERS: ChangeKind.RESPONSIBLE,
    Concern.STATUS: ChangeKind.STANDING,
    Concern.VOICE: ChangeKind.VOICE,
    Concern.ACCOUNTS: ChangeKind.ACCOUNTS,
    Concern.SETTING: ChangeKind.SETTINGS,
}


def difference_at(
    entry: AnyEntry, steps: tuple[Step, ...], owner: str, before: object, after: object
) -> Difference:
    """Describe a field of which two states hold something else.

    Args:
        entry: A state that has the field.
        steps: The way to it, or to an item of it.
        owner: The address of the part that it is of.
        before: What it held; None if nothing.
        after: What it holds; None if nothing.
    """
    marks: list[object] = []
    part: object = entry.model
    term, name = "", ""
    for step in steps:
        if isinstance(step, str):
            metadata = type(part).model_fields[step].metadata if isinstance(part, DocumentPart.__mro__[1]) else []
            marks += metadata
            if not term and mark_of(metadata, Signed):
                name = "" if isinstance(part, DocumentPart) else f"{getattr(part, 'id')}/"
                term = name + entry.keys.author(step)
        part = value_at(part, (step,))
    field = next(step for step in reversed(steps) if isinstance(step, str))
    return Difference(steps, owner, field, before, after, tuple(marks), term)
