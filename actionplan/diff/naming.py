"""How the changes of a document speak of it and of what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeGuard

from actionplan.diff.agreed import is_signed, needs_of
from actionplan.diff.change import NO_DIFFERENCE, Change, ChangeKind, Difference
from actionplan.diff.matching import AnyEntry, Pair
from actionplan.diff.nouns import DOCUMENTS
from actionplan.diff.wording import from_where_they_part
from actionplan.findings import Position
from actionplan.model import PartialDate, Plan, Report, Verification, Vocabulary, key_of

_SHOWN = 120
"""Characters of a text that a sentence shows."""
_BARE_WORD = re.compile(r"[a-z0-9][a-z0-9._/-]*|https?:\S*")
"""Ids, addresses and dates, which need no quotes."""


@dataclass(frozen=True)
class Naming:
    """Represent two states of one document, and how to speak of them.

    Attributes:
        base: The plan as published.
        head: The plan as proposed.
        was: The document in it; the same as ``now`` for one that is only in one of the two.
        now: The document as proposed.
    """

    base: Plan
    head: Plan
    was: AnyEntry
    now: AnyEntry

    @property
    def commitment(self) -> str:
        """Return the id of the commitment that the document belongs to; empty if to none."""
        return commitment_at(self.now.path, self.head, self.base)

    @property
    def is_record(self) -> bool:
        """Tell whether it is a report or a verification, which nobody edits once it is published."""
        return isinstance(self.now.model, Report | Verification)

    @property
    def was_signed(self) -> bool:
        """Tell whether it was a roadmap that both sides had signed."""
        return is_signed(self.was.model)

    @property
    def document(self) -> dict[str, str]:
        """Return what a sentence calls the document: words of ours, and the name that stands in them."""
        kind, name = key_of(self.now)
        named = kind in DOCUMENTS and name
        return {"document": DOCUMENTS[kind].named, "name": name} if named else {"document": self.now.path}

    def word(self, value: Vocabulary) -> str:
        """Return a word of a closed list as its author writes it."""
        return self.now.keys.author_word(type(value).__name__, value.word)

    def shown(self, value: object) -> str:
        """Return a value as people read it, shortened; what somebody wrote, in quotes."""
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
        """Return two values as people read them.

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
        """Return whether the proposal replaces a word wherever it stands by one that the plan knew already."""
        return _is_written(new, self.base) and not _is_written(word, self.head)

    def change(
        self, kind: ChangeKind, position: Position, difference: Difference = NO_DIFFERENCE, **values: str
    ) -> Change:
        """Make a change of this document, with what the rules ask for beside what they ask of its kind."""
        named = {**self.document, "where": "", **{name: value for name, value in values.items() if value}}
        pair = Pair(self.was, self.now)
        needs = needs_of(pair, kind, difference)
        return Change(kind, self.commitment, position, tuple(sorted(named.items())), needs, pair, difference)


def commitment_at(path: str, *plans: Plan) -> str:
    """Return the id of the commitment in whose folder a file is, by the first plan that knows it; empty if none."""
    owners = (plan.commitment_of(path) for plan in plans)
    return next((owner.commitment.model.id for owner in owners if owner), "")


def apart(mine: tuple[object, ...], other: tuple[object, ...]) -> tuple[object, ...]:
    """Return what a list of values has that another lacks."""
    return tuple(item for item in mine if item not in other)


def is_list(value: object) -> TypeGuard[tuple[object, ...]]:
    """Return whether it is a list of values, and no date of which only a part is known."""
    return isinstance(value, tuple) and not isinstance(value, PartialDate)


def _is_written(word: str, plan: Plan) -> bool:
    """Return whether some document of a plan has a word, in small letters, with a capital one, or in capitals."""
    forms = [form.encode() for form in {word, word.capitalize(), word.upper()}]
    whole = re.compile(rb"(?<![\w\x80-\xff])(?:" + b"|".join(map(re.escape, forms)) + rb")(?![\w\x80-\xff])")
    return any(
        any(form in entry.source_file.content for form in forms) and whole.search(entry.source_file.content)
        for entry in plan.entries
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
