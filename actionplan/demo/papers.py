"""Typed documents as files, spelled as Spanish authors do."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.demo.words.speech import Said
from actionplan.documents.body import Body
from actionplan.documents.writer import data_text, document_text
from actionplan.language.keys import SPANISH
from actionplan.model.common import DocumentPart, Provenance
from actionplan.model.spelling import spelled
from actionplan.model.translation import TranslatedText, Translation, fingerprint
from actionplan.model.vocabulary import Certainty


class Paper(NamedTuple):
    """A file of the plan; the path is from its root."""

    path: str
    text: str


def settings(path: str, model: DocumentPart) -> Paper:
    """A file of data alone."""
    return Paper(path, data_text(spelled(model, SPANISH)))


def document(path: str, model: DocumentPart, body: str = "") -> Paper:
    """A Markdown document."""
    return Paper(path, document_text(spelled(model, SPANISH), body))


class Texts(NamedTuple):
    """What a translation translates: texts by the address of their field, and the body."""

    fields: dict[str, Said]
    body: Said


def translation(path: str, name: str, texts: Texts) -> Paper:
    """The English sibling of a document.

    Args:
        path: The original's.
        name: What the translation calls its original.
        texts: In both languages.
    """
    original = tuple((address, said.es) for address, said in texts.fields.items())
    model = Translation(
        kind="translation",
        translates=name,
        original_sha256=fingerprint(original, Body(texts.body.es, 1, ())),
        texts=tuple(TranslatedText(field=address, text=said.en) for address, said in texts.fields.items()),
    )
    return document(f"{path.rpartition('.')[0]}.en.md", model, texts.body.en)


def sourced(*names: str, field: str = "*", certainty: Certainty = Certainty.EXACT) -> Provenance:
    """Where facts come from; all that have no entry of their own, unless a field is named."""
    return Provenance(field=field, sources=names, certainty=certainty)
