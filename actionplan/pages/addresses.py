"""Where each document and each thing without a document of its own stands on the site.

An address is the source path that a site generator would know: ``organizaciones/sfp.md``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote, unquote

from actionplan.documents import Kind, kind_at, sibling

HOME = "index.md"
ORGANISATIONS = "organizaciones/index.md"
SOURCES = "fuentes/index.md"
GUIDES_FOLDER = "guias"
"""In it stand the guides beside each other and their pictures, as they do in their own folder."""

_SETTINGS = {Kind.PLAN: HOME, Kind.ACTORS: ORGANISATIONS, Kind.SOURCES: SOURCES}


def of_document(path: str) -> str:
    """Return the address of the page that shows a document, or of the file itself if none does.

    Args:
        path: From the root of the repository.
    """
    named = sibling(path)
    if named:
        path = named.originals[0]
    kind = kind_at(path)
    if kind in _SETTINGS:
        return _SETTINGS[kind]
    if path.startswith("plan/"):
        return path.removeprefix("plan/")
    folder, _, rest = path.removeprefix("commitments/").partition("/")
    if kind is Kind.ROADMAP:
        return f"compromisos/{folder}/hoja-de-ruta.md"
    if kind in (Kind.COMMITMENT, Kind.REPORT, Kind.VERIFICATION):
        return f"compromisos/{folder}/index.md"
    return f"compromisos/{folder}/{rest}"


@cache  # each page links to much the same others
def url(address: str) -> str:
    """Return the URL of an address from the root of the site: folders for pages, files as they are."""
    if not address.endswith(".md"):
        return quote(address.removesuffix("index.html"))
    stem = address.removesuffix(".md")
    folder = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
    return quote(folder)


def relative_url(target: str, here: str) -> str:
    """Return the URL of an address as seen from another: up to the folder that both are in, and down."""
    goal, start = url(target), url(here)
    shared = posixpath.commonprefix((goal, start)).rfind("/") + 1
    return "../" * start.count("/", shared) + goal[shared:] or "./"


def in_language(page_url: str, language: str, *, here: str, main: str) -> str:
    """Return the URL of a page in a language, from the root of the site in this one.

    Args:
        page_url: The page's URL from the root of its site; sites of all languages have the same.
        language: Where to, which may be this one.
        here: The language of this site.
        main: The language of the plan, whose site holds the others in folders.
    """
    if language == here:
        return page_url
    out = "" if here == main else "../"
    into = "" if language == main else f"{language}/"
    return f"{out}{into}{page_url}"


def in_languages(page_url: str, languages: Iterable[str], *, here: str, main: str) -> Iterator[tuple[str, str]]:
    """Yield each language with the URL of a page in it, from the root of the site in this one."""
    for language in languages:
        yield language, in_language(page_url, language, here=here, main=main)


def relative_source(link: str, document: str) -> str:
    """Return a link between documents, as the site's generator understands it.

    Args:
        link: As the author wrote it, relative to the document.
        document: The document that holds it, from the root of the repository.
    """
    target, mark, anchor = link.partition("#")
    if not target or "//" in target or ":" in target or target.startswith("/"):
        return link
    path = posixpath.normpath(posixpath.join(posixpath.dirname(document), unquote(target)))
    if not path.startswith(("plan/", "commitments/")):
        return link
    here = posixpath.dirname(of_document(document))
    return quote(posixpath.relpath(of_document(path), here or ".")) + mark + anchor
