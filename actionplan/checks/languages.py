"""Translations stand beside their original, say the same and are as new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.documents.kinds import sibling
from actionplan.findings.finding import Finding, Place
from actionplan.findings.rules import languages
from actionplan.model.edition import expected_fingerprint, pairs, text_at
from actionplan.model.roadmap import Roadmap

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan
    from actionplan.model.translation import Translation


def check(plan: Plan) -> Iterator[Finding]:
    """Check every translation against its original."""
    unreadable = {document.path for document in plan.unreadable}
    spoken = [code for code in plan.identity.languages if code != plan.identity.language]
    for pair in pairs(plan):
        if pair.language not in spoken:
            place = Place(pair.translation.path)
            yield languages.NOT_A_LANGUAGE.at(place, language=pair.language, known=", ".join(spoken) or "—")
        if pair.original is not None:
            yield from _against(pair.original, pair.translation)
            continue
        named = sibling(pair.translation.path)
        if named and not unreadable.intersection(named.originals):
            place = pair.translation.place("translates")
            yield languages.NO_ORIGINAL.at(place, original=named.originals[0])


def _against(original: Entry[DocumentPart], translation: Entry[Translation]) -> Iterator[Finding]:
    model = translation.model
    name = _name(original)
    if model.translates != name:
        yield languages.OTHER_DOCUMENT.at(translation.place("translates"), value=model.translates, expected=name)
    for index, item in enumerate(model.texts):
        if text_at(original, item.field) is None:
            yield languages.NOT_A_TEXT.at(translation.place("texts", index, "field"), value=item.field)
    body = translation.document.body
    levels = [heading.level for heading in body.headings]
    wanted = [heading.level for heading in original.document.body.headings]
    if body.text.strip() and levels != wanted:
        place = Place(translation.path, body.first_line)
        yield languages.OTHER_HEADINGS.at(place, found=len(levels), expected=len(wanted))
    expected = expected_fingerprint(original, translation)
    if model.original_sha256 != expected:
        key = translation.keys.author("original_sha256")
        yield languages.OUTDATED.at(translation.place("original_sha256"), key=key, expected=expected)


def _name(original: Entry[DocumentPart]) -> str:
    """What a translation calls its original: its id; a roadmap's commitment; the file, where there is no id."""
    if isinstance(original.model, Roadmap):
        return original.model.commitment
    return str(getattr(original.model, "id", original.stem))
