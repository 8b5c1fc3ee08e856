"""During the build: the engine's pages instead of the files of the folder, and their HTML after Markdown."""

from __future__ import annotations

import logging
from dataclasses import replace
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from actionplan.pages.markup import Prose
from actionplan.pages.site import Site
from actionplan.pages.toc import anchor_ids, anchors, nested

_PLOTLY = Path(__file__).resolve().parents[1] / "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"

log = logging.getLogger("mkdocs.hooks.plan")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Return without the library that npm brings, charts are published as drawings and tables alone."""
    if not _PLOTLY.is_file():
        log.info("Sin %s: las gráficas quedan sin interacción. «npm ci» la instala.", _PLOTLY.name)
        config.extra["site"] = replace(config.extra["site"], interactive=False)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the folder's files: pages come from the engine, and only harmless files are copied."""
    site: Site = config.extra["site"]
    root = Path(config.docs_dir).parent
    ours = Files([file for file in files if file.inclusion is InclusionLevel.EXCLUDED or _of_theme(file, config)])
    for page in site.pages.values():
        level = InclusionLevel.UNDEFINED if page.in_menu else InclusionLevel.NOT_IN_NAV
        ours.append(File.generated(config, page.address, content="", inclusion=level))
    for file in site.files():
        # MkDocs takes one of the two.
        what = {"abs_src_path": str(root / file.path)} if file.path else {"content": file.content}
        ours.append(File.generated(config, file.address, **what))
    if site.interactive:
        ours.append(File.generated(config, "assets/plotly.min.js", abs_src_path=str(_PLOTLY)))
    return ours


def _of_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir != config.docs_dir and file.generated_by is None


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand the people's prose to Markdown; front matter never reaches the theme, which would not escape it."""
    del markdown, files
    site: Site = config.extra["site"]
    prose: Prose = config.extra["prose"]
    ours = site.pages[page.file.src_uri]
    prose.document = ours.source
    prose.anchors = ours.anchors
    page.meta = {"title": escape(ours.title)}
    if ours.summary:
        page.meta["description"] = escape(ours.summary)
    if ours.search_names:
        page.meta["tags"] = [escape(name) for name in ours.search_names]  # what the search weighs most
    page.update_date = site.plan.identity.cutoff.isoformat()
    page.edit_url = site.edit_url(ours)
    return ours.prose


@event_priority(-100)
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Set the people's prose, made safe, among what comes from the data."""
    del files
    site: Site = config.extra["site"]
    ours = site.pages[page.file.src_uri]
    content = site.render(ours, html)
    headings = anchors(content)
    page.toc = get_toc(nested(headings))
    # An empty column would only narrow the page.
    page.meta["hide"] = [*(() if headings else ("toc",)), *(("navigation",) if ours.kind.wide else ())]
    page.present_anchor_ids = set(anchor_ids(content))
    return content
