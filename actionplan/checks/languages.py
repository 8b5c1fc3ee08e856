"""Translations stand beside their original, say the same and are as new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.documents.kinds import sibling
from actionplan.findings.finding import Finding, Position
from actionplan.findings.rules import languages
from actionplan.model.commitment import Commitment
from actionplan.model.localized_plan import expected_fingerprint, pairs, text_at
from actionplan.model.process import Phase
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
            position = Position(pair.translation.path)
            yield languages.NOT_A_LANGUAGE.at(position, language=pair.language, known=", ".join(spoken) or "—")
        if pair.original is not None:
            yield from _against(pair.original, pair.translation)
            continue
        named = sibling(pair.translation.path)
        if named and not unreadable.intersection(named.originals):
            position = pair.translation.position("translates")
            yield languages.NO_ORIGINAL.at(position, original=named.originals[0])
    for language in spoken:
        for kind in (Commitment, Phase):
            yield from _missing(plan, kind, language)


def _missing(plan: Plan, kind: type[DocumentPart], language: str) -> Iterator[Finding]:
    """Originals without a file of their own in a language, where more than half of their kind have one."""
    here = {file.path for file in plan.files}
    names = {
        entry.path: f"{entry.path.removesuffix('.md')}.{language}.md"
        for entry in plan.entries
        if isinstance(entry.model, kind)
    }
    missing = [path for path, name in names.items() if name not in here]
    if len(missing) < len(names) - len(missing):
        for path in missing:
            yield languages.MISSING.at(Position(path), language=language, name=names[path])


def _against(original: Entry[DocumentPart], translation: Entry[Translation]) -> Iterator[Finding]:
    model = translation.model
    name = _name(original)
    if model.translates != name:
        yield languages.OTHER_DOCUMENT.at(translation.position("translates"), value=model.translates, expected=name)
    for index, item in enumerate(model.texts):
        if text_at(original, item.field) is None:
            yield languages.NOT_A_TEXT.at(translation.position("texts", index, "field"), value=item.field)
    body = translation.body
    levels = [heading.level for heading in body.headings]
    wanted = [heading.level for heading in original.body.headings]
    if body.text.strip() and levels != wanted:
        position = Position(translation.path, body.first_line)
        yield languages.OTHER_HEADINGS.at(position, found=len(levels), expected=len(wanted))
    expected = expected_fingerprint(original, translation)
    if model.original_sha256 != expected:
        key = translation.keys.author("original_sha256")
        yield languages.OUTDATED.at(translation.position("original_sha256"), key=key, expected=expected)


def _name(original: Entry[DocumentPart]) -> str:
    """What a translation calls its original: its id; a roadmap's commitment; the file, where there is no id."""
    if isinstance(original.model, Roadmap):
        return original.model.commitment
    return str(getattr(original.model, "id", original.stem))
