"""A plan in another language: the same plan, with the texts that have a translation put in their place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from actionplan.documents import Body, Step, sibling
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart
from actionplan.model.field_index import value_of
from actionplan.model.plan import Entry, Plan
from actionplan.model.translation import Translation, fingerprint

M = TypeVar("M", bound=BaseModel)


class TranslationState(Enum):
    """Say how a document stands in another language."""

    CURRENT = msg("Al día")
    OUTDATED = msg("Desactualizada")
    MISSING = msg("Sin traducir")


class TranslationPair(NamedTuple):
    """Represent a translation, the language of its name, and its original if that is there."""

    translation: Entry[Translation]
    language: str
    original: Entry[DocumentPart] | None


@dataclass(frozen=True, eq=False)
class LocalizedPlan:
    """Represent a plan as read in one language.

    Attributes:
        plan: With every translated text in place; what has no translation stays as it is.
        translations: Each original's translation, by the original's path.
    """

    plan: Plan
    translations: dict[str, Entry[Translation]]

    def state(self, original: Entry[DocumentPart]) -> TranslationState:
        """Return how an original, as written, stands in this language."""
        translation = self.translations.get(original.path)
        if translation is None:
            return TranslationState.MISSING
        current = translation.model.original_sha256 == expected_fingerprint(original, translation)
        return TranslationState.CURRENT if current else TranslationState.OUTDATED

    def states(self, written: Plan) -> tuple[tuple[Entry[DocumentPart], TranslationState], ...]:
        """Return every document that people read, as written, with its state in this language."""
        return tuple((entry, self.state(entry)) for entry in written.readable)


def localize(plan: Plan, language: str) -> LocalizedPlan:
    """Put a plan into another language, as far as it has been translated."""
    translations = {
        pair.original.path: pair.translation for pair in pairs(plan) if pair.original and pair.language == language
    }
    entries = tuple(
        _in_place(entry, translations[entry.path]) if entry.path in translations else entry for entry in plan.entries
    )
    return LocalizedPlan(replace(plan, entries=entries), translations)


def pairs(plan: Plan) -> tuple[TranslationPair, ...]:
    """Return every translation with its original."""
    by_path = {entry.path: entry for entry in plan.entries}
    found = []
    for entry in plan.translations:
        named = sibling(entry.path)
        if named:
            original = next((by_path[path] for path in named.originals if path in by_path), None)
            found.append(TranslationPair(entry, named.language, original))
    return tuple(found)


def expected_fingerprint(original: Entry[DocumentPart], translation: Entry[Translation]) -> str:
    """Return what ``original_sha256`` must say for a translation of the original as it stands."""
    texts = [(item.field, text_at(original, item.field) or "") for item in translation.model.texts]
    return fingerprint(tuple(texts), original.body)


def text_at(entry: Entry[DocumentPart], address: str) -> str | None:
    """Return the text that a document holds at an address; None if it holds none there."""
    owner, _, key = address.rpartition("/")
    part = entry.parts.get(owner)
    value = value_of(part, key, entry.keys) if part else None
    return value if isinstance(value, str) else None


def _in_place(original: Entry[DocumentPart], translation: Entry[Translation]) -> Entry[DocumentPart]:
    model = original.model
    for item in translation.model.texts:
        ref = original.ref_at(item.field)
        if ref and ref.steps and text_at(original, item.field) is not None:
            model = _with(model, ref.steps, item.text)
    body = _under_same_anchors(translation.body, original.body)
    return replace(original, model=model, read=original.document._replace(body=body))


def _with(model: M, steps: tuple[Step, ...], text: str) -> M:
    """Return a copy of a model with one text changed."""
    name, rest = str(steps[0]), steps[1:]
    value = getattr(model, name)
    changed: object
    if not rest:
        changed = text
    elif isinstance(value, BaseModel):
        changed = _with(value, rest, text)
    else:
        index, below = rest[0], rest[1:]
        changed = tuple(_with(item, below, text) if at == index else item for at, item in enumerate(value))
    return model.model_copy(update={name: changed})


def _under_same_anchors(translated: Body, original: Body) -> Body:
    """Return the translated body with the original's anchors, so that addresses and links hold in every language."""
    if not translated.text.strip():
        return original
    slugs = [heading.slug for heading in original.headings]
    headings = tuple(
        heading._replace(slug=slugs[index]) if index < len(slugs) else heading
        for index, heading in enumerate(translated.headings)
    )
    return translated._replace(headings=headings)
