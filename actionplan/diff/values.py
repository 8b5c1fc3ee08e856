"""The values of a document compared, field by field, each with the sentence that fits it best."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from actionplan.diff.agreed import DATES
from actionplan.diff.change import Change, ChangeKind, days_between
from actionplan.diff.fields import difference_at, kind_of
from actionplan.diff.histories import editorial, handovers, relieved, reschedulings
from actionplan.diff.leaves import Item, Leaf, Leaves, aligned, items_apart, leaves
from actionplan.diff.matching import AnyEntry
from actionplan.diff.naming import Naming, apart, is_list
from actionplan.documents.values import Step
from actionplan.findings.finding import Position
from actionplan.language.messages import msg
from actionplan.model.field_index import FieldRef
from actionplan.model.settings import PlanIdentity
from actionplan.text.normalise import as_said

_LATER, _EARLIER = msg("se atrasa"), msg("se adelanta")


def values_changed(naming: Naming, skipped: Collection[str]) -> Iterator[Change]:
    """Every field that says something else, but for parts that went, came, or changed their id.

    What could not be read in the later state is not compared.

    Args:
        naming: The document as it was and as it is.
        skipped: The ids of those parts.
    """
    yield from editorial(naming)
    told = {"reschedulings": tuple(reschedulings(naming)), "handovers": tuple(handovers(naming))}
    for found_there in told.values():
        yield from found_there
    leave = {*skipped, *(naming.now.keys.author(field) for field, found_there in told.items() if found_there)}
    was_filled, now_filled = _with_settings(naming.was), _with_settings(naming.now)
    before = leaves(was_filled)
    old, new = (_without(leave, state) for state in (before, aligned(before, leaves(now_filled))))
    (gone, lost), (come, added) = items_apart(old, new), items_apart(new, old)
    yield from _items_changed(naming, gone, come)
    for address in dict.fromkeys([*old, *new]):
        was, now = old.get(address), new.get(address)
        at = now or was
        if at and address not in lost | added and _said(naming, was) != _said(naming, now):
            if now and naming.now.is_damaged(*now.ref.steps):
                continue
            entry = now_filled if now else was_filled
            yield from _changed(naming, entry, at.ref, _said(naming, was), _said(naming, now))


def _with_settings(entry: AnyEntry) -> AnyEntry:
    """An entry of the plan's own settings with those in force, written or not."""
    if not isinstance(entry.model, PlanIdentity):
        return entry
    rules = entry.model.rules.model_copy(update={"thresholds": entry.model.rules.lights})
    return replace(entry, model=entry.model.model_copy(update={"settings": rules}))


def _without(leave: Collection[str], found: Leaves) -> Leaves:
    return {address: leaf for address, leaf in found.items() if address.split("/")[0] not in leave}


def _said(naming: Naming, leaf: Leaf | None) -> object:
    """What a field says; of a text that nobody published as a record, however it is written."""
    value = None if leaf is None or leaf.value == () else leaf.value
    return as_said(value) if isinstance(value, str) and not naming.is_record else value


def _items_changed(naming: Naming, gone: dict[str, Item], come: dict[str, Item]) -> Iterator[Change]:
    """Items of lists that went or came; one that only has another place in its list did neither."""
    moved: dict[str, str] = {}
    for address, item in gone.items():
        twins = (name for name, other in come.items() if other[1:] == item[1:] and name not in moved.values())
        twin = next(twins, None)
        if twin is not None:
            moved[address] = twin
    shown = [(come[twin].list_address, come[twin].steps[:-1]) for twin in moved.values()]
    for list_address, steps in dict.fromkeys(shown):
        where, _, field = list_address.rpartition("/")
        title = _title(naming, list_address, field)
        yield naming.change(ChangeKind.ORDER, naming.now.position(*steps), title=title, where=where)
    for address in gone.keys() - moved.keys() - relieved(naming):
        ref = naming.now.ref_at(gone[address].list_address)
        if not (ref and naming.now.is_damaged(*ref.steps)):
            yield _item_changed(naming, gone[address], gone=True)
    for address in come.keys() - set(moved.values()):
        yield _item_changed(naming, come[address], gone=False)


def _item_changed(naming: Naming, item: Item, *, gone: bool) -> Change:
    """An item of a list that went or came, in one sentence."""
    text, nothing = naming.shown(item.values), naming.shown(None)
    owner = item.list_address.rpartition("/")[0]
    before, after = (text, None) if gone else (None, text)
    difference = difference_at(naming.was if gone else naming.now, item.steps, owner, before, after)
    if difference.field == "evidence" and gone:
        position = _position(naming, item.steps[:-2], is_there=True)
        shown = {"where": owner.rpartition("/")[2], "after": text}
        return naming.change(ChangeKind.PROOF_REMOVED, position, difference, **shown)
    kind = kind_of(naming, difference)
    shown = {"before": before or nothing, "after": after or nothing, "where": owner}
    shown["title"] = _title(naming, item.list_address, difference.field)
    position = _position(naming, item.steps, is_there=not gone)
    return naming.change(_OF_ITEMS.get((kind, gone), kind), position, difference, **shown)


_OF_ITEMS = {
    (ChangeKind.TARGET, True): ChangeKind.TARGET_REMOVED,
    (ChangeKind.TARGET, False): ChangeKind.TARGET_ADDED,
    (ChangeKind.VALUE_REMOVED, True): ChangeKind.ITEM_REMOVED,
    (ChangeKind.VALUE_ADDED, False): ChangeKind.ITEM_ADDED,
}


def _title(naming: Naming, address: str, field: str) -> str:
    ref = naming.now.ref_at(address) or naming.was.ref_at(address)
    return ref.title if ref else field


def _position(naming: Naming, steps: tuple[Step, ...], *, is_there: bool) -> Position:
    """Where a value stands; of one that is gone, the line on which it stood."""
    if is_there:
        return naming.now.position(*steps)
    return Position(naming.now.path, naming.was.position(*steps).line)


def _changed(naming: Naming, entry: AnyEntry, ref: FieldRef, before: object, after: object) -> Iterator[Change]:
    """Yield a value that is another; of a list of words, what went and what came."""
    owner = ref.address.rpartition("/")[0]
    difference = difference_at(entry, ref.steps, owner, before, after)
    kind = kind_of(naming, difference)
    position = _position(naming, ref.steps, is_there=after is not None or bool(owner))
    if kind is ChangeKind.VALUE and is_list(before) and is_list(after):
        for one, words in (
            (ChangeKind.ITEM_REMOVED, apart(before, after)),
            (ChangeKind.ITEM_ADDED, apart(after, before)),
        ):
            if words:
                text = naming.shown(words)
                yield naming.change(one, position, difference, title=ref.title, where=owner, before=text, after=text)
        return
    shown = {**naming.contrasted(before, after), "title": ref.title, "where": owner}
    if kind in DATES and isinstance(before, date) and isinstance(after, date):
        shown |= {"days": days_between(before, after), "moves": _LATER if after > before else _EARLIER}
    yield naming.change(kind, position, difference, **shown)
