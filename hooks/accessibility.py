"""What the theme leaves unsaid to people who do not see the page."""

from __future__ import annotations

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from actionplan.language.messages import msg
from actionplan.pages.site import Site

_SEARCH = 'data-md-component="search" role="dialog"'
_SEARCH_NAME = msg("Búsqueda")


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Name what has no name."""
    del page
    return _named(output, config)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the pages that come from a template alone, such as ``404.html``."""
    return _named(output_content, config) if template_name.endswith(".html") else output_content


def _named(html: str, config: MkDocsConfig) -> str:
    site: Site = config.extra["site"]
    name = escape(site.locale.translate(_SEARCH_NAME))
    return html.replace(_SEARCH, f'{_SEARCH} aria-label="{name}"')
