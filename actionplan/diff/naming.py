"""How the changes of a document speak of it and of what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeGuard

from actionplan.checks.since.parts import Named
from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.wording import from_where_they_part
from actionplan.documents.kinds import Kind
from actionplan.findings.finding import Position
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Figure
from actionplan.model.fields import Part
from actionplan.model.partialdate import PartialDate
from actionplan.model.plan import Entry, Plan
from actionplan.model.process import Agreement, Alternative, Cause, Comment, Effect, Problem
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Action, Activity, Indicator, Means, Output, Roadmap
from actionplan.model.settings import Actor, Source
from actionplan.model.translation import Translation
from actionplan.model.vocabulary import Vocabulary

_DOCUMENTS = {
    Kind.COMMITMENT: msg("el compromiso {name}"),
    Kind.PHASE: msg("la fase {name}"),
    Kind.TREE: msg("el tema {name}"),
    Kind.TABLE: msg("la mesa {name}"),
    Kind.SESSION: msg("la sesión {name}"),
    Kind.ROADMAP: msg("la hoja de ruta de {name}"),
    Kind.REPORT: msg("el avance {name}"),
    Kind.VERIFICATION: msg("la verificación {name}"),
    Kind.TRANSLATION: msg("la traducción {name}"),
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
"""Characters of a text that a sentence shows."""
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
        return commitment_at(self.now.path, self.head, self.base)

    @property
    def document(self) -> dict[str, str]:
        """What a sentence calls the document: words of ours, and the name that stands in them."""
        model, kind = self.now.model, self.now.source_file.kind
        name = str(getattr(model, "id", ""))
        if isinstance(model, Roadmap):
            name = model.commitment
        elif isinstance(model, Report | Verification):
            name = f"{model.commitment}/{self.now.stem}"
        elif isinstance(model, Translation):
            name = self.now.path
        known = kind in _DOCUMENTS and name
        return {"document": _DOCUMENTS[kind], "name": name} if known else {"document": self.now.path}

    def word(self, value: Vocabulary) -> str:
        """A word of a closed list as its author writes it."""
        return self.now.keys.author_word(type(value).__name__, value.word)

    def shown(self, value: object) -> str:
        """A value as people read it, shortened; what somebody wrote, in quotes."""
        if value in (None, ()):
            text = "—"
        elif isinstance(value, bool):
            text = str(value).lower()
        elif isinstance(value, PartialDate):
            text = str(value)
        elif isinstance(value, tuple):
            text = ", ".join(self.shown(item) for item in value)
        elif isinstance(value, Vocabulary):
            text = self.word(value)
        elif isinstance(value, str) and not _BARE_WORD.fullmatch(value):
            return f"«{_shortened(' '.join(value.split()))}»"
        else:
            text = str(value)
        return _shortened(text)

    def contrasted(self, before: object, after: object) -> dict[str, str]:
        """Two values as people read them.

        Of two long texts, from where they part, with the count of the other places where they do; of two lists, what
        only one of them has.
        """
        more = 0
        if isinstance(before, str) and isinstance(after, str):
            before, after, more = from_where_they_part(before, after, _SHOWN)
        elif is_list(before) and is_list(after):
            before, after = apart(before, after), apart(after, before)
        return {"before": self.shown(before), "after": self.shown(after), "more": str(more or "")}

    def corrects(self, word: str, new: str) -> bool:
        """Whether the proposal rids the plan of one word, and writes instead another that the plan knew already."""
        return _is_written(new, self.base) and not _is_written(word, self.head)

    def change(self, kind: ChangeKind, position: Position, *needs: str, **values: str) -> Change:
        """A change of this document, with what the rules ask for beside what they ask of its kind."""
        named = {**self.document, "where": "", **{name: value for name, value in values.items() if value}}
        return Change(kind, self.commitment, position, tuple(sorted(named.items())), needs)


def commitment_at(path: str, *plans: Plan) -> str:
    """The id of the commitment in whose folder a file is, by the first of the plans that knows it; empty if none."""
    owners = (plan.commitment_of(path) for plan in plans)
    return next((owner.commitment.model.id for owner in owners if owner), "")


def part_of(item: Named) -> str:
    """What a sentence calls a part with an id."""
    return PARTS[type(item.part)]


def apart(mine: tuple[object, ...], other: tuple[object, ...]) -> tuple[object, ...]:
    """What a list of values has that another lacks."""
    return tuple(item for item in mine if item not in other)


def is_list(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether it is a list of values, and no date of which only a part is known."""
    return isinstance(value, tuple) and not isinstance(value, PartialDate)


def _is_written(word: str, plan: Plan) -> bool:
    """Whether some document of a plan has a word, in small letters, with a capital one, or in capitals."""
    forms = [form.encode() for form in {word, word.capitalize(), word.upper()}]
    whole = re.compile(rb"(?<![\w\x80-\xff])(?:" + b"|".join(map(re.escape, forms)) + rb")(?![\w\x80-\xff])")
    return any(
        any(form in entry.source_file.content for form in forms) and whole.search(entry.source_file.content)
        for entry in plan.entries
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
