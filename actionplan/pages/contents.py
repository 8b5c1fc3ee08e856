"""The pages of the site: every kind of page in one list, in reading order, and what makes the pages of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actionplan.language.messages import msg
from actionplan.model import CommitmentFile, DocumentPart, Entry
from actionplan.pages import addresses, calculations, contexts, guides, titles
from actionplan.pages.badge import badge_file
from actionplan.pages.embeds import BADGE, CARD, card_file
from actionplan.pages.page import TOP, PageKind, SitePage

if TYPE_CHECKING:
    from actionplan.pages.site import Site

_HOME_DOCUMENT = "plan/index.md"
_PROCESS = msg("Cómo se hizo")
_EVIDENCE = msg("De dónde sale")
_CHANGES = msg("Cambios")
_LOG_SUMMARY = msg("Qué cambió en el plan, por qué y con qué propuesta, tal como lo guarda el repositorio.")


def _document(
    kind: PageKind,
    site: Site,
    entry: Entry[DocumentPart],
    summary: str | None = "",
    commitment_file: CommitmentFile | None = None,
) -> SitePage:
    address, title = addresses.of_document(entry.path), site.title_of(entry)
    return SitePage(kind, address, title, summary or "", entry=entry, commitment_file=commitment_file)


def _home(kind: PageKind, site: Site) -> Iterator[SitePage]:
    entry = next((entry for entry in site.plan.pages if entry.path == _HOME_DOCUMENT), None)
    summary, title = entry.model.summary if entry else "", site.plan.identity.title
    yield replace(kind.page(site, title=title, summary=summary or title), entry=entry)


def _commitments(kind: PageKind, site: Site) -> Iterator[SitePage]:
    for commitment_file in site.plan.commitment_files.values():
        model = commitment_file.commitment.model
        page = _document(kind, site, commitment_file.commitment, commitment_file=commitment_file)
        yield replace(page, name=model.id, search_names=(model.id, *filter(None, (model.ogp_code,))))


def _roadmaps(kind: PageKind, site: Site) -> Iterator[SitePage]:
    for commitment_file in site.plan.commitment_files.values():
        if roadmap := commitment_file.roadmap:
            yield _document(kind, site, roadmap, roadmap.model.final_result, commitment_file)


def _guides(kind: PageKind, site: Site) -> Iterator[SitePage]:
    for guide in guides.GUIDES:
        # Of the program's own words the title and the summary are in the language of the guide too.
        yield replace(kind.page(site, guide.name, guide.title, guide.summary), guide=guides.text_of(guide))


def _phases(kind: PageKind, site: Site) -> Iterable[SitePage]:
    return (_document(kind, site, entry, entry.model.purpose) for entry in site.plan.phases)


def _prose(kind: PageKind, site: Site) -> Iterable[SitePage]:
    others = (entry for entry in site.plan.pages if entry.path != _HOME_DOCUMENT)
    return (_document(kind, site, entry, entry.model.summary) for entry in others)


def _tables(kind: PageKind, site: Site) -> Iterable[SitePage]:
    return (_document(kind, site, entry) for entry in site.plan.tables.values())


def _sessions(kind: PageKind, site: Site) -> Iterable[SitePage]:
    return (_document(kind, site, entry) for entry in site.plan.sessions.values())


def _themes(kind: PageKind, site: Site) -> Iterator[SitePage]:
    for entry in site.plan.trees.values():
        page = _document(kind, site, entry, entry.model.problem.text if entry.model.problem else "")
        yield replace(page, name=entry.model.id)


def _organisations(kind: PageKind, site: Site) -> Iterator[SitePage]:
    for actor in site.plan.actors.values():
        yield replace(kind.page(site, actor.id, actor.name), search_names=tuple(filter(None, (actor.acronym,))))


def _sources(kind: PageKind, site: Site) -> Iterable[SitePage]:
    return (kind.page(site, source.id, source.title) for source in site.plan.sources.values())


def _years(kind: PageKind, site: Site) -> Iterator[SitePage]:
    changes, summary = map(site.locale.translate, (_CHANGES, _LOG_SUMMARY))
    for year in site.log.years:
        yield kind.page(site, str(year), f"{changes}: {year}", summary)


def _if_translated(kind: PageKind, site: Site) -> Iterator[SitePage]:
    if len(site.plan.identity.languages) > 1:
        yield kind.page(site)


_KINDS = (
    PageKind("home", addresses.HOME, msg("Portada"), menu=TOP, wide=True, pages=_home, context=contexts.home),
    PageKind(
        "commitments",
        "compromisos/index.md",
        msg("Compromisos"),
        msg("Los compromisos del plan, con su tema, sus responsables y lo que se sabe de cada uno."),
        menu=TOP,
        wide=True,
        context=contexts.commitments,
    ),
    PageKind(
        "commitment",
        wide=True,
        pages=_commitments,
        context=contexts.commitment,
        files={CARD: card_file, BADGE: badge_file},
    ),
    PageKind("roadmap", wide=True, pages=_roadmaps, context=contexts.roadmap),
    PageKind(
        "board",
        "tablero.md",
        msg("Tablero"),
        msg("Cómo va cada compromiso: lo que se reporta, lo que se verifica y lo que se esperaba."),
        menu=TOP,
        wide=True,
        context=contexts.board,
    ),
    PageKind(
        "guides",
        f"{addresses.GUIDES_FOLDER}/index.md",
        msg("Guías"),
        msg("Cómo tomar parte en el plan, paso a paso, según lo que usted hace en él."),
        menu=TOP,
        context=contexts.guides,
    ),
    PageKind("guide", f"{addresses.GUIDES_FOLDER}/{{id}}.md", pages=_guides, context=contexts.guide),
    PageKind("phase", menu=_PROCESS, pages=_phases, context=contexts.phase),
    PageKind("prose", menu=_PROCESS, pages=_prose, context=contexts.prose),
    PageKind("table", pages=_tables),
    PageKind("session", pages=_sessions),
    PageKind("theme", wide=True, pages=_themes, context=contexts.theme),
    PageKind(
        "organisations",
        addresses.ORGANISATIONS,
        titles.ORGANISATIONS,
        msg("Las instituciones y organizaciones del plan y el papel de cada una."),
        menu=TOP,
        wide=True,
        context=contexts.organisations,
    ),
    PageKind("organisation", "organizaciones/{id}.md", pages=_organisations, context=contexts.organisation),
    PageKind(
        "sources",
        addresses.SOURCES,
        titles.SOURCES,
        msg("Los textos de los que sale cada dato del plan."),
        menu=_EVIDENCE,
    ),
    PageKind("source", "fuentes/{id}.md", pages=_sources, context=contexts.source),
    PageKind(
        "unknown",
        "que-no-se-sabe.md",
        msg("Qué no se sabe"),
        msg("Los datos del plan que no constan en ninguna fuente consultada, para que se puedan aportar."),
        menu=_EVIDENCE,
        context=contexts.unknown,
    ),
    PageKind(
        "calculations",
        "como-se-calcula.md",
        msg("Cómo se calcula"),
        msg("La regla de cada cifra del sitio, con ejemplos resueltos."),
        menu=_EVIDENCE,
        context=calculations.context,
    ),
    PageKind(
        "rules",
        "reglas.md",
        msg("Reglas"),
        msg("Con qué reglas se revisa el plan, por qué, y qué excepciones hace cada documento."),
        menu=_EVIDENCE,
        context=contexts.rules,
    ),
    PageKind(
        "changes", "cambios/index.md", _CHANGES, _LOG_SUMMARY, menu=_EVIDENCE, template="log", context=contexts.newest
    ),
    PageKind("year", "cambios/{id}.md", template="log", pages=_years, context=contexts.year),
    PageKind(
        "translation",
        "traduccion.md",
        msg("Traducción"),
        msg("Qué documentos están en cada idioma y cuáles esperan a quien los traduzca."),
        menu=_EVIDENCE,
        pages=_if_translated,
        context=contexts.translation,
    ),
)

KINDS = {kind.name: kind for kind in _KINDS}
"""Every kind of page by its name, in the order of the menu."""

_OF_THEME = ("404", "assets", "search")


def reserved_names() -> tuple[str, ...]:
    """Return the names that no document may take: those that begin the address of a page or file made by the site."""
    made = {address for kind in _KINDS for address in (kind.address, *kind.files)} - {"", addresses.HOME}
    return tuple(sorted({*_OF_THEME, *(address.partition("/")[0].removesuffix(".md") for address in made)}))
