"""What the template of each kind of page is given, besides what every page has."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from actionplan.charts.goals import GOALS
from actionplan.language.locale import name_of
from actionplan.metrics import SLIP, reporting_due
from actionplan.metrics.elements import elements
from actionplan.model import DocumentPart, Entry, TranslationState
from actionplan.pages import charts, figures, tracking
from actionplan.pages import guides as all_guides
from actionplan.pages.assets import published_files
from actionplan.pages.board import LONG
from actionplan.pages.board import board as make_board
from actionplan.pages.embeds import snippets
from actionplan.pages.field_values import commitment_facts
from actionplan.pages.filters import NUMBERS, facets, fields, whose
from actionplan.pages.page import SitePage
from actionplan.pages.participation import CONTEST, REPORT
from actionplan.pages.roadmap_drawing import roadmap_drawing
from actionplan.pages.themes import drawing
from actionplan.rules import RULES

if TYPE_CHECKING:
    from actionplan.pages.site import Site

Context = dict[str, object]


def _siblings(site: Site, page: SitePage) -> tuple[Entry[DocumentPart], ...]:
    """Return the other documents of a folder, for its index; none for any other page."""
    if page.entry is None or not page.source.endswith("/index.md"):
        return ()
    folder = page.entry.folder
    return tuple(entry for entry in site.plan.readable if entry.folder == folder and entry.path != page.source)


def home(site: Site, _page: SitePage) -> Context:
    """Return the figures of a glance and the charts."""
    return {
        "figures": site.figures,
        "unknown_count": site.backlinks.unknown_count,
        "charts": charts.of_home(site.localized, site.locale),
    }


def commitments(site: Site, _page: SitePage) -> Context:
    """Return the charts."""
    return {"charts": charts.of_commitments(site.localized, site.locale)}


def phase(site: Site, page: SitePage) -> Context:
    """Return the other documents of its folder, and who took part."""
    return {"siblings": _siblings(site, page), "charts": charts.of_phase(page.source, site.localized, site.locale)}


def prose(site: Site, page: SitePage) -> Context:
    """Return the other documents of its folder, if it is its index."""
    return {"siblings": _siblings(site, page)}


def commitment(site: Site, page: SitePage) -> Context:
    """Return its figures, what its records tell, and what leads to it and from it."""
    day = site.figures.date
    commitment_file, measured = site.measured(page)
    roadmap = commitment_file.roadmap.model if commitment_file.roadmap else None
    return {
        "commitment_file": commitment_file,
        "measured": measured,
        "date": day,
        "facts_shown": commitment_facts(),
        "activities": {activity.id: activity for activity in (roadmap.activities if roadmap else ())},
        "indicators": {indicator.id: indicator for indicator in (roadmap.indicators if roadmap else ())},
        "elements": elements(commitment_file),
        "alternatives": site.backlinks.alternatives,
        "causes": site.backlinks.causes,
        "owed_since": reporting_due.report_owed_since(measured, day) if measured.counted else None,
        "taking_part": (REPORT, CONTEST),
        "drawing": roadmap_drawing(commitment_file, measured, day, site.locale),
        "slip": SLIP,
        "events": tracking.events(commitment_file),
        "disputes": tracking.disputes(commitment_file),
        "proofs": tracking.proofs(commitment_file),
        "published": {path: address for address, path in published_files(site.plan).items()},
        "snippets": snippets(site, page),
        "log": site.log,
        "titles_of_figures": figures.TITLES,
        "charts": charts.of_commitment(commitment_file, measured, day, site.past, site.locale),
    }


def roadmap(_site: Site, page: SitePage) -> Context:
    """Return its commitment."""
    return {"commitment_file": page.commitment_file}


def board(site: Site, _page: SitePage) -> Context:
    """Return the rows, what they are filtered and ordered by, and the figures of every group."""
    plan, measured = site.plan, site.figures
    return {
        "board": make_board(plan, measured),
        "fields": fields,
        "whose": partial(whose, plan=plan, locale=site.locale),
        "facets": facets(plan, measured, site.locale),
        "orders": NUMBERS,
        "long": LONG,
        "figures": measured,
        "measured_of": lambda names: [measured.commitments[name] for name in names],
        "goals": GOALS,
        "reporting_due": reporting_due.RULE,
        "titles_of_figures": figures.TITLES,
        "charts": charts.of_board(plan, site.past, site.locale),
    }


def guides(_site: Site, _page: SitePage) -> Context:
    """Return the guides."""
    return {"guides": all_guides.GUIDES}


def guide(site: Site, page: SitePage) -> Context:
    """Return the pages that it speaks of."""
    related = next(guide.related for guide in all_guides.GUIDES if guide.name == page.name)
    titles = {other.kind.name: other.kind.title for other in site.pages.values()}
    return {"related": [(titles[name], name) for name in related]}


def theme(site: Site, page: SitePage) -> Context:
    """Return its drawing, and the commitments that answer to it and to each of its causes."""
    return {
        "drawing": lambda to: drawing(site.plan.trees[page.name], site.backlinks, site.locale, to),
        "by_cause": site.backlinks.by_cause,
        "by_theme": site.backlinks.by_theme,
    }


def organisations(site: Site, _page: SitePage) -> Context:
    """Return what each does."""
    return {"roles": site.backlinks.roles}


def organisation(site: Site, page: SitePage) -> Context:
    """Return the organisation and what it does."""
    return {"actor": site.plan.actors[page.name], "roles": site.backlinks.roles.get(page.name, ())}


def source(site: Site, page: SitePage) -> Context:
    """Return the source and where it is used."""
    return {"source": site.plan.sources[page.name], "uses": site.backlinks.uses.get(page.name, ())}


def unknown(site: Site, _page: SitePage) -> Context:
    """Return all that is not known, by document."""
    return {"unknown": site.backlinks.unknown, "unknown_count": site.backlinks.unknown_count}


def rules(site: Site, _page: SitePage) -> Context:
    """Return the rules with which a plan is checked, by family, and the exceptions that its documents make."""
    waivers = [(entry, waiver) for entry in site.plan.entries for waiver in entry.model.waivers]
    return {
        "families": [(family, tuple(rules)) for family, rules in groupby(RULES, key=lambda rule: rule.family)],
        "waivers": waivers,
    }


def newest(site: Site, _page: SitePage) -> Context:
    """Return the newest changes."""
    return {"log": site.log, "months": site.log.newest}


def year(site: Site, page: SitePage) -> Context:
    """Return the changes of a year."""
    return {"log": site.log, "months": site.log.months(int(page.name))}


def translation(site: Site, _page: SitePage) -> Context:
    """Return how each document stands in each language."""
    return {
        "states": tuple(TranslationState),
        "languages": [
            (code, name_of(code), localized.states(site.written)) for code, localized in site.localized_plans.items()
        ],
    }
