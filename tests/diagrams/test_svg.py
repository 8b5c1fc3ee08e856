"""What the SVG of a problem tree says, to eyes, to assistive technology and to the browser's policy."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan.diagrams import svg
from actionplan.diagrams.svg import draw
from actionplan.diagrams.tree import ProblemTree, Tone, TreeLink, TreeNode
from actionplan.text.width import words

NS = "{http://www.w3.org/2000/svg}"

SAMPLE = ProblemTree(
    id="corrupcion",
    title="Árbol de problemas: corrupción",
    description="Dos causas y un efecto.",
    core=TreeNode("pc", "El gasto <público> es opaco", "Problema central"),
    causes=(
        TreeNode(
            "c1",
            "No hay datos & no hay padrones",
            "Causa directa 1",
            children=(TreeNode("c11", "No disponible", mark="No consta", tone=Tone.UNKNOWN),),
            links=(TreeLink("Compromiso 5", '../c05/?a=1&b="2"'),),
            mark="La atiende",
            tone=Tone.ANSWERED,
        ),
        TreeNode("c2", "Nadie responde", mark="Ningún compromiso la atiende", tone=Tone.UNANSWERED),
    ),
    effects=(TreeNode("e1", "Desconfianza"),),
)


def parsed(tree: ProblemTree) -> ET.Element:
    return ET.fromstring(str(draw(tree)))


def nodes(root: ET.Element) -> dict[str, ET.Element]:
    return {group.attrib["data-nodo"]: group for group in root.iter(f"{NS}g") if "data-nodo" in group.attrib}


def said(element: ET.Element) -> tuple[str, ...]:
    """The words of an element's texts, as a browser or a screen reader finds them."""
    return tuple(word for text in element.iter(f"{NS}text") for word in words("".join(text.itertext())))


def test_core_problem_alone_to_the_byte() -> None:
    alone = ProblemTree("a", "T", "", TreeNode("pc", "Opacidad"), (), ())
    assert str(draw(alone)) == (
        '<svg xmlns="http://www.w3.org/2000/svg" class="arbol" role="group" aria-labelledby="a-titulo"'
        ' viewBox="0 0 380 81" width="380" height="81" font-family="Roboto, &#39;Segoe UI&#39;, Helvetica,'
        ' Arial, &#39;Noto Sans&#39;, &#39;DejaVu Sans&#39;, sans-serif" font-size="14">\n'
        '<title id="a-titulo">T</title>\n'
        '<g class="arbol-ramas" fill="none" stroke="currentColor" aria-hidden="true">\n'
        "</g>\n"
        '<g class="arbol-nodo arbol-nodo--central" data-nodo="pc">\n'
        '<rect class="arbol-caja arbol-caja--sencilla" x="16" y="16" width="348" height="49" fill="none"'
        ' stroke="currentColor" rx="6"/>\n'
        '<text class="arbol-texto" font-size="16" font-weight="700" fill="currentColor">'
        '<tspan x="30" y="45">Opacidad</tspan></text>\n'
        "</g>\n"
        "</svg>"
    )


def test_it_is_a_group_named_and_described_with_ids_of_its_own() -> None:
    root = parsed(SAMPLE)
    assert root.attrib["role"] == "group"
    assert root.attrib["aria-labelledby"] == "corrupcion-titulo corrupcion-descripcion"
    assert [(child.tag, child.attrib["id"], child.text) for child in root[:2]] == [
        (f"{NS}title", "corrupcion-titulo", "Árbol de problemas: corrupción"),
        (f"{NS}desc", "corrupcion-descripcion", "Dos causas y un efecto."),
    ]


def test_it_has_its_natural_size() -> None:
    root = parsed(SAMPLE)
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"


def test_boxes_come_in_reading_order() -> None:
    assert list(nodes(parsed(SAMPLE))) == ["pc", "c1", "c11", "c2", "e1"]


def test_a_box_says_label_text_mark_and_links_in_that_order() -> None:
    assert " ".join(said(nodes(parsed(SAMPLE))["c1"])) == (
        "Causa directa 1 No hay datos & no hay padrones La atiende Compromiso 5"
    )


def test_words_of_different_lines_stay_apart() -> None:
    wrapped = TreeNode("pc", "palabra " * 20)
    text = next(parsed(ProblemTree("a", "T", "", wrapped, (), ())).iter(f"{NS}text"))
    assert len(text) > 1
    assert "".join(text.itertext()).split() == ["palabra"] * 20


def test_links_are_real_links_with_words() -> None:
    (link,) = parsed(SAMPLE).iter(f"{NS}a")
    assert link.attrib["href"] == '../c05/?a=1&b="2"'
    assert said(link) == ("Compromiso", "5")


def test_tones_differ_in_shape() -> None:
    shapes = {}
    for tone in Tone:
        group = nodes(parsed(ProblemTree("a", "T", "", TreeNode("n", "texto", tone=tone), (), ())))["n"]
        shapes[tone] = [
            tuple(rect.attrib.get(name) for name in ("rx", "stroke-width", "stroke-dasharray"))
            for rect in group.iter(f"{NS}rect")
        ]
    assert shapes == {
        Tone.PLAIN: [("6", None, None)],
        Tone.ANSWERED: [("14", "2", None)],
        Tone.UNANSWERED: [(None, "2", None), (None, None, "4 4")],
        Tone.UNKNOWN: [("6", None, "7 5")],
    }


def test_branches_are_hidden_from_assistive_technology() -> None:
    (branches,) = [group for group in parsed(SAMPLE).iter(f"{NS}g") if group.attrib["class"] == "arbol-ramas"]
    assert branches.attrib["aria-hidden"] == "true"
    assert [path.attrib["class"] for path in branches] == [
        "arbol-rama arbol-rama--causa",
        "arbol-rama arbol-rama--efecto",
    ]


def test_a_strict_content_security_policy_allows_it() -> None:
    root = parsed(SAMPLE)
    assert {element.tag.removeprefix(NS) for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "path", "rect", "text", "tspan", "a"),
    }
    names = {name for element in root.iter() for name in element.attrib}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]


def test_the_theme_speaks_of_classes_that_exist() -> None:
    theme = Path(svg.__file__).with_name("theme.css").read_text(encoding="utf-8")
    styled = set(re.findall(r"\.(arbol[\w-]*)", theme))
    drawn = {name for element in parsed(SAMPLE).iter() for name in element.attrib.get("class", "").split()}
    assert styled - drawn == {"arbol-marco"}  # the frame that the page puts around the drawing


@pytest.mark.parametrize("text", ["</text><script>alert(1)</script>", "\"'&<>", "{0} {title} %s", "]]>"])
def test_texts_are_shown_and_never_read_as_markup(text: str) -> None:
    hostile = TreeNode("n", text, text, links=(TreeLink(text, text),), mark=text)
    root = parsed(ProblemTree("a", text, text, TreeNode("pc", text), (hostile,), (hostile,)))
    assert said(nodes(root)["n"]) == words(text) * 4
    assert next(root.iter(f"{NS}a")).attrib["href"] == text


anything = st.text(st.characters(), max_size=30)
links = st.builds(TreeLink, anything.filter(str.strip), anything)
any_node = st.recursive(
    st.builds(TreeNode, st.just("n"), anything, anything, mark=anything, tone=st.sampled_from(Tone)),
    lambda children: st.builds(
        TreeNode,
        st.just("n"),
        anything,
        children=st.lists(children, max_size=3).map(tuple),
        links=st.lists(links, max_size=3).map(tuple),
    ),
    max_leaves=8,
)
any_tree = st.builds(
    ProblemTree,
    st.just("a"),
    anything,
    anything,
    st.builds(TreeNode, st.just("pc"), anything),
    st.lists(any_node, max_size=3).map(tuple),
    st.lists(any_node, max_size=3).map(tuple),
)


def written(node: TreeNode) -> tuple[str, ...]:
    own = (node.label, node.text, node.mark, *(link.label for link in node.links))
    return tuple(word for text in own for word in words(text)) + tuple(
        word for child in node.children for word in written(child)
    )


@given(any_tree)
@settings(max_examples=60)
def test_any_text_gives_well_formed_xml_and_none_is_lost(tree: ProblemTree) -> None:
    root = parsed(tree)
    assert said(root) == tuple(word for node in (tree.core, *tree.causes, *tree.effects) for word in written(node))
    assert words(root[0].text or "") == words(tree.title)


@given(any_tree)
@settings(max_examples=20)
def test_the_same_tree_gives_the_same_bytes(tree: ProblemTree) -> None:
    markup = draw(tree).encode()  # also: no surrogate is left that could not be written to a file
    assert markup == draw(tree).encode()
