"""How the changes of a document speak of it and of what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actionplan.checks.since.parts import Named
from actionplan.documents.kinds import Kind
from actionplan.findings.finding import Place
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Figure
from actionplan.model.fields import Part
from actionplan.model.plan import Entry, Plan
from actionplan.model.process import Agreement, Alternative, Cause, Comment, Effect, Problem
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Action, Activity, Indicator, Means, Output, Roadmap
from actionplan.model.settings import Actor, Source
from actionplan.model.translation import Translation
from actionplan.model.vocabulary import Vocabulary
from actionplan.review.change import Change, ChangeKind
from actionplan.review.wording import from_where_they_part

_DOCUMENTS = {
    Kind.COMMITMENT: msg("el compromiso"),
    Kind.PHASE: msg("la fase"),
    Kind.TREE: msg("el tema"),
    Kind.TABLE: msg("la mesa"),
    Kind.SESSION: msg("la sesión"),
    Kind.ROADMAP: msg("la hoja de ruta"),
    Kind.REPORT: msg("el avance"),
    Kind.VERIFICATION: msg("la verificación"),
    Kind.TRANSLATION: msg("la traducción"),
}
PARTS: dict[type[Part], str] = {
    Action: msg("la acción clave"),
    Activity: msg("la actividad"),
    Output: msg("el producto"),
    Means: msg("el medio de verificación"),
    Indicator: msg("el indicador"),
    Problem: msg("el problema central"),
    Cause: msg("la causa"),
    Effect: msg("el efecto"),
    Comment: msg("el comentario"),
    Alternative: msg("la alternativa de solución"),
    Agreement: msg("el acuerdo"),
    Figure: msg("la cifra"),
    Actor: msg("el actor"),
    Source: msg("la fuente"),
}
"""Parts that have an id, each with its article."""

_SHOWN = 120
_BARE_WORD = re.compile(r"[a-z0-9][a-z0-9._/-]*|https?:\S*")
"""Ids, addresses and dates, which need no quotes."""


@dataclass(frozen=True)
class Naming:
    """Two states of one document, and how to speak of them.

    Attributes:
        base: The plan as published.
        head: The plan as proposed.
        was: The document in it; the same as ``now`` for one that is only in one of the two.
        now: The document as proposed.
    """

    base: Plan
    head: Plan
    was: Entry[DocumentPart]
    now: Entry[DocumentPart]

    @property
    def commitment(self) -> str:
        """The id of the commitment that the document belongs to; empty if to none."""
        for plan in (self.head, self.base):
            for name, dossier in plan.dossiers.items():
                if dossier.commitment.folder == "/".join(self.now.path.split("/")[:2]):
                    return name
        return ""

    @property
    def document(self) -> str:
        """What a sentence calls the document."""
        model, kind = self.now.model, self.now.sheet.kind
        if isinstance(model, Roadmap):
            return f"{_DOCUMENTS[kind]} de {model.commitment}"
        if isinstance(model, Report | Verification):
            return f"{_DOCUMENTS[kind]} {model.commitment}/{self.now.stem}"
        name = self.now.path if isinstance(model, Translation) else getattr(model, "id", "")
        return f"{_DOCUMENTS[kind]} {name}" if kind in _DOCUMENTS and name else self.now.path

    def word(self, value: Vocabulary) -> str:
        """A word of a closed list as its author writes it."""
        return self.now.keys.author_word(type(value).__name__, value.word)

    def shown(self, value: object) -> str:
        """A value as people read it, shortened; what somebody wrote, in quotes."""
        if value in (None, ()):
            text = "—"
        elif isinstance(value, tuple):
            text = ", ".join(self.shown(item) for item in value)
        elif isinstance(value, Vocabulary):
            text = self.word(value)
        elif isinstance(value, str) and not _BARE_WORD.fullmatch(value):
            return f"«{_shortened(value)}»"
        else:
            text = str(value)
        return _shortened(text)

    def contrasted(self, before: object, after: object) -> dict[str, str]:
        """Two values as people read them; of two long texts, from where they part."""
        if isinstance(before, str) and isinstance(after, str):
            before, after = from_where_they_part(before, after, _SHOWN)
        return {"before": self.shown(before), "after": self.shown(after)}

    def change(self, kind: ChangeKind, place: Place, *needs: str, **values: str) -> Change:
        """A change of this document, with what the rules ask for beside what they ask of its kind."""
        named = {"document": self.document, "where": "", **values}
        return Change(kind, self.commitment, place, tuple(sorted(named.items())), needs)


def part_of(item: Named) -> str:
    """What a sentence calls a part with an id."""
    return PARTS[type(item.part)]


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
