"""Where the branches of a problem tree stand from left to right: a tidy tree over rows.

After Reingold and Tilford: each branch is packed by itself, then siblings are pushed together until their
outlines, kept row by row, are a gap apart. A column reaches over all the rows that it passes. The work is
proportional to the number of boxes times the number of rows.
"""

from dataclasses import dataclass

from actionplan.diagrams.tree_stack import COLUMN_GAP, Column, Spread

ROW_GAP = 44

Contour = tuple[tuple[int, int], ...]
"""Left and right end of a branch in each row from its own on, from its own left edge, in px."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """Represent the boxes of one depth start at ``near`` and end by ``far``, in px from the core problem's edge."""

    near: int
    far: int


@dataclass(frozen=True, slots=True)
class Packed:
    """Represent a branch and, from its left edge in px, where each of its own branches begins."""

    branch: Spread | Column
    parts: tuple["Packed", ...]
    offsets: tuple[int, ...]
    contour: Contour

    @property
    def width(self) -> int:
        """Return the width in px of all that the branch holds."""
        return max(right for _, right in self.contour) - min(left for left, _ in self.contour)


def rows_of(core: Spread) -> tuple[TreeRow, ...]:
    """Return the rows, from the core's own (which ends at its edge) to the one where the last columns begin."""
    rows = [TreeRow(0, 0)]
    level: tuple[Spread | Column, ...] = core.branches
    while level:
        near = rows[-1].far + ROW_GAP
        spread = [branch for branch in level if isinstance(branch, Spread)]
        rows.append(TreeRow(near, near + max((branch.item.box.height for branch in spread), default=0)))
        level = tuple(below for branch in spread for below in branch.branches)
    return tuple(rows)


def pack(branch: Spread | Column, rows: tuple[TreeRow, ...], depth: int = 0) -> Packed:
    """Place all that grows from a branch, without overlaps and as close as the gap allows."""
    if isinstance(branch, Column):
        return Packed(branch, (), (), ((0, branch.width),) * _rows_passed(branch, rows, depth))
    width = branch.item.box.width
    parts = tuple(pack(below, rows, depth + 1) for below in branch.branches)
    if not parts:
        return Packed(branch, (), (), ((0, width),))
    offsets = _side_by_side(tuple(part.contour for part in parts))
    if not branch.hangs_its_only_column:
        # The box stands over the middle of its branches' own boxes, wherever their branches reach.
        start = (offsets[-1] + parts[-1].contour[0][1]) // 2 - width // 2
        offsets = tuple(offset - start for offset in offsets)
    below = _union(tuple(part.contour for part in parts), offsets)
    return Packed(branch, parts, offsets, ((0, width), *below))


def _rows_passed(column: Column, rows: tuple[TreeRow, ...], depth: int) -> int:
    end = rows[depth].near + column.length
    # Past a row's far edge lies the gap where the next row's lines run, so it counts as the next row.
    return 1 + sum(end > row.far for row in rows[depth:-1])


def _side_by_side(contours: tuple[Contour, ...]) -> tuple[int, ...]:
    """Return the offsets of siblings, the first at 0.

    Packing from the left alone leaves small branches leaning on the left neighbour. Packing from the right
    leans them the other way. The mean of the two is as narrow, keeps every distance, and is balanced.
    """
    from_left = _pushed_left(contours)
    mirrored = tuple(tuple((-right, -left) for left, right in contour) for contour in reversed(contours))
    from_right = tuple(from_left[-1] - offset for offset in reversed(_pushed_left(mirrored)))
    return tuple((left + right) // 2 for left, right in zip(from_left, from_right, strict=True))


def _pushed_left(contours: tuple[Contour, ...]) -> tuple[int, ...]:
    offsets: list[int] = []
    taken: list[int] = []
    for contour in contours:
        reach = zip(taken, contour, strict=False)
        offset = max((edge + COLUMN_GAP - left for edge, (left, _) in reach), default=0)
        ends = [offset + right for _, right in contour]
        shared = [max(pair) for pair in zip(taken, ends, strict=False)]
        taken = shared + taken[len(shared) :] + ends[len(shared) :]
        offsets.append(offset)
    return tuple(offsets)


def _union(contours: tuple[Contour, ...], offsets: tuple[int, ...]) -> Contour:
    rows: list[tuple[int, int]] = []
    for contour, offset in zip(contours, offsets, strict=True):
        for depth, (left, right) in enumerate(contour):
            if depth == len(rows):
                rows.append((left + offset, right + offset))
            else:
                rows[depth] = (min(rows[depth][0], left + offset), max(rows[depth][1], right + offset))
    return tuple(rows)
