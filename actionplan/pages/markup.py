"""Markdown for people's prose: no raw HTML, and links that hold on the forge and on the site."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from actionplan.documents import slug
from actionplan.pages.addresses import relative_source

_BEFORE_TOC = 6
"""After the inline patterns (20) and before the headings that have no id get one (5)."""

_AFTER_INLINE = 3
"""After the inline patterns made the links (20) and before the site's generator checks them (0)."""

_SECTION = "h2"
_ESCAPED = re.compile(f"{STX}[0-9]+{ETX}")
"""How the converter keeps a sign behind a backslash until the end; no address holds such signs."""


class Prose(Extension):
    """Turn raw HTML into text, rewrites links between documents and keeps sections apart from lesser headings.

    Both attributes are set before each page.

    Attributes:
        document: The document being rendered, from the root of the repository.
        anchors: What its headings are called in addresses, by the slug of their title: a translation keeps
            the original's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.document = ""
        self.anchors: dict[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register with one converter."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Sections(md, self), "plan_sections", _BEFORE_TOC)
        md.treeprocessors.register(_Links(md, self), "plan_links", _AFTER_INLINE)


class _Sections(Treeprocessor):
    """Make the headings of the document itself, and no others, its sections.

    The page is cut at them and finds them by the address that the checks use: a heading inside a quotation or a
    list would break what holds it, and a lesser heading of the same name would take the address.
    """

    def __init__(self, md: Markdown, prose: Prose) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: Element) -> None:
        for block in root:
            if block.tag == _SECTION and (name := slug(_ESCAPED.sub("", "".join(block.itertext())))):
                block.set("id", self._prose.anchors.get(name, name))
            for inner in block.iter():
                if inner is not block and inner.tag in ("h1", _SECTION):
                    inner.tag = "h3"


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, prose: Prose) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: Element) -> None:
        if not self._prose.document:
            return
        for tag, attribute in (("a", "href"), ("img", "src")):
            for element in root.iter(tag):
                target = element.get(attribute)
                if target:
                    element.set(attribute, relative_source(target, self._prose.document))
