"""Which document of a plan is which of an earlier one, wherever its file is and whatever it is called now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from actionplan.model import DocumentKey, DocumentPart, Entry, Page, Plan, Translation, key_of

AnyEntry: TypeAlias = Entry[DocumentPart]
_Keyed: TypeAlias = dict[DocumentKey, list[AnyEntry]]
Item = TypeVar("Item")
Key = TypeVar("Key")
Trait = TypeVar("Trait")


class Pair(NamedTuple):
    """Represent a document as it was and as it is."""

    was: AnyEntry
    now: AnyEntry


class Matching(NamedTuple):
    """Represent the documents of two plans.

    Attributes:
        pairs: Those that are in both, the same objects included.
        gone: Those that only the earlier plan has.
        come: Those that only the later plan has.
    """

    pairs: tuple[Pair, ...]
    gone: tuple[AnyEntry, ...]
    come: tuple[AnyEntry, ...]


def match(base: Plan, head: Plan) -> Matching:
    """Match documents by what they are and their id; of the rest, find those that are the same under another id.

    These hold the same, letter by letter, or are the same file with another id, or a page of the same title, or the
    translation of the same document, in another file. What could not be read in one plan is missed in neither.
    """
    before, after = _keyed(base.entries), _keyed(head.entries)
    pairs = [Pair(was, _same(was, after[key])) for was in base.entries if (key := key_of(was)) in after]
    gone = {key: entries for key, entries in before.items() if key not in after}
    come = {key: entries for key, entries in after.items() if key not in before}
    for trait in (_content, _path, _title):
        old, new = _by_trait(trait, gone), _by_trait(trait, come)
        pairs += [Pair(gone.pop(old[value])[0], come.pop(new[value])[0]) for value in old.keys() & new.keys()]
    return Matching(tuple(pairs), _readable_apart(gone, head), _readable_apart(come, base))


def by_unique(traits: Mapping[Key, Trait]) -> dict[Trait, Key]:
    """Return the keys of some traits by the trait of each, where no two have the same."""
    count = Counter(traits.values())
    return {trait: key for key, trait in traits.items() if count[trait] == 1}


def lost_from(before: Sequence[Item], after: Sequence[Item]) -> list[Item]:
    """Return the entries of a history that are not there in the order in which they were published."""
    lost, rest = [], list(after)
    for item in before:
        if item in rest:
            del rest[: rest.index(item) + 1]
        else:
            lost.append(item)
    return lost


def _keyed(entries: Iterable[AnyEntry]) -> _Keyed:
    keyed: _Keyed = {}
    for entry in entries:
        keyed.setdefault(key_of(entry), []).append(entry)
    return keyed


def _same(was: AnyEntry, claimants: list[AnyEntry]) -> AnyEntry:
    """Return the document that had an id: of two that claim it, the one that did not move."""
    return next((entry for entry in claimants if entry.path == was.path), claimants[0])


def _readable_apart(keyed: _Keyed, other: Plan) -> tuple[AnyEntry, ...]:
    return tuple(entry for (kind, _), entries in keyed.items() if kind not in other.unsure for entry in entries)


def _by_trait(trait: Callable[[AnyEntry], object], keyed: _Keyed) -> dict[object, DocumentKey]:
    """Return the keys of documents by a trait that no two of a kind share."""
    traits = {
        key: (key[0], value)
        for key, [entry, *others] in keyed.items()
        if not others and (value := trait(entry)) is not None
    }
    return by_unique(traits)


def _content(entry: AnyEntry) -> object:
    return entry.source_file.content


def _path(entry: AnyEntry) -> object:
    return entry.path


def _title(entry: AnyEntry) -> object:
    if isinstance(entry.model, Translation):
        return entry.model.translates, entry.path.rpartition("/")[2]
    return entry.model.title if isinstance(entry.model, Page) else None
