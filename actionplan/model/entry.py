"""One document and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from actionplan.documents import (
    Body,
    Document,
    Gap,
    Scalar,
    SourceFile,
    Step,
    every_value,
    read_document,
    read_prose,
)
from actionplan.findings import Position
from actionplan.language.keys import KeyLanguage
from actionplan.model.common import Absence, DocumentPart, Provenance
from actionplan.model.field_index import WHOLE, FieldRef, absent, field_refs, parts
from actionplan.model.fields import Part
from actionplan.model.references import Reference, references_in

M_co = TypeVar("M_co", bound=DocumentPart, covariant=True)


@dataclass(frozen=True, eq=False)
class Entry(Generic[M_co]):
    """Represent one document and what it means.

    Attributes:
        model: Its typed front matter.
        source_file: The file.
        read: What the file holds, without what was refused; None if nothing was and nobody has read it yet.
        damaged: Fields whose value, or part of it, was refused with a finding of its own.
        loses: Whether parts that others may refer to were refused.
    """

    model: M_co
    source_file: SourceFile
    read: Document | None = None
    damaged: frozenset[Gap] = frozenset()
    loses: bool = False

    @property
    def path(self) -> str:
        """Return the file, from the root."""
        return self.source_file.path

    @property
    def keys(self) -> KeyLanguage:
        """Say how it spells its keys."""
        return self.source_file.keys

    @cached_property
    def document(self) -> Document:
        """Return its text, with the place of every value."""
        return self.read or read_document(*self.source_file)[0]

    @cached_property
    def body(self) -> Body:
        """Return its prose, which is to be had without reading its data."""
        return self.read.body if self.read else read_prose(self.source_file)

    @cached_property
    def texts(self) -> tuple[Scalar, ...]:
        """Return every text of its data, in order."""
        values = every_value(self.document.data)
        return tuple([it for it in values if isinstance(it, Scalar) and isinstance(it.value, str)])

    @cached_property
    def all_texts(self) -> str:
        """Return the same in one, each from the beginning of a line, to look for what nearly no document has."""
        return "\n".join([str(text.value) for text in self.texts])

    def mentions(self, *signs: bytes) -> bool:
        """Return whether the file has one of these signs, as they are or, perhaps, as escapes."""
        return b"\\" in self.source_file.content or any(sign in self.source_file.content for sign in signs)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing of it was refused."""
        return not self.damaged and not self.loses

    @property
    def folder(self) -> str:
        """Return the folder of the file, from the root."""
        return self.path.rpartition("/")[0]

    @cached_property
    def stem(self) -> str:
        """Return the name of the file without its folder and ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    def position(self, *steps: Step, key: bool = False) -> Position:
        """Return the place of a value, or of its key."""
        return self.document.position(*steps, key=key)

    def is_damaged(self, *steps: Step) -> bool:
        """Return whether a field lost something that was refused, so that what is left proves nothing."""
        if not self.damaged:
            return False
        owner = self.document.position(*steps[:-1])
        return Gap(owner.line, owner.column, str(steps[-1])) in self.damaged

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Return every name of something elsewhere."""
        return tuple(references_in(self.model))

    @cached_property
    def field_refs(self) -> tuple[FieldRef, ...]:
        """Return every field and heading, with its address."""
        return field_refs(self.model, self.body, self.keys)

    @cached_property
    def absent(self) -> tuple[FieldRef, ...]:
        """Return the fields and headings that are due and hold nothing."""
        return absent(self.model, self.body, self.keys)

    @cached_property
    def parts(self) -> dict[str, Part]:
        """Return its parts by address, the whole by an empty one."""
        return parts(self.model, self.keys)

    @cached_property
    def _provenance(self) -> dict[str, Provenance]:
        return {entry.field: entry for entry in self.model.provenance}

    @property
    def is_sourced_as_a_whole(self) -> bool:
        """Tell whether one entry of provenance covers all that there is."""
        return WHOLE in self._provenance

    def provenance_of(self, ref: FieldRef) -> Provenance | None:
        """Return the nearest provenance entry that covers a field or heading."""
        found = (self._provenance.get(address) for address in (ref.address, ref.pattern, *ref.above))
        return next(filter(None, found), None)

    @cached_property
    def _by_steps(self) -> dict[tuple[Step, ...], FieldRef]:
        return {ref.steps: ref for ref in self.field_refs if ref.steps}

    @cached_property
    def _by_address(self) -> dict[str, FieldRef]:
        return {ref.address: ref for ref in self.field_refs}

    def ref(self, *steps: Step) -> FieldRef:
        """Return the reference of a field.

        Raises:
            KeyError: The model has no such field there.
        """
        return self._by_steps[steps]

    def ref_at(self, address: str) -> FieldRef | None:
        """Return the field or heading with an address, such as a heading's slug."""
        return self._by_address.get(address)

    @cached_property
    def _absences(self) -> dict[str, Absence]:
        return {absence.field: absence for absence in self.model.unavailable}

    def absence_of(self, ref: FieldRef) -> Absence | None:
        """Return the absence that speaks for a field or heading, by its address or pattern, or an address above it."""
        found = (self._absences.get(address) for address in (ref.address, ref.pattern, *ref.above))
        return next(filter(None, found), None)
