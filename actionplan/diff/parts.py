"""The parts of a document that have an id compared: which went, came, moved, or have another id or another order."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from actionplan.diff.change import Change, ChangeKind, Difference
from actionplan.diff.matching import by_unique
from actionplan.diff.naming import Naming
from actionplan.diff.nouns import PARTS, Noun
from actionplan.documents import Step
from actionplan.findings import Position
from actionplan.model import DocumentPart, Identifies, Part
from actionplan.model.walk import walk

_TEXTS = ("title", "name", "text", "description")


class NamedPart(NamedTuple):
    """Represent a part with an id.

    Attributes:
        part: What it is.
        steps: The way to it in the data.
        above: The ids of the parts around it, nearest first.
    """

    part: Part
    steps: tuple[Step, ...]
    above: tuple[str, ...]

    @property
    def noun(self) -> Noun:
        """Return what it is called in a sentence."""
        return PARTS[type(self.part)]

    @property
    def words(self) -> str:
        """Return what it says of itself."""
        return words_of(self.part)


NamedParts = dict[str, NamedPart]
"""The parts of a document by their ids."""


def words_of(part: Part) -> str:
    """Return the text by which people know a part."""
    return next((str(value) for name in _TEXTS if (value := getattr(part, name, None))), "")


def named_parts(model: DocumentPart) -> NamedParts:
    """Return every part with an id by its id, in the order of the file; of two with the same, the first."""
    parts: NamedParts = {}
    for marked in walk(model, Identifies):
        if marked.owner is not model:
            above = (str(getattr(part, "id", "")) for part in reversed(marked.owners[1:-1]))
            named = NamedPart(marked.owner, marked.steps[:-1], tuple(filter(None, above)))
            parts.setdefault(str(marked.value), named)
    return parts


class PartsCompared:
    """Represent the parts of two states of one document.

    Attributes:
        before: Those of the earlier state, by id.
        after: Those of the later state, by id.
        kept: The ids that name the same part in both.
        apart: The ids of those that only one of the two has, or that name another part in each.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self.before, self.after = named_parts(naming.was.model), named_parts(naming.now.model)
        self._moved = _moved_ids(self.before, self.after)
        same = (self.before.keys() & self.after.keys()) - self._moved.keys() - set(self._moved.values())
        self._other_kind = {name for name in same if type(self.before[name].part) is not type(self.after[name].part)}
        self._gone = self.before.keys() - same - self._moved.keys()
        self._come = self.after.keys() - same - set(self._moved.values())
        self.kept = [name for name in self.after if name in same - self._other_kind]
        self.apart = (self.before.keys() | self.after.keys()) - set(self.kept)

    def changes(self) -> Iterator[Change]:
        """Yield every difference; what holds others speaks for them."""
        now = self._naming.now
        for name, new in self._moved.items():
            position = now.position(*self.after[new].steps, "id")
            yield self._change(ChangeKind.ID_CHANGED, position, self.before[name], name, before=name, after=new)
        for name in sorted(self._other_kind):
            old, item = self.before[name], self.after[name]
            shown = {"id": name, "old": old.noun.bare, "new": item.noun.bare}
            yield self._change(ChangeKind.PART_OF_OTHER_KIND, now.position(*item.steps, "id"), old, name, **shown)
        if not now.loses:
            for name, item in _topmost(self.before, self._gone):
                text = self._naming.shown(item.words)
                yield self._change(ChangeKind.PART_REMOVED, self._nearest(item), item, name, id=name, before=text)
        added = ChangeKind.TERMS_ADDED if self._naming.was_signed else ChangeKind.PART_ADDED
        for name, item in _topmost(self.after, self._come):
            text = self._naming.shown(item.words)
            yield self._change(added, now.position(*item.steps), item, name, id=name, after=text)
        for name in self.kept:
            item, above = self.after[name], self._above(self.before[name])
            if above != item.above[:1]:
                old_above, new_above = (self._naming.shown(names) for names in (above, item.above[:1]))
                shown = {"id": name, "before": old_above, "after": new_above}
                yield self._change(ChangeKind.PART_MOVED, now.position(*item.steps, "id"), item, name, **shown)

    def _above(self, item: NamedPart) -> tuple[str, ...]:
        """Return the id of the part around one as it was, as that is called now."""
        return tuple(self._moved.get(name, name) for name in item.above[:1])

    def _nearest(self, item: NamedPart) -> Position:
        """Return the place of the list that a part was in, under the nearest part that is still there."""
        now = self._naming.now
        for name in item.above:
            if name in self.after:
                fields = (step for step in item.steps[-2:] if isinstance(step, str))
                return now.position(*self.after[name].steps, *fields)
        return now.position(*item.steps[:1])

    def _change(self, kind: ChangeKind, position: Position, item: NamedPart, name: str, **values: str) -> Change:
        difference = Difference(item.steps, name, before=name, after=self._moved.get(name, name), term=name)
        return self._naming.change(kind, position, difference, part=item.noun.named, **values)


def _moved_ids(before: NamedParts, after: NamedParts) -> dict[str, str]:
    """Return old ids of what has another now, known by its words, where no two things of a kind say the same."""
    old, new = (by_unique({name: (item.noun, item.words) for name, item in parts.items()}) for parts in (before, after))
    return {name: new[words] for words, name in old.items() if new.get(words, name) != name}


def _topmost(parts: NamedParts, names: AbstractSet[str]) -> Iterator[tuple[str, NamedPart]]:
    """Yield some parts, but for those inside of others of them."""
    return ((name, item) for name, item in parts.items() if name in names and names.isdisjoint(item.above[:1]))
