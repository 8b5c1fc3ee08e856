"""The values of a document compared, field by field, each with the sentence that fits it best."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from actionplan.checks.since.documents import KINDS
from actionplan.documents.values import Step
from actionplan.findings.finding import Place
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Rescheduling, Roadmap
from actionplan.model.spots import Spot
from actionplan.model.translation import Translation
from actionplan.model.vocabulary import Vocabulary
from actionplan.review.change import Change, ChangeKind

_ROADMAP = msg("la hoja de ruta")
_TRANSLATION = msg("la traducción")
_ALIKE = 0.9
_SHOWN = 120
_RESPONSIBLE = frozenset({"responsible", "leads", "partners", "institution", "post", "supporters"})
_EDITORIAL = {"provenance": msg("Procedencia"), "unavailable": msg("No disponible"), "waivers": msg("Excepciones")}


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

    def change(self, kind: ChangeKind, place: Place, **values: str) -> Change:
        """A change of this document."""
        named = {"document": self.document, "where": "", **values}
        return Change(kind, self.commitment, place, tuple(sorted(named.items())))


def values_changed(naming: Naming, skipped: Collection[str]) -> Iterator[Change]:
    """Every field that says something else, but for parts that went, came, or changed their id.

    Args:
        naming: The document as it was and as it is.
        skipped: The ids of those parts.
    """
    yield from _editorial(naming)
    told = tuple(_reschedulings(naming))
    yield from told
    old, new = _leaves(naming.was), _leaves(naming.now)
    for address in dict.fromkeys([*old, *new]):
        if address.split("/")[0] in skipped or (told and address.startswith(_key(naming, "reschedulings"))):
            continue
        (spot, before), (after_spot, after) = old.get(address, (None, None)), new.get(address, (None, None))
        at = after_spot or spot
        if before != after and at is not None:
            yield _changed(naming, at, before, after, place=_place(naming, after_spot, at))


def _key(naming: Naming, name: str) -> str:
    return naming.now.keys.author(name)


def _leaves(entry: Entry[DocumentPart]) -> dict[str, tuple[Spot, object]]:
    """Every field that holds no parts, by its address, with its value."""
    found = {}
    for spot in entry.spots:
        if spot.steps:
            value: object = entry.model
            for step in spot.steps:
                value = _at(value, step)
            if not _holds_parts(value):
                found[spot.address] = (spot, value)
    return found


def _at(value: object, step: Step) -> object:
    if isinstance(step, int):
        return value[step] if isinstance(value, tuple) else None
    return getattr(value, step, None)


def _holds_parts(value: object) -> bool:
    return hasattr(value, "model_fields_set") or (isinstance(value, tuple) and any(map(_holds_parts, value)))


def _place(naming: Naming, after: Spot | None, at: Spot) -> Place:
    entry = naming.now if after else naming.was
    return entry.place(*at.steps) if after else Place(naming.now.path, entry.place(*at.steps).line)


def _changed(naming: Naming, spot: Spot, before: object, after: object, place: Place) -> Change:
    field = str(next(step for step in reversed(spot.steps) if isinstance(step, str)))
    owner = spot.address.rpartition("/")[0]
    shown = {"before": naming.shown(before), "after": naming.shown(after), "title": spot.title}
    kind = _kind(naming, field, owner, before, after)
    if kind in (ChangeKind.LATER_END, ChangeKind.EARLIER_END, ChangeKind.START_MOVED):
        assert isinstance(before, date) and isinstance(after, date)  # noqa: PT018, S101 - what _kind went by
        shown["days"] = f"{(after - before).days:+d}".removeprefix("+" if kind is ChangeKind.LATER_END else "")
    bare = kind in (ChangeKind.LATER_END, ChangeKind.EARLIER_END, ChangeKind.START_MOVED, ChangeKind.TARGET)
    bare = bare or kind in (ChangeKind.WEIGHT, ChangeKind.ACCOUNTS)
    where = (owner or naming.document) if bare else (f" de {owner}" if owner else "")
    return naming.change(kind, place, where=where, **shown)


def _kind(naming: Naming, field: str, owner: str, before: object, after: object) -> ChangeKind:  # noqa: PLR0911, C901
    if isinstance(naming.now.model, Report | Verification):
        return ChangeKind.RECORD_EDITED
    if field == "accounts":
        return ChangeKind.ACCOUNTS
    settings = (_key(naming, "settings"), _key(naming, "cutoff"))
    if owner.startswith(settings[0]) or (field == "cutoff" and not owner):
        return ChangeKind.SETTINGS
    if isinstance(before, date) and isinstance(after, date) and field in ("start", "end"):
        if field == "start":
            return ChangeKind.START_MOVED
        return ChangeKind.LATER_END if after > before else ChangeKind.EARLIER_END
    if f"/{_key(naming, 'targets')}/" in f"/{owner}/":
        return ChangeKind.TARGET
    if field == "weight":
        return ChangeKind.WEIGHT
    if field in _RESPONSIBLE:
        return ChangeKind.RESPONSIBLE
    if before in (None, ()):
        return ChangeKind.VALUE_ADDED
    if after in (None, ()):
        return ChangeKind.VALUE_REMOVED
    if isinstance(before, tuple) and isinstance(after, tuple) and sorted(map(str, before)) == sorted(map(str, after)):
        return ChangeKind.ORDER
    if isinstance(before, str) and isinstance(after, str) and " " in before:
        ratio = SequenceMatcher(None, before, after, autojunk=False).ratio()
        return ChangeKind.TYPO if ratio >= _ALIKE and ratio < 1 else ChangeKind.VALUE
    return ChangeKind.VALUE


def _editorial(naming: Naming) -> Iterator[Change]:
    """Where facts come from, what is not known, what is waived: one change for each list that differs."""
    for field, title in _EDITORIAL.items():
        before, after = (set(getattr(entry.model, field)) for entry in (naming.was, naming.now))
        names = sorted({getattr(item, item.identity) for item in before ^ after})
        if names:
            shown = naming.shown(tuple(names))
            yield naming.change(ChangeKind.SOURCING, naming.now.place(field), title=title, after=shown)


def _reschedulings(naming: Naming) -> Iterator[Change]:
    """Dates moved in the open: entries that were added to the list."""
    if not isinstance(naming.was.model, Roadmap) or not isinstance(naming.now.model, Roadmap):
        return
    before, after = naming.was.model.reschedulings, naming.now.model.reschedulings
    if after[: len(before)] != before:
        return
    for index, item in enumerate(after[len(before) :], len(before)):
        yield naming.change(
            ChangeKind.RESCHEDULED, naming.now.place("reschedulings", index), where=item.activity, **_move(item)
        )


def _move(item: Rescheduling) -> dict[str, str]:
    return {"before": item.before.isoformat(), "after": item.after.isoformat(), "why": item.reason}
