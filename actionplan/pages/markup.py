"""Markdown for people's prose: no raw HTML, and links that hold on the forge and on the site."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from actionplan.pages.addresses import relative_source

_AFTER_INLINE = 3
"""After the inline patterns made the links (20) and before the site's generator checks them (0)."""


class Prose(Extension):
    """Turns raw HTML into text and rewrites links between documents.

    Attributes:
        document: The document being rendered, from the root of the repository; set before each page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.document = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register with one converter."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self), "plan_links", _AFTER_INLINE)


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
