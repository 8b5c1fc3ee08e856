"""Kinds of document and the one place in the tree where each of them lives."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Kind(StrEnum):
    """Hold what a document is; the value is the model's word for it."""

    PLAN = "plan"
    ACTORS = "actors"
    SOURCES = "sources"
    PAGE = "page"
    PHASE = "phase"
    TREE = "tree"
    TABLE = "table"
    SESSION = "session"
    COMMITMENT = "commitment"
    ROADMAP = "roadmap"
    REPORT = "report"
    VERIFICATION = "verification"
    TRANSLATION = "translation"

    @property
    def is_settings(self) -> bool:
        """Tell whether the whole file is data, with no prose after it."""
        return self in (Kind.PLAN, Kind.ACTORS, Kind.SOURCES)


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_FOLDER = rf"commitments/[0-9]{{1,4}}-{_SLUG}"
_RECORD = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-{_SLUG}\.md"

RESERVED = tuple(Path(__file__).with_name("reserved.txt").read_text("utf-8").split())
"""Names that the site itself uses for what it makes, as `plan generate` wrote them from the kinds of page.

So are the two letters of a language.
"""

_OWN = rf"(?!(?:[a-z]{{2}}|{'|'.join(RESERVED)})(?:/|\.md))"
_SIBLING = re.compile(r"(?P<stem>[^.]+)\.(?P<language>[a-z]{2})\.md")

LAYOUT: tuple[tuple[Kind, str, re.Pattern[str]], ...] = tuple(
    (kind, example, re.compile(pattern))
    for kind, example, pattern in (
        (Kind.PLAN, "plan/plan.yml", r"plan/plan\.yml"),
        (Kind.ACTORS, "plan/actores.yml", r"plan/actores\.yml"),
        (Kind.SOURCES, "plan/fuentes.yml", r"plan/fuentes\.yml"),
        (Kind.PHASE, "plan/1-consulta/index.md", rf"plan/[1-9]-{_SLUG}/index\.md"),
        (Kind.TREE, "plan/3-arboles/salud.md", rf"plan/3-{_SLUG}/{_SLUG}\.md"),
        (Kind.TABLE, "plan/4-mesas/mesa-01.md", rf"plan/4-{_SLUG}/{_SLUG}\.md"),
        (Kind.SESSION, "plan/sesiones/2019-03-05.md", r"plan/sesiones/[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9]+)*\.md"),
        (Kind.PAGE, "plan/6-seguimiento/lecciones.md", rf"plan/{_OWN}(?:{_SLUG}/)?{_SLUG}\.md"),
        (Kind.COMMITMENT, "commitments/01-gasto/compromiso.md", rf"{_FOLDER}/compromiso\.md"),
        (Kind.ROADMAP, "commitments/01-gasto/hoja-de-ruta.md", rf"{_FOLDER}/hoja-de-ruta\.md"),
        (Kind.REPORT, "commitments/01-gasto/avances/2020-06-30-sfp.md", rf"{_FOLDER}/avances/{_RECORD}"),
        (
            Kind.VERIFICATION,
            "commitments/01-gasto/verificaciones/2020-07-10-gesoc.md",
            rf"{_FOLDER}/verificaciones/{_RECORD}",
        ),
        (
            Kind.TRANSLATION,
            "commitments/01-gasto/compromiso.en.md",
            rf"(?:plan/(?:{_SLUG}/)?{_SLUG}|{_FOLDER}/(?:compromiso|hoja-de-ruta))\.[a-z]{{2}}\.md",
        ),
    )
)

_IN_COMMITMENT = re.compile(r"(commitments/[^/]+)/")
_EVIDENCE = re.compile(r"commitments/[^/]+/evidencias/.+")
_TEXT = (".md", ".yml", ".yaml", ".markdown")

PUBLISHED_TYPES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"),
    *(".pdf", ".csv", ".json", ".txt", ".zip"),
    *(".ods", ".odt", ".odp", ".xlsx", ".docx", ".pptx"),
)
"""How the names of files end that are published as they are: pictures, documents and data that run nothing.

An ``.svg`` or ``.html`` file that a contributor sends could run a script on the site's own address, so neither is here.
"""


def kind_at(path: str) -> Kind | None:
    """Return the kind of document that belongs at a path; the first place that fits decides."""
    return next((kind for kind, _, pattern in LAYOUT if pattern.fullmatch(path)), None)


class Sibling(NamedTuple):
    """Hold what the name of a translation says: the documents it may translate, and into which language."""

    originals: tuple[str, ...]
    language: str


def sibling(path: str) -> Sibling | None:
    """Read the name of a translation: ``compromiso.en.md`` stands beside ``compromiso.md``."""
    found = _SIBLING.fullmatch(path)
    return Sibling((f"{found['stem']}.md", f"{found['stem']}.yml"), found["language"]) if found else None


def commitment_folder(path: str) -> str:
    """Return the folder of the commitment that a file is in, ``commitments/01-agua``; empty outside of any."""
    found = _IN_COMMITMENT.match(path)
    return found[1] if found else ""


def is_evidence(path: str) -> bool:
    """Return whether a file is evidence in custody rather than a document."""
    return _EVIDENCE.fullmatch(path) is not None


def is_text(path: str) -> bool:
    """Return whether a file is meant to be a document, by the end of its name."""
    return path.lower().endswith(_TEXT)
