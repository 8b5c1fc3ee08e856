"""What kind of change a field brings with it."""

from __future__ import annotations

from datetime import date

from actionplan.checks.since.roadmaps import SIGNED_FIELDS
from actionplan.diff.agreed import is_signed
from actionplan.diff.change import ChangeKind
from actionplan.diff.naming import Naming, is_list
from actionplan.diff.wording import is_slip
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap
from actionplan.model.settings import Actors, PlanIdentity

_OWN = (
    {"weight": ChangeKind.WEIGHT}
    | dict.fromkeys(("responsible", "leads", "partners", "institution", "post", "supporters"), ChangeKind.RESPONSIBLE)
    | dict.fromkeys(("document_status", "situation", "closure"), ChangeKind.STANDING)
)
"""By the name of a field."""
_OF_SETTINGS = (
    {"accounts": ChangeKind.ACCOUNTS}
    | dict.fromkeys(("sector", "members"), ChangeKind.VOICE)
    | dict.fromkeys(("green", "amber", "substantial", "evidence_limit", "cutoff"), ChangeKind.SETTINGS)
)
"""The same in the documents of the whole plan."""


def kind_of(naming: Naming, field: str, owner: str, before: object, after: object) -> ChangeKind:
    """The kind of change that it is if a field says something else.

    Args:
        naming: The document as it was and as it is.
        field: Its name in the model.
        owner: The address of the part that it is of.
        before: What it said; None if nothing.
        after: What it says; None if nothing.
    """
    own = _of_field(naming, field, owner, before, after)
    if own:
        return own
    if before is None:
        return ChangeKind.VALUE_ADDED
    if after is None:
        return ChangeKind.VALUE_REMOVED
    if isinstance(before, str) and isinstance(after, str) and " " in before and is_slip(before, after, naming.corrects):
        return ChangeKind.TYPO
    return ChangeKind.VALUE


def _of_field(naming: Naming, field: str, owner: str, before: object, after: object) -> ChangeKind | None:
    """The kind that a field brings with it, whatever its values are."""
    key, model = naming.now.keys.author, naming.now.model
    of = tuple(owner.split("/"))
    if isinstance(model, Report | Verification):
        found: ChangeKind | None = ChangeKind.RECORD_EDITED
    elif is_list(before) and is_list(after) and sorted(map(str, before)) == sorted(map(str, after)):
        found = ChangeKind.ORDER
    elif isinstance(model, PlanIdentity | Actors):
        found = ChangeKind.VOICE if of[:2] == (key("forum"), key("members")) else _OF_SETTINGS.get(field)
    elif of[0] == key("handovers"):
        found = ChangeKind.RESPONSIBLE  # each of its fields says who could sign, and when
    elif field in ("start", "end"):
        found = _of_date(field, before, after)
    elif field == "targets" or key("targets") in of:
        found = ChangeKind.TARGET
    else:
        found = _OWN.get(field) or _of_terms(naming, field, of)
    return found


def _of_terms(naming: Naming, field: str, of: tuple[str, ...]) -> ChangeKind | None:
    """What both sides signed for; in a draft nothing is agreed yet."""
    if not isinstance(naming.now.model, Roadmap) or not is_signed(naming.was.model):
        return None
    key = naming.now.keys.author
    if field in SIGNED_FIELDS or {key("baseline"), key("depends_on")} & set(of):
        return ChangeKind.TERMS
    return ChangeKind.RETITLED if field == "title" else None


def _of_date(field: str, before: object, after: object) -> ChangeKind | None:
    if not isinstance(before, date):
        return None
    if not isinstance(after, date):
        return ChangeKind.DATE_REMOVED
    later = ChangeKind.LATER_END if after > before else ChangeKind.EARLIER_END
    return later if field == "end" else ChangeKind.START_MOVED
