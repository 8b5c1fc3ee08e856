"""During the build: what the theme says in the reader's language, and the same page in the other languages."""

from __future__ import annotations

from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from actionplan.pages import titles
from actionplan.pages.site import Site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name what the theme leaves without a name."""
    translate = config.extra["site"].locale.translate
    config.extra["search_name"] = translate(titles.SEARCH)
    for palette, toggle in zip(config.theme["palette"], (titles.TO_DARK, titles.TO_LIGHT), strict=True):
        palette["toggle"]["name"] = translate(toggle)
    return config


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Offer this page in every language, by links from the page itself."""
    del nav
    site: Site = config.extra["site"]
    return _with(context, alternates=site.in_languages(page.url, "../" * page.url.count("/")))


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Offer the home in every language, and ways on where a link led nowhere, by links from the root of the server."""
    del template_name
    site: Site = config.extra["site"]
    root = urlsplit(config.site_url or "/").path
    return _with(context, alternates=site.in_languages("", root), lost=site.lost(root))


def _with(context: TemplateContext, **more: object) -> TemplateContext:
    # MkDocs types a context by its own keys alone, and templates may take more.
    return {**context, **more}  # type: ignore[typeddict-item]
