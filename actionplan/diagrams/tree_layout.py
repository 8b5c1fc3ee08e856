"""Where every box and line of a problem tree goes, in px from the top left corner of the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from actionplan.diagrams.tree import ProblemTree, TreeNode
from actionplan.diagrams.tree_box import NodeBox, measure
from actionplan.diagrams.tree_packing import ROW_GAP, Packed, TreeRow, pack, rows_of
from actionplan.diagrams.tree_stack import (
    COMFORTABLE_LENGTH,
    COMFORTABLE_WIDTH,
    INDENT,
    Column,
    TreeItem,
    arrange,
    item_of,
    measured,
    stackings,
)

MARGIN = 16

Point = tuple[int, int]


class TreeSide(StrEnum):
    """Represent the part of the tree that a box belongs to."""

    CORE = "core"
    CAUSE = "cause"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """Represent a box with its top left corner."""

    node: TreeNode
    side: TreeSide
    box: NodeBox
    x: int
    y: int

    @property
    def right(self) -> int:
        """Return the right edge."""
        return self.x + self.box.width

    @property
    def bottom(self) -> int:
        """Lower edge."""
        return self.y + self.box.height


@dataclass(frozen=True, slots=True)
class Connector:
    """Represent an orthogonal line from the edge of a box to the edge of one that grows from it.

    ``parent`` and ``child`` are positions in ``TreeLayout.boxes``.
    """

    parent: int
    child: int
    corners: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TreeLayout:
    """Represent the size of a drawing, its boxes in reading order, and the connectors between them.

    That order is the core problem, then the causes depth first, then the effects depth first.
    """

    width: int
    height: int
    boxes: tuple[PlacedBox, ...]
    connectors: tuple[Connector, ...]


@dataclass(frozen=True, slots=True)
class _PlacedItem:
    """Represent a box of one half before the halves are joined; ``x`` counts from the core's left edge.

    Attributes:
        item: The measured node.
        x: Left edge.
        out: Distance of the near edge from the core's edge.
        exit_x: Where lines leave the box.
        lane: How far out the line that reaches the box may run sideways.
        stacked: Whether the line reaches the box's side and not its near edge.
    """

    item: TreeItem
    x: int
    out: int
    exit_x: int
    lane: int
    stacked: bool

    @property
    def arrival_x(self) -> int:
        """Return where the line from its parent comes along: the column's spine, or the middle of the box."""
        return self.x - INDENT // 2 if self.stacked else self.x + self.item.box.width // 2


def lay_out(tree: ProblemTree) -> TreeLayout:
    """Place every box so that none overlap and no line crosses one; the same tree gives the same numbers."""
    core = measure(tree.core, central=True)
    numbers = count(1)
    causes = _half(tree.core, core, tuple(measured(node, numbers, 0) for node in tree.causes))
    effects = _half(tree.core, core, tuple(measured(node, numbers, 0) for node in tree.effects))
    left = min(min(placed_item.x, placed_item.arrival_x) for placed_item in causes + effects)
    up = max(placed_item.out + placed_item.item.box.height for placed_item in effects)
    trunk = PlacedBox(tree.core, TreeSide.CORE, core, MARGIN - left, MARGIN + up)
    boxes = (trunk, *_boxes(causes, trunk, TreeSide.CAUSE), *_boxes(effects, trunk, TreeSide.EFFECT))
    connectors = (*_connectors(causes, trunk, TreeSide.CAUSE), *_connectors(effects, trunk, TreeSide.EFFECT))
    width = max(placed.right for placed in boxes) + MARGIN
    height = max(placed.bottom for placed in boxes) + MARGIN
    return TreeLayout(width, height, boxes, connectors)


def _half(node: TreeNode, box: NodeBox, items: tuple[TreeItem, ...]) -> tuple[_PlacedItem, ...]:
    """Place what grows to one side, in reading order."""
    packed, rows = _best(item_of(0, 0, node, box, items))
    return tuple(sorted(_placed_items(packed, rows, 0, 0), key=lambda placed_item: placed_item.item.index))


def _best(core: TreeItem) -> tuple[Packed, tuple[TreeRow, ...]]:
    """Return the packing with the least cost; among equals, the one that stacks least."""
    candidates = []
    for stacking in stackings(core):
        spread = arrange(core, stacking, is_core=True)
        rows = rows_of(spread)
        candidates.append((pack(spread, rows), rows))
    return min(candidates, key=lambda candidate: _cost(*candidate))


def _cost(packed: Packed, rows: tuple[TreeRow, ...]) -> int:
    """Return the area of a picture, where all that fits a screen costs the same and excess width counts twice.

    A page scrolls down by nature, sideways by effort.
    """
    length = max(placed_item.out + placed_item.item.box.height for placed_item in _placed_items(packed, rows, 0, 0))
    excess = max(0, packed.width - COMFORTABLE_WIDTH)
    return (COMFORTABLE_WIDTH + 2 * excess) * max(COMFORTABLE_LENGTH, length)


def _placed_items(packed: Packed, rows: tuple[TreeRow, ...], depth: int, x: int) -> Iterator[_PlacedItem]:
    branch = packed.branch
    lane = rows[depth].near - ROW_GAP // 2
    if isinstance(branch, Column):
        for box in branch.boxes:
            left = x + box.x
            yield _PlacedItem(box.item, left, rows[depth].near + box.out, left + INDENT // 2, lane, stacked=True)
        return
    item = branch.item
    # The core's far edge is where distances begin.
    out = rows[depth].near if depth else -item.box.height
    exit_x = x + (INDENT if branch.hangs_its_only_column else item.box.width) // 2
    yield _PlacedItem(item, x, out, exit_x, lane, stacked=False)
    for part, offset in zip(packed.parts, packed.offsets, strict=True):
        yield from _placed_items(part, rows, depth + 1, x + offset)


def _y(trunk: PlacedBox, side: TreeSide, out: int) -> int:
    """Return the drawing's y of a distance out from the core."""
    return trunk.bottom + out if side is TreeSide.CAUSE else trunk.y - out


def _boxes(placed_items: tuple[_PlacedItem, ...], trunk: PlacedBox, side: TreeSide) -> Iterator[PlacedBox]:
    for placed_item in placed_items[1:]:
        far = placed_item.out + placed_item.item.box.height
        y = min(_y(trunk, side, placed_item.out), _y(trunk, side, far))
        yield PlacedBox(placed_item.item.node, side, placed_item.item.box, trunk.x + placed_item.x, y)


def _connectors(placed_items: tuple[_PlacedItem, ...], trunk: PlacedBox, side: TreeSide) -> Iterator[Connector]:
    by_index = {placed_item.item.index: placed_item for placed_item in placed_items}
    for placed_item in placed_items[1:]:
        corners = _route(by_index[placed_item.item.parent], placed_item)
        placed = tuple((trunk.x + x, _y(trunk, side, out)) for x, out in corners)
        yield Connector(placed_item.item.parent, placed_item.item.index, placed)


def _route(parent: _PlacedItem, child: _PlacedItem) -> Iterator[Point]:
    """Yield points (x, out) from the parent's far edge over the lane between the rows to the child's edge."""
    yield parent.exit_x, parent.out + parent.item.box.height
    if child.arrival_x != parent.exit_x:
        yield parent.exit_x, child.lane
        yield child.arrival_x, child.lane
    if child.stacked:
        middle = child.out + child.item.box.height // 2
        yield child.arrival_x, middle
        yield child.x, middle
    else:
        yield child.arrival_x, child.out
