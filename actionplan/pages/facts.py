"""The marks beside facts: which sources say so, how surely, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from actionplan.documents import Step
from actionplan.language.locale import Locale
from actionplan.model import Certainty, DocumentPart, Entry, FieldRef, Plan, Sourced

_NUMBER = Markup('<sup class="fuente"><a href="#fuente-{number}">{number}</a></sup>')
_CERTAINTY = Markup('<span class="certeza certeza--{word}">{label}</span>')
_NONE = Markup()


class Facts:
    """Hold numbers the sources of one page in the order in which its facts name them."""

    def __init__(self, plan: Plan, locale: Locale) -> None:
        self._plan = plan
        self._locale = locale
        self._numbers: dict[str, int] = {}
        self._notes: dict[tuple[str, str], None] = {}

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the sources named so far, in the order of their numbers."""
        return tuple(self._numbers)

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """Return what provenance adds in words: the title of the fact, and the note; facts may share a title."""
        return tuple(self._notes)

    def mark(self, entry: Entry[DocumentPart], *steps: Step) -> Markup:
        """Return the mark of a field of a document."""
        return self._mark_ref(entry, entry.ref(*steps))

    def mark_heading(self, entry: Entry[DocumentPart], slug: str) -> Markup:
        """Return the mark of a heading of a document."""
        ref = entry.ref_at(slug)
        return self._mark_ref(entry, ref) if ref else _NONE

    def mark_of(self, part: Sourced) -> Markup:
        """Return the mark of a part that names its own sources."""
        return self._mark(part.sources, part.certainty)

    def absence(self, entry: Entry[DocumentPart], *steps: Step) -> str:
        """Return why a field has no value, in the author's words; empty if that is not said."""
        absence = entry.absence_of(entry.ref(*steps))
        return absence.reason if absence else ""

    def absence_at(self, entry: Entry[DocumentPart], slug: str) -> str:
        """Return why a heading is not there, in the author's words; empty if that is not said."""
        ref = entry.ref_at(slug)
        absence = entry.absence_of(ref) if ref else None
        return absence.reason if absence else ""

    def _mark_ref(self, entry: Entry[DocumentPart], ref: FieldRef) -> Markup:
        provenance = entry.provenance_of(ref)
        if provenance is None:
            return _NONE
        if provenance.note:
            self._notes[self._locale.translate(ref.title), provenance.note] = None
        return self._mark(provenance.sources, provenance.certainty)

    def _mark(self, sources: Iterable[str], certainty: Certainty) -> Markup:
        marks = [
            _numbered(self._numbers.setdefault(name, len(self._numbers) + 1))
            for name in sources
            if name in self._plan.sources
        ]
        if not certainty.is_sure:
            label = self._locale.translate(certainty.label)
            marks.append(_unsure(certainty.word, label))
        return _NONE.join(marks)


# A page has hundreds of marks, and all pages the same few.


@cache
def _numbered(number: int) -> Markup:
    return _NUMBER.format(number=number)


@cache
def _unsure(word: str, label: str) -> Markup:
    return Markup(" ") + _CERTAINTY.format(word=word, label=label)
