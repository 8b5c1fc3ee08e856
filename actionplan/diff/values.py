"""The values of a document compared, field by field, each with the sentence that fits it best."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, get_origin

from pydantic.fields import FieldInfo

from actionplan.diff.agreed import DATES
from actionplan.diff.change import Change, ChangeKind, Difference, days_between
from actionplan.diff.fields import kind_of
from actionplan.diff.histories import editorial, handovers, relieved, reschedulings
from actionplan.diff.items import Items, Parts, align, flat_values, is_reordered, names_of
from actionplan.diff.naming import Naming, apart, is_list
from actionplan.diff.parts import PartsCompared
from actionplan.documents import Step
from actionplan.findings import Position
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Part, PlanIdentity, Signed, mark_of, part_in
from actionplan.text.normalise import as_said

_LATER, _EARLIER = msg("se atrasa"), msg("se adelanta")
_TOLD_APART = {"kind", "id", *DocumentPart.model_fields}
_OF_ITEMS = {
    (ChangeKind.TARGET, True): ChangeKind.TARGET_REMOVED,
    (ChangeKind.TARGET, False): ChangeKind.TARGET_ADDED,
    (ChangeKind.VALUE_REMOVED, True): ChangeKind.ITEM_REMOVED,
    (ChangeKind.VALUE_ADDED, False): ChangeKind.ITEM_ADDED,
}


class Way(NamedTuple):
    """Represent the way to a part or a field, in both states of a document.

    Attributes:
        address: Its address, as authors write it.
        owner: The address of the part that a field is of.
        was: The way in the data of the earlier state.
        now: The same in the later state.
        marks: The marks of the fields on the way.
        term: The address of the first field on the way that both sides sign for.
        title: What the last field is called, in Spanish.
    """

    address: str
    owner: str
    was: tuple[Step, ...]
    now: tuple[Step, ...]
    marks: tuple[object, ...] = ()
    term: str = ""
    title: str = ""

    def field(self, name: str, key: str, info: FieldInfo) -> Way:
        """Go on to a field of the part."""
        address = f"{self.address}/{key}" if self.address else key
        term = self.term or (address if mark_of(info.metadata, Signed) else "")
        marks = (*self.marks, *info.metadata)
        return Way(address, self.address, (*self.was, name), (*self.now, name), marks, term, info.title or name)

    def item(self, name: str, was: int, now: int) -> Way:
        """Go on to an item of the list that the field holds."""
        address = f"{self.address}/{name}"
        return self._replace(address=address, was=(*self.was, was), now=(*self.now, now))

    def difference(self, before: object, after: object, *item: int) -> Difference:
        """Describe what differs in the field, or in one of its items."""
        steps = self.was if item and after is None else self.now
        return Difference((*steps, *item), self.owner, str(self.now[-1]), before, after, self.marks, self.term)


@dataclass(frozen=True)
class ValuesCompared:
    """Represent the values of two states of one document.

    Attributes:
        naming: The document as it was and as it is.
        parts: Its parts with an id, compared.
    """

    naming: Naming
    parts: PartsCompared

    def changes(self) -> Iterator[Change]:
        """Yield every field that says something else, but for parts that went, came, or changed their id.

        What could not be read in the later state is not compared.
        """
        yield from editorial(self.naming)
        histories = {"reschedulings": tuple(reschedulings(self.naming)), "handovers": tuple(handovers(self.naming))}
        for changes in histories.values():
            yield from changes
        told = _TOLD_APART.union(field for field, changes in histories.items() if changes)
        was, now = (_with_settings(entry.model) for entry in (self.naming.was, self.naming.now))
        yield from self._compare(Way("", "", (), ()), type(now), was, now, told)
        for name in self.parts.kept:
            before, after = self.parts.before[name], self.parts.after[name]
            way = Way(name, "", before.steps, after.steps)
            yield from self._compare(way, type(after.part), before.part, after.part, {"id"})

    def _compare(
        self, way: Way, kind: type[Part], was: Part | None, now: Part | None, told: AbstractSet[str] = frozenset()
    ) -> Iterator[Change]:
        """Compare a part field by field; what has an id of its own is compared by itself.

        Args:
            way: The way to the part.
            kind: The model of the part.
            was: The part as it was; None if it was not there.
            now: The part as it is; None if it is not there.
            told: Fields that others speak of.
        """
        for name, info in kind.model_fields.items():
            before, after = getattr(was, name, None), getattr(now, name, None)
            if name in told or before == after:
                continue
            field, inner = way.field(name, self.naming.now.keys.author(name), info), part_in(info.annotation)
            if inner and get_origin(info.annotation) is tuple:
                yield from self._items(field, inner.identity, before or (), after or ())
            elif self.naming.now.is_damaged(*field.now) or (inner and inner.identity == "id"):
                continue
            elif inner:
                yield from self._compare(field, inner, before, after)
            else:
                yield from self._value(field, self._said(before), self._said(after))

    def _said(self, value: object) -> object:
        """Return what a field says; of a text that nobody published as a record, however it is written."""
        said = as_said(value) if isinstance(value, str) and not self.naming.is_record else value
        return None if said == () else said

    def _items(self, way: Way, identity: str, before: Parts, after: Parts) -> Iterator[Change]:
        """Yield the items of a list that went, came or say something else, and whether their order is another."""
        items = align(before, after, identity)
        old, new = names_of(before, identity), names_of(after, identity)
        if identity == "id":
            kept = [[name for name in names if name not in self.parts.apart] for names in (old, new)]
            items = Items([], [], [], is_reordered(*kept))
        if items.is_reordered:
            position = self.naming.now.position(*way.now)
            yield self.naming.change(ChangeKind.ORDER, position, title=way.title, where=way.owner)
        left = relieved(self.naming)
        for index in () if self.naming.now.is_damaged(*way.now) else items.gone:
            if f"{way.address}/{old[index]}" not in left:
                text = self.naming.shown(flat_values(before[index]))
                yield self._item(way, way.difference(text, None, index))
        for index in items.come:
            yield self._item(way, way.difference(None, self.naming.shown(flat_values(after[index])), index))
        for was, now in items.pairs:
            yield from self._compare(way.item(old[was], was, now), type(after[now]), before[was], after[now])

    def _item(self, way: Way, difference: Difference) -> Change:
        """Say that an item of a list went or came, in one sentence."""
        gone, nothing = difference.after is None, self.naming.shown(None)
        if difference.field == "evidence" and gone:
            position = self.naming.now.position(*way.now[:-1])
            shown = {"where": way.owner.rpartition("/")[2], "after": str(difference.before)}
            return self.naming.change(ChangeKind.PROOF_REMOVED, position, difference, **shown)
        kind = kind_of(self.naming, difference)
        shown = {"before": str(difference.before or nothing), "after": str(difference.after or nothing)}
        shown |= {"where": way.owner, "title": way.title}
        position = self._lost(difference.steps) if gone else self.naming.now.position(*difference.steps)
        return self.naming.change(_OF_ITEMS.get((kind, gone), kind), position, difference, **shown)

    def _lost(self, steps: tuple[Step, ...]) -> Position:
        """Return the line on which something stood that is gone."""
        return Position(self.naming.now.path, self.naming.was.position(*steps).line)

    def _value(self, way: Way, before: object, after: object) -> Iterator[Change]:
        """Yield a value that is another; of a list of words, what went and what came."""
        if before == after:
            return
        difference, about = way.difference(before, after), {"title": way.title, "where": way.owner}
        kind = kind_of(self.naming, difference)
        is_lost = after is None and not way.owner
        position = self._lost(way.was) if is_lost else self.naming.now.position(*way.now)
        if kind is ChangeKind.VALUE and is_list(before) and is_list(after):
            gone, come = apart(before, after), apart(after, before)
            for one, words in ((ChangeKind.ITEM_REMOVED, gone), (ChangeKind.ITEM_ADDED, come)):
                if words:
                    text = self.naming.shown(words)
                    yield self.naming.change(one, position, difference, **about, before=text, after=text)
            return
        shown = {**self.naming.contrasted(before, after), **about}
        if kind in DATES and isinstance(before, date) and isinstance(after, date):
            shown |= {"days": days_between(before, after), "moves": _LATER if after > before else _EARLIER}
        yield self.naming.change(kind, position, difference, **shown)


def _with_settings(model: DocumentPart) -> DocumentPart:
    """Return the plan's own settings with those in force, written or not."""
    if not isinstance(model, PlanIdentity):
        return model
    rules = model.rules.model_copy(update={"thresholds": model.rules.lights})
    return model.model_copy(update={"settings": rules})
