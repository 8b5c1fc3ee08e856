"""A page cut into sections, its anchors, and its table of contents."""

import pytest

from actionplan.pages.page import sections
from actionplan.pages.toc import Anchor, anchor_ids, anchors, nested


def test_prose_is_cut_at_its_second_level_headings_and_nothing_is_lost() -> None:
    html = '<p>a</p>\n<h2 id="uno">Uno</h2>\n<p>b</p>\n<h3 id="x">X</h3>\n<h2 class="c" id="dos">Dos</h2>\n<p>c</p>'
    cut = sections(html)
    assert list(cut) == ["", "uno", "dos"]
    assert cut[""] == "<p>a</p>\n"
    assert '<h3 id="x">' in cut["uno"]
    assert "".join(cut.values()) == html


@pytest.mark.parametrize("html", ["", "<p>a</p>", "<h3 id='a'>A</h3>"])
def test_prose_without_sections_is_an_introduction(html: str) -> None:
    assert sections(html) == {"": html}


def test_anchors_are_the_headings_as_people_read_them() -> None:
    html = (
        '<h1>No</h1><h2 id="d-a">Uno &amp; <em>dos</em><sup class="fuente"><a href="#fuente-1">1</a></sup>'
        ' <span class="certeza certeza--draft">borrador</span></h2><h2>Sin ancla</h2>'
        '<h3 class="x" id="a&amp;b" lang="es">\n  Tres </h3><h4 id="no">Cuatro</h4>'
    )
    assert anchors(html) == (Anchor(2, "d-a", "Uno & dos"), Anchor(3, "a&b", "Tres"))


def test_every_id_may_be_linked_to() -> None:
    html = '<h1 id="a">A</h1><li id="fuente-1">b</li>\n<tr\nid="d&amp;c"></tr><p data-id="no">c</p>'
    assert anchor_ids(html) == {"a", "fuente-1", "d&c"}


def test_contents_nest_the_third_level_under_the_second() -> None:
    found = nested((Anchor(2, "a", "A"), Anchor(3, "b", "B"), Anchor(3, "c", "C"), Anchor(2, "d", "D")))
    assert [token["id"] for token in found] == ["a", "d"]
    assert [token["id"] for token in found[0]["children"]] == ["b", "c"]
    assert found[1]["children"] == []


def test_contents_that_begin_below_the_second_level_stand_alone() -> None:
    found = nested((Anchor(3, "a", "A"), Anchor(3, "b", "B"), Anchor(2, "c", "C")))
    assert [(token["id"], token["level"]) for token in found] == [("a", 3), ("b", 3), ("c", 2)]
    assert nested(()) == []


def test_a_title_in_the_contents_is_text_and_not_html() -> None:
    assert nested((Anchor(2, "a", "<script>a & b</script>"),))[0]["name"] == "&lt;script&gt;a &amp; b&lt;/script&gt;"
