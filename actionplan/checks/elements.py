"""What is due is there, or is said not to be known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from actionplan.findings.finding import Finding
from actionplan.findings.rules import elements, references
from actionplan.model.common import Absence, DocumentPart, Provenance
from actionplan.model.fields import Required, parts_of
from actionplan.model.mistakes import Guesses
from actionplan.model.roadmap import Roadmap
from actionplan.model.spots import WHOLE
from actionplan.model.vocabulary import DocumentStatus

if TYPE_CHECKING:
    from actionplan.model.plan import Entry


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check a document's completeness, its absences, and the paths that they and provenance use."""
    yield from _missing(entry)
    yield from _paths(entry)
    if isinstance(entry.model, Roadmap):
        yield from _status(entry, entry.model)


@cache
def _has_duties(model: type[DocumentPart]) -> bool:
    """Whether anything at all is due in a kind of document."""
    fields = (field for part in parts_of(model) for field in part.model_fields.values())
    sections = any(section.required for section in model.sections or ())
    return sections or any(isinstance(mark, Required) for field in fields for mark in field.metadata)


def _missing(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    if not _has_duties(type(entry.model)):
        return
    if entry.is_damaged("unavailable"):
        return
    for spot in entry.spots:
        if spot.required and not spot.present and entry.absence_of(spot) is None:
            if spot.steps and entry.is_damaged(*spot.steps):
                continue
            absences = entry.keys.author("unavailable")
            place = entry.place(*spot.owner)
            yield elements.MISSING.at(place, title=spot.title, address=spot.address, absences=absences)


def _paths(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    named: list[tuple[str, int, Absence | Provenance]] = [
        *(("unavailable", index, item) for index, item in enumerate(entry.model.unavailable)),
        *(("provenance", index, item) for index, item in enumerate(entry.model.provenance)),
    ]
    if not named:
        return
    addresses = {spot.address for spot in entry.spots}
    patterns = {spot.pattern for spot in entry.spots}
    guesses = Guesses(lambda: addresses)
    for name, index, item in named:
        address = item.field
        place = entry.place(name, index, "field")
        spot = entry.spot_at(address)
        if spot is None and address not in patterns and not _is_above(entry, address):
            if entry.loses or (isinstance(item, Absence) and _may_be_absent(entry, item)):
                continue
            yield references.NO_SUCH_FIELD.at(place, value=address, guess=guesses.nearest(address))
        elif isinstance(item, Absence) and spot is not None and spot.present:
            yield elements.NOT_ABSENT.at(place, address=address, absences=entry.keys.author("unavailable"))


def _is_above(entry: Entry[DocumentPart], address: str) -> bool:
    """Whether an address leads to a part, or to the whole, rather than to a field of its own."""
    return address == WHOLE or any(address in spot.above for spot in entry.spots)


def _may_be_absent(entry: Entry[DocumentPart], absence: Absence) -> bool:
    """Whether something that the document has no place for may be missing all the same.

    That is an item that a list should have and, where headings are free, anything that the absence names.
    """
    parent = entry.spot_at(absence.field.rpartition("/")[0])
    return (parent is not None and parent.listing) or (entry.model.sections is None and absence.name is not None)


def _status(entry: Entry[DocumentPart], model: Roadmap) -> Iterator[Finding]:
    if model.document_status is DocumentStatus.SIGNED:
        for index, absence in enumerate(model.unavailable):
            yield elements.SIGNED_INCOMPLETE.at(entry.place("unavailable", index, "field"), address=absence.field)
    if model.document_status is DocumentStatus.NOT_OBTAINED and model.actions:
        yield elements.NOT_OBTAINED_FILLED.at(entry.place("document_status"))
