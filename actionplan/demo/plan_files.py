"""Files of an invented plan, made from typed documents and spelled as Spanish authors do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from actionplan.demo.bilingual import Bilingual
from actionplan.documents.body import Body
from actionplan.documents.writer import data_text, document_text
from actionplan.language.keys import SPANISH
from actionplan.model.common import DocumentPart, Provenance
from actionplan.model.spelling import spelled
from actionplan.model.translation import TranslatedText, Translation, fingerprint
from actionplan.model.vocabulary import Certainty

WEB = "https://ejemplo.invalid"
"""Where every invented address leads: nowhere."""


class PlanFile(NamedTuple):
    """Hold the text of a file and its path from the plan's root."""

    path: str
    text: str


def settings_file(path: str, model: DocumentPart) -> PlanFile:
    """Return a file of data alone."""
    return PlanFile(path, data_text(spelled(model, SPANISH)))


def document_file(path: str, model: DocumentPart, body: str = "") -> PlanFile:
    """Return a Markdown document."""
    return PlanFile(path, document_text(spelled(model, SPANISH), body))


def translation_file(path: str, original: str, fields: Mapping[str, Bilingual], body: Bilingual) -> PlanFile:
    """Return the English sibling of a document.

    Args:
        path: The original's.
        original: What the translation calls its original.
        fields: The texts that are translated, by the address of their field.
        body: The original's body.
    """
    spanish = tuple((address, text.es) for address, text in fields.items())
    model = Translation(
        kind="translation",
        translates=original,
        original_sha256=fingerprint(spanish, Body(body.es, 1, ())),
        texts=tuple(TranslatedText(field=address, text=text.en) for address, text in fields.items()),
    )
    return document_file(f"{path.removesuffix('.md')}.en.md", model, body.en)


def sourced(*sources: str, field: str = "*", certainty: Certainty = Certainty.EXACT) -> Provenance:
    """Return the provenance of a field or, if none is named, of every field without an entry of its own."""
    return Provenance(field=field, sources=sources, certainty=certainty)
