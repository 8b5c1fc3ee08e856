"""The parts of a document that have an id compared: which went, came, moved, or have another id or another order."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actionplan.checks.since.parts import Named, Parts, moved_ids, named_parts
from actionplan.diff.agreed import asked_for, is_signed
from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.naming import Naming, part_of
from actionplan.documents.values import Step
from actionplan.findings.finding import Position
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry


class PartsCompared:
    """The parts of two states of one document.

    Attributes:
        apart: The ids of those that only one of the two has, or that have another in each.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._before, self._after = named_parts(naming.was.model), named_parts(naming.now.model)
        self._moved = moved_ids(self._before, self._after)
        self._gone = self._before.keys() - self._after.keys() - self._moved.keys()
        self._come = self._after.keys() - self._before.keys() - set(self._moved.values())
        self.apart = frozenset({*self._gone, *self._come, *self._moved, *self._moved.values()})

    def changes(self) -> Iterator[Change]:
        """Every difference; what holds others speaks for them."""
        for name, new in self._moved.items():
            position = self._naming.now.position(*self._after[new].steps, "id")
            yield self._change(ChangeKind.ID_CHANGED, position, self._before[name], before=name, after=new)
        if not self._naming.now.loses:
            for name, item in _topmost(self._before, self._gone):
                text = self._naming.shown(item.words)
                yield self._change(ChangeKind.PART_REMOVED, self._nearest(item), item, id=name, before=text)
        added = ChangeKind.TERMS_ADDED if is_signed(self._naming.was.model) else ChangeKind.PART_ADDED
        for name, item in _topmost(self._after, self._come):
            position = self._naming.now.position(*item.steps)
            yield self._change(added, position, item, id=name, after=self._naming.shown(item.words))
        for name, item in self._after.items():
            before = self._before.get(name)
            if before and name not in self.apart and (above := self._above(before)) != item.above[:1]:
                old, new = (self._naming.shown(names) for names in (above, item.above[:1]))
                position = self._naming.now.position(*item.steps, "id")
                yield self._change(ChangeKind.PART_MOVED, position, item, id=name, before=old, after=new)
        yield from self._reordered()

    def _above(self, item: Named) -> tuple[str, ...]:
        """The id of the part around one as it was, as that is called now."""
        return tuple(self._moved.get(name, name) for name in item.above[:1])

    def _nearest(self, item: Named) -> Position:
        """The place of the list that a part was in, under the nearest part that is still there."""
        now = self._naming.now
        for name in item.above:
            if name in self._after:
                return now.position(
                    *self._after[name].steps, *(step for step in item.steps[-2:] if isinstance(step, str))
                )
        return now.position(*item.steps[:1])

    def _reordered(self) -> Iterator[Change]:
        """Lists of which the items that are in both stand otherwise, if they have ids of any kind."""
        was, now = self._naming.was, self._naming.now
        for ref in now.field_refs:
            old = was.ref_at(ref.address) if ref.listing else None
            if old is None:
                continue
            before, after = self._ids(was, old.steps), self._ids(now, ref.steps)
            if [name for name in before if name in after] != [name for name in after if name in before]:
                where, _, _ = ref.address.rpartition("/")
                yield self._naming.change(ChangeKind.ORDER, now.position(*ref.steps), title=ref.title, where=where)

    def _ids(self, entry: Entry[DocumentPart], steps: tuple[Step, ...]) -> list[str]:
        """The ids of the items of a list, but for those that say something else in each."""
        value: object = entry.model
        for step in steps:
            value = value[step] if isinstance(step, int) and isinstance(value, tuple) else getattr(value, str(step))
        ids = [str(getattr(item, item.identity)) for item in value] if isinstance(value, tuple) else []
        return [name for name in ids if name not in self.apart]

    def _change(self, kind: ChangeKind, position: Position, item: Named, **values: str) -> Change:
        needs = asked_for(self._naming.was.model, self._naming.now.model, kind)
        return self._naming.change(kind, position, *needs, part=part_of(item), **values)


def _topmost(parts: Parts, names: Collection[str]) -> Iterator[tuple[str, Named]]:
    """Some parts, but for those inside of others of them."""
    return ((name, item) for name, item in parts.items() if name in names and not any(it in names for it in item.above))
