"""What is due is there, or is said not to be known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.finding import Finding
from actionplan.findings.rules import elements, references
from actionplan.model.common import Absence, DocumentPart, Provenance
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


def _missing(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    if entry.is_damaged("unavailable"):
        return
    for spot in entry.absent:
        if entry.absence_of(spot) is None and not (spot.steps and entry.is_damaged(*spot.steps)):
            absences = entry.keys.author("unavailable")
            place = entry.place(*spot.owner)
            yield elements.MISSING.at(place, title=spot.title, address=spot.address, absences=absences)


def _paths(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    listed: list[tuple[str, int, Absence | Provenance]] = [
        *(("unavailable", index, item) for index, item in enumerate(entry.model.unavailable)),
        *(("provenance", index, item) for index, item in enumerate(entry.model.provenance)),
    ]
    named = [(name, index, item) for name, index, item in listed if item.field != WHOLE]
    guesses = Guesses(lambda: {spot.address for spot in entry.spots})
    for name, index, item in named:
        address = item.field
        place = entry.place(name, index, "field")
        spot = entry.spot_at(address)
        if spot is None and not _is_above(entry, address):
            if entry.loses or (isinstance(item, Absence) and _may_be_absent(entry, item)):
                continue
            yield references.NO_SUCH_FIELD.at(place, value=address, guess=guesses.nearest(address))
        elif isinstance(item, Absence) and spot is not None and spot.present:
            yield elements.NOT_ABSENT.at(place, address=address, absences=entry.keys.author("unavailable"))


def _is_above(entry: Entry[DocumentPart], address: str) -> bool:
    """Whether an address leads to a part, or to a field of every item of a list, rather than to one field."""
    return any(address == spot.pattern or address in spot.above for spot in entry.spots)


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
