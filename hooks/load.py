"""Before the build: load and check the plan; on an error stop while the old site still stands."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Literal, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from actionplan.documents import WorkingTree
from actionplan.findings import as_text
from actionplan.git.history import read_history
from actionplan.language.locale import locale
from actionplan.loader import Caches, load
from actionplan.pages.markup import Prose
from actionplan.pages.menu import menu
from actionplan.pages.site import Site

_WATCHED = ("commitments", "actionplan")
"""Watched from here: named in mkdocs.yml, a folder that is missing would speak before our own findings do."""

_ALLOCATIONS = 100_000

_MEMORIES = Caches()
"""A live preview has nothing else that lasts from one build to the next."""

log = logging.getLogger("mkdocs.hooks.plan")


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Look for cycles seldom: Python's own pace goes over the whole plan again and again, and finds little."""
    del command, dirty
    gc.set_threshold(_ALLOCATIONS)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the checked site into the configuration, where the other hooks find it."""
    root = Path(config.docs_dir).parent
    loaded = load(WorkingTree(root), _MEMORIES)
    language = locale(config.extra["language"])
    if loaded.blocks():
        raise Abort("\n" + as_text(loaded.findings, language.translate))
    if loaded.findings:
        log.info("%s", as_text(loaded.findings, language.translate))
    site = Site(loaded.plan, language, history=read_history(root), url=config.site_url or "")
    config.extra["site"] = site
    config.extra["prose"] = prose = Prose()
    # MkDocs types these as names, but hands them to Markdown as they are, and Markdown takes objects too.
    extensions = cast("list[object]", config.markdown_extensions)
    # In a live preview the configuration is new for every build, but its lists may not be.
    extensions[:] = [*(item for item in extensions if not isinstance(item, Prose)), prose]
    config.site_name = escape(f"{loaded.plan.identity.short_name} · {loaded.plan.identity.country}")
    config.nav = menu(site)
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Make the live preview again when a commitment or the engine changes."""
    del builder
    root = Path(config.docs_dir).parent
    for folder in filter(Path.is_dir, (root / name for name in _WATCHED)):
        server.watch(str(folder))
    return server
