"""How the changes of a document speak of it and of what it says."""

from __future__ import annotations

from dataclasses import dataclass

from actionplan.checks.since.documents import KINDS
from actionplan.findings.finding import Place
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap
from actionplan.model.translation import Translation
from actionplan.model.vocabulary import Vocabulary
from actionplan.review.change import Change, ChangeKind
from actionplan.review.wording import from_where_they_part

_ROADMAP = msg("la hoja de ruta")
_TRANSLATION = msg("la traducción")
_SHOWN = 120


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
            return f"{_ROADMAP} de {model.commitment}"
        if isinstance(model, Report | Verification):
            return f"{KINDS[kind]} {model.commitment}/{self.now.stem}"
        if isinstance(model, Translation):
            return f"{_TRANSLATION} {self.now.path}"
        name = getattr(model, "id", "")
        return f"{KINDS[kind]} {name}" if kind in KINDS and name else self.now.path

    def word(self, value: Vocabulary) -> str:
        """A word of a closed list as its author writes it."""
        return self.now.keys.author_word(type(value).__name__, value.word)

    def shown(self, value: object) -> str:
        """A value as people read it, shortened."""
        if value in (None, ()):
            text = "—"
        elif isinstance(value, tuple):
            text = ", ".join(self.shown(item) for item in value)
        elif isinstance(value, Vocabulary):
            text = self.word(value)
        else:
            text = str(value)
        return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

    def contrasted(self, before: object, after: object) -> dict[str, str]:
        """Two values as people read them; of two long texts, from where they part."""
        if isinstance(before, str) and isinstance(after, str):
            before, after = from_where_they_part(before, after, _SHOWN)
        return {"before": self.shown(before), "after": self.shown(after)}

    def change(self, kind: ChangeKind, place: Place, *needs: str, **values: str) -> Change:
        """A change of this document, with what the rules ask for beside what they ask of its kind."""
        named = {"document": self.document, "where": "", **values}
        return Change(kind, self.commitment, place, tuple(sorted(named.items())), needs)
