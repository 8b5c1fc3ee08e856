"""After the build: the theme's search index learns words without accents."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from actionplan.pages.search import with_plain_words


def on_post_build(config: MkDocsConfig) -> None:
    """Rewrite the index in place, as compactly as it was."""
    file = Path(config.site_dir) / "search" / "search_index.json"
    index = with_plain_words(json.loads(file.read_text("utf-8")))
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
