"""Where every box and line of a problem tree goes, in px from the top left corner of the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from actionplan.diagrams.tree import ProblemTree, TreeNode
from actionplan.diagrams.tree_box import Box, measure
from actionplan.diagrams.tree_packing import ROW_GAP, Packed, Row, pack, rows_of
from actionplan.diagrams.tree_stack import (
    COMFORTABLE_LENGTH,
    COMFORTABLE_WIDTH,
    INDENT,
    Column,
    Item,
    arrange,
    item_of,
    measured,
    stackings,
)

MARGIN = 16

Point = tuple[int, int]


class Side(StrEnum):
    """The part of the tree that a box belongs to."""

    CORE = "core"
    CAUSE = "cause"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with its top left corner."""

    node: TreeNode
    side: Side
    box: Box
    x: int
    y: int

    @property
    def right(self) -> int:
        """Right edge."""
        return self.x + self.box.width

    @property
    def bottom(self) -> int:
        """Lower edge."""
        return self.y + self.box.height


@dataclass(frozen=True, slots=True)
class Connector:
    """An orthogonal line from the edge of a box to the edge of one that grows from it.

    ``parent`` and ``child`` are positions in ``Layout.boxes``.
    """

    parent: int
    child: int
    corners: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The size of a drawing, its boxes in reading order, and the connectors between them.

    That order is the core problem, then the causes depth first, then the effects depth first.
    """

    width: int
    height: int
    boxes: tuple[PlacedBox, ...]
    connectors: tuple[Connector, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A box of one half before the halves are joined; ``x`` counts from the core's left edge.

    Attributes:
        item: The measured node.
        x: Left edge.
        out: Distance of the near edge from the core's edge.
        exit_x: Where lines leave the box.
        lane: How far out the line that reaches the box may run sideways.
        stacked: Whether the line reaches the box's side and not its near edge.
    """

    item: Item
    x: int
    out: int
    exit_x: int
    lane: int
    stacked: bool

    @property
    def arrival_x(self) -> int:
        """Where the line from its parent comes along: the column's spine, or the middle of the box."""
        return self.x - INDENT // 2 if self.stacked else self.x + self.item.box.width // 2


def lay_out(tree: ProblemTree) -> Layout:
    """Place every box so that none overlap and no line crosses one; the same tree gives the same numbers."""
    core = measure(tree.core, central=True)
    numbers = count(1)
    causes = _half(tree.core, core, tuple(measured(node, numbers, 0) for node in tree.causes))
    effects = _half(tree.core, core, tuple(measured(node, numbers, 0) for node in tree.effects))
    left = min(min(ref.x, ref.arrival_x) for ref in causes + effects)
    up = max(ref.out + ref.item.box.height for ref in effects)
    trunk = PlacedBox(tree.core, Side.CORE, core, MARGIN - left, MARGIN + up)
    boxes = (trunk, *_boxes(causes, trunk, Side.CAUSE), *_boxes(effects, trunk, Side.EFFECT))
    connectors = (*_connectors(causes, trunk, Side.CAUSE), *_connectors(effects, trunk, Side.EFFECT))
    width = max(placed.right for placed in boxes) + MARGIN
    height = max(placed.bottom for placed in boxes) + MARGIN
    return Layout(width, height, boxes, connectors)


def _half(node: TreeNode, box: Box, items: tuple[Item, ...]) -> tuple[_Spot, ...]:
    """Arrange what grows to one side, in reading order."""
    packed, rows = _best(item_of(0, 0, node, box, items))
    return tuple(sorted(_refs(packed, rows, 0, 0), key=lambda ref: ref.item.index))


def _best(core: Item) -> tuple[Packed, tuple[Row, ...]]:
    """The packing with the least cost; among equals, the one that stacks least."""
    candidates = []
    for stacking in stackings(core):
        spread = arrange(core, stacking, is_core=True)
        rows = rows_of(spread)
        candidates.append((pack(spread, rows), rows))
    return min(candidates, key=lambda candidate: _cost(*candidate))


def _cost(packed: Packed, rows: tuple[Row, ...]) -> int:
    """Area of a picture, where all that fits a screen costs the same and excess width counts twice.

    A page scrolls down by nature, sideways by effort.
    """
    length = max(ref.out + ref.item.box.height for ref in _refs(packed, rows, 0, 0))
    excess = max(0, packed.width - COMFORTABLE_WIDTH)
    return (COMFORTABLE_WIDTH + 2 * excess) * max(COMFORTABLE_LENGTH, length)


def _refs(packed: Packed, rows: tuple[Row, ...], depth: int, x: int) -> Iterator[_Spot]:
    branch = packed.branch
    lane = rows[depth].near - ROW_GAP // 2
    if isinstance(branch, Column):
        for box in branch.boxes:
            left = x + box.x
            yield _Spot(box.item, left, rows[depth].near + box.out, left + INDENT // 2, lane, stacked=True)
        return
    item = branch.item
    # The core's far edge is where distances begin.
    out = rows[depth].near if depth else -item.box.height
    exit_x = x + (INDENT if branch.hangs_its_only_column else item.box.width) // 2
    yield _Spot(item, x, out, exit_x, lane, stacked=False)
    for part, offset in zip(packed.parts, packed.offsets, strict=True):
        yield from _refs(part, rows, depth + 1, x + offset)


def _y(trunk: PlacedBox, side: Side, out: int) -> int:
    """The drawing's y of a distance out from the core."""
    return trunk.bottom + out if side is Side.CAUSE else trunk.y - out


def _boxes(field_refs: tuple[_Spot, ...], trunk: PlacedBox, side: Side) -> Iterator[PlacedBox]:
    for ref in field_refs[1:]:
        far = ref.out + ref.item.box.height
        y = min(_y(trunk, side, ref.out), _y(trunk, side, far))
        yield PlacedBox(ref.item.node, side, ref.item.box, trunk.x + ref.x, y)


def _connectors(field_refs: tuple[_Spot, ...], trunk: PlacedBox, side: Side) -> Iterator[Connector]:
    by_index = {ref.item.index: ref for ref in field_refs}
    for ref in field_refs[1:]:
        corners = _route(by_index[ref.item.parent], ref)
        placed = tuple((trunk.x + x, _y(trunk, side, out)) for x, out in corners)
        yield Connector(ref.item.parent, ref.item.index, placed)


def _route(parent: _Spot, child: _Spot) -> Iterator[Point]:
    """Points (x, out) from the parent's far edge over the lane between the rows to the child's edge."""
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
