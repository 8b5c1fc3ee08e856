"""Which files the site has besides its pages: those of the plan that are published as they are, and its own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from actionplan.documents import PUBLISHED_TYPES, is_evidence, is_text
from actionplan.model import Plan
from actionplan.pages.addresses import of_document
from actionplan.pages.guides import pictures
from actionplan.pages.page import SiteFile

_OWN = {
    "assets/plan.css": ("actionplan.pages", "styles/plan.css"),
    "assets/arbol.css": ("actionplan.diagrams", "theme.css"),
    "assets/busqueda.js": ("actionplan.pages", "client/busqueda.js"),
    "assets/tablero.js": ("actionplan.pages", "client/tablero.js"),
    "assets/graficas.css": ("actionplan.charts", "theme.css"),
    "assets/graficas.js": ("actionplan.charts", "client/graficas.js"),
}


def published_files(plan: Plan) -> dict[str, str]:
    """Return the files to copy, from their address on the site to their path in the repository."""
    return {
        of_document(entry.path): entry.path
        for entry in plan.files
        if entry.path.lower().endswith(PUBLISHED_TYPES) and (is_evidence(entry.path) or not is_text(entry.path))
    }


def static_files(plan: Plan) -> Iterator[SiteFile]:
    """Yield the files that the plan publishes, and the styles, scripts and pictures of the site."""
    for address, path in published_files(plan).items():
        yield SiteFile(address, path=path)
    for address, (package, name) in _OWN.items():
        yield SiteFile(address, resources.files(package).joinpath(name).read_text("utf-8"))
    for address, picture in pictures().items():
        yield SiteFile(address, picture)
