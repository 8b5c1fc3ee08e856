"""Which branches of a problem tree stand side by side, and which are stacked into columns to save width.

A column is an indented outline, as in organisation charts: a spine runs along its left and a short arm
leads from it to each box. Lengths are px; "out" is the distance from the core problem's edge, up for
effects and down for causes, so that both halves of a tree are arranged by the same code.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt

from actionplan.diagrams.tree import TreeNode
from actionplan.diagrams.tree_box import NodeBox, measure

INDENT = 24
COMFORTABLE_WIDTH = 1200
COMFORTABLE_LENGTH = 900
COLUMN_GAP = 24
_STACK_GAP = 14
_FEW = 4


@dataclass(frozen=True, slots=True)
class TreeItem:
    """Represent a measured node, numbered in reading order, and what grows from it.

    Attributes:
        index: Position in reading order; the core problem is 0.
        parent: Index of the node it grows from.
        node: The node itself.
        box: Its measured box.
        children: What grows from it.
        levels: Rows it takes when spread out, its own included.
        length: Length of the column it makes when stacked.
    """

    index: int
    parent: int
    node: TreeNode
    box: NodeBox
    children: tuple["TreeItem", ...]
    levels: int
    length: int


@dataclass(frozen=True, slots=True)
class Stacked:
    """Represent a box in a column, placed from the column's left and near edge."""

    item: TreeItem
    x: int
    out: int


@dataclass(frozen=True, slots=True)
class Column:
    """Represent branches stacked under one another, each with its own branches indented below it."""

    boxes: tuple[Stacked, ...]
    width: int
    length: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Represent a box whose branches stand side by side; a group of stacked ones counts as one or more columns."""

    item: TreeItem
    branches: tuple["Spread | Column", ...]

    @property
    def hangs_its_only_column(self) -> bool:
        """Return whether the spine can leave straight from the box, which then lines up with the column's left."""
        return len(self.branches) == 1 and isinstance(self.branches[0], Column)


@dataclass(frozen=True, slots=True)
class Stacking:
    """Represent a rule for what is stacked: siblings that are short enough, where there are more than a few.

    Attributes:
        levels: Most levels that a stacked branch may have.
        few: So many may still stand side by side.
        longest: Greatest length of a stacked branch, and of a column unless a single branch needs it.
    """

    levels: int
    few: int
    longest: int

    def short(self, items: tuple[TreeItem, ...]) -> tuple[TreeItem, ...]:
        """Return the items that may be stacked."""
        return tuple(item for item in items if item.levels <= self.levels and item.length <= self.longest)


def measured(node: TreeNode, numbers: Iterator[int], parent: int) -> TreeItem:
    """Measure a node and all that grows from it, numbered depth first."""
    index = next(numbers)
    children = tuple(measured(child, numbers, index) for child in node.children)
    return item_of(index, parent, node, measure(node), children)


def item_of(index: int, parent: int, node: TreeNode, box: NodeBox, children: tuple[TreeItem, ...]) -> TreeItem:
    """Return an item from its own box and its measured children."""
    levels = 1 + max((child.levels for child in children), default=0)
    length = box.height + sum(_STACK_GAP + child.length for child in children)
    return TreeItem(index, parent, node, box, children, levels, length)


def stackings(core: TreeItem) -> Iterator[Stacking]:
    """Yield the rules to try, from everything side by side to everything stacked."""
    # The side of a square that would hold the whole tree; broad trees are better off with longer columns.
    side = isqrt(core.length * core.box.width)
    lengths = tuple(max(COMFORTABLE_LENGTH, length) for length in (side, 2 * side))
    yield Stacking(0, 0, lengths[0])
    yield Stacking(1, _FEW, lengths[0])
    yield from (Stacking(levels, 1, longest) for levels in range(1, core.levels) for longest in lengths)


def arrange(item: TreeItem, stacking: Stacking, *, is_core: bool = False) -> Spread:
    """Gather the stackable branches of an item where the first of them stands; spread out the others."""
    short = stacking.short(item.children)
    # What grows straight from the core is the first thing to be seen, so it is the last to be stacked.
    if len(short) <= (_FEW if is_core else stacking.few):
        return Spread(item, tuple(arrange(child, stacking) for child in item.children))
    stacked = {child.index for child in short}
    # Only the core can know that its columns have the whole width to themselves.
    wanted_width = COMFORTABLE_WIDTH if is_core and len(short) == len(item.children) else 0
    branches: list[Spread | Column] = []
    for child in item.children:
        if child is short[0]:
            branches.extend(_columns(short, stacking.longest, wanted_width))
        if child.index not in stacked:
            branches.append(arrange(child, stacking))
    return Spread(item, tuple(branches))


def _columns(items: tuple[TreeItem, ...], longest: int, wanted_width: int) -> Iterator[Column]:
    """Yield columns of about equal length: as many as fit the wanted width, more if they would be too long."""
    total = sum(item.length + _STACK_GAP for item in items)
    fitting = (wanted_width + COLUMN_GAP) // (_column(items).width + COLUMN_GAP)
    count = max(1, fitting, -(-total // longest))
    # The least length that needs no more columns than that.
    length = bisect_left(range(total), True, key=lambda room: len(_filled(items, room)) <= count)
    yield from (_column(tuple(column)) for column in _filled(items, length))


def _filled(items: tuple[TreeItem, ...], room: int) -> list[list[TreeItem]]:
    """Return the items in order, in columns that take what fits in ``room`` px and one item at least."""
    columns: list[list[TreeItem]] = []
    left = 0
    for item in items:
        if not columns or item.length > left:
            columns.append([])
            left = room
        columns[-1].append(item)
        left -= item.length + _STACK_GAP
    return columns


def _column(items: tuple[TreeItem, ...]) -> Column:
    boxes: list[Stacked] = []
    out = 0
    for item, level in _outline(items, 1):
        boxes.append(Stacked(item, level * INDENT, out))
        out += item.box.height + _STACK_GAP
    width = max(stacked.x + stacked.item.box.width for stacked in boxes)
    return Column(tuple(boxes), width, out - _STACK_GAP)


def _outline(items: tuple[TreeItem, ...], level: int) -> Iterator[tuple[TreeItem, int]]:
    """Yield the items depth first, each with its level of indentation."""
    for item in items:
        yield item, level
        yield from _outline(item.children, level + 1)
