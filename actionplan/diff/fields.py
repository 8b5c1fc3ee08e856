"""What kind of change a field brings with it, by the marks of the model."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan.diff.change import ChangeKind, Difference
from actionplan.diff.naming import Naming, is_list
from actionplan.diff.wording import is_slip
from actionplan.model import Concern, Indicator, Roadmap, Sense, Translatable, mark_of, value_at

_BY_CONCERN = {
    Concern.WEIGHT: ChangeKind.WEIGHT,
    Concern.ANSWERS: ChangeKind.RESPONSIBLE,
    Concern.STATUS: ChangeKind.STANDING,
    Concern.VOICE: ChangeKind.VOICE,
    Concern.ACCOUNTS: ChangeKind.ACCOUNTS,
    Concern.SETTING: ChangeKind.SETTINGS,
}


def kind_of(naming: Naming, difference: Difference) -> ChangeKind:
    """Return the kind of change that it is if a field says something else."""
    before, after = difference.before, difference.after
    by_field = _kind_by_field(naming, difference)
    if by_field:
        return by_field
    if before is None:
        return ChangeKind.VALUE_ADDED
    if after is None:
        return ChangeKind.VALUE_REMOVED
    if isinstance(before, str) and isinstance(after, str) and " " in before and is_slip(before, after, naming.corrects):
        return ChangeKind.TYPO
    return ChangeKind.VALUE


def _kind_by_field(naming: Naming, difference: Difference) -> ChangeKind | None:
    """Return the kind that a field brings with it, whatever its values are."""
    before, after = difference.before, difference.after
    if naming.is_record:
        return ChangeKind.RECORD_EDITED
    if is_list(before) and is_list(after) and sorted(map(str, before)) == sorted(map(str, after)):
        return ChangeKind.ORDER
    concern = mark_of(reversed(difference.marks), Concern)
    if concern:
        return _kind_by_concern(concern, naming, difference)
    if not isinstance(naming.now.model, Roadmap) or not naming.was_signed:
        return None  # in a draft nothing is agreed yet
    retitled = ChangeKind.RETITLED if mark_of(difference.marks, Translatable) else None
    return ChangeKind.TERMS if difference.term else retitled


def _kind_by_concern(concern: Concern, naming: Naming, difference: Difference) -> ChangeKind | None:
    before, after = difference.before, difference.after
    if concern is Concern.TARGET:
        return _ambition(naming, difference)
    if concern not in {Concern.START, Concern.END}:
        return _BY_CONCERN[concern]
    if not isinstance(before, date):
        return None
    if not isinstance(after, date):
        return ChangeKind.DATE_REMOVED
    later = ChangeKind.LATER_END if after > before else ChangeKind.EARLIER_END
    return later if concern is Concern.END else ChangeKind.START_MOVED


def _ambition(naming: Naming, difference: Difference) -> ChangeKind:
    """Tell whether a target asks for less than it did, for more, or for something else."""
    before, after = difference.before, difference.after
    indicator = value_at(naming.now.model, difference.steps[:2])
    sense = indicator.sense if isinstance(indicator, Indicator) else None
    if isinstance(before, date) and isinstance(after, date):
        eased = after > before
    elif isinstance(before, Decimal) and isinstance(after, Decimal) and sense:
        # In a range the value is its floor: a lower floor and a higher ceiling let more pass.
        eased = after < before if difference.field == "value" and sense is not Sense.FALLING else after > before
    else:
        return ChangeKind.TARGET
    return ChangeKind.TARGET_LOWERED if eased else ChangeKind.TARGET_RAISED
