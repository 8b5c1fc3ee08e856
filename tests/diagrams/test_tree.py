"""How a problem tree is laid out: small trees to the pixel, and the rules of packing."""

from itertools import count, pairwise

import pytest

from actionplan.diagrams.tree import ProblemTree, TreeLink, TreeNode
from actionplan.diagrams.tree_box import measure
from actionplan.diagrams.tree_layout import MARGIN, TreeLayout, lay_out
from actionplan.diagrams.tree_packing import pack, rows_of
from actionplan.diagrams.tree_stack import Column, Spread, Stacking, arrange, item_of, measured


def node(text: str, *children: TreeNode) -> TreeNode:
    return TreeNode(text, text, children=children)


def tree(causes: tuple[TreeNode, ...] = (), effects: tuple[TreeNode, ...] = ()) -> ProblemTree:
    return ProblemTree("t", "Title", "Description", node("core"), causes, effects)


def leaves(number: int) -> tuple[TreeNode, ...]:
    return tuple(node(f"leaf{index}") for index in range(number))


def corners_of(layout: TreeLayout) -> dict[str, tuple[int, int]]:
    return {placed.node.id: (placed.x, placed.y) for placed in layout.boxes}


# Examples. A box with one word is 252 x 46 px, the core problem's 348 x 49; rows are 44 px apart.


def test_core_problem_alone() -> None:
    layout = lay_out(tree())
    assert (layout.width, layout.height) == (348 + 2 * MARGIN, 49 + 2 * MARGIN)
    assert corners_of(layout) == {"core": (MARGIN, MARGIN)}
    assert layout.connectors == ()


def test_causes_stand_in_a_row_below_and_effects_above() -> None:
    layout = lay_out(tree((node("a"), node("b")), (node("c"),)))
    assert (layout.width, layout.height) == (560, 261)
    assert corners_of(layout) == {"core": (106, 106), "a": (16, 199), "b": (292, 199), "c": (154, 16)}
    assert [connector.corners for connector in layout.connectors] == [
        ((280, 155), (280, 177), (142, 177), (142, 199)),
        ((280, 155), (280, 177), (418, 177), (418, 199)),
        ((280, 106), (280, 62)),
    ]


def test_a_box_stands_over_the_middle_of_what_grows_from_it() -> None:
    at = corners_of(lay_out(tree((node("a", node("a1"), node("a2")), node("b")))))
    assert at["a"][0] == (at["a1"][0] + at["a2"][0]) // 2
    assert at["a"][1] == at["b"][1] < at["a1"][1] == at["a2"][1]


def test_a_small_branch_between_large_ones_stands_in_the_middle() -> None:
    wide = [node(name, node(f"{name}1"), node(f"{name}2")) for name in ("a", "c")]
    at = corners_of(lay_out(tree((wide[0], node("b"), wide[1]))))
    assert at["b"][0] - at["a"][0] == at["c"][0] - at["b"][0]


def test_reading_order_is_core_then_causes_then_effects_depth_first() -> None:
    layout = lay_out(tree((node("a", node("a1")), node("b")), (node("c", node("c1")),)))
    assert [placed.node.id for placed in layout.boxes] == ["core", "a", "a1", "b", "c", "c1"]


def test_leaves_are_stacked_under_their_parent_when_a_row_would_be_wide() -> None:
    layout = lay_out(tree((node("a", *leaves(8)), node("b"))))
    stacked = [placed for placed in layout.boxes if placed.node.id.startswith("leaf")]
    assert {placed.x for placed in stacked} == {corners_of(layout)["a"][0] + 24}
    assert {later.y - earlier.bottom for earlier, later in pairwise(stacked)} == {14}


def test_four_leaves_of_the_core_stay_in_a_row_and_seven_make_four_columns() -> None:
    assert len({placed.y for placed in lay_out(tree(leaves(4))).boxes[1:]}) == 1
    columns = [placed.x for placed in lay_out(tree(leaves(7))).boxes[1:]]
    assert [columns.count(x) for x in sorted(set(columns))] == [2, 2, 2, 1]


@pytest.mark.parametrize(
    "causes",
    [leaves(60), (node("a", *leaves(60)),), tuple(node(f"c{i}", *leaves(4)) for i in range(30))],
    ids=["of the core", "of one cause", "of many causes"],
)
def test_many_leaves_do_not_make_a_strip(causes: tuple[TreeNode, ...]) -> None:
    layout = lay_out(tree(causes))
    assert layout.width <= 1300
    assert layout.height <= 4500


def test_a_word_too_long_for_the_usual_box_makes_it_wider() -> None:
    assert measure(node("short")).width == 252
    assert measure(node("Desinstitucionalización" * 2)).width > 252


def test_a_box_has_a_middle_to_the_pixel() -> None:
    assert {measure(node("m" * length)).width % 2 for length in range(20, 40)} == {0}


def test_links_stand_side_by_side_while_they_fit() -> None:
    chips = measure(TreeNode("n", "n", links=tuple(TreeLink(f"Compromiso {n}", "#") for n in (1, 5, 11)))).chips
    assert chips[0].y == chips[1].y < chips[2].y
    assert chips[0].x == chips[2].x < chips[1].x
    assert all(chip.height >= 24 for chip in chips)


def test_a_link_needs_words() -> None:
    with pytest.raises(ValueError, match="a link needs words: '#c5'"):
        TreeLink(" ", "#c5")


def test_the_core_has_no_children_of_its_own() -> None:
    with pytest.raises(ValueError, match="the core problem has causes and effects, not children"):
        ProblemTree("t", "Title", "", node("core", node("a")), (), ())


@pytest.mark.parametrize("name", ["", "a b"])
def test_the_id_must_fit_html(name: str) -> None:
    with pytest.raises(ValueError, match="not usable in an HTML id"):
        ProblemTree(name, "Title", "", node("core"), (), ())


def test_thirty_two_levels() -> None:
    deep = node("deepest")
    for level in range(31):
        deep = node(f"l{level}", deep, node(f"m{level}"))
    assert len(lay_out(tree((deep,))).boxes) == 64


# Packing, under a rule of our choice. Boxes are 252 px wide and 24 px apart.

SPREAD = Stacking(levels=0, few=0, longest=900)
STACK_LEAVES = Stacking(levels=1, few=1, longest=900)


def arranged(rule: Stacking, *causes: TreeNode) -> Spread:
    core, numbers = node("core"), count(1)
    items = tuple(measured(cause, numbers, 0) for cause in causes)
    return arrange(item_of(0, 0, core, measure(core), items), rule, is_core=True)


def test_large_branches_stay_apart_over_a_small_one_and_the_small_one_stands_in_the_middle() -> None:
    spread = arranged(SPREAD, node("a", *leaves(3)), node("b"), node("c", *leaves(3)))
    a, b, c = pack(spread, rows_of(spread)).offsets
    assert (b - a, c - a) == (414, 828)


def test_stacked_branches_stand_where_the_first_of_them_stood() -> None:
    (a,) = arranged(STACK_LEAVES, node("a", node("a1"), node("a2", node("a21")), node("a3"))).branches
    assert isinstance(a, Spread)
    column, spread = a.branches
    assert isinstance(column, Column)
    assert isinstance(spread, Spread)
    assert [stacked.item.node.id for stacked in column.boxes] == ["a1", "a3"]
    assert spread.item.node.id == "a2"


def test_a_column_that_ends_between_two_rows_keeps_the_lower_one_away_from_its_end() -> None:
    tall = node("palabra " * 12, node("b1", *leaves(2)), node("b2"))
    spread = arranged(STACK_LEAVES, node("a", *leaves(2)), node("b", tall))
    rows = rows_of(spread)
    column = pack(spread, rows).parts[0].parts[0]
    assert isinstance(column.branch, Column)
    assert rows[2].far < rows[2].near + column.branch.length < rows[3].near
    assert len(column.contour) == 2
