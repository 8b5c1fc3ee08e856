"""Which pages there are: one a document, and the indexes that are made from many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.process import Page as ProsePage
from actionplan.model.process import Session, Table, Tree
from actionplan.model.roadmap import Roadmap
from actionplan.pages import addresses, calculations, guides, titles
from actionplan.pages.backlinks import Backlinks
from actionplan.pages.page import Page
from actionplan.pages.rules import families, waivers
from actionplan.pages.titles import title_of

_HOME_DOCUMENT = "plan/index.md"


def all_pages(plan: Plan, backlinks: Backlinks, locale: Locale) -> Iterator[Page]:
    """Make every page of the site, in reading order."""
    yield from _process(plan, locale)
    yield from _commitments(plan, locale)
    yield from _themes(plan, locale)
    yield from _organisations(plan, backlinks, locale)
    yield from _sources(plan, backlinks, locale)
    yield Page(
        addresses.UNKNOWN,
        locale.translate(titles.UNKNOWN),
        locale.translate(
            msg("Los datos del plan que no constan en ninguna fuente consultada, para que se puedan aportar.")
        ),
        "unknown.html",
        in_menu=True,
    )
    yield Page(
        addresses.BOARD,
        locale.translate(titles.BOARD),
        locale.translate(msg("Cómo va cada compromiso: lo que se reporta, lo que se verifica y lo que se esperaba.")),
        "board.html",
        in_menu=True,
        wide=True,
    )
    yield from _guides(locale)
    yield Page(
        addresses.CALCULATIONS,
        locale.translate(titles.CALCULATIONS),
        locale.translate(msg("La regla de cada cifra del sitio, con ejemplos resueltos.")),
        "calculations.html",
        context=calculations.context(plan),
        in_menu=True,
    )
    yield Page(
        addresses.RULES,
        locale.translate(titles.RULES),
        locale.translate(msg("Con qué reglas se revisa el plan, por qué, y qué excepciones hace cada documento.")),
        "rules.html",
        context={"families": families(), "waivers": waivers(plan)},
        in_menu=True,
    )
    if len(plan.identity.languages) > 1:
        yield Page(
            addresses.TRANSLATION,
            locale.translate(titles.TRANSLATION),
            locale.translate(msg("Qué documentos están en cada idioma y cuáles esperan a quien los traduzca.")),
            "translation.html",
            in_menu=True,
        )


def _process(plan: Plan, locale: Locale) -> Iterator[Page]:
    """The home, the phases with the pages in their folders, and every other page of prose."""
    home = next((entry for entry in plan.pages if entry.path == _HOME_DOCUMENT), None)
    summary = (home.model.summary if home else None) or plan.identity.title
    yield Page(addresses.HOME, plan.identity.title, summary, "home.html", home, in_menu=True, wide=True)
    for phase in plan.phases:
        siblings = tuple(_children(plan, phase.folder))
        yield _of(phase, plan, locale, "phase.html", phase.model.purpose, siblings=siblings)
    for entry in plan.entries:
        if isinstance(entry.model, ProsePage) and entry.path != _HOME_DOCUMENT:
            index = entry.path.endswith("/index.md")
            siblings = tuple(_children(plan, entry.folder)) if index else ()
            yield _of(entry, plan, locale, "prose.html", entry.model.summary, siblings=siblings)
        elif isinstance(entry.model, Table):
            yield _of(entry, plan, locale, "table.html", None)
        elif isinstance(entry.model, Session):
            yield _of(entry, plan, locale, "session.html", None)


def _children(plan: Plan, folder: str) -> Iterator[Entry[DocumentPart]]:
    """The other documents of a folder."""
    for entry in plan.entries:
        if entry.folder == folder and not entry.path.endswith("/index.md"):
            yield entry


def _commitments(plan: Plan, locale: Locale) -> Iterator[Page]:
    yield Page(
        addresses.COMMITMENTS,
        locale.translate(titles.COMMITMENTS),
        locale.translate(msg("Los compromisos del plan, con su tema, sus responsables y lo que se sabe de cada uno.")),
        "commitments.html",
        in_menu=True,
        wide=True,
    )
    for commitment_file in plan.commitment_files.values():
        commitment = commitment_file.commitment.model
        names = (commitment.id, *filter(None, (commitment.ogp_code,)))
        roadmap = commitment_file.roadmap.model if commitment_file.roadmap else None
        parts = {
            "activities": {activity.id: activity for activity in (roadmap.activities if roadmap else ())},
            "indicators": {indicator.id: indicator for indicator in (roadmap.indicators if roadmap else ())},
        }
        page = _of(
            commitment_file.commitment, plan, locale, "commitment.html", None, commitment_file=commitment_file, **parts
        )
        yield replace(page, names=names)
        if commitment_file.roadmap:
            yield _of(
                commitment_file.roadmap,
                plan,
                locale,
                "roadmap.html",
                commitment_file.roadmap.model.final_result,
                commitment_file=commitment_file,
            )


def _themes(plan: Plan, locale: Locale) -> Iterator[Page]:
    for entry in plan.trees.values():
        problem = entry.model.problem
        yield _of(entry, plan, locale, "theme.html", problem.text if problem else None)


def _organisations(plan: Plan, backlinks: Backlinks, locale: Locale) -> Iterator[Page]:
    yield Page(
        addresses.ORGANISATIONS,
        locale.translate(titles.ORGANISATIONS),
        locale.translate(msg("Las instituciones y organizaciones del plan y el papel de cada una.")),
        "organisations.html",
        in_menu=True,
        wide=True,
    )
    for actor in plan.actors.values():
        address = addresses.organisation(actor.id)
        roles = backlinks.roles.get(actor.id, ())
        names = tuple(filter(None, (actor.acronym,)))
        context = {"actor": actor, "roles": roles}
        yield Page(address, actor.name, "", "organisation.html", context=context, names=names)


def _sources(plan: Plan, backlinks: Backlinks, locale: Locale) -> Iterator[Page]:
    yield Page(
        addresses.SOURCES,
        locale.translate(titles.SOURCES),
        locale.translate(msg("Los textos de los que sale cada dato del plan.")),
        "sources.html",
        in_menu=True,
    )
    for name, source in plan.sources.items():
        uses = backlinks.uses.get(name, ())
        yield Page(addresses.source(name), source.title, "", "source.html", context={"source": source, "uses": uses})


def _guides(locale: Locale) -> Iterator[Page]:
    summary = locale.translate(msg("Cómo tomar parte en el plan, paso a paso, según lo que usted hace en él."))
    title = locale.translate(titles.GUIDES)
    yield Page(addresses.GUIDES, title, summary, "guides.html", context={"guides": guides.GUIDES}, in_menu=True)
    for guide in guides.GUIDES:
        context = {"related": guide.related}
        text = guides.text_of(guide)
        yield Page(addresses.guide(guide.name), guide.title, guide.summary, "guide.html", context=context, guide=text)


def _of(
    entry: Entry[DocumentPart], plan: Plan, locale: Locale, template: str, summary: str | None, **context: object
) -> Page:
    address = addresses.of_document(entry.path)
    title = title_of(entry, plan, locale)
    # Indexes of a folder stand in the menu; what a folder may hold by the hundred does not, and needs no room for it.
    in_menu = entry.path.endswith("/index.md")
    wide = isinstance(entry.model, Commitment | Roadmap | Tree)
    return Page(address, title, summary or "", template, entry, context, in_menu, wide=wide)
