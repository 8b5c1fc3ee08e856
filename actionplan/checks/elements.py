"""What is due is there, or is said not to be known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.finding import Finding, Place
from actionplan.findings.rules import elements, references
from actionplan.model.common import DocumentPart, Provenance
from actionplan.model.mistakes import did_you_mean
from actionplan.model.roadmap import Roadmap
from actionplan.model.spots import WHOLE
from actionplan.model.vocabulary import DocumentStatus

if TYPE_CHECKING:
    from actionplan.model.common import Absence
    from actionplan.model.plan import Entry, Plan


def check(plan: Plan) -> Iterator[Finding]:
    """Check completeness, absences and the paths that absences and provenance use."""
    for entry in plan.entries:
        yield from _missing(entry)
        yield from _paths(entry)
        if isinstance(entry.model, Roadmap):
            yield from _status(entry, entry.model)


def _missing(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    for spot in entry.spots:
        if spot.required and not spot.present and entry.absence_of(spot) is None:
            names = tuple(step for step in spot.steps if isinstance(step, str))
            if any(names[:length] in entry.damaged for length in range(1, len(names) + 1)):
                continue
            absences = entry.keys.author("unavailable")
            place = entry.place(*spot.owner)
            yield elements.MISSING.at(place, title=spot.title, address=spot.address, absences=absences)


def _paths(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    by_address = {spot.address: spot for spot in entry.spots}
    known = {WHOLE, *by_address, *(spot.pattern for spot in entry.spots)}
    known |= {address for spot in entry.spots for address in spot.covers}
    lists = {spot.address for spot in entry.spots if spot.listing}
    free = entry.model.sections is None
    named: list[tuple[str, int, Absence | Provenance]] = [
        *(("unavailable", index, item) for index, item in enumerate(entry.model.unavailable)),
        *(("provenance", index, item) for index, item in enumerate(entry.model.provenance)),
    ]
    for name, index, item in named:
        place = entry.place(name, index, "field")
        address = item.field
        listed = address.rpartition("/")[0] in lists
        if isinstance(item, Provenance):
            if address not in known:
                yield _no_such(place, address, known)
            continue
        if address not in known and not listed and not free:
            yield _no_such(place, address, known)
        spot = by_address.get(address)
        if spot and spot.present:
            absences = entry.keys.author("unavailable")
            yield elements.NOT_ABSENT.at(place, address=address, absences=absences)


def _no_such(place: Place, address: str, known: set[str]) -> Finding:
    return references.NO_SUCH_FIELD.at(place, value=address, hint=did_you_mean(address, sorted(filter(None, known))))


def _status(entry: Entry[DocumentPart], model: Roadmap) -> Iterator[Finding]:
    if model.document_status is DocumentStatus.SIGNED:
        for index, absence in enumerate(model.unavailable):
            yield elements.SIGNED_INCOMPLETE.at(entry.place("unavailable", index, "field"), address=absence.field)
    if model.document_status is DocumentStatus.NOT_OBTAINED and model.actions:
        yield elements.NOT_OBTAINED_FILLED.at(entry.place("document_status"))
