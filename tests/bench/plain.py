"""The yardstick: a site's final Markdown for MkDocs and Material alone, with none of our hooks.

``python plain.py MKDOCS_YML FOLDER`` builds the site once, and leaves in the folder one Markdown file a page:
what people wrote, and the HTML made from data after it; with the same menu, plugins and styles, the theme with our
logo but without our templates, and the cards and badges as files to copy.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from actionplan.pages.addresses import relative_source
from actionplan.pages.page import SitePage as Page
from actionplan.pages.site import Site

_MARK = "\ue000"
_MARKED = re.compile(f"<h2[^>]*>{_MARK}</h2>")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MADE = {".html", ".xml", ".gz", ".json"}
"""What MkDocs writes itself."""
_BLANK = re.compile(r"\n\s*\n")


def plain_twin(config_file: Path, folder: Path) -> None:
    """Write the twin of a site.

    Args:
        config_file: The site's settings.
        folder: Where to, which must not exist.
    """
    with TemporaryDirectory() as built:
        config = load_config(str(config_file), site_dir=built)
        build(config)
        site: Site = config.extra["site"]
        docs = folder / "docs"
        for page in site.pages.values():
            _write(docs / page.address, _head(page) + _text(site, page))
        for file in site.downloads():
            _write(docs / file.address, str(file.content))
        for style in config.extra_css:
            _write(docs / str(style), (Path(built) / str(style)).read_text("utf-8"))
        # Pictures and evidence are files to copy for both.
        _copy(Path(built), docs, lambda path: path.suffix not in _MADE and path.parts[0] != "assets")
    _copy(Path(config.theme.custom_dir or ""), folder / "theme", lambda path: path.suffix != ".html")
    plain = json.loads(json.dumps(_settings(config, site)))  # texts of ours are texts like all others
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), "utf-8")


def _copy(source: Path, target: Path, wanted: Callable[[Path], bool]) -> None:
    """Copy the files below a folder whose path in it is wanted."""
    for path in source.rglob("*"):
        inner = path.relative_to(source)
        if path.is_file() and wanted(inner):
            (target / inner).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / inner)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _head(page: Page) -> str:
    head = {"title": page.title, "description": page.summary or page.title, "tags": list(page.search_names)}
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n"


def _text(site: Site, page: Page) -> str:
    """The page's prose as Markdown, then its data as HTML, so that every word is there once."""

    def relinked(found: re.Match[str]) -> str:
        return f"]({unquote(relative_source(found[1], page.source))})"

    headings = page.entry.document.body.headings if page.entry else ()
    marks = "".join(f'<h2 id="{heading.slug}">{_MARK}</h2>' for heading in headings)
    data = _MARKED.sub("", site.render(page, marks))
    # A blank line would end a block of HTML in Markdown.
    return f"{_LINK.sub(relinked, page.prose)}\n\n<div>\n{_BLANK.sub(chr(10), data).strip()}\n</div>\n"


def _settings(config: MkDocsConfig, site: Site) -> dict[str, object]:
    ours = yaml.load(Path(config.config_file_path).read_bytes(), Loader=_Plain)
    base = yaml.load((Path(__file__).parents[2] / "mkdocs.yml").read_bytes(), Loader=_Plain)
    theme = {**base["theme"], "custom_dir": "theme"}
    languages = site.written.identity.languages
    outside = [page.address for page in site.pages.values() if not page.in_menu]
    return {
        **{key: value for key, value in {**base, **ours}.items() if key not in {"hooks", "INHERIT", "watch"}},
        "site_name": config.site_name,
        "site_url": "",
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": theme,
        "nav": config.nav,
        "not_in_nav": "\n".join(f"/{address}" for address in outside),
        "extra": {
            **base["extra"],
            "alternate": [{"name": code, "lang": code, "link": f"{code}/"} for code in languages],
        },
    }


class _Plain(yaml.SafeLoader):
    """Reads MkDocs' settings without minding what ``!ENV`` stands for."""


_Plain.add_multi_constructor("!", lambda _loader, _suffix, _node: "")


if __name__ == "__main__":
    plain_twin(Path(sys.argv[1]), Path(sys.argv[2]))
