"""What two states of a document hold, field by field, with the items of their lists told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from actionplan.diff.matching import AnyEntry
from actionplan.documents.values import Step
from actionplan.model.field_index import FieldRef
from actionplan.model.walk import value_at


class Leaf(NamedTuple):
    """A field that holds no parts, with its value."""

    ref: FieldRef
    value: object

    @property
    def item(self) -> str:
        """The address of the item of a list that it is in, if that has no id; else empty."""
        at = max((at for at, step in enumerate(self.ref.steps) if isinstance(step, int)), default=None)
        if at is None:
            return ""
        steps = self.ref.address.split("/")
        address = steps[: len(steps) - len(self.ref.steps[at + 1 :])]
        return "/".join(address) if len(address) > 1 else ""

    @property
    def is_numbered(self) -> bool:
        """Whether nothing but its place tells that item from its siblings."""
        numbers = [step for step in self.ref.steps if isinstance(step, int)]
        return bool(self.item) and self.item.rpartition("/")[2] == str(numbers[-1] + 1)


Leaves = dict[str, Leaf]
"""Fields by address."""


class Item(NamedTuple):
    """An item of a list that only one of the two states has.

    Attributes:
        steps: The way to it in the data.
        list_address: Of the list that it is in.
        values: What it holds, in order; what it lacks left out.
    """

    steps: tuple[Step, ...]
    list_address: str
    values: tuple[object, ...]


def leaves(entry: AnyEntry) -> Leaves:
    """Every field that holds no parts, by its address."""
    found = {}
    for ref in entry.field_refs:
        if ref.steps:
            value = value_at(entry.model, ref.steps)
            if not _holds_parts(value):
                found[ref.address] = Leaf(ref, value)
    return found


def aligned(before: Leaves, after: Leaves) -> Leaves:
    """The fields of the later state under the addresses that they had.

    An item that nothing but its number names keeps the number that it had, or takes one that none had.
    """
    old, new = _numbered(before), _numbered(after)
    renamed: dict[str, str] = {}
    for name in old.keys() & new.keys():
        renamed |= {f"{name}/{number}": f"{name}/{was}" for number, was in _numbers(old[name], new[name])}
    found = {}
    for address, leaf in after.items():
        item = leaf.item
        found[renamed.get(item, item) + address[len(item) :]] = leaf
    return found


def items_apart(mine: Leaves, other: Leaves) -> tuple[dict[str, Item], frozenset[str]]:
    """The items of lists that the other state lacks, by their address, and the addresses of their fields."""
    there = {above for address in other for above in _above(address)}
    found: dict[str, list[Leaf]] = defaultdict(list)
    fields = set()
    for address, leaf in mine.items():
        item = leaf.item and address[: len(address) - len(leaf.ref.address) + len(leaf.item)]
        if leaf.item and item not in there:
            found[item].append(leaf)
            fields.add(address)
    apart = {}
    for name, its in found.items():
        if any(above in found for above in _above(name)):
            continue  # what holds it says it
        steps = its[0].ref.steps
        last = max(at for at, step in enumerate(steps) if isinstance(step, int))
        values = tuple(leaf.value for leaf in its if leaf.value not in (None, ()))
        apart[name] = Item(steps[: last + 1], name.rpartition("/")[0], values)
    return apart, frozenset(fields)


def _above(address: str) -> Iterator[str]:
    while "/" in address:
        address = address.rpartition("/")[0]
        yield address


def _numbered(found: Leaves) -> Mapping[str, list[tuple[object, ...]]]:
    """The items that only a number names, by the address of their list, in order, as what they hold."""
    items: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for leaf in found.values():
        if leaf.is_numbered:
            name, _, number = leaf.item.rpartition("/")
            items[name][number] += [leaf.ref.address[len(leaf.item) :], leaf.value]
    return {name: [tuple(values) for values in its.values()] for name, its in items.items()}


def _numbers(old: list[tuple[object, ...]], new: list[tuple[object, ...]]) -> Iterator[tuple[int, int]]:
    """The number of each later item, with the one that it had; both from 1."""
    unused = len(old)
    for tag, i, j, n, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        paired = min(j - i, m - n) if tag == "replace" else j - i if tag == "equal" else 0
        for step in range(m - n):
            if step >= paired:
                unused += 1
            yield n + step + 1, i + step + 1 if step < paired else unused


def _holds_parts(value: object) -> bool:
    return hasattr(value, "model_fields_set") or (isinstance(value, tuple) and any(map(_holds_parts, value)))
