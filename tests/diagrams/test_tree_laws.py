"""What holds for every problem tree of up to 200 nodes and 6 levels, in any shape."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan.diagrams.tree import ProblemTree, TreeLink, TreeNode
from actionplan.diagrams.tree_box import Passage
from actionplan.diagrams.tree_layout import MARGIN, Connector, PlacedBox, TreeLayout, TreeSide, lay_out
from actionplan.text.width import text_width, words

MOST_NODES = 200
MOST_LEVELS = 6

Rect = tuple[int, int, int, int]

sentences = st.lists(
    st.sampled_from(["la", "opacidad", "de", "recursos", "públicos", "desinstitucionalización" * 2, "中文", "😀"]),
    max_size=25,
).map(" ".join)


@st.composite
def trees(draw: st.DrawFn) -> ProblemTree:
    """A tree where each node hangs from one drawn among those before it, near the core or far from it."""
    size = draw(st.sampled_from([0, 1, 2, 3, 5, 8, 13, 30, 80, MOST_NODES - 1]))
    picks = draw(st.lists(st.integers(0, MOST_NODES), min_size=size, max_size=size))
    reach = draw(st.sampled_from([1, 3, MOST_NODES]))
    texts = draw(st.lists(sentences, min_size=1, max_size=4))
    children: dict[int, list[int]] = {}
    depths = [0]
    for index, pick in enumerate(picks, start=1):
        parent = max(0, index - 1 - pick % reach) if pick % 4 else pick % index
        if depths[parent] == MOST_LEVELS:
            parent = 0
        children.setdefault(parent, []).append(index)
        depths.append(depths[parent] + 1)

    def grown(parent: int) -> tuple[TreeNode, ...]:
        return tuple(
            TreeNode(
                id=f"n{index}",
                text=texts[index % len(texts)],
                label=f"Causa {index}" if index % 3 else "",
                mark="Ningún compromiso la atiende" if index % 5 == 0 else "",
                links=tuple(TreeLink(f"Compromiso {number}", f"#c{number}") for number in range(index % 4)),
                children=grown(index),
            )
            for index in children.get(parent, ())
        )

    nodes = grown(0)
    cut = draw(st.integers(0, len(nodes)))
    return ProblemTree("t", "Title", "", TreeNode("core", texts[0], "Problema"), nodes[:cut], nodes[cut:])


every_tree = given(trees())
laws = settings(max_examples=15)


def rect(placed: PlacedBox) -> Rect:
    return placed.x, placed.y, placed.right, placed.bottom


def segments(connector: Connector) -> Iterator[Rect]:
    for (x1, y1), (x2, y2) in pairwise(connector.corners):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def touch(one: Rect, other: Rect) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def inside(placed: PlacedBox) -> Rect:
    """The box without its border."""
    return placed.x + 1, placed.y + 1, placed.right - 1, placed.bottom - 1


def parents(layout: TreeLayout) -> list[tuple[PlacedBox, PlacedBox]]:
    return [(layout.boxes[joint.parent], layout.boxes[joint.child]) for joint in layout.connectors]


def preorder(nodes: tuple[TreeNode, ...]) -> Iterator[TreeNode]:
    for each in nodes:
        yield each
        yield from preorder(each.children)


@every_tree
@laws
def test_every_node_is_drawn_once_in_reading_order(drawn: ProblemTree) -> None:
    expected = [drawn.core, *preorder(drawn.causes), *preorder(drawn.effects)]
    layout = lay_out(drawn)
    assert [placed.node for placed in layout.boxes] == expected
    assert all(child.node in parent.node.children for parent, child in parents(layout) if parent.side != TreeSide.CORE)


@every_tree
@laws
def test_no_two_boxes_touch(drawn: ProblemTree) -> None:
    boxes = [rect(placed) for placed in lay_out(drawn).boxes]
    for index, box in enumerate(boxes):
        assert not any(touch(box, other) for other in boxes[:index])


@every_tree
@laws
def test_everything_stands_inside_the_margin(drawn: ProblemTree) -> None:
    layout = lay_out(drawn)
    shapes = [rect(placed) for placed in layout.boxes]
    shapes += [segment for connector in layout.connectors for segment in segments(connector)]
    assert min(shape[0] for shape in shapes) == min(shape[1] for shape in shapes) == MARGIN
    assert max(shape[2] for shape in shapes) == layout.width - MARGIN
    assert max(shape[3] for shape in shapes) == layout.height - MARGIN


@every_tree
@laws
def test_causes_stand_below_what_they_cause_and_effects_above(drawn: ProblemTree) -> None:
    for parent, child in parents(lay_out(drawn)):
        if child.side is TreeSide.CAUSE:
            assert child.y > parent.bottom
        else:
            assert child.bottom < parent.y


@every_tree
@laws
def test_connectors_are_orthogonal_and_join_the_edges_of_their_boxes(drawn: ProblemTree) -> None:
    layout = lay_out(drawn)
    for connector, (parent, child) in zip(layout.connectors, parents(layout), strict=True):
        for (x1, y1), (x2, y2) in pairwise(connector.corners):
            assert (x1 == x2) != (y1 == y2)
        start, end = connector.corners[0], connector.corners[-1]
        assert start[1] == (parent.bottom if child.side is TreeSide.CAUSE else parent.y)
        assert parent.x < start[0] < parent.right
        assert touch((*end, *end), rect(child))
        assert not touch((*end, *end), inside(child))


@every_tree
@laws
def test_no_connector_crosses_a_box(drawn: ProblemTree) -> None:
    layout = lay_out(drawn)
    for connector in layout.connectors:
        for segment in segments(connector):
            for index, placed in enumerate(layout.boxes):
                own = index in (connector.parent, connector.child)
                assert not touch(segment, inside(placed) if own else rect(placed))


@every_tree
@settings(max_examples=10)
def test_connectors_of_different_boxes_never_meet(drawn: ProblemTree) -> None:
    layout = lay_out(drawn)
    pieces = [(joint.parent, segment) for joint in layout.connectors for segment in segments(joint)]
    for index, (parent, segment) in enumerate(pieces):
        for other_parent, other in pieces[:index]:
            # The core's causes and effects leave from opposite edges and cannot meet either.
            assert parent == other_parent or not touch(segment, other)


@every_tree
@laws
def test_every_word_is_in_its_box_whole_and_in_order(drawn: ProblemTree) -> None:
    for placed in lay_out(drawn).boxes:
        node, box = placed.node, placed.box
        written = [node.label, node.text, node.mark, *(link.label for link in node.links)]
        passages = [*box.passages, *(chip.label for chip in box.chips)]
        assert [word for passage in passages for line in passage.lines for word in words(line.text)] == [
            word for text in written for word in words(text)
        ]
        for passage in passages:
            assert_fits(passage, 0, 0, box.width, box.height)
        for chip in box.chips:
            assert_fits(chip.label, chip.x, chip.y, chip.width, chip.height)


def assert_fits(passage: Passage, x: int, y: int, width: int, height: int) -> None:
    for line in passage.lines:
        assert x < line.x
        assert line.x + text_width(line.text, passage.size, bold=passage.bold) < x + width
        assert y < line.y - passage.size * 3 // 4
        assert line.y + passage.size // 4 < y + height


@every_tree
@laws
def test_lines_of_a_box_do_not_overlap(drawn: ProblemTree) -> None:
    for placed in lay_out(drawn).boxes:
        baselines = [(line.y, passage.size) for passage in placed.box.passages for line in passage.lines]
        for (above, _), (below, size) in pairwise(baselines):
            assert below - above >= size


@every_tree
@laws
def test_the_same_tree_gives_the_same_layout(drawn: ProblemTree) -> None:
    assert lay_out(drawn) == lay_out(drawn)
